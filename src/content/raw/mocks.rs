//! What a mock is made of: items, sample answers, scenarios, panels and blueprints.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::record;

record! {
    /// An assessment item: a judgment or a statement about oneself.
    Item, "item", {
        /// `sjt` or `self-report`.
        kind: String,
        /// Field of work.
        family: String,
        /// What it shows.
        competency: String,
        /// What happens (a judgment).
        situation: String,
        /// `best-worst`, `rank` or `rate`.
        mode: String,
        /// Ways to act (a judgment).
        options: Vec<ItemOption>,
        /// A sentence about oneself.
        statement: String,
        /// Side of the work style that it is about.
        facet: String,
        /// The item with the opposite wording.
        mirror: String,
    }
}

/// One way to act in a judgment item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ItemOption {
    /// What one would do.
    pub text: String,
    /// How well it deals with the situation.
    pub level: String,
    /// Why.
    pub why: String,
}

record! {
    /// A calibration answer.
    Exemplar, "exemplar", {
        /// The question that it answers.
        question: String,
        /// Level of the whole answer.
        level: String,
        /// The answer, in 60 to 220 words.
        text: String,
        /// Dimension to agreed level.
        levels: BTreeMap<String, String>,
        /// Numbers of the points that it has, from 1.
        points_hit: Vec<u8>,
        /// Numbers of the points that it half has, from 1.
        points_half: Vec<u8>,
        /// Numbers of the red flags that it raises, from 1.
        red_flags: Vec<u8>,
        /// Dimension to reason.
        why: BTreeMap<String, String>,
    }
}

record! {
    /// A branching talk.
    Scenario, "scenario", {
        /// Its name for people.
        title: String,
        /// What it is about.
        group: String,
        /// Stages at which it happens.
        stages: Vec<String>,
        /// Fields of work; `general` is everybody.
        roles: Vec<String>,
        /// What one knows before: target, walk-away, alternatives.
        briefing: String,
        /// The other side.
        counterpart: Counterpart,
        /// Their real limits, shown in the debrief.
        hidden: String,
        /// What moves with each choice.
        meters: Vec<String>,
        /// The moment at which it begins.
        start: String,
        /// Its moments.
        node: Vec<Node>,
    }
}

/// The other side of a scenario.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Counterpart {
    /// Name.
    pub name: String,
    /// Position.
    pub title: String,
    /// Mood at the start.
    pub mood: String,
    /// What they want.
    pub goal: String,
    /// What calms them.
    pub calms: String,
    /// What makes it worse.
    pub escalates: String,
}

/// One moment of a scenario.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Node {
    /// Its name inside the scenario.
    pub id: String,
    /// Who speaks; the counterpart where nobody is named.
    pub speaker: String,
    /// What is said.
    pub line: String,
    /// Time to reply, in seconds.
    pub seconds: Option<u32>,
    /// What one can say.
    pub choices: Vec<Choice>,
    /// How it ended, where this is an end.
    pub end: Option<End>,
}

/// What one can say there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    /// As spoken.
    pub say: String,
    /// The moment that follows.
    pub to: String,
    /// What it practices.
    pub skill: String,
    /// Why it does what it does.
    pub why: String,
    /// Meter to change, -2 to 2.
    pub effects: BTreeMap<String, i8>,
}

/// How a scenario ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct End {
    /// How it went.
    pub level: String,
    /// What happened and why.
    pub debrief: String,
    /// A record or a drill to go on with.
    pub next: String,
}

record! {
    /// The people of a panel.
    Panel, "panel", {
        /// Its name for people.
        title: String,
        /// Field of work.
        family: String,
        /// How far along the one is whom it is for; none fits all.
        seniority: Vec<String>,
        /// Who leads it.
        chair: String,
        /// Who sits there.
        members: Vec<Member>,
    }
}

/// One of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Member {
    /// Name.
    pub name: String,
    /// Position.
    pub title: String,
    /// Competencies that this person asks about.
    pub focus: Vec<String>,
    /// Part in the decision.
    pub decision_role: String,
    /// Manner.
    pub persona: String,
    /// Kinds of questions that this person begins with.
    pub opens_with: Vec<String>,
    /// What this person asks into the answers of others.
    pub cross_probe: String,
    /// What counts for this person.
    pub cares_about: String,
    /// A question to ask this person.
    pub ask: String,
}

record! {
    /// The plan of a whole mock.
    Blueprint, "blueprint", {
        /// Its name for people.
        title: String,
        /// The stage that it is a mock of.
        stage: String,
        /// Fields of work.
        families: Vec<String>,
        /// For whom; nobody named means everybody.
        seniority: Vec<String>,
        /// Length of the whole, in minutes.
        minutes: u32,
        /// When the ratings come: at the end, or after each answer.
        feedback: String,
        /// Manner of the interviewer.
        persona: String,
        /// The panel, where there is one.
        panel: String,
        /// What makes it harder.
        conditions: Vec<String>,
        /// Its sections, in order.
        sections: Vec<Section>,
        /// Kinds that must come up.
        must_include: Vec<String>,
        /// What a good run of it shows.
        pass_note: String,
    }
}

/// One section of a mock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    /// Its name for people.
    pub title: String,
    /// Length, in minutes.
    pub minutes: u32,
    /// Competencies that it is about.
    pub focus: Vec<String>,
    /// What the interviewer says where the question before goes on, in one spoken sentence or two.
    pub ask: String,
    /// Which questions to draw.
    pub pick: Option<Pick>,
    /// Which assessment items to draw.
    pub items: Option<PickItems>,
    /// Questions, scenarios or checklists that always come.
    pub fixed: Vec<String>,
    /// Time to think, in seconds.
    pub prep_s: Option<u32>,
    /// Time to answer, in seconds.
    pub answer_s: Option<u32>,
    /// How many tries.
    pub takes: Option<u8>,
    /// How many follow-ups, 0 to 3.
    pub probes: Option<u8>,
    /// Manner of the interviewer in this section.
    pub persona: String,
}

/// Which questions to draw.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Pick {
    /// Kinds of questions.
    pub kinds: Vec<String>,
    /// What they show.
    pub competencies: Vec<String>,
    /// Topics.
    pub topics: Vec<String>,
    /// Difficulties, 1 to 3.
    pub difficulty: Vec<u8>,
    /// Only these questions, where the part is about one thing.
    pub from: Vec<String>,
    /// How many.
    pub count: u32,
}

/// Which items to draw.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct PickItems {
    /// `sjt` or `self-report`.
    pub kind: String,
    /// How many.
    pub count: u32,
}
