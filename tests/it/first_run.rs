//! The first day: from nothing to a rated answer and to the results, in a few keys and without a setting.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

/// The words of somebody who tries it out.
const ANSWER: &str =
    "I led the move of our shop to one supplier and cut the cost of it by a third.";

#[test]
fn one_key_from_nothing_to_the_first_question() {
    let mut v = Visit::new();
    v.sees("Start a five-minute mock")
        .press(Command::Main)
        .is_in(Context::Answer)
        .sees("1 of 2");
    // A fourth key ends the first answer: Enter, the words, Ctrl+S.
    v.types(ANSWER)
        .press(Command::Save)
        .is_in(Context::Evidence);
}

#[test]
fn two_keys_from_nothing_to_the_first_question() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome)
        .press(Command::Main)
        .is_in(Context::Answer)
        .sees("1 of 2");
}

#[test]
fn the_first_answer_is_rated_and_the_results_are_there() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome).press(Command::Main);
    for question in ["1 of 2", "2 of 2"] {
        v.is_in(Context::Answer)
            .sees(question)
            .types(ANSWER)
            .press(Command::Save)
            .is_in(Context::Evidence)
            .sees("What did you say?")
            .press(Command::Tick)
            .press(Command::Main);
        while v.context() == Context::Anchors {
            v.press(Command::Main);
        }
        v.is_in(Context::After)
            .sees("This answer:")
            .press(Command::Main);
    }
    v.is_in(Context::Results)
        .sees("Five-minute mock")
        .sees("finished")
        .sees("2 answers");
    let file = v.file("practice/2026/2026-03-02T0900-….toml");
    file.contains(ANSWER);
    assert_eq!((file.count("[[answer]]"), file.count("[[rating]]")), (2, 2));
    v.press(Command::Close).is_in(Context::Practice);
}

#[test]
fn the_first_day_leads_to_ones_field_of_work() {
    let mut v = Visit::new();
    v.sees("Say what work you do")
        .press_times(Command::Down, 3)
        .press(Command::Main)
        .sees("Field of work");
}
