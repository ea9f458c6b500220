//! A file that was broken by hand: what should go into it is not said to be saved, and the file stays as it is.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

/// A profile with a quotation mark too few, in its second line.
const PROFILE: &str = "format = 1\nname = \"Sam\nfamily = \"general\"\n";

/// Settings with a quotation mark too few, in their second line.
const CONFIG: &str = "format = 1\ntheme = \"dark\n";

/// A bank with a quotation mark too few, in its third line.
const MINE: &str = "format = 1\n[[question]]\ntext = \"Why us?\n";

fn with(path: &str, text: &str) -> Visit {
    let mut v = Visit::new().with_file(path, text).ignore_toasts();
    v.opens();
    v
}

#[test]
fn settings_never_say_that_they_are_kept_while_the_profile_is_broken() {
    let mut v = with("profile.toml", PROFILE);
    v.runs("settings").press(Command::NextValue);
    v.toast("NOT saved: profile.toml, line 2");
    v.wait(secs(20)).sees("NOT saved: profile.toml, line 2");
    v.sees_not("Kept as you change it.");
    // What was chosen stays, also when it is said once more.
    v.press(Command::Save)
        .is_in(Context::Listed)
        .sees("Software");
    assert_eq!(v.file("profile.toml").text, PROFILE);
    v.meddles("profile.toml", "format = 1\nname = \"Sam\"\n");
    v.press(Command::Save).sees_not("NOT saved");
    v.file("profile.toml")
        .contains("name = \"Sam\"")
        .contains("family = \"software\"");
}

#[test]
fn settings_never_say_that_they_are_kept_while_the_looks_are_broken() {
    let mut v = with("config.toml", CONFIG);
    v.runs("settings").press_times(Command::NextField, 16);
    v.press(Command::Tick).wait(secs(20));
    v.sees("NOT saved: config.toml, line 2")
        .press(Command::Back);
    v.wait(secs(20)).sees("NOT saved: config.toml, line 2");
    assert_eq!(v.file("config.toml").text, CONFIG);
    // Once it is mended, what waits goes into it with the next thing that is written.
    v.meddles("config.toml", "format = 1\ntheme = \"dark\"\n");
    v.press(Command::Note).types("A note.").press(Command::Save);
    v.wait(secs(20)).sees_not("NOT saved");
    v.file("config.toml")
        .contains("theme = \"dark\"")
        .contains("bell = true");
}

#[test]
fn a_theme_is_not_said_to_be_kept_in_a_broken_file() {
    let mut v = with("config.toml", CONFIG);
    v.hears_something();
    v.runs("theme").press(Command::Down).press(Command::Main);
    v.toast("NOT saved: config.toml, line 2");
    assert!(!v.hears_something(), "nothing else is said");
    assert_eq!(v.file("config.toml").text, CONFIG);
}

#[test]
fn a_theme_that_nobody_ships_stays_in_the_settings() {
    let mut v = with("config.toml", "format = 1\ntheme = \"mine\"\n");
    v.runs("settings").press_times(Command::NextField, 16);
    v.press(Command::Tick);
    v.file("config.toml")
        .contains("theme = \"mine\"")
        .contains("bell = true");
}

#[test]
fn a_tick_that_could_not_be_kept_is_told_with_file_and_line() {
    let mut v = with("profile.toml", PROFILE);
    v.press(Command::Roadmap).press(Command::Main);
    v.is_in(Context::Stage).press(Command::NextPane);
    for _ in 0..9 {
        if v.screen().has("Space ticks a step") {
            break;
        }
        v.press(Command::Right);
    }
    v.press(Command::Done).wait(secs(20));
    v.sees("NOT saved: profile.toml, line 2");
    assert_eq!(v.file("profile.toml").text, PROFILE);
}

#[test]
fn a_question_of_ones_own_names_the_line_that_keeps_it_out() {
    let mut v = with("questions/mine.toml", MINE);
    let place = places::ALL.iter().find(|p| p.name == "question of my own");
    (place.expect("a place").go)(&mut v);
    v.types("Why this town?").press(Command::Save);
    v.toast("NOT saved: questions/mine.toml, line 3");
    v.is_in(Context::Area).sees("Why this town?");
    assert_eq!(v.file("questions/mine.toml").text, MINE);
}

#[test]
fn a_debrief_is_not_said_to_be_practice_while_the_bank_is_broken() {
    let mut v = with("questions/mine.toml", MINE);
    v.hears_something();
    v.press(Command::Journal)
        .press(Command::Debrief)
        .press(Command::NextField)
        .types("Why us?")
        .press(Command::Main)
        .press(Command::Save);
    v.toast(
        "The debrief is saved. Its questions are not practice yet: questions/mine.toml, line 3",
    );
    assert!(!v.hears_something(), "nothing else is said");
    v.sees("Why us?").sees_not("now practice");
    v.file("journal/2026/….toml").contains("Why us?");
    assert_eq!(v.file("questions/mine.toml").text, MINE);
    v.meddles("questions/mine.toml", "format = 1\n");
    v.press(Command::Save)
        .toast("Saved. 1 question is now practice.")
        .is_in(Context::Journal);
    v.file("questions/mine.toml").contains("Why us?");
}

#[test]
fn a_debrief_whose_questions_wait_can_be_left() {
    let mut v = with("questions/mine.toml", MINE);
    v.press(Command::Journal)
        .press(Command::Debrief)
        .press(Command::NextField)
        .types("Why us?")
        .press(Command::Main);
    v.press(Command::Back).press(Command::Back);
    v.press(Command::Back).is_in(Context::Journal);
}

#[test]
fn an_entry_and_an_application_that_were_broken_meanwhile_are_not_written_over() {
    let mut v = places::visit();
    let broken = "format = 1\nkind = \"note\nbody = \"By hand.\"\n";
    let path = "journal/2026/2026-03-02-kestrel-labs.toml";
    v.press(Command::Journal).press(Command::Down);
    v.press(Command::Edit)
        .types(" And more.")
        .meddles(path, broken);
    v.press(Command::Save).toast("Both are kept");
    v.hears_something();
    assert_eq!(v.file(path).text, broken);
    v.file("journal/2026/2026-03-02-kestrel-labs-2.toml")
        .contains("And more.");
}

#[test]
fn a_standing_problem_is_told_once_and_hides_no_confirmation() {
    let mine = "format = 1\n\n[[question]]\nid = \"mine-why-nights\"\nkind = \"motivation\"\ntext = \"Why nights?\"\n\
                my_source = \"SREcon\"\n";
    let mut v = Visit::new().with_file("questions/mine.toml", mine);
    v.opens().toast("questions/mine.toml needs a look.");
    v.runs("question library")
        .press(Command::New)
        .types("Which bicycle parts do you order most?")
        .press(Command::Save)
        .toast("Saved. The drill can ask it now.");
    v.press(Command::Edit)
        .types(" And why?")
        .press(Command::Save)
        .toast("It has these words now")
        .sees("It has these words now");
    v.press(Command::Remove)
        .toast("u brings it back.")
        .sees("u brings it back.");
    v.press(Command::Undo)
        .toast("Taken back")
        .sees("Taken back");
}
