//! Two interviews of one job on one morning: each has its own debrief, whichever way it is opened.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const JOB: &str = "applications/hillview-teacher.toml";

/// A demo lesson at nine and a panel at ten.
const TWO: &str = r#"format = 1
employer = "Hillview"
role = "Teacher"
stage = "technical-assessment"
since = 2026-11-20

[[round]]
stage = "technical-assessment"
date = 2026-12-03
time = 09:00:00
outcome = "pending"

[[round]]
stage = "panel"
date = 2026-12-03
time = 10:00:00
outcome = "pending"
"#;

/// The afternoon after both.
fn afternoon(job: &str) -> Visit {
    Visit::new()
        .with_file(JOB, job)
        .on("2026-12-03")
        .at("17:00")
        .ignore_toasts()
}

fn writes(v: &mut Visit, question: &str) {
    v.press(Command::NextField)
        .types(question)
        .press(Command::Main)
        .press(Command::Save);
}

#[test]
fn the_row_of_the_lesson_opens_the_debrief_of_the_lesson() {
    let mut v = afternoon(TWO);
    v.sees("Debrief: Hillview, panel interview")
        .press(Command::Down)
        .press(Command::Main)
        .sees("Debrief: Hillview, skills");
    writes(&mut v, "No question, they watched");
    v.file("journal/2026/2026-12-03-hillview-technical-assessment.toml")
        .contains("stage = \"technical-assessment\"")
        .contains("time = 09:00:00")
        .contains("No question, they watched");
    v.press(Command::Today)
        .sees("Debrief: Hillview, panel interview")
        .sees_not("Debrief: Hillview, skills test");
}

#[test]
fn the_key_on_a_row_of_today_means_that_row() {
    let mut v = afternoon(TWO);
    v.press(Command::Down)
        .press(Command::Debrief)
        .sees("Debrief: Hillview, skills");
}

#[test]
fn the_key_on_a_stage_means_the_interview_of_that_stage() {
    let mut v = afternoon(TWO);
    v.press(Command::Roadmap)
        .press(Command::Debrief)
        .sees("Debrief: Hillview, skills")
        .press(Command::Back)
        .press(Command::Down)
        .press(Command::Debrief)
        .sees("Debrief: Hillview, panel");
}

#[test]
fn the_journal_goes_on_with_the_one_that_waits() {
    let mut v = afternoon(TWO);
    v.press(Command::Journal)
        .press(Command::Debrief)
        .sees("Debrief: Hillview, panel");
    writes(&mut v, "Why us?");
    v.press(Command::Debrief)
        .is_in(Context::Line)
        .sees("Debrief: Hillview, skills");
    writes(&mut v, "They watched");
    assert_eq!(v.files("journal/2026/…").len(), 2);
    // The third time nothing waits: the last one goes on.
    v.press(Command::Debrief).sees("Debrief: Hillview, panel");
}

#[test]
fn two_panels_of_one_morning_are_told_by_their_hour() {
    let two = TWO.replace("technical-assessment", "panel");
    let mut v = afternoon(&two);
    v.sees("Debrief: Hillview, panel interview at 10:00")
        .sees("Debrief: Hillview, panel interview at 09:00")
        .press(Command::Down)
        .press(Command::Main)
        .sees("Debrief: Hillview, panel, Thu 3 Dec, 09:00");
    writes(&mut v, "Who are you?");
    v.press(Command::Today).press(Command::Main);
    v.sees("Debrief: Hillview, panel, Thu 3 Dec, 10:00");
    writes(&mut v, "Why us?");
    assert_eq!(v.files("journal/2026/…").len(), 2);
    v.press(Command::Today).sees_not("Debrief:");
}

#[test]
fn a_word_about_how_it_went_stands_at_its_own_interview() {
    let mut v = afternoon(TWO);
    v.press(Command::Down).press(Command::Main);
    v.press(Command::NextField).press(Command::Main);
    v.is_in(Context::Area)
        .types("Mrs. Hale")
        .press(Command::Save);
    let file = v.file(JOB);
    let (lesson, panel) = file.text.split_once("stage = \"panel\"").expect("both");
    assert!(lesson.contains("Mrs. Hale"), "{}", file.text);
    assert!(!panel.contains("Mrs. Hale"), "{}", file.text);
}

#[test]
fn where_others_watched_the_debrief_begins_with_what_happened() {
    let mut v = afternoon(TWO);
    v.press(Command::Down).press(Command::Main);
    v.sees("What happened? A line each: the task, what they saw, what you would change.")
        .press(Command::NextField)
        .types("Two groups were done early")
        .press(Command::Main)
        .press(Command::Level2)
        .sees("1 just watched")
        .sees("4 liked it")
        .press(Command::Level4)
        .sees("liked it")
        .types("Which wrong idea did you expect?")
        .press(Command::Main)
        .press(Command::Save);
    // Only what asks is practiced.
    v.file("questions/mine.toml")
        .contains("Which wrong idea did you expect?")
        .lacks("Two groups");
    v.file("journal/2026/….toml")
        .contains("reaction = \"leaned-in\"")
        .contains("Two groups were done early");
    v.press(Command::Journal).press(Command::Main);
    v.sees("What happened").sees("liked it");
}

#[test]
fn by_phone_nobody_leans_in_and_there_is_no_body_language() {
    let call = TWO.replace("technical-assessment", "screening");
    let mut v = afternoon(&call).size(80, 50);
    v.press(Command::Down).press(Command::Main);
    v.press(Command::NextField)
        .types("Why us?")
        .press(Command::Main)
        .press(Command::Level2)
        .sees("4 wanted more")
        .sees_not("leaned in")
        .press(Command::Main)
        .press(Command::Main)
        .sees("How they spoke")
        .sees_not("Body language");
}
