//! The ways of a day: fixed numbers, words, the list when it is asked for; settings, jobs, the journal, thank-yous.

use super::*;
use crate::domain::id::SittingId;
use crate::domain::level::Level;
use crate::domain::practice::record::{Block, Rater};
use crate::store::home::{Home, Texts};

#[test]
fn numbers_stay_words_are_taken_and_the_list_is_read_only_when_asked_for() {
    let trial = Trial::default();
    let told = flat(&trial.talk(says(&["note", "They want numbers.", ".", "?", "", "q"])));
    let (start, rest) = told.split_once("What now?").expect("a prompt");
    assert!(
        !start.contains("1. "),
        "no list is read at the start: {start}"
    );
    assert!(start.contains("0. Five-minute mock"), "{start}");
    let (saved, list) = rest.split_once("? lists what you can do.").expect("short");
    assert!(saved.contains("Saved."), "{saved}");
    assert!(saved.contains("Next, 0. Five-minute mock."), "{saved}");
    assert!(!saved.contains("1. "), "nor after an action: {saved}");
    assert_eq!(list.matches("8. Note: write one.").count(), 1, "{list}");
    let (_, enter) = list.split_once("redo does again").expect("the list");
    assert!(enter.contains("Next, 0. Five-minute mock."), "{enter}");
    let wrong = trial.talk(says(&["knitting", "99", "q"]));
    assert!(
        wrong.contains("\"knitting\" fits none of them. "),
        "{wrong}"
    );
    assert!(wrong.contains("Type a number from 0 to 20"), "{wrong}");
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

#[test]
fn a_sentence_at_the_menu_is_no_choice_and_is_not_lost() {
    for said in [
        "Why do you want to leave the district?",
        "I felt good about what I said",
    ] {
        let trial = Trial::default();
        let told = trial.talk(says(&[said, "", "q"]));
        assert!(told.contains("That looks like a sentence"), "{told}");
        assert!(!told.contains("For which stage?"), "{told}");
        assert!(trial.file("journal/").contains(said), "{told}");
    }
    let trial = Trial::default();
    trial.talk(says(&["Why do you want to leave?", "n", "q"]));
    let paths = trial.memory.paths();
    assert!(
        paths.iter().all(|p| !p.starts_with("journal/")),
        "{paths:?}"
    );
}

#[test]
fn find_and_a_word_look_in_all_that_is_kept() {
    let trial = Trial::default();
    trial.talk(chooses("note", &["Discharge talk with Ruth.", "."]));
    trial.talk(chooses("note", &["Hello there.", "."]));
    for way in ["search discharge ruth", "find discharge ruth", "search"] {
        let told = flat(&trial.talk(says(&[way, "discharge ruth", "", "q"])));
        assert!(told.contains("1. Journal: "), "{told}");
        assert!(!told.contains("Hello there."), "{told}");
    }
    let told = flat(&trial.talk(says(&["search discharge ruth", "1", "", "q"])));
    assert_eq!(
        told.matches("Discharge talk with Ruth.").count(),
        2,
        "{told}"
    );
    let told = flat(&trial.talk(says(&["find thank-you to a panel", "", "q"])));
    assert!(told.contains("1. Handbook: Thank-you to a panel"), "{told}");
}

#[test]
fn u_names_what_it_took_back_and_redo_does_it_again() {
    let trial = Trial::default();
    let told = flat(&trial.talk(chooses(
        "stages",
        &[
            "panel", "prepare", "1", "2", "", "ask here", "1", "", "", "u", "u", "redo", "u",
            "undo",
        ],
    )));
    let (_, undone) = told
        .split_once("Taken back: keeping \"")
        .expect("the last one");
    assert!(
        undone.contains("u would now take back: the tick at \""),
        "{undone}"
    );
    assert_eq!(
        undone.matches("Taken back: the tick at \"").count(),
        3,
        "{undone}"
    );
    assert!(undone.contains("Done again: the tick at \""), "{undone}");
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(!profile.contains("panel"), "nothing is left: {profile}");
}

#[test]
fn words_that_everybody_knows_are_taken_at_the_menu() {
    let told = Trial::default().talk(says(&["help", "back", "redo", "exit", "note"]));
    for words in [
        "8. Note: write one.",
        "Back at the start.",
        "There is nothing to do again.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(!told.contains("Write the note."), "{told}");
}

#[test]
fn a_sheet_is_read_in_sentences_and_numbers_of_its_parts_stay() {
    let trial = with_a_job();
    let told = trial.talk(chooses(
        "stages",
        &[
            "panel",
            "who and how",
            "both voices",
            "",
            "ask here",
            "1",
            "",
            "prepare",
            "",
            "",
        ],
    ));
    let words = flat(&told);
    for line in ["- In a room: ", "Who hires: ", "Who applied: "] {
        assert!(words.contains(line), "{line}: {words}");
    }
    for raw in ["in room:", "Hires  ", "read again"] {
        assert!(!told.contains(raw), "{raw}: {told}");
    }
    let lists: Vec<&str> = told.split("Which part?").collect();
    let kept = lists.iter().find(|list| list.contains(". To ask."));
    let kept = kept.expect("what was kept is a part");
    let place = |list: &str, name: &str| {
        let line = list.lines().find(|line| line.contains(name));
        line.and_then(|line| line.split('.').next())
            .map(str::to_owned)
    };
    assert_eq!(
        place(kept, ". Prepare,"),
        place(lists[0], ". Prepare,"),
        "{told}"
    );
}

#[test]
fn a_form_says_what_became_of_it_when_one_goes_back() {
    let trial = with_a_job();
    let told = trial.talk(chooses("jobs", &["mary", "change", "employer", "", "b"]));
    assert!(told.contains("Nothing was changed."), "{told}");
    let told = trial.talk(chooses(
        "jobs",
        &["mary", "change", "employer", "St. Marys", "b"],
    ));
    assert!(
        told.contains("Not saved yet. What you typed is kept"),
        "{told}"
    );
    let told = Trial::default().talk(chooses("settings", &["name", "Eva", "b"]));
    assert!(
        told.contains("Saved. It holds from the next sitting on."),
        "{told}"
    );
}

#[test]
fn a_word_with_a_dot_that_is_not_known_answers_in_one_line() {
    let told = Trial::default().talk(chooses("drill", &["1", ".h", "?", "q"]));
    assert!(
        told.contains("Not taken: .h. ? tells what can be typed."),
        "{told}"
    );
    assert_eq!(
        told.matches("Type a number from 1 to 50").count(),
        1,
        "{told}"
    );
}

#[test]
fn a_question_of_ones_own_is_added_said_to_be_kept_and_taken_back() {
    let trial = with_a_job();
    let lines = [
        "panel",
        "to ask",
        "1",
        "Who works nights?",
        "2",
        "Who works nights?",
    ];
    let told = flat(&trial.talk(chooses("stages", &lines)));
    assert!(
        told.contains("Kept under To ask. u takes it back."),
        "{told}"
    );
    assert!(told.contains("That question is there already."), "{told}");
    assert!(trial.file("applications/").contains("Who works nights?"));
    let lines = ["panel", "to ask", "2", "And who days?", "", "", "u"];
    let told = flat(&trial.talk(chooses("stages", &lines)));
    assert!(told.contains("Taken back: the question"), "{told}");
    let file = trial.file("applications/");
    assert!(!file.contains("And who days?"), "{file}");
    assert!(file.contains("Who works nights?"), "{file}");
}

#[test]
fn find_leads_to_jobs_and_past_sittings_too() {
    let trial = Trial::default();
    trial.talk(sits_once());
    trial.talk(chooses("jobs", &["St. Mary", "Staff nurse", "panel", ""]));
    let told = flat(&trial.talk(says(&["find staff mary", "1", "b", "", "q"])));
    assert!(told.contains("1. Job: St. Mary, Staff nurse."), "{told}");
    assert!(told.contains("Prepare: Panel"), "{told}");
    let told = flat(&trial.talk(says(&["find five-minute", "", "q"])));
    assert!(told.contains("Sitting: "), "{told}");
}

#[test]
fn from_the_interviewers_seat_answers_are_rated_line_by_line_and_the_agreed_words_are_read() {
    let trial = Trial::default();
    let lines = ["1", "1 2", "", "", "4", "4", "4", "4", "4", "4"];
    let told = flat(&trial.talk(chooses("interviewer's", &lines)));
    for words in [
        "Answer 1 of 3.",
        "What should be in it:",
        "Which did they say?",
        "Which word?",
        "ur rating",
        "What must not count",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(profile.contains("points_hit = [1, 2]"), "{profile}");
}

#[test]
fn one_step_back_in_a_rating_from_the_seat_asks_the_question_before() {
    let trial = Trial::default();
    let lines = [
        "1", "1 2", "3", "b", "4", "", "b", "b", "b", "1", "4", "", "4", "4", "4", "4", "4", "4",
    ];
    let told = flat(&trial.talk(chooses("interviewer's", &lines)));
    assert_eq!(told.matches("Which question?").count(), 1, "{told}");
    assert_eq!(told.matches("only in part?").count(), 4, "{told}");
    let profile = trial.memory.text("profile.toml").expect("it is kept");
    assert!(profile.contains("points_hit = [1]"), "{profile}");
    assert!(profile.contains("points_half = [4]"), "{profile}");
}

#[test]
fn a_sitting_that_was_ended_before_any_answer_is_not_among_the_past_ones() {
    let trial = Trial::default();
    let store: Arc<dyn Store> = trial.memory.clone();
    let home = Home::new(Arc::clone(&store), store);
    trial.talk(sits_once());
    let mut sat = home.load_all(Texts::Kept).sittings.remove(0);
    let is_end = |block: &Block| matches!(block, Block::Event(event) if event.what.closes());
    sat.blocks.retain(is_end);
    sat.head.id = SittingId::new("2026-03-01T0900-drill");
    "Ended at once".clone_into(&mut sat.head.title);
    home.begin_sitting(&sat.head).expect("created");
    for block in &sat.blocks {
        home.append_block(&sat.head.id, block, sat.head.started)
            .expect("saved");
    }
    let told = flat(&trial.talk(chooses("sittings", &["1", ""])));
    assert!(!told.contains("Ended at once"), "{told}");
    assert!(told.contains("You said: "), "{told}");
}
