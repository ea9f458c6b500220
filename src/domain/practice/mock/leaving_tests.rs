//! What a mock was left with, told from what was ticked and from what was plainly typed.

use super::page_tests::{MIXED, answers, record, words};
use crate::domain::id::AskId;
use crate::domain::library::{Ask, Kind, Library, Question, StageId};
use crate::domain::practice::record::{Block, Mark, SittingRecord};

/// A mock with a closing, and two things that must be asked.
fn closing() -> (SittingRecord, Library) {
    let (record, mut library) = record(&MIXED);
    for (id, text) in [
        ("ask-a", "What is the next step, and by when do you decide?"),
        (
            "ask-b",
            "How many people are you still talking to for this job?",
        ),
    ] {
        library.asks.put(
            id,
            Ask {
                id: AskId::new(id),
                text: text.to_owned(),
                topic: String::new(),
                audience: Vec::new(),
                stages: vec![StageId::Panel],
                roles: Vec::new(),
                do_first: String::new(),
                listen_for: Vec::new(),
                seniority: Vec::new(),
                avoid_if: String::new(),
                must_ask: true,
            },
        );
    }
    (record, library)
}

#[test]
fn what_was_plainly_typed_is_told_and_what_nobody_knows_has_no_mark() {
    let (mut record, library) = closing();
    let page = words(&record, &library);
    assert!(page.contains("by when do you decide? (asked)"), "{page}");
    // What is not plainly there has no mark at all: nobody knows.
    assert!(page.contains("talking to for this job?\n"), "{page}");
    assert!(
        page.contains("that you want this job, and why.\n"),
        "{page}"
    );
    for answer in answers(&mut record) {
        if answer.kind == Kind::Closing {
            answer.text = "I want this post. What else comes up? And you?".to_owned();
        }
    }
    let page = words(&record, &library);
    assert!(page.contains("and why. (said)"), "{page}");
    assert!(!page.contains("asked)"), "{page}");
    record.head.stage = Some(StageId::Checks);
    let page = words(&record, &library);
    assert!(!page.contains("do you decide?"), "{page}");
}

#[test]
fn what_was_ticked_outranks_what_a_program_reads() {
    let (mut record, mut library) = closing();
    for question in record.head.plan.iter().map(|p| p.question.clone()) {
        let mut known = Question::clone(&library.questions.get(question.as_str()).unwrap());
        if known.kind != Kind::Closing {
            continue;
        }
        known.strong[0].text = "Says once more that they want the job".to_owned();
        known.strong[1].text = "Asks what the next step is".to_owned();
        library.questions.put(question.as_str(), known);
    }
    let marks = |record: &mut SittingRecord, mark: Mark| {
        for block in &mut record.blocks {
            if let Block::Rating(rating) = block {
                rating.points.fill(mark);
            }
        }
    };
    marks(&mut record, Mark::Missed);
    let page = words(&record, &library);
    assert!(page.contains("and why. (not said)"), "{page}");
    assert!(page.contains("do you decide? (not asked)"), "{page}");
    marks(&mut record, Mark::Hit);
    let page = words(&record, &library);
    assert!(page.contains("and why. (said)"), "{page}");
    assert!(page.contains("do you decide? (asked)"), "{page}");
}
