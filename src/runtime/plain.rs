//! Plain mode: the studio as lines, for screen readers, pipes and terminals that can do little else.
//!
//! A second front end over the same model, the same state machine and the same effects. It prints whole lines,
//! moves no cursor and draws nothing; a question has numbered choices and its usual answer in brackets; a text
//! ends with a line that holds only a dot.

mod again;
mod answer;
mod asked;
mod card;
mod day;
mod days;
mod debrief;
mod dots;
mod drill;
mod elsewhere;
mod form;
mod handbook;
mod hear;
mod job;
mod jobs;
mod journal;
mod ledger;
mod list;
mod meeting;
mod named;
mod note;
pub mod page;
mod parts;
mod proofs;
mod questions;
mod rate;
mod read;
mod results;
mod scorecard;
mod search;
mod seat;
mod set;
mod settings;
mod sittings;
mod steps;
mod stops;
mod stories;
mod talk;
mod today;
mod told;
mod when;
mod whole;

use std::io::{self, BufRead, Write};
use std::sync::Arc;

use super::studio::Options;
use crate::domain::time::Now;
use crate::store::home::Home;
use page::{Away, Page};
use seat::Seat;

/// Opens plain mode; gives the exit code, which tells whether everything is on the disk. `echo`: no terminal shows what is typed, so it is printed.
///
/// # Errors
/// When lines can no longer be read or printed, a closed pipe aside.
pub fn run(
    options: &Options,
    home: Arc<Home>,
    now: &dyn Fn() -> Now,
    input: &mut dyn BufRead,
    out: &mut dyn Write,
    echo: bool,
) -> io::Result<u8> {
    let page = Page::new(input, out, echo);
    let mut seat = Seat::open(options, home, now, page);
    let done = day::run(&mut seat, options.drill.as_ref());
    let code = seat.part();
    match done {
        Err(Away::Gone(e)) if e.kind() != io::ErrorKind::BrokenPipe => Err(e),
        _ => Ok(code),
    }
}

#[cfg(test)]
mod tests;
