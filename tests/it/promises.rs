//! What a screen says of a key is what the key does.

use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins, secs};

const DAY: std::time::Duration = mins(24 * 60);

/// Two jobs, one of them with an interview tomorrow.
fn two_jobs() -> Visit {
    let mut v = Visit::new().ignore_toasts();
    for (name, date) in [("Acme", "3 mar"), ("Birch", "")] {
        v.press(Command::Roadmap).press(Command::New).types(name);
        v.press_times(Command::NextField, 2)
            .press_times(Command::NextValue, 5)
            .press(Command::NextField);
        v.types(date).press(Command::Save);
    }
    v
}

#[test]
fn slash_leads_into_the_search_of_the_library_from_every_section() {
    for section in [
        Command::Today,
        Command::Roadmap,
        Command::PracticeHome,
        Command::Progress,
    ] {
        let mut v = Visit::new();
        v.press(section).key("/").is_in(Context::Find);
        // Also where the hand does not wait.
        v.types("quit early").sees("quit early");
        assert_eq!(v.left, None);
    }
}

#[test]
fn a_note_that_was_left_goes_on_with_the_key_that_was_named() {
    let mut v = Visit::new();
    v.press(Command::Note).types("They liked the plan.");
    v.press(Command::Back)
        .toast("Closed. The draft is kept; a goes on with it.");
    v.key("a").sees("They liked the plan.").press(Command::Back);
    v.hears_something();
}

#[test]
fn a_list_of_choices_that_was_only_looked_at_leaves_nothing_half_written() {
    let mut v = two_jobs();
    v.press(Command::Roadmap).press(Command::Edit);
    v.press_times(Command::NextField, 2);
    v.types("pan").press(Command::Back);
    // A line that opens an interview has no choices at all.
    v.press_times(Command::NextField, 2).types("pan");
    v.press(Command::Back).press(Command::Today);
    v.sees_not("Go on with");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
}

#[test]
fn a_draft_is_thrown_away_on_today_and_taken_back() {
    let mut v = Visit::new();
    v.press(Command::Note)
        .types("Not that.")
        .press(Command::Back);
    v.toast("Closed.").wait(secs(5)).sees("x throws it away");
    v.press(Command::Remove)
        .toast("The draft is thrown away. u takes it back.")
        .sees_not("Go on with");
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
    v.press(Command::Undo)
        .toast("Taken back: throwing the draft away (Today)")
        .sees("Go on with: a new entry");
    v.file("drafts/….toml").contains("Not that.");
}

/// Today, the day after an interview, with half a note.
fn half_written_and_a_debrief_due() -> Visit {
    let mut v = two_jobs();
    v.press(Command::Note)
        .types("half a thought")
        .press(Command::Back);
    v.sleeps(2 * DAY)
        .press(Command::Journal)
        .press(Command::Today);
    v
}

#[test]
fn the_debrief_key_opens_the_interview_that_today_tells_to_debrief() {
    let mut v = half_written_and_a_debrief_due();
    v.sees("Acme, panel interview: yesterday. Debrief it first.");
    // It stands before what is half written.
    v.press(Command::Debrief).sees("Debrief: Acme, panel");
    v.types("calm").press(Command::NextField);
    v.types("Why us?").press(Command::Main).press(Command::Save);
    v.press(Command::Today)
        .sees_not("Debrief it first")
        .sees("Acme, panel interview: yesterday, and written down.")
        .sees_not("no date yet");
}

#[test]
fn a_debrief_of_one_word_is_begun_and_today_goes_on_with_it() {
    let mut v = half_written_and_a_debrief_due();
    v.press(Command::Debrief)
        .types("shaky")
        .press(Command::Back);
    v.toast("Only begun: nothing they asked is in it yet");
    v.press(Command::Today)
        .sees("Its debrief is begun; go on with it.")
        .sees("Go on with the debrief: Acme, panel interview")
        .sees_not("written down");
    v.press(Command::Journal).sees("Acme, panel, begun");
    v.press(Command::Today)
        .press(Command::Debrief)
        .sees("shaky");
    v.types("Why us?").press(Command::Main).press(Command::Save);
    v.press(Command::Today)
        .sees("yesterday, and written down.")
        .sees_not("Go on with the debrief");
}

#[test]
fn the_due_debrief_is_the_first_line_of_today() {
    let mut v = half_written_and_a_debrief_due();
    v.press(Command::Main)
        .is_in(Context::Line)
        .sees("Debrief: Acme, panel");
}

#[test]
fn a_job_that_cannot_be_read_is_not_no_job() {
    let mut v = Visit::new()
        .with_file("applications/acme.toml", "employer = \"Ac")
        .ignore_toasts();
    v.press(Command::Note).types("x").press(Command::Save);
    v.sees("The file of Acme cannot be read. g m tells where and why.");
    v.press(Command::Roadmap)
        .sees("The file of Acme cannot be read. g m tells where and why.");
}

#[test]
fn what_undo_brought_back_is_not_in_the_trash_any_more() {
    let mut v = two_jobs();
    v.press(Command::Journal)
        .press(Command::New)
        .types("A walk.");
    v.press(Command::Save).press(Command::Remove);
    v.runs("trash").sees("Entry of Mon 2 Mar, note");
    v.press(Command::Close)
        .press(Command::Undo)
        .toast("Taken back: removing the entry of Mon 2 Mar (Journal)");
    v.press(Command::Roadmap).press(Command::Remove);
    v.runs("trash").sees("Application: ");
    v.press(Command::Close).press(Command::Undo);
    v.runs("trash").sees("Nothing here.");
    assert_eq!(v.files("trash/…"), Vec::<String>::new());
    assert_eq!(v.files("applications/…").len(), 2);
    assert_eq!(v.files("journal/…").len(), 1);
}

#[test]
fn a_change_on_another_screen_is_taken_back_by_name_and_place() {
    let mut v = two_jobs();
    v.press(Command::Roadmap).press(Command::Main);
    v.is_in(Context::Stage).press(Command::Undo);
    v.toast(" (Roadmap)");
}

#[test]
fn a_long_message_is_read_to_its_end_at_eighty_columns() {
    let mut v = Visit::new().ignore_toasts();
    v.press(Command::Note).disk_fills_up().types("They called.");
    v.wait(secs(2))
        .sees("could not be saved: the disk is full. The file on the disk is as it was before.");
}
