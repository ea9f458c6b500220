//! One thing to do.

use crate::domain::id::{ApplicationId, BlueprintId, EntryId, ScenarioId, SittingId};
use crate::domain::library::StageId;
use crate::domain::practice::pick::Filter;

/// What is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Todo {
    /// Take up a sitting that was left or killed.
    GoOn(SittingId),
    /// Rate the answers of a sitting that wait for it.
    Rate(SittingId),
    /// Have an answer ready to a doubt: the debrief that tells it, and its place there.
    Doubt(EntryId, usize),
    /// Write down how a round went.
    Debrief {
        /// The employer.
        application: ApplicationId,
        /// The stage of the round.
        stage: StageId,
    },
    /// The two questions of the five-minute mock.
    FiveMinuteMock,
    /// The whole mock that was chosen for the next round.
    Mock(BlueprintId),
    /// Two easy questions that nothing is rated of.
    WarmUp,
    /// The page of the next interview: its day, one's own notes and questions, and how to prepare.
    Sheet(ApplicationId, StageId),
    /// Rehearse a talk.
    Talk(ScenarioId),
    /// A drill.
    Drill {
        /// Which questions.
        filter: Filter,
        /// How many.
        count: usize,
    },
}

/// One thing to do, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What.
    pub todo: Todo,
    /// What it is called.
    pub title: String,
    /// About how long it takes; 0 where nobody can say.
    pub minutes: u32,
    /// Why now, without a full stop.
    pub reason: String,
}
