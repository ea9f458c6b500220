//! L02 for what a mock is made of: items, sample answers, scenarios, panels and blueprints.

use super::needs::{needed, one_of, size, within};
use crate::content::check::book::{Book, each};
use crate::content::check::out::Out;
use crate::content::found::At;
use crate::content::raw::{Blueprint, Exemplar, Item, Member, Node, Panel, Scenario, Section};
use crate::domain::library::{Kind, StageId};

/// The four levels, as they are written.
const LEVELS: [&str; 4] = ["not-yet", "partly", "solid", "strong"];

/// What a scenario measures.
const METERS: [&str; 6] = [
    "value",
    "relationship",
    "information",
    "commitment",
    "safety",
    "time",
];

/// What a blueprint may make harder.
const CONDITIONS: [&str; 5] = [
    "time-pressure",
    "noise-note",
    "late-start",
    "second-half-question",
    "interrupted",
];

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.items, out, item);
    each(&book.exemplars, out, exemplar);
    each(&book.scenarios, out, scenario);
    each(&book.panels, out, panel);
    each(&book.blueprints, out, blueprint);
}

fn item(item: &Item, at: &At<'_>, out: &mut Out<'_>) {
    one_of(out, at, "kind", &item.kind, &["sjt", "self-report"]);
    match item.kind.as_str() {
        "sjt" => judgment(item, at, out),
        "self-report" => {
            needed(
                out,
                at,
                &[("statement", &item.statement), ("mirror", &item.mirror)],
            );
            let facets = [
                "structure",
                "pace",
                "people",
                "change",
                "detail",
                "calm",
                "lead",
                "rules",
            ];
            one_of(out, at, "facet", &item.facet, &facets);
        }
        _ => {}
    }
}

fn judgment(item: &Item, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("situation", &*item.situation),
        ("family", &item.family),
        ("competency", &item.competency),
    ];
    needed(out, at, &texts);
    one_of(out, at, "mode", &item.mode, &["best-worst", "rank", "rate"]);
    size(out, at, "options", item.options.len(), 4..=5);
    for (i, option) in item.options.iter().enumerate() {
        let options = at.key("options");
        let at = options.item(i);
        needed(out, &at, &[("text", &option.text)]);
        one_of(out, &at, "level", &option.level, &LEVELS);
    }
}

fn exemplar(exemplar: &Exemplar, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [("question", &*exemplar.question), ("text", &exemplar.text)];
    needed(out, at, &texts);
    one_of(out, at, "level", &exemplar.level, &LEVELS);
    size(out, at, "levels", exemplar.levels.len(), 1..=12);
    for (dimension, level) in &exemplar.levels {
        one_of(out, &at.key("levels"), dimension, level, &LEVELS);
    }
    size(out, at, "why", exemplar.why.len(), 1..=6);
}

fn scenario(scenario: &Scenario, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("title", &*scenario.title),
        ("briefing", &scenario.briefing),
        ("hidden", &scenario.hidden),
    ];
    needed(out, at, &texts);
    let groups = [
        "negotiation",
        "closing",
        "process",
        "inappropriate",
        "role-play",
    ];
    one_of(out, at, "group", &scenario.group, &groups);
    size(out, at, "stages", scenario.stages.len(), 1..=8);
    for (i, stage) in scenario.stages.iter().enumerate() {
        one_of(out, at, &format!("stages[{}]", i + 1), stage, &stages());
    }
    let other = &scenario.counterpart;
    needed(
        out,
        &at.key("counterpart"),
        &[("name", &other.name), ("mood", &other.mood)],
    );
    size(out, at, "meters", scenario.meters.len(), 2..=4);
    for meter in &scenario.meters {
        one_of(out, at, "meters", meter, &METERS);
    }
    size(out, at, "node", scenario.node.len(), 6..=14);
    for (i, node) in scenario.node.iter().enumerate() {
        moment(node, &scenario.meters, &at.key("node").item(i), out);
    }
}

fn stages() -> Vec<&'static str> {
    StageId::ALL.iter().map(|stage| stage.id()).collect()
}

fn moment(node: &Node, meters: &[String], at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("id", &node.id), ("line", &node.line)]);
    if let Some(end) = &node.end {
        let at = at.key("end");
        one_of(out, &at, "level", &end.level, &LEVELS);
        needed(out, &at, &[("debrief", &end.debrief)]);
    }
    let meters: Vec<&str> = meters.iter().map(String::as_str).collect();
    for (i, choice) in node.choices.iter().enumerate() {
        let choices = at.key("choices");
        let at = choices.item(i);
        let texts = [
            ("say", &*choice.say),
            ("skill", &choice.skill),
            ("why", &choice.why),
        ];
        needed(out, &at, &texts);
        for (meter, change) in &choice.effects {
            let at = at.key("effects");
            if !meters.contains(&meter.as_str()) {
                one_of(out, &at, meter, meter, &meters);
            }
            within(out, &at, meter, u32::from(change.unsigned_abs()), 0..=2);
        }
    }
}

fn panel(panel: &Panel, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("title", &panel.title), ("chair", &panel.chair)]);
    size(out, at, "members", panel.members.len(), 2..=6);
    for (i, member) in panel.members.iter().enumerate() {
        seat(member, &at.key("members").item(i), out);
    }
    seats(panel, at, out);
}

fn seat(member: &Member, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("name", &*member.name),
        ("title", &member.title),
        ("persona", &member.persona),
        ("cross_probe", &member.cross_probe),
        ("cares_about", &member.cares_about),
        ("ask", &member.ask),
    ];
    needed(out, at, &texts);
    size(out, at, "focus", member.focus.len(), 1..=3);
    let roles = ["decides", "advises", "observes", "chairs"];
    one_of(out, at, "decision_role", &member.decision_role, &roles);
    size(out, at, "opens_with", member.opens_with.len(), 1..=4);
    for kind in &member.opens_with {
        one_of(out, at, "opens_with", kind, &kinds());
    }
}

fn kinds() -> Vec<&'static str> {
    Kind::ALL.iter().map(|kind| kind.id()).collect()
}

/// One leads, one is quiet, and no two look at the same things.
fn seats(panel: &Panel, at: &At<'_>, out: &mut Out<'_>) {
    let mut chairs = panel
        .members
        .iter()
        .filter(|member| member.decision_role == "chairs");
    let chair = (chairs.next(), chairs.next());
    if !matches!(chair, (Some(chair), None) if chair.name == panel.chair) {
        let what = "The chair is not the one member whose `decision_role` is `chairs`.";
        out.error(
            "L02",
            &at.key("chair"),
            what,
            "Name exactly one member who chairs.",
        );
    }
    if !panel
        .members
        .iter()
        .any(|member| member.persona == "silent")
    {
        let hint = "Give one of them the persona `silent`: every panel has somebody to draw in.";
        out.error("L02", &at.key("members"), "Nobody is quiet.", hint);
    }
    for (i, member) in panel.members.iter().enumerate() {
        let shares = |other: &Member| {
            let shared = member.focus.iter().filter(|f| other.focus.contains(f));
            shared.count() > 1
        };
        let before = panel.members.get(..i).unwrap_or_default();
        if let Some(other) = before.iter().find(|other| shares(other)) {
            let members = at.key("members");
            let at = members.item(i);
            let at = at.key("focus");
            let what = format_args!("`{at}` is nearly that of {}.", other.name);
            out.error("L02", &at, what, "Let them share one competency at most.");
        }
    }
}

fn blueprint(blueprint: &Blueprint, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("title", &*blueprint.title),
        ("persona", &blueprint.persona),
        ("pass_note", &blueprint.pass_note),
    ];
    needed(out, at, &texts);
    one_of(out, at, "stage", &blueprint.stage, &stages());
    one_of(out, at, "feedback", &blueprint.feedback, &["end", "each"]);
    within(out, at, "minutes", blueprint.minutes, 5..=240);
    for condition in &blueprint.conditions {
        one_of(out, at, "conditions", condition, &CONDITIONS);
    }
    for kind in &blueprint.must_include {
        one_of(out, at, "must_include", kind, &kinds());
    }
    size(out, at, "sections", blueprint.sections.len(), 2..=16);
    for (i, section) in blueprint.sections.iter().enumerate() {
        part(section, &at.key("sections").item(i), out);
    }
}

fn part(section: &Section, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("title", &section.title)]);
    within(out, at, "minutes", section.minutes, 1..=90);
    if let Some(probes) = section.probes {
        within(out, at, "probes", u32::from(probes), 0..=3);
    }
    if let Some(takes) = section.takes {
        within(out, at, "takes", u32::from(takes), 1..=3);
    }
    if let Some(pick) = &section.pick {
        let at = at.key("pick");
        size(out, &at, "kinds", pick.kinds.len(), 1..=6);
        for kind in &pick.kinds {
            one_of(out, &at, "kinds", kind, &kinds());
        }
        within(out, &at, "count", pick.count, 1..=12);
        for difficulty in &pick.difficulty {
            within(out, &at, "difficulty", u32::from(*difficulty), 1..=3);
        }
    }
    if let Some(items) = &section.items {
        let at = at.key("items");
        one_of(out, &at, "kind", &items.kind, &["sjt", "self-report"]);
        within(out, &at, "count", items.count, 1..=24);
    }
}
