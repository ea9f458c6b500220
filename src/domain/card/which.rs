//! Which interview the card is for, and when it comes first.

use chrono::{NaiveDateTime, TimeDelta};

use crate::domain::ahead::{has_ended, next_of_all, to_come};
use crate::domain::id::ApplicationId;
use crate::domain::journal::Entry;
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::time::Wall;

/// How long before its hour nothing but the card is wanted.
const HOUR: TimeDelta = TimeDelta::hours(1);

/// The interview that is meant: the next one of all, of an application, or of its stage; where none of those is to come,
/// the last one. With its place among the interviews of the application.
pub fn meant<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    wanted: Option<(&ApplicationId, Option<StageId>)>,
    at: Wall,
) -> Option<(&'a Application, usize)> {
    let Some((id, stage)) = wanted else {
        let (application, round) = next_of_all(applications, entries, at)?;
        return Some((application, place(application, round)?));
    };
    let fits = |round: &Round| stage.is_none_or(|stage| round.stage == stage);
    let mut coming = to_come(applications, entries, at).into_iter();
    if let Some((application, round)) = coming.find(|(a, r)| a.id == *id && fits(r)) {
        return Some((application, place(application, round)?));
    }
    let application = applications.iter().find(|a| a.id == *id)?;
    let rounds = application.rounds.iter().enumerate();
    let last = rounds
        .filter(|(_, round)| fits(round))
        .max_by_key(|(at, round)| (round.date, round.time, *at));
    last.map(|(at, _)| (application, at))
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
