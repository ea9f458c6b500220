//! `[[stage]]` and its parts.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::record;

record! {
    /// One of the eight stages.
    Stage, "stage", {
        /// Place on the roadmap, 1 to 8.
        order: u8,
        /// Its name for people.
        title: String,
        /// What happens, in a sentence or two.
        summary: String,
        /// What to expect.
        expect: Vec<String>,
        /// What else to expect in some fields of work; it stands first there.
        expect_in: BTreeMap<String, Vec<String>>,
        /// Ways in which it is held.
        formats: Vec<Format>,
        /// Shortest usual length, in minutes.
        minutes_min: u32,
        /// Longest usual length, in minutes.
        minutes_max: u32,
        /// What the other side decides by it.
        decides: String,
        /// Who sits there.
        interviewers: Vec<String>,
        /// Checklists.
        prepare: Vec<String>,
        /// How to prepare, step by step.
        steps: Vec<String>,
        /// About how many minutes each of these steps takes, in their order; 0 where nobody can say.
        step_minutes: Vec<u32>,
        /// What else to prepare in some fields of work.
        steps_in: BTreeMap<String, Vec<String>>,
        /// Steps that still fit into the last evening, by their place, from 1 on.
        evening: Vec<usize>,
        /// The step that asks for names, by its place; it is left out once they are known.
        asks_names: Option<usize>,
        /// What they listen for.
        signals: Vec<Signal>,
        /// What they listen for in some fields of work; it stands first there.
        signals_in: BTreeMap<String, Vec<String>>,
        /// What makes them say no.
        red_flags: Vec<String>,
        /// Kinds of questions that come up.
        kinds: Vec<StageKind>,
        /// Questions to ask there.
        asks: Vec<String>,
        /// What to do afterward.
        after: Vec<After>,
        /// Whole mocks of it.
        blueprints: Vec<String>,
        /// Voices about it.
        perspectives: Vec<String>,
        /// Branching talks of it.
        scenarios: Vec<String>,
        /// What is different by video.
        virtual_note: String,
        /// How to ask for an adjustment.
        adjust_note: String,
        /// What to do when it is canceled.
        if_canceled: String,
    }
}

/// A way in which a stage is held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Format {
    /// Name of the format, such as `phone`.
    pub id: String,
    /// What it means for the person.
    pub note: String,
}

/// Something the other side listens for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Signal {
    /// What they hear.
    pub text: String,
    /// What it shows.
    pub competencies: Vec<String>,
}

/// How often a kind comes up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct StageKind {
    /// Kind of question.
    pub id: String,
    /// 1 (rare) to 5 (main).
    pub weight: u8,
}

/// Something to do afterward.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct After {
    /// What to do.
    pub text: String,
    /// Within how many hours.
    pub due_hours: Option<u32>,
}
