//! Leaving: Esc is safe to hammer, Ctrl+C always leads out, and neither takes a word.

use greenroom::keys::{Command, Context};

use crate::places::{self, ALL};
use crate::visit::{File, Visit, secs};

/// Words in the form of files that must not be lost: everything but drafts, which come and go.
fn records(v: &Visit) -> Vec<File> {
    let mut files = v.everything();
    files.retain(|f| !f.path.starts_with("drafts/"));
    files
}

fn is_section(context: Context) -> bool {
    matches!(
        context,
        Context::Today
            | Context::Firstrun
            | Context::Roadmap
            | Context::Practice
            | Context::Journal
            | Context::Progress
    )
}

fn in_sitting(context: Context) -> bool {
    matches!(
        context,
        Context::Think
            | Context::Ready
            | Context::Answer
            | Context::Aloud
            | Context::Evidence
            | Context::Anchors
            | Context::After
            | Context::Stop
            | Context::Keep
            | Context::Scenario
            | Context::Heard
            | Context::Ownwords
            | Context::Item
            | Context::Recall
            | Context::Cover
            | Context::Interviewer
            | Context::Ticks
            | Context::Fits
            | Context::Reveal
            | Context::Sheet
    )
}

#[test]
fn esc_ten_times_quits_nothing_and_loses_nothing() {
    for place in ALL {
        let mut v = places::at(place);
        let before = records(&v);
        for _ in 0..10 {
            v.wait(std::time::Duration::from_millis(100))
                .key_at_once("esc");
            assert_eq!(v.left, None, "{} was left by Esc", place.name);
        }
        let context = v.context();
        assert!(
            is_section(context) || in_sitting(context),
            "{} ends in {}",
            place.name,
            context.name()
        );
        let after = records(&v);
        for file in before {
            let now = after.iter().find(|f| f.path == file.path);
            let now = now.unwrap_or_else(|| panic!("{}: {} is gone", place.name, file.path));
            for line in file.text.lines() {
                assert!(now.text.contains(line), "{}: {line} is gone", place.name);
            }
        }
    }
}

#[test]
fn esc_in_a_sitting_opens_the_door_and_closes_it_again() {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.types("Half an answ");
    v.key("esc").is_in(Context::Sheet).sees("Paused");
    v.key("esc").is_in(Context::Answer).sees("Half an answ");
}

#[test]
fn ctrl_c_twice_leads_out_of_every_screen() {
    for place in ALL {
        let mut v = places::at(place);
        v.key("ctrl+c");
        assert_eq!(v.left, None, "{}: once is not enough", place.name);
        v.sees("Ctrl+C again");
        v.key("ctrl+c");
        assert_eq!(v.left, Some(130), "{}", place.name);
    }
}

#[test]
fn ctrl_c_twice_leads_out_of_a_window_that_is_too_small() {
    let mut v = Visit::new().size(30, 8);
    v.key("ctrl+c").key("ctrl+c").toast("Ctrl+C again");
    assert_eq!(v.left, Some(130));
}

#[test]
fn ctrl_c_once_and_later_once_more_does_not_leave() {
    let mut v = Visit::new();
    v.key("ctrl+c").toast("Ctrl+C again");
    v.wait(secs(5)).key("ctrl+c").toast("Ctrl+C again");
    assert_eq!(v.left, None);
}

#[test]
fn what_was_half_typed_is_kept_on_the_way_out() {
    let text = "something that nobody may lose";
    for name in [
        "answer",
        "aloud, notes",
        "new entry",
        "debrief, feeling",
        "debrief, questions",
        "debrief, the rest",
        "second try",
    ] {
        let place = ALL.iter().find(|p| p.name == name).expect("a place");
        let mut v = places::at(place);
        v.types(text).key("ctrl+c").key("ctrl+c");
        assert_eq!(v.left, Some(130));
        let kept = v.everything().iter().any(|f| f.text.contains(text));
        assert!(kept, "{name}: the words are gone");
    }
}

#[test]
fn q_quits_at_a_section_and_closes_what_lies_on_top() {
    for section in [
        Command::Roadmap,
        Command::PracticeHome,
        Command::Journal,
        Command::Progress,
    ] {
        let mut v = places::visit();
        v.press(section).key("q");
        assert_eq!(v.left, Some(0), "{section:?}");
    }
    let mut v = places::visit();
    v.opens().key("q");
    assert_eq!(v.left, Some(0));
    for name in [
        "stage", "voices", "library", "question", "results", "trash", "messages", "themes",
    ] {
        let place = ALL.iter().find(|p| p.name == name).expect("a place");
        let mut v = places::at(place);
        v.key("q");
        assert_eq!(v.left, None, "{name}");
        assert_ne!(
            v.context(),
            place.context,
            "{name} stays open\n{}",
            v.screen()
        );
    }
}

#[test]
fn q_leaves_no_sitting() {
    for name in [
        "ready", "answer", "aloud", "evidence", "anchors", "after", "pause",
    ] {
        let place = ALL.iter().find(|p| p.name == name).expect("a place");
        let mut v = places::at(place);
        v.key("q");
        assert_eq!(v.left, None, "{name}");
        assert!(
            in_sitting(v.context()),
            "{name}: q left the sitting\n{}",
            v.screen()
        );
    }
}
