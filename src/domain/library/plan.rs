//! Plans of preparation, and nudges to find a story.

use super::closed::closed;
use super::stage::StageId;
use crate::domain::id::{CompetencyId, PlanId, StoryPromptId};

closed! {
    /// What a step of a plan is.
    StepKind {
        /// Practice.
        Drill "drill" "Practice",
        /// Lines to tick.
        Checklist "checklist" "Checklist",
        /// Something to read or look up.
        Read "read" "Read",
        /// With another person.
        People "people" "With somebody",
        /// Nothing at all.
        Rest "rest" "Rest",
    }
}

/// One step of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanStep {
    /// The day, from 1. It is a wish: the plan is laid out anew from today each time it is opened.
    pub day: u32,
    /// What to do.
    pub text: String,
    /// What it is.
    pub kind: StepKind,
    /// What to do it with: the id of a record, or a drill mode. Empty where nothing is named.
    pub link: String,
    /// How long it takes.
    pub minutes: u32,
}

/// A plan of preparation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Id.
    pub id: PlanId,
    /// Title.
    pub title: String,
    /// How many days it has.
    pub days: u32,
    /// Minutes a day.
    pub daily_minutes: u32,
    /// The stages whose interviews it leads to; none is all.
    pub stages: Vec<StageId>,
    /// Whether it follows an ending and leads to no interview.
    pub after: bool,
    /// Steps in order.
    pub steps: Vec<PlanStep>,
}

closed! {
    /// The part of life that a story can come from.
    LifeArea {
        /// A job.
        Work "work" "Work",
        /// School, training, university.
        Study "study" "Study",
        /// Unpaid, for others.
        Volunteer "volunteer" "Volunteering",
        /// At home, as far as one likes to tell.
        Family "family-safe" "Home",
        /// For fun.
        Hobby "hobby" "Free time",
    }
}

/// A nudge to find a story of one's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoryPrompt {
    /// Id.
    pub id: StoryPromptId,
    /// What to think of.
    pub text: String,
    /// What such a story often shows.
    pub competencies: Vec<CompetencyId>,
    /// Where it may come from.
    pub life_areas: Vec<LifeArea>,
}
