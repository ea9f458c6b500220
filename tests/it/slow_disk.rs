//! A disk that takes its time: typing is never held up, and nothing is called saved before it is.

use greenroom::keys::{Command, Context};

use crate::places::{self, ANSWER};
use crate::visit::{Visit, secs};

fn rated_at_the_end() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome).press(Command::Practice);
    // Up from the button: strict, probes, rate.
    v.press_times(Command::PrevField, 3)
        .press(Command::NextValue)
        .press(Command::Save);
    places::on_to(&mut v, Context::Answer);
    v
}

#[test]
fn the_next_question_shows_only_when_the_answer_is_on_disk() {
    let mut v = rated_at_the_end();
    v.disk_is_slow().types(ANSWER).press(Command::Save);
    v.file("practice/2026/….toml").lacks(ANSWER);
    v.sees("being written to the disk")
        .sees_not("How will this go?");
    // Keys meant for the question are no keys yet.
    v.press(Command::Main).sees("being written to the disk");
    v.disk_catches_up().sees("2 of 6").sees("How will this go?");
    v.sees_not("being written to the disk");
    v.file("practice/2026/….toml").contains(ANSWER);
    v.press(Command::Main).is_in(Context::Answer);
}

#[test]
fn the_rating_shows_only_when_the_answer_is_on_disk() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.disk_is_slow().types(ANSWER).press(Command::Save);
    v.sees("being written to the disk").sees_not(ANSWER);
    v.disk_catches_up().is_in(Context::Evidence);
    v.file("practice/2026/….toml").contains(ANSWER);
}

#[test]
fn a_disk_that_fails_in_the_end_lets_the_sitting_go_on() {
    let mut v = rated_at_the_end();
    v.types(ANSWER)
        .disk_is_slow()
        .press(Command::Save)
        .disk_fills_up();
    v.disk_catches_up().sees("How will this go?");
    v.disk_has_room();
    v.press(Command::Main)
        .types("A second one.")
        .press(Command::Save);
    v.file("practice/2026/….toml")
        .contains(ANSWER)
        .contains("A second one.");
}

#[test]
fn typing_goes_on_while_the_disk_works_and_saved_is_said_after_it() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.disk_is_slow()
        .types("every letter shows at once")
        .wait(secs(4));
    v.sees("every letter shows at once").sees_not("Saved.");
    v.disk_catches_up().sees("Saved.");
    v.types("!").sees_not("Saved.");
}

#[test]
fn a_form_closes_only_when_its_file_is_written() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Slowly does it.");
    v.disk_is_slow().press(Command::Save);
    v.is_in(Context::Area).sees("Slowly does it.").sees("aving");
    v.disk_catches_up().toast("Saved.").is_in(Context::Journal);
}

#[test]
fn save_pressed_twice_makes_one_entry() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Only once.");
    v.disk_is_slow()
        .press(Command::Save)
        .press(Command::Save)
        .disk_catches_up();
    assert_eq!(v.files("journal/…").len(), 1, "{:#?}", v.files("journal/…"));
    v.press(Command::Roadmap).press(Command::New).types("Acme");
    v.disk_is_slow()
        .press(Command::Save)
        .press(Command::Save)
        .disk_catches_up();
    assert_eq!(v.files("applications/…").len(), 1);
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::New);
    v.types("Why this town?")
        .disk_is_slow()
        .press(Command::Save)
        .press(Command::Save);
    v.disk_catches_up();
    assert_eq!(v.file("questions/mine.toml").count("Why this town?"), 1);
    v.press(Command::Journal)
        .press(Command::Debrief)
        .types("calm");
    v.disk_is_slow()
        .press(Command::Save)
        .press(Command::Save)
        .disk_catches_up();
    assert_eq!(v.files("journal/…").len(), 2, "{:#?}", v.files("…"));
}

#[test]
fn letters_typed_after_save_are_not_lost() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::New)
        .types("First part.");
    v.disk_is_slow().press(Command::Save).types(" Second part.");
    v.disk_catches_up()
        .is_in(Context::Area)
        .sees("First part. Second part.");
    // The draft that was kept until then is gone with the first part; the second one has its own at once.
    v.file("drafts/….toml").contains("Second part.");
    v.press(Command::Save).is_in(Context::Journal);
    v.file("journal/2026/….toml")
        .contains("First part. Second part.");
}

#[test]
fn a_home_that_is_read_slowly_does_not_overwrite_what_was_done_meanwhile() {
    let mut v = places::visit();
    v.disk_is_slow();
    v.press(Command::Journal)
        .press(Command::New)
        .types("Before it was read.");
    v.press(Command::Save).disk_catches_up();
    v.press(Command::Journal).sees("Before it was read.");
    v.restart();
    v.press(Command::Journal).sees("Before it was read.");
}
