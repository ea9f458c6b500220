//! Ten seconds to name the story: nothing happens at ten seconds, each one is kept at once, and what was slow or missed
//! comes back sooner.

use greenroom::keys::{Command, Context};

use crate::visit::{Visit, secs};

const ROTA: &str = "stories/the-night-rota.toml";
const FORM: &str = "stories/the-form.toml";

fn story(title: &str, first: &str) -> String {
    format!(
        "format = 1\ntitle = \"{title}\"\ncreated = 2026-02-01\nfirst_sentence = \"{first}\"\nshows = [\"ownership\"]\n"
    )
}

/// Two stories; either of them shows what is asked for.
fn visit() -> Visit {
    Visit::new()
        .with_file(
            ROTA,
            &story("The night rota", "Two sick calls came at six."),
        )
        .with_file(FORM, &story("The form", "Nobody filled it in."))
}

fn drilling() -> Visit {
    let mut v = visit();
    v.runs("story recall").is_in(Context::Recall);
    v.sees("2 questions").sees("Name it within 10 seconds");
    v.press(Command::Main).sees("1 of 2");
    v
}

#[test]
fn a_story_named_in_time_is_kept_with_the_first_key_after_it() {
    let mut v = drilling();
    v.sees("Which story?")
        .sees("1 The form")
        .sees("2 The night rota");
    v.press(Command::Pick1)
        .sees("named at")
        .press(Command::Main);
    v.toast("There at once").sees("2 of 2");
    v.file(FORM).contains("{ day = 2026-03-02, how = \"ok\" }");
    v.press(Command::Pick2)
        .press(Command::Main)
        .toast("There at once");
    v.sees("2 questions: 2 there at once.");
    v.sees("it comes back");
    v.press(Command::Main).is_in(Context::Today);
}

#[test]
fn nothing_happens_at_ten_seconds_and_it_is_slow() {
    let mut v = drilling();
    v.wait(secs(4)).sees("of 10 seconds");
    v.wait(secs(60)).sees("10 of 10 seconds").sees("1 of 2");
    v.press(Command::Pick2).press(Command::Main).toast("Slow");
    v.file(ROTA).contains("how = \"slow\"");
}

#[test]
fn enter_without_a_story_is_a_miss_that_shows_which_would_fit_and_can_be_taken_back() {
    let mut v = drilling();
    v.sees("Enter none comes").press(Command::Main);
    v.sees("Missed: none came. These show what it asks for:")
        .sees("\"Two sick calls came at six.\"");
    let missed = |v: &Visit| {
        let texts = [ROTA, FORM].map(|path| v.file(path).text);
        texts.iter().filter(|t| t.contains("missed")).count()
    };
    assert_eq!(missed(&v), 1);
    v.press(Command::Undo).toast("Taken back").sees("1 of 2");
    assert_eq!(missed(&v), 0);
    for path in [ROTA, FORM] {
        v.file(path).lacks("recall");
    }
}

#[test]
fn a_drill_that_was_killed_goes_on_with_what_is_left() {
    let mut v = drilling();
    v.press(Command::Pick1)
        .press(Command::Main)
        .toast("There at once");
    v.kill();
    v.runs("story recall")
        .sees("1 question.")
        .press(Command::Main);
    v.press(Command::Pick2)
        .press(Command::Main)
        .toast("There at once");
    v.sees("1 question: 1 there at once.");
    for path in [ROTA, FORM] {
        let text = v.file(path).text;
        assert_eq!(text.matches("how = \"ok\"").count(), 1, "{text}");
    }
}

#[test]
fn a_pause_stops_the_clock_and_leaving_keeps_the_rest_due() {
    let mut v = drilling();
    v.press(Command::Pause).sees("Paused").wait(secs(300));
    v.press(Command::Main)
        .press(Command::Pick1)
        .press(Command::Main);
    v.toast("There at once");
    v.press(Command::Pause)
        .press(Command::Down)
        .press(Command::Main);
    v.is_in(Context::Today);
    v.press(Command::PracticeHome).sees("2 stories, 1 due");
}

#[test]
fn the_first_sentence_of_the_marked_story_is_a_look_away() {
    let mut v = drilling();
    v.press(Command::Show).toast("Mark a story first");
    v.press(Command::Pick2).sees_not("Two sick calls");
    v.press(Command::Show)
        .sees("\"Two sick calls came at six.\"");
}

#[test]
fn the_arrows_do_the_same_and_practice_leads_there() {
    let mut v = visit();
    v.press(Command::PracticeHome)
        .sees("Story recall, ten seconds each");
    v.runs("story recall").press(Command::Main);
    v.press(Command::Down).press(Command::Down).sees("named at");
    v.press(Command::Main).toast("There at once");
    v.file(ROTA).contains("how = \"ok\"");
}

#[test]
fn without_a_story_it_says_what_to_do_first() {
    let mut v = Visit::new();
    v.runs("story recall").toast("There is no story yet.");
    v.press(Command::PracticeHome).sees_not("Story recall");
    let bare = "format = 1\ntitle = \"The form\"\n";
    let mut v = Visit::new().with_file(FORM, bare);
    v.runs("story recall").toast("which competency it shows");
}

#[test]
fn none_of_mine_fits_is_no_miss_and_a_story_for_it_is_a_key_away() {
    let mut v = drilling();
    v.sees("none fits").press(Command::ClearMark);
    v.sees("None of your stories fits this one. That is no miss")
        .sees("1 of 2");
    for path in [ROTA, FORM] {
        v.file(path).lacks("recall");
    }
    v.press(Command::New).is_in(Context::Line);
    v.press(Command::Back)
        .is_in(Context::Recall)
        .press(Command::Main);
    // A miss that was none after all is taken off again.
    v.sees("2 of 2").press(Command::Main).sees("Missed");
    v.press(Command::ClearMark).sees("That is no miss");
    for path in [ROTA, FORM] {
        v.file(path).lacks("missed");
    }
    v.press(Command::Main)
        .sees("2 questions: 2 without a story that fits.")
        .sees_not("comes back");
}

#[test]
fn a_wrong_story_is_named_where_it_was_missed() {
    let third = "format = 1\ntitle = \"The door\"\ncreated = 2026-02-01\nshows = [\"integrity\"]\n";
    let mut v = visit().with_file("stories/the-door.toml", third);
    v.runs("story recall").press(Command::Main);
    let asks_for_integrity = |v: &mut Visit| {
        v.press(Command::Pick1).press(Command::Main);
        v.screen().has("Missed: you named \"The door\".")
    };
    let mut missed = 0;
    for _ in 0..3 {
        if asks_for_integrity(&mut v) {
            missed += 1;
            v.press(Command::Main);
        } else {
            v.toast("There at once");
        }
    }
    assert_eq!(missed, 2);
}

#[test]
fn what_comes_back_stands_on_today_until_it_is_named() {
    let mut v = visit();
    v.press(Command::Today).sees("Name your stories: 2 due");
    v.runs("story recall").press(Command::Main);
    v.press(Command::Main).sees("Missed").press(Command::Main);
    v.press(Command::Pick1)
        .press(Command::Main)
        .toast("There at once");
    v.sees("it comes back tomorrow, on Today.")
        .press(Command::Main);
    v.is_in(Context::Today).sees_not("Name your stories");
    v.sleeps(secs(24 * 3600)).press(Command::Up);
    v.sees("Name your stories: 1 due");
    for _ in 0..9 {
        if v.screen().text().contains("▌ Name your stories") {
            break;
        }
        v.press(Command::Down);
    }
    v.press(Command::Main)
        .is_in(Context::Recall)
        .sees("1 question.");
}

#[test]
fn with_more_than_nine_stories_the_arrows_mark_the_others() {
    let mut v = visit();
    for n in 0..10 {
        let title = format!("Story {n}");
        v = v.with_file(
            &format!("stories/story-{n}.toml"),
            &story(&title, "It was late."),
        );
    }
    v.runs("story recall").press(Command::Main);
    v.sees("1 to 9 mark it, the arrows the others");
}
