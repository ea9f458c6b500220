//! The ways of a day: fixed numbers, words, the list when it is asked for; settings, jobs, the journal, thank-yous.

use super::*;
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
    assert!(wrong.contains("Type a number from 0 to 19"), "{wrong}");
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

/// A home with one job and its panel on this day.
pub(super) fn with_a_panel_on(day: &str) -> Trial {
    let trial = Trial::default();
    trial.talk(chooses(
        "jobs",
        &["St. Mary", "Staff nurse", "panel", day, "9:45"],
    ));
    trial
}

/// A home with one job: a panel on 18 March.
fn with_a_job() -> Trial {
    with_a_panel_on("2026-03-18")
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
fn a_job_that_is_half_entered_is_kept_and_goes_on() {
    for leave in ["q", "b", ""] {
        let trial = Trial::default();
        let mut said = vec!["jobs", "Beta House", "Social worker"];
        match leave {
            "" => {}
            "b" => said.extend(["b", "b", "b"]),
            leave => said.push(leave),
        }
        trial.talk(says(&said));
        let told = flat(&trial.talk(says(&["q"])));
        assert!(
            told.contains("Go on with: the job you are after"),
            "{leave}: {told}"
        );
        let told = trial.talk(chooses("jobs", &["", "", "panel", "", ""]));
        assert!(told.contains("Enter keeps Beta House"), "{leave}: {told}");
        let file = trial.file("applications/");
        assert!(file.contains("Social worker"), "{leave}: {file}");
        let told = flat(&trial.talk(says(&["q"])));
        assert!(!told.contains("Go on with: the job"), "{told}");
    }
}

#[test]
fn the_first_job_is_announced_and_what_was_typed_by_mistake_is_emptied() {
    let trial = Trial::default();
    let told = trial.talk(chooses(
        "jobs",
        &[
            "1", "oops", "b", "none", "b", "b", "Acme", "", "panel", "", "",
        ],
    ));
    let asked = "No job yet. Add the one you are after.\nWhich employer?";
    assert!(told.contains(asked), "{told}");
    let file = trial.file("applications/");
    assert!(
        file.contains("Acme") && !file.contains("oops") && !file.contains("none"),
        "{file}"
    );
    assert!(
        !told.contains("Kept. jobs goes on"),
        "it was emptied: {told}"
    );
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
fn what_was_typed_of_a_job_in_the_studio_is_part_of_it_when_lines_finish_it() {
    let trial = Trial::default();
    trial.talk(says(&["jobs", "Beta House", "Social worker", "q"]));
    let paths = trial.memory.paths();
    let path = (paths.iter().find(|path| path.starts_with("drafts/"))).expect("a draft");
    let draft = trial.memory.text(path).expect("a draft");
    let typed = |label: &str, words: &str, draft: &str| {
        let (empty, full) = (
            format!("[\"{label}\",\"\"]"),
            format!("[\"{label}\",\"{words}\"]"),
        );
        assert!(draft.contains(&empty), "{empty}: {draft}");
        draft.replace(&empty, &full)
    };
    let draft = typed("Who you meet", "Peter Hall, manager", &draft);
    let draft = typed("Where", "Harbor Street 12", &draft);
    let draft = typed("Notes", "Ask about nights.", &draft);
    trial.memory.meddle(path, &draft);
    trial.talk(chooses("jobs", &["", "", "panel", "2026-03-18", "9:45"]));
    let file = trial.file("applications/");
    for words in ["Peter Hall", "Harbor Street 12", "Ask about nights."] {
        assert!(file.contains(words), "{words}: {file}");
    }
    let told = flat(&trial.talk(says(&["q"])));
    assert!(!told.contains("Go on with: the job"), "{told}");
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
fn what_they_were_told_is_written_down_and_a_promise_is_ticked_as_sent() {
    let trial = with_a_job();
    let told = flat(&trial.talk(chooses(
        "jobs",
        &[
            "mary",
            "told them",
            "add",
            "what you said",
            "two references",
            "about",
            "promised",
            "to whom",
            "Ms. Okafor",
            "",
        ],
    )));
    assert!(told.contains("Saved."), "{told}");
    assert!(
        told.contains("Promised: two references (Ms. Okafor, 12 Mar, not sent yet)"),
        "{told}"
    );
    let file = trial.file("applications/");
    assert!(file.contains("about = \"promised\""), "{file}");
    let told = flat(&trial.talk(chooses("today", &["references", "y"])));
    assert!(
        told.contains("To send: Two references, promised to Ms. Okafor"),
        "{told}"
    );
    assert!(
        trial.file("applications/").contains("sent = true"),
        "{told}"
    );
}

#[test]
fn the_scorecard_is_read_ticked_and_given_a_line() {
    let trial = with_a_job();
    let told = flat(&trial.talk(chooses(
        "jobs",
        &[
            "mary",
            "scorecard",
            "type or paste",
            "A team player, calm and clear.",
            ".",
            "collaboration",
            "tick",
            "collaboration",
            "a line",
            "Two wards, one rota",
            "b",
        ],
    )));
    assert!(
        told.contains("Collaboration: the advert: team player."),
        "{told}"
    );
    assert!(told.contains("1 ticked. Four to eight is right"), "{told}");
    assert!(
        told.contains("Collaboration: ticked; your line; the advert: team player."),
        "{told}"
    );
    let told = flat(&trial.talk(chooses(
        "jobs",
        &["mary", "scorecard", "collaboration", "a line", "", "b"],
    )));
    assert!(told.contains("An empty line leaves yours."), "{told}");
    let file = trial.file("applications/");
    assert!(
        file.contains("advert = \"A team player, calm and clear.\""),
        "{file}"
    );
    assert!(
        file.contains("evidence = \"Two wards, one rota\""),
        "{file}"
    );
}
