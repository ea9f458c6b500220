//! `[[stage]]` and its parts.

use serde::{Deserialize, Serialize};

use super::record::record;

record! {
    /// One of the eight stages.
    Stage, "stage", {
        order: u8,
        title: String,
        summary: String,
        expect: Vec<String>,
        formats: Vec<Format>,
        minutes_min: u32,
        minutes_max: u32,
        decides: String,
        interviewers: Vec<String>,
        /// Checklists.
        prepare: Vec<String>,
        steps: Vec<String>,
        signals: Vec<Signal>,
        red_flags: Vec<String>,
        kinds: Vec<StageKind>,
        asks: Vec<String>,
        after: Vec<After>,
        blueprints: Vec<String>,
        perspectives: Vec<String>,
        scenarios: Vec<String>,
        virtual_note: String,
        adjust_note: String,
        if_canceled: String,
    }
}

/// A way in which a stage is held.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Format {
    pub id: String,
    pub note: String,
}

/// Something the other side listens for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signal {
    pub text: String,
    pub competencies: Vec<String>,
}

/// How often a kind comes up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct StageKind {
    pub id: String,
    /// 1 (rare) to 5 (main).
    pub weight: u8,
}

/// Something to do afterward.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct After {
    pub text: String,
    pub due_hours: Option<u32>,
}
