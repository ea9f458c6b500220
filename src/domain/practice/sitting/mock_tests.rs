//! What a whole mock adds, step by step and to the second.

use super::mock_robot::head;
use super::*;
use crate::domain::id::PersonaId;
use crate::domain::library::{Blueprint, Kind, Library};
use crate::domain::practice::clock::{Announce, Factor, Pacing};
use crate::domain::practice::mock::sample as mocks;
use crate::domain::practice::record::{Block, EventKind, Input, SittingHead, To};
use crate::domain::practice::sample::at;
use crate::domain::practice::shape::Stop;

pub(super) fn begin(blueprint: &Blueprint, input: Input) -> (Sitting, Library) {
    begin_with(blueprint, input, Factor::X1)
}

fn begin_with(blueprint: &Blueprint, input: Input, factor: Factor) -> (Sitting, Library) {
    let library = mocks::library();
    let head = SittingHead {
        factor,
        input,
        ..head(blueprint, &library, 11)
    };
    let sitting = Sitting::begin(head, &library, Manner::default(), at(0.0));
    (sitting, library)
}

/// A plain talk with one person: no panel, nothing that makes it harder.
pub(super) fn plain() -> Blueprint {
    let mut blueprint = Blueprint {
        panel: None,
        conditions: Vec::new(),
        ..mocks::panel_mock()
    };
    for section in &mut blueprint.sections {
        section.persona = Some(PersonaId::new("silent"));
    }
    blueprint
}

/// Speaks for so long; the clock of the test goes on with it.
pub(super) fn speak(s: &mut Sitting, clock: &mut f64, seconds: f64) {
    if s.phase() == Phase::Ready {
        s.start_answer(at(*clock)).unwrap();
    }
    *clock += seconds;
    s.settle(at(*clock));
    s.finish_answer(at(*clock)).unwrap();
}

#[test]
fn noise_outside_comes_at_some_questions_and_only_where_the_mock_has_it() {
    let loud = |conditions: Vec<crate::domain::library::Condition>| {
        let blueprint = Blueprint {
            conditions,
            ..plain()
        };
        let (mut s, _) = begin(&blueprint, Input::Aloud);
        let mut clock = 0.0;
        let mut heard = Vec::new();
        for _ in 0..40 {
            if s.phase() == Phase::Ready && s.noise().is_some() {
                heard.push(s.position().0);
            }
            match s.phase() {
                Phase::Ready | Phase::FollowUp => speak(&mut s, &mut clock, 30.0),
                _ if s.next(at(clock)).is_err() => break,
                _ => {}
            }
        }
        heard
    };
    assert_eq!(loud(Vec::new()), Vec::<usize>::new());
    let heard = loud(vec![crate::domain::library::Condition::NoiseNote]);
    assert_eq!(heard, [2, 5, 8]);
}

#[test]
fn one_way_thinking_ends_and_the_answer_starts_and_ends_by_itself_to_the_second() {
    let (mut s, _) = begin(&mocks::one_way(), Input::Aloud);
    assert!(matches!(s.aside(), Some(Stop::Checklist(_))));
    s.stop_done(at(10.0)).unwrap();
    assert_eq!((s.phase(), s.pacing()), (Phase::Ready, Pacing::Hard));
    assert_eq!(s.pause(at(11.0)), Err(Refusal::StrictPause));
    assert_eq!(s.skip(at(11.0)), Err(Refusal::StrictSkip));
    assert_eq!(s.open_hint(false), Err(Refusal::StrictHints));
    assert!(s.settle(at(39.9)).is_empty());
    assert_eq!(s.phase(), Phase::Ready);
    s.settle(at(40.0));
    assert_eq!(s.phase(), Phase::Answering);
    assert!(s.settle(at(129.9)).is_empty());
    let blocks = s.settle(at(130.0));
    let [Block::Answer(answer)] = blocks.as_slice() else {
        panic!("{blocks:?}");
    };
    assert_eq!(
        (answer.think_s, answer.seconds, answer.window),
        (30, 90, Some((45, 90)))
    );
    assert_eq!(
        s.phase(),
        Phase::Keep,
        "nobody reacts; another take is free"
    );
    assert_eq!(s.takes_left(), 1);
}

#[test]
fn the_last_take_counts_and_both_are_kept() {
    let (mut s, library) = begin(&mocks::one_way(), Input::Typed);
    s.stop_done(at(1.0)).unwrap();
    s.start_answer(at(2.0)).unwrap();
    s.set_text("The first take", at(3.0)).unwrap();
    s.finish_answer(at(4.0)).unwrap();
    s.take_again(at(5.0)).unwrap();
    assert_eq!((s.phase(), s.take()), (Phase::Ready, 2));
    s.start_answer(at(6.0)).unwrap();
    s.set_text("The second take", at(7.0)).unwrap();
    let draft = s.draft(at(8.0)).unwrap();
    let mut killed = Sitting::replay(s.record(), &library, Manner::default(), at(99.0));
    killed.restore(&draft, at(99.0)).unwrap();
    killed.resume(at(99.0)).unwrap();
    assert_eq!((killed.text(), killed.take()), ("The second take", 2));
    killed.finish_answer(at(101.0)).unwrap();
    assert_eq!(
        killed.answer().map(|a| a.take),
        None,
        "the next question is in hand"
    );
    let takes: Vec<_> = (killed.record().blocks.iter())
        .filter_map(|b| match b {
            Block::Answer(a) => Some((a.take, a.extra.as_ref().map(|e| e.to), a.text.clone())),
            _ => None,
        })
        .collect();
    assert_eq!(takes[1], (2, Some(To::Again), "The second take".to_owned()));
    assert_eq!(killed.phase(), Phase::Ready, "there are no more takes");
}

#[test]
fn a_silent_interviewer_lets_the_answer_stand_for_four_seconds() {
    let (mut s, _) = begin(&plain(), Input::Aloud);
    s.start_answer(at(0.0)).unwrap();
    s.finish_answer(at(70.0)).unwrap();
    assert_eq!(s.phase(), Phase::Turn);
    assert_eq!(s.turn().unwrap().words, "Thank you for telling me.");
    assert_eq!(s.next_wake(at(70.0), Announce::Marks), Some(at(74.0).mono));
    assert!(s.settle(at(73.9)).is_empty());
    let blocks = s.settle(at(74.0));
    assert!(
        matches!(blocks.as_slice(), [Block::Event(e)] if e.what == EventKind::Turn && e.seconds == 4)
    );
    assert_eq!(s.phase(), Phase::FollowUp, "then they ask on");
    assert_eq!(s.clock().unwrap().span().map(|s| s.max), Some(45));
}

#[test]
fn a_talkative_one_goes_on_until_the_room_is_taken() {
    let mut blueprint = plain();
    blueprint.sections[0].persona = Some(PersonaId::new("talkative"));
    let (mut s, _) = begin(&blueprint, Input::Aloud);
    s.start_answer(at(0.0)).unwrap();
    s.finish_answer(at(70.0)).unwrap();
    assert!(s.turn().unwrap().talks);
    let mut patient = s.clone();
    s.pass_turn(at(73.0)).unwrap();
    assert_ne!(s.phase(), Phase::Turn);
    assert_eq!(
        s.stage(at(73.0)).unwrap().spent_s,
        73,
        "the clock of the section ran"
    );
    patient.settle(at(95.0));
    assert_ne!(
        patient.phase(),
        Phase::Turn,
        "they come to an end after all"
    );
}

#[test]
fn somebody_cuts_in_once_and_the_answer_goes_on() {
    let mut blueprint = plain();
    blueprint.sections[0].persona = Some(PersonaId::new("brisk"));
    let (mut s, library) = begin(&blueprint, Input::Aloud);
    s.start_answer(at(0.0)).unwrap();
    let wake = s.next_wake(at(1.0), Announce::Marks);
    let mut moment = None;
    for second in 1..140 {
        let now = at(f64::from(second));
        if let [Block::Event(e)] = s.settle(now).as_slice() {
            assert_eq!((e.what, e.at), (EventKind::CutIn, now.wall));
            assert_eq!(e.seconds, second);
            moment = moment.or(Some(second));
            assert_eq!(s.cut_words(), Some("One sentence, please."));
        }
    }
    let moment = moment.expect("they cut in");
    assert!((78..=117).contains(&moment), "{moment} of 130");
    assert!(wake.is_some());
    let span = s.span().unwrap();
    assert_eq!(span.max, (moment + 15).min(130), "they have heard enough");
    assert!(span.min <= moment, "and no answer is too short for it");
    assert_eq!(s.phase(), Phase::Answering, "nobody is cut off");
    let draft = s.draft(at(139.0)).unwrap();
    let mut killed = Sitting::replay(s.record(), &library, Manner::default(), at(200.0));
    killed.restore(&draft, at(200.0)).unwrap();
    assert_eq!(
        killed.cut_words(),
        Some("One sentence, please."),
        "it is not asked again"
    );
}

#[test]
fn who_has_double_time_has_it_for_the_last_sentence_too() {
    let mut blueprint = plain();
    blueprint.sections[0].persona = Some(PersonaId::new("brisk"));
    let (mut s, _) = begin_with(&blueprint, Input::Aloud, Factor::X2);
    s.start_answer(at(0.0)).unwrap();
    let mut seconds = (1..260).map(f64::from);
    let cuts_in = |s: &mut Sitting, second: &f64| !s.settle(at(*second)).is_empty();
    let moment = seconds.find(|second| cuts_in(&mut s, second));
    let max = f64::from(s.span().unwrap().max);
    assert!((max - (moment.expect("they cut in") + 30.0).min(260.0)).abs() < 0.1);
}

#[test]
fn the_second_half_of_a_question_is_held_back_until_the_first_is_answered() {
    let blueprint = Blueprint {
        conditions: vec![crate::domain::library::Condition::SecondHalf],
        ..plain()
    };
    let (mut s, _) = begin(&blueprint, Input::Typed);
    let text = s.prompt().unwrap().text.to_owned();
    assert!(
        text.ends_with('.') && !text.contains("first one to hear"),
        "{text}"
    );
    s.start_answer(at(0.0)).unwrap();
    s.set_text("A promise about a date", at(5.0)).unwrap();
    s.finish_answer(at(9.0)).unwrap();
    assert_eq!(s.phase(), Phase::FollowUp);
    assert_eq!(s.asked_now(), Some("Who was the first one to hear of it?"));
    s.set_text("The customer, the same day", at(12.0)).unwrap();
    s.finish_answer(at(15.0)).unwrap();
    assert_eq!(
        s.said(),
        "A promise about a date\n\nThe customer, the same day"
    );
}

#[test]
fn a_typed_answer_without_a_result_is_asked_for_one() {
    let asked = |answer: &str| {
        let (mut s, _) = begin(&plain(), Input::Typed);
        for second in (1..400).step_by(10).map(f64::from) {
            match s.phase() {
                Phase::FollowUp if s.position().0 == 2 => return s.asked_now().map(str::to_owned),
                Phase::Ready | Phase::FollowUp => {
                    if s.phase() == Phase::Ready {
                        s.start_answer(at(second)).unwrap();
                    }
                    s.set_text(answer, at(second + 1.0)).unwrap();
                    s.finish_answer(at(second + 5.0)).unwrap();
                }
                _ => drop(s.next(at(second)).unwrap()),
            }
        }
        None
    };
    let open = "The ward was short of staff, so I wrote a new rota and showed it to the others.";
    assert_eq!(asked(open).as_deref(), Some("How would I have seen it?"));
    let told = format!("{open} It worked, and 2 of them still use it.");
    assert_eq!(asked(&told).as_deref(), Some("What did they say?"));
}

#[test]
fn what_runs_over_drops_the_end_of_the_next_section_and_the_closing_comes() {
    let (mut s, _) = begin(&plain(), Input::Aloud);
    let mut clock = 0.0;
    let mut asked = Vec::new();
    while s.phase() != Phase::Evidence {
        match s.phase() {
            Phase::Ready => {
                let kind = s.prompt().unwrap().kind;
                asked.push(kind);
                // The first event takes eleven minutes.
                let long = if kind == Kind::Behavioral {
                    660.0
                } else {
                    60.0
                };
                speak(&mut s, &mut clock, long);
            }
            Phase::FollowUp => speak(&mut s, &mut clock, 30.0),
            Phase::Turn => {
                clock += 4.0;
                s.settle(at(clock));
            }
            _ => {
                // The break is used to its end.
                clock += 600.0;
                s.stop_done(at(clock)).unwrap();
            }
        }
    }
    let count = |kind| asked.iter().filter(|k| **k == kind).count();
    assert_eq!(count(Kind::Behavioral), 2, "{asked:?}");
    assert_eq!(count(Kind::Situational), 0, "what came after gave way");
    assert_eq!(count(Kind::Closing), 2, "the closing always comes");
}

#[test]
fn without_a_clock_nothing_is_dropped() {
    let library = mocks::library();
    let head = SittingHead {
        pacing: Pacing::None,
        input: Input::Aloud,
        ..head(&plain(), &library, 11)
    };
    let mut s = Sitting::begin(head, &library, Manner::default(), at(0.0));
    let (mut clock, mut asked) = (0.0, 0);
    while s.phase() != Phase::Evidence {
        clock += 1.0;
        match s.phase() {
            Phase::Ready | Phase::FollowUp => {
                asked += usize::from(s.phase() == Phase::Ready);
                speak(&mut s, &mut clock, 900.0);
            }
            _ => drop(s.next(at(clock)).unwrap()),
        }
    }
    assert_eq!(asked, 8);
}

#[test]
fn a_mock_is_left_in_its_break_and_gone_on_with_days_later() {
    let (mut s, library) = begin(&plain(), Input::Aloud);
    let mut clock = 0.0;
    while s.phase() != Phase::Aside {
        match s.phase() {
            Phase::Ready | Phase::FollowUp => speak(&mut s, &mut clock, 40.0),
            _ => {
                clock += 4.0;
                s.settle(at(clock));
            }
        }
    }
    assert_eq!(s.aside(), Some(&Stop::Break));
    s.leave(at(clock)).unwrap();
    let later = 2.0 * 86_400.0;
    let mut again = Sitting::replay(s.record(), &library, Manner::default(), at(later));
    again.take_up(at(later)).unwrap();
    assert_eq!(again.aside(), Some(&Stop::Break));
    again.stop_done(at(later + 3.0)).unwrap();
    let stage = again.stage(at(later + 3.0)).unwrap();
    assert_eq!(
        (again.phase(), stage.stretch.title.as_str()),
        (Phase::Ready, "What if")
    );
    assert!(
        stage.total_s < 25 * 60,
        "two days are not in it: {}",
        stage.total_s
    );
}

#[test]
fn a_question_that_goes_on_is_one_question_in_parts_and_is_rated_once() {
    let (mut s, _) = begin(&plain(), Input::Typed);
    let mut clock = 0.0;
    let mut parts = Vec::new();
    while s.phase() != Phase::Evidence {
        clock += 5.0;
        s.settle(at(clock));
        match s.phase() {
            Phase::Ready => drop(s.start_answer(at(clock)).unwrap()),
            Phase::Answering | Phase::FollowUp => {
                if s.extra().is_some_and(|e| e.to == To::Part) {
                    parts.push(s.asked_now().unwrap().to_owned());
                    assert_eq!(s.span().map(|s| s.max), Some(60));
                }
                s.set_text("some words", at(clock)).unwrap();
                s.finish_answer(at(clock + 1.0)).unwrap();
            }
            Phase::Turn => drop(s.pass_turn(at(clock)).unwrap()),
            _ => drop(s.stop_done(at(clock))),
        }
    }
    assert_eq!(parts, ["The same, in one minute"]);
}
