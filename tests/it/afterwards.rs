//! What a person has of it afterwards: the page of an answer, the page for others, a second try, past sittings.

use greenroom::desk::go::SetupFor;
use greenroom::domain::library::ItemKind;
use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins};
use crate::{items, places};

/// One answer, rated, with a line to oneself; in its results.
fn with_a_line() -> Visit {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press(Command::Edit)
        .types("say the number first")
        .press(Command::Save)
        .press(Command::Main);
    v.is_in(Context::Results);
    v
}

/// All that can be scrolled to.
pub fn read(v: &mut Visit) -> String {
    let mut read: Vec<String> = Vec::new();
    for _ in 0..60 {
        for row in v.screen().rows() {
            let row = row.trim_matches([' ', '▌', '↓', '↑']).to_owned();
            if !read.contains(&row) {
                read.push(row);
            }
        }
        v.press(Command::Down);
    }
    read.join("\n")
}

#[test]
fn the_page_of_an_answer_has_the_last_rating_alone_with_each_point_and_the_next_step() {
    let mut v = with_a_line();
    v.press(Command::Main);
    let page = read(&mut v);
    let rated = page.matches(", 3 Mar").count();
    assert_eq!(rated, 1, "a line to oneself is no second rating\n{page}");
    for words in [
        "Your answer",
        "Point by point",
        "Said: ",
        "Not said, to learn: ",
        "is Not yet.",
        "One next step",
        "To yourself: say the number first",
    ] {
        assert!(page.contains(words), "{words} is not in\n{page}");
    }
}

#[test]
fn the_page_for_others_of_a_drill_holds_what_was_asked_said_and_missed() {
    let mut v = with_a_line();
    v.press(Command::Save);
    v.file("exports/….md")
        .contains("# ")
        .contains("3 March 2026, ")
        .contains("| Question | Level | Length |")
        .contains("## 1. ")
        .contains("> I led the move of our shop")
        .contains("- said: ")
        .contains("- **not said, to learn:** ")
        .contains("**Next step:** ")
        .contains("**A line to myself:** say the number first");
}

#[test]
fn notes_of_a_spoken_answer_are_notes_and_prove_nothing_by_themselves() {
    let mut v = Visit::new()
        .with_file("profile.toml", "format = 1\ninput = \"aloud\"\n")
        .ignore_toasts();
    places::drill(&mut v, 1);
    while v.context() != Context::Evidence {
        match v.context() {
            Context::Aloud => drop(v.wait(mins(1)).press(Command::Main)),
            _ => places::rate_on(&mut v),
        }
    }
    places::on_to(&mut v, Context::Results);
    v.press(Command::Main)
        .sees("Your notes")
        .sees_not("Your answer");
}

#[test]
fn after_a_second_try_one_key_says_that_it_is_said_now() {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.sees_not("Is it said now");
    v.press(Command::Retry).types("It saved nine hours.");
    v.press(Command::Save)
        .is_in(Context::After)
        .sees("Is it said now");
    v.press(Command::Tick)
        .sees("Before: not said. Now: said.")
        .sees_not("Say this point");
    v.file("practice/2026/2026-03-03….toml")
        .contains("what = \"said-now\"");
    // It is kept, also when the program dies here.
    v.press(Command::Main).is_in(Context::Results).kill();
    v.runs("past sittings")
        .press(Command::Main)
        .press(Command::Main);
    let page = read(&mut v);
    assert!(page.contains("Before: not said. Now: said."), "{page}");
}

#[test]
fn where_nothing_was_answered_that_is_said_and_no_key_is_offered_for_it() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 2);
    while v.context() != Context::Answer {
        places::rate_on(&mut v);
    }
    v.press(Command::Pause);
    while !on(&mut v, "End here, see") {
        v.press(Command::Down);
    }
    v.press(Command::Main);
    while v.context() != Context::Results {
        v.press(Command::Down).press(Command::Main);
    }
    v.sees("Nothing was answered here.")
        .sees("ended early")
        .sees_not("finished");
    let hints = v.screen().hints();
    for dead in ["open", "weak ones", "look", "write", "again"] {
        assert!(!hints.contains(dead), "{dead} in {hints}");
    }
    v.press(Command::Edit).is_in(Context::Results);
}

fn on(v: &mut Visit, words: &str) -> bool {
    let rows = v.screen().rows();
    rows.iter().any(|r| r.contains(words) && r.contains('▌'))
}

#[test]
fn nerves_that_were_told_are_not_asked_again_after_the_rest_is_rated() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Evidence);
    v.press(Command::Back)
        .press(Command::Down)
        .press(Command::Main);
    while v.context() != Context::Results {
        places::rate_on(&mut v);
    }
    v.sees("How nervous are you now")
        .press(Command::Left)
        .sees("Nerves now: 4 of 10.");
    v.press(Command::Close)
        .runs("past sittings")
        .press(Command::Main);
    v.sees_not("How nervous are you now");
    v.press(Command::Last).sees("4 of 10 after");
}

#[test]
fn talks_and_statements_stand_among_past_sittings_with_the_time_of_day() {
    let mut v = places::visit().at("18:30");
    v.drills(&SetupFor {
        items: Some(ItemKind::SelfReport),
        ..SetupFor::default()
    });
    while v.context() != Context::Ended {
        match v.context() {
            Context::Item => items::answer(&mut v),
            _ => drop(v.press(Command::Main)),
        }
    }
    v.press(Command::Close).runs("past sittings");
    v.sees("3 Mar 18:3").press(Command::Main);
    v.is_in(Context::Ended);
}
