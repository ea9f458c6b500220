//! Blueprints: the shape of a whole mock, section by section.

use super::closed::closed;
use super::item::ItemKind;
use super::kind::{Kind, Seniority};
use super::question::Card;
use super::stage::StageId;
use crate::domain::id::{
    BlueprintId, CompetencyId, FamilyId, PanelId, PersonaId, QuestionId, TopicId,
};

closed! {
    /// When a mock is rated.
    Feedback {
        /// After all of it, as in life.
        End "end" "At the end",
        /// After each answer.
        Each "each" "After each answer",
    }
}

closed! {
    /// What makes a mock harder.
    Condition {
        /// The clock is always in sight and short.
        TimePressure "time-pressure" "Time pressure",
        /// Something is loud outside.
        NoiseNote "noise-note" "Noise",
        /// They come late, and the end does not move.
        LateStart "late-start" "Late start",
        /// Questions have a second half.
        SecondHalf "second-half-question" "Two-part questions",
        /// Somebody cuts in.
        Interrupted "interrupted" "Interruptions",
    }
}

/// Which questions a section draws; an empty list lets everything through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// Of these kinds.
    pub kinds: Vec<Kind>,
    /// Showing one of these.
    pub competencies: Vec<CompetencyId>,
    /// On one of these topics.
    pub topics: Vec<TopicId>,
    /// Of these difficulties, 1 to 3.
    pub difficulty: Vec<u8>,
    /// Only these, where a part is about one thing.
    pub from: Vec<QuestionId>,
    /// How many.
    pub count: u32,
}

/// Which assessment items a section draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PickItems {
    /// Of this kind.
    pub kind: ItemKind,
    /// How many.
    pub count: u32,
}

/// One section of a mock. One that draws nothing goes on with the task before it, or is a break where none can be
/// answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Title.
    pub title: String,
    /// How long it takes.
    pub minutes: u32,
    /// What is looked at.
    pub focus: Vec<CompetencyId>,
    /// What is said where it goes on with the task before it; empty elsewhere.
    pub ask: String,
    /// Questions to draw.
    pub pick: Option<Pick>,
    /// Items to draw.
    pub items: Option<PickItems>,
    /// Questions, scenarios and checklists that always come, by id.
    pub fixed: Vec<String>,
    /// Seconds to think, where it is not the question that says so.
    pub prep_s: Option<u32>,
    /// Seconds to answer, where it is not the question that says so.
    pub answer_s: Option<u32>,
    /// How often an answer may be recorded; `None` is as usual in a talk: once, and nobody counts.
    pub takes: Option<u8>,
    /// Follow-ups to each question, 0 to 3.
    pub probes: u8,
    /// Who asks here, where it is somebody else.
    pub persona: Option<PersonaId>,
}

/// The plan of a whole mock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blueprint {
    /// Id.
    pub id: BlueprintId,
    /// Title.
    pub title: String,
    /// The stage that it rehearses.
    pub stage: StageId,
    /// For which fields; empty is all.
    pub families: Vec<FamilyId>,
    /// For whom; empty is everybody.
    pub seniority: Vec<Seniority>,
    /// How long the whole takes.
    pub minutes: u32,
    /// When it is rated.
    pub feedback: Feedback,
    /// Who asks.
    pub persona: Option<PersonaId>,
    /// Who sits there, if several do.
    pub panel: Option<PanelId>,
    /// What makes it harder.
    pub conditions: Vec<Condition>,
    /// Sections in order.
    pub sections: Vec<Section>,
    /// Kinds of which one must come.
    pub must_include: Vec<Kind>,
    /// What to know about it afterward.
    pub pass_note: String,
}

impl Pick {
    /// Whether a question can be drawn here.
    pub fn fits(&self, card: &Card) -> bool {
        let topic = |topic: &TopicId| card.topic.as_ref() == Some(topic);
        any(&self.kinds, |kind| *kind == card.kind)
            && any(&self.competencies, |c| card.competencies.contains(c))
            && any(&self.topics, topic)
            && any(&self.difficulty, |d| *d == card.difficulty)
            && any(&self.from, |id| *id == card.id)
    }
}

impl Blueprint {
    /// Whether it is one for this field.
    pub fn is_for(&self, family: &FamilyId) -> bool {
        any(&self.families, |own| {
            own == family || own.as_str() == "general"
        })
    }

    /// Whether it is one for somebody this far along.
    pub fn is_at(&self, seniority: Seniority) -> bool {
        any(&self.seniority, |own| *own == seniority)
    }
}

/// An empty list asks for nothing.
fn any<T>(list: &[T], fits: impl Fn(&T) -> bool) -> bool {
    list.is_empty() || list.iter().any(fits)
}
