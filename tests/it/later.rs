//! Ratings at the end of a mock: one knows how many there are, and the rest of them can wait.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

/// A recruiter call whose answers were all given.
fn all_said() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Evidence);
    v
}

/// Rates the answer in front and goes to the next thing.
fn rate_one(v: &mut Visit) {
    places::on_to(v, Context::After);
    v.press(Command::Main);
}

#[test]
fn the_rest_of_the_ratings_waits_on_the_page_and_is_found_again() {
    let mut v = all_said();
    let first = v.screen().to_string();
    let of = first.split("rating 1 of ").nth(1).expect("a count");
    let of: usize = of
        .split(',')
        .next()
        .and_then(|n| n.parse().ok())
        .expect("a number");
    assert!(of > 3, "{first}");
    v.sees("It is over. Rating takes about")
        .sees("Esc: it can wait.");
    rate_one(&mut v);
    v.sees(&format!("rating 2 of {of}, step 1"));
    v.press(Command::Back).sees("later");
    v.press(Command::Down).press(Command::Main);
    v.is_in(Context::Results).sees(&format!(
        "{} answers are not rated yet: e rates them.",
        of - 1
    ));
    // It is over, and not asked to be gone on with; its ratings are.
    v.restart();
    v.sees("Rate the other")
        .press(Command::PracticeHome)
        .sees("Rate the other");
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
    v.runs("past sittings").press(Command::Main);
    v.press(Command::Edit)
        .is_in(Context::Evidence)
        .sees(&format!("rating 2 of {of}, step 1"));
    rate_one(&mut v);
    v.press(Command::Back).sees_not("Throw").sees_not("Leave");
    v.press(Command::Down).press(Command::Main);
    v.is_in(Context::Results)
        .sees(&format!("{} answers are not rated yet", of - 2));
    // Killed in the middle: what was rated is rated.
    v.press(Command::Edit);
    rate_one(&mut v);
    v.kill();
    v.runs("past sittings").press(Command::Main);
    v.sees(&format!("{} answers are not rated yet", of - 3));
    v.press(Command::Edit);
    places::on_to(&mut v, Context::Results);
    v.sees_not("not rated yet").press(Command::Edit);
    v.is_in(Context::Results);
    let file = v.file("practice/2026/….toml");
    assert_eq!(file.count("what = \"finished\""), 1, "{}", file.text);
    assert_eq!(file.count("[[rating]]"), of, "{}", file.text);
}

#[test]
fn answers_are_rated_in_the_order_in_which_they_were_asked() {
    let mut v = all_said();
    rate_one(&mut v);
    rate_one(&mut v);
    rate_one(&mut v);
    let file = v.file("practice/2026/….toml").text;
    let rated: Vec<&str> = (file.split("[[rating]]").skip(1))
        .filter_map(|block| block.split("index = ").nth(1)?.lines().next())
        .collect();
    assert_eq!(rated, ["0", "1", "2"], "{file}");
}

#[test]
fn ratings_that_wait_are_led_to_from_today_from_practice_and_by_their_name() {
    let leave = |v: &mut Visit| {
        rate_one(v);
        v.press(Command::Back)
            .press(Command::Down)
            .press(Command::Main)
            .is_in(Context::Results);
    };
    let mut v = all_said();
    leave(&mut v);
    v.press(Command::Close)
        .press(Command::Today)
        .sees("Rate the other");
    v.press(Command::Main)
        .is_in(Context::Evidence)
        .sees("rating 2 of");
    leave(&mut v);
    v.press(Command::Close).press(Command::PracticeHome);
    v.press(Command::First)
        .sees("Rate the other")
        .press(Command::Main)
        .is_in(Context::Evidence)
        .sees("rating 3 of");
    leave(&mut v);
    v.restart();
    v.runs("rate").is_in(Context::Evidence).sees("rating 4 of");
    leave(&mut v);
    v.press(Command::Close)
        .runs("past sittings")
        .sees("not rated");
    // After two weeks nobody is reminded any more; the command still finds them.
    let mut late = v.beside().on("2026-03-20").ignore_toasts();
    late.sees_not("Rate the other")
        .runs("rate")
        .is_in(Context::Evidence);
}

#[test]
fn who_has_rated_all_is_told_so() {
    let mut v = Visit::new();
    v.runs("rate answers").toast("Every answer is rated.");
}

#[test]
fn an_answer_that_is_described_after_its_result_keeps_its_number() {
    let mut v = all_said();
    places::on_to(&mut v, Context::After);
    v.sees("rating 1 of");
    v.press(Command::Describe)
        .is_in(Context::Anchors)
        .sees("rating 1 of");
}
