//! Notes that the form of the studio has begun and that plain mode goes on with.

use super::*;
use crate::panes::beside;
use crate::store::draft_file::{self, Draft};

/// A home with a half-written entry of the studio: some of its fields, and its text.
fn half_written(fields: &[(&str, &str)], text: &str) -> Trial {
    let (owner, field) = beside::draft_key(None);
    let fields = [fields, &[("What happened", text)]].concat();
    let draft = Draft {
        owner,
        field,
        text: text.to_owned(),
        facts: serde_json::to_string(&fields).expect("plain words"),
        caret: 0,
        saved_at: sample::at(0.0).wall,
    };
    let trial = Trial::default();
    let path = format!("drafts/{}.toml", draft_file::name(&draft.key()));
    trial.memory.meddle(&path, &draft_file::text(&draft));
    trial
}

#[test]
fn an_empty_note_leaves_what_the_studio_has_begun() {
    let trial = half_written(&[("In one word", "glad"), ("Tags", "panel")], "");
    let told = trial.talk(says(&["note", ".", "q"]));
    assert!(!told.contains("Nothing was written."), "{told}");
    assert!(told.contains("Kept half written."), "{told}");
    let draft = trial.file("drafts/");
    assert!(draft.contains("glad") && draft.contains("panel"), "{draft}");
}

#[test]
fn a_day_that_cannot_be_read_is_asked_for() {
    let trial = half_written(
        &[("Date", "the other day"), ("Tags", "panel")],
        "They were kind.",
    );
    let told = trial.talk(says(&["note", "All of them.", ".", "yesterday", "q"]));
    assert!(told.contains("Which day was it?"), "{told}");
    let entry = trial.file("journal/");
    assert!(entry.contains("They were kind.\nAll of them."), "{entry}");
    assert!(entry.contains("panel"), "{entry}");
    let drafts = |path: &String| path.starts_with("drafts/");
    assert!(!trial.memory.paths().iter().any(drafts), "{told}");

    let trial = half_written(&[("Date", "the other day")], "They were kind.");
    let told = trial.talk(says(&["note", ".", "q"]));
    assert!(told.contains("Kept half written."), "{told}");
    assert!(trial.file("drafts/").contains("They were kind."), "{told}");
}
