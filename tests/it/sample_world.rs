//! The sample world: a place to look around in, from which nothing reaches the user's own home.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

/// In the sample world, on the Thursday it was written for.
fn inside() -> Visit {
    let mut v = Visit::new().on("2026-03-12").at("18:40");
    v.runs("look around").toast("An invented job hunt.");
    v
}

#[test]
fn somebody_is_halfway_through_a_job_hunt() {
    let mut v = inside();
    v.is_in(Context::Today)
        .sees("Good evening, Sam.")
        .sees("Harbor Health, panel interview: Wednesday at 10:00, in six days.");
    v.press(Command::Journal).sees("Northlight, by phone");
    v.press(Command::Roadmap).sees("Harbor Health");
}

#[test]
fn it_says_what_it_is_and_leaves_with_one_key() {
    let mut v = inside();
    v.press(Command::Journal)
        .wait(crate::visit::secs(30))
        .sees("This is the sample world. X throws it away.")
        .press(Command::LeaveSample)
        .toast("Back to your own files")
        .sees("Nothing is here yet");
    assert_eq!(v.everything(), Vec::new());
}

#[test]
fn what_is_written_in_it_stays_in_it_and_comes_back_with_one_key() {
    let mut v = inside();
    v.press(Command::Note)
        .types("Only in the sample world.")
        .press(Command::Save)
        .toast("Saved.")
        .press(Command::LeaveSample)
        .toast("Back to your own files");
    assert_eq!(v.everything(), Vec::new());
    v.press(Command::Undo)
        .toast("Taken back: leaving the sample world")
        .toast("An invented job hunt.")
        .press(Command::Journal)
        .sees("Only in the sample world.");
    assert_eq!(v.everything(), Vec::new());
}

#[test]
fn a_change_made_in_it_is_not_taken_back_at_home() {
    let mut v = inside().ignore_toasts();
    v.press(Command::Journal)
        .press(Command::Remove)
        .press(Command::LeaveSample)
        .press(Command::Undo)
        .press(Command::LeaveSample)
        .press(Command::Undo)
        .press(Command::Undo);
    assert_eq!(v.everything(), Vec::new());
}

#[test]
fn a_sitting_left_in_it_does_not_go_on_at_home() {
    let mut v = inside().ignore_toasts();
    v.press(Command::PracticeHome)
        .press(Command::Main)
        .press(Command::Main)
        .types("Half an answer")
        .press(Command::Pause)
        .press_times(Command::Down, 4)
        .press(Command::Main)
        .is_in(Context::Practice)
        .sees("The sitting you left");
    v.press(Command::LeaveSample).sees("Nothing is here yet");
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
    assert_eq!(v.everything(), Vec::new());
}

#[test]
fn the_palette_offers_the_way_in_or_the_way_out_not_both() {
    let mut v = Visit::new();
    v.press(Command::Palette)
        .types("sample world")
        .sees("1 of")
        .sees_not("throw it away");
    let mut v = inside();
    v.press(Command::Palette)
        .types("sample world")
        .sees("1 of")
        .sees("throw it away");
    let mut v = Visit::new();
    v.press(Command::Help)
        .press(Command::Find)
        .types("sample")
        .sees_not("throw it away");
}
