//! What is looked for in all that is kept: the jobs, the journal, the handbook, the questions and past sittings.

use super::list::List;
use super::page::Said;
use super::seat::Seat;
use super::{handbook, jobs, journal, questions, sittings};
use crate::domain::id::ApplicationId;
use crate::domain::search::Whose;
use crate::panes::past;

/// What a hit leads to.
enum Hit {
    Job(usize),
    Entry(usize),
    Page(usize),
    Question(usize),
    Sitting(usize),
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
    let past = past::rows(&seat.model);
    let open = seat.model.journey.applications.iter();
    let open: Vec<ApplicationId> = open.map(|job| job.id.clone()).collect();
    join("Job", jobs::rows(seat), Hit::Job);
    join("Journal", journal::rows(seat), Hit::Entry);
    join("Handbook", handbook::rows(seat, &pages), Hit::Page);
    join("Question", questions::rows(seat), Hit::Question);
    join("Sitting", sittings::rows(seat, &past), Hit::Sitting);
    let fields = questions::all_whose(seat);
    let whose = hits.iter().map(|hit| match hit {
        Hit::Question(at) => fields.get(*at).copied().unwrap_or(Whose::Everybody),
        _ => Whose::Everybody,
    });
    let mut list = List::new(rows).whose(whose.collect());
    list.find(&words);
    list.read(seat, |seat, at| match hits.get(at) {
        Some(Hit::Job(at)) => match open.get(*at) {
            Some(id) => jobs::act(seat, id).map(|()| false),
            None => Ok(false),
        },
        Some(Hit::Sitting(at)) => match past.get(*at) {
            Some(row) => sittings::read(seat, &row.id).map(|()| false),
            None => Ok(false),
        },
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
