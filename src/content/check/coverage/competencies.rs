//! L18: each competency from several sides, each topic with its questions.

use std::collections::HashSet;

use super::families::count;
use super::targets::{BEHAVIORAL_EACH, BEHAVIORAL_MORE, COMPETENCY, TOPICS};
use super::{least, tell};
use crate::content::check::book::Book;
use crate::content::check::out::Out;
use crate::content::raw::Question;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    for competency in &book.competencies {
        each(book, &competency.record.id, out);
    }
    for (kind, topics) in TOPICS {
        for (topic, needs) in topics {
            let has = count(book, |q| q.kind == kind.id() && q.topic == *topic);
            let what = format_args!("{} questions on `{topic}`", kind.id());
            least(book, out, "question", (has, *needs), what);
        }
    }
}

fn each(book: &Book, id: &str, out: &mut Out<'_>) {
    let primary = |q: &Question| q.competencies.first().is_some_and(|first| first == id);
    let shown = book.questions.iter().map(|q| &q.record);
    let shown = shown.filter(|q| q.competencies.iter().any(|c| c == id));
    let shown: Vec<&Question> = shown.collect();
    let several = |list: fn(&Question) -> &[String]| {
        let all: HashSet<&String> = shown.iter().flat_map(|q| list(q)).collect();
        all.len()
    };
    let kinds: HashSet<&str> = shown.iter().map(|q| q.kind.as_str()).collect();
    let general = |q: &Question| q.roles.iter().any(|role| role == "general");
    let behavioral = count(book, |q| q.kind == "behavioral" && general(q) && primary(q));
    let more = BEHAVIORAL_MORE.iter().find(|(of, _)| *of == id);
    let behaviorals = BEHAVIORAL_EACH + more.map_or(0, |(_, more)| *more);
    for (has, needs, what) in [
        (shown.len(), COMPETENCY.all, "questions"),
        (
            count(book, primary),
            COMPETENCY.primary,
            "questions of which it is the first",
        ),
        (
            behavioral,
            behaviorals,
            "behavioral questions for everybody of which it is the first",
        ),
        (several(|q| &q.stages), COMPETENCY.stages, "stages"),
        (kinds.len(), COMPETENCY.kinds, "kinds"),
        (several(|q| &q.roles), COMPETENCY.families, "families"),
    ] {
        if has < needs {
            let what = format_args!("The competency `{id}` has too few {what}: {has} of {needs}.");
            tell(book, out, "L18", "question", what);
        }
    }
    for difficulty in 1..=3 {
        if !shown.iter().any(|q| q.difficulty == Some(difficulty)) {
            let what =
                format_args!("The competency `{id}` has no question of difficulty {difficulty}.");
            tell(book, out, "L18", "question", what);
        }
    }
}
