//! L04 lengths that fit the screen and the ear, L10 times that fit the kind.

use super::book::{Book, each};
use super::out::Out;
use crate::content::found::At;
use crate::content::raw::{
    Ask, Checklist, Dimension, Framework, Interviewer, Levels, Perspective, Question, Stage,
};
use crate::domain::library::{Kind, StageId};

mod mocks;

/// Longest entry of a list, in characters: one or two lines of an 80-column terminal.
const ENTRY: usize = 90;

/// Facts that are told in a breath, in characters.
const TOLD: usize = 300;

/// A sheet that is handed over (code, a table, a form), in characters; as many as an import keeps.
const SHEET: usize = 1_500;

/// Lines and columns of a sheet that stand whole on an 80x24 terminal, with the question and room to answer.
const PAGE: (usize, usize) = (16, 72);

/// Longest time to answer in a one-way video, in seconds.
const ONE_WAY: u32 = 180;

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.questions, out, |question, at, out| {
        lengths(question, at, out);
        times(question, at, out);
    });
    each(&book.stages, out, stage);
    each(&book.dimensions, out, dimension);
    each(&book.competencies, out, |c, at, out| {
        levels(out, at, "anchors", &c.anchors, 200);
        list(out, at, "listen_for", &c.listen_for, ENTRY);
    });
    each(&book.frameworks, out, framework);
    each(&book.perspectives, out, perspective);
    each(&book.checklists, out, checklist);
    each(&book.asks, out, ask);
    mocks::check(book, out);
    each(&book.personas, out, |p: &Interviewer, at, out| {
        text(out, &at.key("note"), &p.note, 240);
        text(out, &at.key("opening_line"), &p.opening_line, ENTRY);
        for (name, line) in [
            ("strong", &p.reactions.strong),
            ("weak", &p.reactions.weak),
            ("long", &p.reactions.long),
        ] {
            text(out, &at.key("reactions").key(name), line, ENTRY);
        }
        list(
            out,
            &at.key("reactions"),
            "others",
            &p.reactions.others,
            ENTRY,
        );
        list(out, at, "other_openings", &p.other_openings, ENTRY);
    });
}

/// Tells a text of more than so many characters.
fn text(out: &mut Out<'_>, at: &At<'_>, text: &str, limit: usize) {
    let length = text.chars().count();
    if length > limit {
        let what = format_args!("`{at}` has {length} characters; {limit} are the limit.");
        out.error(
            "L04",
            at,
            what,
            format_args!("Say it in {limit} characters or fewer."),
        );
    }
}

/// What is given before a question: some facts on one line, or a sheet of several.
fn setup(out: &mut Out<'_>, at: &At<'_>, given: &str) {
    let lines = given.lines().count();
    if lines <= 1 {
        return text(out, at, given, TOLD);
    }
    text(out, at, given, SHEET);
    let widest = given.lines().map(|line| line.chars().count()).max();
    let (most, width) = PAGE;
    if lines > most || widest.is_some_and(|w| w > width) {
        let what =
            format_args!("`{at}` is a sheet of more than {most} lines of {width} characters.");
        let hint = "Keep only what the question needs, in shorter lines.";
        out.warn("L04", at, what, hint);
    }
}

fn list(out: &mut Out<'_>, at: &At<'_>, name: &str, entries: &[String], limit: usize) {
    for (i, entry) in entries.iter().enumerate() {
        text(out, &at.key(name).item(i), entry, limit);
    }
}

fn levels(out: &mut Out<'_>, at: &At<'_>, name: &str, levels: &Levels, limit: usize) {
    for (level, entry) in levels.each() {
        text(out, &at.key(name).key(level), entry, limit);
    }
}

fn lengths(q: &Question, at: &At<'_>, out: &mut Out<'_>) {
    text(out, &at.key("text"), &q.text, 240);
    setup(out, &at.key("setup"), q.setup.trim());
    text(out, &at.key("title"), &q.title, 40);
    text(out, &at.key("tests_note"), &q.tests_note, 140);
    text(out, &at.key("concern"), &q.concern, 120);
    list(out, at, "variants", &q.variants, 240);
    list(out, at, "outline", &q.outline, ENTRY);
    for (i, point) in q.strong.iter().enumerate() {
        text(
            out,
            &at.key("strong").item(i).key("text"),
            &point.text,
            ENTRY,
        );
    }
    for (i, flag) in q.red_flags.iter().enumerate() {
        text(
            out,
            &at.key("red_flags").item(i).key("text"),
            &flag.text,
            ENTRY,
        );
    }
    for (i, probe) in q.probes.iter().enumerate() {
        text(out, &at.key("probes").item(i).key("text"), &probe.text, 120);
    }
    for (i, fact) in q.data.iter().enumerate() {
        text(out, &at.key("data").item(i).key("ask"), &fact.ask, 60);
        text(out, &at.key("data").item(i).key("reply"), &fact.reply, 160);
    }
    for (i, reply) in q.options.iter().enumerate() {
        text(
            out,
            &at.key("options").item(i).key("text"),
            &reply.text,
            160,
        );
    }
}

/// Times inside the limits of the kind (common interview guides); what lowering finds wrong it tells itself.
fn times(q: &Question, at: &At<'_>, out: &mut Out<'_>) {
    let Some(kind) = Kind::from_id(&q.kind) else {
        return;
    };
    let limits = kind.window();
    for (name, seconds) in [
        ("min_s", q.min_s),
        ("answer_s", q.answer_s),
        ("max_s", q.max_s),
    ] {
        if let Some(seconds) = seconds.filter(|s| !(limits.min..=limits.max).contains(s)) {
            let what = format_args!(
                "`{name}` is {seconds}; for a {} question {} to {} are usual.",
                kind.id(),
                limits.min,
                limits.max
            );
            out.error(
                "L10",
                &at.key(name),
                what,
                "Stay inside, or choose another kind.",
            );
        }
    }
    let one_way = q.stages.iter().any(|s| s == StageId::PhoneVideo.id());
    if let Some(answer) = q.answer_s.filter(|s| one_way && *s > ONE_WAY) {
        let what = format_args!("`answer_s` is {answer}; a one-way video gives at most {ONE_WAY}.");
        out.error(
            "L10",
            &at.key("answer_s"),
            what,
            "Shorten it, or leave out the stage `phone-video`.",
        );
    }
}

fn stage(s: &Stage, at: &At<'_>, out: &mut Out<'_>) {
    text(out, &at.key("title"), &s.title, 40);
    text(out, &at.key("summary"), &s.summary, 240);
    text(out, &at.key("decides"), &s.decides, 120);
    list(out, at, "expect", &s.expect, 120);
    for (field, expect) in &s.expect_in {
        list(out, &at.key("expect_in"), field, expect, 120);
    }
    for (name, fields) in [("steps_in", &s.steps_in), ("signals_in", &s.signals_in)] {
        for (field, words) in fields {
            list(out, &at.key(name), field, words, ENTRY);
        }
    }
    list(out, at, "steps", &s.steps, ENTRY);
    list(out, at, "red_flags", &s.red_flags, ENTRY);
    for (i, signal) in s.signals.iter().enumerate() {
        text(
            out,
            &at.key("signals").item(i).key("text"),
            &signal.text,
            ENTRY,
        );
    }
    for (i, after) in s.after.iter().enumerate() {
        text(
            out,
            &at.key("after").item(i).key("text"),
            &after.text,
            ENTRY,
        );
    }
    for (name, note) in [
        ("virtual_note", &s.virtual_note),
        ("adjust_note", &s.adjust_note),
        ("if_canceled", &s.if_canceled),
    ] {
        text(out, &at.key(name), note, 200);
    }
}

fn dimension(d: &Dimension, at: &At<'_>, out: &mut Out<'_>) {
    text(out, &at.key("question"), &d.question, ENTRY);
    levels(out, at, "anchors", &d.anchors, 200);
    levels(out, at, "next_step", &d.next_step, 120);
    for (kind, reading) in &d.reads_as {
        let at = at.key("reads_as");
        let at = at.key(kind);
        levels(out, &at, "anchors", &reading.anchors, 200);
        levels(out, &at, "next_step", &reading.next_step, 120);
    }
    for (field, steps) in &d.next_step_in {
        levels(out, &at.key("next_step_in"), field, steps, 120);
    }
}

fn framework(f: &Framework, at: &At<'_>, out: &mut Out<'_>) {
    text(out, &at.key("mini_example"), &f.mini_example, 300);
    for (i, step) in f.steps.iter().enumerate() {
        text(out, &at.key("steps").item(i).key("cue"), &step.cue, 70);
    }
    for (i, point) in f.points.iter().enumerate() {
        text(
            out,
            &at.key("points").item(i).key("text"),
            &point.text,
            ENTRY,
        );
    }
}

fn perspective(p: &Perspective, at: &At<'_>, out: &mut Out<'_>) {
    text(out, &at.key("insight"), &p.insight, 110);
    text(out, &at.key("changed"), &p.changed, 120);
    list(out, at, "do", &p.r#do, ENTRY);
}

fn checklist(c: &Checklist, at: &At<'_>, out: &mut Out<'_>) {
    for (i, item) in c.items.iter().enumerate() {
        text(out, &at.key("items").item(i).key("text"), &item.text, ENTRY);
        text(out, &at.key("items").item(i).key("why"), &item.why, 120);
    }
}

fn ask(a: &Ask, at: &At<'_>, out: &mut Out<'_>) {
    text(out, &at.key("text"), &a.text, 160);
    text(out, &at.key("do_first"), &a.do_first, 120);
    text(out, &at.key("avoid_if"), &a.avoid_if, ENTRY);
}
