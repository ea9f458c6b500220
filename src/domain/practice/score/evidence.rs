//! What is known about one answer when its level is worked out.

use std::sync::Arc;

use crate::domain::level::Level;
use crate::domain::library::{Dimension, Part, Question, RedFlag};
use crate::domain::practice::clock::Span;
use crate::domain::practice::record::{Answer, Hint, Mark};

/// A dimension with the level of the anchor that was picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// Which.
    pub dimension: Arc<Dimension>,
    /// The level of its anchor.
    pub level: Level,
}

/// Everything that the rule table looks at.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    /// The question.
    pub question: &'a Question,
    /// The first attempt.
    pub answer: &'a Answer,
    /// A mark for each point, in the order of the question; a missing one counts as missed.
    pub marks: &'a [Mark],
    /// Red flags seen, from 1.
    pub flags: &'a [u8],
    /// Dimensions rated, in the order they were asked.
    pub rated: &'a [Rated],
}

/// How many points were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Said {
    /// Said.
    pub hit: u8,
    /// Half said.
    pub half: u8,
    /// Not said.
    pub missed: u8,
}

impl Said {
    /// Counts the marks.
    pub fn of(marks: impl Iterator<Item = Mark>) -> Self {
        let mut said = Self::default();
        for mark in marks {
            let count = match mark {
                Mark::Hit => &mut said.hit,
                Mark::Half => &mut said.half,
                Mark::Missed => &mut said.missed,
            };
            *count = count.saturating_add(1);
        }
        said
    }

    /// How many points there are.
    pub const fn total(self) -> u8 {
        self.hit
            .saturating_add(self.half)
            .saturating_add(self.missed)
    }

    /// `2 of 5 points said, 1 half`.
    pub fn words(self) -> String {
        let half = match self.half {
            0 => String::new(),
            n => format!(", {n} half"),
        };
        format!("{} of {} points said{half}", self.hit, self.total())
    }

    /// Whether the share of points said (a half counts half) is at least `num` of `den`; `true` without points.
    pub fn covers(self, num: u32, den: u32) -> bool {
        let doubled = 2 * u32::from(self.hit) + u32::from(self.half);
        doubled * den >= 2 * u32::from(self.total()) * num
    }
}

impl Evidence<'_> {
    /// The mark of a point, counted from 0.
    pub fn mark(&self, point: usize) -> Mark {
        self.marks.get(point).copied().unwrap_or_default()
    }

    /// How many points were said.
    pub fn said(&self) -> Said {
        Said::of((0..self.question.strong.len()).map(|n| self.mark(n)))
    }

    /// The first point, from 0, that is core or not as asked and has the mark.
    pub fn first(&self, core: bool, mark: Mark) -> Option<usize> {
        (0..self.question.strong.len())
            .find(|n| self.question.strong[*n].core == core && self.mark(*n) == mark)
    }

    /// Whether a point with this part was at least half said; `None` when the question has none.
    pub fn part(&self, part: Part) -> Option<bool> {
        let mut marks = (self.question.strong.iter().enumerate())
            .filter(|(_, p)| p.part == Some(part))
            .map(|(n, _)| self.mark(n))
            .peekable();
        marks.peek()?;
        Some(marks.any(|m| m != Mark::Missed))
    }

    /// The first critical red flag that was seen, from 1.
    pub fn critical(&self) -> Option<u8> {
        self.flags
            .iter()
            .copied()
            .find(|n| self.flag(*n).is_some_and(|f| f.critical))
    }

    /// The first red flag with this shared code that was seen, from 1.
    pub fn flagged(&self, code: &str) -> Option<u8> {
        self.flags
            .iter()
            .copied()
            .find(|n| (self.flag(*n)).is_some_and(|f| f.code.as_deref() == Some(code)))
    }

    /// A red flag, counted from 1.
    pub fn flag(&self, n: u8) -> Option<&RedFlag> {
        usize::from(n)
            .checked_sub(1)
            .and_then(|n| self.question.red_flags.get(n))
    }

    /// The window that the length is held against; `None` in an untimed drill.
    pub fn span(&self) -> Option<Span> {
        self.answer.window.map(|(min, max)| Span { min, max })
    }

    /// Whether a hint was opened.
    pub fn opened(&self, hint: Hint) -> bool {
        self.answer.hints.contains(&hint)
    }
}
