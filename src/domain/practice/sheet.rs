//! What somebody who listens marks on a sheet: the points that were heard, the red flags, a word for each dimension.

use super::record::Mark;
use crate::domain::dice::Dice;
use crate::domain::level::Level;

/// The order in which the four descriptions of a dimension are shown: which level comes first tells nothing.
pub fn anchor_order(seed: u64, question: usize, dimension: usize) -> [usize; 4] {
    let place = (question as u64) << 8 | dimension as u64;
    let mut order = [0, 1, 2, 3];
    Dice::stream(seed, "anchors", place).shuffle(&mut order);
    order
}

/// The sheet of one answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    marks: Vec<Mark>,
    flags: Vec<bool>,
    words: Vec<Option<Level>>,
}

/// A row of a sheet as it stands after a tick; points and flags are counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ticked {
    /// A point.
    Point(u8, Mark),
    /// A red flag.
    Flag(u8, bool),
}

impl Sheet {
    /// An empty one for so many points, red flags and dimensions.
    pub fn new(points: usize, flags: usize, dimensions: usize) -> Self {
        Self {
            marks: vec![Mark::Missed; points],
            flags: vec![false; flags],
            words: vec![None; dimensions],
        }
    }

    /// The marks of the points, in their order.
    pub fn marks(&self) -> &[Mark] {
        &self.marks
    }

    /// Whether each red flag was seen, in their order.
    pub fn flags(&self) -> &[bool] {
        &self.flags
    }

    /// The word of each dimension, in their order.
    pub fn words(&self) -> &[Option<Level>] {
        &self.words
    }

    /// What the next tick of a row makes of it: a point is not said, said, half said; a red flag, in the rows after
    /// them, is seen or not.
    pub fn next(&self, row: usize) -> Option<Ticked> {
        let number = |at: usize| u8::try_from(at + 1).ok();
        if let Some(mark) = self.marks.get(row) {
            return Some(Ticked::Point(
                number(row)?,
                match mark {
                    Mark::Missed => Mark::Hit,
                    Mark::Hit => Mark::Half,
                    Mark::Half => Mark::Missed,
                },
            ));
        }
        let at = row - self.marks.len();
        let seen = self.flags.get(at)?;
        Some(Ticked::Flag(number(at)?, !seen))
    }

    /// Takes a tick.
    pub fn put(&mut self, ticked: Ticked) {
        let place = |n: u8| usize::from(n).wrapping_sub(1);
        match ticked {
            Ticked::Point(n, mark) => {
                if let Some(slot) = self.marks.get_mut(place(n)) {
                    *slot = mark;
                }
            }
            Ticked::Flag(n, seen) => {
                if let Some(slot) = self.flags.get_mut(place(n)) {
                    *slot = seen;
                }
            }
        }
    }

    /// Gives a dimension, by its row, its word.
    pub fn rate(&mut self, row: usize, level: Level) {
        if let Some(slot) = self.words.get_mut(row) {
            *slot = Some(level);
        }
    }

    /// Whether anything is ticked or has its word.
    pub fn is_begun(&self) -> bool {
        self.marks.iter().any(|mark| *mark != Mark::Missed)
            || self.flags.contains(&true)
            || self.words.iter().any(Option::is_some)
    }

    /// The first dimension, by its row, that has no word yet.
    pub fn open_word(&self) -> Option<usize> {
        self.words.iter().position(Option::is_none)
    }

    /// The points with this mark, from 1.
    pub fn points(&self, wanted: Mark) -> Vec<u8> {
        let numbered = (1..=u8::MAX).zip(&self.marks);
        let found = numbered.filter(|(_, mark)| **mark == wanted);
        found.map(|(n, _)| n).collect()
    }

    /// The red flags that were seen, from 1.
    pub fn seen(&self) -> Vec<u8> {
        let seen = (1..=u8::MAX).zip(&self.flags).filter(|(_, seen)| **seen);
        seen.map(|(n, _)| n).collect()
    }
}
