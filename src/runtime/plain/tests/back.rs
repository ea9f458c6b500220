//! One step back, from menus, from a row of questions and from the blanks of a letter.

use super::sitting::drill;
use super::*;

#[test]
fn b_goes_back_to_the_menu_it_came_from() {
    let told = Trial::default().talk(chooses(
        "handbook",
        &["letters", "1", "b", "b", "voices", "b"],
    ));
    assert_eq!(told.matches("2. Checklists").count(), 3, "{told}");
    assert!(!told.contains("Back at the start."), "{told}");
    let told = Trial::default().talk(chooses("handbook", &["b"]));
    assert!(told.contains("Back at the start."), "{told}");
    let told = Trial::default().talk(chooses("stages", &["panel", "prepare", "b", "b", "b"]));
    assert_eq!(told.matches("Which part?").count(), 2, "{told}");
    assert_eq!(told.matches("Which stage?").count(), 2, "{told}");
    assert_eq!(told.matches("Back at the start.").count(), 1, "{told}");
}

#[test]
fn b_asks_the_question_before_and_keeps_what_was_typed_there() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "jobs",
        &["Acme", "Nrse", "b", "Nurse", "6", "b", "panel", "", ""],
    ));
    assert!(
        told.contains("Enter keeps Nrse, none empties it:"),
        "{told}"
    );
    let file = trial.file("applications/");
    assert!(file.contains("role = \"Nurse\""), "{file}");
    let told = Trial::default().talk(chooses("drill", &["panel", "b", "1", "2", "b"]));
    assert_eq!(told.matches("A drill. For which stage?").count(), 2);
    assert!(told.contains("Question 1 of 2"), "{told}");
    assert!(told.contains("Kept. Go on with it next time."), "{told}");
}

#[test]
fn b_leads_from_a_talk_that_was_only_looked_at_back_to_the_talks() {
    let told = Trial::default().talk(chooses("talk", &["1", "b", "b"]));
    assert_eq!(told.matches("Talks. Which one?").count(), 2, "{told}");
    assert!(!told.contains("Kept."), "{told}");
}

#[test]
fn the_blanks_of_a_letter_are_asked_for_and_b_goes_to_the_one_before() {
    let trial = Trial::default();
    trial.talk(chooses("jobs", &["St. Mary", "Nurse", "panel", "", ""]));
    let told = trial.talk(chooses(
        "handbook",
        &[
            "letters",
            "panel",
            "1",
            "y",
            "Mr. Hale",
            "b",
            "Mrs. Hale",
            "q",
        ],
    ));
    assert!(
        told.contains("Fill in what stands in braces? [n]:"),
        "{told}"
    );
    assert!(
        told.contains("Enter keeps \"Mr. Hale\", none empties it:"),
        "{told}"
    );
    let draft = trial.file("drafts/");
    assert!(draft.contains("Mrs. Hale"), "{draft}");
    let later = trial.talk(chooses("handbook", &["letters", "panel", "1", "n"]));
    assert!(later.contains("Mrs. Hale"), "it is kept: {later}");
}

#[test]
fn help_says_what_b_does_there() {
    let told = flat(&Trial::default().talk(chooses("drill", &["1", "1", "?", "b"])));
    assert!(
        told.contains("or, where there is none, leaves it for later"),
        "{told}"
    );
}

#[test]
fn words_of_a_form_end_with_one_full_stop_and_a_letter_is_no_choice() {
    let trial = Trial::default();
    trial.talk(chooses("jobs", &["Acme Inc.", "", "panel", "", ""]));
    let told = trial.talk(chooses(
        "jobs",
        &["1", "change", "notes", "They use Sage.", ".", "y", ""],
    ));
    assert!(told.contains("Notes: They use Sage.\n"), "{told}");
    assert!(told.contains("\"y\" fits none of them."), "{told}");
    assert!(told.contains("1. Acme Inc. Panel."), "{told}");
    assert!(!told.contains("..\n") && !told.contains(".. "), "{told}");
}

#[test]
fn an_offer_leads_to_the_steps_that_it_speaks_of() {
    let trial = Trial::default();
    trial.talk(chooses(
        "jobs",
        &["Acme", "Nurse", "panel", "2026-03-11", "9:00"],
    ));
    let told = trial.talk(chooses(
        "jobs",
        &["1", "change", "5", "came of it", "an offer", ""],
    ));
    let (_, after) = told
        .split_once("An offer. Three steps stand here.")
        .expect("the news");
    assert!(after.contains("To send: "), "{after}");
    assert!(!after.contains("Which one to change?"), "{after}");
}

#[test]
fn b_takes_the_last_pick_of_a_judgment_back() {
    let lines = ["1", "", "1", "b", "2", "1", "b", "b", "b"];
    let told = Trial::default().talk(chooses("judgment", &lines));
    let (asked, _) = told.split_once("There is nothing").expect("the end");
    assert!(!asked.contains("taken already"), "{asked}");
    let first = asked.matches("The best thing to do?").count();
    assert_eq!(first, 2, "the first pick is asked again: {asked}");
}

#[test]
fn b_goes_back_in_a_debrief_and_loses_nothing_that_stays() {
    let trial = Trial::default();
    let told = trial.talk(at_prompts(&[
        ("What now?", "debrief"),
        ("With which employer?", ""),
        ("Which stage was it?", ""),
        ("How do you feel", "tird"),
        ("Question 1:", "b"),
        ("Enter keeps tird, none empties it:", "tired"),
        ("Question 1:", "Why nights?"),
        ("How did it go?", "1"),
        ("How did they take it?", "b"),
        ("How did it go?", "3"),
        ("How did they take it?", ""),
        ("Question 2:", "Why her?"),
        ("How did it go?", "2"),
        ("How did they take it?", ""),
        ("Question 3:", "b"),
        ("Question 2: Enter keeps Why her?, none empties it:", "b"),
        ("Question 1: Enter keeps Why nights?, none", ""),
        ("How did it go?", ""),
        ("How did they take it?", ""),
        ("Question 2: Enter keeps Why her?, none", "Why here?"),
        ("How did it go?", ""),
        ("How did they take it?", ""),
        ("Question 3:", ""),
        ("What would you do again?", "b"),
        ("Question 3:", ""),
        ("1:", "Smiled"),
        ("2:", ""),
        ("Where did it slip?", "b"),
        ("2:", "q"),
    ]));
    assert!(
        told.contains("Saved. 2 questions are now practice."),
        "{told}"
    );
    let file = trial.file("journal/");
    for words in [
        "tired",
        "Why nights?",
        "solid",
        "Why here?",
        "partly",
        "Smiled",
    ] {
        assert!(file.contains(words), "{words}: {file}\n{told}");
    }
    assert!(
        !file.contains("not-yet") && !file.contains("her?"),
        "{file}"
    );
    let told = Trial::default().talk(chooses("debrief", &["", "", "b"]));
    assert!(told.contains("Nothing was written."), "{told}");
}

#[test]
fn a_job_that_was_changed_stays_so_when_it_is_moved_on_after_b() {
    let trial = Trial::default();
    trial.talk(chooses(
        "jobs",
        &["Acme", "", "panel", "2026-03-11", "9:00"],
    ));
    let told = trial.talk(chooses(
        "jobs",
        &["1", "change", "5", "2", "2026-03-12", "", "b", "4"],
    ));
    assert!(told.contains("Acme stands at: "), "{told}");
    let file = trial.file("applications/");
    assert!(file.contains("2026-03-12"), "{file}\n{told}");
}

#[test]
fn b_at_a_proof_asks_for_its_point_and_before_the_first_point_it_warns() {
    let told = drill().talk(at_prompts(&[
        ("How will this go?", ""),
        ("Type the answer.", "I led forty people."),
        ("", "."),
        ("1 of ", "h"),
        ("roof", "b"),
        ("1 of ", ""),
        ("roof", ""),
        ("2 of ", "y"),
        ("roof", "b"),
        ("2 of ", "b"),
        ("1 of ", "b"),
        (
            "There is nothing before this to go back to. b again leaves it for later.",
            "",
        ),
        ("roof", "b"),
        ("1 of ", "b"),
        ("There is nothing before this", "b"),
        ("Kept. Go on with it next time.", "q"),
    ]));
    assert!(told.matches("[h]:").count() >= 3, "the mark stays: {told}");
}

#[test]
fn b_takes_a_reply_back_and_leads_from_the_written_ones_to_ones_own() {
    let talk = DrillWish {
        scenario: Some(ScenarioId::new("exploding-offer")),
        ..DrillWish::default()
    };
    let trial = Trial {
        drill: Some(talk),
        ..Trial::default()
    };
    trial.talk(at_prompts(&[
        ("Enter starts; they speak first:", ""),
        ("Turn 1.", "First words"),
        ("", "."),
        ("Which of these comes nearest", "b"),
        ("So far: First words", "."),
        ("Which of these comes nearest", "2"),
        ("Enter goes on, b takes the reply back:", "b"),
        ("So far: First words", ".l"),
        ("Kept. Go on with it next time.", "q"),
    ]));
}

#[test]
fn b_at_the_first_of_a_set_says_one_thing_and_stays() {
    let told = Trial::default().talk(at_prompts(&[
        ("What now?", "judgment"),
        ("Which set?", "1"),
        ("Enter starts the clock:", ""),
        ("1 of ", "b"),
        (
            "There is nothing before this to go back to. b again leaves it for later.",
            "b",
        ),
        ("Kept. Go on with it next time.", "q"),
    ]));
    assert_eq!(told.matches("There is nothing").count(), 1, "{told}");
}

#[test]
fn a_debrief_that_was_begun_by_mistake_is_dropped_and_comes_back() {
    let trial = Trial::default();
    let told = trial.talk(at_prompts(&[
        ("What now?", "debrief"),
        ("With which employer?", ""),
        ("Which stage was it?", ""),
        ("How do you feel", "tired but glad"),
        ("Question 1:", "b"),
        ("How do you feel", "b"),
        ("1. Keep it.", "2"),
        ("Dropped. u brings it back.", "q"),
    ]));
    assert!(!told.contains("now practice"), "{told}");
    assert!(trial.file("trash/").contains("tired but glad"), "{told}");
    let trial = Trial::default();
    let lines = ["", "", "tired but glad", "b", "b", "2", "u"];
    let told = trial.talk(chooses("debrief", &lines));
    assert!(trial.file("journal/").contains("tired but glad"), "{told}");
}

#[test]
fn a_row_that_is_emptied_is_taken_out_and_the_others_stay() {
    let trial = Trial::default();
    trial.talk(at_prompts(&[
        ("What now?", "debrief"),
        ("With which employer?", ""),
        ("Which stage was it?", ""),
        ("How do you feel", "tired"),
        ("Question 1:", "Why nights?"),
        ("How did it go?", ""),
        ("How did they take it?", ""),
        ("Question 2:", "Why us?"),
        ("How did it go?", ""),
        ("How did they take it?", ""),
        ("Question 3:", "b"),
        ("Question 2:", "b"),
        ("Question 1:", "none"),
        ("Question 1: Enter keeps Why us?", ""),
        ("How did it go?", "q"),
    ]));
    let file = trial.file("journal/");
    assert!(
        file.contains("Why us?") && !file.contains("nights"),
        "{file}"
    );
}

#[test]
fn q_where_a_debrief_is_to_be_kept_or_dropped_keeps_it_and_quits() {
    let told = Trial::default().talk(at_prompts(&[
        ("What now?", "debrief"),
        ("With which employer?", ""),
        ("Which stage was it?", ""),
        ("How do you feel", "tired but glad"),
        ("Question 1:", "b"),
        ("How do you feel", "b"),
        ("1. Keep it.", "q"),
    ]));
    assert!(told.contains("Saved."), "{told}");
    assert_eq!(told.matches("What now?").count(), 1, "{told}");
}
