//! The other records of the library.

use serde::{Deserialize, Serialize};

use super::kind::{Kind, Seniority};
use super::question::{Law, Point, Question};
use super::stage::StageId;
use crate::domain::id::{
    AskId, ChecklistId, CompetencyId, DimensionId, FamilyId, FrameworkId, PerspectiveId,
    QuestionId, TopicId,
};
use crate::domain::level::Level;

/// What a person shows, with anchors for each level (lowest first).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Competency {
    /// Id.
    pub id: CompetencyId,
    /// Title.
    pub title: String,
    /// One line.
    pub definition: String,
    /// One observable text for each level, lowest first.
    pub anchors: [String; 4],
    /// What to listen for.
    pub listen_for: Vec<String>,
    /// Neighbors.
    pub related: Vec<CompetencyId>,
}

/// The words of a dimension as they read for some kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Title.
    pub title: String,
    /// The one thing judged.
    pub question: String,
    /// One observable text for each level, lowest first.
    pub anchors: [String; 4],
    /// Advice for each level, lowest first.
    pub next_step: [String; 4],
}

/// One dimension of the rubric.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dimension {
    /// Id.
    pub id: DimensionId,
    /// How it reads for most kinds.
    pub reading: Reading,
    /// Kinds it is rated for.
    pub applies: Vec<Kind>,
    /// 1 to 3; breaks ties, marks the key dimensions; never multiplied.
    pub weight: u8,
    /// What must not count.
    pub not_this: String,
    /// How it reads for kinds that need other words.
    pub reads_as: Vec<(Kind, Reading)>,
    /// Advice in fields of work that need other words: a patient is no machine.
    pub next_step_in: Vec<(FamilyId, [String; 4])>,
}

impl Dimension {
    /// How it reads for a kind.
    pub fn reading_for(&self, kind: Kind) -> &Reading {
        self.reads_as
            .iter()
            .find(|(k, _)| *k == kind)
            .map_or(&self.reading, |(_, r)| r)
    }

    /// The advice for a level, in words that fit the kind and the field of what was asked.
    pub fn advice(&self, level: Level, question: &Question) -> &str {
        let field = (self.next_step_in.iter()).find(|(field, _)| question.roles.contains(field));
        let steps = field.map_or(&self.reading_for(question.kind).next_step, |(_, s)| s);
        &steps[level.step()]
    }
}

/// A role family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// Id.
    pub id: FamilyId,
    /// Title.
    pub title: String,
    /// One line.
    pub summary: String,
    /// Questions for everybody that nobody asks there.
    pub not_asked: Vec<QuestionId>,
    /// How far along people are who look for work there; empty is anybody.
    pub seniority: Vec<Seniority>,
}

/// One step of a framework.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameworkStep {
    /// Name of the step.
    pub name: String,
    /// Share of the time in percent.
    pub share: u8,
    /// A cue.
    pub cue: String,
}

/// A shape that an answer can take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    /// Id.
    pub id: FrameworkId,
    /// Title.
    pub title: String,
    /// Steps in order.
    pub steps: Vec<FrameworkStep>,
    /// When it fits.
    pub use_for: String,
    /// When it does not.
    pub avoid_when: String,
    /// A short example.
    pub mini_example: String,
    /// Points that stand in for a question without its own.
    pub points: Vec<Point>,
}

/// A topic inside kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// Id.
    pub id: TopicId,
    /// Title.
    pub title: String,
    /// Kinds it refines.
    pub kinds: Vec<Kind>,
    /// Words of a role that name it; none where it is no part of a field of work.
    pub names: Vec<String>,
}

/// One line of a checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChecklistItem {
    /// One action.
    pub text: String,
    /// Why.
    pub why: String,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// Also stands alone as a tip.
    pub tip: bool,
}

/// A checklist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// Fields of work that it is for; none is any.
    pub roles: Vec<FamilyId>,
    /// Id.
    pub id: ChecklistId,
    /// Title.
    pub title: String,
    /// `day-before`, `leaving`, …
    pub when: String,
    /// Where it is used.
    pub stages: Vec<StageId>,
    /// Lines.
    pub items: Vec<ChecklistItem>,
}

/// Who speaks in a perspective.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// Somebody who got, or did not get, the job.
    Seeker,
    /// Somebody who hires.
    Manager,
}

/// A voice from one side of the table. Always blended from several people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Perspective {
    /// Id.
    pub id: PerspectiveId,
    /// Which side.
    pub voice: Voice,
    /// `career-changer`, `hiring-manager`, …
    pub speaker: String,
    /// Topic.
    pub topic: String,
    /// Headline.
    pub insight: String,
    /// The text.
    pub body: String,
    /// What to do about it.
    pub actions: Vec<String>,
    /// Sector, size, country words.
    pub context: String,
    /// Fields of work that it is told from; none is any.
    pub roles: Vec<FamilyId>,
    /// The card of the other side on the same topic.
    pub pair: Option<PerspectiveId>,
    /// What they changed (topic success).
    pub changed: String,
    /// Evidence grade, `strong`, `moderate` or `practice`.
    pub evidence: String,
    /// The month or day that it describes (topic trends); empty elsewhere.
    pub as_of: String,
    /// Where what it says on the law holds.
    pub law: Option<Law>,
    /// What to go on with: ids of records, stages and drill modes.
    pub links: Vec<String>,
}

/// What an answer may tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListenFor {
    /// A sign to be glad of.
    pub good: String,
    /// A sign to worry about.
    pub worry: String,
}

/// A question to ask them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// Id.
    pub id: AskId,
    /// As spoken.
    pub text: String,
    /// Topic.
    pub topic: String,
    /// Whom to ask.
    pub audience: Vec<String>,
    /// Where.
    pub stages: Vec<StageId>,
    /// Fields of work it is for; none fits all.
    pub roles: Vec<FamilyId>,
    /// How far along the one who asks is; none fits all.
    pub seniority: Vec<Seniority>,
    /// Look this up before.
    pub do_first: String,
    /// What to listen for.
    pub listen_for: Vec<ListenFor>,
    /// When to leave it.
    pub avoid_if: String,
    /// Never leave without it.
    pub must_ask: bool,
}

impl Dimension {
    /// Whether it is about how something is said, which no written word tells.
    pub fn is_of_speech(&self) -> bool {
        self.id.as_str() == "delivery"
    }
}

impl Ask {
    /// Whether it is for some only, by field of work or by how far along they are.
    pub fn is_for_some(&self) -> bool {
        !self.roles.is_empty() || !self.seniority.is_empty()
    }

    /// Whether only people ask it who will lead others.
    pub fn is_for_leaders(&self) -> bool {
        let lead = |who: &Seniority| *who >= Seniority::Manager;
        !self.seniority.is_empty() && self.seniority.iter().all(lead)
    }

    /// Whether it is for somebody of this field, this far along.
    pub fn is_for(&self, field: &FamilyId, who: Option<Seniority>) -> bool {
        let in_field = self.roles.is_empty() || self.roles.contains(field);
        in_field && Seniority::fits(&self.seniority, who)
    }
}
