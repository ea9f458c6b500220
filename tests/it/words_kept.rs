//! Words that were typed are not lost: neither by a save that fails, nor by a small window, nor by leaving.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

/// A bank of one's own that cannot be read.
const BROKEN: &str = "format = 1\n\n[[question]\ntext = \"Half a\n";

#[test]
fn a_question_that_could_not_be_saved_stays_as_a_draft() {
    let mut v = Visit::new()
        .with_file("questions/mine.toml", BROKEN)
        .ignore_toasts();
    v.press(Command::PracticeHome).runs("question library");
    v.press(Command::New).types("Why this town?");
    v.press(Command::Save).toast("questions/mine.toml");
    v.wait(secs(3));
    v.file("drafts/….toml").contains("Why this town?");
    v.press(Command::Back)
        .toast("What you typed is kept and comes back here.");
    v.press(Command::New).sees("Why this town?");
}

#[test]
fn a_question_that_failed_to_save_is_kept_when_the_form_is_closed_at_once() {
    let mut v = Visit::new()
        .with_file("questions/mine.toml", BROKEN)
        .ignore_toasts();
    v.runs("question library").press(Command::New);
    v.types("Why this town?").press(Command::Save);
    v.press(Command::Back);
    v.kill().runs("question library").press(Command::New);
    v.sees("Why this town?");
}

#[test]
fn an_entry_and_an_application_that_could_not_be_saved_stay_as_drafts() {
    let mut v = places::visit().ignore_toasts();
    v.press(Command::Journal).press(Command::Down);
    v.press(Command::Edit).types(" And more.").disk_fills_up();
    v.press(Command::Save).is_in(Context::Area).disk_has_room();
    v.wait(secs(3));
    v.file("drafts/….toml").contains("And more.");
    let mut v = places::visit().ignore_toasts();
    v.press(Command::Roadmap).press(Command::Edit).types(" Inc");
    v.disk_fills_up().press(Command::Save).is_in(Context::Line);
    v.disk_has_room().wait(secs(3));
    v.file("drafts/….toml").contains(" Inc");
}

#[test]
fn a_mock_that_could_not_be_saved_stays_as_a_draft() {
    let mut v = Visit::new()
        .with_file("questions/mine.toml", BROKEN)
        .ignore_toasts();
    v.runs("whole mocks").press(Command::New).types("Friday");
    v.press(Command::NextField).press(Command::Save);
    v.wait(secs(3)).file("drafts/….toml").contains("Friday");
}

#[test]
fn a_home_that_cannot_be_written_is_told_until_it_can() {
    let mut v = Visit::new().ignore_toasts();
    v.disk_fills_up()
        .press(Command::Note)
        .types("They liked the plan.");
    v.key("ctrl+c")
        .sees("Your words could NOT be saved. Ctrl+C again leaves and loses them.")
        .sees_not("Your draft is saved");
    assert_eq!(v.left, None);
    v.wait(secs(20))
        .sees("Could NOT be saved; leaving now loses it.");
    v.press(Command::Back).wait(secs(10));
    v.sees("Could NOT be saved; leaving now loses it.");
    v.press(Command::Close)
        .sees("Your words could NOT be saved. The same key again leaves and loses them.");
    assert_eq!(v.left, None);
    v.disk_has_room().press(Command::Down);
    v.press(Command::Note)
        .sees("They liked the plan.")
        .types(" Very much.")
        .wait(secs(3))
        .sees_not("Could NOT be saved");
    v.press(Command::Back).press(Command::Close);
    assert_eq!(v.left, Some(0));
}

#[test]
fn leaving_in_spite_of_the_loss_takes_the_same_key_twice() {
    let mut v = Visit::new().ignore_toasts();
    v.disk_fills_up()
        .press(Command::Note)
        .types("They liked the plan.");
    v.press(Command::Back).press(Command::Close).wait(secs(5));
    assert_eq!(v.left, None);
    v.press(Command::Close);
    assert_eq!(v.left, Some(1));
}

#[test]
fn what_a_form_could_not_save_is_not_lost_once_its_draft_is_on_the_disk_again() {
    for form in [Command::Journal, Command::Roadmap, Command::Stories] {
        let mut v = Visit::new().ignore_toasts();
        v.press(form).press(Command::New);
        if form == Command::Stories {
            v.press(Command::Main);
        }
        v.types("They liked the plan.").wait(secs(4));
        v.disk_fills_up().press(Command::Save);
        v.sees("could not be saved").disk_has_room();
        v.wait(secs(4));
        v.press(Command::Back).press(Command::Close);
        assert_eq!(v.left, Some(0), "{form:?}");
    }
}

#[test]
fn the_way_out_speaks_of_a_draft_only_where_there_is_one() {
    let mut v = Visit::new();
    v.key("ctrl+c").toast("Press Ctrl+C again to quit.");
    v.sees_not("Your draft is saved");
    v.wait(secs(3)).press(Command::Note).types("A thought");
    v.key("ctrl+c")
        .toast("Press Ctrl+C again to quit. Your draft is saved.");
    v.file("drafts/….toml").contains("A thought");
}

#[test]
fn every_form_says_on_its_way_out_that_a_draft_is_kept_however_long_ago_it_was_typed() {
    let mut v = Visit::new();
    v.press(Command::Note).types("They liked the plan.");
    v.wait(secs(4)).press(Command::Back);
    v.toast("Closed. The draft is kept; a goes on with it.");
    v.press(Command::Stories)
        .press(Command::New)
        .press(Command::Main);
    v.types("The night rota")
        .wait(secs(4))
        .press(Command::Back)
        .toast("Closed. What you typed is kept");
    // One that only came back is there as well.
    v.press(Command::New).sees("goes on here");
    v.press(Command::Back)
        .toast("Closed. What you typed is kept");
}
