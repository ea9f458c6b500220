//! What is taken along: letters, plans and nudges to find a story.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::loose::Words;
use super::record::record;

record! {
    /// A letter with blanks.
    Template, "template", {
        /// What it is for.
        r#type: String,
        /// How it is sent.
        channel: String,
        /// When it is due: `PT24H`, or a rule such as `decision_date+2d`.
        due: String,
        /// Tone.
        tone: String,
        /// Subject line.
        subject: String,
        /// The letter, in 40 to 150 words, with blanks such as `{name}`.
        body: String,
        /// Blanks that may not stay as they are.
        must_personalize: Vec<String>,
        /// Slot to the text that stands in for it.
        slots: BTreeMap<String, String>,
        /// What to look at before sending.
        check: Vec<String>,
        /// Most words.
        max_words: Option<u32>,
    }
}

record! {
    /// A plan of preparation.
    Plan, "plan", {
        /// Its name for people.
        title: String,
        /// How many days, 1 to 28.
        days: u32,
        /// Minutes a day.
        daily_minutes: u32,
        /// Stages whose interviews it leads to; none is all.
        stages: Vec<String>,
        /// Whether it follows an ending and leads to no interview.
        after: bool,
        /// Its steps.
        steps: Vec<PlanStep>,
    }
}

/// One step of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PlanStep {
    /// Day, counted toward the interview.
    pub day: u32,
    /// What to do.
    pub r#do: String,
    /// Kind of step.
    pub kind: String,
    /// Record or drill that it leads to.
    pub r#ref: String,
    /// How long it takes.
    pub minutes: u32,
}

record! {
    /// A nudge to find a story.
    StoryPrompt, "story_prompt", {
        /// What to think of.
        text: String,
        /// What such a story shows.
        competencies: Vec<String>,
        /// `work`, `study`, `volunteer`, `family-safe` or `hobby`.
        life_area: Words,
    }
}
