//! What a mock is made of: items, sample answers, scenarios, panels and blueprints.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::record::record;

record! {
    /// An assessment item: a judgment or a statement about oneself.
    Item, "item", {
        /// `sjt` or `self-report`.
        kind: String,
        family: String,
        competency: String,
        situation: String,
        /// `best-worst`, `rank` or `rate`.
        mode: String,
        options: Vec<ItemOption>,
        statement: String,
        facet: String,
        /// The item with the opposite wording.
        mirror: String,
    }
}

/// One way to act in a judgment item.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ItemOption {
    pub text: String,
    pub level: String,
    pub why: String,
}

record! {
    /// A calibration answer.
    Exemplar, "exemplar", {
        question: String,
        level: String,
        text: String,
        /// Dimension to agreed level.
        levels: BTreeMap<String, String>,
        points_hit: Vec<u8>,
        points_half: Vec<u8>,
        red_flags: Vec<u8>,
        /// Dimension to reason.
        why: BTreeMap<String, String>,
    }
}

record! {
    /// A branching talk.
    Scenario, "scenario", {
        title: String,
        group: String,
        stages: Vec<String>,
        roles: Vec<String>,
        briefing: String,
        counterpart: Counterpart,
        /// Their real limits, shown in the debrief.
        hidden: String,
        meters: Vec<String>,
        start: String,
        node: Vec<Node>,
    }
}

/// The other side of a scenario.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Counterpart {
    pub name: String,
    pub title: String,
    pub mood: String,
    pub goal: String,
    pub calms: String,
    pub escalates: String,
}

/// One moment of a scenario.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Node {
    pub id: String,
    pub speaker: String,
    pub line: String,
    pub seconds: Option<u32>,
    pub choices: Vec<Choice>,
    pub end: Option<End>,
}

/// What one can say there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Choice {
    pub say: String,
    pub to: String,
    pub skill: String,
    pub why: String,
    /// Meter to change, -2 to 2.
    pub effects: BTreeMap<String, i8>,
}

/// How a scenario ended.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct End {
    pub level: String,
    pub debrief: String,
    pub next: String,
}

record! {
    /// The people of a panel.
    Panel, "panel", {
        title: String,
        family: String,
        chair: String,
        members: Vec<Member>,
    }
}

/// One of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Member {
    pub name: String,
    pub title: String,
    pub focus: Vec<String>,
    pub decision_role: String,
    pub persona: String,
    pub opens_with: Vec<String>,
    pub cross_probe: String,
    pub cares_about: String,
    pub ask: String,
}

record! {
    /// The plan of a whole mock.
    Blueprint, "blueprint", {
        title: String,
        stage: String,
        families: Vec<String>,
        seniority: Vec<String>,
        minutes: u32,
        feedback: String,
        persona: String,
        panel: String,
        conditions: Vec<String>,
        sections: Vec<Section>,
        must_include: Vec<String>,
        pass_note: String,
    }
}

/// One section of a mock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Section {
    pub title: String,
    pub minutes: u32,
    pub focus: Vec<String>,
    pub pick: Option<Pick>,
    pub items: Option<PickItems>,
    pub fixed: Vec<String>,
    pub prep_s: Option<u32>,
    pub answer_s: Option<u32>,
    pub takes: Option<u8>,
    pub probes: Option<u8>,
    pub persona: String,
}

/// Which questions to draw.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pick {
    pub kinds: Vec<String>,
    pub competencies: Vec<String>,
    pub topics: Vec<String>,
    pub difficulty: Vec<u8>,
    pub count: u32,
}

/// Which items to draw.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PickItems {
    pub kind: String,
    pub count: u32,
}
