//! The interviewer's seat: answers of others are rated, then our rating opens with its reasons.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

/// Sits on the other side, at the first question of the list.
fn seated(v: &mut Visit) -> &mut Visit {
    v.runs("interviewer's seat").is_in(Context::List);
    v.press(Command::Main).is_in(Context::Seat)
}

/// Gives every line of the words the same one.
fn rates(v: &mut Visit, level: Command) -> &mut Visit {
    v.press_times(level, 8)
}

#[test]
fn who_sits_on_the_other_side_rates_an_answer_and_then_sees_the_agreed_rating_and_why() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome);
    while !v.screen().has("Sit on the other side") {
        v.press(Command::Down);
    }
    v.press(Command::Main).is_in(Context::List);
    v.sees("then our rating opens").press(Command::Main);
    v.is_in(Context::Seat)
        .sees("answer 1 of 3")
        .sees("What they say")
        .sees_not("Our rating: ");
    v.press(Command::Main)
        .sees("What did they say?")
        .sees("Did any of this happen?");
    v.press(Command::Tick).sees("[x]");
    v.press(Command::Tick).sees("[~]");
    v.press(Command::View)
        .sees("What they say")
        .press(Command::View)
        .sees("[~]");
    v.press(Command::Main)
        .sees("How would you rate it?")
        .sees("no word yet")
        .sees_not("Our rating: ");
    v.press(Command::Main).toast("This line has no word yet");
    rates(&mut v, Command::Level4).press(Command::Main);
    v.sees("You: ").sees("Our rating: ").sees("You are ");
    v.press(Command::Last)
        .sees("What must not count")
        .sees_not("Over 1 answer");
    v.file("profile.toml")
        .contains("sampled = [")
        .contains("\"strong\"");
    v.press(Command::Main).sees("answer 2 of 3");
    v.press(Command::Close).is_in(Context::List);
    v.sees("1 of 3 rated");
}

#[test]
fn a_rating_that_is_half_done_waits_and_one_that_is_whole_can_be_done_again() {
    let mut v = Visit::new();
    seated(&mut v).press(Command::Main).press(Command::Tick);
    v.press(Command::Back).sees("What they say");
    v.press(Command::Back).is_in(Context::List);
    v.press(Command::Main).sees("answer 1 of 3");
    v.press(Command::Main).sees("[x]");
    v.press(Command::Main);
    rates(&mut v, Command::Level2).press(Command::Main);
    v.sees("ur rating")
        .press(Command::Retry)
        .sees("What they say");
    v.press(Command::Main).sees_not("[x]");
    v.press(Command::Main);
    rates(&mut v, Command::Level1).press(Command::Main);
    let file = v.file("profile.toml");
    assert_eq!(file.count("sample = "), 1, "the later rating stands for it");
}

#[test]
fn a_rating_that_is_half_done_waits_while_another_question_is_heard() {
    let mut v = Visit::new();
    seated(&mut v).press(Command::Main).press(Command::Tick);
    v.sees("[x]").press(Command::Back).press(Command::Back);
    v.is_in(Context::List).press(Command::Down);
    v.press(Command::Main).press(Command::Main).sees_not("[x]");
    v.press(Command::Back).press(Command::Back);
    v.is_in(Context::List).press(Command::Up);
    v.press(Command::Main).press(Command::Main).sees("[x]");
}

#[test]
fn after_a_restart_it_goes_on_with_what_was_not_rated_and_names_a_habit_from_five_answers_on() {
    let mut v = Visit::new().ignore_toasts();
    for n in 1..=5 {
        if n % 3 == 1 {
            seated(&mut v);
        }
        v.press_times(Command::Main, 2);
        rates(&mut v, Command::Level4).press(Command::Main);
        v.press(Command::Last);
        if n < 5 {
            v.sees_not("answers you were");
        } else {
            v.sees("Over 5 answers you were higher on");
        }
        v.press(Command::Main);
    }
    v.restart();
    v.runs("interviewer's seat").sees("2 of 3 rated");
    v.press(Command::Last).sees("3 of 3 rated");
}

#[test]
fn the_answer_stands_beside_its_rating_where_there_is_room() {
    let mut v = Visit::new().size(140, 40);
    seated(&mut v).press(Command::Main);
    v.sees("What did they say?").sees("What they say");
}

#[test]
fn ticks_and_words_are_taken_back_one_by_one_and_done_again_and_nothing_else_is() {
    let mut v = Visit::new();
    v.press(Command::HideNames).toast("Names are hidden");
    seated(&mut v).press(Command::Main);
    v.press(Command::Undo).toast("Nothing of this rating");
    v.press(Command::Tick).press(Command::Down);
    v.press_times(Command::Tick, 2).press(Command::Main);
    v.press(Command::Level3).press(Command::Level2);
    v.sees("Partly").press(Command::Undo);
    v.sees("Solid").press(Command::Undo);
    assert_eq!(words_given(&mut v), 0, "{}", v.screen());
    v.press(Command::Redo);
    assert_eq!(words_given(&mut v), 1, "{}", v.screen());
    // Where nothing of a step is left, the step before opens, so that the tick is seen to go.
    v.press_times(Command::Undo, 2).sees("What did they say?");
    v.sees("[x]").sees_not("[~]");
    v.press_times(Command::Undo, 2).sees_not("[x]");
    v.press(Command::Undo).toast("Nothing of this rating");
    v.press_times(Command::Redo, 3).sees("[~]");
    v.press(Command::Tick).press(Command::Redo);
    v.toast("Nothing was taken back");
}

/// Lines that have their word, of those that can be seen.
fn words_given(v: &mut Visit) -> usize {
    let rows = v.screen().rows();
    let given = rows.iter().filter(|row| {
        let row = row.trim_end();
        ["Not yet", "Partly", "Solid", "Strong"]
            .iter()
            .any(|word| row.ends_with(word) && row.len() > 24)
    });
    given.count()
}

#[test]
fn once_both_ratings_lie_open_undo_takes_the_kept_one_away() {
    let mut v = Visit::new().ignore_toasts();
    seated(&mut v).press_times(Command::Main, 2);
    rates(&mut v, Command::Level4).press(Command::Main);
    v.file("profile.toml").contains("sampled = [");
    v.press(Command::Undo);
    v.file("profile.toml").lacks("\"strong\"");
}
