//! One answer that is rated by somebody who did not just give it: read, ticked point by point, and given its words. The
//! interviewer's seat, a coach and one's own second look all rate on it.

use std::sync::Arc;

use super::record::Mark;
use super::sheet::{Sheet, Ticked};
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
    lines: Vec<Line>,
    sheet: Sheet,
    before: Vec<Was>,
    after: Vec<Was>,
}

/// A sheet as it was, with the step and the row at which it was changed: whoever takes that back sees it happen.
#[derive(Debug, Clone)]
struct Was {
    sheet: Sheet,
    step: Stand,
    row: usize,
}

impl Bench {
    /// An answer to a question that nothing is ticked of.
    pub fn new(question: Arc<Question>, said: String, lines: Vec<Line>) -> Self {
        let (points, flags) = (question.strong.len(), question.red_flags.len());
        Self {
            step: Stand::Listen,
            sheet: Sheet::new(points, flags, lines.len()),
            lines,
            question,
            said,
            before: Vec::new(),
            after: Vec::new(),
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

    /// What is marked of it so far.
    pub const fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The lines with the word that each has so far.
    pub fn words(&self) -> impl Iterator<Item = (&Line, Option<Level>)> {
        self.lines.iter().zip(self.sheet.words().iter().copied())
    }

    /// The dimensions that have their word.
    pub fn rated(&self) -> impl Iterator<Item = (&Arc<Dimension>, Level)> {
        self.words().filter_map(|(line, level)| match line {
            Line::Dimension(dimension) => Some((dimension, level?)),
            Line::Whole => None,
        })
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

    /// Whether every line has its word.
    pub fn is_whole(&self) -> bool {
        self.sheet.open_word().is_none()
    }

    /// Not said, said, half said, by the row of a point; a red flag, in the rows after them, is seen or not.
    pub fn tick(&mut self, row: usize) {
        if let Some(ticked) = self.sheet.next(row) {
            self.change(row, |sheet| sheet.put(ticked));
        }
    }

    /// Gives a line, by its row, its word.
    pub fn rate(&mut self, row: usize, level: Level) {
        self.change(row, |sheet| sheet.rate(row, level));
    }

    fn change(&mut self, row: usize, change: impl FnOnce(&mut Sheet)) {
        let sheet = self.sheet.clone();
        change(&mut self.sheet);
        if sheet != self.sheet {
            let step = self.step;
            self.before.push(Was { sheet, step, row });
            self.after.clear();
        }
    }

    /// Takes the last tick or word back, at the step where it was given; which row that is, `None` where nothing is left.
    pub fn take_back(&mut self) -> Option<usize> {
        let was = self.before.pop()?;
        let row = was.row;
        let undone = self.stand_as(was);
        self.after.push(undone);
        Some(row)
    }

    /// Does again what was taken back last; which row that is, `None` where nothing is left.
    pub fn do_again(&mut self) -> Option<usize> {
        let was = self.after.pop()?;
        let row = was.row;
        let done = self.stand_as(was);
        self.before.push(done);
        Some(row)
    }

    fn stand_as(&mut self, was: Was) -> Was {
        self.step = was.step;
        Was {
            sheet: std::mem::replace(&mut self.sheet, was.sheet),
            ..was
        }
    }

    /// Puts back what was ticked and rated before; what does not fit the question is left out.
    pub fn put(&mut self, marks: &[Mark], flags: &[u8], levels: &[(DimensionId, Level)]) {
        for (n, mark) in (1..=u8::MAX).zip(marks) {
            self.sheet.put(Ticked::Point(n, *mark));
        }
        for n in flags {
            self.sheet.put(Ticked::Flag(*n, true));
        }
        for (row, line) in self.lines.iter().enumerate() {
            let Line::Dimension(dimension) = line else {
                continue;
            };
            let mut old = levels.iter().filter(|(id, _)| *id == dimension.id);
            if let Some((_, level)) = old.next() {
                self.sheet.rate(row, *level);
            }
        }
    }

    /// Goes on: to the points, to the words, and to the end once every line has its word; `true` when it is rated now.
    pub fn on(&mut self) -> bool {
        self.step = match self.step {
            Stand::Listen => Stand::Points,
            Stand::Points if self.lines.is_empty() => Stand::Beside,
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
