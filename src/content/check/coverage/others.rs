//! L18, and the counts of L23, L25, L26, L27 and L29: enough of everything else.

use std::collections::{HashMap, HashSet};
use std::fmt;

use super::targets::{
    ASKS_AUDIENCE, ASKS_TOPIC, GENERAL_JUDGMENTS, JUDGED_FAMILIES, JUDGMENTS, MOCKS_STAGE, PAIRED,
    RECORDS, SCENARIOS, SETS_GROUP, SPEAKERS, STATEMENTS, THANKS, TIPS, VOICES, VOICES_BAD,
    VOICES_MORE, VOICES_TOPIC,
};
use super::{least, tell};
use crate::content::check::book::{Book, Placed};
use crate::content::check::closed::{ASK_TOPICS, AUDIENCES, VOICE_TOPICS};
use crate::content::check::out::Out;
use crate::content::raw::{Item, Perspective};
use crate::domain::library::{Group, Kind, Letter, StageId};

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    for (array, needs) in RECORDS {
        let what = format_args!("records `{array}`");
        least(book, out, array, (book.count_of(array), needs), what);
    }
    items(book, out);
    voices(book, out);
    mocks(book, out);
    asks(book, out);
    letters(book, out);
    samples(book, out);
    let lines = book.checklists.iter().flat_map(|c| &c.record.items);
    let tips = lines.filter(|line| line.tip).count();
    least(
        book,
        out,
        "checklist",
        (tips, TIPS),
        "lines with `tip = true`",
    );
}

/// How many records of a list fit.
fn some<R>(list: &[Placed<R>], fits: impl Fn(&R) -> bool) -> usize {
    list.iter().filter(|placed| fits(&placed.record)).count()
}

/// Tells a count of another rule that is too small.
fn short(
    book: &Book,
    out: &mut Out<'_>,
    (rule, array): (&'static str, &str),
    (has, needs): (usize, usize),
    what: impl fmt::Display,
) {
    if has < needs {
        let what = format_args!("Too few {what}: {has} of {needs}.");
        tell(book, out, rule, array, what);
    }
}

fn items(book: &Book, out: &mut Out<'_>) {
    let judgment = |item: &Item| item.kind == "sjt";
    let count = |fits: &dyn Fn(&Item) -> bool| some(&book.items, fits);
    let mut families: HashMap<&str, usize> = HashMap::new();
    for item in book.items.iter().filter(|i| judgment(&i.record)) {
        *families.entry(item.record.family.as_str()).or_default() += 1;
    }
    let general = families.remove("general").unwrap_or(0);
    let fields = families.values().filter(|count| **count >= 2).count();
    for (has, needs, what) in [
        (count(&judgment), JUDGMENTS, "judgments"),
        (count(&|i| !judgment(i)), STATEMENTS, "statements"),
        (general, GENERAL_JUDGMENTS, "judgments for everybody"),
        (fields, JUDGED_FAMILIES, "families with two judgments"),
    ] {
        short(book, out, ("L23", "item"), (has, needs), what);
    }
}

fn voices(book: &Book, out: &mut Out<'_>) {
    let count = |fits: &dyn Fn(&Perspective) -> bool| some(&book.perspectives, fits);
    let rule = ("L25", "perspective");
    for voice in ["seeker", "manager"] {
        let has = count(&|p| p.voice == voice);
        short(
            book,
            out,
            rule,
            (has, VOICES),
            format_args!("cards in the voice `{voice}`"),
        );
    }
    for topic in VOICE_TOPICS {
        let more = VOICES_MORE.iter().find(|(of, _)| *of == topic);
        let needs = more.map_or(VOICES_TOPIC, |(_, needs)| *needs);
        let has = count(&|p| p.topic == topic);
        short(
            book,
            out,
            rule,
            (has, needs),
            format_args!("cards on `{topic}`"),
        );
    }
    let speakers: HashSet<&str> = book
        .perspectives
        .iter()
        .map(|p| p.record.speaker.as_str())
        .collect();
    for (has, needs, what) in [
        (
            count(&|p| matches!(p.outcome.as_str(), "bad" | "mixed")),
            VOICES_BAD,
            "cards that ended badly or half well",
        ),
        (speakers.len(), SPEAKERS, "kinds of speakers"),
        (count(&|p| !p.pair.is_empty()), PAIRED, "cards with a pair"),
    ] {
        short(book, out, rule, (has, needs), what);
    }
}

fn mocks(book: &Book, out: &mut Out<'_>) {
    for (group, needs) in SCENARIOS {
        let has = some(&book.scenarios, |s| s.group == group.id());
        let what = format_args!("scenarios of the group {}", group.id());
        least(book, out, "scenario", (has, needs), what);
    }
    for stage in StageId::ALL {
        let has = some(&book.blueprints, |b| b.stage == stage.id());
        let what = format_args!("blueprints of the stage {}", stage.id());
        least(book, out, "blueprint", (has, MOCKS_STAGE), what);
        let linked = some(&book.stages, |s| {
            s.id == stage.id() && s.blueprints.len() >= MOCKS_STAGE
        });
        let what = format_args!("stages `{}` that name two blueprints", stage.id());
        least(book, out, "stage", (linked, 1), what);
    }
}

fn asks(book: &Book, out: &mut Out<'_>) {
    let rule = ("L26", "ask");
    for audience in AUDIENCES {
        let has = some(&book.asks, |a| a.audience.iter().any(|own| own == audience));
        let what = format_args!("questions to ask for `{audience}`");
        short(book, out, rule, (has, ASKS_AUDIENCE), what);
    }
    for topic in ASK_TOPICS {
        let has = some(&book.asks, |a| a.topic == topic);
        let what = format_args!("questions to ask on `{topic}`");
        short(book, out, rule, (has, ASKS_TOPIC), what);
    }
}

fn letters(book: &Book, out: &mut Out<'_>) {
    for letter in Letter::ALL {
        let has = some(&book.templates, |t| t.r#type == letter.id());
        let what = format_args!("templates of the type {}", letter.id());
        short(book, out, ("L27", "template"), (has, 1), what);
    }
    let thanks = some(&book.templates, |t| t.r#type.starts_with("thank-you"));
    short(
        book,
        out,
        ("L27", "template"),
        (thanks, THANKS),
        "letters of thanks",
    );
}

/// Every group of kinds has sets of sample answers.
fn samples(book: &Book, out: &mut Out<'_>) {
    let kinds: HashMap<&str, Kind> = book
        .questions
        .iter()
        .filter_map(|q| Some((q.record.id.as_str(), Kind::from_id(&q.record.kind)?)))
        .collect();
    let shown: HashSet<&str> = book
        .exemplars
        .iter()
        .map(|e| e.record.question.as_str())
        .collect();
    for (group, name) in [
        (Group::Story, "story"),
        (Group::Own, "self"),
        (Group::Judgment, "judgment"),
        (Group::Craft, "craft"),
        (Group::Hard, "hard talk"),
    ] {
        let of = |id: &&&str| kinds.get(**id).is_some_and(|k| k.group() == group);
        let has = shown.iter().filter(of).count();
        let what = format_args!("sets of sample answers in the group {name}");
        short(book, out, ("L29", "exemplar"), (has, SETS_GROUP), what);
    }
}
