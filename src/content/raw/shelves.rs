//! The records that questions and stages point to: rubric, taxonomy, voices, checklists, asks, personas.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::loose::{Date, Words};
use super::question::Point;
use super::record::{Levels, record};

record! {
    /// A competency with its anchors.
    Competency, "competency", {
        /// Its name for people.
        title: String,
        /// What it is, in one line.
        definition: String,
        /// What is heard at each level.
        anchors: Levels,
        /// Three things to listen for.
        listen_for: Vec<String>,
        /// Competencies near it.
        related: Vec<String>,
    }
}

record! {
    /// A dimension of the rubric.
    Dimension, "dimension", {
        /// Its name for people.
        title: String,
        /// The one thing that is judged.
        question: String,
        /// Kinds, or `all`.
        applies: Words,
        /// How much it counts, 1 to 3.
        weight: u8,
        /// What is heard at each level; each adds or removes a named behavior.
        anchors: Levels,
        /// What must not influence it.
        not_this: String,
        /// What to do next, for each level.
        next_step: Levels,
        /// Other words for some kinds.
        reads_as: BTreeMap<String, Reading>,
        /// What to do next in some fields of work, for each level; a level that is left out reads as usual.
        next_step_in: BTreeMap<String, Levels>,
    }
}

/// How a dimension reads for one kind; what is left out reads as usual.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Reading {
    /// Its name for people.
    pub title: String,
    /// The one thing that is judged.
    pub question: String,
    /// What is heard at each level.
    pub anchors: Levels,
    /// What to do next, for each level.
    pub next_step: Levels,
}

record! {
    /// A role family.
    Family, "family", {
        /// Its name for people.
        title: String,
        /// What the work is.
        summary: String,
        /// What a pack for it must test.
        cover: Vec<String>,
        /// Questions for everybody that nobody asks there, such as days at home where work is done on site.
        not_asked: Vec<String>,
        /// How far along people are who look for work there; nobody named means anybody.
        seniority: Vec<String>,
    }
}

record! {
    /// A shape that an answer can take.
    Framework, "framework", {
        /// Its name for people.
        title: String,
        /// Its steps, in order.
        steps: Vec<FrameworkStep>,
        /// Which questions it is good for.
        use_for: String,
        /// When it is the wrong shape.
        avoid_when: String,
        /// An answer in that shape, in a few lines.
        mini_example: String,
        /// Points that stand in for a question without points of its own.
        points: Vec<Point>,
    }
}

/// One step of a framework.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct FrameworkStep {
    /// Name of the step.
    pub name: String,
    /// Percent of the time; all steps together make 100.
    pub share: u8,
    /// What to say there.
    pub cue: String,
}

record! {
    /// A topic inside kinds.
    Topic, "topic", {
        /// Its name for people.
        title: String,
        /// Kinds of questions that have it.
        kinds: Vec<String>,
    }
}

record! {
    /// A voice from one side of the table.
    Perspective, "perspective", {
        /// Side of the table.
        voice: String,
        /// Who speaks, such as `recruiter-agency`.
        speaker: String,
        /// What it is about.
        topic: String,
        /// The thought in one line.
        insight: String,
        /// What they tell, in 40 to 110 words.
        body: String,
        /// One to three actions.
        r#do: Vec<String>,
        /// Sector, size, country.
        context: String,
        /// Fields of work that it is told from; nobody named means any.
        roles: Vec<String>,
        /// `good`, `bad` or `mixed`: how it ended for the person.
        outcome: String,
        /// `blended` or `research`.
        basis: String,
        /// How good the evidence is.
        evidence: String,
        /// The card of the other side on the same topic.
        pair: String,
        /// Records or drills that it leads to.
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
        /// Its name for people.
        title: String,
        /// When it is used.
        when: String,
        /// Stages before or after which it is used.
        stages: Vec<String>,
        /// Ways in which the interview is held.
        formats: Vec<String>,
        /// Fields of work that it is for; nobody named means any.
        roles: Vec<String>,
        /// Its lines.
        items: Vec<ChecklistItem>,
    }
}

/// One line of a checklist.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ChecklistItem {
    /// What to do, one action.
    pub text: String,
    /// Why.
    pub why: String,
    /// How long it takes.
    pub minutes: Option<u32>,
    /// How good the evidence is.
    pub evidence: String,
    /// Also stands alone as a tip.
    pub tip: bool,
}

record! {
    /// A question to ask them.
    #[expect(clippy::struct_field_names, reason = "named as in the files")]
    Ask, "ask", {
        /// The question as it is spoken.
        text: String,
        /// What it is about.
        topic: String,
        /// Whom to ask.
        audience: Vec<String>,
        /// Stages at which it fits.
        stages: Vec<String>,
        /// Fields of work it is for; none fits all.
        roles: Vec<String>,
        /// How far along the one who asks is; none fits all.
        seniority: Vec<String>,
        /// When in the talk it fits best.
        best_when: String,
        /// What to look up before asking.
        do_first: String,
        /// What the answers may tell.
        listen_for: Vec<ListenFor>,
        /// When not to ask it.
        avoid_if: String,
        /// Nobody leaves without asking it.
        must_ask: bool,
        /// One of the best.
        favorite: bool,
        /// What it tells about the place.
        fit_axis: String,
    }
}

/// What an answer may tell.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ListenFor {
    /// A good sign.
    pub good: String,
    /// A bad sign.
    pub worry: String,
}

record! {
    /// An interviewer's manner (`[[persona]]`).
    Interviewer, "persona", {
        /// Its name for people.
        title: String,
        /// How they open.
        opening_line: String,
        /// Other words with which they open.
        other_openings: Vec<String>,
        /// Silence after an answer, in seconds.
        pause_s: u32,
        /// How often they interrupt, 0 to 2.
        interrupts: u8,
        /// What they say after an answer.
        reactions: Reactions,
        /// Competencies and dimensions asked about more often.
        probe_bias: Vec<String>,
        /// How to handle it.
        note: String,
    }
}

/// What an interviewer says after an answer.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Reactions {
    /// After one inside its window; no praise, since nobody has judged it.
    pub strong: String,
    /// Other words after one inside its window, so that nobody says the same again.
    pub others: Vec<String>,
    /// After a short one; no doubt either.
    pub weak: String,
    /// After one that was too long.
    pub long: String,
}
