//! Your days until an interview: a nurse with a panel on Wednesday of next week, from the first day to the last evening.

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const FILE: &str = "applications/st-mary-nurse.toml";

const JOB: &str = r#"format = 1
employer = "St. Mary"
role = "Ward nurse"
stage = "panel"
since = 2026-03-01
closed = false
outcome = "pending"

[[round]]
stage = "panel"
date = 2026-03-18
time = 10:00:00
outcome = "pending"
"#;

const PROFILE: &str = "format = 1\nfamily = \"nursing\"\nminutes_a_day = 30\n";

fn nurse() -> Visit {
    Visit::new()
        .with_file(FILE, JOB)
        .with_file("profile.toml", PROFILE)
        .ignore_toasts()
}

/// Three days before.
fn sunday() -> Visit {
    nurse().on("2026-03-15").at("09:00").size(80, 40)
}

/// Marks the line with these words.
fn mark(v: &mut Visit, words: &str) {
    let marked = format!("▌ {words}");
    v.press(Command::First);
    for _ in 0..60 {
        if v.screen().has(&marked) {
            return;
        }
        v.press(Command::Down);
    }
    v.sees(&marked);
}

#[test]
fn today_leads_to_the_days_and_both_say_the_same() {
    let mut v = sunday();
    v.sees("Your days until Wednesday")
        .sees("Prepare: 0 of 8 steps done");
    v.press(Command::Days).is_in(Context::Days);
    for words in [
        "Your days until Wednesday",
        "30 minutes a day. The plan: Three days",
        "Today, Sun 15 Mar",
        "Tomorrow, Mon 16 Mar",
        "Tue 17 Mar: the last evening",
        "Wed 18 Mar at 10:00: St. Mary, panel interview",
        "[ ] ",
        "One whole mock in the form you will have",
        "Left out, since",
    ] {
        v.sees(words);
    }
    v.sees_not("overdue")
        .press(Command::Close)
        .is_in(Context::Today);
    v.press(Command::Goto).key("d").is_in(Context::Days);
}

#[test]
fn a_step_is_ticked_and_leads_to_where_it_is_done() {
    let mut v = sunday();
    v.press(Command::Days);
    mark(&mut v, "[ ] Ask for names");
    v.press(Command::Done);
    v.file(FILE)
        .contains("step = \"Ask for names, roles and the order of the session\", on = 2026-03-15");
    v.press(Command::Undo).sees("[ ] Ask for names");
    mark(&mut v, "[ ] One whole mock");
    v.press(Command::Main).is_in(Context::Mocks);
    v.press(Command::Back).is_in(Context::Days);
    mark(&mut v, "[ ] Ask for names");
    v.press(Command::Main).is_in(Context::Stage);
}

#[test]
fn minutes_a_day_and_a_free_day_lay_it_out_anew() {
    let mut v = sunday();
    v.press(Command::Days).sees("Left out");
    v.press_times(Command::Right, 3).sees("90 minutes a day.");
    v.file("profile.toml").contains("minutes_a_day = 90");
    v.sees("Look them up: what they do");
    v.press(Command::Undo).sees("60 minutes a day.");
    mark(&mut v, "Today, Sun 15 Mar");
    v.press(Command::Done).sees("free");
    v.file("profile.toml")
        .contains("{ date = 2026-03-15, minutes = 0 }");
    v.press(Command::Close)
        .sees_not("Prepare:")
        .press(Command::Days);
    v.sees("A free day. Space takes it back.");
    v.press(Command::Undo)
        .sees_not("A free day. Space takes it back.");
}

#[test]
fn a_day_that_was_missed_is_planned_again_without_a_word_about_it() {
    let mut v = nurse().on("2026-03-16").at("18:00").size(80, 40);
    v.press(Command::Days).sees("Today, Mon 16 Mar");
    for words in ["late", "missed", "behind", "overdue"] {
        v.sees_not(words);
    }
    let mut v = nurse().on("2026-03-17").at("19:00").size(80, 40);
    v.sees_not("Your days until").press(Command::Days);
    v.sees("Your days until tomorrow")
        .sees("The last ten minutes: your card")
        .sees_not("Three days");
}

#[test]
fn nine_days_before_there_is_a_week_and_it_stays_once_it_was_begun() {
    let mut v = nurse().on("2026-03-09").at("09:00").size(80, 60);
    v.press(Command::Days).sees("The plan: One week");
    mark(&mut v, "[ ] Look them up");
    v.press(Command::Done);
    let files = v.everything();
    let mut v = Visit::new()
        .with_home(&files)
        .on("2026-03-15")
        .at("09:00")
        .size(80, 60)
        .ignore_toasts();
    v.press(Command::Days).sees("The plan: One week");
    v.sees("[x] Look them up");
}

#[test]
fn every_line_can_be_reached_on_a_small_screen() {
    for size in [(40, 10), (80, 24), (120, 40), (200, 60)] {
        let mut v = nurse().on("2026-03-09").at("09:00").size(size.0, size.1);
        v.press(Command::Days);
        v.press_times(Command::Down, 60);
        v.sees("▌");
        v.press_times(Command::Up, 60).sees("▌ Today");
        v.press(Command::HideNames).press(Command::Last);
        v.sees_not("St. Mary");
    }
}

#[test]
fn it_is_written_into_a_file_and_an_interview_without_a_day_gets_one() {
    let mut v = sunday();
    v.press(Command::Days).press(Command::Save);
    v.file("exports/2026-03-15-your-days.md")
        .contains("# Your days until Wednesday")
        .contains("## Today, Sun 15 Mar");
    let mut v = Visit::new()
        .with_file(
            FILE,
            &JOB.replace("date = 2026-03-18\ntime = 10:00:00\n", ""),
        )
        .on("2026-03-15")
        .ignore_toasts();
    v.press(Command::Days).sees("Give the interview a day");
    v.press(Command::Edit).sees("An interview at St. Mary");
}
