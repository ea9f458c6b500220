//! A friend who practices alone at this computer: in a home of their own, of which nothing is in mine.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

/// Nothing was practiced in the home that is open.
const NONE: &str = "Nothing was sat to its end yet";

/// Opens the home of a friend, from the set-up of practice with one.
fn lends(v: &mut Visit, name: &str) {
    v.press(Command::PracticeHome).press(Command::Chairs);
    v.sees("Friend's name");
    while !v.screen().has("▌ Friend's name") {
        v.press(Command::NextField);
    }
    v.types(name).press(Command::NextField);
    v.press(Command::NextValue)
        .sees("It counts nowhere in yours");
    v.press(Command::Save).is_in(Context::Practice);
}

#[test]
fn a_friend_sits_a_mock_of_their_own_and_nothing_of_it_counts_in_mine_nor_is_mine_seen() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal).press(Command::New);
    v.types("Mine alone.").press(Command::Save);
    lends(&mut v, "Sam");
    v.sees("Sam")
        .press(Command::Journal)
        .sees_not("Mine alone.");
    places::drill(&mut v, 1);
    while v.context() != Context::Results {
        places::rate_on(&mut v);
    }
    v.runs("past sittings").sees("1 of 1 shown");
    v.press(Command::PracticeHome).press(Command::Last);
    v.sees("Back to your own practice").press(Command::Main);
    v.is_in(Context::Practice).sees_not("Whose it is");
    v.runs("past sittings").sees(NONE);
    assert_eq!(v.files("practice/…"), Vec::<String>::new());
    v.press(Command::Journal).sees("Mine alone.");
    // The next time it is there again.
    lends(&mut v, "");
    v.runs("past sittings").sees("1 of 1 shown");
    v.runs("back to your own").is_in(Context::Practice);
    v.press(Command::Palette).types("back to your own");
    v.sees_not("from that of a friend");
}

#[test]
fn a_friend_who_is_cut_off_goes_on_there_and_not_with_me() {
    let mut v = Visit::new().ignore_toasts();
    lends(&mut v, "Sam");
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.types("Half an answer of Sam.").wait(secs(3)).kill();
    v.press(Command::PracticeHome)
        .sees_not("The sitting you left");
    lends(&mut v, "");
    v.sees("The sitting you left").press(Command::Main);
    v.is_in(Context::Answer).sees("Half an answer of Sam.");
}

#[test]
fn what_is_taken_back_is_taken_back_in_the_home_that_is_open() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Journal).press(Command::New);
    v.types("Mine alone.").press(Command::Save);
    v.press(Command::Remove);
    lends(&mut v, "Sam");
    v.press(Command::Undo).sees("There is nothing to take back");
    v.runs("back to your own").press(Command::Undo);
    v.press(Command::Undo).press(Command::Journal);
    v.sees("Mine alone.");
}

#[test]
fn a_friend_has_a_name_and_while_names_are_hidden_it_is_not_shown() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::PracticeHome).press(Command::Chairs);
    v.press_times(Command::NextField, 2);
    v.press(Command::NextValue).press(Command::Save);
    v.sees("The name of your friend, please")
        .press(Command::Back);
    lends(&mut v, "Samira");
    v.sees("Samira").press(Command::HideNames);
    v.sees_not("Samira").press(Command::Last).sees_not("Samira");
}
