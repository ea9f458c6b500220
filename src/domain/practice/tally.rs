//! How it usually goes with one competency or dimension: counts of the last answers, never a mark.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::history::{Fact, History, Name, Source};
use crate::domain::id::DimensionId;
use crate::domain::level::Level;

/// Answers that are looked at.
pub const LAST: usize = 8;

/// How old they may be, in days.
pub const DAYS: i64 = 90;

/// From how many answers on it is said how it stands.
pub const ENOUGH: usize = 4;

/// What an answer that carries is, where both are counted together.
pub const CARRY: &str = "Solid or Strong";

/// So many of the newest have to hold what the others show.
const NEWEST: usize = 3;

/// How it stands, said in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Under four answers.
    TooEarly,
    /// More than half are Solid or Strong, and the newest are.
    Ready,
    /// Not ready, but the newest one is Solid or Strong, and the newer half has more that are than the older one.
    Improving,
    /// Neither.
    NotYet,
}

impl State {
    /// Its word before what is counted; the last one and the first have none of their own.
    const fn word(self) -> &'static str {
        match self {
            Self::Ready => "ready, ",
            Self::Improving => "improving, ",
            Self::TooEarly | Self::NotYet => "",
        }
    }
}

/// Levels of the last answers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Tally {
    /// Newest first, at most [`LAST`].
    pub levels: Vec<Level>,
}

impl Tally {
    /// How many answers stood at each level, lowest first.
    pub fn counts(&self) -> [u8; 4] {
        let mut counts = [0; 4];
        for level in &self.levels {
            counts[level.step()] += 1;
        }
        counts
    }

    /// The middle level, of two middles the lower; `None` without answers. For choosing what to practice, never
    /// shown.
    pub fn middle(&self) -> Option<Level> {
        let mut sorted = self.levels.clone();
        sorted.sort_unstable();
        let middle = sorted.len().checked_sub(1)? / 2;
        sorted.get(middle).copied()
    }

    /// How it stands; `ready` and `improving` are never said where the newest answers fell back.
    pub fn state(&self) -> State {
        let all = self.levels.len();
        if all < ENOUGH {
            return State::TooEarly;
        }
        let carry = |levels: &[Level]| levels.iter().filter(|l| l.carries()).count();
        let half = all / 2;
        let holds = |newest: usize| carry(&self.levels[..newest]) == newest;
        if carry(&self.levels) * 2 > all && holds(NEWEST) {
            State::Ready
        } else if holds(1) && carry(&self.levels[..half]) > carry(&self.levels[all - half..]) {
            State::Improving
        } else {
            State::NotYet
        }
    }

    /// The state and what stands behind it, counted: `ready, last 8: 5 Solid or Strong, 3 Partly`; `3 answers, too
    /// early`. The third state has no word of its own.
    pub fn words(&self) -> String {
        match (self.state(), self.levels.len()) {
            (State::TooEarly, 0) => "no answers yet".to_owned(),
            (State::TooEarly, 1) => "1 answer, too early".to_owned(),
            (State::TooEarly, n) => format!("{n} answers, too early"),
            (state, n) => format!("{}last {n}: {}", state.word(), self.counted()),
        }
    }

    /// The same in less room, the longest first: `ready, 5 of 8 Solid or Strong`, and below these words `ready, 5 of 8`.
    pub fn short_words(&self) -> [String; 2] {
        let state = self.state();
        if state == State::TooEarly {
            return ["too early".to_owned(), "too early".to_owned()];
        }
        let few = format!("{} of {}", self.carrying(), self.levels.len());
        [self.share(), few].map(|words| format!("{}{words}", state.word()))
    }

    /// `5 of 8 Solid or Strong`.
    pub fn share(&self) -> String {
        format!("{} of {} {CARRY}", self.carrying(), self.levels.len())
    }

    fn carrying(&self) -> usize {
        self.levels.iter().filter(|l| l.carries()).count()
    }

    /// How many stand where, best first: `5 Solid or Strong, 3 Partly`; with one of the two alone, that one.
    fn counted(&self) -> String {
        let [not_yet, partly, solid, strong] = self.counts();
        let carry = match (solid, strong) {
            (_, 0) => (solid, Level::Solid.word()),
            (0, _) => (strong, Level::Strong.word()),
            _ => (solid + strong, CARRY),
        };
        let below = [
            (partly, Level::Partly.word()),
            (not_yet, Level::NotYet.word()),
        ];
        let parts = std::iter::once(carry).chain(below).filter(|(n, _)| *n > 0);
        let parts: Vec<String> = parts.map(|(n, word)| format!("{n} {word}")).collect();
        parts.join(", ")
    }

    fn add(&mut self, level: Level) {
        if self.levels.len() < LAST {
            self.levels.push(level);
        }
    }
}

/// The rated answers of practice of the last ninety days, newest first.
pub fn recent(history: &History, today: NaiveDate) -> impl Iterator<Item = (&Fact, Level)> {
    (history.facts().iter().rev())
        .filter(move |f| f.source == Source::Practice && (today - f.day).num_days() <= DAYS)
        .filter_map(|f| Some((f, f.level?)))
}

/// The tally of each competency that was practiced, as the primary one, in the order last practiced.
pub fn competencies(history: &History, today: NaiveDate) -> Vec<(&str, Tally)> {
    let mut places: HashMap<Name, usize> = HashMap::new();
    let mut tallies: Vec<(&str, Tally)> = Vec::new();
    let shown = recent(history, today).filter_map(|(f, level)| Some((f.shown()?, level)));
    for (competency, level) in shown {
        let place = *places.entry(competency).or_insert_with(|| {
            tallies.push((history.text(competency), Tally::default()));
            tallies.len() - 1
        });
        tallies[place].1.add(level);
    }
    tallies
}

/// The tally of each dimension, in the order first rated.
pub fn dimensions(history: &History, today: NaiveDate) -> Vec<(&DimensionId, Tally)> {
    let mut tallies: Vec<(&DimensionId, Tally)> = (history.known_dimensions().iter())
        .map(|d| (d, Tally::default()))
        .collect();
    for (fact, _) in recent(history, today) {
        for (dimension, level) in history.dimensions(fact) {
            if let Some((_, tally)) = tallies.iter_mut().find(|(d, _)| *d == dimension) {
                tally.add(level);
            }
        }
    }
    tallies.retain(|(_, tally)| !tally.levels.is_empty());
    tallies
}

/// The competencies that do not carry, weakest first: lowest middle level, then fewest answers.
pub fn weakest(history: &History, today: NaiveDate) -> Vec<&str> {
    let mut weak: Vec<(Level, usize, &str)> = (competencies(history, today).into_iter())
        .filter_map(|(id, tally)| Some((tally.middle()?, tally.levels.len(), id)))
        .filter(|(middle, ..)| !middle.carries())
        .collect();
    weak.sort_unstable();
    weak.into_iter().map(|(.., id)| id).collect()
}
