//! An offer of an employer, in the user's own words, and what they want of the talk about its terms.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::search::fold;

/// How something lies to what one wants. A plain word: nothing is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// As one wants it.
    Good,
    /// One can live with it.
    AllRight,
    /// Not as one wants it.
    NotGood,
    /// Nobody has said it yet.
    #[default]
    Unknown,
}

impl Mark {
    /// All, in the order in which a key goes through them.
    pub const ALL: [Self; 4] = [Self::Good, Self::AllRight, Self::NotGood, Self::Unknown];

    /// The word on the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::AllRight => "all right",
            Self::NotGood => "not good",
            Self::Unknown => "not known yet",
        }
    }

    /// The one that the next press gives.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Good => Self::AllRight,
            Self::AllRight => Self::NotGood,
            Self::NotGood => Self::Unknown,
            Self::Unknown => Self::Good,
        }
    }
}

/// What is said about one of the things that matter.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Says {
    /// About which of them, as the user calls it.
    pub about: String,
    /// In the user's own words; may be empty.
    pub words: String,
    /// How that lies to what they want.
    pub mark: Mark,
}

impl Says {
    /// Whether nothing is known of it.
    pub fn is_open(&self) -> bool {
        self.words.is_empty() && self.mark == Mark::Unknown
    }
}

/// Whether two names are of the same thing, however they are written.
pub fn is_same(one: &str, other: &str) -> bool {
    fold(one.trim()) == fold(other.trim())
}

/// What is said about a thing.
pub fn about<'a>(all: &'a [Says], name: &str) -> Option<&'a Says> {
    all.iter().find(|says| is_same(&says.about, name))
}

/// Changes what is said about a thing; what says nothing any more is not kept.
pub fn say(all: &mut Vec<Says>, name: &str, change: impl FnOnce(&mut Says)) {
    let at = all.iter().position(|says| is_same(&says.about, name));
    let at = at.unwrap_or_else(|| {
        all.push(Says {
            about: name.to_owned(),
            ..Says::default()
        });
        all.len() - 1
    });
    change(&mut all[at]);
    if all[at].is_open() {
        all.remove(at);
    }
}

/// What an employer offers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Offer {
    /// On which day it came.
    pub came: Option<NaiveDate>,
    /// Who made it; may be empty.
    pub by: String,
    /// Until when they want an answer.
    pub answer_by: Option<NaiveDate>,
    /// Whether it is there in writing; else it was only said.
    pub written: bool,
    /// What it says about each thing that matters.
    pub says: Vec<Says>,
}

/// What the user wants of the talk about terms: written in peace, so that it holds when the call comes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Terms {
    /// What they want.
    pub target: String,
    /// The point below which they say no.
    pub no_below: String,
    /// What they ask for first.
    pub first: String,
    /// The reason for it.
    pub reason: String,
    /// What they can do instead of saying yes.
    pub instead: String,
    /// The next day of that.
    pub instead_on: Option<NaiveDate>,
    /// What else could be traded.
    pub trade: String,
}

impl Terms {
    /// Whether nothing is written down.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_counts_however_it_is_written_and_what_says_nothing_goes() {
        let mut all = Vec::new();
        say(&mut all, "Pay", |says| {
            "24.10 an hour".clone_into(&mut says.words);
        });
        say(&mut all, "pay ", |says| says.mark = Mark::Good);
        assert_eq!(all.len(), 1);
        assert_eq!(about(&all, "PAY").map(|says| says.mark), Some(Mark::Good));
        say(&mut all, "Pay", |says| *says = Says::default());
        assert!(all.is_empty());
    }

    #[test]
    fn a_key_goes_through_the_marks_and_comes_round() {
        let mut mark = Mark::Unknown;
        for expected in Mark::ALL {
            mark = mark.next();
            assert_eq!(mark, expected);
        }
    }
}
