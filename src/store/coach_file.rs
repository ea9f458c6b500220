//! The two files that go between a client and a coach: `hand-in-….toml` with answers, and `return-….toml` with what is
//! said to them. Both are for people to read, too, and both come from somebody else's computer.

mod hand_in;
mod returned;

use super::toml_in::utf8;
use crate::domain::practice::coach::{HandIn, Returned};
use crate::problem::Problem;

pub use hand_in::text as hand_in_text;
pub use returned::{read as read_returned, text as returned_text};

/// Most answers in one file.
const MOST: usize = 200;

/// One of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    /// Answers for a coach.
    HandIn(Box<HandIn>),
    /// What a coach says.
    Returned(Box<Returned>),
}

/// Which of the two a file says that it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Which {
    HandIn,
    Returned,
}

fn which(bytes: &[u8]) -> Option<Which> {
    let text = String::from_utf8_lossy(bytes);
    text.lines().find_map(|line| {
        let (key, _) = line.split_once('=')?;
        match key.trim_end() {
            "handed_in" => Some(Which::HandIn),
            "returned" => Some(Which::Returned),
            _ => None,
        }
    })
}

/// Whether a file says that it is one of the two.
pub fn is_one(bytes: &[u8]) -> bool {
    which(bytes).is_some()
}

/// Reads either.
///
/// # Errors
///
/// A [`Problem`] with the place and the line.
pub fn read(file: &str, bytes: &[u8]) -> Result<Post, Box<Problem>> {
    match which(bytes) {
        Some(Which::HandIn) => hand_in::read(file, bytes).map(|h| Post::HandIn(Box::new(h))),
        Some(Which::Returned) => returned::read(file, bytes).map(|r| Post::Returned(Box::new(r))),
        None => {
            utf8(file, bytes)?;
            Err(Box::new(Problem::in_file(
                file,
                "This is neither a hand-in nor an answer to one.",
                "A hand-in is made on the page of a sitting, and is called hand-in-….toml; `greenroom review` makes the \
                 answer to it, return-….toml.",
            )))
        }
    }
}

/// Makes sure that every answer that a file promises is there: one that was cut off between two of them reads well.
fn all_there(file: &str, said: usize, found: usize) -> Result<(), Box<Problem>> {
    let (what, hint) = if found > MOST {
        let what = format!("This file has {found} answers; at most {MOST} are read.");
        (what, "Hand in fewer at once.")
    } else if said != found {
        let what = format!("This file says that it has {said} answers, and has {found}.");
        (
            what,
            "It was cut off or changed on its way. Ask for it again.",
        )
    } else {
        return Ok(());
    };
    Err(Box::new(Problem::in_file(file, what, hint)))
}

#[cfg(test)]
mod tests;
