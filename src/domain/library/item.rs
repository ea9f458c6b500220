//! Assessment items: what would you do, and what are you like at work.

use super::closed::closed;
use crate::domain::id::{CompetencyId, FamilyId, ItemId};
use crate::domain::level::Level;

closed! {
    /// What an item asks for.
    ItemKind {
        /// A situation with ways to act.
        Judgment "sjt" "Judgment",
        /// A statement about oneself.
        SelfReport "self-report" "Work style",
    }
}

closed! {
    /// How a judgment item is answered.
    ItemMode {
        /// Name the best and the worst option.
        BestWorst "best-worst" "Best and worst",
        /// Put all options in order.
        Rank "rank" "Rank",
        /// Give each option its level.
        Rate "rate" "Rate each",
    }
}

closed! {
    /// Which side of the way one works a statement is about.
    Facet {
        /// Order, or finding one's way.
        Structure "structure" "Structure",
        /// Fast or steady.
        Pace "pace" "Pace",
        /// With others or alone.
        People "people" "People",
        /// New things or known ones.
        Change "change" "Change",
        /// The whole or the parts.
        Detail "detail" "Detail",
        /// How pressure is taken.
        Calm "calm" "Calm",
        /// In front or beside.
        Lead "lead" "Lead",
        /// By the book or by judgment.
        Rules "rules" "Rules",
    }
}

/// One way to act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemOption {
    /// What one would do.
    pub text: String,
    /// How well it deals with the situation.
    pub level: Level,
    /// Why; shown after the answer.
    pub why: String,
}

/// A situation with ways to act. Employers' keys differ; this one says why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judgment {
    /// What happens.
    pub situation: String,
    /// For which field.
    pub family: Option<FamilyId>,
    /// What it shows.
    pub competency: Option<CompetencyId>,
    /// How it is answered.
    pub mode: ItemMode,
    /// Ways to act: one is Strong, one Not yet.
    pub options: Vec<ItemOption>,
}

/// A statement that is more or less like oneself. There is no right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// In the first person.
    pub text: String,
    /// What it is about.
    pub facet: Facet,
    /// The statement that says the opposite, to see whether answers agree.
    pub mirror: Option<ItemId>,
}

/// What is asked in an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemTask {
    /// What would you do?
    Judgment(Judgment),
    /// What are you like?
    Statement(Statement),
}

/// One assessment item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Id.
    pub id: ItemId,
    /// What is asked.
    pub task: ItemTask,
}

impl Item {
    /// Which kind it is.
    pub const fn kind(&self) -> ItemKind {
        match self.task {
            ItemTask::Judgment(_) => ItemKind::Judgment,
            ItemTask::Statement(_) => ItemKind::SelfReport,
        }
    }
}
