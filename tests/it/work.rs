//! The field of work: taken from the role where its words say it, asked for until somebody has answered.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

/// A new job with its role, the mark on the role.
fn with_role(role: &str) -> Visit {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("St. Mary")
        .press(Command::NextField)
        .types(role);
    v
}

#[test]
fn a_nurse_is_offered_the_panel_of_a_ward() {
    let mut v = with_role("Staff nurse, cardiology ward");
    v.sees("Field of work")
        .sees("Nursing")
        .sees("from the role");
    v.press(Command::NextField)
        .press_times(Command::NextValue, 5)
        .sees("Ward panel");
    v.press(Command::Save)
        .toast("Saved. Your field of work is now Nursing.");
    v.file("profile.toml").contains("family = \"nursing\"");
    v.press(Command::Today).sees_not("Say what work you do");
    v.press(Command::Undo).toast("Taken back: the change to");
    v.press(Command::Undo)
        .toast("Taken back: the field of work")
        .sees("Say what work you do");
}

#[test]
fn what_was_chosen_by_hand_is_not_guessed_over() {
    let mut v = with_role("Nurse");
    v.press_times(Command::NextField, 4)
        .press(Command::NextValue)
        .sees("Care and support work")
        .press_times(Command::PrevField, 4)
        .types(" at home")
        .sees("Care and support work")
        .wait(crate::visit::secs(3))
        .kill();
    v.press(Command::Roadmap)
        .press(Command::New)
        .sees("Care and support work")
        .press(Command::Save)
        .toast("now Care and support work");
    v.file("profile.toml").contains("family = \"care\"");
}

#[test]
fn who_has_said_it_is_not_asked_again() {
    let mut v = with_role("Nurse");
    v.press(Command::Save).toast("Saved.");
    v.press(Command::New).sees_not("Field of work");
}

#[test]
fn the_line_stays_on_today_until_it_is_answered() {
    let mut v = with_role("Engineer");
    v.press(Command::Save).toast("Saved.");
    v.press(Command::Today).sees("Say what work you do");
    v.restart().sees("Say what work you do");
    let line = |v: &mut Visit| {
        for _ in 0..12 {
            if v.screen().has("general questions are enough") {
                return;
            }
            v.press(Command::Down);
        }
    };
    line(&mut v);
    v.press(Command::Main)
        .is_in(Context::Listed)
        .press(Command::Back)
        .sees("Say what work you do");
    line(&mut v);
    v.press(Command::Remove)
        .toast("General questions it is.")
        .sees_not("Say what work you do");
    v.restart().sees_not("Say what work you do");
}

#[test]
fn general_is_an_answer_too() {
    let mut v = with_role("Engineer");
    v.press(Command::Save).toast("Saved.");
    v.press(Command::Today).runs("field of work");
    v.press(Command::NextValue)
        .press(Command::PrevValue)
        .press(Command::Back)
        .sees_not("Say what work you do");
}

#[test]
fn a_half_written_job_keeps_its_notes_when_the_field_of_work_is_said_in_between() {
    let mut v = with_role("Backend");
    v.press_times(Command::NextField, 7).is_in(Context::Area);
    v.types("Ask for the salary band.").press(Command::Back);
    v.runs("go to the settings: field")
        .types("software")
        .press(Command::Main)
        .press(Command::Back);
    v.press(Command::Roadmap)
        .press(Command::New)
        .sees("Ask for the salary band.")
        .press(Command::Save);
    v.file("applications/….toml")
        .contains("notes = \"Ask for the salary band.\"");
    v.hears_something();
}
