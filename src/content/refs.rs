//! Every field that names another record, in one place.
//!
//! The loader of packs walks these to give a pack's own ids their prefix, the linter to see that each names
//! something that exists.

use std::collections::BTreeMap;

use super::found::At;
use super::raw::{
    Ask, Blueprint, Checklist, Competency, Dimension, Exemplar, Family, Framework, Interviewer,
    Item, Panel, Perspective, Plan, Question, Scenario, Stage, StoryPrompt, Template, Topic,
};

/// What a field may name: one of these arrays.
pub type Kinds = &'static [&'static str];

const COMPETENCY: Kinds = &["competency"];
const RUBRIC: Kinds = &["competency", "dimension"];
const DIMENSION: Kinds = &["dimension"];
const FAMILY: Kinds = &["family"];
const FRAMEWORK: Kinds = &["framework"];
const TOPIC: Kinds = &["topic"];
const EXEMPLAR: Kinds = &["exemplar"];
const QUESTION: Kinds = &["question"];
const CHECKLIST: Kinds = &["checklist"];
const ASK: Kinds = &["ask"];
const PERSPECTIVE: Kinds = &["perspective"];
const BLUEPRINT: Kinds = &["blueprint"];
const SCENARIO: Kinds = &["scenario"];
const PERSONA: Kinds = &["persona"];
const PANEL: Kinds = &["panel"];
const ITEM: Kinds = &["item"];
const FIXED: Kinds = &["question", "scenario", "checklist"];

/// What a link may name; a drill mode or a stage, which are words and no records, may stand there too.
pub const LINKED: Kinds = &[
    "question",
    "item",
    "dimension",
    "exemplar",
    "perspective",
    "checklist",
    "scenario",
    "panel",
    "persona",
    "blueprint",
    "ask",
    "template",
    "plan",
    "story_prompt",
    "competency",
    "family",
    "framework",
    "topic",
];

/// Is shown each reference: where it stands, what it may name, and the id, which it may rewrite.
pub type Visit<'v> = dyn FnMut(&At<'_>, Kinds, &mut String) + 'v;

/// A record that names others.
pub trait Refs {
    /// Shows every reference that is not empty.
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>);
}

fn one(at: &At<'_>, kinds: Kinds, id: &mut String, visit: &mut Visit<'_>) {
    if !id.is_empty() {
        visit(at, kinds, id);
    }
}

fn many(at: &At<'_>, kinds: Kinds, ids: &mut [String], visit: &mut Visit<'_>) {
    for (i, id) in ids.iter_mut().enumerate() {
        visit(&at.item(i), kinds, id);
    }
}

/// A table whose names are ids.
fn keys<T>(at: &At<'_>, kinds: Kinds, table: &mut BTreeMap<String, T>, visit: &mut Visit<'_>) {
    for (mut id, entry) in std::mem::take(table) {
        let key = id.clone();
        one(&at.key(&key), kinds, &mut id, visit);
        table.insert(id, entry);
    }
}

impl Refs for Question {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        one(&at.key("topic"), TOPIC, &mut self.topic, visit);
        many(
            &at.key("competencies"),
            COMPETENCY,
            &mut self.competencies,
            visit,
        );
        many(&at.key("roles"), FAMILY, &mut self.roles, visit);
        one(&at.key("framework"), FRAMEWORK, &mut self.framework, visit);
        for (i, probe) in self.probes.iter_mut().enumerate() {
            one(
                &at.key("probes").item(i).key("tests"),
                RUBRIC,
                &mut probe.tests,
                visit,
            );
        }
        many(&at.key("exemplars"), EXEMPLAR, &mut self.exemplars, visit);
    }
}

impl Refs for Stage {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        keys(&at.key("expect_in"), FAMILY, &mut self.expect_in, visit);
        keys(&at.key("steps_in"), FAMILY, &mut self.steps_in, visit);
        keys(&at.key("signals_in"), FAMILY, &mut self.signals_in, visit);
        many(&at.key("prepare"), CHECKLIST, &mut self.prepare, visit);
        for (i, signal) in self.signals.iter_mut().enumerate() {
            many(
                &at.key("signals").item(i).key("competencies"),
                COMPETENCY,
                &mut signal.competencies,
                visit,
            );
        }
        many(&at.key("asks"), ASK, &mut self.asks, visit);
        many(
            &at.key("blueprints"),
            BLUEPRINT,
            &mut self.blueprints,
            visit,
        );
        many(
            &at.key("perspectives"),
            PERSPECTIVE,
            &mut self.perspectives,
            visit,
        );
        many(&at.key("scenarios"), SCENARIO, &mut self.scenarios, visit);
    }
}

impl Refs for Perspective {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        many(&at.key("roles"), FAMILY, &mut self.roles, visit);
        one(&at.key("pair"), PERSPECTIVE, &mut self.pair, visit);
        many(&at.key("links"), LINKED, &mut self.links, visit);
    }
}

impl Refs for Item {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        one(&at.key("family"), FAMILY, &mut self.family, visit);
        one(
            &at.key("competency"),
            COMPETENCY,
            &mut self.competency,
            visit,
        );
        one(&at.key("mirror"), ITEM, &mut self.mirror, visit);
    }
}

impl Refs for Exemplar {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        one(&at.key("question"), QUESTION, &mut self.question, visit);
        keys(&at.key("levels"), DIMENSION, &mut self.levels, visit);
        keys(&at.key("why"), DIMENSION, &mut self.why, visit);
    }
}

impl Refs for Dimension {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        let at = at.key("next_step_in");
        keys(&at, FAMILY, &mut self.next_step_in, visit);
    }
}

impl Refs for Scenario {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        many(&at.key("roles"), FAMILY, &mut self.roles, visit);
        for (i, node) in self.node.iter_mut().enumerate() {
            if let Some(end) = &mut node.end {
                let at = at.key("node");
                let at = at.item(i);
                one(&at.key("end").key("next"), LINKED, &mut end.next, visit);
            }
        }
    }
}

impl Refs for Plan {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        for (i, step) in self.steps.iter_mut().enumerate() {
            let at = at.key("steps");
            one(&at.item(i).key("ref"), LINKED, &mut step.r#ref, visit);
        }
    }
}

impl Refs for Panel {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        one(&at.key("family"), FAMILY, &mut self.family, visit);
        for (i, member) in self.members.iter_mut().enumerate() {
            let members = at.key("members");
            let at = members.item(i);
            many(&at.key("focus"), COMPETENCY, &mut member.focus, visit);
            one(&at.key("persona"), PERSONA, &mut member.persona, visit);
            one(&at.key("ask"), ASK, &mut member.ask, visit);
        }
    }
}

impl Refs for Blueprint {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        many(&at.key("families"), FAMILY, &mut self.families, visit);
        one(&at.key("persona"), PERSONA, &mut self.persona, visit);
        one(&at.key("panel"), PANEL, &mut self.panel, visit);
        for (i, section) in self.sections.iter_mut().enumerate() {
            let sections = at.key("sections");
            let at = sections.item(i);
            many(&at.key("focus"), COMPETENCY, &mut section.focus, visit);
            many(&at.key("fixed"), FIXED, &mut section.fixed, visit);
            one(&at.key("persona"), PERSONA, &mut section.persona, visit);
            if let Some(pick) = &mut section.pick {
                let at = at.key("pick");
                many(
                    &at.key("competencies"),
                    COMPETENCY,
                    &mut pick.competencies,
                    visit,
                );
                many(&at.key("topics"), TOPIC, &mut pick.topics, visit);
                many(&at.key("from"), QUESTION, &mut pick.from, visit);
            }
        }
    }
}

impl Refs for Family {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        many(&at.key("not_asked"), QUESTION, &mut self.not_asked, visit);
    }
}

impl Refs for StoryPrompt {
    fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
        many(
            &at.key("competencies"),
            COMPETENCY,
            &mut self.competencies,
            visit,
        );
    }
}

/// Records that name others in one list.
macro_rules! in_one_list {
    ($($type:ty: $field:ident, $kinds:ident);+) => {$(
        impl Refs for $type {
            fn refs(&mut self, at: &At<'_>, visit: &mut Visit<'_>) {
                many(&at.key(stringify!($field)), $kinds, &mut self.$field, visit);
            }
        }
    )+};
}
in_one_list!(Ask: roles, FAMILY; Competency: related, COMPETENCY; Checklist: roles, FAMILY; Interviewer: probe_bias, RUBRIC);

/// Records that name none, or only in words of a closed list.
macro_rules! without {
    ($($type:ty),+) => {$(
        impl Refs for $type {
            fn refs(&mut self, _: &At<'_>, _: &mut Visit<'_>) {}
        }
    )+};
}
without!(Framework, Template, Topic);
