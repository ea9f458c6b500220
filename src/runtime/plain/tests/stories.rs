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
    let lines = ["1", "The night rota", "9", "ownership", "", ""];
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
    let fits = "These show what it asks for: 1 The night rota, \"Two sick calls.\".";
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
