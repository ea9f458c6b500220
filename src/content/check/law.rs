//! L15 nobody is asked what is nobody's business, L16 improper questions come with help and a date.

use std::collections::HashSet;

use super::book::{Book, Placed, each, each_shelf};
use super::dates::months_between;
use super::lists::{self, List};
use super::out::Out;
use super::tokens::tokens;
use crate::content::found::At;
use crate::content::raw::{Question, Record};

/// Months after which facts of law must be looked at again.
const FRESH: i32 = 24;

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each(&book.questions, out, |question, at, out| {
        if question.kind == "inappropriate" {
            improper(question, at, out);
        } else if out.scope.is_english() {
            private(question, at, out);
        }
    });
    each_shelf!(book, |records| dated(records, &book.date, out));
}

/// What is asked aloud must not reach into private life.
fn private(q: &Question, at: &At<'_>, out: &mut Out<'_>) {
    look(&q.text, &at.key("text"), out);
    look(&q.setup, &at.key("setup"), out);
    for (i, variant) in q.variants.iter().enumerate() {
        look(variant, &at.key("variants").item(i), out);
    }
    for (i, probe) in q.probes.iter().enumerate() {
        look(&probe.text, &at.key("probes").item(i).key("text"), out);
    }
}

fn look(text: &str, at: &At<'_>, out: &mut Out<'_>) {
    for hit in lists::find(&tokens(text), &[List::Private]) {
        let what = format_args!(
            "`{at}` touches {}: \"{}\".",
            hit.entry.instead, hit.entry.phrase
        );
        let hint = "Ask about the work, or add `lint_allow` for L15 with the reason, such as a patient's health.";
        out.error("L15", at, what, hint);
    }
}

fn improper(q: &Question, at: &At<'_>, out: &mut Out<'_>) {
    for (name, value) in [("topic", &q.topic), ("concern", &q.concern)] {
        if value.is_empty() {
            let what = format_args!("`{name}` is missing.");
            out.error(
                "L16",
                &at.key(name),
                what,
                "An improper question needs the concern behind it, and its topic.",
            );
        }
    }
    let styles: HashSet<&str> = q
        .options
        .iter()
        .map(|option| option.style.as_str())
        .collect();
    if styles.len() < 2 {
        let what = "There are not two ways to reply of different style.";
        out.error(
            "L16",
            &at.key("options"),
            what,
            "Write `options` with two to four entries `{ style, text }`.",
        );
    }
    if q.jurisdiction.is_empty() {
        let hint = "Say for which countries it holds: `jurisdiction = [\"…\"]`.";
        out.error(
            "L16",
            &at.key("jurisdiction"),
            "`jurisdiction` is missing.",
            hint,
        );
    }
}

/// Where law is involved, somebody must have looked lately.
fn dated<R: Record>(records: &[Placed<R>], date: &str, out: &mut Out<'_>) {
    each(records, out, |record, at, out| {
        if record.jurisdiction().is_empty() {
            return;
        }
        let at = at.key("reviewed");
        match record
            .reviewed()
            .and_then(|reviewed| months_between(reviewed, date))
        {
            None => out.error(
                "L16",
                &at,
                "The record is about law and has no date of review.",
                "Write `reviewed = 2026-05-01`, the day it was last checked.",
            ),
            Some(months) if months >= FRESH => {
                let what = format_args!("It was reviewed {months} months before the content date.");
                out.error(
                    "L16",
                    &at,
                    what,
                    format_args!("Check it again; {FRESH} months are the limit."),
                );
            }
            Some(_) => {}
        }
    });
}
