//! Notes, debriefs, the job one is after, and what is read in lines.

use super::*;

#[test]
fn a_note_is_saved_and_can_be_taken_back() {
    let trial = Trial::default();
    let told = trial.talk(chooses("Write a note", &["They want numbers.", "."]));
    assert!(told.contains("Saved. u takes it back."), "{told}");
    assert!(trial.file("journal/").contains("They want numbers."));
    let trial = Trial::default();
    let told = trial.talk(chooses("Write a note", &["They want numbers.", ".", "u"]));
    assert!(told.contains("lies in the trash"), "{told}");
    assert!(trial.file("trash/").contains("They want numbers."));
}

#[test]
fn questions_of_a_debrief_become_practice() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "Debrief",
        &[
            "tired",
            "Why did you leave the bakery?",
            "1",
            "2",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
        ],
    ));
    assert!(
        told.contains("Saved. 1 question is now practice."),
        "{told}"
    );
    let entry = trial.file("journal/");
    assert!(
        entry.contains("Why did you leave the bakery?") && entry.contains("not-yet"),
        "{entry}"
    );
    assert!(
        trial
            .file("questions/mine.toml")
            .contains("Why did you leave the bakery?")
    );
}

#[test]
fn a_debrief_that_is_cut_off_keeps_what_was_said() {
    let trial = Trial::default();
    let told = trial.talk({
        let mut said = chooses("Debrief", &["tired", "Why did you leave the bakery?"]);
        move |new| said(new).filter(|line| line != "q")
    });
    assert!(!told.contains("panicked"));
    assert!(
        trial
            .file("journal/")
            .contains("Why did you leave the bakery?")
    );
}

#[test]
fn the_job_can_be_added_and_its_name_hidden() {
    let trial = Trial {
        hide_names: true,
        ..Trial::default()
    };
    let told = trial.talk(chooses(
        "Add the job",
        &["Acme", "Engineer", "6", "2026-03-18", "10:00"],
    ));
    assert!(trial.file("applications/").contains("Acme"));
    let after = told.split("Saved.").nth(1).expect("a second menu");
    assert!(after.contains("Employer A, panel interview"), "{after}");
    assert!(!after.contains("Acme"), "{after}");
}

#[test]
fn every_stage_can_be_read_and_progress_is_words() {
    let told = Trial::default().talk(chooses("Read about a stage", &["6"]));
    for title in [
        "What happens.",
        "How to prepare.",
        "What to ask them.",
        "Afterward.",
    ] {
        assert!(told.contains(title), "{title}\n{told}");
    }
    let trial = Trial::default();
    trial.talk(sits_once());
    let told = trial.talk(chooses("Progress.", &[]));
    assert!(told.contains("answer, too early. Newest first: "), "{told}");
}

#[test]
fn an_answer_that_is_kept_with_a_question_opens_after_the_attempt() {
    let trial = Trial {
        drill: Some(DrillWish {
            competencies: vec![CompetencyId::new("ward/handover")],
            count: Some(1),
            ..DrillWish::default()
        }),
        ..Trial::default()
    };
    let pack = "[pack]\nformat = 1\nid = \"ward\"\ntitle = \"Ward\"\nversion = \"1\"\nauthor = \"a\"\nlicense = \"private\"\nlanguage = \"en\"\n\n[[competency]]\nid = \"handover\"\ntitle = \"Handover\"\n\n[[question]]\nid = \"q\"\ntext = \"What is a handover?\"\ncompetencies = [\"handover\"]\nnotes = \"The talk between two shifts.\"\n";
    let made = trial.memory.create("packs/ward.toml", pack.as_bytes());
    made.expect("memory takes it");
    let mut heard = false;
    let told = trial.talk(|new| {
        if new.contains("What a strong answer has.") && !heard {
            heard = true;
            return Some(number_of("What a strong answer has.", new));
        }
        (!new.contains("The sitting is over")).then(|| sits(new))
    });
    let (before, after) = told.split_once("This answer: ").expect("it was rated");
    assert!(before.contains("What is a handover?"), "{before}");
    assert!(!before.contains("between two shifts"), "{before}");
    assert!(
        flat(after).contains("Kept with the question The talk between two shifts."),
        "{after}"
    );
}
