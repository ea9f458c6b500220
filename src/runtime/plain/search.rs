//! What is looked for in all that is kept: the journal, the handbook and the questions.

use super::list::List;
use super::page::Said;
use super::seat::Seat;
use super::{handbook, journal, questions};

/// What a hit leads to.
enum Hit {
    Entry(usize),
    Page(usize),
    Question(usize),
}

/// Asks for words where none were said, lists what has them, and reads what is chosen.
///
/// # Errors
/// When the user goes away.
pub fn find(seat: &mut Seat<'_>, words: &str) -> Said<()> {
    let words = match words {
        "" => seat.page.ask("Which words?")?,
        words => words.to_owned(),
    };
    if words.is_empty() {
        return Ok(());
    }
    let (mut rows, mut hits) = (Vec::new(), Vec::new());
    let mut join = |kind: &str, of: Vec<(String, String)>, hit: fn(usize) -> Hit| {
        for (at, (line, text)) in of.into_iter().enumerate() {
            rows.push((format!("{kind}: {line}"), text));
            hits.push(hit(at));
        }
    };
    let (pages, ids) = (handbook::pages(seat), questions::ids(seat));
    join("Journal", journal::rows(seat), Hit::Entry);
    join("Handbook", handbook::rows(seat, &pages), Hit::Page);
    join("Question", questions::rows(seat), Hit::Question);
    let mut list = List::new(rows);
    list.find(&words);
    list.read(seat, |seat, at| match hits.get(at) {
        Some(Hit::Entry(at)) => {
            journal::read(seat, *at);
            Ok(false)
        }
        Some(Hit::Page(at)) => match pages.get(*at) {
            Some(page) => handbook::read(seat, page, None).map(|()| false),
            None => Ok(false),
        },
        Some(Hit::Question(at)) => match ids.get(*at) {
            Some(id) => questions::one(seat, id),
            None => Ok(false),
        },
        None => Ok(false),
    })
}
