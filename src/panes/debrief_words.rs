//! What is asked first in a debrief, by the stage: a call has no body language, and where somebody works while others
//! watch, little may be asked at all.

use crate::domain::library::StageId;

/// What the lines of a debrief are about: the question in two lengths.
pub const fn first(stage: Option<StageId>, narrow: bool) -> &'static str {
    match (stage, narrow) {
        (Some(StageId::TechnicalAssessment), false) => {
            "What happened? A line each: the task, what they saw, what you would change."
        }
        (Some(StageId::TechnicalAssessment), true) => "What happened there? A line each.",
        (_, false) => "What did they ask? One line each, any order, your own words.",
        (_, true) => "What did they ask? One line each.",
    }
}

/// What may be remembered of the people besides their words.
pub const fn manner(stage: Option<StageId>) -> &'static str {
    match stage {
        Some(StageId::Screening | StageId::PhoneVideo) => "How they spoke",
        _ => "Body language",
    }
}

/// What the lines are called where they are read.
pub const fn lines(stage: Option<StageId>) -> &'static str {
    match stage {
        Some(StageId::TechnicalAssessment) => "What happened",
        _ => "What they asked",
    }
}
