//! Which interview of a job is meant, where it has several.

use super::{Round, Slot};
use crate::domain::library::StageId;

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The next one.
    Next,
    /// The next one of its stage.
    Of(StageId),
    /// Just this one.
    At(Slot),
}

impl Which {
    /// Whether an interview may be meant.
    pub fn fits(self, round: &Round) -> bool {
        match self {
            Self::Next => true,
            Self::Of(stage) => round.stage == stage,
            Self::At(slot) => round.slot() == slot,
        }
    }
}
