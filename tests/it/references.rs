//! Who would speak for one, and papers: a nurse whose registration runs out, an engineer with two referees and one who
//! says rather not.

use std::time::Duration;

use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const FILE: &str = "checks.toml";

const JOB: &str = r#"format = 1
employer = "Acme"
role = "Platform engineer"
stage = "final-offer"
since = 2026-02-12

[[scorecard]]
competency = "planning"

[[round]]
stage = "final-offer"
date = 2026-03-18
time = 10:00:00
"#;

const TWO: &str = r#"format = 1

# my two
[referees.ms-okafor]
name = "Ms. Okafor (oh-KAH-for)"
was = "led my team until 2024"
contact = "555 0134"
speaks_of = "the night of the failed release"
asked = 2026-02-20
answer = "yes"
answered = 2026-02-21

[referees.lee]
name = "Lee Tan"
asked = 2026-02-25
"#;

fn engineer() -> Visit {
    Visit::new()
        .with_file("applications/acme.toml", JOB)
        .with_file(
            "profile.toml",
            "format = 1\nname = \"Ana\"\nfamily = \"software\"\n",
        )
}

fn two() -> Visit {
    engineer().with_file(FILE, TWO)
}

/// The page, with the mark on its first line.
fn page(mut v: Visit) -> Visit {
    goes(&mut v);
    v
}

/// Goes there from any section.
fn goes(v: &mut Visit) {
    v.press(Command::Goto)
        .press(Command::References)
        .is_in(Context::References);
}

fn marks(v: &mut Visit, words: &str) {
    for _ in 0..20 {
        let rows = v.screen().rows();
        if rows
            .iter()
            .any(|row| row.contains('▌') && row.contains(words))
        {
            return;
        }
        v.press(Command::Down);
    }
    panic!("nothing marks {words}");
}

#[test]
fn an_empty_page_says_what_to_do_and_lists_what_the_field_is_often_asked_for() {
    let nurse = "format = 1\nfamily = \"nursing\"\n";
    let mut v = page(Visit::new().with_file("profile.toml", nurse).size(60, 24));
    v.sees("Nobody yet. n adds somebody who saw you at work")
        .sees("Registration")
        .sees("Vaccination record")
        .sees_not("Work samples");
    assert!(v.files(FILE).is_empty(), "looking writes nothing");
}

#[test]
fn somebody_is_asked_says_yes_and_is_told_with_one_key_each_and_each_goes_back() {
    let mut v = page(engineer());
    v.press(Command::New)
        .types("Ms. Okafor")
        .press(Command::NextField)
        .types("led my team until 2024")
        .press(Command::Save)
        .toast("Saved.");
    v.file(FILE)
        .contains("[referees.ms-okafor]")
        .contains("was = \"led my team until 2024\"");
    v.sees("not asked yet").sees("Space: asked.");
    v.press(Command::Done).toast("Ms. Okafor: asked.");
    v.file(FILE).contains("asked = 2026-03-02").lacks("answer");
    v.press(Command::Done).toast("Ms. Okafor: said yes.");
    v.sees("Space: knows about Acme.");
    v.press(Command::Done)
        .toast("Ms. Okafor: knows about Acme.");
    v.file(FILE)
        .contains("[referees.ms-okafor.jobs.acme]")
        .contains("briefed = 2026-03-02");
    v.press(Command::Undo)
        .toast("Taken back: Ms. Okafor: knows about Acme");
    v.file(FILE).lacks("briefed").contains("answer = \"yes\"");
    v.press(Command::Undo)
        .toast("Taken back: Ms. Okafor: said yes");
    v.press(Command::Redo)
        .toast("Done again: Ms. Okafor: said yes");
    v.file(FILE).contains("answer = \"yes\"");
}

#[test]
fn today_asks_to_tell_who_said_yes_before_acme_calls_and_nobody_else() {
    let mut v = two().size(120, 40);
    v.press(Command::Today)
        .sees("Tell Ms. Okafor that Acme may call")
        .sees("many employers call after the final talk")
        .sees_not("Tell Lee");
    marks(&mut v, "Tell Ms. Okafor");
    v.press(Command::Main)
        .is_in(Context::Letter)
        .sees("Dear Ms. Okafor")
        .sees("the night of the failed release")
        .sees("planning. They are likely to ask");
    v.press(Command::Done)
        .toast("Ms. Okafor: knows about Acme.");
    v.is_in(Context::Today).sees_not("Tell Ms. Okafor");
    v.file(FILE)
        .contains("briefed = 2026-03-02")
        .contains("# my two");
    v.press(Command::Undo)
        .toast("Taken back")
        .sees("Tell Ms. Okafor");
}

#[test]
fn who_would_rather_not_is_asked_for_nothing_more() {
    let mut v = page(two());
    marks(&mut v, "Lee Tan");
    v.press(Command::Edit)
        .press_times(Command::NextField, 4)
        .press_times(Command::NextValue, 2)
        .press(Command::Save)
        .toast("Saved.");
    v.sees("would rather not");
    v.file(FILE).contains("answer = \"rather-not\"");
    v.press(Command::Done)
        .toast("Nothing is left to do with them here.");
    v.press(Command::View).toast("They would rather not.");
}

#[test]
fn the_page_of_the_checks_says_what_is_ready_and_what_is_missing() {
    let mut v = engineer()
        .with_file(
            "applications/acme.toml",
            &JOB.replace("final-offer", "checks"),
        )
        .with_file(FILE, TWO)
        .size(100, 60)
        .ignore_toasts();
    v.press(Command::Roadmap);
    while v.context() != Context::Stage {
        v.press(Command::Main);
    }
    v.is_in(Context::Stage)
        .sees("References and documents")
        .sees("0 of 2 ready")
        .sees("Ms. Okafor: said yes, does not know about Acme yet")
        .sees("Lee Tan: asked 25 Feb");
    v.press(Command::References)
        .is_in(Context::References)
        .press(Command::Back);
    v.press(Command::Card)
        .sees("Ready")
        .sees("Ms. Okafor: said yes, does not know about Acme yet");
}

#[test]
fn a_nurse_hears_of_her_registration_before_it_runs_out() {
    let job = JOB
        .replace("Acme", "St. Mary")
        .replace("final-offer", "panel");
    let start = "[[told]]\nabout = \"start\"\nwords = \"1 june\"\ndate = 2026-02-20\n";
    let paper = "format = 1\n[documents.registration]\ntitle = \"Registration\"\nhave = true\nuntil = 2026-05-20\n";
    let mut v = Visit::new()
        .with_file("applications/st-mary.toml", &format!("{job}\n{start}"))
        .with_file("profile.toml", "format = 1\nfamily = \"nursing\"\n")
        .with_file(FILE, paper)
        .size(120, 40);
    v.press(Command::Today)
        .sees("Registration runs out")
        .sees("20 May")
        .sees_not("overdue");
    marks(&mut v, "Registration runs out");
    v.sees("20 May, before the job at St. Mary.");
    v.press(Command::Done)
        .toast("Registration: a new one is asked for.");
    v.sees_not("Registration runs out")
        .file(FILE)
        .contains("asked = 2026-03-02");
    v.press(Command::Undo)
        .toast("Taken back")
        .sees("Registration runs out");
    goes(&mut v);
    marks(&mut v, "Registration");
    v.sees("until 20 May").press(Command::Main);
    v.press_times(Command::NextField, 3)
        .press(Command::DeleteLineStart)
        .types("20 may 2029")
        .press(Command::Save)
        .toast("Saved.");
    v.file(FILE).contains("until = 2029-05-20");
    v.press(Command::Today).sees_not("Registration runs out");
}

#[test]
fn one_key_says_that_a_paper_is_there_and_it_is_taken_out_again() {
    let mut v = page(two());
    marks(&mut v, "Work samples");
    v.press(Command::Done).toast("Work samples: I have it.");
    v.file(FILE)
        .contains("[documents.work-samples]")
        .contains("have = true");
    v.press(Command::Remove).toast("Work samples is out.");
    v.file(FILE).lacks("work-samples");
    v.press(Command::Remove)
        .toast("Nothing is written down of it.");
    v.press(Command::Undo)
        .toast("Taken back: taking out Work samples");
    v.file(FILE).contains("[documents.work-samples]");
}

#[test]
fn what_is_half_typed_is_there_after_a_crash() {
    let mut v = page(two());
    v.press(Command::New)
        .types("Dr. Am")
        .wait(Duration::from_secs(2));
    v.kill();
    v.sees("Go on with: somebody who would speak for you");
    marks(&mut v, "Go on with: somebody");
    v.press(Command::Main).sees("Dr. Am").sees("goes on here");
    v.types("in").press(Command::Save).toast("Saved.");
    v.file(FILE).contains("[referees.dr-amin]");
    v.sees_not("Go on with");
}

#[test]
fn hidden_names_are_hidden_on_every_page_of_it() {
    let mut v = two().hides_names().size(100, 40).ignore_toasts();
    v.press(Command::Today).sees_not("Okafor").sees_not("Acme");
    goes(&mut v);
    v.sees("Person 1")
        .sees_not("Okafor")
        .sees_not("555 0134")
        .sees_not("Lee Tan")
        .sees_not("Acme");
}

#[test]
fn a_broken_file_is_named_with_its_line_and_never_written_over() {
    let broken = TWO.replace("\"Lee Tan\"", "\"Lee Tan");
    let mut v = engineer().with_file(FILE, &broken).ignore_toasts();
    goes(&mut v);
    v.wait(Duration::from_secs(20))
        .sees("checks.toml, line 14, cannot be read");
    v.press(Command::New)
        .types("Ana")
        .press(Command::Save)
        .sees("NOT saved: checks.toml, line 14");
    assert_eq!(v.file(FILE).text, broken);
    v.meddles(FILE, TWO);
    v.press(Command::Save);
    v.file(FILE)
        .contains("[referees.ana]")
        .contains("Lee Tan")
        .contains("# my two");
}

#[test]
fn two_studios_that_write_at_once_lose_nothing() {
    let mut ana = page(two());
    let mut other = ana.beside();
    goes(&mut other);
    marks(&mut other, "Lee Tan");
    other.press(Command::Done).toast("Lee Tan: said yes.");
    marks(&mut ana, "Ms. Okafor");
    ana.press(Command::Done)
        .toast("Ms. Okafor: knows about Acme.");
    ana.press(Command::New)
        .types("Dr. Amin")
        .press(Command::Save)
        .toast("Saved.");
    ana.file(FILE)
        .contains("answered = 2026-03-02")
        .contains("briefed = 2026-03-02")
        .contains("[referees.dr-amin]")
        .contains("# my two");
}

#[test]
fn a_full_disk_leaves_the_screen_as_the_file_is() {
    let mut v = page(two()).ignore_toasts();
    marks(&mut v, "Ms. Okafor");
    v.disk_fills_up()
        .press(Command::Done)
        .sees("Space: knows about Acme.");
    v.disk_has_room()
        .press(Command::Done)
        .sees("Space: Acme has the name.");
    v.file(FILE).contains("briefed = 2026-03-02");
}

#[test]
fn it_stands_in_little_room_too() {
    for (width, height) in [(40, 10), (60, 15), (120, 40)] {
        let mut v = page(two().size(width, height));
        v.sees("Lee Tan");
        marks(&mut v, "Ms. Okafor");
        v.press(Command::Main).sees("Name");
    }
}

#[test]
fn with_two_jobs_the_arrows_turn_to_the_other_one() {
    let second = JOB.replace("Acme", "Birch").replace("final-offer", "panel");
    let mut v = page(
        two()
            .with_file("applications/birch.toml", &second)
            .size(100, 30),
    );
    marks(&mut v, "Ms. Okafor");
    v.sees("Space: knows about Acme.");
    v.press(Command::Right).sees("Space: knows about Birch.");
    v.press(Command::Done)
        .toast("Ms. Okafor: knows about Birch.");
    v.file(FILE).contains("[referees.ms-okafor.jobs.birch]");
    v.press(Command::Left).sees("Space: knows about Acme.");
}
