//! `[[question]]` and its parts.

use serde::{Deserialize, Serialize};

use super::record::record;

record! {
    /// A question, in the order of fields in which it is best written.
    Question, "question", {
        /// The question as it is spoken.
        text: String,
        /// Facts given before the question, in at most 300 characters; or on lines of its own a sheet that is handed
        /// over (code, a table, a form), which is shown as it is written.
        setup: String,
        /// A short name for lists, where the question alone does not tell which one it is ("Walk me through it.").
        title: String,
        /// Kind of question; times, framework and much else follow from it.
        kind: String,
        /// Refines the kind.
        topic: String,
        /// One to three, the first is the primary one.
        competencies: Vec<String>,
        /// Stages at which it is asked.
        stages: Vec<String>,
        /// Fields of work; `general` is everybody.
        roles: Vec<String>,
        /// Nobody named means everybody.
        seniority: Vec<String>,
        /// 1 warm-up, 2 core, 3 stretch.
        difficulty: Option<u8>,
        /// Time to think, in seconds.
        prep_s: Option<u32>,
        /// Time to aim for when spoken, in seconds.
        answer_s: Option<u32>,
        /// Shortest answer that still carries, in seconds; it does not hold for a typed technical, design, case or
        /// presentation answer, since typing is shorter than speaking.
        min_s: Option<u32>,
        /// Longest answer that still carries, in seconds.
        max_s: Option<u32>,
        /// Short for `answer_s`, for packs written in a minute.
        seconds: Option<u32>,
        /// Shape of an answer, shown as the first hint.
        framework: String,
        /// One of the forty that everybody is asked.
        standard: bool,
        /// What a listener could tick off in a strong answer.
        strong: Vec<Point>,
        /// Real reasons to say no.
        red_flags: Vec<RedFlag>,
        /// What they would ask next.
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
        /// Cues, shown as the second hint.
        outline: Vec<String>,
        /// What it is really about; shown only after the attempt.
        tests_note: String,
        /// Calibration answers.
        exemplars: Vec<String>,
        /// Other wordings, so that nobody recites.
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
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Point {
    /// What the answer does, beginning with a verb: "Names…".
    pub text: String,
    /// Separates Solid from Partly; one or two points are.
    pub core: bool,
    /// Part of the story.
    pub part: Option<Part>,
}

/// Which part of a story a point is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// That it happened.
    Event,
    /// What was done.
    Action,
    /// What came of it.
    Result,
    /// What was understood.
    Insight,
}

/// A reason to say no.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct RedFlag {
    /// What was heard.
    pub text: String,
    /// A shared code, such as `no-event`.
    pub code: String,
    /// One is enough to say no.
    pub critical: bool,
}

/// A written follow-up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Probe {
    /// As spoken.
    pub text: String,
    /// Competency or dimension that it opens.
    pub tests: String,
    /// `missing:2`, `always` or `strong`.
    pub when: String,
}

/// A fact to ask for, and the reply.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Datum {
    /// Words that ask for it.
    pub ask: String,
    /// The fact.
    pub reply: String,
}

/// A sum with the value that it must give.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct NumbersCheck {
    /// Numbers, `+ - * /` and parentheses.
    pub formula: String,
    /// What it must give.
    pub value: f64,
    /// How far off an answer may be.
    pub tolerance: f64,
}

/// The character of a role play.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Persona {
    /// Name.
    pub name: String,
    /// Mood at the start.
    pub mood: String,
    /// What they want.
    pub goal: String,
    /// What calms them.
    pub calms: String,
    /// What makes it worse.
    pub escalates: String,
}

/// One way to reply to an improper question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Options {
    /// Manner of the reply, such as `redirect` or `decline`.
    pub style: String,
    /// The reply as spoken.
    pub text: String,
}
