//! The clock: adjustable, honest, and never in the way of a hand that types.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, mins, secs};

/// Sixty words, about half a minute when spoken.
fn words(n: usize) -> String {
    let words: Vec<String> = (0..n).map(|i| format!("word{i} ")).collect();
    words.concat()
}

fn answering(profile: &str) -> Visit {
    let mut v = Visit::new().with_file("profile.toml", &format!("format = 1\n{profile}\n"));
    places::events(&mut v, 2);
    v.press(Command::Main);
    v
}

/// Answering a question about a piece of code.
fn code() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    v.runs("question library").press(Command::Find);
    v.types("read-the-loop").press(Command::Main);
    v.press_times(Command::Main, 2);
    places::on_to(&mut v, Context::Answer);
    v
}

#[test]
fn the_end_of_the_window_is_a_word_and_nothing_else() {
    let mut v = answering("");
    let text = words(420);
    v.types(&text);
    v.is_in(Context::Answer).sees("word419").sees("over");
    v.press(Command::Save);
    v.file("practice/2026/….toml").contains(text.trim_end());
}

#[test]
fn time_that_goes_by_moves_no_caret_and_eats_no_letter() {
    let mut v = answering("");
    v.types("first ");
    let before = v.screen().cursor;
    v.wait(mins(9));
    assert_eq!(v.screen().cursor, before);
    v.is_in(Context::Answer)
        .types("second")
        .sees("first second");
    assert!(!v.hears_something(), "the clock says nothing aloud");
}

#[test]
fn a_few_words_on_a_problem_are_not_called_long_enough() {
    let mut v = code();
    v.types("It leaves the loop too soon.")
        .sees("up to 7:00")
        .sees_not("in the target time");
    v.sees("    return sum / length(orders)");
}

#[test]
fn the_clock_of_a_problem_that_is_typed_is_the_time_that_goes_by() {
    let mut v = code();
    v.types(&words(28)).wait(secs(185));
    v.sees("3:12 here, up to 7:00").sees("0:12 if spoken");
    v.press(Command::Pause).sees("3:13 here, 0:12 if spoken");
    v.press(Command::Main).wait(mins(5)).sees("1:13 over");
    v.press(Command::Save);
    while v.context() != Context::After {
        places::rate_on(&mut v);
    }
    v.sees("8:13 here, 0:12 if spoken");
}

#[test]
fn the_clock_of_what_is_recited_says_that_it_counts_the_words() {
    let mut v = answering("");
    v.types(&words(160)).wait(mins(3));
    v.sees("1:09 if spoken, in the target time");
    v.press(Command::Pause).sees("3:47 here, 1:09 if spoken");
}

#[test]
fn a_spoken_answer_counts_up_and_tells_window_and_overtime_in_words() {
    let mut v = answering("input = \"aloud\"\npacing = \"window\"");
    v.is_in(Context::Aloud).sees("aim");
    v.wait(secs(62)).sees("in the target time");
    v.wait(mins(5)).sees("over").is_in(Context::Aloud);
}

#[test]
fn a_hard_limit_ends_the_answer_with_all_its_letters() {
    let mut v = answering("pacing = \"hard\"");
    v.sees(" of ");
    v.types("all of this counts ").wait(mins(4));
    v.is_in(Context::Evidence)
        .toast("Time. What you said is kept.");
    v.file("practice/2026/….toml")
        .contains("all of this counts");
}

#[test]
fn typing_on_through_a_hard_limit_starts_nothing() {
    let mut v = answering("pacing = \"hard\"");
    let mut typed = 0;
    while v.context() == Context::Answer {
        v.types("q e v a ");
        typed += 1;
        assert!(typed < 5000, "it never ends");
    }
    // The hand goes on for two seconds and does not look.
    v.types("q e v a q e v a q e v a q e v a q e v a q e v a ");
    v.is_in(Context::Evidence)
        .toast("Time. What you said is kept.")
        .wait(secs(10))
        .sees("0 said, 0 half");
}

#[test]
fn extra_time_widens_the_window_and_is_marked_nowhere() {
    let aim = |profile: &str| {
        let mut v = answering(profile);
        let row = v.screen().rows()[0].clone();
        v.sees_not("x2").sees_not("extra");
        row.split_once("aim")
            .map(|r| r.1.to_owned())
            .expect("a window")
    };
    let (usual, twice) = (aim(""), aim("factor = \"2\""));
    assert_ne!(usual, twice);
    let upper = |row: &str| {
        let text = row.split_once(" to ").expect("a window").1;
        let (m, s) = text
            .split_once(' ')
            .map_or(text, |t| t.0)
            .split_once(':')
            .expect("m:ss");
        m.parse::<u32>().expect("minutes") * 60 + s.parse::<u32>().expect("seconds")
    };
    assert_eq!(upper(&twice), 2 * upper(&usual));
}

#[test]
fn without_a_clock_no_time_is_told() {
    let mut v = answering("pacing = \"none\"");
    v.sees("no clock")
        .types("slowly")
        .wait(mins(20))
        .is_in(Context::Answer);
    v.sees("no clock").sees_not("0 over").sees_not("aim");
}

#[test]
fn a_pause_is_not_counted() {
    let mut v = answering("");
    v.types("a few words")
        .wait(secs(30))
        .press(Command::Pause)
        .wait(mins(10));
    v.press(Command::Main).types(" more").press(Command::Save);
    let file = v.file("practice/2026/….toml");
    let number = |key: &str| {
        let line = file
            .text
            .lines()
            .find(|l| l.starts_with(key))
            .expect("a line");
        line.rsplit(' ')
            .next()
            .and_then(|n| n.parse::<u32>().ok())
            .expect("a number")
    };
    assert!((30..40).contains(&number("seconds = ")), "{}", file.text);
    assert!((600..605).contains(&number("paused_s = ")), "{}", file.text);
}

#[test]
fn sleep_of_the_laptop_is_noticed_said_and_not_counted() {
    let mut v = answering("");
    v.types("before").sleeps(mins(12));
    v.toast("Paused (asleep), 12:00; it is not counted.");
    v.types(" and after").press(Command::Save);
    let file = v.file("practice/2026/….toml");
    file.contains("before and after")
        .contains("what = \"slept\"");
    let answer = file.text.split_once("[[answer]]").expect("an answer").1;
    let seconds = answer.lines().find_map(|l| l.strip_prefix("seconds = "));
    let seconds: u32 = seconds.and_then(|s| s.parse().ok()).expect("seconds");
    assert!(seconds < 10, "{seconds}");
}

#[test]
fn a_wall_clock_that_is_set_back_does_no_harm() {
    let mut v = answering("");
    v.types("before").wall_jumps(-7200);
    v.types(" and after")
        .wait(secs(5))
        .press(Command::Save)
        .is_in(Context::Evidence);
    v.file("practice/2026/….toml")
        .contains("before and after")
        .lacks("= -");
}

#[test]
fn an_idle_screen_asks_for_no_wake() {
    let mut v = places::visit();
    for section in [
        Command::Roadmap,
        Command::PracticeHome,
        Command::Journal,
        Command::Progress,
    ] {
        v.press(section).wait(secs(20));
        let now = v.now();
        assert_eq!(v.app().next_wake(now), None, "{section:?}");
    }
}
