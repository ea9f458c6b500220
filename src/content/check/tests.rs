//! Each rule of the linter, broken by one record.

mod figures;
mod mocks;
mod others;
mod questions;
mod whole;

use std::collections::BTreeSet;

use super::book::Placed;
use super::*;
use crate::content::packed::shelves;
use crate::content::raw::{File, Record};
use crate::domain::text::visible;

/// A question that keeps every rule.
const GOOD: &str = r#"
[[question]]
id = "q-general-behavioral-promise-at-risk"
status = "ready"
text = "Describe a day you saw that you could not keep a promise to a customer. What did you do?"
kind = "behavioral"
competencies = ["ownership", "communication"]
stages = ["phone-video", "in-person"]
roles = ["general"]
difficulty = 2
prep_s = 30
answer_s = 105
min_s = 60
max_s = 130
framework = "star-l"
strong = [
  { text = "Names one promise, to whom it was made and by when", core = true, part = "event" },
  { text = "Offers a new date, a smaller delivery or another way out", part = "action" },
  { text = "States what the delay finally cost and who carried the cost", part = "result" },
]
red_flags = [{ text = "Puts the whole miss on other people", code = "blames-all" }]
probes = [
  { text = "How long did you know before you told them?", tests = "integrity", when = "missing:2" },
  { text = "What exactly did they say when you told them?", tests = "interpersonal", when = "always" },
]
outline = ["The promise", "The call you made", "What it cost"]
tests_note = "Early bad news counts for more than a happy ending."
variants = ["Describe a deadline you had to move after you had agreed to it."]
"#;

/// A dimension that keeps every rule.
const DIMENSION: &str = r#"
[[dimension]]
id = "impact"
status = "ready"
title = "Impact"
question = "What came of it?"
applies = ["behavioral"]
weight = 2
anchors.not-yet = "Ends with the effort; the listener has to guess what came of it."
anchors.partly = "Names an outcome that nobody could check."
anchors.solid = "Names an outcome and who saw it."
anchors.strong = "Sets the outcome against the start and tells own share from chance."
not_this = "Size of the numbers."
next_step.not-yet = "End with what came of it."
next_step.partly = "Say who saw it."
next_step.solid = "Add the figure from before."
next_step.strong = "Keep it."
"#;

fn put<R: Record>(book: &mut Vec<Placed<R>>, file: usize, records: Vec<R>) {
    book.extend(
        records
            .into_iter()
            .enumerate()
            .map(|(at, record)| Placed::new(record, file, at)),
    );
}

/// Checks files as if they shipped, all rules but those on coverage.
fn lint(files: &[(&str, &str)]) -> Vec<Problem> {
    let mut book = Book {
        date: "2026-11-24".to_owned(),
        files: files.len(),
        ..Book::default()
    };
    for (i, (name, text)) in files.iter().enumerate() {
        let file: File = toml::from_str(text).unwrap_or_else(|e| panic!("{name}: {e}"));
        macro_rules! put_all {
            ({} $($array:ident $type:ident $shelf:ident,)+) => {
                $(put(&mut book.$shelf, i, file.$array);)+
            };
        }
        shelves!(put_all! {});
    }
    let mut sink = Sink::default();
    let mut out = Out::new(Scope::Shipped, &mut sink);
    rules(&book, &mut out);
    place::problems(files, sink.found)
}

/// Changes one thing in a text that is fine, and expects the one finding that names file, line and record.
#[track_caller]
fn breaks(fine: &str, rule: &str, from: &str, to: &str, says: &str) {
    assert!(fine.contains(from), "{from:?} is not in the text");
    assert_eq!(
        lint(&[("fine.toml", fine)]),
        [],
        "the text itself must be fine"
    );
    let broken = fine.replacen(from, to, 1);
    let problems = lint(&[("broken.toml", &broken)]);
    let [problem] = problems.as_slice() else {
        panic!("one finding expected, not {problems:#?}")
    };
    assert_eq!(problem.rule, Some(rule));
    assert!(problem.what.contains(says), "{}", problem.what);
    assert!(!problem.hint.is_empty());
    assert_eq!(problem.file, "broken.toml");
    assert!(problem.record.is_some());
    let line = broken
        .lines()
        .nth(problem.place.line as usize - 1)
        .expect("a line of the file");
    assert!(
        visible(line).contains(problem.line_text.trim_matches('…')),
        "{line}"
    );
}

#[test]
fn l01_kinds_and_ids_are_known_and_unique() {
    breaks(
        GOOD,
        "L01",
        "kind = \"behavioral\"",
        "kind = \"behavoral\"",
        "`kind` cannot be \"behavoral\"",
    );
    breaks(
        GOOD,
        "L01",
        "q-general-behavioral-promise",
        "Q_promise",
        "is not a plain name",
    );
    let twice = format!(
        "{GOOD}{}",
        GOOD.replace("promise to a customer", "shift")
            .replace("deadline", "holiday")
    );
    assert!(
        lint(&[("a.toml", &twice)])
            .iter()
            .any(|p| p.rule == Some("L01") && p.what.contains("is used twice"))
    );
    let other = format!(
        "{GOOD}[[topic]]\nid = \"q-general-behavioral-promise-at-risk\"\nstatus = \"ready\"\ntitle = \"T\"\nkinds = [\"case\"]\n"
    );
    let problems = lint(&[("a.toml", &other)]);
    assert_eq!(problems.len(), 1, "{problems:#?}");
    assert!(
        problems[0]
            .what
            .contains("is that of a record `question`, too")
    );
}

#[test]
fn l02_fields_are_there_and_texts_are_what_they_seem() {
    breaks(
        GOOD,
        "L02",
        "tests_note = \"Early bad news counts for more than a happy ending.\"\n",
        "",
        "`tests_note` is missing",
    );
    breaks(
        GOOD,
        "L02",
        "\"The promise\"",
        "\"The promise \"",
        "starts or ends with a space",
    );
    breaks(
        GOOD,
        "L02",
        "\"The promise\"",
        "\"The prom\u{200b}ise\"",
        "direction-changing",
    );
    breaks(
        GOOD,
        "L02",
        "\"The promise\"",
        "\"The cafe\u{301}\"",
        "built of two signs",
    );
    breaks(
        GOOD,
        "L02",
        "outline = [\"The promise\", \"The call you made\", \"What it cost\"]",
        "outline = [\"One\"]",
        "`outline` has 1 entries",
    );
}

#[test]
fn l03_references_resolve() {
    let two = format!(
        "{GOOD}[[topic]]\nid = \"gap\"\nstatus = \"ready\"\ntitle = \"Gap\"\nkinds = [\"sensitive\"]\n"
    );
    breaks(
        &two,
        "L03",
        "difficulty = 2",
        "topic = \"gapp\"\ndifficulty = 2",
        "names \"gapp\", which does not exist",
    );
    let orphan = "[[framework]]\nid = \"sbi\"\nstatus = \"ready\"\ntitle = \"T\"\nuse_for = \"x\"\navoid_when = \"y\"\nmini_example = \"z\"\nsteps = [{ name = \"a\", share = 60 }, { name = \"b\", share = 40 }]\npoints = [{ text = \"Names one thing\", core = true }, { text = \"Says what came\" }, { text = \"Tells who was there\" }]\n";
    let problems = lint(&[("t.toml", orphan)]);
    assert_eq!(
        (problems[0].rule, problems[0].severity),
        (Some("L03"), Severity::Warning)
    );
    assert!(
        problems[0]
            .what
            .contains("Nothing names the framework `sbi`")
    );
}

#[test]
fn l04_texts_fit_the_screen() {
    let long = format!("\"Puts {}\"", "x".repeat(90));
    breaks(
        GOOD,
        "L04",
        "\"Puts the whole miss on other people\"",
        &long,
        "`red_flags[1].text` has 95 characters; 90 are the limit",
    );
}

/// A question with something given before it.
fn given(setup: &str) -> String {
    GOOD.replacen("text = \"", &format!("setup = '''{setup}'''\ntext = \""), 1)
}

#[test]
fn l04_facts_are_told_in_a_breath_and_a_sheet_stands_whole_on_a_page() {
    let told = |setup: &str| {
        let found = pack("a.toml", &given(setup));
        let first = found.iter().find(|p| p.rule == Some("L04"));
        first.map(|p| p.what.clone()).unwrap_or_default()
    };
    let line = "x".repeat(72);
    let page = vec![line.as_str(); 16].join("\n");
    assert_eq!(told(&"x".repeat(300)), "");
    assert!(told(&"x".repeat(301)).contains("300 are the limit"));
    assert_eq!(told(&page), "");
    let too_much = "`setup` is a sheet of more than 16 lines of 72 characters";
    assert!(told(&format!("{page}\nx")).contains(too_much));
    assert!(told(&format!("{line}x\nx")).contains(too_much));
}

#[test]
fn l17_a_sheet_may_have_capitals_that_a_sentence_may_not() {
    let told = |setup: &str| {
        let found = pack("a.toml", &given(setup));
        found.iter().any(|p| p.rule == Some("L17"))
    };
    assert!(told("They use Cardboard for it."));
    assert!(!told("Region    Orders\nNorth     12"));
}

#[test]
fn l30_spelling_is_american() {
    breaks(
        GOOD,
        "L30",
        "\"What it cost\"",
        "\"What it cost afterwards\"",
        "British form \"afterwards\"",
    );
}

#[test]
fn l32_not_all_questions_begin_alike() {
    let cards: String = (0..4u8)
        .map(|n| {
            let unlike = ["wet paint", "lost keys", "cold soup", "late train"][usize::from(n)];
            GOOD.replace("promise-at-risk", &format!("n{n}"))
                .replace(
                    "you saw that you could not keep a promise to a customer",
                    &format!("with {unlike}"),
                )
                .replace(
                    "Describe a deadline you had to move after you had agreed to it.",
                    &format!("Describe {unlike}."),
                )
                .replace("Names one", &format!("Names {n} one"))
                .replace("Offers a", &format!("Offers {n} a"))
        })
        .collect();
    let cards = cards.replace("Describe a day with", "Tell me about a time with");
    let problems = lint(&[("a.toml", &cards)]);
    assert!(
        problems
            .iter()
            .any(|p| p.rule == Some("L32") && p.what.starts_with("4 of 4 behavioral")),
        "{problems:?}"
    );
    assert!(
        !lint(&[(
            "a.toml",
            &cards.replace("Tell me about a time", "Describe a day")
        )])
        .iter()
        .any(|p| p.rule == Some("L32"))
    );
}

#[test]
fn l33_nothing_unfinished_ships() {
    breaks(
        GOOD,
        "L33",
        "status = \"ready\"",
        "status = \"draft\"",
        "The record is a draft",
    );
}
