//! Stories in lines: read, written with what they show, named in ten seconds, told in a debrief.

use super::*;

const ROTA: &str = "stories/the-night-rota.toml";

fn with_one() -> Trial {
    let trial = Trial::default();
    let text = "format = 1\ntitle = \"The night rota\"\ncreated = 2026-01-01\nfirst_sentence = \"Two sick calls.\"\n\
                shows = [\"ownership\"]\n";
    trial.memory.meddle(ROTA, text);
    trial
}

#[test]
fn a_story_is_read_by_its_number() {
    let told = flat(&with_one().talk(chooses("stories", &["1", "1", "", ""])));
    for words in ["1. The night rota. It shows Ownership.", "Two sick calls."] {
        assert!(told.contains(words), "{words}: {told}");
    }
}

#[test]
fn the_first_story_is_written_with_what_it_shows() {
    let trial = Trial::default();
    let lines = ["", "1", "The night rota", "9", "ownership", "", ""];
    let told = flat(&trial.talk(chooses("stories", &lines)));
    assert!(told.contains("No story yet"), "{told}");
    assert!(told.contains("Ownership: ticked."), "{told}");
    let file = trial.file("stories/");
    for words in ["title = \"The night rota\"", "shows = [\"ownership\"]"] {
        assert!(file.contains(words), "{words}: {file}");
    }
}

#[test]
fn a_story_is_named_by_its_number_and_a_miss_says_which_would_fit() {
    let trial = with_one();
    let told = flat(&trial.talk(chooses("stories", &["3", "", "1"])));
    assert!(told.contains("There at once"), "{told}");
    assert!(told.contains("1 question: 1 there at once."), "{told}");
    assert!(trial.file("stories/").contains("how = \"ok\""));
    let trial = with_one();
    let told = flat(&trial.talk(chooses("stories", &["3", "", ""])));
    let fits =
        "Missed: none came. These show what it asks for: 1 The night rota, \"Two sick calls.\"";
    assert!(!told.contains("calls.\"."), "{told}");
    assert!(told.contains(fits), "{told}");
    assert!(trial.file("stories/").contains("how = \"missed\""));
}

#[test]
fn a_debrief_asks_for_the_story_of_a_marked_question_and_it_is_told_there() {
    let trial = with_one();
    let lines = [
        "",
        "1",
        "calm",
        "A time I took over",
        "3",
        "4",
        "1",
        "",
        "q",
    ];
    let told = flat(&trial.talk(chooses("debrief", &lines)));
    assert!(told.contains("With which story?"), "{told}");
    let file = trial.memory.text(ROTA).expect("it is there");
    assert!(file.contains("[[told]]"), "{file}\n{told}");
    assert!(file.contains("level = \"solid\""), "{file}");
}

#[test]
fn a_step_back_takes_the_last_naming_back_and_asks_again() {
    for back in ["u", "b"] {
        let trial = with_one();
        let second =
            "format = 1\ntitle = \"The form\"\ncreated = 2026-01-01\nshows = [\"ownership\"]\n";
        trial.memory.meddle("stories/the-form.toml", second);
        let told = flat(&trial.talk(chooses("stories", &["3", "", "", back, "1", "1"])));
        assert!(told.contains("Taken back."), "{told}");
        assert!(told.contains("2 questions: 2 there at once."), "{told}");
        for path in [ROTA, "stories/the-form.toml"] {
            let file = trial.memory.text(path).expect("it is there");
            assert!(!file.contains("missed"), "{file}");
        }
    }
}

#[test]
fn none_of_mine_fits_is_no_miss_in_lines_either() {
    let trial = with_one();
    let told = flat(&trial.talk(chooses("stories", &["3", "", "2"])));
    assert!(told.contains("That is no miss"), "{told}");
    assert!(!trial.file("stories/").contains("recall"));
}

#[test]
fn a_new_story_starts_from_a_question_and_leads_back_to_the_stories() {
    let trial = with_one();
    let told = flat(&trial.talk(chooses("stories", &["2", "1", "1", "The form", "", "1"])));
    assert!(told.contains("Without a question"), "{told}");
    let after = told.split("Saved.").nth(1).expect("it was saved");
    assert!(after.contains("1. Read them"), "{after}");
}

#[test]
fn where_it_was_told_is_read_with_it() {
    let trial = Trial::default();
    let text = "format = 1\ntitle = \"The night rota\"\ncreated = 2026-01-01\n\n[[told]]\nday = 2026-02-20\n\
                stage = \"panel\"\npeople = [\"J. Moreau\"]\nlevel = \"strong\"\n";
    trial.memory.meddle(ROTA, text);
    let told = flat(&trial.talk(chooses("stories", &["1", "1", "", ""])));
    assert!(told.contains("Told to J. Moreau, panel, 20 Feb"), "{told}");
}

/// A job with a panel that took place and one that is to come.
fn with_interviews() -> Trial {
    let trial = with_one();
    let text = "format = 1\nemployer = \"Acme\"\nstage = \"panel\"\nsince = 2026-03-01\n\n[[round]]\nstage = \
                \"screening\"\ndate = 2026-03-05\n\n[[round.people]]\nname = \"J. Moreau\"\n\n[[round]]\nstage = \"panel\"\ndate = \
                2026-03-20\n";
    trial.memory.meddle("applications/acme.toml", text);
    trial
}

#[test]
fn what_the_next_interview_asks_for_is_read_with_what_is_missing_and_written_from_there() {
    let trial = with_interviews();
    let lines = ["4", "2", "The form"];
    let told = flat(&trial.talk(chooses("stories", &lines)));
    for words in [
        "What the Acme panel",
        "covered",
        "no story yet.",
        "For another interview.",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    assert!(told.contains("A number writes a story for it"), "{told}");
    let all = flat(&trial.talk(chooses("stories", &["4", "another", "all competencies"])));
    assert!(all.contains("All competencies: "), "{all}");
}

#[test]
fn a_story_goes_into_the_trash_and_comes_back() {
    let trial = with_one();
    let told = flat(&trial.talk(chooses("stories", &["1", "1", "3", "y"])));
    assert!(
        told.contains("Moved to the trash. u takes it back."),
        "{told}"
    );
    assert_eq!(trial.memory.text(ROTA), None);
    let trial = with_one();
    trial.talk(chooses("stories", &["1", "1", "3", "y", "u"]));
    assert!(trial.memory.text(ROTA).is_some());
}

#[test]
fn where_it_was_told_is_marked_by_hand_and_taken_off_again() {
    let trial = with_interviews();
    let told = flat(&trial.talk(chooses("stories", &["1", "1", "2", "1", ""])));
    assert!(told.contains("Told there: Stories warns you"), "{told}");
    let file = trial.memory.text(ROTA).expect("it is there");
    assert!(file.contains("people = [\"J. Moreau\"]"), "{file}");
    let told = flat(&trial.talk(chooses("stories", &["1", "1", "2", "1", ""])));
    assert!(told.contains("Told to J. Moreau"), "{told}");
    assert!(told.contains("Not told there."), "{told}");
    let file = trial.memory.text(ROTA).expect("it is there");
    assert!(!file.contains("[[told]]"), "{file}");
}

#[test]
fn a_story_beyond_the_ninth_is_named_by_its_number() {
    let trial = with_one();
    for n in 2..13 {
        let text = format!("format = 1\ntitle = \"Story {n:02}\"\ncreated = 2026-01-{n:02}\n");
        trial.memory.meddle(&format!("stories/s{n:02}.toml"), &text);
    }
    let told = flat(&trial.talk(chooses("stories", &["3", "", "12"])));
    assert!(told.contains("Missed: you named \"Story 12\"."), "{told}");
}
