//! Notes, debriefs, the job one is after, and what is read in lines.

use super::*;

#[test]
fn a_note_is_saved_and_can_be_taken_back() {
    let trial = Trial::default();
    let told = trial.talk(chooses("note", &["They want numbers.", "."]));
    assert!(told.contains("Saved. u takes it back."), "{told}");
    assert!(trial.file("journal/").contains("They want numbers."));
    let trial = Trial::default();
    let told = trial.talk(chooses("note", &["They want numbers.", ".", "u"]));
    assert!(told.contains("Taken back: the note"), "{told}");
    assert!(trial.file("trash/").contains("They want numbers."));
}

#[test]
fn questions_of_a_debrief_become_practice() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "debrief",
        &[
            "",
            "",
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
        let mut said = chooses(
            "debrief",
            &["", "", "tired", "Why did you leave the bakery?"],
        );
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
    trial.talk(chooses(
        "jobs",
        &["Acme", "Engineer", "6", "2026-03-18", "10:00"],
    ));
    assert!(trial.file("applications/").contains("Acme"));
    let told = trial.talk(says(&["q"]));
    let after = told.as_str();
    assert!(after.contains("Employer A, panel interview"), "{after}");
    assert!(!after.contains("Acme"), "{after}");
}

#[test]
fn every_stage_can_be_read_part_by_part_and_its_steps_ticked() {
    let trial = Trial::default();
    let told = flat(&trial.talk(chooses("stages", &["panel", "prepare", "1", "", "signals"])));
    for words in [
        "1. Prepare, 0 of ",
        "Expect.",
        "Ask here.",
        "1. Open: ",
        "Done: ",
    ] {
        assert!(told.contains(words), "{words}\n{told}");
    }
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(profile.contains("panel"), "{profile}");
    let told = trial.talk(chooses("stages", &["panel", "prepare"]));
    assert!(told.contains("1. Done: "), "{told}");
    let told = trial.talk(chooses(
        "stages",
        &[
            "panel", "prepare", "1", "", "", "u", "stages", "panel", "prepare",
        ],
    ));
    assert!(told.contains("Open again: "), "{told}");
    let steps = flat(&told);
    assert!(
        steps.contains("Taken back: taking the tick off \""),
        "{told}"
    );
    assert!(steps.contains("redo does it again"), "{told}");
}

#[test]
fn a_question_is_kept_to_be_asked_and_let_go() {
    let trial = Trial::default();
    let told = flat(&trial.talk(chooses(
        "stages",
        &["panel", "ask here", "1", "", "to ask", "1", ""],
    )));
    assert!(told.contains("Kept under To ask: "), "{told}");
    assert!(told.contains("Let go: "), "{told}");
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(!profile.contains("panel"), "nothing is left: {profile}");
}

#[test]
fn progress_is_words() {
    let trial = Trial::default();
    trial.talk(sits_once());
    let told = trial.talk(chooses("progress", &[]));
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

#[test]
fn a_time_that_is_not_understood_is_asked_again_and_read_back() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "jobs",
        &[
            "Acme",
            "Engineer",
            "6",
            "2026-03-18",
            "quarter to ten",
            "9:45",
        ],
    ));
    assert!(told.contains("Not a time: quarter to ten."), "{told}");
    assert!(
        told.contains("Wednesday 18 March 2026 at 09:45, "),
        "{told}"
    );
    assert!(trial.file("applications/").contains("09:45"), "{told}");
}

/// A home in which Acme doubted something, and its next interview is near.
fn doubted() -> Trial {
    let trial = Trial::default();
    trial.memory.meddle(
        "applications/acme.toml",
        "format = 1\nemployer = \"Acme\"\nrole = \"\"\nstage = \"panel\"\nsince = 2026-02-20\nclosed = false\n\
         outcome = \"pending\"\n\n[[round]]\nstage = \"panel\"\ndate = 2026-03-18\noutcome = \"pending\"\n",
    );
    trial.memory.meddle(
        "journal/2026/2026-03-10-acme-screening.toml",
        "format = 1\nkind = \"debrief\"\ndate = 2026-03-10\ntitle = \"\"\napplication = \"acme\"\nstage = \"screening\"\n\
         tags = [\"thanked\"]\nbody = \"\"\n\n[debrief]\n\n[[debrief.concerns]]\ntext = \"too junior\"\n\
         my_reply = \"told them about Leeds\"\ncleared = \"no\"\n",
    );
    trial
}

#[test]
fn a_doubt_that_is_left_for_later_waits_and_is_not_cleared_up() {
    let trial = doubted();
    let mut asked = 0;
    let told = trial.talk(|new| {
        asked += 1;
        match asked {
            1 => Some(number_of("They doubted: too junior", new)),
            2 => Some(String::new()),
            3 => Some("I led forty people.".to_owned()),
            4 => Some(".l".to_owned()),
            _ => None,
        }
    });
    assert!(told.contains("Kept. Go on with it next time."), "{told}");
    assert!(!told.contains("Is it cleared up?"), "{told}");
    let file = trial.file("practice/");
    assert!(file.contains("left"), "{file}");
}

#[test]
fn a_doubt_is_put_as_a_question_and_what_was_replied_stands_beside_it_afterward() {
    let trial = doubted();
    let mut chosen = false;
    let mut heard = false;
    let mut cleared = false;
    let told = trial.talk(|new| {
        if !std::mem::replace(&mut chosen, true) {
            return Some(number_of("They doubted: too junior", new));
        }
        if new.contains("What a strong answer has.") && !std::mem::replace(&mut heard, true) {
            return Some(number_of("What a strong answer has.", new));
        }
        if std::mem::replace(&mut cleared, new.contains("Is it cleared up?")) {
            return None;
        }
        Some(if cleared { "y".to_owned() } else { sits(new) })
    });
    let debrief = trial.file("journal/");
    assert!(debrief.contains("cleared = \"yes\""), "{debrief}");
    let (before, after) = told.split_once("This answer: ").expect("it was rated");
    assert!(
        flat(before).contains("They doubted: \"too junior\". What do you say?"),
        "{before}"
    );
    assert!(!before.contains("Leeds"), "{before}");
    assert!(
        flat(after).contains("What you replied at Acme: told them about Leeds"),
        "{after}"
    );
    assert!(trial.file("practice/").contains("q-they-doubted"), "{told}");
}

#[test]
fn the_card_is_read_said_and_written() {
    let job = "format = 1\nemployer = \"Hotel Lindenhof\"\nrole = \"\"\nstage = \"panel\"\nsince = 2026-11-01\n\
               closed = false\noutcome = \"pending\"\nnotes = \"Say first: I have run a desk for nine years.\"\n\n\
               [[round]]\nstage = \"panel\"\ndate = 2030-11-24\ntime = 10:00:00\noutcome = \"pending\"\n\
               place = \"Seestrasse 4\"\n";
    let trial = Trial::default();
    trial.memory.meddle("applications/hotel.toml", job);
    let told = flat(&trial.talk(chooses("card", &["1", "", "2", ""])));
    for words in [
        "The last ten minutes: Hotel Lindenhof, panel",
        "Where: Seestrasse 4",
        "Say first: \"I have run a desk for nine years.\"",
        "Bring: not written yet",
        "jobs adds what is not written yet.",
        "Say each one aloud, slowly.",
        "Said. Nothing was rated.",
        "Your folder is /home/sam/greenroom",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(trial.file("exports/").contains("- Seestrasse 4"));
    // As on the screen and on paper, a typed answer that went well says how it begins.
    let drill = include_str!("../../../../assets/sample/practice/2026/2026-02-10T1840-drill.toml");
    let trial = Trial::default();
    trial.memory.meddle("applications/hotel.toml", job);
    (trial.memory).meddle("practice/2026/2026-02-10T1840-drill.toml", drill);
    let told = flat(&trial.talk(chooses("card", &["1", ""])));
    let first = "The practice has been sold to a larger group";
    assert_eq!(told.matches(first).count(), 2, "{told}");
    let told = Trial::default().talk(chooses("card", &[]));
    assert!(told.contains("No interview is to come."), "{told}");
}

#[test]
fn the_days_until_an_interview_are_read_and_a_step_is_ticked() {
    let job = "format = 1\nemployer = \"Hotel Lindenhof\"\nrole = \"\"\nstage = \"panel\"\nsince = 2026-03-01\n\
               closed = false\noutcome = \"pending\"\n\n[[round]]\nstage = \"panel\"\ndate = DAY\n\
               time = 10:00:00\noutcome = \"pending\"\n";
    let trial = Trial::default();
    let in_days = sample::at(0.0).date() + chrono::Duration::days(3);
    let job = job.replace("DAY", &in_days.to_string());
    trial.memory.meddle("applications/hotel.toml", &job);
    let told = flat(&trial.talk(chooses("plan", &["2", "1", "3", "2", "4", "1", ""])));
    for words in [
        "Your days until",
        "20 minutes a day. The plan: Three days, laid out from now.",
        "- [ ] Ask for names, roles and the order of the session, 5 min",
        "30 minutes a day. The plan: Three days",
        "the last evening",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let file = trial.file("applications/");
    assert!(file.contains("step = \"Ask for names"), "{file}");
    let profile = trial.file("profile.toml");
    assert!(profile.contains("minutes_a_day = 30"), "{profile}");
    assert!(profile.contains("minutes = 0"), "{profile}");
    let told = Trial::default().talk(chooses("plan", &[]));
    assert!(
        told.contains("No interview with a day is to come."),
        "{told}"
    );
}
