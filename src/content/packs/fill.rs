//! Fills in what a question leaves out: from `[defaults]`, else from its kind.

use crate::content::found::{At, Sink};
use crate::content::guess;
use crate::content::hint::DIFFICULTY;
use crate::content::lower::{Word, default_competency, word, words};
use crate::content::raw::{Defaults, Question};
use crate::domain::library::{Kind, StageId};

/// The `[defaults]` table without what is wrong in it, which is told at its own place.
pub fn defaults(mut defaults: Defaults, sink: &mut Sink) -> Defaults {
    let at = At::top("defaults");
    if !defaults.kind.is_empty() && word::<Kind>(sink, &at.key("kind"), &defaults.kind).is_none() {
        defaults.kind.clear();
    }
    let stages = words::<StageId>(sink, &at.key("stages"), &defaults.stages);
    defaults.stages = stages
        .into_iter()
        .map(|stage| stage.id().to_owned())
        .collect();
    if let Some(wrong) = defaults.difficulty.filter(|d| !(1..=3).contains(d)) {
        let what = format_args!("`difficulty` is {wrong}.");
        sink.error(&at.key("difficulty"), what, DIFFICULTY);
        defaults.difficulty = None;
    }
    defaults
}

/// Fills in one question.
pub fn fill(question: &mut Question, defaults: &Defaults) {
    let guessed = question.kind.is_empty() && defaults.kind.is_empty();
    let (own, told) = guess::kind(&question.text);
    or(&mut question.kind, &defaults.kind, own.id());
    let kind = Kind::read(&question.kind).unwrap_or(Kind::Behavioral);
    let told = told.filter(|_| guessed);
    or_list(
        &mut question.stages,
        &defaults.stages,
        StageId::InPerson.id(),
    );
    or_list(
        &mut question.competencies,
        &defaults.competencies,
        default_competency(kind),
    );
    or_list(&mut question.roles, &defaults.roles, "general");
    or(&mut question.topic, &defaults.topic, "");
    or(
        &mut question.framework,
        told.unwrap_or_default(),
        kind.framework(),
    );
    question.difficulty = question.difficulty.or(defaults.difficulty).or(Some(2));
}

fn or(field: &mut String, default: &str, last: &str) {
    if field.is_empty() {
        if default.is_empty() { last } else { default }.clone_into(field);
    }
}

fn or_list(field: &mut Vec<String>, default: &[String], last: &str) {
    if field.is_empty() {
        *field = if default.is_empty() {
            vec![last.to_owned()]
        } else {
            default.to_vec()
        };
    }
}
