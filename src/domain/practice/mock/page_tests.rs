//! The page of a mock, from records written by hand.

mod moments;

use std::sync::Arc;

use super::sample as mocks;
use super::*;
use crate::domain::id::{DimensionId, FamilyId};
use crate::domain::level::Level;
use crate::domain::library::{Kind, Library};
use crate::domain::practice::clock::Factor;
use crate::domain::practice::record::{
    Answer, Block, Event, EventKind, Extra, Mark, Rater, Rating, SittingHead, SittingRecord, To,
};
use crate::domain::practice::sample;
use crate::domain::practice::shape::Shape;

/// A mock whose answers stood at these levels, in the order of the plan.
pub(super) fn record(levels: &[Level]) -> (SittingRecord, Library) {
    let library = mocks::library();
    let seat = Seat {
        family: FamilyId::new("general"),
        seniority: None,
        weak: Vec::new(),
    };
    let laid = lay_out(&mocks::panel_mock(), &library, &seat, 3);
    let head = SittingHead {
        shape: Some(Arc::new(laid.shape)),
        plan: laid.plan,
        ..sample::head(&[])
    };
    let (mut answers, mut ratings) = (Vec::new(), Vec::new());
    for (index, (planned, level)) in (0..).zip(head.plan.iter().zip(levels)) {
        let question = library.questions.get(planned.question.as_str()).unwrap();
        answers.push(Block::Answer(Answer {
            index,
            competency: question.primary().clone(),
            text: "What is the next step, and when do you decide?".to_owned(),
            ..sample::answer(planned.question.as_str(), question.kind)
        }));
        ratings.push(Block::Rating(Rating {
            index,
            question: planned.question.clone(),
            rater: Rater::Now,
            at: head.started,
            points: vec![
                Mark::Hit,
                Mark::Hit,
                Mark::Missed,
                Mark::Missed,
                Mark::Missed,
            ],
            proofs: vec![(1, "I told them on Monday".to_owned())],
            flags: Vec::new(),
            dimensions: Vec::new(),
            computed: *level,
            line: String::new(),
            level: *level,
            note: String::new(),
        }));
    }
    answers.extend(ratings);
    let record = SittingRecord {
        head,
        blocks: answers,
    };
    (record, library)
}

pub(super) fn words(record: &SittingRecord, library: &Library) -> String {
    let lines = page(record, library)
        .unwrap()
        .into_iter()
        .map(|line| match line {
            PageLine::Heading(words) => format!("# {words}"),
            PageLine::Mark(words) | PageLine::Item(words) | PageLine::Command(words) => words,
        });
    lines.collect::<Vec<_>>().join("\n")
}

pub(super) const MIXED: [Level; 8] = [
    Level::Solid,
    Level::Strong,
    Level::Partly,
    Level::Solid,
    Level::NotYet,
    Level::Solid,
    Level::Solid,
    Level::Solid,
];

#[test]
fn it_says_at_a_glance_what_went_well_what_to_change_and_what_is_next() {
    let (record, library) = record(&MIXED);
    let page = words(&record, &library);
    let first: Vec<&str> = page.lines().take(3).collect();
    assert!(first[0].starts_with("Went well: "), "{page}");
    assert!(
        first[1].starts_with("Change: in \"")
            && first[1].ends_with("\", add this: a strong candidate gives a result."),
        "{page}"
    );
    assert!(
        first[2].starts_with("Next: try the weak answers again"),
        "{page}"
    );
    assert!(
        page.contains("proved by \"I told them on Monday\""),
        "{page}"
    );
    assert!(page.contains("greenroom drill --code "), "{page}");
    assert!(!page.contains('%'), "no figure stands for a person");
}

#[test]
fn the_one_thing_to_change_is_told_in_the_words_of_the_kind_that_was_rated() {
    let (mut record, mut library) = record(&MIXED);
    let behavioral = |id: &str| {
        let question = library.questions.get(id);
        question.is_some_and(|q| q.kind == Kind::Behavioral)
    };
    let ratings = record.blocks.iter_mut().filter_map(|block| match block {
        Block::Rating(rating) => Some(rating),
        _ => None,
    });
    for rating in ratings.filter(|r| behavioral(r.question.as_str())) {
        rating.dimensions = vec![(DimensionId::new("relevance"), Level::Partly)];
    }
    let mut relevance = sample::dimension("relevance", 2);
    let mut of_kind = relevance.reading.clone();
    of_kind.next_step[1] = "Tell the one event.".to_owned();
    relevance.reads_as = vec![(Kind::Behavioral, of_kind)];
    library.dimensions.put("relevance", relevance);
    let page = words(&record, &library);
    assert!(page.contains("Change: in \""), "{page}");
    assert!(page.contains("\": Tell the one event.\n"), "{page}");
}

#[test]
fn three_moments_at_most_and_a_cut_in_is_one_of_them() {
    let (mut record, library) = record(&MIXED);
    record.blocks.insert(
        3,
        Block::Event(Event {
            at: record.head.started,
            what: EventKind::CutIn,
            seconds: 50,
        }),
    );
    let found = debrief(&record, &library).unwrap();
    assert_eq!(found.moments.len(), 3);
    assert!(
        found
            .moments
            .iter()
            .any(|m| matches!(m.what, What::CutIn { after_s: 14, .. })),
        "{:?}",
        found.moments
    );
    assert!(found.moments.is_sorted_by_key(|m| m.at_s));
    let page = words(&record, &library);
    assert!(
        page.contains("they had heard enough at 0:50, and you came to an end in time"),
        "{page}"
    );
    let Block::Event(cut) = &mut record.blocks[3] else {
        panic!("somebody cut in")
    };
    cut.seconds = 44;
    let page = words(&record, &library);
    assert!(page.contains("and you went on for 0:20"), "{page}");
    // Extra time is there for that sentence, too.
    record.head.factor = Factor::X2;
    let page = words(&record, &library);
    assert!(
        page.contains("0:44, and you came to an end in time"),
        "{page}"
    );
}

#[test]
fn where_nothing_carried_three_answers_tell_what_to_put_in_and_the_weakest_says_what_to_change() {
    let (record, library) = record(&[Level::Partly, Level::NotYet, Level::Partly, Level::Partly]);
    let page = words(&record, &library);
    let told = |line: &&str| line.starts_with("Minute ") && line.contains("missing: \"");
    assert_eq!(page.lines().filter(told).count(), 3, "{page}");
    let least = &record.head.plan[1];
    let question = library.questions.get(least.question.as_str()).unwrap();
    let text = question.wording(least.wording);
    let change = format!("Change: in \"{text}\", add this: a strong candidate ");
    assert!(page.contains(&change), "{page}");
}

#[test]
fn the_moments_are_the_gravest_and_not_the_first_ones() {
    let (mut record, mut library) = record(&[Level::Partly; 6]);
    let last = record.head.plan[5].question.clone();
    let mut question = (*library.questions.get(last.as_str()).unwrap()).clone();
    question.red_flags[0].critical = true;
    library.questions.put(last.as_str(), question);
    let rating = record
        .blocks
        .iter_mut()
        .rev()
        .find_map(|block| match block {
            Block::Rating(rating) if rating.question == last => Some(rating),
            _ => None,
        });
    rating.unwrap().flags = vec![1];
    let found = debrief(&record, &library).unwrap().moments;
    assert!(
        found.iter().any(|m| m.about == About::Question(5)),
        "{found:?}"
    );
    let page = words(&record, &library);
    assert!(
        !page.contains("Went well: "),
        "nothing did, so nothing is said: {page}"
    );
    let last = library.questions.get(last.as_str()).unwrap();
    let text = last.wording(record.head.plan[5].wording);
    assert!(page.contains(&format!("Change: in \"{text}\"")), "{page}");
}

#[test]
fn parts_tell_what_ran_over_and_what_did_not_come() {
    let (mut record, library) = record(&MIXED[..5]);
    if let Block::Answer(first) = &mut record.blocks[0] {
        first.length_s = 600;
        first.seconds = 600;
    }
    let page = words(&record, &library);
    assert!(
        page.contains("Hello: Solid. 3 minutes planned, 7 over."),
        "{page}"
    );
    assert!(page.contains("1 of 2 questions came"), "{page}");
    assert!(debrief(&record, &library).unwrap().ended_early);
}

#[test]
fn each_member_is_named_with_what_they_cared_about_and_something_to_thank_them_for() {
    let (mut record, library) = record(&MIXED);
    let engaged = crate::domain::id::DimensionId::new("panel-engagement");
    if let Some(Block::Rating(last)) = record.blocks.last_mut() {
        last.dimensions.push((engaged, Level::Partly));
    }
    let page = words(&record, &library);
    assert!(
        page.contains("Ann, engineer. What counts there: Facts.\n"),
        "{page}"
    );
    assert!(
        page.contains("Ann: Thank you for your questions today."),
        "{page}"
    );
    let lines = thanks(&record, &library);
    let note = thanks_note(&lines);
    for member in [
        "Ann, engineer\nAsked: \"",
        "\n\nBo, engineer\n",
        "\n\nCy, engineer\n",
    ] {
        assert!(note.contains(member), "{note}");
    }
    record.blocks.clear();
    let lines = thanks(&record, &library);
    assert!(lines[2].line().starts_with("Thank you for listening"));
    assert!(
        page.contains("Speaking to the whole table: Partly."),
        "{page}"
    );
}

#[test]
fn side_by_side_each_line_says_what_it_was_here_and_there() {
    let (mut here, library) = record(&MIXED);
    let (there, _) = record(&MIXED[..3]);
    if let Block::Answer(first) = &mut here.blocks[0] {
        first.length_s = 600;
        first.seconds = 600;
    }
    let lines = beside(&here, &there, &library).unwrap();
    let text = beside_words(&lines, "Before").join("\n");
    for line in [
        "What they listened for\n",
        "Hello: Solid. Before: Solid.",
        "Ran over: Hello by 7 minutes. Before: nothing.",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(!text.contains("Nerves"), "nobody told any");
    here.blocks.retain(|b| !matches!(b, Block::Rating(_)));
    let lines = beside(&here, &there, &library).unwrap();
    let text = beside_words(&lines, "Before").join("\n");
    assert!(text.contains(": not rated yet. Before: "), "{text}");
    assert!(words(&here, &library).contains("Went well: not rated yet."));
    let drill = sample::sitting("q-a", 1, Level::Solid);
    assert_eq!(beside(&here, &drill, &library), None);
}

#[test]
fn follow_ups_belong_to_their_question_and_markdown_has_the_same_lines() {
    let (mut record, library) = record(&MIXED);
    let Block::Answer(first) = record.blocks[0].clone() else {
        panic!("an answer")
    };
    let more = Answer {
        take: 2,
        extra: Some(Extra {
            to: To::FollowUp,
            asked: "Which day was it?".to_owned(),
        }),
        skipped: true,
        ..first
    };
    record.blocks.insert(1, Block::Answer(more));
    let found = debrief(&record, &library).unwrap();
    assert_eq!(found.parts[0].asked, (1, 1));
    let drill = sample::sitting("q-a", 1, Level::Solid);
    assert_eq!(page(&drill, &library), None, "a drill has no such page");
}

/// The answers of a record, to be changed.
pub(super) fn answers(record: &mut SittingRecord) -> impl Iterator<Item = &mut Answer> {
    record.blocks.iter_mut().filter_map(|b| match b {
        Block::Answer(answer) => Some(answer),
        _ => None,
    })
}
