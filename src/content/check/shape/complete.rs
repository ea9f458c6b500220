//! L02: what every record must have, and how many entries its lists take.

use super::needs::{needed, one_of, scale, size};
use crate::content::check::book::{Book, each};
use crate::content::check::closed::{ASK_TOPICS, AUDIENCES, BEST_WHEN, EVIDENCE, FIT, WHEN};
use crate::content::check::out::{Out, Scope};
use crate::content::found::At;
use crate::content::raw::{
    Ask, Checklist, Competency, Dimension, Framework, Interviewer, Perspective, Question, Stage,
};
use crate::domain::library::StageId;

/// Runs the rule. A question of a pack may leave out what its kind gives it.
pub fn check(book: &Book, out: &mut Out<'_>) {
    if out.scope == Scope::Shipped {
        each(&book.questions, out, question);
    }
    each(&book.stages, out, stage);
    if out.scope == Scope::Shipped {
        each(&book.stages, out, |s, at, out| fields(s, book, at, out));
    }
    each(&book.competencies, out, competency);
    each(&book.dimensions, out, dimension);
    each(&book.frameworks, out, framework);
    each(&book.perspectives, out, perspective);
    each(&book.checklists, out, checklist);
    each(&book.asks, out, ask);
    each(&book.personas, out, persona);
    each(&book.families, out, |family, at, out| {
        needed(out, at, &[("summary", &family.summary)]);
    });
    each(&book.topics, out, |topic, at, out| {
        size(out, at, "kinds", topic.kinds.len(), 1..=17);
    });
}

fn question(q: &Question, at: &At<'_>, out: &mut Out<'_>) {
    needed(
        out,
        at,
        &[
            ("kind", &q.kind),
            ("framework", &q.framework),
            ("tests_note", &q.tests_note),
        ],
    );
    size(out, at, "competencies", q.competencies.len(), 1..=3);
    size(out, at, "stages", q.stages.len(), 1..=4);
    size(out, at, "roles", q.roles.len(), 1..=19);
    size(out, at, "strong", q.strong.len(), 3..=7);
    size(out, at, "red_flags", q.red_flags.len(), 1..=4);
    size(out, at, "probes", q.probes.len(), 2..=4);
    size(out, at, "outline", q.outline.len(), 2..=6);
    size(out, at, "variants", q.variants.len(), 1..=3);
    let numbers = [
        ("difficulty", q.difficulty.map(u32::from)),
        ("prep_s", q.prep_s),
        ("answer_s", q.answer_s),
        ("min_s", q.min_s),
        ("max_s", q.max_s),
    ];
    for (name, number) in numbers {
        if number.is_none() {
            out.error(
                "L02",
                &at.key(name),
                format_args!("`{name}` is missing."),
                "Write it.",
            );
        }
    }
    if matches!(
        q.kind.as_str(),
        "sensitive" | "inappropriate" | "negotiation"
    ) {
        needed(out, at, &[("topic", &q.topic)]);
    }
    if q.kind == "role-play" && q.persona.is_none() {
        out.error(
            "L02",
            &at.key("persona"),
            "A role play needs its character.",
            "Write `persona = { name = …, mood = … }`.",
        );
    }
    if !q.data.is_empty() {
        size(out, at, "data", q.data.len(), 2..=8);
    }
}

fn stage(s: &Stage, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("title", &*s.title),
        ("summary", &s.summary),
        ("decides", &s.decides),
        ("virtual_note", &s.virtual_note),
        ("adjust_note", &s.adjust_note),
        ("if_canceled", &s.if_canceled),
    ];
    needed(out, at, &texts);
    size(out, at, "expect", s.expect.len(), 4..=8);
    size(out, at, "formats", s.formats.len(), 1..=8);
    size(out, at, "interviewers", s.interviewers.len(), 1..=8);
    size(out, at, "prepare", s.prepare.len(), 2..=12);
    size(out, at, "steps", s.steps.len(), 6..=10);
    size(out, at, "signals", s.signals.len(), 5..=8);
    size(out, at, "red_flags", s.red_flags.len(), 3..=6);
    size(out, at, "kinds", s.kinds.len(), 1..=8);
    size(out, at, "asks", s.asks.len(), 6..=20);
    size(out, at, "after", s.after.len(), 4..=8);
    size(out, at, "perspectives", s.perspectives.len(), 4..=20);
    if s.minutes_min >= s.minutes_max || s.minutes_max > 600 {
        let what = format_args!(
            "{} to {} minutes are no span.",
            s.minutes_min, s.minutes_max
        );
        out.error(
            "L02",
            &at.key("minutes_min"),
            what,
            "Set minutes_min below minutes_max, and that to at most 600.",
        );
    }
}

/// Where each field of work is told what is so there.
const IN_FIELDS: [StageId; 2] = [StageId::InPerson, StageId::TechnicalAssessment];

/// The stages that differ most from field to field have lines for each of them, beside those for everybody.
fn fields(s: &Stage, book: &Book, at: &At<'_>, out: &mut Out<'_>) {
    if !IN_FIELDS.iter().any(|stage| stage.id() == s.id) {
        return;
    }
    for (name, lines) in [
        ("expect_in", &s.expect_in),
        ("steps_in", &s.steps_in),
        ("signals_in", &s.signals_in),
    ] {
        let families = book.families.iter().map(|family| family.record.id.as_str());
        for family in families.filter(|family| *family != "general") {
            let count = lines.get(family).map_or(0, Vec::len);
            size(out, &at.key(name), family, count, 2..=4);
        }
    }
}

fn competency(c: &Competency, at: &At<'_>, out: &mut Out<'_>) {
    needed(
        out,
        at,
        &[("title", &c.title), ("definition", &c.definition)],
    );
    size(out, at, "listen_for", c.listen_for.len(), 3..=3);
    scale(out, at, "anchors", &c.anchors);
}

fn dimension(d: &Dimension, at: &At<'_>, out: &mut Out<'_>) {
    needed(
        out,
        at,
        &[
            ("title", &d.title),
            ("question", &d.question),
            ("not_this", &d.not_this),
        ],
    );
    scale(out, at, "anchors", &d.anchors);
    scale(out, at, "next_step", &d.next_step);
    if !(1..=3).contains(&d.weight) {
        out.error(
            "L02",
            &at.key("weight"),
            format_args!("`weight` is {}.", d.weight),
            "Use 1, 2 or 3.",
        );
    }
}

fn framework(f: &Framework, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("title", &*f.title),
        ("use_for", &f.use_for),
        ("avoid_when", &f.avoid_when),
        ("mini_example", &f.mini_example),
    ];
    needed(out, at, &texts);
    size(out, at, "steps", f.steps.len(), 2..=7);
    size(out, at, "points", f.points.len(), 3..=5);
    let shares: u32 = f.steps.iter().map(|step| u32::from(step.share)).sum();
    if shares != 100 {
        out.error(
            "L02",
            &at.key("steps"),
            format_args!("The shares of the steps make {shares} percent."),
            "Let them make 100.",
        );
    }
    let core = f.points.iter().filter(|point| point.core).count();
    if !(1..=2).contains(&core) {
        out.error(
            "L02",
            &at.key("points"),
            format_args!("{core} points are core."),
            "Mark one or two with `core = true`.",
        );
    }
}

fn perspective(p: &Perspective, at: &At<'_>, out: &mut Out<'_>) {
    let texts = [
        ("speaker", &*p.speaker),
        ("topic", &p.topic),
        ("insight", &p.insight),
        ("body", &p.body),
        ("context", &p.context),
    ];
    needed(out, at, &texts);
    size(out, at, "do", p.r#do.len(), 1..=3);
    one_of(out, at, "outcome", &p.outcome, &["good", "bad", "mixed"]);
    one_of(out, at, "evidence", &p.evidence, &EVIDENCE);
    one_of(out, at, "basis", &p.basis, &["blended", "research"]);
}

fn checklist(c: &Checklist, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("title", &c.title)]);
    one_of(out, at, "when", &c.when, &WHEN);
    for (i, item) in c.items.iter().enumerate() {
        let items = at.key("items");
        one_of(out, &items.item(i), "evidence", &item.evidence, &EVIDENCE);
    }
}

fn ask(a: &Ask, at: &At<'_>, out: &mut Out<'_>) {
    needed(out, at, &[("text", &a.text)]);
    one_of(out, at, "topic", &a.topic, &ASK_TOPICS);
    size(out, at, "audience", a.audience.len(), 1..=6);
    for audience in &a.audience {
        one_of(out, at, "audience", audience, &AUDIENCES);
    }
    one_of(out, at, "best_when", &a.best_when, &BEST_WHEN);
    if !a.fit_axis.is_empty() {
        one_of(out, at, "fit_axis", &a.fit_axis, &FIT);
    }
    size(out, at, "stages", a.stages.len(), 1..=8);
    size(out, at, "listen_for", a.listen_for.len(), 2..=3);
}

fn persona(p: &Interviewer, at: &At<'_>, out: &mut Out<'_>) {
    needed(
        out,
        at,
        &[("opening_line", &p.opening_line), ("note", &p.note)],
    );
}
