//! The ways of a day: fixed numbers, words, the list when it is asked for; settings, jobs, the journal, thank-yous.

use super::*;
use crate::domain::level::Level;
use crate::domain::practice::record::{Block, Rater};
use crate::store::home::{Home, Texts};

#[test]
fn numbers_stay_words_are_taken_and_the_list_is_read_only_when_asked_for() {
    let trial = Trial::default();
    let told = trial.talk(says(&["note", "They want numbers.", ".", "?", "", "q"]));
    let (start, rest) = told.split_once("What now?").expect("a prompt");
    assert!(
        !start.contains("1. "),
        "no list is read at the start: {start}"
    );
    assert!(start.contains("0. Five-minute mock"), "{start}");
    let (saved, list) = rest.split_once("? lists what you can do.").expect("short");
    assert!(saved.contains("Saved."), "{saved}");
    assert!(!saved.contains("1. "), "nor after an action: {saved}");
    assert_eq!(list.matches("8. Note: write one.").count(), 2, "{list}");
    let wrong = trial.talk(says(&["knitting", "99", "q"]));
    assert!(
        wrong.contains("\"knitting\" fits none of them. "),
        "{wrong}"
    );
    assert!(wrong.contains("Type a number from 1 to "), "{wrong}");
}

#[test]
fn extra_time_and_the_field_of_work_are_settings_said_by_their_words() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "settings",
        &["extra time", "x1.5", "field", "teaching", "name", "Eva", ""],
    ));
    for words in [
        "Extra time: x1.5.",
        "Field of work: Teaching",
        "First name: Eva",
        "Saved.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    for words in [
        "factor = \"1.5\"",
        "family = \"teaching\"",
        "name = \"Eva\"",
    ] {
        assert!(profile.contains(words), "{words}: {profile}");
    }
}

#[test]
fn what_lines_cannot_do_is_told_with_the_command_that_does_it() {
    let told = flat(&Trial::default().talk(chooses("elsewhere", &[])));
    for way in [
        "`greenroom export md`",
        "Your files are in /home/sam/greenroom",
    ] {
        assert!(told.contains(way), "{way}: {told}");
    }
}

#[test]
fn commands_that_are_told_name_the_home_that_was_named() {
    let trial = Trial {
        home: Some(PathBuf::from("bea")),
        ..Trial::default()
    };
    for n in 0..5 {
        trial.memory.meddle(&format!("packs/p{n}.toml"), "[pack\n");
    }
    let told = flat(&trial.talk(chooses("elsewhere", &[])));
    for way in [
        "`greenroom --home bea export md`",
        "`greenroom --home bea check` tells them all",
    ] {
        assert!(told.contains(way), "{way}: {told}");
    }
}

#[test]
fn a_command_that_the_user_wrote_stands_as_it_was_written() {
    let trial = Trial {
        home: Some(PathBuf::from("bea")),
        ..Trial::default()
    };
    trial.memory.meddle(
        "journal/2026/2026-03-01-note.toml",
        "format = 1\nkind = \"note\"\ndate = 2026-03-01\nbody = \"Use `greenroom check` daily\"\n",
    );
    let told = flat(&trial.talk(chooses("journal", &["1"])));
    assert!(told.contains("Use `greenroom check` daily"), "{told}");
    assert!(!told.contains("--home bea check"), "{told}");
}

/// A home with one job: a panel on 18 March.
fn with_a_job() -> Trial {
    let trial = Trial::default();
    trial.talk(chooses(
        "jobs",
        &["St. Mary", "Staff nurse", "panel", "2026-03-18", "9:45"],
    ));
    trial
}

#[test]
fn a_role_that_names_its_field_of_work_says_it() {
    let trial = with_a_job();
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(profile.contains("family = \"nursing\""), "{profile}");
}

#[test]
fn a_job_and_the_day_of_its_interview_can_be_changed_and_it_can_move_on() {
    let trial = with_a_job();
    let told = trial.talk(chooses(
        "jobs",
        &[
            "mary",
            "change",
            "panel",
            "interview on",
            "whenever",
            "19 mar",
            "",
            "ending",
            "withdrew",
            "",
        ],
    ));
    assert!(told.contains("1. St. Mary, Staff nurse. Panel, "), "{told}");
    assert!(told.contains("Not a date."), "{told}");
    let file = trial.file("applications/");
    assert!(file.contains("2026-03-19"), "{told}\n{file}");
    assert!(file.contains("09:45"), "{file}");
    assert!(file.contains("withdrew"), "{told}\n{file}");
    let hello = flat(&trial.talk(says(&["q"])));
    assert!(hello.contains("St. Mary: you withdrew. "), "{hello}");
    assert!(!hello.contains("n adds"), "a key of the screen: {hello}");
    let trial = with_a_job();
    let told = trial.talk(chooses("jobs", &["mary", "move it on"]));
    assert!(told.contains("stands at:"), "{told}");
}

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
    let trial = with_a_job();
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
fn a_question_is_found_by_a_word_and_answered() {
    let told = Trial::default().talk(chooses(
        "questions",
        &[
            "resume through",
            "1",
            "y",
            "",
            "I began at the bakery.",
            ".l",
        ],
    ));
    assert!(told.contains("Answer it now?"), "{told}");
    assert!(told.contains("Question 1 of 1"), "{told}");
}

#[test]
fn who_has_told_no_field_hears_what_everybody_is_asked_first_and_what_is_near_is_told() {
    let told = Trial::default().talk(chooses("questions", &["weakness helicopter", ""]));
    let first = told.split("1. ").nth(1).expect("a list");
    assert!(!told.contains("Washing, dressing"), "{first}");
    assert!(told.contains("None has all of it, "), "{told}");
    assert!(!told.contains("Nothing has these words."), "{told}");
}

#[test]
fn the_handbook_is_read_page_by_page() {
    let told = Trial::default().talk(chooses("handbook", &["letters", "panel", "1", "", "q"]));
    assert!(told.contains("Thank-you to a panel"), "{told}");
    assert!(told.contains("{name}"), "the letter itself: {told}");
}

#[test]
fn a_past_sitting_is_read_with_what_was_said() {
    let trial = Trial::default();
    trial.talk(sits_once());
    let told = flat(&trial.talk(chooses("sittings", &["1", ""])));
    let said = "You said: In 2024 I led forty people through the move, and nobody left. Rated ";
    assert_eq!(told.matches(said).count(), 2, "{told}");
}

#[test]
fn what_a_partner_thought_is_not_read_as_the_level_and_a_second_try_has_none() {
    let trial = Trial::default();
    trial.talk(sits_once());
    let store: Arc<dyn Store> = trial.memory.clone();
    let home = Home::new(Arc::clone(&store), store);
    let sat = home.load_all(Texts::Kept).sittings.remove(0);
    let answers = sat.blocks.iter().find_map(|b| match b {
        Block::Answer(answer) => Some(answer.clone()),
        _ => None,
    });
    let ratings = sat.blocks.iter().find_map(|b| match b {
        Block::Rating(rating) => Some(rating.clone()),
        _ => None,
    });
    let (mut again, mut partner) = answers.zip(ratings).expect("it is rated");
    again.take = 2;
    again.for_point = Some(1);
    "Once more, shorter.".clone_into(&mut again.text);
    partner.rater = Rater::Partner;
    partner.level = Level::Strong;
    for block in [Block::Answer(again), Block::Rating(partner)] {
        home.append_block(&sat.head.id, &block, sat.head.started)
            .expect("saved");
    }
    let told = flat(&trial.talk(chooses("sittings", &["1", ""])));
    assert!(!told.contains("Rated Strong."), "{told}");
    assert!(told.contains("You said: Once more, shorter. "), "{told}");
    assert!(!told.contains("shorter. Rated"), "{told}");
    assert_eq!(told.matches(" Rated ").count(), 2, "{told}");
}
