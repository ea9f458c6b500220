//! Interviews that are over and whose debrief is still to be written.

use crate::domain::ahead::has_ended;
use crate::domain::debriefed::{debrief_of, is_written};
use crate::domain::journal::Entry;
use crate::domain::journey::{Application, Outcome, Round};
use crate::domain::order::InOrder;
use crate::domain::time::Now;

/// Days after a round in which it can still be written down.
pub(super) const FRESH: i64 = 7;

/// Rounds of the last days that nothing was written about, or not more than a word, the latest first.
pub fn to_debrief<'a>(
    applications: &'a [Application],
    entries: &[Entry],
    now: Now,
) -> Vec<(&'a Application, &'a Round)> {
    let mut rounds: Vec<(&Application, &Round)> = Vec::new();
    for application in applications.iter().filter(|a| !a.closed) {
        let begun = |r: &Round| {
            r.date == Some(now.date()) && debrief_of(entries, application, r.slot()).is_some()
        };
        let just = application.rounds.iter();
        let just = just.filter(|r| is_just_over(r, now) || begun(r));
        rounds.extend(just.map(|r| (application, r)));
    }
    rounds.retain(|(application, round)| !is_written(entries, application, round));
    rounds.order_by_key(|(_, r)| std::cmp::Reverse((r.date, r.time)));
    rounds
}

/// A round that ended today or in the last days.
fn is_just_over(round: &Round, now: Now) -> bool {
    let Some(date) = round.date else { return false };
    let recent = (0..=FRESH).contains(&(now.date() - date).num_days());
    let called_off = matches!(
        round.outcome,
        Outcome::RoundCanceled | Outcome::ProcessCanceled
    );
    recent && has_ended(round, now.wall) && !called_off
}
