//! Packs in the studio: where a question comes from, what a pack holds, what is wrong with it, taking it away.

use greenroom::desk::go::SetupFor;
use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

const NIGHTS: &str = "[pack]\nformat = 1\nid = \"nights\"\ntitle = \"Night shift: porters\"\nversion = \"1.0.0\"\n\
                      author = \"A night team\"\nlicense = \"private\"\nlanguage = \"en\"\n\
                      [defaults]\nroles = [\"care\"]\n\
                      questions = [\"Why do you want nights?\", \"Who covers for you?\"]\n";

fn visit() -> Visit {
    Visit::new()
        .with_file("packs/nights.toml", NIGHTS)
        .with_file("packs/odd.toml", "questions = 3\n")
}

fn at_the_packs() -> Visit {
    let mut v = visit();
    v.runs("question packs")
        .is_in(Context::Packs)
        .toast("odd.toml needs a look");
    v
}

#[test]
fn packs_say_what_they_hold_and_a_broken_one_where_it_is_broken() {
    let mut v = at_the_packs();
    v.sees("Night shift: porters")
        .sees("2 questions")
        .sees("nights, 1.0.0, A night team, private")
        .press(Command::Down)
        .sees("cannot be used")
        .sees("packs/odd.toml:1:13")
        .press(Command::Main)
        .toast("cannot be used before it is mended");
}

#[test]
fn the_questions_of_a_pack_are_browsed_with_their_source_and_practiced() {
    let mut v = at_the_packs();
    v.press(Command::Main)
        .is_in(Context::Library)
        .sees("Filter: Night shift: porters")
        .sees("2 of ")
        .sees("Who covers for you?")
        .press(Command::Main)
        .sees("core; Night shift: porters.")
        .press(Command::Close)
        .press(Command::Practice)
        .sees("‹ Night shift: porters ›")
        .sees("2 questions match")
        .press(Command::Save)
        .is_in(Context::Think)
        .sees("Night shift: porters");
}

#[test]
fn a_drill_of_a_pack_goes_by_its_name_and_says_that_it_goes_by_its_list() {
    let mut v = at_the_packs();
    v.press(Command::Practice)
        .press_times(Command::PrevField, 5);
    v.press_times(Command::NextValue, 2).press(Command::Save);
    v.is_in(Context::Think).sees("The next in the list.");
    v.file("practice/….toml")
        .contains("title = \"Night shift: porters\"")
        .contains("why = \"listed\"");
}

#[test]
fn the_set_up_of_a_drill_can_leave_a_pack_for_all_that_fits() {
    let mut v = at_the_packs();
    v.press(Command::Practice).sees("2 questions match");
    v.press_times(Command::PrevField, 13)
        .press_times(Command::PrevValue, 3);
    v.sees("‹ all that fits ›").sees_not("2 questions match");
}

#[test]
fn the_filter_of_the_library_names_each_pack() {
    let mut v = visit();
    v.press(Command::PracticeHome)
        .runs("question library")
        .press(Command::Filter)
        .press_times(Command::NextField, 6)
        .press_times(Command::NextValue, 3)
        .sees("Night shift: porters")
        .sees("2 questions match")
        .press(Command::PrevValue)
        .sees("my own")
        .toast("odd.toml needs a look");
}

#[test]
fn a_removed_pack_is_in_the_trash_and_undo_brings_it_back() {
    let mut v = at_the_packs();
    v.press(Command::Remove)
        .toast("Night shift: porters is in the trash")
        .sees_not("A night team");
    assert_eq!(v.files("packs/nights.toml"), Vec::<String>::new());
    v.file("trash/…/packs/nights.toml")
        .contains("Why do you want nights?");
    v.press(Command::Undo)
        .toast("Taken back: removing Night shift")
        .sees("A night team");
    v.file("packs/nights.toml")
        .contains("Why do you want nights?");
    v.press(Command::Redo)
        .toast("Done again")
        .sees_not("A night team");
    v.hears_something();
}

#[test]
fn an_answered_question_that_an_update_dropped_is_retired_and_keeps_its_answer() {
    let mut v = visit();
    v.runs("question packs")
        .toast("odd.toml needs a look")
        .press(Command::Main)
        .press(Command::Main)
        .press(Command::Main);
    while v.context() != Context::Results {
        crate::places::rate_on(&mut v);
    }
    let fewer = NIGHTS.replace("\"Why do you want nights?\", ", "");
    v.meddles("packs/nights.toml", &fewer).restart();
    v.press(Command::Today).sees("Retired: nights/q-why");
    v.runs("question packs").sees("1 answered question retired");
    v.press(Command::Close)
        .press(Command::Progress)
        .press(Command::Main)
        .press(Command::Main);
    v.sees("What you practiced with it stays.");
    v.hears_something();
}

#[test]
fn a_question_of_a_pack_gets_other_words_and_undo_gives_the_old_ones_back() {
    let mut v = at_the_packs();
    v.press(Command::Main)
        .press(Command::Edit)
        .sees("This question")
        .sees("Why do you want nights?")
        .types(" And why here?")
        .press(Command::Save)
        .toast("It has these words now; its answers stay with it.")
        .is_in(Context::Library)
        .sees("Why do you want nights? And why here?");
    v.file("overlay.toml")
        .contains("id = \"nights/q-why-")
        .contains("text = \"Why do you want nights? And why here?\"");
    v.file("packs/nights.toml").lacks("And why here?");
    v.press(Command::Undo)
        .toast("Taken back: changing the question")
        .sees_not("And why here?")
        .press(Command::Redo)
        .toast("Done again")
        .sees("And why here?")
        .press(Command::Main)
        .press(Command::Edit)
        .press(Command::Back)
        .toast("Not changed.")
        .is_in(Context::Question);
    v.hears_something();
}

#[test]
fn other_words_for_a_question_stay_where_the_disk_is_full_and_where_the_form_is_left() {
    let mut v = at_the_packs();
    v.press(Command::Main)
        .press(Command::Edit)
        .types(" And why here?")
        .disk_fills_up();
    v.press(Command::Save)
        .toast("could not be saved")
        .sees("This question")
        .sees("And why here?");
    v.disk_has_room()
        .press(Command::Back)
        .toast("Closed. What you typed is kept");
    v.wait(secs(3)).press(Command::Today).sees_not("Go on with");
    v.runs("question packs")
        .press(Command::Main)
        .press(Command::Edit)
        .sees("goes on here")
        .sees("And why here?");
    v.press(Command::Save).toast("It has these words now");
    v.file("overlay.toml").contains("And why here?");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
    v.hears_something();
}

#[test]
fn a_question_of_a_pack_is_taken_out_and_comes_back() {
    let mut v = at_the_packs();
    v.press(Command::Main)
        .sees("2 of ")
        .press(Command::Remove)
        .toast("Taken out; its answers stay.")
        .sees("1 of ")
        .press(Command::Undo)
        .toast("Taken back: taking the question out")
        .sees("2 of ")
        .press(Command::Main)
        .press(Command::Remove)
        .toast("Taken out")
        .is_in(Context::Library)
        .sees("1 of ");
    v.file("overlay.toml").contains("disabled = true");
    v.restart();
    v.runs("question packs").press(Command::Main).sees("1 of ");
    v.hears_something();
}

#[test]
fn one_s_own_question_is_changed_the_same_way_and_one_of_the_library_is_not() {
    let bank = "format = 1\n[[question]]\nid = \"q-own\"\ntext = \"Which shoes?\"\n";
    let mut v = Visit::new().with_file("questions/mine.toml", bank);
    v.runs("question library")
        .press(Command::Edit)
        .toast("It comes with Greenroom and stays as it is.")
        .press(Command::Find)
        .types("which shoes")
        .press(Command::Main)
        .press(Command::Main)
        .is_in(Context::Question)
        .press(Command::Edit)
        .types(" And why?")
        .press(Command::Save)
        .toast("It has these words now")
        .sees("Which shoes? And why?");
}

#[test]
fn a_pack_that_was_added_shows_in_practice_and_on_an_empty_today() {
    let mut v = Visit::new().with_file("packs/nights.toml", NIGHTS);
    v.opens()
        .sees("Pack: Night shift: porters")
        .sees("2 questions that you added")
        .press(Command::Down)
        .press(Command::Main)
        .sees("2 questions match")
        .sees("only 2 there, about ")
        .press(Command::Back)
        .press(Command::PracticeHome)
        .sees("Pack: Night shift: porters")
        .sees("2 questions");
    while !v.screen().has("A drill with the questions of this pack") {
        v.press(Command::Down);
    }
    v.press(Command::Main).sees("2 questions match");
}

#[test]
fn without_packs_it_says_how_to_get_one() {
    Visit::new()
        .runs("question packs")
        .sees("No packs yet.")
        .press(Command::Remove)
        .toast("There is no pack here.");
}

#[test]
fn a_drill_from_a_pack_waits_until_the_pack_is_read() {
    let mut v = Visit::new().with_file("packs/nights.toml", NIGHTS);
    v.disk_is_slow();
    v.drills(&SetupFor {
        packs: vec!["nights".to_owned()],
        ..SetupFor::default()
    });
    v.is_in(Context::Today);
    v.disk_catches_up().is_in(Context::Think).sees("1 of 2");
}

#[test]
fn a_question_that_was_taken_out_waits_in_the_trash_also_after_the_program_was_closed() {
    let mut v = Visit::new().with_file("packs/nights.toml", NIGHTS);
    v.runs("question packs")
        .press(Command::Main)
        .press(Command::Remove)
        .toast("Taken out")
        .sees("1 of ")
        .restart();
    v.runs("trash")
        .sees("Question: Why do you want nights?")
        .sees("taken out of Night shift: porters")
        .press(Command::Main)
        .toast("Back among the questions of its pack.")
        .sees_not("taken out of Night shift");
    v.press(Command::Undo)
        .toast("Taken back: bringing the question back")
        .sees("taken out of Night shift: porters")
        .press(Command::Main)
        .toast("Back among the questions")
        .press(Command::Close)
        .runs("question packs")
        .press(Command::Main)
        .sees("2 of ");
}

#[test]
fn an_older_pack_goes_back_into_its_place_and_the_newer_one_waits_for_it() {
    let mut v = Visit::new()
        .with_file("packs/nights.toml", NIGHTS)
        .with_file(
            "trash/2026-11-20T091500/packs/nights.toml",
            &NIGHTS.replace("\"Why do you want nights?\", ", ""),
        );
    v.runs("trash")
        .sees("Pack: nights, before a change")
        .sees("09:15")
        .press(Command::Main)
        .toast("packs/nights.toml is as it was then")
        .sees("Pack: nights, before a change");
    assert_eq!(v.files("packs/…"), ["packs/nights.toml"]);
    v.press(Command::Close)
        .runs("question packs")
        .sees("1 question")
        .sees_not("cannot be used");
    v.file("trash/…/packs/nights.toml")
        .contains("Why do you want nights?");
}

#[test]
fn a_drill_of_a_pack_is_one_that_somebody_set_up() {
    let mut v = Visit::new()
        .ignore_toasts()
        .with_file("packs/nights.toml", NIGHTS);
    let to = |v: &mut Visit, row: &str, key: Command| {
        for _ in 0..20 {
            if v.screen().has(&format!("▌ {row}")) {
                return;
            }
            v.press(key);
        }
        panic!("no {row}\n{}", v.screen());
    };
    v.press(Command::PracticeHome).press(Command::Practice);
    to(&mut v, "From", Command::PrevField);
    v.press(Command::PrevValue).sees("‹ Night shift: porters ›");
    to(&mut v, "Rate", Command::NextField);
    v.press(Command::NextValue).sees("(•) all at the end");
    v.press(Command::Save).is_in(Context::Think);
    places::on_to(&mut v, Context::Results);
    v.press(Command::Close);
    v.press(Command::PracticeHome).press(Command::Practice);
    v.sees("(•) all at the end");
}
