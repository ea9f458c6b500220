//! The field of work: taken from the role where its words say it, asked for until somebody has answered.

use greenroom::keys::{Command, Context};

use crate::places;
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
    v.press(Command::Undo).toast("Taken back: the new job at");
    v.press(Command::Undo)
        .toast("Taken back: the field of work")
        .sees("Say what work you do");
}

#[test]
fn what_was_chosen_by_hand_is_not_guessed_over() {
    let mut v = with_role("Nurse");
    v.press_times(Command::NextField, 8)
        .press(Command::NextValue)
        .sees("Care and support work")
        .press_times(Command::PrevField, 8)
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
    v.press_times(Command::NextField, 11).is_in(Context::Area);
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

#[test]
fn a_role_says_how_far_along_somebody_is() {
    let mut v = with_role("Senior backend developer");
    v.press(Command::Save)
        .toast("Saved. Your field of work is now Software; how far along: leads work.");
    v.file("profile.toml").contains("seniority = \"senior\"");
    v.press(Command::Roadmap).press(Command::New);
    v.types("Birch").press(Command::NextField).types("Junior");
    v.press(Command::Save).toast("Saved. u takes it back.");
    v.file("profile.toml").contains("seniority = \"senior\"");
}

#[test]
fn in_first_years_questions_for_first_jobs_come_and_any_event_counts() {
    let drill = |profile: &str| {
        let mut v = Visit::new().with_file("profile.toml", profile);
        v.press(Command::PracticeHome).press(Command::Practice);
        v
    };
    let first = "format = 1\nfamily = \"marketing\"\nseniority = \"entry\"\n";
    let later = "format = 1\nfamily = \"marketing\"\nseniority = \"mid\"\n";
    let count = |v: &mut Visit| {
        let screen = v.screen().text();
        let words = screen.split(" questions match").next().unwrap();
        let figure = words.split_whitespace().last().unwrap();
        figure.parse::<usize>().unwrap()
    };
    let (first, later) = (count(&mut drill(first)), count(&mut drill(later)));
    assert!(first > later, "{first} and {later}");
    let event = "text = \"Tell me about a day when a plan broke.\"\nkind = \"behavioral\"\n";
    let profile = "format = 1\nfamily = \"early-career\"\n";
    let mut v = places::with_question(event).with_file("profile.toml", profile);
    places::at_its_question(&mut v)
        .sees("something from a course, a club or a side job counts, too.");
    let mut v = places::with_question(event);
    places::at_its_question(&mut v).sees_not("a side job counts");
}

#[test]
fn who_said_any_level_is_asked_by_any_level_whatever_the_role_says() {
    let mut v = with_role("Senior backend developer");
    v.press(Command::Save)
        .toast("Saved. Your field of work is now Software; how far along: leads work.");
    v.runs("go to the settings: how far along");
    while !v.screen().has("How far along   ‹ any ›") {
        v.press(Command::NextValue);
    }
    v.press(Command::Save).hears_something();
    v.file("profile.toml").lacks("seniority = ");
    let edits = |v: &mut Visit| {
        v.press(Command::Roadmap).press(Command::Edit);
        v.press_times(Command::NextField, 9)
            .types("Ask for the band.")
            .press(Command::Save)
            .toast("Saved.");
    };
    edits(&mut v);
    v.file("profile.toml").lacks("seniority = ");
    v.press(Command::Roadmap).press(Command::Edit);
    v.press(Command::NextField)
        .types(" II")
        .press(Command::Save);
    v.toast("Saved.");
    v.file("profile.toml").lacks("seniority = ");
    // Nobody said so here: the role is known, and nothing in it is new.
    v.meddles("profile.toml", "format = 1\nfamily = \"software\"\n")
        .restart();
    edits(&mut v);
    v.file("profile.toml").lacks("seniority = ");
    v.press(Command::Roadmap).press(Command::Edit);
    v.press(Command::NextField)
        .types(", payments")
        .press(Command::Save);
    v.toast("Saved. From the role, how far along: leads work; the settings change it.");
}
