//! One sitting, step by step.

mod clocks;
mod kept;

use super::*;
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::{Kind, Library, Question};
use crate::domain::practice::clock::{Announce, Edge, Factor, Pacing};
use crate::domain::practice::record::{
    Block, EventKind, Hint, Input, Mark, SittingHead, SittingRecord,
};
use crate::domain::practice::results::Results;
use crate::domain::practice::sample::{self, at};
use crate::domain::time::Now;

const WORDS: &str = "In my last team we kept the queue and measured for one week";

fn library() -> Library {
    let kinds = [
        ("q-a", Kind::Behavioral),
        ("q-b", Kind::Situational),
        ("q-c", Kind::Behavioral),
    ];
    let questions: Vec<Question> = kinds
        .iter()
        .map(|(id, k)| sample::question(id, *k))
        .collect();
    sample::library(&questions)
}

fn begin(change: impl FnOnce(&mut SittingHead)) -> Sitting {
    let mut head = sample::head(&["q-a", "q-b"]);
    change(&mut head);
    Sitting::begin(head, &library(), Manner::default(), at(0.0))
}

/// Answers the question in hand in twenty seconds, from `now` on.
fn answer(sitting: &mut Sitting, now: f64) -> Vec<Block> {
    sitting.start_answer(at(now)).unwrap();
    sitting.set_text(WORDS, at(now + 5.0)).unwrap();
    sitting.finish_answer(at(now + 20.0)).unwrap()
}

/// Marks every point with `mark` and picks anchors of `level` until the result shows.
fn rate(sitting: &mut Sitting, mark: Mark, level: Level, now: f64) -> Vec<Block> {
    for shown in 0..sitting.points().len() {
        sitting.mark_point(shown, mark, None).unwrap();
    }
    sitting.next(at(now)).unwrap();
    sitting.next(at(now)).unwrap();
    let mut blocks = Vec::new();
    while let Some(view) = sitting.anchors() {
        let word = ["lost", "thin", "good", "best"][level.step()];
        let shown = view.anchors.iter().position(|a| a.ends_with(word)).unwrap();
        blocks.extend(sitting.choose_anchor(shown, at(now)).unwrap());
    }
    blocks
}

#[test]
fn a_question_goes_through_its_steps_in_order() {
    let mut sitting = begin(|_| ());
    assert_eq!(sitting.phase(), Phase::Ready);
    sitting.expect(Some(Level::Solid)).unwrap();
    sitting.start_answer(at(10.0)).unwrap();
    assert_eq!(sitting.phase(), Phase::Answering);
    sitting.set_text(WORDS, at(15.0)).unwrap();
    let written = sitting.finish_answer(at(40.0)).unwrap();
    let [Block::Answer(answer)] = written.as_slice() else {
        panic!("the answer is on disk before anything else shows")
    };
    assert_eq!(
        (answer.think_s, answer.first_word_s, answer.seconds),
        (10, Some(5), 30)
    );
    assert_eq!((answer.words, answer.length_s), (13, 6));
    assert_eq!(answer.expected, Some(Level::Solid));
    assert_eq!(sitting.phase(), Phase::Evidence);
    sitting
        .mark_point(0, Mark::Hit, Some("kept the queue"))
        .unwrap();
    assert_eq!(sitting.points()[0].proof, Some("kept the queue"));
    sitting.next(at(41.0)).unwrap();
    assert_eq!(sitting.phase(), Phase::Flags);
    sitting.next(at(42.0)).unwrap();
    assert_eq!(sitting.phase(), Phase::Anchors { at: 0, of: 5 });
    for _ in 0..5 {
        sitting.choose_anchor(1, at(43.0)).unwrap();
    }
    assert_eq!(sitting.phase(), Phase::After);
    sitting.next(at(50.0)).unwrap();
    assert_eq!(
        (sitting.phase(), sitting.position()),
        (Phase::Ready, (2, 2))
    );
    assert_eq!(sitting.text(), "", "the next question starts empty");
}

#[test]
fn nothing_shows_a_level_or_the_strong_answer_before_the_anchors_are_chosen() {
    let mut sitting = begin(|_| ());
    let closed = |s: &Sitting| s.after().is_none() && s.points_hint().is_none();
    assert!(closed(&sitting) && sitting.points().is_empty());
    sitting.start_answer(at(1.0)).unwrap();
    sitting.set_text(WORDS, at(2.0)).unwrap();
    assert!(closed(&sitting) && sitting.points().is_empty());
    sitting.finish_answer(at(3.0)).unwrap();
    assert!(closed(&sitting) && sitting.anchors().is_none());
    sitting.next(at(4.0)).unwrap();
    sitting.next(at(5.0)).unwrap();
    while let Some(view) = sitting.anchors() {
        for anchor in view.anchors {
            let words = anchor.to_lowercase();
            assert!(
                Level::ALL
                    .iter()
                    .all(|l| !words.contains(&l.word().to_lowercase()))
            );
        }
        assert!(closed(&sitting));
        assert_eq!(
            sitting.lower_level(Level::NotYet, at(6.0)),
            Err(Refusal::NotNow)
        );
        assert_eq!(sitting.retry_point(at(6.0)), Err(Refusal::NotNow));
        sitting.choose_anchor(0, at(6.0)).unwrap();
    }
    let after = sitting.after().expect("now it is open");
    assert_eq!(after.question.tests_note, "The note of q-a.");
    assert_eq!(after.question.strong.len(), 5);
}

#[test]
fn points_and_anchors_come_in_an_order_of_their_own() {
    let orders: Vec<Vec<String>> = (0..6)
        .map(|seed| {
            let mut sitting = begin(|h| h.seed = seed);
            answer(&mut sitting, 1.0);
            sitting.points().iter().map(|p| p.text.to_owned()).collect()
        })
        .collect();
    assert!(orders.iter().any(|o| *o != orders[0]), "the seed shuffles");
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    let shown: Vec<String> = sitting.points().iter().map(|p| p.text.to_owned()).collect();
    let place = shown.iter().position(|t| t == "Gives a result").unwrap();
    sitting.mark_point(place, Mark::Half, None).unwrap();
    rate_rest(&mut sitting);
    let after = sitting.after().unwrap();
    assert_eq!(
        after.rating.points[2],
        Mark::Half,
        "stored in the order of the record"
    );
}

fn rate_rest(sitting: &mut Sitting) {
    sitting.next(at(30.0)).unwrap();
    sitting.next(at(30.0)).unwrap();
    while sitting.anchors().is_some() {
        sitting.choose_anchor(0, at(30.0)).unwrap();
    }
}

#[test]
fn the_picked_anchor_becomes_its_level() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    let after = sitting.after().unwrap();
    assert!(
        after
            .dimensions()
            .all(|(_, _, level)| level == Level::Solid)
    );
    assert_eq!(
        after.dimensions().count(),
        5,
        "delivery is left out of a typed answer"
    );
    assert_eq!(after.level(), Level::Solid);
}

#[test]
fn delivery_is_rated_when_spoken_and_wanted() {
    for (delivery, dimensions) in [(true, 6), (false, 5)] {
        let manner = Manner {
            delivery,
            ..Manner::default()
        };
        let head = SittingHead {
            input: Input::Aloud,
            ..sample::head(&["q-a"])
        };
        let mut sitting = Sitting::begin(head, &library(), manner, at(0.0));
        sitting.start_answer(at(5.0)).unwrap();
        sitting.finish_answer(at(90.0)).unwrap();
        sitting.next(at(91.0)).unwrap();
        sitting.next(at(91.0)).unwrap();
        assert_eq!(
            sitting.phase(),
            Phase::Anchors {
                at: 0,
                of: dimensions
            }
        );
    }
}

#[test]
fn the_level_can_be_lowered_and_never_raised_and_all_takes_are_kept() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    assert_eq!(
        sitting.lower_level(Level::Strong, at(40.0)),
        Err(Refusal::NotHigher)
    );
    sitting.lower_level(Level::Partly, at(41.0)).unwrap();
    sitting.note("Say the number first.", at(42.0)).unwrap();
    let after = sitting.after().unwrap();
    assert_eq!(
        (after.level(), after.rating.computed),
        (Level::Partly, Level::Solid)
    );
    assert_eq!(after.rating.note, "Say the number first.");
    let ratings = sitting
        .record()
        .blocks
        .iter()
        .filter(|b| matches!(b, Block::Rating(_)));
    assert_eq!(ratings.count(), 3, "a rating is appended, never changed");
}

#[test]
fn a_missed_point_is_tried_again_and_both_takes_are_kept() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Missed, Level::Solid, 30.0);
    assert_eq!(sitting.after().unwrap().retry, Some(1));
    assert_eq!(
        sitting.after().unwrap().probe.unwrap().text,
        "Which day was it?"
    );
    let level = sitting.after().unwrap().level();
    sitting.retry_point(at(40.0)).unwrap();
    assert_eq!(sitting.retried_point().unwrap().text, "Names one event");
    assert_eq!(sitting.span().unwrap().max, 45);
    sitting
        .set_text("It was on payday in May.", at(50.0))
        .unwrap();
    let blocks = sitting.finish_answer(at(70.0)).unwrap();
    let [Block::Answer(second)] = blocks.as_slice() else {
        panic!("one block")
    };
    assert_eq!(
        (second.take, second.for_point, second.seconds),
        (2, Some(1), 30)
    );
    let after = sitting.after().unwrap();
    assert_eq!((after.level(), after.retries.len()), (level, 1));
    assert_eq!(after.answer.text, WORDS);
    sitting.retry_point(at(80.0)).unwrap();
    sitting.back(at(81.0)).unwrap();
    assert_eq!(sitting.phase(), Phase::After, "a second try may be left");
}

#[test]
fn rated_at_the_end_nothing_of_the_rating_comes_before_the_last_answer() {
    let mut sitting = begin(|h| h.rate_each = false);
    answer(&mut sitting, 1.0);
    assert_eq!((sitting.phase(), sitting.position().0), (Phase::Ready, 2));
    answer(&mut sitting, 30.0);
    assert_eq!(
        (sitting.phase(), sitting.position().0),
        (Phase::Evidence, 1)
    );
    rate(&mut sitting, Mark::Hit, Level::Strong, 60.0);
    sitting.next(at(61.0)).unwrap();
    assert_eq!(
        (sitting.phase(), sitting.position().0),
        (Phase::Evidence, 2)
    );
    rate(&mut sitting, Mark::Half, Level::Partly, 70.0);
    let blocks = sitting.next(at(71.0)).unwrap();
    assert!(matches!(blocks.as_slice(), [Block::Event(e)] if e.what == EventKind::Finished));
    let results = Results::of(sitting.record());
    let levels: Vec<_> = results.rows.iter().map(|r| r.level).collect();
    // Six seconds in a window from one minute on: Strong is not to be had.
    assert_eq!(levels, [Some(Level::Solid), Some(Level::Partly)]);
    assert_eq!(results.carried(), (1, 2));
    assert_eq!(results.inside(), (0, 2));
    assert_eq!(
        results.most_to_gain().unwrap().dimension.as_str(),
        "relevance"
    );
}

#[test]
fn a_skipped_question_is_no_answer_and_is_not_rated() {
    let mut sitting = begin(|_| ());
    sitting.start_answer(at(1.0)).unwrap();
    assert_eq!(sitting.finish_answer(at(2.0)), Err(Refusal::Blank));
    sitting.skip(at(3.0)).unwrap();
    assert_eq!((sitting.phase(), sitting.position().0), (Phase::Ready, 2));
    let blocks = sitting.skip(at(4.0)).unwrap();
    assert!(matches!(
        blocks.as_slice(),
        [Block::Answer(_), Block::Event(_)]
    ));
    assert_eq!(sitting.phase(), Phase::Finished);
    let results = Results::of(sitting.record());
    assert!(results.rows.iter().all(|r| r.skipped && r.level.is_none()));
    assert_eq!(sitting.skip(at(5.0)), Err(Refusal::NotNow));
}

#[test]
fn hints_open_in_one_order_and_are_noted() {
    let mut sitting = begin(|_| ());
    sitting.open_hint(false).unwrap();
    assert_eq!(sitting.outline(), None);
    sitting.start_answer(at(1.0)).unwrap();
    sitting.open_hint(false).unwrap();
    assert_eq!(sitting.outline().map(<[String]>::len), Some(2));
    assert_eq!(sitting.points_hint(), None);
    sitting.set_text(WORDS, at(2.0)).unwrap();
    sitting.finish_answer(at(3.0)).unwrap();
    assert_eq!(
        sitting.answer().unwrap().hints,
        [Hint::Shape, Hint::Outline]
    );
    rate(&mut sitting, Mark::Hit, Level::Strong, 4.0);
    assert_eq!(sitting.after().unwrap().rating.line, "p2");
}
