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

/// From how many answers on a usual level is named.
pub const ENOUGH: usize = 4;

/// How it stands, said in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Under four answers.
    TooEarly,
    /// Usually Solid or Strong.
    Ready,
    /// Not ready, and the newer half carries more often than the older one.
    Improving,
    /// Neither.
    NotYet,
}

impl State {
    /// Its word; the last one and the first have none of their own.
    const fn word(self) -> Option<&'static str> {
        match self {
            Self::Ready => Some("ready"),
            Self::Improving => Some("improving"),
            Self::TooEarly | Self::NotYet => None,
        }
    }

    /// The same with what stands behind it.
    fn because(self, reason: &str) -> String {
        match self.word() {
            Some(word) => format!("{word}, {reason}"),
            None => reason.to_owned(),
        }
    }
}

/// How the last answers went, taken together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Usual {
    /// More than half of them at this level.
    Mostly(Level),
    /// No level has more than half.
    Mixed,
}

impl Usual {
    /// `mostly Solid`, `mixed`.
    pub fn words(self) -> String {
        match self {
            Self::Mostly(level) => format!("mostly {}", level.word()),
            Self::Mixed => self.bare().to_owned(),
        }
    }

    /// The same below the word "mostly".
    pub const fn bare(self) -> &'static str {
        match self {
            Self::Mostly(level) => level.word(),
            Self::Mixed => "mixed",
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

    /// The middle level, of two middles the lower; `None` without answers. For choosing what to practice; on the
    /// screen it is [`Self::usual`].
    pub fn middle(&self) -> Option<Level> {
        let mut sorted = self.levels.clone();
        sorted.sort_unstable();
        let middle = sorted.len().checked_sub(1)? / 2;
        sorted.get(middle).copied()
    }

    /// How they went taken together, so that it never says another thing than the answers counted one by one; `None`
    /// under four of them.
    pub fn usual(&self) -> Option<Usual> {
        let all = self.levels.len();
        let most = |level: &&Level| usize::from(self.counts()[level.step()]) * 2 > all;
        let usual = Level::ALL.iter().find(most);
        (all >= ENOUGH).then(|| usual.map_or(Usual::Mixed, |level| Usual::Mostly(*level)))
    }

    /// How it stands.
    pub fn state(&self) -> State {
        let Some(middle) = self.middle().filter(|_| self.levels.len() >= ENOUGH) else {
            return State::TooEarly;
        };
        let half = self.levels.len() / 2;
        let carry = |levels: &[Level]| levels.iter().filter(|l| l.carries()).count();
        let newer = carry(&self.levels[..half]);
        let older = carry(&self.levels[self.levels.len() - half..]);
        if middle.carries() {
            State::Ready
        } else if newer > older {
            State::Improving
        } else {
            State::NotYet
        }
    }

    /// The state with its reason, which tells how many answers it counts where those are not all that there are:
    /// `ready, mostly Solid`, `last 8: mixed`, `3 answers, too early`. The third state has no word of its own.
    pub fn words(&self, of: usize) -> String {
        let counted = self.levels.len();
        let usual = if counted == of {
            self.reason()
        } else {
            format!("last {counted}: {}", self.reason())
        };
        match (self.state(), counted) {
            (State::TooEarly, 0) => "no answers yet".to_owned(),
            (State::TooEarly, 1) => "1 answer, too early".to_owned(),
            (State::TooEarly, n) => format!("{n} answers, too early"),
            (state, _) => state.because(&usual),
        }
    }

    /// The same in less room, the longest first; each says the same of the answers. The last is one word.
    pub fn short_words(&self) -> [String; 2] {
        let state = self.state();
        match (self.usual(), state.word()) {
            (None, _) => ["too early".to_owned(), "too early".to_owned()],
            (Some(_), Some(word)) => [state.because(&self.reason()), word.to_owned()],
            (Some(usual), None) => [usual.words(), usual.bare().to_owned()],
        }
    }

    /// What stands behind a state.
    fn reason(&self) -> String {
        match (self.usual(), self.state()) {
            // More than half of them are one or the other.
            (Some(Usual::Mixed), State::Ready) => "Solid or Strong".to_owned(),
            (usual, _) => usual.map_or_else(String::new, Usual::words),
        }
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
    for (fact, level) in recent(history, today) {
        let place = *places.entry(fact.competency).or_insert_with(|| {
            tallies.push((history.text(fact.competency), Tally::default()));
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
