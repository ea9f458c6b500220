//! Talks with choices and sets of items as parts of a whole mock: held there, timed there, told in its result.

use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins, secs};
use crate::{items, places};

/// The talk about an offer, up to the call in its second part.
fn at_the_call() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "offer-talk-30");
    while v.context() != Context::Heard {
        places::rate_on(&mut v);
    }
    v
}

/// Goes through the talk in hand to its end.
fn to_the_end_of_the_talk(v: &mut Visit) {
    while v.context() != Context::Stop {
        match v.context() {
            Context::Ownwords => v
                .pastes("I would like to think it over.")
                .press(Command::Save),
            Context::Scenario => v.press(Command::Pick1).press(Command::Main),
            _ => v.press(Command::Main),
        };
    }
}

/// Goes on in the mock to its result.
fn to_the_result(v: &mut Visit) {
    while v.context() != Context::Results {
        match v.context() {
            Context::Item => items::answer(v),
            Context::Stop => drop(v.press(Command::Main)),
            _ => places::rate_on(v),
        }
    }
}

#[test]
fn the_call_about_an_offer_is_held_inside_its_mock() {
    let mut v = at_the_call();
    v.sees("part 2 of 3, the briefing")
        .press(Command::Main)
        .is_in(Context::Ownwords)
        .sees("part 2 of 3, turn 1");
    v.wait(secs(20))
        .pastes("Thank you. May I ask how you came to it?");
    v.press(Command::Save).is_in(Context::Scenario);
    // What was said to a person in the room stands.
    v.press(Command::Pick1)
        .press(Command::Main)
        .is_in(Context::Ownwords);
    v.press(Command::Save);
    v.is_in(Context::Scenario)
        .press(Command::Undo)
        .is_in(Context::Scenario)
        .sees("turn 2");
    to_the_end_of_the_talk(&mut v);
    v.sees("The call").sees("The talk is over.");
    v.press(Command::Main)
        .sees("What it is worth to you")
        .sees("[ ] ");
    let file = v.file("practice/2026/….toml");
    file.contains("May I ask how you came to it?")
        .contains("seconds = 21")
        .contains("what = \"stop-done\"");
    assert!(file.count("[[reply]]") >= 2, "{}", file.text);
    to_the_result(&mut v);
    v.press(Command::Last);
    v.press(Command::Copy);
    let page = v.copied.clone().expect("a page");
    assert!(page.contains("The call: the talk came out"), "{page}");
    // A moment of the mock was in the talk, and its path is told turn by turn with the own words.
    assert!(page.contains("\": the talk came out "), "{page}");
    assert!(
        page.contains("> Thank you. May I ask how you came to it?"),
        "{page}"
    );
    assert!(page.contains("Nearest to: \""), "{page}");
    assert!(page.contains("\nThe talk ended: "), "{page}");
    assert!(page.contains("\n> I led the move"), "{page}");
    v.press(Command::View)
        .sees("level")
        .press(Command::View)
        .sees("What you could not know");
    v.press(Command::PageDown)
        .sees("May I ask how you came to it?")
        .press(Command::View)
        .sees("Change: ");
}

#[test]
fn a_mock_that_was_killed_in_the_middle_of_a_talk_goes_on_there() {
    let mut v = at_the_call();
    v.press(Command::Main)
        .pastes("Before the kill, a whole sentence.");
    v.wait(secs(3)).kill();
    v.press(Command::PracticeHome).press(Command::Main);
    v.is_in(Context::Ownwords)
        .sees("part 2 of 3, turn 1")
        .sees("Before the kill, a whole sentence.");
    v.press(Command::Save)
        .press(Command::Pick2)
        .press(Command::Main);
    v.press(Command::Pause)
        .sees("End this part, go on")
        .sees("End the mock, see")
        .sees("Leave, keep it for later");
    v.press_times(Command::Down, 2).press(Command::Main);
    v.wait(mins(60 * 24)).restart();
    v.press(Command::PracticeHome).press(Command::Main);
    v.is_in(Context::Ownwords).sees("part 2 of 3, turn 2");
    // Another part may wait, whatever became of this one.
    v.press(Command::Pause)
        .press_times(Command::Down, 3)
        .press(Command::Main);
    v.is_in(Context::Stop).sees("What it is worth to you");
    to_the_result(&mut v);
    v.press(Command::Copy);
    let page = v.copied.clone().expect("a page");
    assert!(page.contains("the talk was left after 1 reply"), "{page}");
}

#[test]
fn what_was_said_to_follow_ups_is_read_with_the_answer() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "recruiter-screen-20");
    let asked = |v: &Visit| v.file("practice/2026/….toml").count("to = \"follow-up\"");
    while v.context() != Context::After {
        places::rate_on(&mut v);
    }
    assert!(asked(&v) > 0, "somebody asks on");
    for _ in 0..200 {
        v.press(Command::View);
        if v.screen().has("They went on: ") {
            return;
        }
        v.press(Command::View);
        places::rate_on(&mut v);
        while v.context() != Context::After {
            places::rate_on(&mut v);
        }
    }
    panic!("no follow-up is shown");
}

#[test]
fn items_are_answered_inside_a_mock_and_statements_stay_private() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "judgment-30");
    v.is_in(Context::Item)
        .sees("Judgment questions")
        .sees("comes at the end")
        .sees("part 1 of 2");
    v.press(Command::Main).sees("part 1 of 2, 1 of 12");
    let mut seen = 0;
    while v.context() == Context::Item {
        items::answer(&mut v);
        seen += 1;
        assert!(seen < 20, "the set has an end\n{}", v.screen());
    }
    v.is_in(Context::Stop)
        .sees("The reasons come with the results.");
    v.press(Command::Main).sees("part 2 of 2");
    to_the_result(&mut v);
    let file = v.file("practice/2026/….toml");
    assert_eq!(file.count("[[item]]"), 36);
    v.sees("Next: read the reasons beside what you chose; v shows them.");
    v.press(Command::Copy);
    let page = v.copied.clone().expect("a page");
    assert!(page.contains("12 of 12 situations answered"), "{page}");
    assert!(page.contains("24 of 24 statements answered"), "{page}");
    assert!(!page.contains("like me"), "{page}");
    v.press(Command::View)
        .sees("12 questions answered.")
        .press(Command::Last);
    v.sees("like me").press(Command::View).sees("Change: ");
}

#[test]
fn everybody_at_the_table_of_a_ward_asks_something() {
    let mut v = Visit::new().ignore_toasts();
    places::whole(&mut v, "ward-panel-30");
    let names = ["Ms. Mensah", "Mr. Petrov", "Dr. Iyer", "Ruth"];
    let mut asked: Vec<&str> = Vec::new();
    while v.context() != Context::Evidence {
        let screen = v.screen().to_string();
        asked.extend(
            names
                .iter()
                .filter(|name| screen.contains(&format!("{name} asks"))),
        );
        places::rate_on(&mut v);
    }
    for name in names {
        assert!(asked.contains(&name), "{name} of {asked:?}");
    }
}
