//! What an export holds, and what it leaves out.

use serde_json::Value;

use crate::cli::trial::Trial;
use crate::store::samples;

/// A home with a sitting, an application, a debrief, a note and a private note.
fn full() -> Trial {
    let trial = Trial::new();
    trial.sit();
    let home = trial.home();
    home.save_application(&samples::application("acme-engineer"))
        .expect("saved");
    let mut debrief = samples::debrief();
    debrief.private = false;
    home.save_entry(&debrief).expect("saved");
    let mut note = samples::note("2026-11-20-walk", "A calm *day*.\n# Not a heading");
    note.private = false;
    home.save_entry(&note).expect("saved");
    let mut secret = samples::note("2026-11-21-secret", "Nobody reads XYZZY.");
    secret.private = true;
    home.save_entry(&secret).expect("saved");
    trial
}

#[test]
fn a_whole_mock_is_written_with_the_page_of_its_debrief() {
    let trial = Trial::new();
    let mut head = samples::head();
    head.shape = Some(samples::shape());
    let home = trial.home();
    home.begin_sitting(&head).expect("saved");
    for block in [samples::answer(0, "We kept the queue."), samples::rating(0)] {
        home.append_block(&head.id, &block, head.started)
            .expect("saved");
    }
    let done = trial.run(&["export", "md", "--what", "answers"]);
    assert!(done.out.contains("Went well: "), "{}", done.out);
    assert!(done.out.contains("### Part by part"), "{}", done.out);
    assert!(
        done.out.contains("- Plans and problems: Partly."),
        "{}",
        done.out
    );
    assert!(done.out.contains("greenroom drill --code "), "{}", done.out);
}

fn json(words: &[&str]) -> Value {
    let done = full().run(&[&["export", "json"], words].concat());
    assert_eq!(done.code, 0, "{}", done.err);
    serde_json::from_str(&done.out).expect("it is JSON")
}

#[test]
fn programs_get_everything_under_stable_names() {
    let all = json(&[]);
    assert_eq!(all["format"], 1);
    let answer = &all["sittings"][0]["answers"][0];
    assert_eq!(answer["text"], "We kept the queue.");
    assert_eq!(answer["kind"], "behavioral");
    assert!(answer["ratings"][0]["level"].is_string(), "{answer}");
    assert_eq!(all["entries"].as_array().map(Vec::len), Some(2));
    assert!(all["entries"][0]["debrief"]["questions"][0]["text"].is_string());
    assert_eq!(all["applications"][0]["id"], "acme-engineer");
}

#[test]
fn only_what_was_asked_for_is_in_it() {
    let journal = json(&["--what", "journal"]);
    assert!(journal["entries"].is_array());
    assert!(journal.get("sittings").is_none() && journal.get("applications").is_none());
}

#[test]
fn private_entries_and_ways_to_reach_people_stay_at_home() {
    let mut debrief = samples::debrief();
    debrief.private = false;
    let body = debrief.debrief.as_mut().expect("a debrief");
    body.people[0].contact = "CONTACT-1".to_owned();
    body.contact = "CONTACT-2".to_owned();
    body.body_language = "BODY".to_owned();
    for form in ["json", "md"] {
        let trial = full();
        trial.home().save_entry(&debrief).expect("saved");
        let done = trial.run(&["export", form]);
        for word in ["XYZZY", "CONTACT-1", "CONTACT-2", "BODY"] {
            assert!(!done.out.contains(word), "{form}: {word}");
        }
        assert!(
            done.err.contains("1 private entry left out."),
            "{}",
            done.err
        );
    }
}

#[test]
fn people_get_one_document_in_which_their_words_stay_words() {
    let done = full().run(&["export", "md"]);
    let lines: Vec<&str> = done.out.lines().collect();
    for line in [
        "# Applications",
        "# Journal",
        "# Answers",
        "> # Not a heading",
        "> We kept the queue.",
    ] {
        assert!(lines.contains(&line), "{line}\n{}", done.out);
    }
    assert!(!lines.contains(&"# Not a heading"));
}

#[test]
fn a_file_is_made_once_and_never_written_over() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("out.json");
    let path = path.to_str().expect("a plain name");
    let trial = full();
    let done = trial.run(&["export", "json", "--out", path]);
    assert_eq!((done.code, done.out), (0, format!("saved {path}\n")));
    let again = trial.run(&["export", "json", "--out", path]);
    assert_eq!(again.code, 1);
    assert!(
        again.said().contains("exists already and was not touched"),
        "{}",
        again.err
    );
}

#[test]
fn names_cannot_be_hidden_in_ones_own_words() {
    assert_eq!(full().run(&["export", "md", "--hide-names"]).code, 2);
}
