//! A second try that said all of it again: it is rated as a whole, and the next advice is about it.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

/// A weak answer, and a second try at the point that it missed.
fn tried_again() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    places::events(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.types("It was a long summer.").press(Command::Save);
    places::on_to(&mut v, Context::After);
    v.sees("This answer: Not yet")
        .press(Command::RateAnew)
        .sees("There is no second try to rate.");
    v.press(Command::Retry)
        .types("In May the oven failed. I called the baker, sold what was cold and had sixty orders ready by noon.")
        .press(Command::Save)
        .is_in(Context::After);
    v
}

#[test]
fn a_second_try_is_asked_about_by_its_point_and_can_be_rated_whole() {
    let mut v = tried_again();
    v.sees("Is it said now: ")
        .sees("Did you say all of it again? R rates it as your answer.");
    v.press(Command::RateAnew)
        .is_in(Context::Evidence)
        .sees("0 said, 0 half");
    v.press(Command::Tick)
        .press(Command::Down)
        .press(Command::Tick)
        .sees("2 said, 0 half");
    v.press(Command::Main);
    places::on_to(&mut v, Context::After);
    v.sees_not("Is it said now")
        .sees("This is your second try.");
    v.press(Command::View)
        .sees("sixty orders")
        .press(Command::View);
    v.file("practice/2026/….toml")
        .contains("It was a long summer.")
        .contains("to = \"again\"");
    v.press(Command::Retry)
        .types("With the keys.")
        .press(Command::Save);
    v.is_in(Context::After).sees("Is it said now");
    places::on_to(&mut v, Context::Results);
    v.press(Command::Main)
        .sees("It was a long summer.")
        .press(Command::Last)
        .sees("With the keys.");
}

#[test]
fn who_thinks_better_of_it_is_back_at_the_result_of_the_first() {
    let mut v = tried_again();
    v.press(Command::RateAnew).is_in(Context::Evidence);
    v.press(Command::Tick)
        .sees("[x] said")
        .press(Command::Undo)
        .sees_not("[x] said");
    v.press(Command::Undo)
        .is_in(Context::After)
        .sees("This answer: Not yet")
        .sees("Is it said now");
    v.file("practice/2026/….toml").lacks("to = \"again\"");
}
