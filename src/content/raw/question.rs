//! `[[question]]` and its parts.

use serde::{Deserialize, Serialize};

use super::record::record;

record! {
    /// A question, in the order of fields in which it is best written.
    Question, "question", {
        text: String,
        /// Facts given before the question.
        setup: String,
        kind: String,
        /// Refines the kind.
        topic: String,
        /// One to three, the first is the primary one.
        competencies: Vec<String>,
        stages: Vec<String>,
        roles: Vec<String>,
        /// Nobody named means everybody.
        seniority: Vec<String>,
        difficulty: Option<u8>,
        prep_s: Option<u32>,
        answer_s: Option<u32>,
        min_s: Option<u32>,
        max_s: Option<u32>,
        /// Short for `answer_s`, for packs written in a minute.
        seconds: Option<u32>,
        framework: String,
        /// One of the forty that everybody is asked.
        standard: bool,
        strong: Vec<Point>,
        red_flags: Vec<RedFlag>,
        probes: Vec<Probe>,
        /// Facts released on request (case, technical).
        data: Vec<Datum>,
        /// Arithmetic that can be checked (case).
        numbers_check: Option<NumbersCheck>,
        /// The character (role play).
        persona: Option<Persona>,
        /// The job concern behind it (improper questions).
        concern: String,
        /// Lines to reply with (improper questions).
        options: Vec<Options>,
        outline: Vec<String>,
        tests_note: String,
        exemplars: Vec<String>,
        variants: Vec<String>,
        /// Kept with an imported or own question; shown only after the attempt.
        notes: String,
        /// Where it was really asked (own bank).
        asked_at: String,
        /// When it was really asked (own bank).
        asked_on: Option<super::loose::Date>,
    }
}

/// One line of the evidence checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Point {
    pub text: String,
    pub core: bool,
    pub part: Option<Part>,
}

/// Which part of a story a point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    Event,
    Action,
    Result,
    Insight,
}

/// A reason to say no.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RedFlag {
    pub text: String,
    /// A shared code, such as `no-event`.
    pub code: String,
    pub critical: bool,
}

/// A written follow-up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Probe {
    pub text: String,
    /// Competency or dimension that it opens.
    pub tests: String,
    /// `missing:2`, `always` or `strong`.
    pub when: String,
}

/// A fact to ask for, and the reply.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Datum {
    pub ask: String,
    pub reply: String,
}

/// A sum with the value that it must give.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NumbersCheck {
    pub formula: String,
    pub value: f64,
    pub tolerance: f64,
}

/// The character of a role play.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Persona {
    pub name: String,
    pub mood: String,
    pub goal: String,
    pub calms: String,
    pub escalates: String,
}

/// One way to reply to an improper question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    pub style: String,
    pub text: String,
}
