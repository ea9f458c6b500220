//! Rating: what was said first, the word for it last; nothing gives the order of the descriptions away.

use greenroom::domain::level::Level;
use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

/// The words of the scale that stand on the screen.
fn level_words(v: &mut Visit) -> Vec<&'static str> {
    let screen = v.screen().clone();
    Level::ALL
        .iter()
        .map(|l| l.word())
        .filter(|w| screen.has(w))
        .collect()
}

#[test]
fn no_word_of_the_scale_is_shown_before_the_descriptions_are_chosen() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Evidence);
    assert_eq!(level_words(&mut v), Vec::<&str>::new(), "{}", v.screen());
    v.press(Command::View);
    assert_eq!(level_words(&mut v), Vec::<&str>::new());
    v.press(Command::View).press(Command::Main);
    let mut dimensions = 0;
    while v.context() == Context::Anchors {
        assert_eq!(level_words(&mut v), Vec::<&str>::new(), "{}", v.screen());
        v.press(Command::Down);
        assert_eq!(level_words(&mut v), Vec::<&str>::new());
        v.press(Command::Main);
        dimensions += 1;
    }
    assert!(dimensions >= 2, "{dimensions}");
    v.is_in(Context::After)
        .sees("This answer:")
        .sees("One next step");
    assert!(!level_words(&mut v).is_empty());
}

#[test]
fn the_strong_answer_opens_only_after_the_rating() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    for step in [Context::Answer, Context::Evidence, Context::Anchors] {
        places::on_to(&mut v, step);
        v.sees_not("A strong answer")
            .sees_not("What it was really about");
    }
    places::on_to(&mut v, Context::After);
    v.press(Command::Show).sees("A strong answer");
}

#[test]
fn the_descriptions_carry_no_number_and_digits_do_nothing() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Anchors);
    let rows = v.screen().rows();
    let start = usize::from(v.screen().row_with("closest").expect("a question"));
    let numbered = rows[start..].iter().any(|r| {
        r.trim_start_matches(['▌', ' '])
            .starts_with(['1', '2', '3', '4'])
    });
    assert!(!numbered, "{}", v.screen());
    for digit in ["1", "2", "3", "4"] {
        v.key(digit).toast("No command on that key");
        v.is_in(Context::Anchors)
            .sees("question 1 of")
            .wait(crate::visit::secs(5));
    }
}

#[test]
fn the_order_of_the_descriptions_changes_from_sitting_to_sitting() {
    let first = |seed| {
        let mut v = Visit::new().seed(seed).ignore_toasts();
        places::drill(&mut v, 1);
        places::on_to(&mut v, Context::Anchors);
        let at = usize::from(v.screen().row_with("closest").expect("a question"));
        let title = v.screen().rows()[3].clone();
        (title, v.screen().rows()[at + 2].clone())
    };
    let seen: Vec<_> = (0..8).map(first).collect();
    let mut different = seen.clone();
    different.sort();
    different.dedup();
    assert!(different.len() > 1, "{seen:?}");
}

#[test]
fn a_tick_takes_a_sentence_of_the_answer_as_its_proof() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.types("We had one supplier. I cut the cost by a third. Then I left.")
        .press(Command::Save)
        .sees("0 said, 0 half")
        .press(Command::Tick)
        .sees("1 said, 0 half")
        .press(Command::Tick)
        .sees("0 said, 1 half")
        .press(Command::Tick)
        .sees("0 said, 0 half")
        .press(Command::Tick)
        .press(Command::Right)
        .press(Command::Down)
        .press(Command::Edit)
        .is_in(Context::Jot)
        .types("in my own words")
        .press(Command::Save)
        .sees("2 said, 0 half");
    places::on_to(&mut v, Context::Anchors);
    places::on_to(&mut v, Context::After);
    v.file("practice/2026/….toml").contains("in my own words");
}

#[test]
fn one_can_go_back_to_an_earlier_description() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Anchors);
    v.sees("question 1 of")
        .press(Command::Main)
        .sees("question 2 of");
    v.press(Command::Left).sees("question 1 of");
    v.press(Command::Right).sees("question 2 of");
}

#[test]
fn a_level_may_be_counted_lower_never_higher() {
    let mut v = Visit::new().ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press_times(Command::Left, 6).sees("This answer: Not yet");
    v.press(Command::Right).sees("This answer: Not yet");
}

#[test]
fn a_line_to_oneself_is_kept_and_comes_back() {
    let mut v = Visit::new();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::After);
    v.press(Command::Show)
        .press(Command::Edit)
        .is_in(Context::Jot)
        .types("say the number first")
        .sees("say the number first")
        .press(Command::Save)
        .sees("say the number first");
    v.file("practice/2026/….toml")
        .contains("say the number first");
    v.press(Command::Main)
        .is_in(Context::Results)
        .press(Command::Main);
    v.sees("say the number first");
}

#[test]
fn no_number_stands_for_an_answer() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::After);
    v.sees_not("%");
    places::on_to(&mut v, Context::Results);
    v.sees_not("%").sees_not("average");
}

#[test]
fn a_held_enter_does_not_run_past_the_result() {
    let mut v = Visit::new();
    places::drill(&mut v, 2);
    places::on_to(&mut v, Context::Anchors);
    for _ in 0..40 {
        v.wait(std::time::Duration::from_millis(30))
            .key_at_once("enter");
        if v.context() == Context::After {
            break;
        }
    }
    v.key_at_once("enter")
        .key_at_once("enter")
        .is_in(Context::After);
}

#[test]
fn what_lies_open_while_rating_is_closed_by_back() {
    let mut v = places::visit().ignore_toasts();
    places::drill(&mut v, 1);
    for context in [Context::Evidence, Context::Anchors, Context::After] {
        places::on_to(&mut v, context);
        v.press(Command::View).sees("I led the move");
        v.press(Command::Back).is_in(context);
    }
    v.press(Command::Show)
        .press(Command::Back)
        .is_in(Context::After);
}

#[test]
fn where_there_is_room_no_point_is_cut() {
    let mut v = places::visit().size(120, 40).ignore_toasts();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Evidence);
    v.sees_not("…");
}
