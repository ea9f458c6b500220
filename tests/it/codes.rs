//! The code of an interview in the studio: typed in any way, told what it asks for, and sat.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, secs};

/// A mock that was sat by somebody, its code, and its first question.
fn a_friend_sat() -> (String, String) {
    let mut v = Visit::new();
    places::whole(&mut v, "recruiter-screen-20");
    let head = v.file("practice/2026/….toml").text;
    let code = head.split("code = \"").nth(1).expect("a code");
    let code = code.split('"').next().expect("its end");
    let asked = head.split("question = \"").nth(1).expect("a question");
    let asked = asked.split('"').next().expect("its end");
    (code.to_owned(), asked.to_owned())
}

/// The field, from Practice.
fn field() -> Visit {
    let mut v = Visit::new();
    v.press(Command::PracticeHome);
    while !v.screen().has("from the end of a mock or from a friend") {
        v.press(Command::Down);
    }
    v.press(Command::Main)
        .is_in(Context::Code)
        .sees("0 of 15")
        .sees("at the end of the page of every mock");
    v
}

#[test]
fn a_code_is_typed_in_any_way_told_what_it_is_and_sat() {
    let (code, asked) = a_friend_sat();
    for written in [
        code.clone(),
        code.to_lowercase().replace('-', " "),
        format!(" {} ", code.replace('-', "").to_lowercase()),
    ] {
        let mut v = field();
        v.types(&written)
            .sees("15 of 15")
            .sees("Recruiter call, 20 minutes")
            .sees("Drawn for: ")
            .sees("Enter sits it.");
        v.press(Command::Main).sees("part 1 of");
        v.file("practice/2026/….toml").contains(&asked);
        // What comes after it is Practice.
        v.press(Command::Pause);
        v.press_times(Command::Down, 3).press(Command::Main);
        v.is_in(Context::Practice).toast("Kept.");
    }
}

#[test]
fn a_half_code_and_a_wrong_one_say_so_and_nothing_begins() {
    let (code, _) = a_friend_sat();
    let mut v = field();
    let start: String = code.chars().take(8).collect();
    v.types(&start)
        .press(Command::Main)
        .is_in(Context::Code)
        .toast("A code has 15 letters and digits; these are 7.");
    v.press(Command::LineStart).press(Command::DeleteLineEnd);
    v.wait(secs(5));
    let last = if code.ends_with('7') { "8" } else { "7" };
    let start: String = code.chars().take(code.len() - 1).collect();
    let wrong = format!("{start}{last}");
    v.pastes(&wrong)
        .sees("That is no code of an interview: one letter is wrong or missing.")
        .sees("Compare it letter by letter");
    v.press(Command::Main)
        .is_in(Context::Code)
        .toast("That is no code of an interview");
    v.press(Command::Back).is_in(Context::Practice);
}

#[test]
fn a_code_of_another_library_says_what_changed_before_it_is_sat() {
    let (code, asked) = a_friend_sat();
    // Hidden here, so another question is drawn.
    let overlay =
        format!("format = 1\n\n[[question]]\nid = \"greenroom/{asked}\"\ndisabled = true\n");
    let mut v = Visit::new().with_file("overlay.toml", &overlay);
    v.runs("interview again by its code").pastes(&code);
    v.sees("The library was changed here, by a pack, hidden questions")
        .press(Command::Main)
        .sees("part 1 of")
        .toast("some questions are not the same");
}

#[test]
fn the_palette_the_help_and_the_page_of_a_mock_name_it() {
    let mut v = Visit::new();
    v.runs("by its code").is_in(Context::Code);
    v.press(Command::Help)
        .sees("Sit the interview of this code");
}
