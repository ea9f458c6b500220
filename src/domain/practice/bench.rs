//! One answer that is rated by somebody who did not just give it: read, ticked point by point, and given its words. The
//! interviewer's seat, a coach and one's own second look all rate on it.

use std::sync::Arc;

use super::record::Mark;
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::{Dimension, Question};

/// Where the rating stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stand {
    /// The answer is heard.
    Listen,
    /// Points and red flags are ticked.
    Points,
    /// Each line gets its word.
    Words,
    /// It is rated; another rating may lie beside it.
    Beside,
}

/// What gets a word.
#[derive(Debug, Clone)]
pub enum Line {
    /// One dimension, by its descriptions.
    Dimension(Arc<Dimension>),
    /// The answer as a whole.
    Whole,
}

/// The answer with its rating so far.
#[derive(Debug, Clone)]
pub struct Bench {
    question: Arc<Question>,
    said: String,
    step: Stand,
    marks: Vec<Mark>,
    flags: Vec<bool>,
    words: Vec<(Line, Option<Level>)>,
}

impl Bench {
    /// An answer to a question that nothing is ticked of.
    pub fn new(question: Arc<Question>, said: String, lines: Vec<Line>) -> Self {
        Self {
            step: Stand::Listen,
            marks: vec![Mark::Missed; question.strong.len()],
            flags: vec![false; question.red_flags.len()],
            words: lines.into_iter().map(|line| (line, None)).collect(),
            question,
            said,
        }
    }

    /// The question.
    pub fn question(&self) -> &Question {
        &self.question
    }

    /// What was said to it.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// Where the rating stands.
    pub const fn step(&self) -> Stand {
        self.step
    }

    /// The marks of the points, in their order.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Whether each red flag was seen, in their order.
    pub fn flags(&self) -> &[bool] {
        &self.flags
    }

    /// The lines with the word that each has so far.
    pub fn words(&self) -> &[(Line, Option<Level>)] {
        &self.words
    }

    /// The dimensions that have their word.
    pub fn rated(&self) -> impl Iterator<Item = (&Arc<Dimension>, Level)> {
        self.words.iter().filter_map(|(line, level)| match line {
            Line::Dimension(dimension) => Some((dimension, (*level)?)),
            Line::Whole => None,
        })
    }

    /// Points with this mark, from 1.
    pub fn points(&self, wanted: Mark) -> Vec<u8> {
        let numbered = (1..=u8::MAX).zip(&self.marks);
        let found = numbered.filter(|(_, mark)| **mark == wanted);
        found.map(|(n, _)| n).collect()
    }

    /// Red flags that were seen, from 1.
    pub fn seen(&self) -> Vec<u8> {
        let seen = (1..=u8::MAX).zip(&self.flags).filter(|(_, seen)| **seen);
        seen.map(|(n, _)| n).collect()
    }

    /// The same with question and answer as `hide` shows them.
    #[must_use]
    pub fn masked(&self, hide: impl Fn(&str) -> String) -> Self {
        let question = Question {
            text: hide(&self.question.text),
            ..(*self.question).clone()
        };
        Self {
            question: Arc::new(question),
            said: hide(&self.said),
            ..self.clone()
        }
    }

    /// Whether anything is ticked or has its word.
    pub fn is_begun(&self) -> bool {
        self.marks.iter().any(|mark| *mark != Mark::Missed)
            || self.flags.contains(&true)
            || self.words.iter().any(|(_, level)| level.is_some())
    }

    /// Whether every line has its word.
    pub fn is_whole(&self) -> bool {
        self.open_word().is_none()
    }

    /// Not said, said, half said, by the row of a point; a red flag, in the rows after them, is seen or not.
    pub fn tick(&mut self, row: usize) {
        if let Some(mark) = self.marks.get_mut(row) {
            *mark = match mark {
                Mark::Missed => Mark::Hit,
                Mark::Hit => Mark::Half,
                Mark::Half => Mark::Missed,
            };
        } else if let Some(seen) = self.flags.get_mut(row - self.marks.len()) {
            *seen = !*seen;
        }
    }

    /// Gives a line, by its row, its word.
    pub fn rate(&mut self, row: usize, level: Level) {
        if let Some((_, word)) = self.words.get_mut(row) {
            *word = Some(level);
        }
    }

    /// Puts back what was ticked and rated before; what does not fit the question is left out.
    pub fn put(&mut self, marks: &[Mark], flags: &[u8], levels: &[(DimensionId, Level)]) {
        for (mark, old) in self.marks.iter_mut().zip(marks) {
            *mark = *old;
        }
        for (n, seen) in (1..=u8::MAX).zip(&mut self.flags) {
            *seen = flags.contains(&n);
        }
        for (line, word) in &mut self.words {
            let Line::Dimension(dimension) = line else {
                continue;
            };
            let mut old = levels.iter().filter(|(id, _)| *id == dimension.id);
            *word = old.next().map(|(_, level)| *level);
        }
    }

    /// The first line, by its row, that has no word yet.
    pub fn open_word(&self) -> Option<usize> {
        self.words.iter().position(|(_, level)| level.is_none())
    }

    /// Goes on: to the points, to the words, and to the end once every line has its word; `true` when it is rated now.
    pub fn on(&mut self) -> bool {
        self.step = match self.step {
            Stand::Listen => Stand::Points,
            Stand::Points if self.words.is_empty() => Stand::Beside,
            Stand::Points => Stand::Words,
            Stand::Words if self.is_whole() => Stand::Beside,
            Stand::Words | Stand::Beside => return false,
        };
        self.step == Stand::Beside
    }

    /// One step back within a rating; `false` where nothing comes before, or it is rated.
    pub const fn back(&mut self) -> bool {
        self.step = match self.step {
            Stand::Points => Stand::Listen,
            Stand::Words => Stand::Points,
            Stand::Listen | Stand::Beside => return false,
        };
        true
    }

    /// The answer is read from its beginning; what is ticked stays.
    pub const fn listen(&mut self) {
        self.step = Stand::Listen;
    }
}
