//! One word of a query: how a text has it, and what else says the same.

use std::ops::Range;

/// How a text has a word: by itself, as the start of a longer one, inside of one, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// By itself; the `s` of more than one does not matter.
    Whole,
    /// A word begins with it.
    Start,
    /// It stands inside of a word.
    Inside,
    /// It is not there.
    Missing,
}

/// Words as typed, and what else says the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Term {
    /// One word, or those of an expression that has others like it.
    pub(super) typed: Vec<String>,
    /// Words or expressions that stand for it; they count only by themselves.
    pub(super) alike: Vec<String>,
    /// Words for what somebody who types it is after; they count as if they had been typed.
    pub(super) meant: &'static [&'static str],
}

impl Term {
    pub(super) fn rank(&self, folded: &str) -> Rank {
        let typed = self.typed.iter().map(|word| rank(folded, word)).max();
        let is_whole = |other: &String| rank(folded, other) == Rank::Whole;
        match typed.unwrap_or(Rank::Missing) {
            Rank::Whole => Rank::Whole,
            _ if self
                .meant
                .iter()
                .any(|word| rank(folded, word) == Rank::Whole) =>
            {
                Rank::Whole
            }
            // What was typed comes before what says the same.
            _ if self.alike.iter().any(is_whole) => Rank::Start,
            other => other,
        }
    }

    /// What it counts in a list with the best first. A number counts by itself only, and less than a word: `20` is
    /// neither 2026 nor 20,000, and `20 years` asks for years.
    pub(super) fn counts(&self, folded: &str) -> Rank {
        let [number] = self.typed.as_slice() else {
            return self.rank(folded);
        };
        if !number.chars().all(|c| c.is_ascii_digit()) {
            return self.rank(folded);
        }
        let inside = |c: char| c.is_alphanumeric() || ".,:".contains(c);
        let mut words = folded.split(|c: char| !inside(c));
        let by_itself = words.any(|w| w.trim_matches(|c: char| !c.is_alphanumeric()) == number);
        if by_itself {
            Rank::Start
        } else {
            Rank::Missing
        }
    }

    /// The word, where it alone decides.
    pub(super) fn alone(&self) -> Option<&str> {
        match self.typed.as_slice() {
            [word] if self.alike.is_empty() && self.meant.is_empty() => Some(word),
            _ => None,
        }
    }
}

/// The best place that a word has in a text.
pub(super) fn rank(folded: &str, word: &str) -> Rank {
    let places = folded
        .match_indices(word)
        .map(|(at, hit)| place(folded, at..at + hit.len()));
    let mut best = Rank::Missing;
    for place in places {
        best = best.min(place);
        if best == Rank::Whole {
            break;
        }
    }
    best
}

/// How the word at a place of a text stands there.
pub(super) fn place(folded: &str, at: Range<usize>) -> Rank {
    let before = folded.get(..at.start).unwrap_or("");
    let after = folded.get(at.end..).unwrap_or("");
    let after = after.strip_prefix('s').unwrap_or(after);
    if before.ends_with(char::is_alphanumeric) {
        Rank::Inside
    } else if after.starts_with(char::is_alphanumeric) {
        Rank::Start
    } else {
        Rank::Whole
    }
}
