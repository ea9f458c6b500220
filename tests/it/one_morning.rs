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

/// What each of the two needs, so that their cards are told apart.
fn with_places() -> String {
    TWO.replacen(
        "outcome = \"pending\"\n",
        "outcome = \"pending\"\nplace = \"Room 12\"\n",
        1,
    )
    .replacen(
        "time = 10:00:00\noutcome = \"pending\"\n",
        "time = 10:00:00\noutcome = \"pending\"\nplace = \"The library\"\n",
        1,
    )
}

/// The evening before both.
fn evening() -> Visit {
    Visit::new()
        .with_file(JOB, &with_places())
        .on("2026-12-02")
        .at("19:00")
        .ignore_toasts()
}

/// Marks the line of Today with these words.
fn marks(v: &mut Visit, words: &str) {
    v.press(Command::First);
    for _ in 0..20 {
        let marked = |row: &String| row.starts_with('▌') && row.contains(words);
        if v.screen().rows().iter().any(marked) {
            return;
        }
        v.press(Command::Down);
    }
    panic!("{words}: {}", v.screen());
}

#[test]
fn the_evening_before_two_interviews_has_a_card_for_each() {
    let mut v = evening();
    v.sees("for tomorrow at 09:00, Hillview")
        .sees("for tomorrow at 10:00, Hillview");
    marks(&mut v, "at 10:00");
    v.press(Command::Main)
        .is_in(Context::Card)
        .sees("The library")
        .sees_not("Room 12")
        .press(Command::Close);
    marks(&mut v, "at 10:00");
    v.press(Command::Card)
        .sees("The library")
        .press(Command::Close);
    marks(&mut v, "at 09:00");
    v.press(Command::Card).sees("Room 12");
}

#[test]
fn one_card_leads_to_the_card_of_the_interview_after_it() {
    let mut v = evening();
    v.press(Command::Card)
        .sees("Room 12")
        .sees("v next interview")
        .press(Command::View)
        .sees("panel tomorrow at 10:00")
        .sees("The library")
        .press(Command::View)
        .sees("Room 12");
}

#[test]
fn an_hour_that_is_changed_from_its_card_stays_the_one_on_the_screen() {
    let mut v = evening();
    v.press(Command::Card)
        .press(Command::View)
        .press(Command::Edit)
        .sees("An interview at Hillview")
        .press(Command::NextField)
        .press(Command::DeleteLineStart)
        .types("10:30")
        .press(Command::Save)
        .is_in(Context::Card)
        .sees("panel tomorrow at 10:30")
        .sees("The library");
}

#[test]
fn the_stage_that_is_marked_on_the_road_has_its_own_card_and_its_own_days() {
    let mut v = evening();
    v.press(Command::Roadmap)
        .press(Command::Card)
        .sees("Room 12")
        .press(Command::Back)
        .press(Command::Down)
        .press(Command::Card)
        .sees("The library")
        .press(Command::Back)
        .press(Command::Days)
        .sees("Hillview, panel tomorrow at 10:00");
}

#[test]
fn two_panels_of_one_morning_have_two_cards() {
    let two = with_places().replace("technical-assessment", "panel");
    let mut v = Visit::new()
        .with_file(JOB, &two)
        .on("2026-12-03")
        .at("08:20")
        .ignore_toasts();
    v.sees("▌ The last ten minutes: your card");
    marks(&mut v, "at 10:00");
    v.press(Command::Main)
        .sees("The library")
        .press(Command::View)
        .sees("Room 12");
}

#[test]
fn what_is_kept_to_be_asked_of_either_stands_on_the_day() {
    let asks = "asks = [{ stage = \"technical-assessment\", question = \"Who watches?\" }, \
                { stage = \"panel\", question = \"Who is my mentor?\" }]\n\n[[round]]";
    let job = with_places().replacen("[[round]]", asks, 1);
    let mut v = Visit::new()
        .with_file(JOB, &job)
        .on("2026-12-03")
        .at("07:30")
        .ignore_toasts();
    v.sees("Ask: Who watches?").sees("Ask: Who is my mentor?");
    marks(&mut v, "Who is my mentor?");
    v.press(Command::Card).sees("The library");
}

#[test]
fn the_mock_that_rehearses_the_second_is_proposed_too() {
    let job = with_places().replacen(
        "place = \"The library\"\n",
        "place = \"The library\"\nmock = \"school-panel-60\"\n",
        1,
    );
    let mut v = Visit::new()
        .with_file(JOB, &job)
        .on("2026-12-02")
        .at("16:00")
        .ignore_toasts();
    marks(&mut v, "Mock: ");
    v.sees("for tomorrow at 10:00, Hillview");
    v.press(Command::Card).sees("The library");
}
