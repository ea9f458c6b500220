//! A disk that is full: it is said, the words stay where they are, and the old file is whole.

use greenroom::keys::{Command, Context};

use crate::places::{self, ANSWER};
use crate::visit::{Visit, secs};

/// What every failed save says.
const SAID: &str = "could not be saved: the disk is full";

#[test]
fn an_entry_stays_on_the_screen_until_there_is_room() {
    let mut v = Visit::new();
    v.press(Command::Journal).press(Command::New);
    v.types("They want a second talk.").disk_fills_up();
    v.press(Command::Save)
        .toast("drafts/new-entry-body.toml could not be saved")
        .toast("journal/2026/2026-03-02-note.toml could not be saved");
    v.is_in(Context::Area).sees("They want a second talk.");
    assert_eq!(v.files("journal/…"), Vec::<String>::new());
    v.disk_has_room().press(Command::Save).toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("They want a second talk.");
}

#[test]
fn an_entry_that_is_there_is_whole_after_a_failed_save() {
    let mut v = places::visit();
    v.press(Command::Journal).press(Command::Down);
    let before = v.file("journal/2026/2026-03-02-kestrel-labs.toml");
    v.press(Command::Edit).types(" And more.").disk_fills_up();
    v.press(Command::Save).sees("And more.");
    assert_eq!(v.file("journal/2026/2026-03-02-kestrel-labs.toml"), before);
    v.disk_has_room()
        .press(Command::Save)
        .is_in(Context::Journal);
    v.file("journal/2026/2026-03-02-kestrel-labs.toml")
        .contains("And more.");
}

#[test]
fn an_application_stays_on_the_screen_until_there_is_room() {
    let mut v = Visit::new();
    v.press(Command::Roadmap).press(Command::New).types("Acme");
    v.disk_fills_up().press(Command::Save).toast(SAID);
    v.is_in(Context::Line).sees("Acme");
    v.disk_has_room().press(Command::Save).toast("Saved.");
    v.file("applications/acme.toml")
        .contains("employer = \"Acme\"");
}

#[test]
fn a_debrief_says_that_it_is_not_saved_and_does_not_close() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::Debrief)
        .press(Command::NextField)
        .disk_fills_up();
    v.types("Why us?").press(Command::Main).sees("not saved");
    v.press(Command::Save).sees("Why us?").sees("not saved");
    v.disk_has_room()
        .press(Command::Save)
        .is_in(Context::Journal);
    v.file("journal/2026/….toml").contains("Why us?");
}

#[test]
fn a_question_of_my_own_stays_on_the_screen_until_there_is_room() {
    let place = places::ALL.iter().find(|p| p.name == "question of my own");
    let mut v = places::at(place.expect("a place"));
    v.types("Why this town?").disk_fills_up();
    v.press(Command::Save)
        .is_in(Context::Area)
        .sees("Why this town?");
    v.disk_has_room()
        .press(Command::Save)
        .is_in(Context::Library);
    v.file("questions/mine.toml").contains("Why this town?");
}

#[test]
fn an_answer_that_could_not_be_written_is_written_as_soon_as_there_is_room() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Answer);
    v.types(ANSWER).disk_fills_up();
    v.press(Command::Save).toast(SAID);
    v.is_in(Context::Evidence)
        .press(Command::View)
        .sees("I led the move");
    v.press(Command::View).disk_has_room();
    places::on_to(&mut v, Context::Results);
    v.toast("What could not be saved before is on disk now.");
    let file = v.file("practice/2026/….toml");
    assert_eq!(file.count("[[answer]]"), 2, "{}", file.text);
    assert_eq!(file.count("[[rating]]"), 2, "{}", file.text);
    file.contains(ANSWER).contains("what = \"finished\"");
}

#[test]
fn what_could_not_be_written_is_tried_again_though_no_key_comes() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Answer);
    v.types(ANSWER).disk_fills_up();
    v.press(Command::Save).toast(SAID);
    v.wait(secs(6)).disk_has_room().wait(secs(6));
    v.toast("What could not be saved before is on disk now.");
    v.file("practice/2026/….toml").contains(ANSWER);
}

#[test]
fn an_answer_that_could_not_be_written_survives_a_kill_as_a_draft() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Answer);
    v.types(ANSWER).wait(secs(3)).disk_fills_up();
    v.press(Command::Save).wait(secs(3)).disk_has_room();
    v.kill();
    v.press(Command::PracticeHome).press(Command::Main);
    v.is_in(Context::Answer).sees("I led the move");
}

#[test]
fn a_sitting_that_began_on_a_full_disk_is_there_in_the_end() {
    let mut v = Visit::new().ignore_toasts();
    v.opens().disk_fills_up();
    places::drill(&mut v, 1);
    v.sees("could not be saved");
    places::on_to(&mut v, Context::Evidence);
    v.disk_has_room();
    places::on_to(&mut v, Context::Results);
    let file = v.file("practice/2026/….toml");
    file.contains("title = \"Drill\"").contains(ANSWER);
    assert_eq!((file.count("[[answer]]"), file.count("[[rating]]")), (1, 1));
}

#[test]
fn a_whole_sitting_on_a_full_disk_ends_with_its_results_on_the_screen() {
    let mut v = Visit::new().ignore_toasts();
    v.opens().disk_fills_up();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Results);
    v.sees("2 answers");
    // The next thing that is written takes everything along.
    v.disk_has_room()
        .press(Command::Note)
        .types("x")
        .press(Command::Save);
    v.file("practice/2026/….toml")
        .contains(ANSWER)
        .contains("finished");
}

#[test]
fn a_theme_that_cannot_be_kept_is_said() {
    let mut v = Visit::new();
    v.runs("theme").press(Command::Down).disk_fills_up();
    v.press(Command::Main).toast(SAID);
}
