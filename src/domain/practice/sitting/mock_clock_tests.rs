//! The clock of a mock whose format runs by itself, and the other side's silence.

use super::mock_tests::{begin, plain, speak};
use super::*;
use crate::domain::library::Kind;
use crate::domain::practice::mock::sample as mocks;
use crate::domain::practice::record::Input;
use crate::domain::practice::sample::at;

#[test]
fn a_recorded_answer_takes_as_long_as_its_clock_ran_however_few_words_it_has() {
    let (mut s, _) = begin(&mocks::one_way(), Input::Typed);
    s.stop_done(at(27.0)).unwrap();
    s.settle(at(57.0));
    assert_eq!(s.phase(), Phase::Answering);
    s.set_text("four words and done", at(60.0)).unwrap();
    s.settle(at(117.0));
    let stage = s.stage(at(117.0)).unwrap();
    assert_eq!((stage.spent_s, stage.total_s), (90, 117));
    s.settle(at(147.0));
    assert_eq!(s.phase(), Phase::Keep);
    s.keep_take(at(150.0)).unwrap();
    let stage = s.stage(at(150.0)).unwrap();
    // 27 seconds of the first part, 30 to think, 90 to answer.
    assert_eq!(stage.total_s, 147);
    // What was left over of one part makes no other one longer.
    assert_eq!(stage.section_s, 120);
}

#[test]
fn thinking_that_has_an_end_goes_on_where_it_was_left() {
    let (mut s, library) = begin(&mocks::one_way(), Input::Aloud);
    s.stop_done(at(10.0)).unwrap();
    s.settle(at(30.0));
    let draft = s.draft(at(30.0)).expect("twenty seconds of thinking");
    s.leave(at(30.0)).unwrap();
    let later = 5000.0;
    let mut again = Sitting::replay(s.record(), &library, Manner::default(), at(later));
    again.restore(&draft, at(later)).unwrap();
    again.resume(at(later)).unwrap();
    again.settle(at(later + 9.0));
    assert_eq!(again.phase(), Phase::Ready);
    again.settle(at(later + 10.0));
    assert_eq!(again.phase(), Phase::Answering);
}

#[test]
fn nobody_reacts_in_any_part_of_a_recorded_interview() {
    let mut blueprint = mocks::one_way();
    let last = mocks::section("Anything else", 2, Kind::Closing, 1);
    blueprint.sections.push(last);
    let (mut s, _) = begin(&blueprint, Input::Aloud);
    let mut clock = 0.0;
    while s.phase() != Phase::Evidence {
        assert_ne!(s.phase(), Phase::Turn);
        clock += 20.0;
        s.settle(at(clock));
        match s.phase() {
            Phase::Ready => drop(s.start_answer(at(clock)).unwrap()),
            Phase::Answering | Phase::FollowUp => {
                clock += 5.0;
                s.finish_answer(at(clock)).unwrap();
            }
            Phase::Keep => drop(s.keep_take(at(clock)).unwrap()),
            _ => drop(s.next(at(clock))),
        }
    }
}

#[test]
fn what_a_candidate_asks_at_the_end_is_not_doubted() {
    let (mut s, _) = begin(&plain(), Input::Aloud);
    let mut clock = 0.0;
    let mut said = Vec::new();
    while s.phase() != Phase::Evidence {
        match s.phase() {
            // Too short for any window.
            Phase::Ready | Phase::FollowUp => speak(&mut s, &mut clock, 2.0),
            Phase::Turn => {
                let kind = s.answer().unwrap().kind;
                said.push((kind, s.turn().unwrap().words.to_owned()));
                s.pass_turn(at(clock)).unwrap();
            }
            _ => drop(s.stop_done(at(clock)).unwrap()),
        }
    }
    let words = |closing: bool| {
        let of = said
            .iter()
            .filter(|(kind, _)| (*kind == Kind::Closing) == closing);
        of.map(|(_, words)| words.as_str())
            .collect::<std::collections::BTreeSet<_>>()
    };
    assert!(words(true).iter().all(|w| *w == "Thank you."), "{said:?}");
    assert!(words(false).contains("Go on."), "{said:?}");
}

#[test]
fn a_reply_is_waited_for_only_after_a_question_of_ones_own() {
    for (said, asks) in [("The charity posts.", false), ("What comes first?", true)] {
        let (mut s, _) = begin(&plain(), Input::Typed);
        let (mut clock, mut turns) = (0.0, Vec::new());
        while s.phase() != Phase::Evidence {
            clock += 1.0;
            match s.phase() {
                Phase::Ready => drop(s.start_answer(at(clock)).unwrap()),
                Phase::Answering | Phase::FollowUp => {
                    s.set_text(said, at(clock)).unwrap();
                    clock += 1.0;
                    s.finish_answer(at(clock)).unwrap();
                }
                Phase::Turn => {
                    let closing = s.answer().unwrap().kind == Kind::Closing;
                    turns.extend(closing.then(|| s.turn().unwrap().candidate_asks));
                    s.pass_turn(at(clock)).unwrap();
                }
                _ => drop(s.stop_done(at(clock)).unwrap()),
            }
        }
        assert!(
            !turns.is_empty() && turns.iter().all(|t| *t == asks),
            "{turns:?}"
        );
    }
}
