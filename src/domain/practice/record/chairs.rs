//! What two friends at one laptop write down: who they are, and everything that either of them notes, tap by tap, so
//! that a sitting that was killed goes on with every one of them.

use serde::{Deserialize, Serialize};

use super::{Answer, Mark, Rating};
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::time::Wall;

/// One of the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Who {
    /// The person whose home it is: their answers count in it.
    #[default]
    Me,
    /// The other one: their answers are kept with the sitting and count nowhere.
    Friend,
}

/// When they change seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Swap {
    /// After each question.
    #[default]
    Each,
    /// Once, after half of the questions.
    Half,
}

/// Who sits there, and who answers when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The first name of the person whose home it is.
    pub me: String,
    /// The first name of the other one.
    pub friend: String,
    /// Who answers first.
    pub first: Who,
    /// When they change seats.
    pub swap: Swap,
}

impl Who {
    /// The other one.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Me => Self::Friend,
            Self::Friend => Self::Me,
        }
    }
}

impl Pair {
    /// Who answers a question, by its place among so many.
    pub fn answers(&self, index: usize, of: usize) -> Who {
        let swapped = match self.swap {
            Swap::Each => index % 2 == 1,
            Swap::Half => index >= of.div_ceil(2),
        };
        if swapped {
            self.first.other()
        } else {
            self.first
        }
    }

    /// What somebody is called.
    pub fn name(&self, who: Who) -> &str {
        match who {
            Who::Me => &self.me,
            Who::Friend => &self.friend,
        }
    }
}

/// The two chairs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seat {
    /// The one who asks, listens and ticks.
    Asks,
    /// The one who answers, and rates the own answer.
    Answers,
}

/// What can be noted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Act {
    /// The clock began.
    Started,
    /// A point was ticked.
    Point,
    /// A red flag was ticked: said is seen.
    Flag,
    /// A dimension got its word.
    Word,
    /// A follow-up was asked.
    Probe,
    /// Tap: a filler word.
    Filler,
    /// Tap: "we" where "I" was wanted.
    We,
    /// Tap: it lost me.
    Lost,
    /// Tap: it landed.
    Landed,
    /// A line was noted while listening.
    Note,
    /// One line of evidence for the rating.
    Line,
    /// What to keep.
    Keep,
    /// What to change.
    Change,
    /// Both agreed on a word: for a dimension, or for the answer as a whole.
    Agreed,
    /// The last thing that was noted from this chair was taken back.
    Back,
    /// The rating from this chair is done and sealed.
    Sealed,
    /// Both have talked about it.
    Passed,
}

impl Act {
    /// Whether it can be taken back by itself.
    pub const fn is_tap(self) -> bool {
        matches!(
            self,
            Self::Point
                | Self::Flag
                | Self::Word
                | Self::Probe
                | Self::Filler
                | Self::We
                | Self::Lost
                | Self::Landed
                | Self::Note
                | Self::Agreed
        )
    }
}

/// One thing that was noted from one of the chairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noted {
    /// Place of the question in the plan, from 0.
    pub index: u16,
    /// From which chair.
    pub seat: Seat,
    /// When.
    pub at: Wall,
    /// Seconds into the answer.
    pub second: u32,
    /// What.
    pub what: Act,
    /// Which point, red flag or follow-up, from 1; 0 for anything else.
    pub n: u8,
    /// The mark of a point or a flag.
    pub mark: Option<Mark>,
    /// The dimension of a word; none for the answer as a whole.
    pub dimension: Option<DimensionId>,
    /// The word.
    pub level: Option<Level>,
    /// The words of a note or a line.
    pub text: String,
}

/// What belongs to the other one: it is never taken for an answer of the person whose home it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Theirs {
    /// `[[friend_answer]]`
    Answer(Answer),
    /// `[[friend_rating]]`: of such an answer, by either of them or by both.
    Rating(Rating),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(first: Who, swap: Swap) -> Pair {
        Pair {
            me: "Sam".to_owned(),
            friend: "Ana".to_owned(),
            first,
            swap,
        }
    }

    #[test]
    fn seats_change_after_each_question_or_after_half() {
        let order = |pair: Pair, of: usize| {
            let names = (0..of).map(|n| pair.name(pair.answers(n, of)).to_owned());
            names.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(order(pair(Who::Me, Swap::Each), 4), "Sam Ana Sam Ana");
        assert_eq!(order(pair(Who::Friend, Swap::Each), 3), "Ana Sam Ana");
        assert_eq!(order(pair(Who::Me, Swap::Half), 4), "Sam Sam Ana Ana");
        assert_eq!(order(pair(Who::Me, Swap::Half), 3), "Sam Sam Ana");
    }
}
