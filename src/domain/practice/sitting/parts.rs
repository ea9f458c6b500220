//! The pieces that a sitting is made of.

use std::sync::Arc;
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::level::Level;
use crate::domain::library::Dimension;
use crate::domain::practice::clock::USUAL_PACE;
use crate::domain::practice::record::{Answer, Extra, Hint, Input, Mark, Way};
use crate::domain::text::word_count;

/// Which step a sitting stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before the answer: time to think, how it is expected to go.
    Ready,
    /// The answer is being given.
    Answering,
    /// Rating, which points were said.
    Evidence,
    /// Rating, which red flags were seen.
    Flags,
    /// Rating, one dimension after another.
    Anchors {
        /// Place of the dimension, from 0.
        at: usize,
        /// How many there are.
        of: usize,
    },
    /// The level with its reason and what follows from it.
    After,
    /// A second try at one missed point.
    Retry,
    /// In a mock: something beyond the question is answered, a follow-up, a second half, the next part.
    FollowUp,
    /// In a mock: the interviewer lets the answer stand, or talks.
    Turn,
    /// In a mock: the take is kept or recorded again.
    Keep,
    /// In a mock: a stop without a question, such as a break or a checklist.
    Aside,
    /// Nothing is left to do.
    Finished,
}

impl Phase {
    /// Whether an answer is being given.
    pub const fn is_answering(self) -> bool {
        matches!(self, Self::Answering | Self::Retry | Self::FollowUp)
    }

    /// Whether an answer is being rated.
    pub const fn is_rating(self) -> bool {
        matches!(self, Self::Evidence | Self::Flags | Self::Anchors { .. })
    }
}

/// What a sitting needs to know about the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Speaking pace in words a minute.
    pub pace: u16,
    /// Whether delivery is rated for spoken answers.
    pub delivery: bool,
    /// Whether answers are rated by their points alone, with the descriptions on request.
    pub short: bool,
}

impl Default for Manner {
    fn default() -> Self {
        Self {
            pace: USUAL_PACE,
            delivery: true,
            short: false,
        }
    }
}

/// A half-done answer, written to disk while it is given, so that a kill loses neither words nor honesty.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// Place in the plan, from 0.
    pub index: u16,
    /// 1 for the first attempt.
    pub take: u8,
    /// Typed or aloud.
    pub input: Input,
    /// Whether it answers something beyond the question: a follow-up, a second half, a further part.
    #[serde(default)]
    pub more: bool,
    /// Whether the answer had begun (else only expectation and hints are kept).
    pub begun: bool,
    /// How it was expected to go.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<Level>,
    /// Hints opened so far.
    #[serde(default)]
    pub hints: Vec<Hint>,
    /// Facts asked for and steps said so far.
    #[serde(flatten)]
    pub way: Way,
    /// Filler words tapped so far.
    pub fillers: u16,
    /// Seconds of thinking.
    pub think_s: u32,
    /// Seconds of the answer so far.
    pub seconds: u32,
    /// Seconds paused so far.
    pub paused_s: u32,
    /// Seconds to the first word.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_word_s: Option<u32>,
    /// The words so far.
    pub text: String,
    /// The rating so far, when the answer is saved and being rated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticks: Option<Ticks>,
}

/// A rating so far, in the order of the question.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Ticks {
    /// A mark for each point.
    pub marks: Vec<Mark>,
    /// The words that prove a point, by its place from 1.
    pub proofs: Vec<(u8, String)>,
    /// Flags seen, from 1, sorted.
    pub flags: Vec<u8>,
    /// The anchor picked for each dimension.
    pub picked: Vec<Option<Level>>,
}

/// The attempt under way.
#[derive(Debug, Clone, Default)]
pub(super) struct Attempt {
    pub take: u8,
    pub for_point: Option<u8>,
    pub extra: Option<Extra>,
    pub expected: Option<Level>,
    pub hints: Vec<Hint>,
    pub way: Way,
    pub fillers: u16,
    pub think: Duration,
    pub think_paused: Duration,
    pub first_word: Option<Duration>,
    pub text: Written,
}

impl Attempt {
    pub fn first() -> Self {
        Self {
            take: 1,
            ..Self::default()
        }
    }
}

/// What is written, and its words, which are shown at each letter and so are counted once.
#[derive(Debug, Clone, Default)]
pub(super) struct Written {
    text: String,
    words: u32,
}

impl Written {
    pub fn set(&mut self, text: &str) {
        text.clone_into(&mut self.text);
        self.words = u32::try_from(word_count(text)).unwrap_or(u32::MAX);
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    pub fn words(&self) -> u32 {
        self.words
    }
}

impl From<&str> for Written {
    fn from(text: &str) -> Self {
        let mut written = Self::default();
        written.set(text);
        written
    }
}

/// The rating under way.
#[derive(Debug, Clone, Default)]
pub(super) struct Work {
    pub ticks: Ticks,
    /// The dimensions to rate.
    pub dimensions: Vec<Arc<Dimension>>,
    /// The second try that is rated as a whole; the answer to the question itself else.
    pub anew: Option<Answer>,
    /// Marks and flags as they were before each change, the latest last.
    pub before: Vec<Ticks>,
}
