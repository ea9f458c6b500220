//! A text field never loses a letter, and a letter in it is never a command.

use greenroom::keys::{Command, Context};

use crate::places::{self, ALL};
use crate::visit::Visit;

/// Letters that are commands elsewhere, wide ones, a space.
const WORDS: &str = "q?:/ 1x jk \"é日\"";

/// Types the words on a screen; they must stand there, and the screen must be the same.
fn keeps(v: &mut Visit, name: &str, context: Context) {
    v.types(WORDS);
    assert_eq!(
        v.context(),
        context,
        "{name}: the screen changed\n{}",
        v.screen()
    );
    assert!(
        v.screen().has(WORDS),
        "{name}: letters are missing\n{}",
        v.screen()
    );
    assert_eq!(v.left, None, "{name}");
}

#[test]
fn every_text_field_takes_every_letter() {
    for place in ALL {
        let text = matches!(
            place.context,
            Context::Answer
                | Context::Code
                | Context::Area
                | Context::Line
                | Context::Jot
                | Context::Find
                | Context::Palette
                | Context::Debrief
        );
        if text {
            keeps(&mut places::at(place), place.name, place.context);
        }
    }
}

#[test]
fn every_field_of_every_form_takes_every_letter() {
    for name in ["application", "new entry", "debrief, the rest"] {
        let place = ALL.iter().find(|p| p.name == name).expect("a place");
        let mut v = places::at(place);
        v.press_times(Command::PrevField, 30);
        for field in 0..30 {
            let context = v.context();
            if matches!(context, Context::Line | Context::Area) {
                // A field may be narrower than the words: the end of them is seen first, then their start.
                v.press(Command::DeleteLineStart).types(WORDS);
                v.is_in(context).sees("\"é日\"");
                v.press(Command::LineStart).sees("q?:/ 1x");
                assert_eq!(v.left, None, "{name}, field {field}");
            }
            v.press(Command::NextField);
        }
    }
}

#[test]
fn letters_on_a_choice_only_look_for_a_value() {
    for place in ALL.iter().filter(|p| {
        matches!(
            p.context,
            Context::Choice | Context::Values | Context::Listed | Context::Many
        )
    }) {
        let mut v = places::at(place);
        v.types("q?:/xXpgnaqQ");
        if v.context() == Context::Pick {
            v.press(Command::Back);
        }
        v.is_in(place.context);
        assert_eq!(v.left, None, "{}", place.name);
    }
}

#[test]
fn after_a_debrief_line_a_letter_starts_the_next_one() {
    let place = ALL
        .iter()
        .find(|p| p.name == "debrief, mark")
        .expect("a place");
    let mut v = places::at(place);
    v.types("q?:/ x jk")
        .is_in(Context::Debrief)
        .sees("q?:/ x jk")
        .sees("And your salary?");
}

#[test]
fn a_pasted_page_arrives_whole_and_runs_nothing() {
    let page: String = (0..400)
        .map(|i| format!("Line {i}: q x ? : quit\n"))
        .collect::<Vec<_>>()
        .concat();
    let mut v = places::visit();
    places::drill(&mut v, 1);
    places::on_to(&mut v, Context::Answer);
    v.pastes(&page).is_in(Context::Answer).sees("Line 399");
    v.press(Command::Save);
    let file = v.file("practice/2026/2026-03-03….toml");
    file.contains("Line 0: q x ? : quit")
        .contains("Line 399: q x ? : quit");
    let mut v = places::visit();
    v.press(Command::Journal).press(Command::New).pastes(&page);
    v.press(Command::Undo);
    v.sees("0 words");
}

#[test]
fn a_text_goes_to_the_users_own_editor_and_comes_back() {
    for name in [
        "answer",
        "second try",
        "application",
        "application, notes",
        "question of my own",
        "new entry",
        "new entry, tags",
        "debrief, feeling",
        "debrief, questions",
        "debrief, the rest",
    ] {
        let place = ALL.iter().find(|p| p.name == name).expect("a place");
        let mut v = places::at(place).editor(|text| Ok(format!("{text} went outside\n")));
        v.types("This").key("ctrl+g");
        v.sees("This went outside").is_in(place.context);
    }
}

#[test]
fn an_editor_that_fails_changes_nothing() {
    let mut v = Visit::new().editor(|_| Err("vi ended with an error.".to_owned()));
    v.press(Command::Journal)
        .press(Command::New)
        .types("Kept as it is.");
    v.key("ctrl+g").toast("vi ended with an error.");
    v.sees("Kept as it is.").is_in(Context::Area);
}
