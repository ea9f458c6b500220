//! The evening before an interview and its morning: what now, and am I ready?

use greenroom::keys::{Command, Context};

use crate::places;
use crate::visit::{Visit, mins, secs};

const FILE: &str = "applications/harbor-house-manager.toml";

const JOB: &str = r#"format = 1
employer = "Harbor House"
role = "Assistant Front Office Manager"
stage = "in-person"
since = 2026-11-20
notes = "Slow check-in on Fridays."

[[round]]
stage = "in-person"
date = 2026-12-01
time = 10:00:00
outcome = "pending"
place = "Harbor Street 12"
length = "about an hour"
bring = "ID, certificates"

[[round.people]]
name = "Peter Hall"
title = "general manager"
"#;

const NOTES: &str = "Your notes and your questions to them";

fn evening() -> Visit {
    Visit::new()
        .with_file(FILE, JOB)
        .on("2026-11-30")
        .at("19:00")
        .ignore_toasts()
}

/// The row of the screen that holds these words.
fn row(v: &mut Visit, words: &str) -> Option<u16> {
    v.screen().row_with(words)
}

/// Goes down to a line.
fn down_to(v: &mut Visit, words: &str) {
    for _ in 0..60 {
        if v.screen().has(words) {
            return;
        }
        v.press(Command::Down);
    }
    panic!("{words}: {}", v.screen());
}

#[test]
fn the_first_form_asks_whom_one_meets_where_how_long_and_what_to_bring() {
    let mut v = Visit::new().on("2026-11-30").at("19:00").ignore_toasts();
    v.press(Command::Roadmap).press(Command::New);
    v.types("Harbor House").press_times(Command::NextField, 3);
    v.types("tomorrow").press(Command::NextField);
    v.types("10:00").press(Command::NextField);
    v.sees("Who you meet")
        .types("Peter Hall, general manager")
        .press(Command::NextField)
        .sees("Where")
        .types("Harbor Street 12")
        .press(Command::NextField)
        .sees("How long")
        .types("an hour")
        .press(Command::NextField)
        .sees("Bring")
        .types("ID, certificates")
        .press(Command::Save);
    v.file("applications/harbor-house.toml")
        .contains("place = \"Harbor Street 12\"")
        .contains("length = \"an hour\"")
        .contains("bring = \"ID, certificates\"")
        .contains("name = \"Peter Hall\"");
    v.press(Command::Today)
        .sees("Where: Harbor Street 12. Whom: Peter Hall (general manager).")
        .sees("Bring: ID, certificates.");
    // The interview's own form has them, too, and the debrief knows who was there.
    v.press(Command::Roadmap).press(Command::Edit);
    v.press_times(Command::NextField, 4).press(Command::Main);
    v.sees("Harbor Street 12").sees("an hour");
    v.press(Command::Back).press(Command::Back);
    v.sleeps(mins(18 * 60)).press(Command::Debrief);
    v.types("calm")
        .press(Command::NextField)
        .press(Command::Save);
    v.file("journal/2026/….toml").contains("Peter Hall");
}

#[test]
fn the_evening_before_begins_with_what_is_for_tomorrow() {
    let mut v = evening();
    v.sees("Harbor House, interview in person: tomorrow at 10:00.")
        .sees("Where: Harbor Street 12. Whom: Peter Hall (general manager).")
        .sees("▌ Prepare: 0 of 4 steps done")
        .sees(NOTES);
    assert!(row(&mut v, "Prepare") < row(&mut v, NOTES));
    assert!(row(&mut v, NOTES) < row(&mut v, "Five-minute mock").or(Some(99)));
}

#[test]
fn the_notes_come_with_the_evening_and_not_before() {
    let mut v = Visit::new()
        .with_file(FILE, JOB)
        .on("2026-11-30")
        .at("09:00")
        .ignore_toasts();
    v.sees("Prepare:").sees_not(NOTES);
    v.sleeps(mins(10 * 60)).sees(NOTES);
}

#[test]
fn the_page_of_the_interview_opens_at_its_top() {
    let mut v = evening();
    v.press(Command::Down)
        .press(Command::Main)
        .is_in(Context::Stage);
    v.sees("This interview")
        .sees("▌ Tue 1 Dec at 10:00")
        .sees("Where: Harbor Street 12")
        .sees("Whom: Peter Hall (general manager)")
        .sees("How long: about an hour")
        .sees("Bring: ID, certificates")
        .sees("Slow check-in on Fridays.")
        .sees("a question of your own")
        .sees_not("Ask for the names");
}

#[test]
fn steps_for_the_last_evening_come_first_and_what_is_done_folds() {
    let mut v = evening();
    v.press(Command::Main).sees("▌ [ ] Travel the route once");
    v.sees_not("Ask for the names");
    for _ in 0..7 {
        v.press(Command::Done).press(Command::Down);
    }
    v.press(Command::Back)
        .sees("7 of 7 done. That is enough for tonight.")
        .sees_not("Prepare:");
    assert!(row(&mut v, NOTES) < row(&mut v, "7 of 7 done"));
    v.press(Command::Main)
        .sees("▌ Tue 1 Dec at 10:00")
        .sees("7 of 7")
        .sees("All of it is ticked. Enter shows the steps.")
        .sees_not("[x] Travel the route");
    down_to(&mut v, "▌ All of it is ticked");
    v.press(Command::Main).sees("[x] Travel the route once");
}

#[test]
fn today_and_the_page_of_the_interview_count_the_same_steps() {
    let mut v = evening();
    v.press(Command::Main).sees("0 of 4");
    for _ in 0..4 {
        v.press(Command::Done).press(Command::Down);
    }
    v.sees("4 of 4")
        .press(Command::Back)
        .sees("4 of 4 done. That is enough for tonight.");
    v.press(Command::Roadmap).sees("4 of 4 prepared");
}

#[test]
fn a_question_of_ones_own_is_kept_to_be_asked() {
    let mut v = evening();
    v.press(Command::Down).press(Command::Main);
    down_to(&mut v, "▌ a question of your own");
    v.press(Command::Main).is_in(Context::Jot);
    v.types("How many of us at the desk? (Hall)");
    v.press(Command::Save)
        .is_in(Context::Stage)
        .sees("[x] How many of us at the desk? (Hall)");
    v.file(FILE)
        .contains("{ stage = \"in-person\", question = \"How many of us at the desk? (Hall)\" }");
    // In the morning it stands on the first screen.
    v.press(Command::Back)
        .sleeps(mins(13 * 60 + 30))
        .press(Command::Up)
        .sees("Ask: How many of us at the desk? (Hall)");
    v.press(Command::Main);
    down_to(&mut v, "▌ [x] How many of us");
    v.press(Command::Done).sees_not("How many of us");
    v.file(FILE).lacks("How many of us");
    v.press(Command::Undo).sees("[x] How many of us");
}

#[test]
fn a_question_that_is_half_written_is_on_disk_within_two_seconds() {
    let mut v = evening();
    v.press(Command::Down).press(Command::Main);
    down_to(&mut v, "▌ a question of your own");
    v.press(Command::Main).types("How many");
    v.wait(secs(2));
    v.file(FILE).contains("How many");
    v.types(" of us?").press(Command::Back);
    v.file(FILE).contains("\"How many of us?\"");
    assert_eq!(v.file(FILE).count("How many"), 1);
}

#[test]
fn a_question_of_the_handbook_is_kept_for_the_next_interview() {
    let mut v = evening();
    v.runs("handbook")
        .press(Command::Find)
        .types("evening shift");
    v.press(Command::Main).press(Command::Main);
    v.press(Command::Done)
        .sees("Kept to ask Harbor House. u takes it back.");
    v.press(Command::Done).sees("Let go. u takes it back.");
    v.press(Command::Done);
    v.press(Command::Today)
        .press(Command::Down)
        .press(Command::Main)
        .sees("To ask")
        .sees("[x]");
}

#[test]
fn a_mock_of_a_whole_day_is_not_offered_on_the_last_evening() {
    let job = JOB.replace("outcome", "mock = \"onsite-loop\"\noutcome");
    let job = &job;
    let at = |date: &str| {
        let mut v = Visit::new()
            .with_file(FILE, job)
            .on(date)
            .at("19:00")
            .ignore_toasts();
        v.opens();
        v.screen().has("Mock: ")
    };
    let before = ["2026-11-27", "2026-11-28", "2026-11-29"];
    assert!(before.into_iter().any(at), "it has its day before");
    assert!(!at("2026-11-30"));
}

#[test]
fn the_morning_goes_on_from_the_warm_up_to_the_notes() {
    let mut v = Visit::new()
        .with_file(FILE, JOB)
        .on("2026-12-01")
        .at("08:00")
        .ignore_toasts();
    v.sees(&format!("▌ {NOTES}"))
        .sees("Prepare:")
        .sees("Warm-up");
    while !v.screen().has("▌ Warm-up") {
        v.press(Command::Down);
    }
    v.press(Command::Main);
    for _ in 0..2 {
        v.press(Command::Main)
            .pastes("Good morning.")
            .press(Command::Save);
    }
    v.is_in(Context::Results)
        .sees("The warm-up is done.")
        .sees_not("not rated")
        .sees_not("expected")
        .sees("Your notes and your questions to them");
    v.press(Command::Back).sees(NOTES).sees_not("Warm-up");
}

#[test]
fn results_on_the_evening_before_speak_of_tomorrow() {
    let mut v = evening();
    down_to(&mut v, "▌ Five-minute mock");
    v.press(Command::Main);
    for _ in 0..20 {
        match v.context() {
            Context::Results => break,
            Context::Answer => v.pastes("I ask who is waiting.").press(Command::Save),
            _ => v.press(Command::Main),
        };
    }
    v.is_in(Context::Results)
        .sees("The interview is tomorrow at 10:00, at Harbor House.")
        .sees_not("in the next days");
}

/// Opens the line for a question of one's own and writes it there.
fn asks(v: &mut Visit, words: &str) {
    down_to(v, "▌ a question of your own");
    v.press(Command::Main).is_in(Context::Jot).types(words);
}

#[test]
fn a_question_that_has_the_words_of_another_for_a_moment_leaves_that_one_alone() {
    let mut v = evening();
    v.press(Command::Down).press(Command::Main);
    asks(&mut v, "Why now?");
    v.press(Command::Save);
    asks(&mut v, "Why now?");
    v.wait(secs(2))
        .types(" And who was here before?")
        .press(Command::Save);
    v.file(FILE)
        .contains("\"Why now?\"")
        .contains("\"Why now? And who was here before?\"");
    // In full it is there already, and no half of it stays.
    asks(&mut v, "Why");
    v.wait(secs(2)).types(" now?").press(Command::Save);
    v.toast("That question is there already.");
    assert_eq!(v.file(FILE).count("Why"), 2);
    v.file(FILE).contains("\"Why now?\"");
}

#[test]
fn a_semicolon_begins_another_person_only_where_all_stand_on_one_line() {
    let mut v = Visit::new().on("2026-11-30").ignore_toasts();
    v.press(Command::Roadmap).press(Command::New);
    v.types("Harbor House").press_times(Command::NextField, 3);
    v.types("tomorrow").press_times(Command::NextField, 2);
    v.types("Peter Hall, manager; Anna").press(Command::Save);
    let file = "applications/harbor-house.toml";
    assert_eq!(v.file(file).count("name = "), 2);
    v.press(Command::Edit);
    v.press_times(Command::NextField, 4).press(Command::Main);
    v.press_times(Command::NextField, 2)
        .is_in(Context::Area)
        .press(Command::TextEnd)
        .types(", head of unit; until May")
        .press(Command::Save);
    v.file(file).contains("head of unit; until May");
    assert_eq!(v.file(file).count("name = "), 2);
}

#[test]
fn of_two_interviews_of_one_stage_the_head_tells_the_length_of_the_next() {
    let later = "\n[[round]]\nstage = \"in-person\"\ndate = 2026-12-10\nlength = \"a whole day\"\n";
    let mut v = Visit::new()
        .with_file(FILE, &format!("{JOB}{later}"))
        .on("2026-11-30")
        .ignore_toasts();
    v.press(Command::Roadmap).press(Command::Main);
    let head = v.screen().row_with("Stage 3 of 8").expect("the head");
    let head = v.screen().rows()[usize::from(head)].clone();
    assert!(head.contains("about an hour"), "{head}");
}

/// Goes to the line that says how much time there is and chooses the next length.
fn more_time(v: &mut Visit) -> &mut Visit {
    for _ in 0..9 {
        if v.screen().has("▌ Your time for it today") {
            break;
        }
        v.press(Command::Down);
    }
    v.press(Command::Main)
}

#[test]
fn the_evening_is_made_to_fit_the_time_there_is() {
    let job = JOB.replace("outcome =", "mock = \"front-office-40\"\noutcome =");
    let mut v = Visit::new()
        .with_file(FILE, &job)
        .on("2026-11-30")
        .at("19:00")
        .ignore_toasts();
    let prepare = row(&mut v, "Prepare: 0 of 4 steps done").expect("a line");
    v.sees("as usual").sees("Enter: 20 minutes").sees("Mock: ");
    assert!(Some(prepare) < row(&mut v, "Your time for it today"));
    more_time(&mut v)
        .sees("Enter: 40 minutes")
        .sees("A mock or a drill that does not fit leaves the list.")
        .sees_not("Mock: ");
    // Forty minutes hold the steps, and not the mock of forty as well.
    more_time(&mut v)
        .sees("▌ Your time for it today")
        .sees("Enter: 60 minutes")
        .sees("Prepare: 0 of 4")
        .sees(NOTES)
        .sees_not("Mock: ");
    more_time(&mut v).sees("Enter: as usual").sees("Mock: ");
    v.restart();
    v.sees("Enter: as usual").sees("Mock: ");
    // The list of the beginning comes back, and each choice can be taken back.
    more_time(&mut v).sees("Enter: 20 minutes").sees("Mock: ");
    more_time(&mut v).sees_not("Mock: ");
    v.press(Command::Undo)
        .sees("Enter: 20 minutes")
        .sees("Mock: ");
    more_time(&mut v);
    v.file("profile.toml").contains("minutes = 20");
    // It was said of this evening alone.
    let mut next = v.beside().on("2026-12-01").at("08:00").ignore_toasts();
    next.sees_not("Your time for it");
}

#[test]
fn each_step_says_how_long_it_takes() {
    let mut v = evening();
    let long = |v: &mut Visit, minutes: &str| {
        let screen = v.screen().text();
        let line = screen.lines().find(|l| l.contains("Prepare: "));
        line.is_some_and(|l| l.contains(minutes))
    };
    assert!(long(&mut v, "20 min"), "{}", v.screen());
    v.press(Command::Main)
        .sees("▌ [ ] Travel the route once")
        .sees("5 min");
    v.press(Command::Done).press(Command::Back);
    v.sees("Prepare: 1 of 4 steps done");
    assert!(long(&mut v, "15 min"), "{}", v.screen());
}

const ENDED: &str = r#"format = 1
employer = "Delta"
role = "Clerk"
stage = "in-person"
since = 2026-11-02
closed = true
outcome = "rejected"
ended = 2026-11-30
"#;

#[test]
fn the_end_at_another_job_does_not_stand_above_the_facts_of_this_one() {
    let mut v = evening().with_file("applications/delta-clerk.toml", ENDED);
    v.sees("Delta: they chose somebody else.")
        .sees("Harbor House: tomorrow at 10:00. Where: Harbor Street 12.");
    let mut alone = evening();
    alone.sees_not("Harbor House: tomorrow at 10:00. Where");
}

#[test]
fn a_mock_that_was_cut_off_on_the_evening_before_is_offered() {
    let mut v = evening();
    places::whole(&mut v, "recruiter-screen-20");
    places::on_to(&mut v, Context::Answer);
    v.types("I had the night shift and").wait(secs(3)).kill();
    v.sees("Go on with");
}
