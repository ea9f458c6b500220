//! Which interviews are still to come. One that was written about is over, however early it is on its day.

use chrono::NaiveDate;

use super::journal::{Entry, EntryKind};
use super::journey::{Application, Moved, Outcome, Round};
use super::library::StageId;
use super::time::Now;

/// The next round of an application that has a date from `today` on and was not written about, soonest first.
pub fn next_round<'a>(
    application: &'a Application,
    entries: &[Entry],
    today: NaiveDate,
) -> Option<&'a Round> {
    let pending = application
        .rounds
        .iter()
        .filter(|r| r.outcome == Outcome::Pending);
    let dated = pending.filter(|r| r.date.is_some_and(|d| d >= today));
    // Only of today's one somebody can have written already.
    let to_come = dated.filter(|r| r.date > Some(today) || !is_written(entries, application, r));
    to_come.min_by_key(|r| (r.date, r.time))
}

/// Every dated interview of the open applications that is not over at this moment, the soonest first.
pub fn to_come<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    now: Now,
) -> Vec<(&'a Application, &'a Round)> {
    let today = now.date();
    let ahead = |a: &Application, r: &Round| match r.date {
        Some(date) if date == today => {
            r.time.is_none_or(|t| t > now.time()) && !is_written(entries, a, r)
        }
        date => date > Some(today),
    };
    let open = applications.iter().filter(|a| !a.closed);
    let rounds = open.flat_map(|a| a.rounds.iter().map(move |r| (a, r)));
    let mut rounds: Vec<_> = rounds
        .filter(|(a, r)| r.outcome == Outcome::Pending && ahead(a, r))
        .collect();
    rounds.sort_by_key(|(_, r)| (r.date, r.time));
    rounds
}

/// The same of all applications that are open.
pub fn next_of_all<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    today: NaiveDate,
) -> Option<(&'a Application, &'a Round)> {
    let open = applications.iter().filter(|a| !a.closed);
    let rounds = open.filter_map(|a| Some((a, next_round(a, entries, today)?)));
    rounds.min_by_key(|(_, r)| (r.date, r.time))
}

/// Whether a debrief is about this round.
pub fn is_written(entries: &[Entry], application: &Application, round: &Round) -> bool {
    entries.iter().any(|e| {
        e.kind == EntryKind::Debrief
            && e.application.as_ref() == Some(&application.id)
            && Some(e.date) >= round.date
            && e.stage.is_none_or(|s| s == round.stage)
    })
}

/// Moves an application to another stage. An interview that is still ahead was agreed on for where it goes to, so its
/// day goes along, unless that stage has one of its own; returns that day.
pub fn move_to(application: &mut Application, to: StageId, now: Now) -> Option<NaiveDate> {
    let from = std::mem::replace(&mut application.stage, to);
    application.moves.push(Moved {
        from,
        to,
        date: now.date(),
    });
    let ahead = |r: &Round| r.outcome == Outcome::Pending && is_ahead(r, now);
    let there = |r: &Round| r.stage == to && ahead(r);
    if application.rounds.iter().any(there) {
        return None;
    }
    let mut day = None;
    for round in &mut application.rounds {
        if round.stage == from && ahead(round) {
            round.stage = to;
            day = day.max(round.date);
        }
    }
    day
}

/// Whether its day, or its time today, is still to come.
fn is_ahead(round: &Round, now: Now) -> bool {
    match round.date {
        Some(date) if date == now.date() => round.time.is_some_and(|t| t > now.time()),
        Some(date) => date > now.date(),
        None => false,
    }
}
