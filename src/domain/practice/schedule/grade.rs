//! From a level to what the memory model is told.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::level::Level;
use crate::domain::practice::history::{Fact, History, Name, Source};

/// What the memory model is told about one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Failed: nothing retrieved, or another question answered.
    Again = 1,
    /// A pass with gaps.
    Hard = 2,
    /// A pass.
    Good = 3,
    /// A pass with ease.
    Easy = 4,
}

/// One answer as the memory model sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Review {
    /// Its day.
    pub day: NaiveDate,
    /// How it went.
    pub grade: Grade,
    /// A missed point was tried again at once; it comes back the next day.
    pub retried: bool,
}

/// Pairs of own and other level that the guard against rating too high looks at.
const PAIRS: usize = 8;

/// Steps that own levels may lie above the others in so many pairs together: more than 0.4 each is too high.
const TOO_HIGH: i32 = 4;

/// The reviews of every question, oldest first.
pub(super) fn reviews(history: &History) -> HashMap<Name, Vec<Review>> {
    let mut reviews: HashMap<Name, Vec<Review>> = HashMap::new();
    let mut pairs: Vec<i32> = Vec::new();
    for fact in history.facts() {
        if fact.told().is_some() {
            let earlier = reviews.entry(fact.question).or_default();
            let grade = match fact.level {
                Some(level) => grade(fact, level, earlier, rates_too_high(&pairs)),
                // What was skipped was not retrieved: it comes back soon, without a level.
                None => Grade::Again,
            };
            earlier.push(Review {
                day: fact.day,
                grade,
                retried: fact.retried,
            });
        }
        pairs.extend(pair(fact));
    }
    reviews
}

/// The grade of one answer. Easy asks for two earlier passes with Good, for having expected it, and for a hand
/// that does not rate too high; a question of a real interview had no points checked, so it is never Easy.
fn grade(fact: &Fact, level: Level, earlier: &[Review], too_high: bool) -> Grade {
    match level {
        Level::NotYet => Grade::Again,
        Level::Partly => Grade::Hard,
        Level::Solid => Grade::Good,
        Level::Strong => {
            let passes = earlier.iter().filter(|r| r.grade >= Grade::Good).count();
            let easy = fact.source == Source::Practice
                && passes >= 2
                && fact.expected.is_some_and(Level::carries)
                && (fact.agreed || !too_high);
            if easy { Grade::Easy } else { Grade::Good }
        }
    }
}

/// Steps of the own level above the other one: a partner's or a coach's, or the own one given later and blind.
fn pair(fact: &Fact) -> Option<i32> {
    let steps = |level: Level| i32::try_from(level.step()).unwrap_or_default();
    let other = fact.other.or(fact.coach).or(fact.cold)?;
    Some(steps(fact.own?) - steps(other))
}

/// Whether the last pairs lie too high on the whole.
fn rates_too_high(pairs: &[i32]) -> bool {
    let last = pairs.len().checked_sub(PAIRS).map(|from| &pairs[from..]);
    last.is_some_and(|last| last.iter().sum::<i32>() >= TOO_HIGH)
}
