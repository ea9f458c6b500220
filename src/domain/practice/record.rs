//! What a sitting writes down: a head, then answers, ratings and events, each appended once and never changed.
//!
//! The running sitting can be rebuilt from these alone, which is how a killed one resumes.

mod chairs;
mod comment;
mod event;
mod heard;
mod item;
mod length;
mod reply;
mod way;

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::clock::{Factor, Pacing};
use super::shape::Shape;
use crate::domain::id::{
    CompetencyId, DimensionId, ItemId, QuestionId, ScenarioId, SittingId, StoryId,
};
use crate::domain::level::Level;
use crate::domain::library::{Kind, StageId};
use crate::domain::time::{Now, Wall};

pub use chairs::{Act, Noted, Pair, Seat, Swap, Theirs, Who};
pub use comment::Comment;
pub use event::{Event, EventKind};
pub use item::{Agreement, ItemAnswer, Response};
pub use length::is_timed;
pub use reply::{Reply, StepBack};
pub use way::Way;

/// How an answer is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Input {
    /// Typed.
    #[default]
    Typed,
    /// Spoken; only timed.
    Aloud,
}

/// Who rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rater {
    /// The user right after the answer.
    Now,
    /// The user later, without seeing the first rating.
    Cold,
    /// A practice partner.
    Partner,
    /// A coach.
    Coach,
    /// What both settled on; outranks the others.
    Agreed,
    /// What really came of it.
    Outcome,
}

/// Whether one point was in the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Not said.
    #[default]
    Missed,
    /// Half said.
    Half,
    /// Said.
    Hit,
}

/// A hint that was opened, in the order in which they open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hint {
    /// The framework: the shape of an answer.
    Shape,
    /// Which of one's own stories fit, where some do.
    Story,
    /// The outline of this question.
    Outline,
    /// The points themselves.
    Points,
}

/// Why a question was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Its time has come (spaced repetition); the level of the last time.
    Due(Level),
    /// Its time has come, and the last time it was skipped.
    Skipped,
    /// The competency is the weakest one with answers.
    Weakest(CompetencyId),
    /// It was asked in a real interview and felt rough.
    Asked(String),
    /// The advert of the job asks for it.
    Advert,
    /// Not seen before.
    New,
    /// Likely to succeed, to end well.
    Familiar,
    /// Drawn at random among what fits.
    Drawn,
    /// The next one of a list that is asked in its order.
    Listed,
    /// Ticked or picked by the user.
    Picked,
    /// Drawn for a story that the user wants to tell.
    Story(StoryId),
    /// The same question again.
    Again,
    /// This mock always asks it.
    Set,
    /// Drawn because it is asked in the field of the talk.
    Field,
}

/// One question of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// Which.
    pub question: QuestionId,
    /// Wording: 0 is the text, 1 and up the variants.
    pub wording: u8,
    /// Why this one.
    pub why: Why,
}

/// What a sitting is made of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Form {
    /// Questions that are answered and rated.
    #[default]
    Drill,
    /// One branching talk.
    Talk(ScenarioId),
    /// A set of assessment items, in the order in which they are asked.
    Items(Vec<ItemId>),
    /// Two friends at one laptop, who ask each other.
    Chairs(Box<Pair>),
}

/// The first block of a sitting's file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct SittingHead {
    /// Also the stem of the file: `2026-11-23T1830-panel`.
    pub id: SittingId,
    /// When it began.
    pub started: Wall,
    /// `Drill for the panel`.
    pub title: String,
    /// The stage it was drawn for.
    pub stage: Option<StageId>,
    /// Seed of the draw.
    pub seed: u64,
    /// Version of the library.
    pub library: String,
    /// Clock.
    pub pacing: Pacing,
    /// Extra time.
    pub factor: Factor,
    /// Typed or aloud at the start (may change for each answer).
    pub input: Input,
    /// No pause, no skip, no hints.
    pub strict: bool,
    /// Offers one follow-up where something was missing.
    pub probes: bool,
    /// Whether answers are rated each at once or all at the end; in talks and items, whether reasons come at once.
    pub rate_each: bool,
    /// A warm-up: nothing of it is rated, and nothing counts.
    pub warm_up: bool,
    /// The rung of the ladder that it is, 0 to 6.
    pub rung: Option<u8>,
    /// The shape of a whole mock; a drill has none.
    pub shape: Option<Arc<Shape>>,
    /// What it is made of.
    pub form: Form,
    /// What will be asked, in order.
    pub plan: Vec<Planned>,
}

/// What an answer is given to, when not to the question itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum To {
    /// A follow-up.
    FollowUp,
    /// A follow-up that the result named, answered there: nobody sat opposite any more.
    Afterward,
    /// The second half of the question, which was held back.
    Half,
    /// The next part of a question that goes on over several sections.
    Part,
    /// The question once more, where the format allows another take; this one counts.
    Again,
}

/// What was asked beyond the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extra {
    /// What it is.
    pub to: To,
    /// The words of the follow-up or the second half, or the title of the part.
    pub asked: String,
}

/// One attempt at one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Place in the plan, from 0.
    pub index: u16,
    /// Which question.
    pub question: QuestionId,
    /// Wording: 0 is the text, 1 and up the variants.
    pub wording: u8,
    /// 1 for the first answer to a question, then one more for each further one.
    pub take: u8,
    /// The point (from 1) that a second take was for.
    pub for_point: Option<u8>,
    /// What a later take was given to in a mock.
    pub extra: Option<Extra>,
    /// Kind and primary competency at the time, so that history survives a changed library.
    pub kind: Kind,
    /// Primary competency.
    pub competency: CompetencyId,
    /// Typed or aloud.
    pub input: Input,
    /// When it was finished.
    pub at: Wall,
    /// Seconds of thinking before the answer.
    pub think_s: u32,
    /// Seconds to the first word; `None` where nothing was said.
    pub first_word_s: Option<u32>,
    /// Seconds of the answer; pauses and sleep are not in it.
    pub seconds: u32,
    /// How long it is when spoken: `seconds` when it was, the words at the user's pace when typed.
    pub length_s: u32,
    /// Seconds paused, sleep of the computer included.
    pub paused_s: u32,
    /// Window that was shown, both edges in seconds, extra time in the upper one; `None` without a clock.
    pub window: Option<(u32, u32)>,
    /// Words typed, or of the notes when spoken.
    pub words: u32,
    /// Filler words tapped.
    pub fillers: u16,
    /// Hints opened before or while answering.
    pub hints: Vec<Hint>,
    /// What was asked for and said on the way to it.
    pub way: Way,
    /// How it was expected to go.
    pub expected: Option<Level>,
    /// Skipped or given up.
    pub skipped: bool,
    /// The answer, or the notes taken while speaking.
    pub text: String,
}

/// One rating of one answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// Place in the plan of the answer that is rated.
    pub index: u16,
    /// Which question.
    pub question: QuestionId,
    /// Who rated.
    pub rater: Rater,
    /// When.
    pub at: Wall,
    /// A mark for each strong point, in the order of the record.
    pub points: Vec<Mark>,
    /// Words of the answer that prove a point: point (from 1) and the words.
    pub proofs: Vec<(u8, String)>,
    /// Red flags seen, from 1, in the order of the record.
    pub flags: Vec<u8>,
    /// Level of each dimension rated.
    pub dimensions: Vec<(DimensionId, Level)>,
    /// What the rule table gives.
    pub computed: Level,
    /// The line of the rule table that decided (`p1`).
    pub line: String,
    /// The level that counts: as computed, or lowered by the user.
    pub level: Level,
    /// A line to oneself.
    pub note: String,
}

/// One appended block of a sitting's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// `[[answer]]`
    Answer(Answer),
    /// `[[rating]]`
    Rating(Rating),
    /// `[[event]]`
    Event(Event),
    /// `[[reply]]`
    Reply(Reply),
    /// `[[back]]`
    Back(StepBack),
    /// `[[item]]`
    Item(ItemAnswer),
    /// `[[noted]]`
    Noted(Noted),
    /// What belongs to the other one of two friends.
    Theirs(Box<Theirs>),
    /// `[[comment]]`
    Comment(Comment),
}

/// A whole file as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SittingRecord {
    /// The head.
    pub head: SittingHead,
    /// Everything after it, in order.
    pub blocks: Vec<Block>,
}

impl Event {
    /// An event of now, as a block.
    pub fn block(what: EventKind, seconds: u32, now: Now) -> Block {
        Block::Event(Self {
            at: now.wall,
            what,
            seconds,
        })
    }
}

impl SittingRecord {
    /// Whether it is over or was thrown away. A step back after the end opens a talk again.
    pub fn is_over(&self) -> bool {
        self.standing().is_some()
    }

    /// Whether nothing of it counts.
    pub fn is_thrown_away(&self) -> bool {
        self.standing() == Some(EventKind::ThrownAway)
    }

    /// The event that closed it, when nothing opened it again.
    fn standing(&self) -> Option<EventKind> {
        let tells = |block: &&Block| match block {
            Block::Event(event) => event.what.closes(),
            Block::Back(_) => true,
            _ => false,
        };
        match self.blocks.iter().rev().find(tells)? {
            Block::Event(event) => Some(event.what),
            _ => None,
        }
    }
}

impl Mark {
    /// In a word or two.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Missed => "not said",
            Self::Half => "half said",
            Self::Hit => "said",
        }
    }

    /// The mark after a second try that was heard so.
    #[must_use]
    pub const fn now(self, heard: Option<bool>) -> Self {
        match heard {
            Some(true) => Self::Hit,
            Some(false) | None => self,
        }
    }
}

impl Answer {
    /// Whether it is the answer to the question itself, not a follow-up and not one point again.
    pub fn counts(&self) -> bool {
        match &self.extra {
            Some(extra) => extra.to == To::Again,
            None => self.take <= 1,
        }
    }
}
