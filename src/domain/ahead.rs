//! Which interviews are still to come. One whose debrief was begun is over, however early it is on its day.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

use super::debriefed::debrief_of;
use super::journal::Entry;
use super::journey::{Application, Moved, Outcome, Round};
use super::library::StageId;
use super::time::{Now, Wall};

use crate::domain::order::InOrder;

/// How long an interview goes on from its hour, as the shortest do. Whoever sits in a longer one looks at no screen, and
/// before that nobody has anything to write down.
const LASTS: TimeDelta = TimeDelta::minutes(30);

/// The hour at which the evening before begins, and how long before its hour an interview is near in any case.
const EVENING: u32 = 18;
const NEAR: TimeDelta = TimeDelta::hours(24);

/// Whether an interview that has a date is not over at a moment: it has not ended yet, nor was its debrief begun.
fn is_to_come(application: &Application, round: &Round, entries: &[Entry], at: Wall) -> bool {
    let today = Some(at.date_naive());
    let told = || round.date == today && debrief_of(entries, application, round.slot()).is_some();
    round.date >= today && !has_ended(round, at) && round.outcome == Outcome::Pending && !told()
}

/// Whether the interview of a stage was still to come on a day: those that have a day all come after it.
pub fn was_to_come(application: &Application, stage: StageId, day: NaiveDate) -> bool {
    let rounds = application.rounds.iter().filter(|r| r.stage == stage);
    let mut days = rounds.filter_map(|r| r.date).peekable();
    days.peek().is_some() && days.all(|date| date > day)
}

/// Whether an interview is over, as far as its day and its hour tell.
pub fn has_ended(round: &Round, at: Wall) -> bool {
    match ends(round) {
        Some(end) => end <= at.naive_local(),
        None => round.date.is_some_and(|date| date < at.date_naive()),
    }
}

/// When an interview is over, where its hour is known.
pub fn ends(round: &Round) -> Option<NaiveDateTime> {
    Some(round.date?.and_time(round.time?) + LASTS)
}

/// When an interview comes near: with the evening before it, or a day before its hour where that is earlier.
pub fn comes_near(round: &Round) -> Option<NaiveDateTime> {
    let date = round.date?;
    let evening = date.pred_opt()?.and_hms_opt(EVENING, 0, 0)?;
    let day_before = round.time.map(|time| date.and_time(time) - NEAR);
    Some(day_before.map_or(evening, |day| day.min(evening)))
}

/// Whether the last evening before an interview has begun, or its day.
pub fn is_near(round: &Round, at: Wall) -> bool {
    comes_near(round).is_some_and(|from| from <= at.naive_local())
}

/// Whether the last evening before an interview of this stage has begun, or its day.
pub fn is_stage_near(
    application: &Application,
    stage: StageId,
    entries: &[Entry],
    at: Wall,
) -> bool {
    let near = |r: &Round| is_to_come(application, r, entries, at) && is_near(r, at);
    let mut rounds = application.rounds.iter().filter(|r| r.stage == stage);
    !application.closed && rounds.any(near)
}

/// The next interview of an application, the soonest of those that are to come.
pub fn next_round<'a>(
    application: &'a Application,
    entries: &[Entry],
    at: Wall,
) -> Option<&'a Round> {
    let rounds = application.rounds.iter();
    let to_come = rounds.filter(|r| is_to_come(application, r, entries, at));
    to_come.min_by_key(|r| (r.date, r.time))
}

/// Every interview of the open applications that is to come, the soonest first.
pub fn to_come<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    at: Wall,
) -> Vec<(&'a Application, &'a Round)> {
    let open = applications.iter().filter(|a| !a.closed);
    let rounds = open.flat_map(|a| a.rounds.iter().map(move |r| (a, r)));
    let mut rounds: Vec<_> = rounds
        .filter(|(a, r)| is_to_come(a, r, entries, at))
        .collect();
    rounds.order_by_key(|(_, r)| (r.date, r.time));
    rounds
}

/// The soonest of them.
pub fn next_of_all<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    at: Wall,
) -> Option<(&'a Application, &'a Round)> {
    to_come(applications, entries, at).into_iter().next()
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
