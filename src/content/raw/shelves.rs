//! The records that questions and stages point to: rubric, taxonomy, voices, checklists, asks, personas.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::loose::{Date, Words};
use super::question::Point;
use super::record::{Levels, record};

record! {
    /// A competency with its anchors.
    Competency, "competency", {
        title: String,
        definition: String,
        anchors: Levels,
        listen_for: Vec<String>,
        related: Vec<String>,
    }
}

record! {
    /// A dimension of the rubric.
    Dimension, "dimension", {
        title: String,
        question: String,
        /// Kinds, or `all`.
        applies: Words,
        weight: u8,
        anchors: Levels,
        not_this: String,
        next_step: Levels,
        /// Other words for some kinds.
        reads_as: BTreeMap<String, Reading>,
    }
}

/// How a dimension reads for one kind; what is left out reads as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reading {
    pub title: String,
    pub question: String,
    pub anchors: Levels,
}

record! {
    /// A role family.
    Family, "family", {
        title: String,
        summary: String,
        /// What a pack for it must test.
        cover: Vec<String>,
    }
}

record! {
    /// A shape that an answer can take.
    Framework, "framework", {
        title: String,
        steps: Vec<FrameworkStep>,
        use_for: String,
        avoid_when: String,
        mini_example: String,
        points: Vec<Point>,
    }
}

/// One step of a framework.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct FrameworkStep {
    pub name: String,
    /// Percent of the time; all steps together make 100.
    pub share: u8,
    pub cue: String,
}

record! {
    /// A topic inside kinds.
    Topic, "topic", {
        title: String,
        kinds: Vec<String>,
    }
}

record! {
    /// A voice from one side of the table.
    Perspective, "perspective", {
        voice: String,
        speaker: String,
        topic: String,
        insight: String,
        body: String,
        /// One to three actions.
        r#do: Vec<String>,
        context: String,
        /// `good`, `bad` or `mixed`: how it ended for the person.
        outcome: String,
        /// `blended` or `research`.
        basis: String,
        evidence: String,
        /// The card of the other side on the same topic.
        pair: String,
        links: Vec<String>,
        /// What they changed (topic `success`).
        changed: String,
        /// As of when it holds (topic `trends`).
        as_of: Option<Date>,
    }
}

record! {
    /// A checklist.
    Checklist, "checklist", {
        title: String,
        when: String,
        stages: Vec<String>,
        formats: Vec<String>,
        items: Vec<ChecklistItem>,
    }
}

/// One line of a checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ChecklistItem {
    pub text: String,
    pub why: String,
    pub minutes: Option<u32>,
    pub evidence: String,
    /// Also stands alone as a tip.
    pub tip: bool,
}

record! {
    /// A question to ask them.
    #[expect(clippy::struct_field_names, reason = "named as in the files")]
    Ask, "ask", {
        text: String,
        topic: String,
        audience: Vec<String>,
        stages: Vec<String>,
        best_when: String,
        do_first: String,
        listen_for: Vec<ListenFor>,
        avoid_if: String,
        must_ask: bool,
        favorite: bool,
        fit_axis: String,
    }
}

/// What an answer may tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ListenFor {
    pub good: String,
    pub worry: String,
}

record! {
    /// An interviewer's manner (`[[persona]]`).
    Interviewer, "persona", {
        title: String,
        opening_line: String,
        pause_s: u32,
        interrupts: u8,
        reactions: Reactions,
        /// Competencies and dimensions asked about more often.
        probe_bias: Vec<String>,
        note: String,
    }
}

/// What an interviewer says after an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Reactions {
    pub strong: String,
    pub weak: String,
    pub long: String,
}
