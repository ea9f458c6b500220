//! After an interview in lines: its debrief, the journal, and letters.

use super::*;

#[test]
fn the_journal_is_read_and_searched() {
    let trial = Trial::default();
    trial.talk(chooses("note", &["They want numbers.", "."]));
    trial.talk(chooses("note", &["Bring the blue folder.", "."]));
    let told = trial.talk(chooses("journal", &["numbers", "1", "nothing", ""]));
    assert!(told.contains("Bring the blue folder."), "{told}");
    let found = told.split("2 in all.").nth(1).expect("the list");
    assert!(found.contains("1 in all."), "{found}");
    assert!(!found.contains("blue"), "{found}");
    assert!(found.contains("They want numbers."), "{found}");
    assert!(found.contains("Nothing has these words."), "{found}");
}

#[test]
fn a_thank_you_is_read_and_marked_as_sent() {
    let trial = with_a_panel_on("2026-03-11");
    trial.talk(chooses(
        "debrief",
        &[
            "1",
            "tired",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "",
            "Mrs. Hale",
            "",
            "",
            "",
        ],
    ));
    let told = trial.talk(chooses("today", &["thank-you to mrs. hale", "n", "y"]));
    assert!(told.contains("For: St. Mary"), "the letter knows: {told}");
    assert!(told.contains("To send: Thank-you to Mrs. Hale"), "{told}");
    assert!(told.contains("Is it sent?"), "{told}");
    let later = trial.talk(says(&["q"]));
    assert!(!later.contains("Mrs. Hale"), "{later}");
}

#[test]
fn a_letter_that_has_its_time_is_read_and_marked_as_sent() {
    let trial = with_a_job();
    trial.talk(chooses(
        "jobs",
        &["mary", "change", "ending", "withdrew", ""],
    ));
    let told = trial.talk(chooses("today", &["tell st. mary", "n", "y"]));
    let line = "To send: Tell St. Mary that you withdraw, so that they can go on.";
    assert!(flat(&told).contains(line), "{told}");
    assert!(told.contains("Is it sent?"), "{told}");
    let later = trial.talk(says(&["q"]));
    assert!(!later.contains("To send"), "{later}");
}

#[test]
fn another_interview_is_asked_for_its_employer_and_stage_and_nothing_is_guessed() {
    let trial = with_a_job();
    let told = trial.talk(at_prompts(&[
        ("What now?", "debrief"),
        ("St. Mary, Staff nurse, still to come", ""),
        ("With which employer?", "Riverside Trust"),
        ("Which stage was it?", "screening"),
        ("How do you feel", "tired"),
        ("Question 1:", "Why do you want to leave the district?"),
        ("How did it go?", "1"),
        ("How did they take it?", "q"),
    ]));
    let file = trial.file("journal/");
    assert!(
        file.contains("Debrief: Riverside Trust, screening"),
        "{file}"
    );
    assert!(!file.contains("mary"), "{told}\n{file}");
    let trial = with_a_job();
    trial.talk(chooses("debrief", &["", "st. mary", "", "tired"]));
    assert!(
        trial.file("journal/").contains("mary"),
        "the job that was named"
    );
}

#[test]
fn an_interview_that_is_still_to_come_is_debriefed_only_when_that_is_meant() {
    let trial = with_a_job();
    let told = trial.talk(at_prompts(&[
        ("What now?", "debrief"),
        ("Which interview?", "1"),
        ("That is still to come: ", ""),
        ("Which interview?", "1"),
        ("Debrief it now? [n]:", "y"),
        ("How do you feel", "tired"),
        ("Question 1:", "q"),
    ]));
    assert!(trial.file("journal/").contains("tired"), "{told}");
    let later = flat(&trial.talk(says(&["q"])));
    assert!(
        !later.contains("Thank-you"),
        "nobody was there yet: {later}"
    );
}

#[test]
fn a_letter_is_written_into_a_file_and_its_place_is_told() {
    let trial = with_a_panel_on("2026-03-11");
    let mut at = 0;
    let told = trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        at += 1;
        Some(match () {
            () if last.contains("Fill in what stands in braces?") => "y".to_owned(),
            () if last.contains("Write it into a file") => "y".to_owned(),
            () if last.contains("Enter leaves it open:") => "Mrs. Hale".to_owned(),
            () if at == 1 => "handbook".to_owned(),
            () if at == 2 => "letters".to_owned(),
            () if at == 3 => "thank-you to a panel".to_owned(),
            () if at == 4 => "1".to_owned(),
            () if new.contains("Your folder is") => return None,
            () => String::new(),
        })
    });
    let letter = trial.file("exports/");
    assert!(letter.contains("Mrs. Hale"), "{letter}");
    let told = flat(&told);
    assert!(told.contains("Written to exports/2026-03-12-"), "{told}");
    assert!(
        told.contains("Your folder is /home/sam/greenroom."),
        "{told}"
    );
    assert!(!told.contains(".. Enter"), "{told}");
}

#[test]
fn a_debrief_asks_only_what_there_is_to_ask() {
    let trial = Trial::default();
    let mut menus = 0;
    let told = trial.talk(|new| {
        let last = new.rsplit('\n').next().unwrap_or_default();
        menus += usize::from(new.contains("What now?"));
        Some(match () {
            () if menus > 1 => "q".to_owned(),
            () if new.contains("What now?") => "debrief".to_owned(),
            () if last.starts_with("Doubt 1:") => "too junior".to_owned(),
            () => String::new(),
        })
    });
    assert!(told.contains("What did you reply?"), "{told}");
    assert!(
        !told.contains("Did that clear it?"),
        "nothing was replied: {told}"
    );
    assert!(
        !told.contains("what you had planned"),
        "nothing was planned: {told}"
    );
}

#[test]
fn a_fourth_thing_to_work_on_is_kept_as_well() {
    let trial = Trial::default();
    let things = ["pace", "a number early", "the close", "one question to ask"];
    let (mut menus, mut there, mut told) = (0, false, things.iter());
    let heard = trial.talk(|new| {
        menus += usize::from(new.contains("What now?"));
        there |= new.contains("What will you work on?");
        Some(match () {
            () if menus > 1 => "q".to_owned(),
            () if new.contains("What now?") => "debrief".to_owned(),
            () if there => told.next().copied().unwrap_or_default().to_owned(),
            () => String::new(),
        })
    });
    for thing in things {
        assert!(trial.file("journal/").contains(thing), "{thing}: {heard}");
    }
}

#[test]
fn a_debrief_that_was_taken_back_or_is_there_already_goes_on_in_lines() {
    let trial = with_a_job();
    let told = flat(&trial.talk(chooses(
        "debrief",
        &[
            "1", "y", "tired", "b", "b", "1", "u", "debrief", "1", "y", "",
        ],
    )));
    assert!(told.contains("What you had begun goes on here."), "{told}");
    assert!(told.contains("Enter keeps tired"), "{told}");
    assert!(trial.file("journal/").contains("tired"), "{told}");
    let drafts = |path: &String| path.starts_with("drafts/");
    assert!(
        !trial.memory.paths().iter().any(drafts),
        "it is in the entry"
    );
    let told = flat(&trial.talk(chooses("debrief", &["1", "y", "glad"])));
    assert!(
        told.contains("This interview has a debrief; it goes on here."),
        "{told}"
    );
    let paths = trial.memory.paths();
    let entries = paths.iter().filter(|path| path.starts_with("journal/"));
    assert_eq!(entries.count(), 1, "{paths:?}");
    assert!(trial.file("journal/").contains("glad"), "{told}");
}

#[test]
fn another_interview_is_about_the_open_job_of_an_employer_and_not_about_a_closed_one() {
    let trial = with_a_job();
    trial.memory.meddle(
        "applications/a-mary.toml",
        "format = 1\nemployer = \"St. Mary\"\nrole = \"Porter\"\nstage = \"panel\"\nsince = 2024-02-01\n\
         closed = true\noutcome = \"withdrew\"\nended = 2024-03-08\n",
    );
    trial.talk(chooses("debrief", &["another", "st. mary", "", "tired"]));
    let file = trial.file("journal/");
    assert!(file.contains("st-mary-staff-nurse"), "{file}");
}
