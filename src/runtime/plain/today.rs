//! All that is proposed for today, what waits to be gone on with, and what is to be sent.

use super::page::Said;
use super::seat::Seat;
use super::{again, days, handbook, job, references, steps};
use crate::domain::id::DocumentId;
use crate::domain::next::{Thing, Todo};
use crate::domain::text::capital;
use crate::panes::handbook as pages;
use crate::panes::statements;
use crate::panes::today::ahead::Ahead;
use crate::panes::today::begun;
use crate::panes::today::row::{Act, Row};
use crate::panes::today::sends;
use crate::panes::words::number;

/// Lists it and does what is chosen.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    steps::choose(seat, which, |seat, chosen| match chosen {
        Chosen::Do(todo) => days::do_it(seat, &todo),
        Chosen::GoOn => again::choose(seat),
        Chosen::Send(act) => send(seat, &act),
        Chosen::Job => job::add(seat),
        Chosen::Paper(id) => references::paper(seat, &id),
    })
}

/// What is chosen of it.
enum Chosen {
    /// One of the proposals.
    Do(Todo),
    /// What else waits.
    GoOn,
    /// A letter.
    Send(Act),
    /// A paper that runs out.
    Paper(DocumentId),
    /// A job that is half entered.
    Job,
}

fn which(seat: &mut Seat<'_>) -> Said<Chosen> {
    let ahead = Ahead::of(&seat.model, seat.now());
    let mut lines: Vec<String> = ahead.things.iter().map(Thing::told).collect();
    let others = seat.model.practice.others_left();
    let waits = usize::from(others > 0);
    if others > 0 {
        let more = capital(&number(others));
        lines.push(format!("{more} more to go on with, left or interrupted."));
    }
    let sends = sends::rows(&seat.model, &ahead, seat.now().date());
    lines.extend(sends.iter().map(sending));
    let papers = sends::running_out(&seat.model, &ahead, seat.now().date());
    lines.extend(papers.iter().map(Row::plain));
    lines.extend(half_done(seat, &ahead, &Act::Job(None)));
    let at = seat.page.pick(&lines, Some(0))?;
    let proposed = ahead.things.len();
    let thing = ahead.things.into_iter().nth(at);
    let chosen = thing.map(|thing| Chosen::Do(thing.todo)).or_else(|| {
        let at = at.checked_sub(proposed + waits)?;
        let send = sends.get(at).map(|send| Chosen::Send(send.act.clone()));
        let paper = || match &papers.get(at.checked_sub(sends.len())?)?.act {
            Act::Paper(id) => Some(Chosen::Paper(id.clone())),
            _ => None,
        };
        Some(send.or_else(paper).unwrap_or(Chosen::Job))
    });
    Ok(chosen.unwrap_or(Chosen::GoOn))
}

/// What of this is half done: a job, or a note.
pub fn half_done(seat: &Seat<'_>, ahead: &Ahead, what: &Act) -> Option<String> {
    let rows = begun::rows(&seat.model, ahead, seat.now().date());
    let row = rows.into_iter().find(|row| row.act == *what)?;
    Some(format!("{}, {}.", row.text, row.fact))
}

/// A line for each letter that is to be sent.
pub fn to_send(seat: &Seat<'_>, ahead: &Ahead) -> Vec<String> {
    let rows = sends::rows(&seat.model, ahead, seat.now().date());
    rows.iter().map(sending).collect()
}

fn sending(row: &Row) -> String {
    format!("To send: {}, {}.", row.text, row.fact)
}

/// Reads the letter, filled in as far as is known; then it may be marked as sent.
fn send(seat: &mut Seat<'_>, act: &Act) -> Said<()> {
    if let Act::Promised(job, at) = act {
        if seat.page.yes("Is it sent?", false)? {
            seat.desk(|desk| statements::sent(job, *at, desk))?;
        }
        return Ok(());
    }
    let letter = sends::letter(act, &seat.model);
    let Some((leaf, about)) =
        letter.and_then(|(id, about)| Some((pages::part::leaf(&seat.model.library, &id)?, about)))
    else {
        return Ok(());
    };
    handbook::read(seat, &leaf, Some(&about))?;
    if seat.page.yes("Is it sent?", false)? {
        seat.desk(|desk| pages::sent(&leaf.id, &about, desk))?;
    }
    Ok(())
}
