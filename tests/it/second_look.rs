//! The second look: typed answers of an earlier day are rated again without the first rating.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

/// What Today proposes.
const OFFER: &str = "Second look at 2 answers";

/// Two answers were typed and rated on a Monday; now it is this day.
fn on(day: &str, job: &str) -> Visit {
    let mut v = Visit::new().on("2026-03-02").ignore_toasts();
    if !job.is_empty() {
        v.press(Command::Roadmap)
            .press(Command::New)
            .types("Northlight")
            .press(Command::NextField)
            .types("Engineer")
            .press_times(Command::NextField, 2)
            .types(job)
            .press(Command::Save);
    }
    places::events(&mut v, 2);
    while v.context() != Context::Results {
        places::rate_on(&mut v);
    }
    v.press(Command::Close)
        .press(Command::Today)
        .sees_not("Second look");
    let mut v = v.beside().on(day).ignore_toasts();
    v.opens();
    v
}

#[test]
fn an_answer_of_yesterday_is_rated_again_blind_and_both_words_are_set_side_by_side() {
    let mut v = on("2026-03-03", "");
    v.sees(OFFER);
    v.runs("second look").is_in(Context::Seat);
    v.sees("answer 1 of 2")
        .sees("Your words")
        .sees("one supplier");
    for first in ["Solid", "Partly", "Not yet", "Strong", "2 Mar"] {
        v.sees_not(first);
    }
    v.press(Command::Main)
        .sees("What did you say?")
        .sees_not("[x]");
    v.press(Command::Main).sees("The whole answer");
    v.press(Command::Main).sees("The whole answer");
    v.press(Command::Level4).press(Command::Main);
    v.sees("Your first word, 2 Mar")
        .sees("Strong   Your second look, today: ")
        .sees("Said then, not said now");
    let heads = v.screen().rows();
    let heads = heads.iter().filter(|row| row.contains("Said then"));
    assert_eq!(heads.count(), 1, "one head for all that went the same way");
    v.file("practice/2026/…drill….toml")
        .contains("rater = \"cold\"");
    v.press(Command::Main).sees("answer 2 of 2");
    v.press_times(Command::Main, 2).press(Command::Level1);
    v.press(Command::Main).press(Command::Main);
    v.press(Command::Today).sees_not("Second look at");
    v.runs("second look")
        .sees("No answer waits for a second look");
    v.press(Command::Back).press(Command::Progress);
    v.sees("Second look")
        .sees("2 answers, too early to compare");
}

#[test]
fn the_page_of_the_answer_keeps_both_words() {
    let mut v = on("2026-03-03", "");
    v.runs("second look").press_times(Command::Main, 2);
    v.press(Command::Level1).press(Command::Main);
    v.press(Command::Main).press(Command::Back);
    v.runs("past sittings").press(Command::Main);
    v.is_in(Context::Results).press(Command::Last);
    let seen = |v: &mut Visit| {
        v.press(Command::Main).press(Command::Last);
        v.screen().has("Your second look")
    };
    if !seen(&mut v) {
        v.press(Command::Back).press(Command::Up);
        assert!(seen(&mut v), "{}", v.screen());
    }
    v.sees("Your second look, 3 Mar")
        .sees("Not yet. Your first word was");
}

#[test]
fn on_the_evening_before_an_interview_and_on_its_day_nothing_is_looked_at_again() {
    for day in ["2026-03-03", "2026-03-04"] {
        on(day, "4 mar").sees_not("Second look");
    }
}

#[test]
fn with_nothing_to_look_at_every_other_key_works_as_everywhere() {
    let mut v = Visit::new().on("2026-03-02");
    v.runs("second look").is_in(Context::Seat);
    v.press(Command::Tick).toast("No answer waits");
    v.press(Command::Palette).is_in(Context::Palette);
    v.press(Command::Back).press(Command::Help);
    v.press(Command::Back).press(Command::Cancel);
    v.toast("again");
}

#[test]
fn a_slip_of_the_finger_is_taken_back_before_the_first_rating_opens_and_not_after() {
    let mut v = on("2026-03-03", "");
    v.runs("second look").press(Command::Main);
    v.press(Command::Tick).sees("[x]").press(Command::Undo);
    v.sees_not("[x]").press(Command::Redo).sees("[x]");
    v.press(Command::Main).press(Command::Level1);
    v.sees("Not yet").press(Command::Undo).sees("no word yet");
    v.press(Command::Level4).press(Command::Main).sees("Strong");
    v.press(Command::Undo).sees("A second look is taken once");
    v.file("practice/2026/…drill….toml")
        .contains("rater = \"cold\"");
}
