//! Offers side by side: a nurse has two of them, a salesperson one low one.

use std::time::Duration;

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const WARD: &str = "applications/st-mary.toml";
const CLINIC: &str = "applications/hill-clinic.toml";
const PROFILE: &str = "profile.toml";

const MATTERS: &str = r#"format = 1
name = "Mira"
family = "nursing"
matters = ["Hours and shifts", "Pay", "Leave"]
"#;

const JOB: &str = r#"format = 1
employer = "St. Mary"
role = "Ward nurse"
stage = "final-offer"
since = 2026-02-12
closed = false
outcome = "pending"

[offer]
came = 2026-02-27
by = "Ms. Okafor"
answer_by = 2026-03-06
written = true
says = [
  { about = "Hours and shifts", words = "two nights in five", mark = "good" },
  { about = "Pay", words = "24.10 an hour", mark = "not-good" },
]
"#;

const OTHER: &str = r#"format = 1
employer = "Hill Clinic"
role = "Nurse"
stage = "final-offer"
since = 2026-02-14
closed = false
outcome = "pending"

[[told]]
about = "pay"
words = "26 an hour"
to = "J. Moreau"
date = 2026-02-20
"#;

/// A nurse with one offer on paper, and another one that is about to come.
fn nurse() -> Visit {
    Visit::new()
        .with_file(PROFILE, MATTERS)
        .with_file(WARD, JOB)
        .with_file(CLINIC, OTHER)
}

/// The same, with both offers marked.
fn both() -> Visit {
    let offer = "\n[offer]\ncame = 2026-03-01\nanswer_by = 2026-03-13\nwritten = false\nsays = [\n  \
                 { about = \"Hours and shifts\", words = \"five nights in ten\", mark = \"not-good\" },\n  \
                 { about = \"Pay\", words = \"26.00 an hour\", mark = \"good\" },\n]\n";
    Visit::new()
        .with_file(PROFILE, MATTERS)
        .with_file(WARD, JOB)
        .with_file(CLINIC, &format!("{OTHER}{offer}"))
}

fn page(mut v: Visit) -> Visit {
    v.press(Command::Roadmap)
        .press(Command::Offers)
        .is_in(Context::Offers);
    v
}

#[test]
fn a_nurse_writes_down_her_second_offer_and_sees_what_decides() {
    let mut v = page(nurse());
    v.sees("St. Mary")
        .sees("answer by Friday")
        .sees("good: two nights in five");
    v.press(Command::New)
        .sees("The offer of Hill Clinic")
        .press_times(Command::NextField, 2)
        .types("13 mar")
        .sees("Fri 13 Mar")
        .press(Command::Save)
        .toast("Saved. Now what it says");
    v.file(CLINIC)
        .contains("came = 2026-03-02")
        .contains("answer_by = 2026-03-13")
        .contains("written = false");
    v.is_in(Context::Offers)
        .press(Command::Right)
        .press(Command::Main)
        .sees("Hours and shifts: what does Hill Clinic say?")
        .types("five nights in ten")
        .press(Command::Save)
        .press_times(Command::Tick, 3);
    v.sees("not good: five nights")
        .sees("Hours and shifts decides first: St. Mary good, Hill Clinic not good.")
        .sees("Not known yet of Hill Clinic: Pay and Leave.");
    v.file(CLINIC)
        .contains("words = \"five nights in ten\", mark = \"not-good\" }");
    v.press(Command::Undo)
        .toast("Taken back: what is said of Hours and shifts");
    v.sees("all right: five nights");
}

#[test]
fn what_is_typed_into_a_cell_is_there_after_a_kill() {
    let mut v = page(nurse());
    v.press_times(Command::Down, 2)
        .press(Command::Main)
        .types("27 days, two of th")
        .wait(Duration::from_secs(2));
    v.kill();
    v.file(WARD).contains("27 days, two of th");
    v.press(Command::Roadmap)
        .press(Command::Offers)
        .sees("27 days, two of th");
}

#[test]
fn what_is_not_known_becomes_a_question_to_ask() {
    let mut v = page(nurse());
    v.press(Command::OpenLink)
        .sees("To ask: How many days of leave")
        .press(Command::Main)
        .toast("Kept under To ask");
    v.file(WARD)
        .contains("stage = \"final-offer\", question = \"How many days of leave");
    v.press(Command::OpenLink).sees_not("To ask: How many days");
    v.press(Command::Back)
        .press(Command::Undo)
        .toast("Taken back: the question to ask");
    v.file(WARD).lacks("question =");
}

#[test]
fn the_answer_that_is_due_stands_on_today_and_a_yes_ends_it() {
    let mut v = both();
    v.sees("Answer St. Mary by Friday")
        .sees("not known yet: Leave");
    v.press(Command::Roadmap).press(Command::Offers);
    v.press(Command::Left).press(Command::OpenLink);
    v.press(Command::Last)
        .press(Command::Up)
        .press(Command::Main)
        .toast("Good news.");
    v.file(WARD)
        .contains("closed = true")
        .contains("outcome = \"accepted\"")
        .contains("ended = 2026-03-02");
    v.sees_not("Answer St. Mary by Friday");
    v.press(Command::Undo)
        .toast("Taken back: the yes to St. Mary");
    v.file(WARD).contains("closed = false").lacks("ended");
    v.press(Command::Today).sees("Answer St. Mary by Friday");
}

#[test]
fn an_offer_that_is_two_weeks_off_does_not_press() {
    let mut v = both();
    v.press(Command::Today).sees_not("Answer Hill Clinic");
    let mut v = both().on("2026-03-07");
    v.sees("Answer Hill Clinic by Friday")
        .sees("Answer St. Mary");
}

#[test]
fn a_salesperson_gets_ready_for_a_low_offer_beside_what_they_said_of_pay() {
    let job = OTHER.replace("Hill Clinic", "Bolt Works")
        + "\n[offer]\ncame = 2026-03-01\nwritten = true\n";
    let mut v = page(Visit::new().with_file("applications/bolt-works.toml", &job));
    v.sees("You have not said yet what matters to you");
    v.press(Command::Show)
        .sees("The talk about terms with Bolt Works")
        .sees("you told them 26 an hour (J. Moreau, 20 Feb)")
        .types("54,000")
        .press(Command::NextField)
        .types("50,000")
        .wait(Duration::from_secs(2));
    v.kill();
    v.sees("Go on with: the talk about terms with Bolt Works");
    v.press(Command::Roadmap)
        .press(Command::Offers)
        .press(Command::Show)
        .sees("50,000")
        .press_times(Command::NextField, 4)
        .types("the talk with Acme")
        .press(Command::NextField)
        .types("fri")
        .sees("Fri 6 Mar")
        .press(Command::Save)
        .toast("Saved. p rehearses the talk.");
    v.sees("you want 54,000; below 50,000 you say no; you told them 26 an hour");
    v.file("applications/bolt-works.toml")
        .contains("no_below = \"50,000\"")
        .contains("instead_on = 2026-03-06");
    v.press(Command::Undo)
        .toast("Taken back: the talk about terms")
        .sees_not("you want 54,000");
}

#[test]
fn what_matters_is_chosen_put_in_order_and_taken_back() {
    let mut v = page(nurse().with_file(PROFILE, "format = 1\nname = \"Mira\"\n"));
    v.press(Command::View)
        .is_in(Context::Matters)
        .sees("Three to eight are enough")
        .press(Command::Main)
        .sees("1. Pay")
        .press(Command::Down)
        .press(Command::Main)
        .sees("2. Hours and shifts")
        .press(Command::Left)
        .sees("1. Hours and shifts");
    v.press(Command::New)
        .types("A dog at work")
        .press(Command::Save)
        .sees("3. A dog at work");
    v.file(PROFILE)
        .contains("matters = [\"Hours and shifts\", \"Pay\", \"A dog at work\"]");
    v.press(Command::Undo)
        .toast("Taken back: what matters to you")
        .sees_not("A dog at work");
    v.press(Command::Back)
        .sees("Hours and shifts")
        .sees("St. Mary");
}

#[test]
fn staying_stands_beside_the_offers_where_that_is_wanted() {
    let mut v = page(both());
    v.press(Command::OpenLink).press(Command::Last);
    v.press_times(Command::Up, 2)
        .press(Command::Main)
        .toast("Staying where you are stands beside them.");
    v.press_times(Command::Right, 2)
        .press(Command::Down)
        .press(Command::Main)
        .sees("Pay: how is it where you are?")
        .types("23.40 an hour")
        .press(Command::Save)
        .press(Command::Tick)
        .sees("good: 23.40 an");
    v.file(PROFILE)
        .contains("words = \"23.40 an hour\"")
        .contains("mark = \"good\"");
    v.press(Command::Remove).toast("Staying is out.");
    v.file(PROFILE).lacks("23.40");
    v.press(Command::Undo)
        .toast("Taken back")
        .press(Command::Right)
        .sees("good: 23.40 an");
}

#[test]
fn the_offer_is_taken_out_and_comes_back() {
    let mut v = page(both());
    v.press(Command::Left)
        .press(Command::Remove)
        .toast("The offer is out.")
        .sees_not("two nights in five");
    v.file(WARD).lacks("[offer]");
    v.press(Command::Undo)
        .toast("Taken back")
        .sees("two nights in five");
}

#[test]
fn an_empty_page_helps() {
    let mut v = page(Visit::new().with_file(CLINIC, OTHER));
    v.sees("No offer is written down yet.")
        .sees("v says what matters");
    v.press(Command::Show)
        .sees("The talk about terms with Hill Clinic");
    let mut v = Visit::new();
    v.press(Command::Roadmap).press(Command::Offers);
    v.sees("There is no job here yet.");
}

#[test]
fn in_little_room_the_offers_come_one_after_the_other() {
    let mut v = page(both().size(40, 10));
    v.press(Command::Left)
        .sees("St. Mary (1 of 2)")
        .sees("Hours and shifts: two nights in five")
        .sees("Hill Clinic: five nights")
        .sees_not("26.00 an hour");
    v.press(Command::Right)
        .sees("Hill Clinic (2 of 2)")
        .sees("26.00 an hour");
    v.press_times(Command::Down, 3).sees("decides first");
    for size in [(80, 24), (200, 50)] {
        let mut v = page(both().size(size.0, size.1));
        v.sees("two nights in five")
            .sees("26.00 an hour")
            .sees("decides first");
    }
}

#[test]
fn hidden_names_stay_hidden() {
    let mut v = page(both().hides_names());
    v.sees("two nights in five")
        .sees_not("Mary")
        .sees_not("Hill")
        .sees_not("Okafor");
    v.press(Command::OpenLink).sees_not("Mary");
    v.press(Command::Back)
        .press(Command::Show)
        .sees_not("Mary")
        .sees_not("Moreau");
}

#[test]
fn the_page_of_the_stage_names_the_offer_and_leads_to_it() {
    let mut v = both();
    v.press(Command::Roadmap)
        .press(Command::Main)
        .is_in(Context::Stage)
        .press_times(Command::PrevPane, 3)
        .sees("Offer and terms")
        .press(Command::Offers)
        .is_in(Context::Offers)
        .sees("decides first");
}
