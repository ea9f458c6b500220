//! Their scorecard: a nurse turns the advert of a ward into what they will ask for.

use std::time::Duration;

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const FILE: &str = "applications/st-anne.toml";

const JOB: &str = r#"format = 1
employer = "St Anne"
role = "Ward nurse"
stage = "panel"
since = 2026-03-02

[[round]]
stage = "panel"
date = 2026-03-19
time = 10:00:00
"#;

const STORY: &str = r#"format = 1
title = "The night rota"
created = 2026-02-02
first_sentence = "Two sick calls came at six, and the night began at nine."
actions = ["I asked each one which night they could take."]
result = "Every night was covered."
shows = ["planning"]
"#;

const ADVERT: &str = "We look for a team player who puts patient safety first.\nYou mentor students and keep \
                      confidentiality.";

fn nurse() -> Visit {
    Visit::new()
        .with_file("profile.toml", "format = 1\nfamily = \"nursing\"\n")
        .with_file(FILE, JOB)
        .with_file("stories/the-night-rota.toml", STORY)
}

/// With the advert pasted.
fn with_advert() -> Visit {
    let mut v = nurse();
    v.press(Command::Roadmap)
        .press(Command::Scorecard)
        .press(Command::Edit)
        .is_in(Context::Area)
        .pastes(ADVERT)
        .press(Command::Save)
        .toast("The advert is kept with the job.");
    v
}

#[test]
fn the_roadmap_leads_there_and_it_says_how_many() {
    let mut v = nurse();
    v.press(Command::Roadmap)
        .press(Command::Scorecard)
        .is_in(Context::Scorecard)
        .sees("Their scorecard, St Anne")
        .sees("four to eight")
        .sees("e: paste the advert");
    v.press(Command::Tick)
        .sees("1 ticked. Four to eight is right");
    v.file(FILE).contains("[[scorecard]]");
    v.press(Command::Undo).toast("Taken back");
    v.file(FILE).lacks("[[scorecard]]");
}

#[test]
fn the_words_of_the_advert_come_first_and_tick_nothing() {
    let mut v = with_advert();
    v.is_in(Context::Scorecard)
        .sees("team player")
        .sees("patient safety")
        .sees_not("[x]");
    v.file(FILE).contains("You mentor students");
    let screen = v.screen().rows();
    let first = screen
        .iter()
        .position(|row| row.contains("[ ]"))
        .expect("a row");
    assert!(screen[first].contains("▌ [ ] Collaboration"), "{screen:#?}");
    // The advert is in the file as it was pasted, also after a restart.
    v.restart();
    v.press(Command::Roadmap)
        .press(Command::Scorecard)
        .sees("advert kept");
    v.press(Command::Edit).sees("We look for a team player");
}

#[test]
fn an_advert_that_is_being_typed_is_on_disk_within_two_seconds() {
    let mut v = nurse();
    v.press(Command::Roadmap)
        .press(Command::Scorecard)
        .press(Command::Edit)
        .types("Night shifts")
        .wait(Duration::from_secs(2));
    v.file(FILE).contains("Night shifts");
    v.kill();
    v.press(Command::Roadmap)
        .press(Command::Scorecard)
        .press(Command::Edit)
        .sees("Night shifts");
}

#[test]
fn a_point_has_its_story_or_a_line_or_says_that_nothing_shows_it() {
    let mut v = with_advert();
    v.press(Command::Tick)
        .sees("nothing yet")
        .sees("Nothing shows it yet.");
    v.press(Command::Main)
        .is_in(Context::Jot)
        .types("I double-check every pump")
        .press(Command::Save)
        .toast("Kept. u takes it back.")
        .sees("I double-check every pump")
        .sees("your line");
    v.file(FILE)
        .contains("evidence = \"I double-check every pump\"");
    v.press(Command::Undo)
        .toast("Taken back: the line of proof");
    v.file(FILE).lacks("double-check");
}

#[test]
fn a_hole_leads_to_a_story_or_a_question() {
    let mut v = with_advert();
    v.press(Command::Tick)
        .press(Command::Practice)
        .is_in(Context::Think)
        .sees("Chosen because their advert asks for it.");
    let mut v = with_advert();
    v.press(Command::New).sees("Title");
}

/// Four points ticked by hand in the file.
fn with_points() -> Visit {
    let points = ["planning", "quality-safety", "culture", "commercial"];
    let points = points.map(|id| format!("[[scorecard]]\ncompetency = \"{id}\"\n\n"));
    let job = JOB.replacen("[[round]]", &format!("{}[[round]]", points.concat()), 1);
    nurse().with_file(FILE, &job)
}

#[test]
fn the_scorecard_comes_first_in_the_ledger_and_in_the_drill() {
    let mut v = with_points();
    v.press(Command::Stories)
        .sees("What the advert of St Anne asks for")
        .sees("1 of 4 covered");
    v.press(Command::Roadmap)
        .press(Command::Practice)
        .sees("what their advert asks for")
        .press(Command::Main);
    v.file("practice/2026/….toml").contains("why = \"advert\"");
}

#[test]
fn card_and_page_of_the_interview_name_what_they_want() {
    let mut v = with_points().size(100, 60);
    v.press(Command::Roadmap)
        .press(Command::Card)
        .sees("They want")
        .sees("Planning, quality and safety, culture, commercial sense")
        .sees("Two sick calls came at six");
    v.press(Command::Close)
        .press(Command::Main)
        .sees("Their scorecard");
    v.sees("Planning: story 1, The night rota");
    v.press(Command::Scorecard).is_in(Context::Scorecard);
}

#[test]
fn the_days_are_a_key_away_and_a_page_says_where_one_is() {
    for (page, words) in [
        (Command::Scorecard, "their scorecard"),
        (Command::Told, "what i told them"),
    ] {
        let mut v = nurse();
        v.press(Command::Roadmap)
            .press(page)
            .runs(words)
            .toast("You are there.")
            .press(Command::Back);
        v.press(Command::Goto).key("d").is_in(Context::Days);
    }
    Visit::new()
        .runs("what i told them")
        .press(Command::Goto)
        .key("d")
        .is_in(Context::Days);
}

#[test]
fn the_advert_is_one_field() {
    let mut v = nurse();
    v.press(Command::Roadmap)
        .press(Command::Scorecard)
        .press(Command::Edit)
        .press(Command::NextField)
        .toast("This page has one field. Ctrl+S keeps it.");
}

#[test]
fn it_stands_in_little_room_too() {
    for (width, height) in [(40, 10), (60, 15), (80, 24), (120, 40)] {
        let mut v = with_points().size(width, height);
        v.press(Command::Roadmap)
            .press(Command::Scorecard)
            .sees("[x] Planning")
            .press(Command::Last)
            .press(Command::First)
            .sees("4 ticked");
    }
}

#[test]
fn names_stay_hidden_there() {
    let mut v = nurse().hides_names();
    v.press(Command::Roadmap)
        .press(Command::Scorecard)
        .sees_not("St Anne");
}

#[test]
fn without_a_job_it_says_where_one_is_added() {
    let mut v = Visit::new();
    v.runs("their scorecard").sees("There is no job here yet.");
    v.press(Command::Close)
        .runs("what i told them")
        .sees("There is no job here yet.");
}

#[test]
fn the_step_that_reads_the_advert_leads_there() {
    let job = JOB.replace("stage = \"panel\"", "stage = \"screening\"");
    let mut v = nurse().with_file(FILE, &job);
    v.press(Command::Roadmap)
        .press(Command::Main)
        .sees("Copy the must-haves out of the ad")
        .sees("Enter opens their scorecard")
        .press(Command::Main)
        .is_in(Context::Scorecard);
}
