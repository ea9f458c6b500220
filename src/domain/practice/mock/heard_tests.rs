//! What the page of a mock says of takes, and of what each member of a panel asked and heard.

use super::page_tests::{MIXED, record, words};
use crate::domain::practice::record::{Answer, Block, Extra, SittingRecord, To};

#[test]
fn the_page_says_which_take_counts_and_how_long_each_was() {
    let (mut record, library) = record(&MIXED);
    let Block::Answer(first) = record.blocks[0].clone() else {
        panic!("an answer")
    };
    let second = Answer {
        take: 2,
        extra: Some(Extra {
            to: To::Again,
            asked: String::new(),
        }),
        length_s: 151,
        ..first
    };
    record.blocks.insert(1, Block::Answer(second));
    let page = words(&record, &library);
    assert!(
        page.contains("\": the second take, 2:31; the first was 1:04."),
        "{page}"
    );
    let row = crate::domain::practice::results::Results::of(&record).rows[0].clone();
    assert_eq!((row.takes, row.length_s), (2, 151));
}

#[test]
fn each_member_is_told_with_what_they_asked_how_it_stood_and_what_was_missing() {
    let (record, library) = record(&MIXED);
    let page = words(&record, &library);
    assert!(page.contains("Ann asked \"Tell me of "), "{page}");
    let least = |line: &&str| {
        line.contains(" asked \"") && line.ends_with("\": Not yet; missing: \"Gives a result\".")
    };
    assert_eq!(page.lines().filter(least).count(), 1, "{page}");
    assert_eq!(page.matches(" asked \"").count(), MIXED.len(), "{page}");
}

#[test]
fn who_asked_into_a_question_is_told_with_what_was_said_to_that_and_not_to_the_whole() {
    let (mut record, library) = record(&MIXED);
    let probe = "What does Cy ask into it?";
    let of = |record: &mut SittingRecord, skipped: bool| {
        let Block::Answer(first) = record.blocks[4].clone() else {
            panic!("an answer")
        };
        let more = Answer {
            skipped,
            extra: Some(Extra {
                to: To::FollowUp,
                asked: probe.to_owned(),
            }),
            ..first
        };
        record.blocks.insert(5, Block::Answer(more));
    };
    // The answer to the whole question is the one that stands at Not yet.
    of(&mut record, false);
    let page = words(&record, &library);
    assert!(page.contains(&format!("Cy asked \"{probe}\"\n")), "{page}");
    record.blocks.remove(5);
    of(&mut record, true);
    let page = words(&record, &library);
    assert!(
        page.contains(&format!("Cy asked \"{probe}\": skipped.\n")),
        "{page}"
    );
}
