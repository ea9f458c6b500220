//! Killed at any moment: what was answered is there, what was half typed is offered, nothing is asked twice.

use greenroom::keys::{Command, Context};

use crate::places::{self, ALL, ANSWER};
use crate::visit::{Visit, secs};

/// Takes the open sitting up again, as a person would.
fn go_on(v: &mut Visit) -> &mut Visit {
    v.press(Command::PracticeHome)
        .sees("The sitting you left")
        .press(Command::Main)
}

fn sitting() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 2);
    v
}

#[test]
fn killed_while_thinking() {
    let mut v = sitting();
    v.press_times(Command::Right, 3)
        .press(Command::Show)
        .wait(secs(3))
        .kill();
    go_on(&mut v).is_in(Context::Think).sees("1 of 2");
    // What was expected and which hint was seen is not forgotten.
    v.sees("Shape:");
    places::on_to(&mut v, Context::Evidence);
    v.file("practice/2026/….toml")
        .contains("expected = \"solid\"")
        .contains("hints = [\"shape\"]");
}

#[test]
fn a_kill_gives_no_thinking_time_back_where_it_has_an_end() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "one-way-3q-retake");
    places::on_to(&mut v, Context::Think);
    // A minute to think: half of it is over, and being dead for five seconds is no thinking.
    v.wait(secs(30)).kill();
    go_on(&mut v).is_in(Context::Think);
    let left = |v: &mut Visit| (28..=32).any(|n| v.screen().has(&format!("think 0:{n} of 1:00")));
    assert!(left(&mut v), "{}", v.screen());
    v.wait(secs(26)).is_in(Context::Think);
    v.wait(secs(6)).is_in(Context::Answer);
    // Nor does it give time to answer back, though nothing was typed.
    v.wait(secs(20)).kill();
    go_on(&mut v).is_in(Context::Answer);
    let gone = |v: &mut Visit| (18..=24).any(|n| v.screen().has(&format!("0:{n} of ")));
    assert!(gone(&mut v), "{}", v.screen());
    v.types("Said in the end.").wait(secs(200));
    assert!(v.files("drafts/…").len() <= 1, "{:#?}", v.files("drafts/…"));
}

#[test]
fn killed_while_typing() {
    let mut v = sitting();
    v.press(Command::Main)
        .types("These words were typed before the lights went out.")
        .wait(secs(2))
        .kill();
    go_on(&mut v)
        .is_in(Context::Answer)
        .sees("before the lights went out.");
    v.types(" And these after.").press(Command::Save);
    v.file("practice/2026/….toml")
        .contains("before the lights went out. And these after.");
}

#[test]
fn a_kill_costs_at_most_two_seconds_of_typing() {
    let mut v = sitting();
    v.press(Command::Main);
    let text: String = (0..200)
        .map(|i| format!("w{i} "))
        .collect::<Vec<_>>()
        .concat();
    v.types(&text).kill();
    let kept: String = v.file("drafts/….toml").text;
    // At 40 ms a letter, two seconds are fifty letters.
    let must: String = text.chars().take(text.len() - 50).collect();
    assert!(kept.contains(must.trim_end()), "{kept}");
}

#[test]
fn killed_while_speaking() {
    let mut v = sitting();
    v.press(Command::Main)
        .press(Command::Record)
        .press_times(Command::TapFiller, 2)
        .press(Command::NextPane)
        .types("a note")
        .wait(secs(3))
        .kill();
    go_on(&mut v)
        .is_in(Context::Aloud)
        .sees("Fillers 2")
        .sees("a note");
}

#[test]
fn killed_while_rating() {
    for step in [Context::Evidence, Context::Anchors, Context::After] {
        let mut v = sitting();
        places::on_to(&mut v, step);
        v.kill();
        go_on(&mut v);
        places::on_to(&mut v, Context::After);
        v.sees("1 of 2").press(Command::Main).sees("2 of 2");
        places::on_to(&mut v, Context::Results);
        let file = v.file("practice/2026/….toml");
        assert_eq!(file.count(ANSWER), 2, "{step:?}\n{}", file.text);
        assert_eq!(file.count("[[answer]]"), 2, "{step:?}");
        assert_eq!(file.count("[[rating]]"), 2, "{step:?}");
    }
}

#[test]
fn a_kill_or_a_pause_costs_no_tick_of_a_rating() {
    for kill in [true, false] {
        let mut v = sitting();
        places::on_to(&mut v, Context::Evidence);
        v.press(Command::Tick)
            .press(Command::Edit)
            .types(", said twice")
            .press(Command::Save)
            .press(Command::Down)
            .press(Command::Tick)
            .press(Command::Tick)
            .sees("1 said, 1 half");
        if kill {
            v.wait(secs(2)).kill();
        } else {
            v.press(Command::Back)
                .sees("Leave, keep it for later")
                .press(Command::Down)
                .press(Command::Main);
        }
        go_on(&mut v)
            .is_in(Context::Evidence)
            .sees("The rating goes on where you left it.")
            .sees(", said twice")
            .sees("[~] half");
        places::on_to(&mut v, Context::After);
        v.file("practice/2026/….toml").contains(", said twice");
        let drafts = v.everything();
        let drafts = drafts.iter().filter(|f| f.path.starts_with("drafts/"));
        assert_eq!(drafts.count(), 0, "a saved rating leaves no draft");
    }
}

#[test]
fn killed_in_the_second_try() {
    let mut v = sitting();
    places::on_to(&mut v, Context::After);
    v.press(Command::Retry)
        .types("once more, with the point")
        .wait(secs(2))
        .kill();
    go_on(&mut v);
    let kept = v.screen().has("once more, with the point");
    assert!(
        kept || v
            .everything()
            .iter()
            .any(|f| f.text.contains("once more, with the point")),
        "{}",
        v.screen()
    );
    v.sees("1 of 2");
}

#[test]
fn killed_between_two_questions() {
    let mut v = sitting();
    places::on_to(&mut v, Context::After);
    v.press(Command::Main).sees("2 of 2").kill();
    // The last thing written down is the rating; from there it goes on.
    go_on(&mut v).is_in(Context::After).sees("1 of 2");
    v.press(Command::Main).is_in(Context::Think).sees("2 of 2");
}

#[test]
fn killed_with_the_pause_sheet_open() {
    let mut v = sitting();
    v.press(Command::Main)
        .types("half")
        .press(Command::Pause)
        .kill();
    go_on(&mut v).is_in(Context::Answer).sees("half");
}

#[test]
fn a_finished_sitting_is_not_offered_again() {
    let mut v = sitting();
    places::on_to(&mut v, Context::Results);
    v.kill();
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
    v.press(Command::Progress);
}

#[test]
fn a_torn_end_costs_only_the_block_that_was_torn() {
    let mut v = sitting();
    places::on_to(&mut v, Context::After);
    v.press(Command::Main);
    let file = v.file("practice/2026/….toml");
    let torn: String = file.text.chars().take(file.text.len() - 30).collect();
    let path = file.path.clone();
    v.meddles(&path, &torn).kill();
    go_on(&mut v);
    places::on_to(&mut v, Context::Results);
    let file = v.file("practice/2026/….toml");
    file.contains(ANSWER);
    assert!(v.files("practice/….torn-…").len() + v.files("trash/…").len() > 0);
}

#[test]
fn killed_on_every_screen_it_opens_again_with_everything() {
    for place in ALL {
        let mut v = places::at(place);
        v.wait(secs(2));
        let before = v.everything();
        v.kill().is_in(Context::Today);
        for file in before {
            assert!(
                v.everything().iter().any(|f| f.path == file.path),
                "{}: {} is gone",
                place.name,
                file.path
            );
        }
    }
}

#[test]
fn a_draft_of_an_entry_is_offered_after_a_kill() {
    let mut v = Visit::new();
    v.press(Command::Journal)
        .press(Command::New)
        .types("What I found out about them.")
        .wait(secs(2))
        .kill();
    v.press(Command::Journal)
        .sees("There is a draft from before.");
    v.press(Command::New)
        .sees("What I found out about them.")
        .sees("Draft from 09:00")
        .press(Command::Save)
        .toast("Saved.");
    v.file("journal/2026/….toml")
        .contains("What I found out about them.");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
}

#[test]
fn a_debrief_loses_nothing_to_a_kill_after_any_key() {
    let text = "why us";
    for n in 0..=text.len() {
        let mut v = Visit::new().ignore_toasts();
        v.press(Command::Journal)
            .press(Command::Debrief)
            .types("calm")
            .press(Command::NextField)
            .types("what pay")
            .press(Command::Main)
            .press(Command::Level2)
            .wait(secs(1))
            .types(text.get(..n).expect("words"))
            .wait(secs(2))
            .kill();
        let file = v.file("journal/2026/….toml");
        file.contains("calm")
            .contains("what pay")
            .contains("partly");
        file.contains(text.get(..n).expect("words").trim());
    }
}

#[test]
fn half_filled_forms_are_offered_after_a_kill() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Acme")
        .press(Command::NextField)
        .types("Nurse")
        .press(Command::NextField)
        .press(Command::NextValue)
        .wait(secs(2))
        .kill();
    v.sees("Go on with: the job you are after")
        .press(Command::Main);
    v.sees("Acme")
        .sees("Nurse")
        .sees("Phone or video")
        .sees("goes on here");
    v.press(Command::Save).toast("Saved.");
    v.file("applications/acme-nurse.toml")
        .contains("stage = \"phone-video\"");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::New)
        .types("Why this town?")
        .wait(secs(2))
        .kill();
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::New)
        .sees("Why this town?");
}

#[test]
fn every_sitting_that_was_left_is_offered_and_can_be_put_away() {
    let mut v = Visit::new().ignore_toasts();
    for _ in 0..3 {
        places::drill(&mut v, 2);
        places::on_to(&mut v, Context::Evidence);
        v.kill().wait(secs(90));
    }
    assert_eq!(v.files("practice/….toml").len(), 3);
    v.opens()
        .sees("Go on with:")
        .sees("And two more to go on with");
    v.press(Command::Down).press(Command::Main);
    v.is_in(Context::Unfinished).sees("3 sittings");
    v.press(Command::Remove)
        .toast("u takes it back")
        .sees("2 sittings");
    assert_eq!(v.files("practice/….toml").len(), 2);
    v.press(Command::Undo).sees("3 sittings");
    assert_eq!(v.files("practice/….toml").len(), 3);
    v.press(Command::Last).press(Command::Remove);
    v.press(Command::First).press(Command::Main);
    // It goes on where it was: its answer is there and waits for its rating.
    v.is_in(Context::Evidence);
    v.kill();
    v.press(Command::PracticeHome)
        .sees("One more that you left");
    v.runs("unfinished sittings").is_in(Context::Unfinished);
    v.press(Command::Last)
        .press(Command::Main)
        .is_in(Context::Evidence);
}
