//! One sitting, step by step.

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
    sitting.open_hint().unwrap();
    assert_eq!(sitting.outline(), None);
    sitting.start_answer(at(1.0)).unwrap();
    sitting.open_hint().unwrap();
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

#[test]
fn a_strict_sitting_has_no_pause_no_skip_and_no_hints() {
    let mut sitting = begin(|h| h.strict = true);
    assert_eq!(sitting.open_hint(), Err(Refusal::StrictHints));
    assert_eq!(sitting.skip(at(1.0)), Err(Refusal::StrictSkip));
    sitting.start_answer(at(1.0)).unwrap();
    assert_eq!(sitting.pause(at(2.0)), Err(Refusal::StrictPause));
}

#[test]
fn the_usual_clock_cuts_nobody_off() {
    let mut sitting = begin(|h| h.input = Input::Aloud);
    sitting.start_answer(at(600.0)).unwrap();
    assert!(sitting.settle(at(900.0)).is_empty());
    assert_eq!(sitting.phase(), Phase::Answering);
    assert_eq!(sitting.edge(at(900.0)), Some(Edge::Over));
}

#[test]
fn a_typed_answer_is_judged_by_its_words_not_by_the_time_of_typing() {
    let mut sitting = begin(|_| ());
    sitting.start_answer(at(0.0)).unwrap();
    sitting.set_text(&"word ".repeat(140), at(5.0)).unwrap();
    assert_eq!(sitting.length(at(900.0)), 60);
    assert_eq!(sitting.edge(at(900.0)), Some(Edge::Inside));
}

#[test]
fn a_hard_clock_ends_thinking_and_answer_at_their_moments_however_late_it_is_noticed() {
    let mut sitting = begin(|h| {
        h.pacing = Pacing::Hard;
        h.input = Input::Aloud;
    });
    assert!(sitting.settle(at(29.9)).is_empty());
    assert_eq!(sitting.phase(), Phase::Ready);
    let blocks = sitting.settle(at(500.0));
    let [Block::Answer(answer)] = blocks.as_slice() else {
        panic!("{blocks:?}")
    };
    assert_eq!((answer.think_s, answer.seconds), (30, 130));
    assert_eq!(answer.at, at(160.0).wall);
    assert_eq!(sitting.phase(), Phase::Evidence);
}

#[test]
fn pauses_and_sleep_are_not_in_the_answer() {
    let mut sitting = begin(|h| h.input = Input::Aloud);
    sitting.start_answer(at(0.0)).unwrap();
    sitting.pause(at(10.0)).unwrap();
    assert!(sitting.is_paused());
    assert_eq!(sitting.next_wake(at(20.0), Announce::Seconds), None);
    sitting.resume(at(40.0)).unwrap();
    let asleep = Now {
        wall: at(765.0).wall,
        ..at(45.0)
    };
    let blocks = sitting.settle(asleep);
    assert!(
        matches!(blocks.as_slice(), [Block::Event(e)] if e.what == EventKind::Slept && e.seconds == 720),
        "{blocks:?}"
    );
    let end = Now {
        wall: at(770.0).wall,
        ..at(50.0)
    };
    sitting.finish_answer(end).unwrap();
    let answer = sitting.answer().unwrap();
    assert_eq!((answer.seconds, answer.paused_s), (20, 750));
}

#[test]
fn extra_time_moves_the_window_and_nothing_else_of_the_record() {
    let answer_at = |factor| {
        let mut sitting = begin(|h| h.factor = factor);
        answer(&mut sitting, 1.0);
        sitting.answer().cloned().unwrap()
    };
    let (plain, mut twice) = (answer_at(Factor::X1), answer_at(Factor::X2));
    assert_eq!(twice.window, Some((60, 260)));
    twice.window = plain.window;
    assert_eq!(twice, plain);
}

#[test]
fn without_a_clock_there_is_no_window_and_no_wake() {
    let mut sitting = begin(|h| h.pacing = Pacing::None);
    sitting.start_answer(at(1.0)).unwrap();
    assert_eq!(sitting.next_wake(at(2.0), Announce::Seconds), None);
    assert_eq!((sitting.span(), sitting.edge(at(2.0))), (None, None));
    sitting.set_text(WORDS, at(3.0)).unwrap();
    sitting.finish_answer(at(9.0)).unwrap();
    assert_eq!(sitting.answer().unwrap().window, None);
}

#[test]
fn a_killed_rating_goes_on_with_every_tick() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    sitting.mark_point(1, Mark::Hit, Some("my words")).unwrap();
    sitting.flag(0, true).unwrap();
    let kill = |sitting: &Sitting, draft: &Draft| {
        let mut again = Sitting::replay(sitting.record(), &library(), Manner::default(), at(900.0));
        again.restore(draft, at(900.0)).unwrap();
        again
    };
    let again = kill(&sitting, &sitting.draft(at(30.0)).expect("a rating"));
    assert_eq!(again.phase(), Phase::Evidence);
    assert_eq!(again.points(), sitting.points());
    assert_eq!(again.flags(), sitting.flags());

    sitting.next(at(31.0)).unwrap();
    sitting.next(at(32.0)).unwrap();
    sitting.choose_anchor(2, at(33.0)).unwrap();
    let mut draft = sitting.draft(at(34.0)).expect("a rating");
    let mut again = kill(&sitting, &draft);
    assert_eq!(again.phase(), sitting.phase());
    assert_eq!(again.anchors(), sitting.anchors());

    let ticks = draft.ticks.as_mut().expect("ticks");
    ticks.flags.push(200);
    ticks.proofs.push((0, "of no point".to_owned()));
    let mut odd = kill(&sitting, &draft);
    while let Phase::Anchors { .. } = odd.phase() {
        odd.choose_anchor(0, at(35.0)).unwrap();
        again.choose_anchor(0, at(35.0)).unwrap();
    }
    assert_eq!(
        odd.record(),
        again.record(),
        "what fits nothing is left out"
    );
    assert_eq!(odd.restore(&draft, at(36.0)), Err(Refusal::NotNow));
}

#[test]
fn a_killed_answer_comes_back_with_its_words_time_and_hints() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    sitting.next(at(40.0)).unwrap();
    sitting.expect(Some(Level::Partly)).unwrap();
    sitting.open_hint().unwrap();
    sitting.start_answer(at(50.0)).unwrap();
    sitting.set_text("Half an answer", at(60.0)).unwrap();
    let draft = sitting.draft(at(75.0)).expect("half-done work");

    let later = at(9000.0);
    let mut again = Sitting::replay(sitting.record(), &library(), Manner::default(), later);
    assert_eq!(
        again.phase(),
        Phase::After,
        "the last thing that was written down"
    );
    again.restore(&draft, later).unwrap();
    assert_eq!((again.phase(), again.position().0), (Phase::Answering, 2));
    assert!(again.is_paused());
    assert_eq!(again.text(), "Half an answer");
    again.resume(at(9010.0)).unwrap();
    again.finish_answer(at(9015.0)).unwrap();
    let answer = again.answer().unwrap();
    assert_eq!(
        (answer.think_s, answer.first_word_s, answer.seconds),
        (10, Some(10), 30)
    );
    assert_eq!(answer.hints, [Hint::Shape]);
    assert_eq!(answer.expected, Some(Level::Partly));
    assert_eq!(
        again.restore(&draft, later),
        Err(Refusal::NotNow),
        "it is finished"
    );
}

#[test]
fn ending_early_keeps_the_answer_under_way() {
    let mut sitting = begin(|_| ());
    sitting.start_answer(at(1.0)).unwrap();
    sitting.set_text(WORDS, at(2.0)).unwrap();
    let blocks = sitting.finish(at(9.0)).unwrap();
    assert!(matches!(
        blocks.as_slice(),
        [Block::Answer(_), Block::Event(_)]
    ));
    assert_eq!(sitting.phase(), Phase::Finished);
    assert_eq!(sitting.finish(at(10.0)), Err(Refusal::NotNow));
}

#[test]
fn a_question_that_left_the_library_is_passed_over() {
    let head = sample::head(&["q-gone", "q-b"]);
    let mut sitting = Sitting::begin(head, &library(), Manner::default(), at(0.0));
    assert_eq!(sitting.prompt().unwrap().id.as_str(), "q-b");
    sitting.skip(at(1.0)).unwrap();
    assert_eq!(sitting.phase(), Phase::Finished);
    let nothing = Sitting::begin(sample::head(&[]), &library(), Manner::default(), at(0.0));
    assert_eq!(nothing.phase(), Phase::Finished);
    assert!(nothing.prompt().is_none());
}

#[test]
fn blocks_that_make_no_sense_do_no_harm() {
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    let mut blocks = sitting.record().blocks.clone();
    blocks.reverse();
    for block in &mut blocks {
        if let Block::Answer(a) = block {
            a.index = 77;
        }
    }
    let record = SittingRecord {
        blocks,
        ..sitting.record().clone()
    };
    let again = Sitting::replay(&record, &library(), Manner::default(), at(0.0));
    assert_eq!(again.phase(), Phase::Ready);
}

#[test]
fn absurd_figures_in_a_file_do_no_harm() {
    use crate::domain::practice::history::History;
    use crate::domain::practice::schedule::Schedule;
    let mut sitting = begin(|_| ());
    answer(&mut sitting, 1.0);
    rate(&mut sitting, Mark::Hit, Level::Solid, 30.0);
    let mut record = sitting.record().clone();
    for block in &mut record.blocks {
        match block {
            Block::Answer(a) => {
                (a.think_s, a.seconds, a.length_s) = (u32::MAX, u32::MAX, u32::MAX);
                a.window = Some((u32::MAX, 0));
            }
            Block::Rating(r) => {
                r.points = vec![Mark::Hit; 300];
                r.flags = vec![0, 7, 255];
                r.dimensions = vec![(DimensionId::new("odd"), Level::Solid); 9];
            }
            _ => (),
        }
    }
    let twice = record.blocks.clone();
    record.blocks.extend(twice);
    let again = Sitting::replay(&record, &library(), Manner::default(), at(0.0));
    assert_eq!(again.phase(), Phase::After);
    assert!(again.after().is_some());
    assert_eq!(Results::of(&record).spent_s, u32::MAX);
    let mut history = History::default();
    history.learn([record]);
    drop(Schedule::of(&history, &library(), None, at(0.0).date()));
    let draft = Draft {
        index: 1,
        begun: true,
        think_s: u32::MAX,
        seconds: u32::MAX,
        paused_s: u32::MAX,
        first_word_s: Some(u32::MAX),
        text: WORDS.to_owned(),
        ..Draft::default()
    };
    let mut again = again;
    again.restore(&draft, at(0.0)).unwrap();
    again.resume(at(1.0)).unwrap();
    again.finish_answer(at(2.0)).unwrap();
    assert_eq!(again.answer().unwrap().seconds, u32::MAX);
}

#[test]
fn a_case_worked_out_in_writing_is_never_too_short_and_a_story_still_can_be() {
    let said = |kind: Kind, input: Input| {
        let library = sample::library(&[sample::question("q-a", kind)]);
        let mut head = sample::head(&["q-a"]);
        head.input = input;
        let mut sitting = Sitting::begin(head, &library, Manner::default(), at(0.0));
        sitting.start_answer(at(0.0)).unwrap();
        if input == Input::Typed {
            sitting.set_text(WORDS, at(5.0)).unwrap();
        }
        sitting.edge(at(20.0))
    };
    for kind in [
        Kind::Case,
        Kind::Technical,
        Kind::Design,
        Kind::Presentation,
    ] {
        assert_eq!(said(kind, Input::Typed), Some(Edge::Inside), "{kind:?}");
        assert_eq!(said(kind, Input::Aloud), Some(Edge::Before), "{kind:?}");
    }
    assert_eq!(said(Kind::Behavioral, Input::Typed), Some(Edge::Before));
}
