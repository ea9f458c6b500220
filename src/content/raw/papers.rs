//! What is taken along: letters, plans and nudges to find a story.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::loose::Words;
use super::record::record;

record! {
    /// A letter with blanks.
    Template, "template", {
        r#type: String,
        channel: String,
        due: String,
        tone: String,
        subject: String,
        body: String,
        must_personalize: Vec<String>,
        /// Slot to the text that stands in for it.
        slots: BTreeMap<String, String>,
        check: Vec<String>,
        max_words: Option<u32>,
    }
}

record! {
    /// A plan of preparation.
    Plan, "plan", {
        title: String,
        days: u32,
        daily_minutes: u32,
        steps: Vec<PlanStep>,
    }
}

/// One step of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanStep {
    pub day: u32,
    pub r#do: String,
    pub kind: String,
    pub r#ref: String,
    pub minutes: u32,
}

record! {
    /// A nudge to find a story.
    StoryPrompt, "story_prompt", {
        text: String,
        competencies: Vec<String>,
        /// `work`, `study`, `volunteer`, `family-safe` or `hobby`.
        life_area: Words,
    }
}
