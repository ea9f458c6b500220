//! Thinking before an answer: who simply begins to type has begun, and no letter is a command.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, mins, secs};

/// The first question of a drill, while it is thought about.
fn thinking() -> Visit {
    let mut v = places::visit();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Think);
    v
}

#[test]
fn who_simply_begins_to_type_has_begun_to_answer() {
    let said = "so we had two weeks, view? No: use what there is, honestly.";
    let mut v = thinking();
    v.wait(secs(4)).types(said);
    v.is_in(Context::Answer).sees(said).sees("1 of 2");
    v.press(Command::Save);
    v.file("practice/2026/2026-03-03….toml")
        .contains(said)
        .contains("think_s = 4")
        .contains("hints = []");
}

#[test]
fn every_letter_may_be_the_first_one_and_skips_opens_and_asks_nothing() {
    // Every letter that is a command on some screen, and signs that are.
    for letter in "adefghjklnpqrstuvwxyGHRUX?:/,5é".chars() {
        let mut v = thinking();
        v.types(&format!("{letter}nd then"));
        v.is_in(Context::Answer)
            .sees(&format!("{letter}nd then"))
            .sees("1 of 2");
    }
}

#[test]
fn a_pasted_answer_begins_the_answer_and_a_space_is_no_word_of_it() {
    let mut v = thinking();
    v.pastes("Prepared at home.").is_in(Context::Answer);
    v.sees("Prepared at home.").sees("3 words");
    let mut v = thinking();
    v.types(" We began.").is_in(Context::Answer);
    v.press(Command::Save);
    v.file("practice/2026/2026-03-03….toml")
        .contains("\"We began.\"");
}

#[test]
fn an_answer_that_begins_with_a_figure_is_an_answer() {
    for said in [
        "3 years ago I led the move.",
        "1. We had no plan.",
        "20 people, one week.",
        "2nd of May, a Friday.",
        "4, to be honest.",
    ] {
        let mut v = thinking();
        v.types(said).is_in(Context::Answer).sees(said);
        v.press(Command::Save);
        v.file("practice/2026/2026-03-03….toml")
            .contains(&format!("text = \"{said}\""))
            .lacks("expected");
    }
}

#[test]
fn a_figure_alone_says_how_it_will_go() {
    let mut v = thinking();
    v.sees("←→ or 1-4; you may leave this out");
    v.key("3").is_in(Context::Think).sees("[3 Solid]");
    v.key("2").sees("[2 Partly]");
    v.wait(secs(2)).types("I led the move.");
    v.is_in(Context::Answer)
        .sees("I led the move.")
        .sees_not("2I led");
    v.press(Command::Save);
    v.file("practice/2026/2026-03-03….toml")
        .contains("text = \"I led the move.\"")
        .contains("expected = \"partly\"");
}

#[test]
fn how_it_will_go_is_chosen_with_an_arrow_and_the_rest_has_a_key_with_control() {
    let mut v = thinking();
    v.press(Command::Right)
        .is_in(Context::Think)
        .sees("[1 Not yet]");
    v.press_times(Command::Right, 2).sees("[3 Solid]");
    v.press(Command::Left).sees("[2 Partly]");
    v.press(Command::Undo).is_in(Context::Think).sees_not("[");
    v.press(Command::Show).is_in(Context::Think);
    v.press(Command::View).is_in(Context::Asked);
}

#[test]
fn while_it_is_thought_about_one_key_changes_between_typing_and_speaking() {
    let mut v = thinking();
    v.press(Command::Record).is_in(Context::Ready);
    v.press(Command::Record).is_in(Context::Think);
    let mut v = places::visit();
    places::whole(&mut v, "one-way-3q-retake");
    places::on_to(&mut v, Context::Think);
    v.press(Command::Record).is_in(Context::Ready);
    v.wait(secs(60)).is_in(Context::Aloud);
}

#[test]
fn what_is_prepared_is_noted_from_the_first_second_and_stays_in_sight_while_it_is_spoken() {
    let mut v = Visit::new()
        .with_file("profile.toml", "format = 1\ninput = \"aloud\"\n")
        .ignore_toasts();
    places::whole(&mut v, "presentation-30");
    places::on_to(&mut v, Context::Ready);
    v.sees("prepare 0:00 of 15:00")
        .sees("Tab opens notes; they stay in sight");
    v.press(Command::NextPane)
        .is_in(Context::Jot)
        .sees("Your notes stay in sight while you speak.");
    v.types("First the claim, 1 case").is_in(Context::Jot);
    v.press(Command::Save).is_in(Context::Ready);
    v.wait(secs(5)).sees("First the claim, 1 case");
    v.file("drafts/….toml").contains("First the claim, 1 case");
    v.wait(mins(15))
        .sees("preparing, 0:0")
        .sees("Time to prepare is over (15 minutes). Enter starts.");
    v.press(Command::Main)
        .is_in(Context::Aloud)
        .sees("First the claim, 1 case");
    v.press(Command::NextPane).types(", then two more");
    v.press(Command::Save)
        .sees("First the claim, 1 case, then two more");
}

#[test]
fn a_format_whose_clock_decides_begins_by_no_letter_and_says_so() {
    let mut v = places::visit();
    places::whole(&mut v, "one-way-3q-retake");
    places::on_to(&mut v, Context::Think);
    let says = "The answer starts by itself when thinking time is over; Enter starts it now.";
    v.types("s").is_in(Context::Think).sees(says);
    v.types("vwx").is_in(Context::Think).sees(says);
    v.pastes("Read from a page.")
        .is_in(Context::Think)
        .sees(says);
    v.wait(secs(60))
        .is_in(Context::Answer)
        .types("Now I say it.");
    v.sees("Now I say it.").sees_not("Read from a page.");
}

#[test]
fn on_the_smallest_screen_all_four_words_are_there_with_any_of_them_chosen() {
    let mut v = thinking();
    v.resize(40, 10)
        .sees("How will it go? ←→ 1-4 or leave out")
        .sees("Not yet   Partly   Solid   Strong");
    v.press(Command::Right)
        .sees("[Not yet]  Partly   Solid   Strong");
    v.press_times(Command::Right, 2)
        .sees("Not yet   Partly  [Solid]  Strong");
    v.press(Command::Right)
        .sees("Not yet   Partly   Solid  [Strong]");
}
