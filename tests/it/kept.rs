//! What is kept with a question that was imported: shown with it, or only after the attempt.

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::Visit;

/// An own bank with a question about twelve lines of code.
fn bank() -> String {
    let lines: Vec<String> = (1..=12).map(|n| format!("let line_{n} = {n};\n")).collect();
    let code = lines.concat();
    format!(
        "format = 1\n\n[[question]]\nid = \"q-lines\"\ntext = \"What is in line seven?\"\nkind = \"technical\"\ntags = [\"Bindings\", \"two-part\"]\nsetup = \"\"\"\n{code}\"\"\"\nnotes = \"\"\"\nA seven,\n    and nothing else.\"\"\"\n"
    )
}

fn visit() -> Visit {
    Visit::new()
        .with_file("questions/mine.toml", &bank())
        .ignore_toasts()
}

/// A sitting of that one question.
fn sits(v: &mut Visit) {
    v.runs("question library").press(Command::Find);
    v.types("line seven").press(Command::Main);
    v.press(Command::Main).press(Command::Main);
}

#[test]
fn an_answer_that_is_kept_opens_only_after_the_attempt() {
    let mut v = visit().size(80, 60);
    v.runs("question library").press(Command::Find);
    v.types("line seven").press(Command::Main);
    v.press(Command::Main).is_in(Context::Question);
    v.sees("let line_12").sees_not("A seven,");
    v.press(Command::Show)
        .sees("Kept with the question")
        .sees("It opens after you have answered once.")
        .sees_not("A seven,");
    let mut v = visit().size(80, 60);
    sits(&mut v);
    for step in [Context::Answer, Context::Evidence, Context::Anchors] {
        places::on_to(&mut v, step);
        v.sees_not("A seven,");
    }
    places::on_to(&mut v, Context::After);
    v.press(Command::Show)
        .sees("Kept with the question")
        .sees("A seven,")
        .sees("    and nothing else.");
    places::on_to(&mut v, Context::Results);
    v.press(Command::Main).sees("A seven,");
    v.runs("question library").press(Command::Find);
    v.types("line seven").press(Command::Main);
    v.press(Command::Main)
        .press(Command::Show)
        .sees("Kept with the question")
        .sees("A seven,");
}

#[test]
fn code_that_a_question_is_about_leaves_room_for_the_question() {
    for (width, height) in [(80, 24), (100, 30), (60, 18)] {
        let mut v = visit().size(width, height);
        sits(&mut v);
        places::on_to(&mut v, Context::Answer);
        v.sees("What is in line seven?").sees("let line_1 = 1;");
        if height >= 24 {
            v.sees("let line_7 = 7;");
        }
    }
}

#[test]
fn topics_of_a_list_are_told() {
    let mut v = visit().size(80, 60);
    v.runs("question library").press(Command::Find);
    v.types("line seven").press(Command::Main);
    v.press(Command::Main)
        .sees("Filed under Bindings.")
        .sees_not("two-part");
}
