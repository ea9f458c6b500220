//! Referees and papers as a file: what comes back, what two studios do to it, what a mistake says.

use super::*;
use crate::store::samples::{checks, day as on};
use crate::store::weave::{fresh, weave_onto};

const FILE: &str = "checks.toml";

#[test]
fn every_field_comes_back() {
    let before = checks();
    let text = fresh(&before);
    let (after, _) = Checks::read(FILE, text.as_bytes()).unwrap();
    assert_eq!(after, before, "{text}");
    assert!(Checks::proof(FILE, text.as_bytes()).is_empty(), "{text}");
    assert_eq!(fresh(&Checks::default()), "format = 1\n");
}

#[test]
fn two_lines_by_hand_are_a_referee() {
    let text = "format = 1\n[referees.ana]\nname = \"Ana\"\n";
    let (read, _) = Checks::read(FILE, text.as_bytes()).unwrap();
    assert_eq!(read.referees[0].person.name, "Ana");
    assert_eq!(read.referees[0].answer, Answer::Open);
}

#[test]
fn what_two_studios_add_at_once_is_both_there_and_comments_stay() {
    let start = "format = 1\n# mine\n";
    let empty = Checks::default();
    let ana = empty.with(|c| c.put_referee(Referee::called(RefereeId::new("ana"), "Ana")));
    let bo = empty.with(|c| c.put_referee(Referee::called(RefereeId::new("bo"), "Bo")));
    let card = empty.with(|c| c.put_document(Document::called(DocumentId::new("card"), "Card")));
    let mut text = start.to_owned();
    for change in [&ana, &bo, &card] {
        text = weave_onto(FILE, &text, &change.before, &change.now).unwrap();
    }
    let (read, _) = Checks::read(FILE, text.as_bytes()).unwrap();
    assert_eq!(read.referees.len(), 2, "{text}");
    assert_eq!(read.documents.len(), 1, "{text}");
    assert!(text.contains("# mine"), "{text}");
    // The one is taken out again, and one thing of the other is changed: the third stays as it is.
    let without = ana.now.with(|c| c.referees.clear());
    let asked = bo
        .now
        .with(|c| c.referees[0].asked = Some(on("2026-03-02")));
    for change in [&without, &asked] {
        text = weave_onto(FILE, &text, &change.before, &change.now).unwrap();
    }
    let (read, _) = Checks::read(FILE, text.as_bytes()).unwrap();
    assert_eq!(read.referees.len(), 1, "{text}");
    assert_eq!(read.referees[0].asked, Some(on("2026-03-02")), "{text}");
    assert_eq!(read.documents, card.now.documents);
}

#[test]
fn what_is_wrong_is_told_at_its_word() {
    let text = "format = 1\n\n[referees.ana]\nname = \"Ana\"\nanswer = \"maybe\"\n";
    let problem = Checks::read(FILE, text.as_bytes()).unwrap_err();
    assert_eq!(problem.place.line, 5, "{problem}");
    let text = "format = 1\n[documents.card]\ntitle = \"Card\"\nutil = 2026-03-02\n";
    let proof = Checks::proof(FILE, text.as_bytes());
    assert_eq!(proof.len(), 1, "{proof:?}");
    assert!(proof[0].to_string().contains("util"), "{}", proof[0]);
}
