//! What a screen is handed: borrowed pieces of a sitting.

use crate::domain::id::{CompetencyId, FrameworkId, QuestionId};
use crate::domain::level::Level;
use crate::domain::library::{Dimension, Kind, Persona, Probe, Question, Reading};
use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::{Answer, Mark, Rating};
use crate::domain::practice::score::{NextStep, Said, Verdict};

/// The question as the candidate hears it.
#[derive(Debug, Clone, Copy)]
pub struct Prompt<'a> {
    /// Which.
    pub id: &'a QuestionId,
    /// The wording of this sitting.
    pub text: &'a str,
    /// Facts given before; may be empty.
    pub setup: &'a str,
    /// Kind.
    pub kind: Kind,
    /// Competencies, the first is the primary one.
    pub competencies: &'a [CompetencyId],
    /// 1 to 3.
    pub difficulty: u8,
    /// Seconds to think, extra time included; 0 when none are set.
    pub prep_s: u32,
    /// The first hint, by id.
    pub framework: &'a FrameworkId,
    /// Facts released on request.
    pub data: &'a [(String, String)],
    /// Character of a role play.
    pub persona: Option<&'a Persona>,
}

/// One point of the evidence list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PointView<'a> {
    /// The point.
    pub text: &'a str,
    /// How it is marked.
    pub mark: Mark,
    /// The words that prove it.
    pub proof: Option<&'a str>,
}

/// One red flag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FlagView<'a> {
    /// What would have been heard.
    pub text: &'a str,
    /// Whether it was.
    pub seen: bool,
}

/// One dimension to be rated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnchorView<'a> {
    /// Title and question as they read for this kind.
    pub reading: &'a Reading,
    /// What must not count.
    pub not_this: &'a str,
    /// The four descriptions, shuffled.
    pub anchors: [&'a str; 4],
    /// Which of them is picked.
    pub picked: Option<usize>,
}

/// A point that was tried again, or that a follow-up went back to.
#[derive(Debug, Clone, Copy)]
pub struct Tried<'a> {
    /// What was said to it.
    pub answer: &'a Answer,
    /// Its mark before.
    pub before: Mark,
    /// Whether it is said now, once somebody said so.
    pub now: Option<bool>,
}

/// What comes of an answer.
#[derive(Debug, Clone)]
pub struct After<'a> {
    /// The rating as written down.
    pub rating: &'a Rating,
    /// The line of the table with its reason, the dimensions, and what a gate holds down.
    pub verdict: &'a Verdict,
    /// The answer.
    pub answer: &'a Answer,
    /// What was said to follow-ups and in further parts.
    pub more: &'a [Answer],
    /// Points said.
    pub said: Said,
    /// Where its length lies in the window.
    pub edge: Option<Edge>,
    /// The one next step.
    pub next_step: Option<NextStep>,
    /// The follow-up, where follow-ups are wanted.
    pub probe: Option<&'a Probe>,
    /// The point (from 1) that a second try would be for.
    pub retry: Option<u8>,
    /// Second tries since that answer.
    pub retries: &'a [Answer],
    /// Whether that answer is a second try itself, rated as a whole.
    pub second: bool,
    /// What was answered last from the result, where it was for one point.
    pub tried: Option<Tried<'a>>,
    /// The question, with what it held back.
    pub question: &'a Question,
}

impl After<'_> {
    /// The level that counts.
    pub const fn level(&self) -> Level {
        self.rating.level
    }

    /// The last follow-up that was answered from here.
    pub fn answered(&self) -> Option<&Answer> {
        self.more.last().filter(|a| a.is_beside())
    }

    /// Whether it was rated by its points alone.
    pub fn is_by_points(&self) -> bool {
        self.rating.dimensions.is_empty()
    }

    /// The dimensions with their titles as they read for this kind, and their levels.
    pub fn dimensions(&self) -> impl Iterator<Item = (&Dimension, &str, Level)> {
        self.verdict.rated.iter().map(|r| {
            let title = r.dimension.reading_for(self.answer.kind).title.as_str();
            (r.dimension.as_ref(), title, r.level)
        })
    }
}
