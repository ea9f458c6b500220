//! What stands where while an answer is given and looked back at: a place of the size of an answer, what was said before
//! what is missing, and only keys that do something.

use greenroom::desk::go::SetupFor;
use greenroom::domain::id::ScenarioId;
use greenroom::domain::library::ItemKind;
use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

/// The rows with the mark.
fn marked(v: &mut Visit) -> usize {
    let rows = v.screen().rows();
    rows.iter().filter(|row| row.contains('▌')).count()
}

/// The first row with these words.
fn row(v: &mut Visit, words: &str) -> usize {
    let at = v.screen().row_with(words);
    usize::from(at.unwrap_or_else(|| panic!("{words} is not on\n{}", v.screen())))
}

/// Starts on the question that asks for half a minute.
fn half_minute(v: &mut Visit) -> &mut Visit {
    v.runs("question library").press(Command::Find);
    v.types("only half a minute left").press(Command::Main);
    v.press(Command::Main).press(Command::Main)
}

fn talk() -> SetupFor {
    SetupFor {
        scenario: Some(ScenarioId::new("exploding-offer")),
        ..SetupFor::default()
    }
}

#[test]
fn the_place_to_write_has_the_size_of_an_answer_and_grows_with_it() {
    let mut v = places::visit().size(200, 60);
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    assert_eq!(marked(&mut v), 6, "{}", v.screen());
    v.pastes(&"one more line\n".repeat(9));
    assert_eq!(marked(&mut v), 11, "{}", v.screen());
    v.pastes(&"one more line\n".repeat(40));
    assert_eq!(marked(&mut v), 16, "{}", v.screen());
}

#[test]
fn on_the_smallest_screen_the_title_has_the_place_and_the_time() {
    let mut v = places::visit().size(40, 10);
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Answer);
    v.types("So it went.");
    let title = v.screen().rows()[0].clone();
    assert!(
        title.contains("1/2") && title.contains("0:01 of 0:"),
        "{title}"
    );
}

#[test]
fn what_one_knows_in_a_talk_stands_right_below_the_reply_or_beside_it() {
    for (size, beside) in [((80, 24), false), ((120, 40), true)] {
        let mut v = Visit::new().ignore_toasts().size(size.0, size.1);
        v.drills(&talk())
            .press(Command::Main)
            .is_in(Context::Ownwords);
        assert_eq!(marked(&mut v), 4, "{}", v.screen());
        let own = row(&mut v, "You, in your own words");
        let knows = row(&mut v, "What you know");
        assert_eq!(knows < own, beside, "{}", v.screen());
        assert!(beside || knows == own + 6, "{}", v.screen());
        v.types("May I sleep on it?").press(Command::Save);
        v.is_in(Context::Scenario).sees("You said");
        assert_eq!(v.screen().has("What you know"), beside, "{}", v.screen());
    }
}

#[test]
fn enter_is_offered_in_a_talk_once_a_reply_is_marked() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&talk()).press(Command::Main);
    v.types("May I sleep on it?").press(Command::Save);
    let hints = v.screen().hints();
    assert!(
        !hints.contains("say it") && hints.contains("↑↓ choose"),
        "{hints}"
    );
    assert_eq!(marked(&mut v), 1, "{}", v.screen());
    v.press(Command::Down);
    assert!(
        v.screen().hints().contains("Enter say it"),
        "{}",
        v.screen()
    );
}

#[test]
fn on_the_smallest_screen_the_replies_are_in_sight() {
    let mut v = Visit::new().ignore_toasts().size(40, 10);
    v.drills(&talk()).press(Command::Main);
    v.types("May I sleep on it?").press(Command::Save);
    assert!(row(&mut v, "1  \"") < 6, "{}", v.screen());
    v.sees("You said").sees("↓").press(Command::Show);
    let mut read = v.screen().text();
    for _ in 0..20 {
        v.press(Command::Down);
        read.push_str(&v.screen().text());
    }
    assert!(read.contains("They said"), "{read}");
}

#[test]
fn enter_says_what_it_does_to_a_judgment_question() {
    let mut v = Visit::new().ignore_toasts();
    v.drills(&SetupFor {
        items: Some(ItemKind::Judgment),
        count: Some(6),
        ..SetupFor::default()
    });
    v.press(Command::Main).is_in(Context::Item);
    assert_eq!(marked(&mut v), 1, "{}", v.screen());
    let hints = v.screen().hints();
    assert!(
        !hints.contains("Enter") && hints.contains("↑↓ choose"),
        "{hints}"
    );
    crate::items::answer(&mut v);
    v.sees("You see it");
    assert!(v.screen().hints().contains("Enter next"), "{}", v.screen());
}

#[test]
fn after_an_answer_what_was_said_stands_before_the_one_thing_to_add() {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    let (said, add) = (
        row(&mut v, "[x] "),
        row(&mut v, "▌ Add this: a strong candidate "),
    );
    assert!(
        row(&mut v, "This answer: ") < said && said < add,
        "{}",
        v.screen()
    );
    v.sees_not("core point \"").sees_not("0 half");
    let hints = v.screen().hints();
    // The question has no spoken example.
    assert!(hints.contains("s what it has"), "{hints}");
}

#[test]
fn what_is_said_in_a_second_try_is_not_asked_for_again() {
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    let step = |v: &mut Visit| {
        let rows = v.screen().rows();
        let step = rows.iter().find(|r| r.contains("Add this: "));
        step.map(|r| r.replace('▌', " "))
    };
    let before = step(&mut v).expect("something to add");
    v.press(Command::Retry).types("It saved nine hours.");
    v.press(Command::Save).sees("▌ Is it said now");
    assert_eq!(step(&mut v), Some(before.clone()), "{}", v.screen());
    v.press(Command::Tick).sees("Now: said.");
    assert_ne!(step(&mut v), Some(before.clone()), "{}", v.screen());
    // Nor on the page of the answer, nor after the program died.
    v.press(Command::Main).is_in(Context::Results).kill();
    v.runs("past sittings").press(Command::Main);
    let page = crate::afterwards::read(v.press(Command::Main));
    let begins: String = before.trim().chars().take(44).collect();
    assert!(page.contains("One next step"), "{page}");
    assert!(!page.contains(&begins), "{begins} is still on\n{page}");
}

#[test]
fn an_answer_to_what_they_would_ask_is_asked_about_as_a_second_try_is() {
    let mut v = places::visit();
    half_minute(&mut v);
    places::on_to(&mut v, Context::Evidence);
    v.press(Command::Main);
    places::on_to(&mut v, Context::After);
    v.sees("They would ask: ").sees_not("Is it said now");
    v.press(Command::FollowUp).sees("Before: ");
    v.types("That I sold 12,000 tickets in one summer.")
        .press(Command::Save);
    v.is_in(Context::After).sees("Is it said now");
    v.press(Command::Tick).sees("Before: not said. Now: said.");
}

#[test]
fn a_point_about_the_length_is_measured() {
    let mut v = places::visit();
    half_minute(&mut v);
    places::on_to(&mut v, Context::Evidence);
    v.sees("[x] said      Stops within 45 seconds");
    let long = "word ".repeat(400);
    let mut v = places::visit();
    half_minute(&mut v);
    while v.context() != Context::Answer {
        v.press(Command::Main);
    }
    v.pastes(&long).press(Command::Save);
    v.is_in(Context::Evidence)
        .sees("[ ] not said  Stops within 45 seconds");
}

#[test]
fn the_answer_stands_beside_its_rating_where_there_is_room_and_the_question_above_it() {
    let mut v = places::visit().size(116, 40);
    places::drill(&mut v, 1);
    for step in [Context::Evidence, Context::Anchors, Context::After] {
        places::on_to(&mut v, step);
        v.sees("Your answer, ");
        let at = v.screen().rows()[row(&mut v, "Your answer, ")].find("Your answer, ");
        assert!(at > Some(60), "{}", v.screen());
    }
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Evidence);
    let asked = v.screen().rows()[2].trim().to_owned();
    assert!(asked.ends_with('?') || asked.ends_with('.'), "{asked}");
    for step in [Context::Anchors, Context::After] {
        places::on_to(&mut v, step);
        assert_eq!(v.screen().rows()[2].trim(), asked, "{}", v.screen());
    }
}

#[test]
fn a_question_and_its_result_lead_to_the_shape_of_such_an_answer() {
    let place = places::ALL.iter().find(|p| p.name == "question");
    let mut v = places::at(place.expect("a place"));
    v.sees("A shape for it: ").press(Command::OpenLink);
    v.is_in(Context::Handbook).sees("Good for");
    v.press(Command::Back).is_in(Context::Question);
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press(Command::OpenLink).is_in(Context::Opened);
    v.sees("Good for")
        .press(Command::Main)
        .is_in(Context::After);
}
