//! The time around a real interview: its eve, its morning, the wait for a decision, a no, and the letters.

use greenroom::keys::{Command, Context};

use crate::visit::{Visit, mins};

const JOB: &str = "applications/st-mary-nurse.toml";

fn job(date: &str, more: &str) -> String {
    format!(
        "format = 1\nemployer = \"St. Mary\"\nrole = \"Charge nurse\"\nstage = \"panel\"\nsince = 2026-02-20\n\
         closed = false\noutcome = \"pending\"\n{more}\n[[round]]\nstage = \"panel\"\ndate = {date}\n\
         time = 14:00:00\noutcome = \"pending\"\nmock = \"ward-panel-30\"\n"
    )
}

/// The panel was on Tuesday 3 March, and they decide by Friday the 13th. They doubt something.
const DEBRIEF: &str = r#"format = 1
kind = "debrief"
date = 2026-03-03
time = 15:10:00
title = ""
application = "st-mary-nurse"
stage = "panel"
tags = ["thanked"]
body = ""

[debrief]
decision_date = 2026-03-13

[[debrief.concerns]]
text = "They think I am too quiet"

[[debrief.people]]
name = "Ms. Novak"
"#;

fn home(day: &str) -> Visit {
    Visit::new()
        .on(day)
        .with_file(
            "profile.toml",
            "format = 1\nname = \"Amina\"\nfamily = \"nursing\"\nminutes_a_day = 20\n",
        )
        .with_file(JOB, &job("2026-03-03", ""))
        .ignore_toasts()
}

fn after(day: &str) -> Visit {
    home(day).with_file("journal/2026/2026-03-03-st-mary-panel.toml", DEBRIEF)
}

#[test]
fn the_day_on_which_they_decide_is_in_sight_and_asking_has_its_day() {
    let mut v = after("2026-03-09");
    v.sees("St. Mary: they decide by Fri 13 Mar.");
    v.press(Command::Roadmap)
        .sees("they decide by Fri 13 Mar")
        .press(Command::View)
        .sees("they decide by Fri 13 Mar");
    let mut v = after("2026-03-14");
    v.sees("St. Mary: they wanted to decide by Fri 13 Mar.")
        .sees("Ask St. Mary where it stands");
    while !v.screen().has("▌ Ask St. Mary where it stands") {
        v.press(Command::Down);
    }
    v.press(Command::Main)
        .sees("Dear Ms. Novak")
        .sees("When we spoke on Tuesday");
    v.press(Command::Done)
        .sees_not("Ask St. Mary where it stands");
    v.restart().sees_not("Ask St. Mary where it stands");
    v.file(JOB).contains("t-status");
}

#[test]
fn a_letter_is_filled_wherever_it_is_opened_and_a_doubt_is_never_pasted() {
    let mut v = after("2026-03-05");
    v.runs("answers a doubt").resize(120, 44);
    v.sees("Dear Ms. Novak")
        .sees("for the time on Tuesday")
        .sees("You asked about {concern}.")
        .sees("Your note: They think I am too quiet");
}

#[test]
fn the_braces_of_a_letter_are_asked_for_in_turn_and_the_text_is_copied() {
    let mut v = after("2026-03-14");
    v.runs("where it stands")
        .press(Command::Main)
        .is_in(Context::Line)
        .sees("Fact");
    v.press(Command::Save).sees("Fact").is_in(Context::Line);
    v.types("I finished the course on wound care")
        .press(Command::Save);
    let letter = v.copied.clone().expect("a letter");
    assert!(
        letter.contains("Since we spoke, I finished the course"),
        "{letter}"
    );
    assert!(!letter.contains('{'), "{letter}");
    v.restart()
        .runs("where it stands")
        .sees("I finished the course");
}

#[test]
fn a_letter_that_is_sent_leaves_nothing_filled_in_for_the_next_one() {
    let mut v = after("2026-03-14");
    v.runs("where it stands")
        .press(Command::Main)
        .types("I finished the course on wound care")
        .press(Command::Save);
    assert_eq!(v.files("drafts/…").len(), 1);
    v.press(Command::Today);
    let row = "▌ Ask St. Mary where it stands";
    for _ in 0..9 {
        if !v.screen().has(row) {
            v.press(Command::Down);
        }
    }
    v.sees(row).press(Command::Done);
    assert_eq!(v.files("drafts/…"), Vec::<String>::new());
    // A slip of the key costs nothing: the letter is due again, with all that was filled in.
    v.press(Command::Undo)
        .sees(row)
        .press(Command::Main)
        .sees("I finished the course on wound care");
    assert_eq!(v.files("drafts/…").len(), 1);
}

#[test]
fn a_no_gets_a_kind_line_and_three_steps_that_lead_on() {
    let mut v = after("2026-03-14");
    v.press(Command::Roadmap)
        .press(Command::Edit)
        .press_times(Command::NextField, 3)
        .press_times(Command::NextValue, 3)
        .sees("they chose somebody else")
        .press(Command::Save)
        .is_in(Context::Today);
    v.sees("St. Mary: they chose somebody else. What you wrote stays.")
        .sees("Talk: Ten minutes after a no")
        .sees("Reply to St. Mary")
        .sees("Ask St. Mary for feedback")
        .sees_not("No interview yet");
    v.file(JOB).contains("ended = 2026-03-14");
    // A note may belong to it, and the list says how it ended.
    v.press(Command::Note)
        .press(Command::PrevField)
        .sees("In one word");
    v.press(Command::Back)
        .press(Command::Roadmap)
        .press(Command::View)
        .sees("Closed, 1: St. Mary (they chose somebody else)");
}

#[test]
fn the_hour_of_the_interview_is_never_cut_on_a_small_screen() {
    home("2026-03-02")
        .size(40, 10)
        .sees("St. Mary: tomorrow at 14:00.");
    home("2026-03-03")
        .at("08:00")
        .size(40, 10)
        .sees("St. Mary: today at 14:00.");
}

#[test]
fn on_the_morning_there_is_a_warm_up_and_what_one_wrote_oneself() {
    let mut v = home("2026-03-03").at("08:00");
    v.sees("St. Mary, panel interview: today at 14:00.")
        .sees("Your notes and your questions to them")
        .sees("Warm-up")
        .sees_not("Drill:")
        .sees_not("minutes a day");
}

/// From the steps of preparation to what can be asked.
fn goes_to_the_questions(v: &mut Visit) {
    for _ in 0..60 {
        if v.screen().has("Space keeps a question") {
            return;
        }
        v.press(Command::NextPane);
    }
}

#[test]
fn what_is_asked_in_ones_field_of_work_stands_first_and_stays_when_it_was_kept() {
    let of_wards = "How many patients";
    let mut v = home("2026-03-02").size(100, 60);
    v.press(Command::Roadmap).press(Command::Main);
    goes_to_the_questions(&mut v);
    v.sees(of_wards).press(Command::Done).sees("[x]");
    let profile = "format = 1\nname = \"Amina\"\nfamily = \"trades\"\n";
    let mut v = v.beside().with_file("profile.toml", profile);
    v.press(Command::Roadmap).press(Command::Main);
    goes_to_the_questions(&mut v);
    v.sees(of_wards);
    let mut v = home("2026-03-02").size(100, 60);
    v = v.with_file("profile.toml", profile);
    v.press(Command::Roadmap).press(Command::Main);
    goes_to_the_questions(&mut v);
    v.sees_not(of_wards);
}

#[test]
fn enter_ticks_a_step_and_a_tick_further_down_keeps_its_place() {
    let mut v = home("2026-03-02").size(100, 60);
    v.press(Command::Roadmap).press(Command::Main);
    v.press(Command::Main).sees("1 of 8");
    v.press(Command::Last).press(Command::Done);
    let marked = |v: &mut Visit| {
        let screen = v.screen();
        let row = usize::from(screen.cursor.y);
        screen.rows().get(row).cloned().unwrap_or_default()
    };
    assert!(marked(&mut v).contains("[x]"), "{}", marked(&mut v));
}

#[test]
fn who_leaves_the_studio_open_and_comes_back_from_the_interview_finds_its_debrief() {
    let mut v = home("2026-03-03").at("13:50").size(60, 24);
    v.sees("Warm-up").sees("today at 14:00");
    v.wait(mins(45));
    v.sees("Debrief: St. Mary, panel")
        .sees_not("Warm-up")
        .sees_not("today at 14:00");
}

#[test]
fn a_question_to_ask_is_kept_and_comes_back_that_morning() {
    let mut v = home("2026-03-02").size(100, 72);
    v.press(Command::Roadmap).press(Command::Main);
    v.sees("Ask here").sees_not("[x]");
    goes_to_the_questions(&mut v);
    v.press(Command::Done).sees("[x]");
    v.file(JOB).contains("ticks");
    let mut v = v.beside().on("2026-03-03").at("08:00");
    v.opens().sees("Ask: ");
}

#[test]
fn who_is_to_lead_the_ward_asks_what_its_leader_must_know() {
    let asks = |level: &str| {
        let profile = format!("format = 1\nfamily = \"nursing\"\n{level}");
        let mut v = home("2026-03-02").size(100, 60);
        v = v.with_file("profile.toml", &profile);
        v.press(Command::Roadmap).press(Command::Main);
        goes_to_the_questions(&mut v);
        v
    };
    asks("seniority = \"manager\"\n")
        .sees("How many posts on this ward are empty today")
        .sees("Which decision has been waiting for the person who will lead")
        .sees_not("beside an experienced nurse");
    asks("")
        .sees("beside an experienced nurse")
        .sees_not("How many posts on this ward");
}

#[test]
fn what_was_passed_over_has_its_own_sign_and_word() {
    let mut v = home("2026-03-02");
    v.press(Command::Roadmap)
        .sees("left out")
        .sees("Tue 3 Mar at 14:00")
        .sees("e: its notes, days, ending");
}

/// Adds a job whose panel is on Thursday.
fn panel_at(employer: &str, v: &mut Visit) {
    v.press(Command::Roadmap)
        .press(Command::New)
        .types(employer)
        .press_times(Command::NextField, 2)
        .press_times(Command::NextValue, 5)
        .sees("Panel")
        .press(Command::NextField)
        .types("thu")
        .press(Command::Save);
}

#[test]
fn the_fitting_mock_is_chosen_for_the_stage_and_the_field() {
    let mut v = home("2026-03-02");
    panel_at("Hill Clinic", &mut v);
    v.file("applications/hill-clinic.toml")
        .contains("mock = \"ward-panel-30");
    v.press(Command::Today)
        .sees("Coming up")
        .sees("Hill Clinic, panel interview");
}

#[test]
fn each_stage_says_what_it_is_and_a_demo_lesson_has_its_mock() {
    let mut v = Visit::new()
        .with_file("profile.toml", "format = 1\nfamily = \"teaching\"\n")
        .ignore_toasts();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Hillview")
        .press_times(Command::NextField, 2)
        .sees("a first call: does it fit at all")
        .press_times(Command::NextValue, 4)
        .sees("‹ Skills ›")
        .sees("a task, a case, a demo lesson")
        .sees("School: lesson plan, panel, look back");
    v.press(Command::NextField)
        .types("thu")
        .press(Command::Save);
    v.file("applications/hillview.toml")
        .contains("mock = \"school-panel-60\"");
    v.press(Command::Edit)
        .press_times(Command::NextField, 4)
        .press(Command::Main)
        .press(Command::PrevField)
        .sees("a task, a case, a demo lesson");
}

#[test]
fn who_leads_is_offered_the_panel_of_those_who_lead() {
    let mock = |level: &str| {
        let profile = format!("format = 1\nfamily = \"sales\"\n{level}");
        let mut v = Visit::new()
            .ignore_toasts()
            .with_file("profile.toml", &profile);
        panel_at("Tessera", &mut v);
        let file = v.file("applications/tessera.toml").text.clone();
        let line = file.lines().find(|l| l.starts_with("mock = "));
        line.unwrap_or_default().to_owned()
    };
    assert_eq!(
        mock("seniority = \"manager\"\n"),
        "mock = \"sales-leader-panel-45\""
    );
    assert_eq!(mock(""), "mock = \"sales-panel-45\"");
}

#[test]
fn the_role_that_is_typed_says_for_whom_the_mock_is() {
    let mut v = Visit::new();
    v.press(Command::Roadmap)
        .press(Command::New)
        .types("Harbor House")
        .press(Command::NextField)
        .types("Assistant Front Office Manager")
        .press(Command::NextField)
        .press_times(Command::NextValue, 2)
        .sees("‹ In person ›")
        .sees("Hotel: the lead of the front desk");
}

const HILL: &str = "format = 1\nemployer = \"Hill Clinic\"\nrole = \"Nurse\"\nstage = \"screening\"\n\
    since = 2026-03-04\nclosed = false\noutcome = \"pending\"\n";

/// Fills in what is asked until the letter can be copied.
fn fills_in(v: &mut Visit) {
    for _ in 0..20 {
        if v.screen().has("▌ Copy the letter") {
            break;
        }
        v.press(Command::NextField);
        if v.context() == Context::Line {
            v.types("soon");
        }
    }
    v.press(Command::Save);
}

#[test]
fn with_several_open_jobs_a_letter_asks_which_one_is_meant() {
    let mut v = home("2026-03-02").with_file("applications/hill-clinic.toml", HILL);
    v.runs("withdraw")
        .press(Command::Main)
        .sees("For the job at")
        .sees("‹ St. Mary ›");
    v.press_times(Command::PrevField, 9)
        .press(Command::NextValue)
        .sees("‹ Hill Clinic ›");
    fills_in(&mut v);
    let letter = v.copied.clone().expect("a letter");
    assert!(!letter.contains("St. Mary"), "{letter}");
    assert!(!letter.contains('{'), "{letter}");
    // The page reads as the letter that was copied, and the form goes on there.
    v.press(Command::Copy);
    assert_eq!(v.copied.as_ref(), Some(&letter));
    v.press(Command::Main).sees("‹ Hill Clinic ›");
}

#[test]
fn a_letter_after_an_interview_is_about_the_job_that_had_one() {
    let mut v = home("2026-03-06").with_file("applications/hill-clinic.toml", HILL);
    v.runs("where it stands")
        .press(Command::Main)
        .sees("‹ St. Mary ›");
}

#[test]
fn the_open_list_of_jobs_closes_alone() {
    let mut v = home("2026-03-06").with_file("applications/hill-clinic.toml", HILL);
    v.runs("where it stands")
        .press(Command::Main)
        .press_times(Command::PrevField, 9)
        .types("clin")
        .sees("Hill Clinic")
        .press(Command::Back)
        .sees("‹ St. Mary ›");
    v.types("clin").press(Command::Main).sees("‹ Hill Clinic ›");
}

#[test]
fn the_next_interview_is_in_sight_also_while_another_one_waits_for_its_debrief() {
    let bee = job("2026-03-05", "").replace("St. Mary", "Bee");
    let later = "[[round]]\nstage = \"final-offer\"\ndate = 2026-03-12\noutcome = \"pending\"\n";
    let mut v = home("2026-03-04")
        .with_file(JOB, &format!("{}\n{later}", job("2026-03-03", "")))
        .with_file("applications/bee.toml", &bee);
    v.sees("St. Mary, panel interview: yesterday. Debrief it first.")
        .sees("Bee, panel interview")
        .sees("tomorrow");
    let screen = v.screen().to_string();
    let at = |words: &str| {
        screen
            .find(words)
            .unwrap_or_else(|| panic!("{words}\n{screen}"))
    };
    assert!(at("Coming up") < at("Bee, panel interview"), "{screen}");
}
