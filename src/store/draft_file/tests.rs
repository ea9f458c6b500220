//! Drafts as files.

use super::*;
use crate::store::samples::at;

fn owners() -> Vec<Owner> {
    vec![
        Owner::Answer {
            sitting: SittingId::new("2026-11-23T1830-panel"),
            index: 2,
            take: 1,
        },
        Owner::Entry(EntryId::new("2026-11-23-acme")),
        Owner::NewEntry,
        Owner::Application(ApplicationId::new("acme")),
        Owner::Story(StoryId::new("the-night-rota")),
        Owner::NewStory,
    ]
}

#[test]
fn a_draft_comes_back_with_its_owner_and_caret() {
    for owner in owners() {
        let draft = Draft {
            owner,
            field: "questions.2.text".into(),
            text: "Half a sen".into(),
            facts: "{\"seconds\":12}".into(),
            caret: 10,
            saved_at: at(5),
        };
        assert_eq!(
            read("drafts/x.toml", text(&draft).as_bytes()).unwrap(),
            draft
        );
    }
}

#[test]
fn names_say_what_they_belong_to_and_are_names_of_files() {
    let names: Vec<String> = owners()
        .into_iter()
        .map(|owner| name(&(owner, "questions.2.text".into())))
        .collect();
    assert_eq!(
        names,
        [
            "2026-11-23T1830-panel-3-1-questions-2-text",
            "2026-11-23-acme-questions-2-text",
            "new-entry-questions-2-text",
            "acme-questions-2-text",
            "the-night-rota-questions-2-text",
            "new-story-questions-2-text",
        ]
    );
}

#[test]
fn an_empty_file_is_no_draft() {
    assert!(read("drafts/x.toml", b"").is_err());
}
