//! L02 for what a mock is made of: items, sample answers, scenarios, panels and blueprints.

use super::needs::{needed, size};
use crate::content::check::book::{Book, each};
use crate::content::check::out::{Out, Scope};
use crate::content::found::At;
use crate::content::raw::{Blueprint, Exemplar, Item, Member, Node, Panel, Scenario, Section};

/// Runs the rule. Words of closed lists, and what a record cannot be used without, lowering has told.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.items, out, item);
    each(&book.exemplars, out, exemplar);
    each(&book.scenarios, out, scenario);
    each(&book.panels, out, panel);
    each(&book.blueprints, out, blueprint);
}

fn item(item: &Item, at: &At<'_>, out: &mut Out<'_>) {
    if item.kind == "self-report" {
        needed(out, at, &[("mirror", &item.mirror)]);
    } else {
        let texts = [("family", &*item.family), ("competency", &item.competency)];
        needed(out, at, &texts);
        size(out, at, "options", item.options.len(), 4..=5);
    }
}

fn exemplar(exemplar: &Exemplar, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("question", &exemplar.question)]);
    size(out, at, "levels", exemplar.levels.len(), 1..=12);
    size(out, at, "why", exemplar.why.len(), 1..=6);
}

fn scenario(scenario: &Scenario, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("briefing", &*scenario.briefing),
        ("hidden", &scenario.hidden),
    ];
    needed(out, at, &texts);
    size(out, at, "stages", scenario.stages.len(), 1..=8);
    let mood = [("mood", &*scenario.counterpart.mood)];
    needed(out, &at.key("counterpart"), &mood);
    size(out, at, "meters", scenario.meters.len(), 2..=4);
    size(out, at, "node", scenario.node.len(), 6..=14);
    for (i, node) in scenario.node.iter().enumerate() {
        moment(node, &scenario.meters, &at.key("node").item(i), out);
    }
}

fn moment(node: &Node, meters: &[String], at: &At<'_>, out: &mut Out<'_>) {
    if let Some(end) = &node.end {
        needed(out, &at.key("end"), &[("debrief", &end.debrief)]);
    }
    for (i, choice) in node.choices.iter().enumerate() {
        let choices = at.key("choices");
        let at = choices.item(i);
        let texts = [("skill", &*choice.skill), ("why", &choice.why)];
        needed(out, &at, &texts);
        for meter in choice.effects.keys().filter(|m| !meters.contains(m)) {
            let at = at.key("effects");
            let at = at.key(meter);
            out.error(
                "L02",
                &at,
                format_args!("`{at}` moves what the scenario does not measure."),
                format_args!("Use one of its meters: {}.", meters.join(", ")),
            );
        }
    }
}

fn panel(panel: &Panel, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("chair", &panel.chair)]);
    size(out, at, "members", panel.members.len(), 2..=6);
    for (i, member) in panel.members.iter().enumerate() {
        let members = at.key("members");
        let at = members.item(i);
        let texts = [
            ("title", &*member.title),
            ("persona", &member.persona),
            ("cross_probe", &member.cross_probe),
            ("cares_about", &member.cares_about),
            ("ask", &member.ask),
        ];
        needed(out, &at, &texts);
        size(out, &at, "focus", member.focus.len(), 1..=3);
        size(out, &at, "opens_with", member.opens_with.len(), 1..=4);
    }
    lead(panel, at, out);
    focus(&panel.members, &at.key("members"), out);
}

/// One leads, and one is quiet.
fn lead(panel: &Panel, at: &At<'_>, out: &mut Out<'_>) {
    let mut chairs = panel
        .members
        .iter()
        .filter(|member| member.decision_role == "chairs");
    let chair = (chairs.next(), chairs.next());
    if !matches!(chair, (Some(chair), None) if chair.name == panel.chair) {
        out.error(
            "L02",
            &at.key("chair"),
            "`chair` is not the one member whose `decision_role` is `chairs`.",
            "Let exactly one member chair, and name that one.",
        );
    }
    let quiet = |member: &Member| member.persona == "silent";
    if !panel.members.iter().any(quiet) {
        let hint =
            "Give one of them the persona `silent`: on every panel somebody must be drawn in.";
        out.error("L02", &at.key("members"), "Nobody is quiet.", hint);
    }
}

/// No two look at the same things.
fn focus(members: &[Member], at: &At<'_>, out: &mut Out<'_>) {
    for (i, member) in members.iter().enumerate() {
        let shares = |other: &&Member| {
            let shared = member.focus.iter().filter(|f| other.focus.contains(f));
            shared.count() > 1
        };
        let before = members.get(..i).unwrap_or_default();
        if let Some(other) = before.iter().find(shares) {
            let at = at.item(i);
            let at = at.key("focus");
            let what = format_args!("`{at}` is nearly that of {}.", other.name);
            out.error("L02", &at, what, "Let them share one competency at most.");
        }
    }
}

fn blueprint(blueprint: &Blueprint, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("persona", &*blueprint.persona),
        ("pass_note", &blueprint.pass_note),
    ];
    needed(out, at, &texts);
    size(out, at, "sections", blueprint.sections.len(), 2..=16);
    for (i, section) in blueprint.sections.iter().enumerate() {
        part(section, &at.key("sections").item(i), out);
    }
}

fn part(section: &Section, at: &At<'_>, out: &mut Out<'_>) {
    let Some(pick) = &section.pick else { return };
    size(out, &at.key("pick"), "kinds", pick.kinds.len(), 1..=6);
    if section.probes.is_none() && out.scope == Scope::Shipped {
        let hint = "Write how many follow-ups each question gets, 0 to 3.";
        out.error("L02", &at.key("probes"), "`probes` is missing.", hint);
    }
}
