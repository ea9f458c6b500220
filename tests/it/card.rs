//! The last ten minutes before an interview: a hotel supervisor, the evening before, an hour before, and afterwards.

use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins};

const FILE: &str = "applications/hotel-lindenhof.toml";

const JOB: &str = r#"format = 1
employer = "Hotel Lindenhof"
role = "Front office supervisor"
stage = "panel"
since = 2026-02-20
closed = false
outcome = "pending"
notes = """
Ninety rooms, two receptions.
Notice: six weeks."""
asks = [{ stage = "panel", question = "Who is on the desk at night?" }]

[[round]]
stage = "panel"
date = 2026-03-18
time = 10:00:00
outcome = "pending"
place = "Seestrasse 4, back entrance"
bring = "ID, certificates"

[[round.people]]
name = "Beate Kuhn (KOON)"
title = "general manager"
"#;

/// A drill in which an answer to "Why now?" went Solid.
const DRILL: &str = include_str!("../../assets/sample/practice/2026/2026-02-10T1840-drill.toml");

const ROW: &str = "The last ten minutes: your card";
const SAID: &str = "The practice has been sold to a larger group";

fn hotel() -> Visit {
    Visit::new()
        .with_file(FILE, JOB)
        .with_file("practice/2026/2026-02-10T1840-drill.toml", DRILL)
        .ignore_toasts()
}

fn evening() -> Visit {
    hotel().on("2026-03-17").at("19:00")
}

#[test]
fn the_evening_before_today_leads_to_a_page_of_own_words() {
    let mut v = evening();
    v.sees(ROW).press(Command::Card).is_in(Context::Card);
    for words in [
        "Hotel Lindenhof, panel tomorrow at 10:00",
        "Seestrasse 4, back entrance",
        "Beate Kuhn (KOON), general manager",
        SAID,
        "Notice: six weeks.",
        "Who is on the desk at night?",
        "ID, certificates",
    ] {
        v.sees(words);
    }
    v.press(Command::Close).is_in(Context::Today);
}

#[test]
fn before_the_evening_there_is_no_row_and_the_palette_has_it_anyway() {
    let mut v = hotel().on("2026-03-16").at("19:00");
    v.sees_not(ROW).runs("last ten").is_in(Context::Card);
    v.sees("Hotel Lindenhof, panel Wednesday at 10:00");
    // The road and the page of the stage lead there, too.
    v.press(Command::Close).press(Command::Roadmap);
    v.press(Command::Card)
        .sees("Seestrasse 4")
        .press(Command::Back);
    v.press(Command::Main).is_in(Context::Stage);
    v.press(Command::Card).sees("Seestrasse 4");
}

#[test]
fn what_is_changed_where_it_is_kept_stands_on_the_card() {
    let mut v = evening();
    v.press(Command::Card).press(Command::Edit);
    v.sees("An interview at Hotel Lindenhof");
    v.press_times(Command::NextField, 5)
        .types(", a pen")
        .press(Command::Save);
    v.is_in(Context::Card).sees("ID, certificates, a pen");
}

#[test]
fn the_first_sentences_are_said_in_a_minute_and_nothing_is_kept() {
    let mut v = evening();
    v.opens();
    let before = v.everything().len();
    v.press(Command::Card).press(Command::Main);
    v.sees("Say it aloud")
        .sees("1 of 1")
        .sees(SAID)
        .sees_not("Seestrasse");
    v.wait(mins(1)).sees("That was a minute");
    v.press(Command::Main).sees("Seestrasse 4");
    assert_eq!(v.everything().len(), before);
}

#[test]
fn it_is_written_into_a_file() {
    let mut v = evening();
    v.press(Command::Card).press(Command::Save);
    v.file("exports/2026-03-18-….md")
        .contains("# The last ten minutes")
        .contains("- Seestrasse 4, back entrance");
}

#[test]
fn in_the_last_hour_it_stands_first() {
    let mut v = hotel().on("2026-03-18").at("08:30");
    v.sees("▌ Your notes and your questions to them").sees(ROW);
    v.wait(mins(31));
    v.sees("▌ The last ten minutes: your card")
        .sees_not("Your notes and your questions to them");
    v.press(Command::Main).is_in(Context::Card).sees(SAID);
}

#[test]
fn after_the_interview_there_is_no_card_for_it_and_its_page_still_has_one() {
    let mut v = hotel().on("2026-03-18").at("12:00");
    v.sees_not(ROW).sees("Debrief");
    v.press(Command::Card).sees("No interview is to come.");
    v.press(Command::Close).press(Command::Roadmap);
    v.press(Command::Card).sees("Seestrasse 4");
}
