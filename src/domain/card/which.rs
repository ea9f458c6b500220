//! Which interview the card is for, and when it comes first.

use chrono::{NaiveDateTime, TimeDelta};

use crate::domain::ahead::{has_ended, next_of_all, to_come};
use crate::domain::id::ApplicationId;
use crate::domain::journal::Entry;
use crate::domain::journey::{Application, Round, Slot, Which};
use crate::domain::time::Wall;

/// How long before its hour nothing but the card is wanted.
const HOUR: TimeDelta = TimeDelta::hours(1);

/// The interview that is meant: the next one of all, of an application, or of its stage, or a certain one; where none of
/// those is to come, the last one. With its place among the interviews of the application.
pub fn meant<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    wanted: Option<(&ApplicationId, Which)>,
    at: Wall,
) -> Option<(&'a Application, usize)> {
    let Some((id, which)) = wanted else {
        let (application, round) = next_of_all(applications, entries, at)?;
        return Some((application, place(application, round)?));
    };
    let mut coming = to_come(applications, entries, at).into_iter();
    if let Some((application, round)) = coming.find(|(a, r)| a.id == *id && which.fits(r)) {
        return Some((application, place(application, round)?));
    }
    let application = applications.iter().find(|a| a.id == *id)?;
    let rounds = application.rounds.iter().enumerate();
    let last = rounds
        .filter(|(_, round)| which.fits(round))
        .max_by_key(|(at, round)| (round.date, round.time, *at));
    last.map(|(at, _)| (application, at))
}

/// The interview to come after this one; after the last one the first. `None` where no other is to come.
pub fn after<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    (id, slot): (&ApplicationId, Slot),
    at: Wall,
) -> Option<(&'a Application, &'a Round)> {
    let coming = to_come(applications, entries, at);
    let is_it = |(a, r): &(&Application, &Round)| a.id == *id && r.slot() == slot;
    let here = coming.iter().position(is_it);
    let next = here.and_then(|here| coming.get(here + 1));
    next.or(coming.first())
        .filter(|other| !is_it(other))
        .copied()
}

fn place(application: &Application, round: &Round) -> Option<usize> {
    let mut rounds = application.rounds.iter();
    rounds.position(|r| std::ptr::eq(r, round))
}

/// When the last hour before an interview begins.
pub fn last_hour(round: &Round) -> Option<NaiveDateTime> {
    Some(round.date?.and_time(round.time?) - HOUR)
}

/// Whether it has begun, and the interview is not over.
pub fn in_last_hour(round: &Round, at: Wall) -> bool {
    last_hour(round).is_some_and(|from| from <= at.naive_local()) && !has_ended(round, at)
}
