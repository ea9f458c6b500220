//! What is typed at a choice: a sentence that shares a word with one never means it, and what removes asks once.

use super::*;

#[test]
fn a_sentence_at_the_ways_of_a_job_moves_nothing_into_the_trash() {
    for said in ["look into dates", "they put me into a loop"] {
        let trial = with_a_job();
        let told = flat(&trial.talk(chooses("jobs", &["mary", said, "y"])));
        let kept = trial.memory.paths();
        assert!(
            kept.iter().any(|p| p.starts_with("applications/")),
            "{said}: {told}"
        );
        assert!(!told.contains("in the trash"), "{said}: {told}");
    }
    let told = flat(&with_a_job().talk(chooses("jobs", &["mary", "look into dates"])));
    assert!(told.contains("fits none of them"), "{told}");
}

#[test]
fn the_trash_asks_once_and_a_no_keeps_the_job() {
    for (said, gone) in [("n", false), ("", false), ("y", true)] {
        let trial = with_a_job();
        let told = flat(&trial.talk(chooses("jobs", &["mary", "into the trash", said])));
        assert!(told.contains("Put it into the trash?"), "{told}");
        assert_eq!(told.contains("It stays."), !gone, "{said}: {told}");
        let kept = trial.memory.paths();
        let there = kept.iter().any(|p| p.starts_with("applications/"));
        assert_eq!(there, !gone, "{said}: {told}");
    }
}

#[test]
fn a_sentence_typed_in_a_form_names_no_field_of_it() {
    let trial = Trial::default();
    let told = flat(&trial.talk(chooses(
        "stories",
        &[
            "4",
            "The night the ledger drifted",
            "title",
            "The ledger",
            "",
        ],
    )));
    assert!(
        told.contains("\"The night the ledger drifted\" fits none of them"),
        "{told}"
    );
    let kept = trial.file("stories/");
    assert!(kept.contains("title = \"The ledger\""), "{told}\n{kept}");
}
