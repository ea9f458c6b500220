//! What they were told: a salesperson names a figure twice, and promises a link.

use std::time::Duration;

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const FILE: &str = "applications/acme.toml";

const JOB: &str = r#"format = 1
employer = "Acme"
stage = "panel"
since = 2026-02-12
notes = "Notice: six weeks"

[[told]]
about = "pay"
words = "90 to 105"
to = "Lee T."
date = 2026-02-20

[[round]]
stage = "panel"
date = 2026-03-18
time = 10:00:00
"#;

fn sales() -> Visit {
    Visit::new().with_file(FILE, JOB)
}

fn page() -> Visit {
    let mut v = sales();
    v.press(Command::Roadmap)
        .press(Command::Told)
        .is_in(Context::Told);
    v
}

#[test]
fn two_keys_from_the_road_write_one_down() {
    let mut v = page();
    v.sees("What you told Acme")
        .sees("90 to 105")
        .sees("Lee T., 20 Feb")
        .sees("Notice: six weeks");
    v.press(Command::New)
        .press(Command::NextValue)
        .press(Command::NextField)
        .types("four weeks")
        .press(Command::NextField)
        .types("J. Moreau")
        .press(Command::Save)
        .toast("Saved.");
    v.is_in(Context::Told).sees("four weeks");
    v.file(FILE)
        .contains("about = \"notice\"")
        .contains("to = \"J. Moreau\"")
        .contains("date = 2026-03-02");
    // The note says the same thing no more: one idea, one place.
    v.sees_not("Notice: six weeks");
    v.press(Command::Undo)
        .toast("Taken back: what you told them");
    v.file(FILE).lacks("four weeks");
}

#[test]
fn another_figure_is_marked_on_both_lines_and_told_when_it_is_saved() {
    let mut v = page();
    v.press(Command::New)
        .press(Command::NextField)
        .types("110")
        .press(Command::Save)
        .toast("Saved. It differs from the other line (Lee T., 20 Feb): 90 to 105.");
    v.sees("differs from 20 Feb").sees("differs from 2 Mar");
}

#[test]
fn the_same_figure_differs_from_nothing() {
    let mut v = page();
    v.press(Command::New)
        .press(Command::NextField)
        .types("90 to 105.")
        .press(Command::Save)
        .toast("Saved.");
    v.sees_not("differs");
}

#[test]
fn a_promise_is_due_on_today_until_it_is_sent() {
    let mut v = page();
    v.press(Command::New);
    v.press_times(Command::NextValue, 5)
        .press(Command::NextField)
        .types("the talk link")
        .press(Command::NextField)
        .types("J. Moreau")
        .press(Command::NextField)
        .press(Command::DeleteLineStart)
        .types("27 feb")
        .press(Command::Save)
        .toast("Saved.");
    v.sees("not sent yet");
    v.press(Command::Today)
        .sees("The talk link, promised to J. Moreau");
    while !v
        .screen()
        .rows()
        .iter()
        .any(|row| row.contains('▌') && row.contains("talk link"))
    {
        v.press(Command::Down);
    }
    v.press(Command::Done).toast("Sent: the talk link.");
    v.sees_not("The talk link, promised");
    v.file(FILE).contains("sent = true");
    v.press(Command::Undo)
        .toast("Taken back")
        .sees("The talk link, promised");
}

#[test]
fn the_card_of_the_next_round_says_what_they_were_told() {
    let mut v = page();
    v.press(Command::Card)
        .sees("Told them")
        .sees("Pay: 90 to 105 (Lee T., 20 Feb)")
        .sees("Notice: six weeks");
}

#[test]
fn what_is_half_typed_comes_back() {
    let mut v = page();
    v.press(Command::New)
        .press(Command::NextField)
        .types("110, I th")
        .wait(Duration::from_secs(2));
    v.kill();
    v.sees("Go on with: what you told Acme");
    v.press(Command::Roadmap)
        .press(Command::Told)
        .press(Command::New)
        .sees("110, I th")
        .sees("goes on here");
}

#[test]
fn what_is_half_typed_of_a_line_that_was_removed_goes_on_as_a_new_one() {
    let mut v = page().ignore_toasts();
    v.press(Command::Edit)
        .press(Command::NextField)
        .types(", all in")
        .press(Command::Back)
        .press(Command::Remove)
        .sees("Nothing yet")
        .press(Command::Today)
        .sees("Go on with: what you told Acme")
        .press(Command::Main)
        .sees("90 to 105, all in")
        .press(Command::Save)
        .press(Command::Today)
        .sees_not("Go on with");
    v.file(FILE).contains("90 to 105, all in");
}

#[test]
fn what_is_half_typed_of_one_line_does_not_come_back_in_another_of_the_same_day() {
    let second = "words = \"a bonus of 10\"\nabout = \"pay\"\ndate = 2026-02-20\n\n[[round]]";
    let job = JOB.replace("[[round]]", &format!("[[told]]\n{second}"));
    let mut v = Visit::new().with_file(FILE, &job).ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::Told)
        .press(Command::Edit)
        .press(Command::NextField)
        .sees("90 to 105")
        .types(", all in")
        .press(Command::Back)
        .press(Command::Remove)
        .press(Command::Edit)
        .sees("a bonus of 10")
        .sees_not("all in");
}

#[test]
fn a_round_says_when_it_was() {
    let mut v = sales().on("2026-03-20");
    v.press(Command::Roadmap)
        .press(Command::Told)
        .press(Command::New)
        .press_times(Command::NextField, 3)
        .press(Command::DeleteLineStart)
        .types("panel")
        .sees("Wed 18 Mar");
}

#[test]
fn a_line_is_changed_and_taken_out() {
    let mut v = page();
    v.press(Command::Main)
        .press(Command::NextField)
        .press(Command::DeleteLineStart)
        .types("95 to 105")
        .press(Command::Save)
        .toast("Saved.")
        .sees("95 to 105");
    v.press(Command::Remove)
        .toast("The line is out.")
        .sees("Nothing yet");
    v.press(Command::Undo).toast("Taken back").sees("95 to 105");
}

#[test]
fn the_debrief_offers_it_with_the_day_and_the_round() {
    let mut v = sales().on("2026-03-18").at("12:00").ignore_toasts();
    v.press(Command::Roadmap).press(Command::Debrief);
    v.press(Command::NextField);
    v.types("Why us?").press(Command::Main).press(Command::Main);
    v.press(Command::Main).press(Command::Main);
    for _ in 0..20 {
        if v.context() != Context::Opens {
            v.press(Command::NextField);
        }
    }
    v.is_in(Context::Opens)
        .sees("You told them")
        .press(Command::Main);
    v.press(Command::NextField)
        .types("100")
        .sees("panel")
        .press(Command::Save);
    v.sees("1 line; add another one");
    v.file(FILE)
        .contains("stage = \"panel\"\ndate = 2026-03-18");
}

#[test]
fn it_stands_in_little_room_too_and_hides_names() {
    for (width, height) in [(40, 10), (60, 15), (120, 40)] {
        let mut v = sales().size(width, height);
        v.press(Command::Roadmap)
            .press(Command::Told)
            .sees("90 to 105");
    }
    let mut v = sales().hides_names();
    v.press(Command::Roadmap)
        .press(Command::Told)
        .sees("90 to 105")
        .sees_not("Lee")
        .sees_not("Acme");
}
