//! Two chairs: two friends at one laptop, a cover between them, both ratings sealed until both are done.

use greenroom::keys::{Command, Context};

use crate::visit::{Visit, secs};

/// Both take their seats; Sam, whose home it is, answers first.
pub fn seated(v: &mut Visit) -> &mut Visit {
    v.runs("two chairs").is_in(Context::Line);
    v.types("Sam").press(Command::NextField);
    v.types("Ana").press(Command::Save).is_in(Context::Cover)
}

/// The one who asks takes the laptop, ticks, taps and notes, and stops the clock.
pub fn listens(v: &mut Visit) -> &mut Visit {
    v.press(Command::Main).is_in(Context::Interviewer);
    v.press(Command::Main).wait(secs(58));
    v.press(Command::Tick).press(Command::TapFiller);
    v.press(Command::TapLost).press(Command::Pick1);
    v.press(Command::NextPane).is_in(Context::Jot);
    v.types("one week measured").press(Command::Save);
    v.press(Command::Main).is_in(Context::Ticks)
}

/// Strong all along.
pub fn gives_words(v: &mut Visit) -> &mut Visit {
    v.press(Command::Main).press_times(Command::Level4, 8);
    v.press(Command::Main).is_in(Context::Line)
}

/// The rating of the one who asks is sealed.
fn seals(v: &mut Visit) -> &mut Visit {
    v.types("no figure there").press(Command::NextField);
    v.types("the opening line").press(Command::NextField);
    v.types("say the number first").press(Command::Save);
    v.is_in(Context::Cover)
}

/// Up to the descriptions behind the cover.
pub fn to_fits(v: &mut Visit) -> &mut Visit {
    listens(v);
    gives_words(v);
    seals(v).press(Command::Main).press(Command::Main);
    v.is_in(Context::Fits)
}

/// The one who answered rates the answer, the first description each time, and seals it.
fn rates_own(v: &mut Visit) -> &mut Visit {
    v.press(Command::Main).is_in(Context::Ticks);
    v.press(Command::Main).is_in(Context::Fits);
    while v.context() == Context::Fits {
        v.press(Command::Main);
    }
    v.is_in(Context::Line).types("I said one week");
    v.press(Command::Save).is_in(Context::Cover)
}

/// A whole question, up to both ratings.
pub fn to_both(v: &mut Visit) -> &mut Visit {
    listens(v);
    gives_words(v);
    seals(v);
    rates_own(v);
    v.press(Command::Main).is_in(Context::Reveal)
}

#[test]
fn two_friends_ask_rate_behind_a_cover_and_open_both_ratings() {
    let mut v = Visit::new();
    v.press(Command::PracticeHome).press(Command::Chairs);
    v.sees("Friend's name").types("Sam").press(Command::Save);
    v.toast("Both names, please");
    v.types("Ana").press(Command::Save).is_in(Context::Cover);
    v.sees("Ana has the interviewer's chair.")
        .sees("Please pass the laptop to Ana.")
        .sees("1 of 4");
    v.press(Command::Main).sees("Ana asks, Sam answers");
    v.sees("Enter starts the clock");
    v.press(Command::Main).press(Command::Main);
    v.toast("The clock has just begun");
    v.wait(secs(58)).press(Command::Tick).sees("[x]");
    v.press(Command::TapLost).sees("lost me 1");
    v.press(Command::Undo).sees("lost me 0").sees("[x]");
    v.press(Command::Pick1).sees("asked 1:0");
    v.press(Command::NextPane).types("one week measured");
    v.press(Command::Save).sees("one week measured");
    v.press(Command::Main).sees("Ana rates Sam").sees("[x]");
    gives_words(&mut v);
    seals(&mut v).sees("Please pass the laptop to Sam.");
    rates_own(&mut v)
        .sees("Both ratings are sealed.")
        .sees("Space open them");
    v.press(Command::Main).is_in(Context::Reveal);
    v.sees("Both ratings, open now").sees("Sam answered");
    v.press(Command::Level3).sees("Solid");
    v.press(Command::First).press(Command::Level3);
    let file = v.file("practice/….toml");
    file.contains("rater = \"now\"")
        .contains("rater = \"partner\"");
    file.lacks("rater = \"agreed\"").lacks("friend_answer");
    v.press(Command::Main)
        .sees("2 of 4")
        .sees("Please pass the laptop to Sam.");
    v.file("practice/….toml").contains("rater = \"agreed\"");
    v.file("profile.toml")
        .contains("friend = \"Ana\"")
        .contains("name = \"Sam\"");
}

#[test]
fn nothing_of_one_rating_is_on_any_screen_before_both_are_sealed() {
    let mut v = Visit::new().ignore_toasts();
    seated(&mut v);
    let asks = [
        "figure there",
        "opening line",
        "number first",
        "Strong",
        "one week measured",
        "lost me",
    ];
    let cover = |v: &mut Visit| {
        for words in asks
            .iter()
            .chain(&["[x]", "[ ]", "said", "rate it", "I said"])
        {
            v.sees_not(words);
        }
    };
    cover(&mut v);
    listens(&mut v);
    gives_words(&mut v);
    seals(&mut v);
    cover(&mut v);
    v.press(Command::Pause).sees("Paused").press(Command::Back);
    cover(&mut v);
    let hidden = |v: &mut Visit| {
        let screen = v.screen().text();
        for words in asks.iter().chain(&["[x]", "[~]"]) {
            assert!(!screen.contains(words), "{words}:\n{screen}");
        }
    };
    v.press(Command::Main).is_in(Context::Ticks);
    hidden(&mut v);
    v.press(Command::View);
    hidden(&mut v);
    v.press(Command::View)
        .press(Command::Main)
        .is_in(Context::Fits);
    v.press(Command::Pause)
        .press(Command::Down)
        .press(Command::Main);
    v.press(Command::PracticeHome).press(Command::Main);
    cover(&mut v);
    v.press(Command::Main).press(Command::Main);
    while v.context() == Context::Fits {
        hidden(&mut v);
        v.press(Command::Main);
    }
    hidden(&mut v);
    v.file("practice/….toml").lacks("[[rating]]");
    v.types("I said one week");
    hidden(&mut v);
    v.press(Command::Save);
    cover(&mut v);
    v.press(Command::Main)
        .sees("number first")
        .sees("I said one week")
        .sees("Strong");
}

#[test]
fn killed_anywhere_it_goes_on_behind_a_cover_and_nothing_is_lost() {
    let mut v = Visit::new().ignore_toasts();
    seated(&mut v).press(Command::Main).press(Command::Main);
    v.wait(secs(40))
        .press(Command::Tick)
        .press(Command::TapLost);
    v.press(Command::NextPane)
        .types("half a note")
        .wait(secs(3));
    v.kill().press(Command::PracticeHome).press(Command::Main);
    v.is_in(Context::Cover)
        .sees_not("half a note")
        .press(Command::Main);
    v.is_in(Context::Jot)
        .sees("half a note")
        .sees("0:4")
        .sees("[x]");
    v.press(Command::Save).sees("The clock stands at 0:4");
    v.press(Command::Main).wait(secs(9));
    v.sees("0:5").press(Command::Main).is_in(Context::Ticks);
    gives_words(&mut v).types("no figure there").wait(secs(3));
    v.kill().press(Command::PracticeHome).press(Command::Main);
    v.is_in(Context::Cover).sees("laptop to Ana");
    v.press(Command::Main).sees("[x]");
    v.press(Command::Main)
        .press(Command::Main)
        .sees("no figure there");
    v.press(Command::Save).sees("laptop to Sam");
    v.kill().press(Command::PracticeHome).press(Command::Main);
    rates_own(v.sees("laptop to Sam"));
    v.kill().press(Command::PracticeHome).press(Command::Main);
    v.sees("Both ratings are sealed")
        .press(Command::Main)
        .sees("no figure there");
}

#[test]
fn what_a_friend_answers_counts_nowhere_and_both_get_a_page() {
    let mut v = Visit::new().ignore_toasts();
    seated(&mut v);
    for n in 0..4 {
        to_both(&mut v);
        v.press(Command::Main);
        v.is_in(if n < 3 {
            Context::Cover
        } else {
            Context::Ended
        });
    }
    v.sees("Two chairs with Ana: the end").sees("Sam: ");
    let file = v.file("practice/….toml");
    assert_eq!(file.count("[[answer]]"), 2, "{}", file.text);
    assert_eq!(file.count("[[friend_answer]]"), 2);
    assert_eq!(file.count("[[friend_rating]]"), 4);
    let model = v.app().model();
    assert_eq!(model.practice.history.facts().len(), 2);
    v.press(Command::Save).toast("two-chairs");
    let page = v.file("exports/….md");
    page.contains("Ana: ")
        .contains("Sam: ")
        .contains("would change");
    page.contains("1:02 one week measured")
        .contains("1:00 Asked: ")
        .contains("Heard by neither: ");
    v.restart();
    assert_eq!(v.app().model().practice.history.facts().len(), 2);
    v.press(Command::HideNames).runs("past sittings");
    v.sees_not("Ana").press(Command::Main).sees_not("Ana");
    v.press(Command::Save).toast("Names are hidden");
}

#[test]
fn a_question_can_be_left_out_and_an_end_before_the_end_is_one() {
    let mut v = Visit::new().ignore_toasts();
    seated(&mut v).press(Command::Main).press(Command::Pause);
    v.sees("Skip this question")
        .press(Command::Down)
        .press(Command::Main);
    v.is_in(Context::Cover).sees("2 of 4").sees("laptop to Sam");
    listens(&mut v)
        .press(Command::Pause)
        .sees_not("Skip this question");
    v.press(Command::Down).press(Command::Main);
    v.runs("unfinished").sees("Two chairs with Ana");
}

#[test]
fn the_card_can_be_used_on_the_smallest_screen() {
    let mut v = Visit::new().size(40, 10).ignore_toasts();
    seated(&mut v).sees("laptop to Ana").press(Command::Main);
    v.press(Command::Main)
        .wait(secs(5))
        .sees("0:0")
        .sees("1 of ");
    v.press(Command::Tick).sees("[x] 1 of");
    v.press(Command::Down).sees("[ ] 2 of");
}

#[test]
fn the_smallest_screen_shows_the_follow_ups_and_what_is_heard_is_noted_over_them() {
    let mut v = Visit::new().size(40, 10);
    seated(&mut v).press(Command::Main).press(Command::Main);
    v.wait(secs(5)).press(Command::View);
    v.press(Command::Down).sees("1  ");
    v.press(Command::Pick1).sees("asked 0:0");
    v.press(Command::TapLost).press(Command::Tick);
    v.toast("Points are ticked on the card");
    v.press(Command::View).sees("lost me");
    v.press(Command::Undo).press(Command::View);
    v.press(Command::NextPane).is_in(Context::Jot);
}

#[test]
fn what_both_had_half_typed_is_open_again_and_is_no_note_on_the_next_question() {
    let mut v = Visit::new().ignore_toasts();
    to_both(seated(&mut v));
    v.press(Command::Edit).types(" and the calm").wait(secs(3));
    v.kill().press(Command::PracticeHome).press(Command::Main);
    v.press(Command::Main).is_in(Context::Line);
    v.sees("and the calm").press(Command::Save);
    v.is_in(Context::Reveal).sees("and the calm");
    v.press(Command::Main).press(Command::Main);
    v.is_in(Context::Interviewer).sees_not("and the calm");
}

#[test]
fn a_word_that_is_taken_back_is_given_again_on_its_own_line() {
    let mut v = Visit::new().ignore_toasts();
    listens(seated(&mut v)).press(Command::Main);
    v.press(Command::Level4).press(Command::Level2);
    v.press(Command::Undo).press(Command::Level3);
    let screen = v.screen().text();
    let lines = screen.lines().filter(|line| line.ends_with(" Solid"));
    let open = screen.lines().filter(|line| line.contains("no word yet"));
    assert_eq!((lines.count(), open.count()), (1, 3), "{screen}");
    let row = |words: &str| screen.lines().position(|line| line.contains(words));
    assert!(row("Solid") < row("no word yet"), "{screen}");
}

#[test]
fn what_was_written_and_asked_while_listening_stands_beside_both_ratings() {
    let mut v = Visit::new().ignore_toasts();
    to_both(seated(&mut v)).sees("While Ana listened");
    v.sees("1:02 one week measured").sees("1:00 Asked: ");
    v.press_times(Command::Down, 20).sees("Heard by neither");
    v.sees("- Says who or what paid for it");
}

#[test]
fn behind_the_cover_no_screen_leads_to_another_room() {
    let mut v = Visit::new().ignore_toasts();
    to_fits(seated(&mut v)).press(Command::Palette);
    v.types("two chairs").sees_not("practice with a friend");
}

#[test]
fn both_names_are_taken_back_by_themselves() {
    let mut v = Visit::new().ignore_toasts();
    v.runs("two chairs").types("Sam").press(Command::NextField);
    v.types("Ana").press(Command::Back);
    v.file("profile.toml").contains("friend = \"Ana\"");
    v.press(Command::Undo).sees("both names");
    v.file("profile.toml").lacks("friend = \"Ana\"");
}

#[test]
fn columns_hold_with_a_long_name_or_give_way_to_lines() {
    let mut v = Visit::new().size(120, 40).ignore_toasts();
    v.runs("two chairs").types("Christopher-James");
    v.press(Command::NextField)
        .types("Ana")
        .press(Command::Save);
    to_both(&mut v);
    v.sees("Christopher-James Not yet, Ana Strong, three apart");
    let mut v = Visit::new().size(120, 40).ignore_toasts();
    to_both(seated(&mut v));
    v.sees("three apart").sees("agreed");
}
