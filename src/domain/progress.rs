//! What practice has come to: counts and words, honest about small numbers, never one figure for a person.

use std::collections::HashSet;

use chrono::{Datelike, Days, NaiveDate};

use super::level::Level;
use super::library::Kind;
use super::practice::clock::Edge;
use super::practice::history::{Fact, History, Source};

pub use super::practice::tally::{CARRY, State, Tally, competencies, dimensions, recent, weakest};

/// From how many pairs on something is said about other raters or real outcomes.
pub const PAIRS: u32 = 5;

/// Answers of practice in the last `days` days, oldest first.
pub fn span(history: &History, today: NaiveDate, days: i64) -> impl Iterator<Item = &Fact> {
    (history.facts().iter())
        .filter(move |f| f.source == Source::Practice && (today - f.day).num_days() < days)
}

/// The line at the top: how much was practiced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Totals {
    /// Answers, skipped ones not counted.
    pub answers: u32,
    /// Sittings they were given in.
    pub sittings: u32,
    /// Seconds spent.
    pub spent_s: u32,
}

/// Adds up what was practiced.
pub fn totals<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Totals {
    let mut sittings = HashSet::new();
    let mut totals = Totals::default();
    for fact in facts {
        totals.answers = totals.answers.saturating_add(u32::from(!fact.skipped));
        totals.spent_s = totals.spent_s.saturating_add(u32::from(fact.spent_s));
        sittings.insert(fact.origin);
    }
    totals.sittings = u32::try_from(sittings.len()).unwrap_or(u32::MAX);
    totals
}

/// How answers kept to their windows; answers without a clock are in none of the counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Discipline {
    /// Below the lower edge.
    pub before: u32,
    /// Between the edges.
    pub inside: u32,
    /// Above the upper edge.
    pub over: u32,
}

impl Discipline {
    /// Counts answers.
    pub fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut discipline = Self::default();
        for edge in facts.into_iter().filter_map(|f| f.edge) {
            match edge {
                Edge::Before => discipline.before += 1,
                Edge::Inside => discipline.inside += 1,
                Edge::Over => discipline.over += 1,
            }
        }
        discipline
    }

    /// Answers that had a window.
    pub const fn total(self) -> u32 {
        self.before + self.inside + self.over
    }
}

/// One day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: NaiveDate,
    /// Minutes practiced, rounded up.
    pub minutes: u32,
    /// Answers given.
    pub answers: u32,
}

/// The week of `today`, Monday first; days to come have nothing yet.
pub fn week(history: &History, today: NaiveDate) -> [Day; 7] {
    let into = u64::from(today.weekday().num_days_from_monday());
    let monday = today.checked_sub_days(Days::new(into)).unwrap_or(today);
    [0, 1, 2, 3, 4, 5, 6].map(|n| {
        let date = monday.checked_add_days(Days::new(n)).unwrap_or(monday);
        let facts = history.facts().iter().rev();
        // Facts are in the order of time; a day's worth of other time zones lies before the week at most.
        let week = facts.take_while(|f| (monday - f.day).num_days() <= 1);
        let facts = week.filter(|f| f.source == Source::Practice && f.day == date);
        let totals = totals(facts);
        Day {
            date,
            minutes: totals.spent_s.div_ceil(60),
            answers: totals.answers,
        }
    })
}

/// What was expected before an answer against what it came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Expected {
    /// Answers by level expected, then level got.
    pub grid: [[u32; 4]; 4],
    /// The kind that most of those that went worse have, when it is at least half of them and two.
    pub worse_kind: Option<(Kind, u32)>,
}

impl Expected {
    /// Counts answers that have both.
    pub fn of<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        let mut expected = Self::default();
        let mut worse: Vec<Kind> = Vec::new();
        for fact in facts {
            let (Some(hoped), Some(got)) = (fact.expected, fact.level) else {
                continue;
            };
            expected.grid[hoped.step()][got.step()] += 1;
            if got < hoped {
                worse.push(fact.kind);
            }
        }
        let of = |kind: &Kind| worse.iter().filter(|k| *k == kind).count();
        expected.worse_kind = (Kind::ALL.iter().rev())
            .max_by_key(|kind| of(kind))
            .filter(|kind| of(kind) >= 2 && of(kind) * 2 >= worse.len())
            .map(|kind| (*kind, u32::try_from(of(kind)).unwrap_or(u32::MAX)));
        expected
    }

    /// Answers with both.
    pub fn total(&self) -> u32 {
        self.grid.iter().flatten().sum()
    }

    /// Answers that went as expected, better, and worse.
    pub fn sides(&self) -> [u32; 3] {
        let mut sides = [0; 3];
        for (hoped, row) in self.grid.iter().enumerate() {
            for (got, count) in row.iter().enumerate() {
                let side = match got.cmp(&hoped) {
                    std::cmp::Ordering::Equal => 0,
                    std::cmp::Ordering::Greater => 1,
                    std::cmp::Ordering::Less => 2,
                };
                sides[side] += count;
            }
        }
        sides
    }
}

/// The user's own level against another one for the same answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Eyes {
    /// The other one was lower.
    pub lower: u32,
    /// Both were alike.
    pub same: u32,
    /// The other one was higher.
    pub higher: u32,
}

impl Eyes {
    /// The second look: rated again later, blind.
    pub fn second_look<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        Self::of(facts.into_iter().map(|f| (f.own, f.cold)))
    }

    /// A coach.
    pub fn coach<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        Self::of(facts.into_iter().map(|f| (f.own, f.coach)))
    }

    /// A practice partner.
    pub fn others<'a>(facts: impl IntoIterator<Item = &'a Fact>) -> Self {
        Self::of(facts.into_iter().map(|f| (f.own, f.other)))
    }

    /// Answers with both.
    pub const fn total(self) -> u32 {
        self.lower + self.same + self.higher
    }

    /// Whether anything may be said about them.
    pub const fn is_enough(self) -> bool {
        self.total() >= PAIRS
    }

    fn of(pairs: impl Iterator<Item = (Option<Level>, Option<Level>)>) -> Self {
        let mut eyes = Self::default();
        for pair in pairs {
            if let (Some(own), Some(other)) = pair {
                match other.cmp(&own) {
                    std::cmp::Ordering::Less => eyes.lower += 1,
                    std::cmp::Ordering::Equal => eyes.same += 1,
                    std::cmp::Ordering::Greater => eyes.higher += 1,
                }
            }
        }
        eyes
    }
}

#[cfg(test)]
mod tests;
