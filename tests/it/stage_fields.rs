//! A stage's page knows the field of work: what to prepare there, and what they listen for.

use greenroom::content::shipped;
use greenroom::domain::library::StageId;
use greenroom::keys::{Command, Context};

use crate::visit::Visit;

const JOB: &str =
    "format = 1\nemployer = \"St. Anne\"\nstage = \"in-person\"\nsince = 2026-02-12\n";

fn page(family: &str) -> Visit {
    let mut v = Visit::new()
        .ignore_toasts()
        .size(80, 60)
        .with_file(
            "profile.toml",
            &format!("format = 1\nfamily = \"{family}\"\n"),
        )
        .with_file("applications/st-anne.toml", JOB);
    v.press(Command::Roadmap)
        .press(Command::Main)
        .is_in(Context::Stage);
    v
}

#[test]
fn a_nurse_reads_what_nurses_prepare_and_ticks_it() {
    let step = "Put registration, vaccinations and certificates into one folder";
    let mut v = page("nursing");
    v.sees("Also in your field").sees("0 of 3").sees(step);
    v.sees("Gives readings and times, and whom they called");
    v.press(Command::Down);
    while !v.screen().to_string().contains(&format!("▌ [ ] {step}")) {
        v.press(Command::Down);
    }
    v.press(Command::Done).sees("1 of 3");
    v.file("applications/st-anne.toml").contains(step);
}

#[test]
fn who_said_no_field_sees_what_is_so_for_everybody_and_nothing_else() {
    let mut v = page("general");
    v.sees("Brings a fresh example to each person");
    v.sees_not("Also in your field");
    v.sees_not("Gives readings and times");
}

#[test]
fn no_field_is_told_what_another_one_is() {
    let library = shipped::library();
    for stage in [StageId::InPerson, StageId::TechnicalAssessment] {
        let sheet = library.stage(stage).expect("it ships");
        let all: Vec<&String> = (sheet.steps_in.iter().chain(&sheet.signals_in))
            .flat_map(|(_, lines)| lines)
            .collect();
        let several = |line: &&&String| all.iter().filter(|other| *other == *line).count() > 1;
        assert_eq!(all.iter().find(several), None, "{stage:?}");
    }
}
