//! L04 for what a mock is made of and for what is taken along.

use super::{ENTRY, list, text};
use crate::content::check::book::{Book, each};
use crate::content::check::out::Out;
use crate::content::found::At;
use crate::content::raw::{Counterpart, Node};

/// Longest title, in characters.
const TITLE: usize = 60;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    made(book, out);
    taken_along(book, out);
}

fn made(book: &Book, out: &mut Out<'_>) {
    each(&book.items, out, |item, at, out| {
        text(out, &at.key("situation"), &item.situation, 400);
        text(out, &at.key("statement"), &item.statement, 110);
        for (i, option) in item.options.iter().enumerate() {
            let options = at.key("options");
            let at = options.item(i);
            text(out, &at.key("text"), &option.text, 140);
            text(out, &at.key("why"), &option.why, 160);
        }
    });
    each(&book.exemplars, out, |exemplar, at, out| {
        for (dimension, why) in &exemplar.why {
            text(out, &at.key("why").key(dimension), why, 140);
        }
    });
    each(&book.scenarios, out, |scenario, at, out| {
        text(out, &at.key("title"), &scenario.title, TITLE);
        text(out, &at.key("briefing"), &scenario.briefing, 500);
        text(out, &at.key("hidden"), &scenario.hidden, 400);
        counterpart(&scenario.counterpart, &at.key("counterpart"), out);
        for (i, node) in scenario.node.iter().enumerate() {
            moment(node, &at.key("node").item(i), out);
        }
    });
    each(&book.panels, out, |panel, at, out| {
        text(out, &at.key("title"), &panel.title, TITLE);
        for (i, member) in panel.members.iter().enumerate() {
            let members = at.key("members");
            let at = members.item(i);
            text(out, &at.key("cross_probe"), &member.cross_probe, 120);
            text(out, &at.key("cares_about"), &member.cares_about, ENTRY);
        }
    });
    each(&book.blueprints, out, |blueprint, at, out| {
        text(out, &at.key("title"), &blueprint.title, TITLE);
        text(out, &at.key("pass_note"), &blueprint.pass_note, 240);
        for (i, section) in blueprint.sections.iter().enumerate() {
            let sections = at.key("sections");
            text(out, &sections.item(i).key("title"), &section.title, TITLE);
            text(out, &sections.item(i).key("ask"), &section.ask, 240);
        }
    });
}

fn moment(node: &Node, at: &At<'_>, out: &mut Out<'_>) {
    text(out, &at.key("line"), &node.line, 260);
    for (i, choice) in node.choices.iter().enumerate() {
        let choices = at.key("choices");
        let at = choices.item(i);
        text(out, &at.key("say"), &choice.say, 200);
        text(out, &at.key("why"), &choice.why, 160);
    }
    if let Some(end) = &node.end {
        text(out, &at.key("end").key("debrief"), &end.debrief, 400);
    }
}

fn taken_along(book: &Book, out: &mut Out<'_>) {
    each(&book.templates, out, |template, at, out| {
        list(out, at, "check", &template.check, ENTRY);
    });
    each(&book.plans, out, |plan, at, out| {
        text(out, &at.key("title"), &plan.title, TITLE);
        for (i, step) in plan.steps.iter().enumerate() {
            text(out, &at.key("steps").item(i).key("do"), &step.r#do, ENTRY);
        }
    });
    each(&book.story_prompts, out, |prompt, at, out| {
        text(out, &at.key("text"), &prompt.text, 160);
    });
}

fn counterpart(other: &Counterpart, at: &At<'_>, out: &mut Out<'_>) {
    for (name, line) in [
        ("title", &other.title),
        ("mood", &other.mood),
        ("goal", &other.goal),
        ("calms", &other.calms),
        ("escalates", &other.escalates),
    ] {
        text(out, &at.key(name), line, ENTRY);
    }
}
