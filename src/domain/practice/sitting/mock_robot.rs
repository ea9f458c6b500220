//! The robot sits whole mocks: with pauses, sleeps, a kill after every block, and people who cut in and talk.

use super::robot::sit_out;
use crate::domain::dice::Dice;
use crate::domain::library::{Blueprint, Feedback, Kind, Library, Seniority};
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::mock::{Course, Seat, lay_out, sample as mocks};
use crate::domain::practice::record::{
    Answer, Block, EventKind, Input, SittingHead, SittingRecord, To,
};
use crate::domain::practice::sample;

/// The head of a mock as it is begun.
pub(super) fn head(blueprint: &Blueprint, library: &Library, seed: u32) -> SittingHead {
    let seat = Seat {
        family: crate::domain::id::FamilyId::new("general"),
        seniority: Some(Seniority::Mid),
        weak: vec!["impact".to_owned()],
    };
    let laid = lay_out(blueprint, library, &seat, seed);
    SittingHead {
        seed: u64::from(seed),
        rate_each: blueprint.feedback == Feedback::Each,
        shape: Some(std::sync::Arc::new(laid.shape)),
        plan: laid.plan,
        ..sample::head(&[])
    }
}

fn sit(blueprint: &Blueprint, seed: u32) -> SittingRecord {
    let library = mocks::library();
    let mut dice = Dice::new(u64::from(seed));
    let head = SittingHead {
        pacing: [Pacing::Window, Pacing::Hard, Pacing::None][dice.below(3)],
        factor: Factor::ALL[dice.below(4)],
        input: [Input::Typed, Input::Aloud][dice.below(2)],
        ..head(blueprint, &library, seed)
    };
    sit_out(head, dice, &library)
}

fn answers(record: &SittingRecord) -> impl Iterator<Item = &Answer> {
    record.blocks.iter().filter_map(|b| match b {
        Block::Answer(a) => Some(a),
        _ => None,
    })
}

/// What must hold of any finished mock.
fn check(record: &SittingRecord, library: &Library) {
    let shape = record.head.shape.as_ref().unwrap();
    // Takes of each question count up, and questions come in the order of the plan.
    let mut last = 0;
    for a in answers(record) {
        if a.for_point.is_none() {
            assert!(usize::from(a.index) >= last, "no way back");
            last = usize::from(a.index);
        }
        let before = answers(record).take_while(|b| !std::ptr::eq(*b, a));
        let count = before.filter(|b| b.index == a.index).count();
        assert_eq!(usize::from(a.take), count + 1);
        assert_eq!(a.extra.is_some() || a.for_point.is_some(), a.take > 1);
    }
    // The closing comes, whatever happened before.
    let closing = answers(record)
        .filter(|a| a.kind == Kind::Closing && a.take == 1)
        .count();
    let planned = (record.head.plan.iter())
        .filter(|p| library.questions.get(p.question.as_str()).unwrap().kind == Kind::Closing)
        .count();
    assert_eq!(closing, planned);
    for kind in &shape.must {
        assert!(answers(record).any(|a| a.kind == *kind), "{kind:?} comes");
    }
    // Follow-ups stay within what the section allows, and no words are asked twice of one question.
    for a in answers(record).filter(|a| a.extra.is_some()) {
        let same = |b: &&Answer| {
            b.index == a.index
                && b.extra == a.extra
                && b.extra.as_ref().is_some_and(|e| e.to != To::Again)
        };
        assert!(answers(record).filter(same).count() <= 1, "{:?}", a.extra);
    }
    let course = Course::after(&record.head, &record.blocks);
    assert_eq!(course.spent.len(), shape.sections.len());
    // Every answer is rated, and rated after the last one where feedback comes at the end.
    let rated = |a: &Answer| {
        record
            .blocks
            .iter()
            .any(|b| matches!(b, Block::Rating(r) if r.index == a.index))
    };
    let mut counting = std::collections::HashMap::new();
    for a in answers(record).filter(|a| a.for_point.is_none()) {
        if matches!(a.extra.as_ref().map(|e| e.to), None | Some(To::Again)) {
            counting.insert(a.index, a);
        }
    }
    for a in counting.values() {
        assert_eq!(rated(a), !a.skipped, "{a:?}");
    }
    assert!(matches!(record.blocks.last(), Some(Block::Event(e)) if e.what == EventKind::Finished));
}

#[test]
fn every_mock_is_sat_to_the_end_whatever_the_robot_does() {
    let library = mocks::library();
    for seed in 0..60 {
        for blueprint in [mocks::panel_mock(), mocks::one_way()] {
            for feedback in [Feedback::End, Feedback::Each] {
                let blueprint = Blueprint {
                    feedback,
                    ..blueprint.clone()
                };
                let record = sit(&blueprint, seed);
                check(&record, &library);
                assert_eq!(record, sit(&blueprint, seed), "the same seed sits the same");
            }
        }
    }
}
