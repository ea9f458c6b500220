//! Branching talks: what they say, what one could reply, and where that leads.

use super::closed::closed;
use super::question::Persona;
use super::stage::StageId;
use crate::domain::id::{FamilyId, ScenarioId};
use crate::domain::level::Level;

closed! {
    /// What a scenario is about.
    ScenarioGroup {
        /// The offer talk.
        Negotiation "negotiation" "Negotiation",
        /// The last minutes of an interview.
        Closing "closing" "Closing",
        /// What happens around interviews.
        Process "process" "Process",
        /// Questions that should not be asked.
        Inappropriate "inappropriate" "Improper questions",
        /// Somebody from the job itself.
        RolePlay "role-play" "Role play",
    }
}

closed! {
    /// What moves with each reply; shown in words, never as a number.
    Meter {
        /// What the deal is worth.
        Value "value" "Value",
        /// How the two stand with each other.
        Relationship "relationship" "Relationship",
        /// What one knows of the other side.
        Information "information" "Information",
        /// How firmly either is bound.
        Commitment "commitment" "Commitment",
        /// Whether everybody is safe.
        Safety "safety" "Safety",
        /// How much time there is.
        Time "time" "Time",
    }
}

/// Something one can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// As spoken.
    pub say: String,
    /// The place among the nodes to which it leads.
    pub to: usize,
    /// What it does: `ask-first`, `bluff`.
    pub skill: String,
    /// Why it works, or does not; shown in the debrief.
    pub why: String,
    /// What moves, by -2 to 2.
    pub effects: Vec<(Meter, i8)>,
}

/// How a talk ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// How well.
    pub level: Level,
    /// What made the difference.
    pub debrief: String,
    /// What to do next: the id of a record, or a drill mode. Empty where nothing is named.
    pub next: String,
}

/// Whose turn it is after a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// One's own: these can be said.
    Reply(Vec<Choice>),
    /// Nobody's any more.
    End(End),
}

/// One moment of a talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its name in the scenario, stable over versions.
    pub id: String,
    /// Who speaks; empty is the counterpart.
    pub speaker: String,
    /// What they say.
    pub line: String,
    /// How long they wait for a reply.
    pub seconds: Option<u32>,
    /// What comes then.
    pub turn: Turn,
}

/// A branching talk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scenario {
    /// Id.
    pub id: ScenarioId,
    /// Title.
    pub title: String,
    /// What it is about.
    pub group: ScenarioGroup,
    /// Where it happens.
    pub stages: Vec<StageId>,
    /// For which fields; empty is all.
    pub roles: Vec<FamilyId>,
    /// What one knows before: target, walk-away, alternatives.
    pub briefing: String,
    /// The other side.
    pub counterpart: Persona,
    /// Their position.
    pub counterpart_title: String,
    /// Their real limits; shown in the debrief.
    pub hidden: String,
    /// What moves.
    pub meters: Vec<Meter>,
    /// Moments; replies lead from one to another.
    pub nodes: Vec<Node>,
    /// The place of the first one.
    pub start: usize,
}

impl Scenario {
    /// The ends it can come to, in the order of the file.
    pub fn ends(&self) -> impl Iterator<Item = &End> {
        self.nodes.iter().filter_map(|node| match &node.turn {
            Turn::End(end) => Some(end),
            Turn::Reply(_) => None,
        })
    }

    /// The place of a node by its name, to go on with a talk that was left.
    pub fn place(&self, node: &str) -> Option<usize> {
        self.nodes.iter().position(|n| n.id == node)
    }
}
