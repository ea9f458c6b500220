//! When questions come back, against the numbers of the reference.

use chrono::{Days, NaiveDate};
use fsrs::FSRS;

use super::grade::Review;
use super::plan::{interval, state};
use super::*;
use crate::domain::id::{QuestionId, SittingId};
use crate::domain::level::Level::{self, NotYet, Partly, Solid, Strong};
use crate::domain::library::{Kind, StageId};
use crate::domain::practice::history::{Asked, History};
use crate::domain::practice::record::{Answer, Block, Rater, Rating, SittingRecord};
use crate::domain::practice::sample;

fn day(n: u64) -> NaiveDate {
    sample::at(0.0).date() + Days::new(n)
}

/// One answer to `q-a` on day `n`.
fn sitting(n: u64, level: Level, change: impl Fn(&mut Answer)) -> SittingRecord {
    let mut record = sample::sitting("q-a", 0, level);
    record.head.id = SittingId::new(format!("s{n}"));
    let answer = sample::answer_of(&mut record);
    answer.at = answer.at + Days::new(n);
    change(answer);
    record
}

fn answered(levels: &[(u64, Level)]) -> History {
    let mut history = History::default();
    history.learn(levels.iter().map(|(n, level)| sitting(*n, *level, |_| ())));
    history
}

fn schedule(history: &History, aim: Option<Aim>) -> Schedule {
    let library = sample::library(&[sample::question("q-a", Kind::Behavioral)]);
    Schedule::of(history, &library, aim, day(0))
}

/// Days from the last answer to the next one.
fn gap(history: &History, aim: Option<Aim>) -> i64 {
    let memory = schedule(history, aim).memory(history, "q-a").unwrap();
    (memory.due - memory.last).num_days()
}

fn review(n: u64, grade: Grade) -> Review {
    Review {
        day: day(n),
        grade,
        retried: false,
    }
}

#[test]
fn the_model_gives_the_numbers_of_the_reference() {
    // py-fsrs 6, tests/test_basic.py: test_memo_state.
    let model = FSRS::default();
    let mut reviews = vec![review(0, Grade::Again), review(0, Grade::Good)];
    reviews.extend([1, 4, 12, 33].map(|n| review(n, Grade::Good)));
    let memory = state(&model, &reviews).unwrap();
    assert!((memory.stability - 53.62694).abs() < 1e-3, "{memory:?}");
    assert!((memory.difficulty - 6.357_486_7).abs() < 1e-3, "{memory:?}");

    // py-fsrs 6, test_review_card: two Good ones on the first day, then each when it is due.
    let mut reviews = vec![review(0, Grade::Good)];
    let (mut gaps, mut today) = (Vec::new(), 0);
    for _ in 0..4 {
        reviews.push(review(today, Grade::Good));
        let gap = interval(&model, state(&model, &reviews).unwrap(), 0.9);
        gaps.push(gap);
        today += gap;
    }
    assert_eq!(gaps, [2, 11, 46, 163]);
}

#[test]
fn a_failed_answer_comes_back_the_next_day_and_a_good_one_within_three() {
    assert_eq!(gap(&answered(&[(0, NotYet)]), None), 1);
    assert_eq!(gap(&answered(&[(0, Partly)]), None), 2);
    assert_eq!(gap(&answered(&[(0, Solid)]), None), 3);
    assert_eq!(gap(&answered(&[(0, Strong)]), None), 3);
}

#[test]
fn intervals_grow_with_each_pass() {
    let one = gap(&answered(&[(0, Solid)]), None);
    let two = gap(&answered(&[(0, Solid), (3, Solid)]), None);
    let three = gap(&answered(&[(0, Solid), (3, Solid), (20, Solid)]), None);
    assert!(one < two && two < three, "{one} {two} {three}");
    let failed = answered(&[(0, Solid), (3, Solid), (20, NotYet)]);
    assert!(gap(&failed, None) < two);
}

#[test]
fn strong_is_easy_only_after_two_passes_and_when_it_was_expected() {
    let strong = |expected: Option<Level>, before: u64| {
        let mut history = History::default();
        history.learn((0..before).map(|n| sitting(n * 4, Solid, |_| ())));
        history.learn([sitting(before * 4, Strong, |a| a.expected = expected)]);
        gap(&history, None)
    };
    let solid = |before: u64| {
        let levels: Vec<_> = (0..=before).map(|n| (n * 4, Solid)).collect();
        gap(&answered(&levels), None)
    };
    assert!(strong(Some(Solid), 2) > solid(2));
    assert_eq!(strong(None, 2), solid(2));
    assert_eq!(strong(Some(Partly), 2), solid(2));
    assert_eq!(strong(Some(Strong), 1), solid(1));
}

#[test]
fn who_rates_too_high_gets_good_for_strong() {
    let last = |others: Level| {
        let mut history = History::default();
        history.learn((0..8).map(|n| {
            let mut record = sitting(n, Solid, |a| {
                a.question = QuestionId::new("q-b");
            });
            let Block::Rating(own) = record.blocks[1].clone() else {
                panic!("a rating")
            };
            record.blocks.push(Block::Rating(Rating {
                rater: Rater::Partner,
                level: others,
                ..own
            }));
            record
        }));
        history.learn([20, 24].map(|n| sitting(n, Solid, |_| ())));
        history.learn([sitting(28, Strong, |a| a.expected = Some(Strong))]);
        gap(&history, None)
    };
    assert!(last(Partly) < last(Solid));
}

#[test]
fn a_date_caps_intervals_and_pulls_the_stage_in_before_it() {
    let levels = [(0, Solid), (3, Solid), (20, Solid), (60, Solid)];
    let history = answered(&levels);
    assert!(gap(&history, None) > 21);
    let aim = |n, stage| {
        Some(Aim {
            date: day(n),
            stage,
        })
    };
    assert_eq!(gap(&history, aim(300, StageId::Panel)), 21);
    assert_eq!(gap(&history, aim(70, StageId::Panel)), 9, "the day before");
    assert_eq!(gap(&history, aim(70, StageId::Checks)), 21, "another stage");
    assert_eq!(
        gap(&history, aim(60, StageId::Panel)),
        1,
        "never on the same day"
    );
    let gone_by = Schedule::of(
        &history,
        &sample::library(&[]),
        aim(10, StageId::Panel),
        day(61),
    );
    let memory = gone_by.memory(&history, "q-a").unwrap();
    assert!((memory.due - memory.last).num_days() > 21);
}

#[test]
fn a_point_tried_again_comes_back_the_next_day() {
    let mut record = sitting(0, Partly, |_| ());
    let Block::Answer(first) = record.blocks[0].clone() else {
        panic!("an answer")
    };
    record.blocks.push(Block::Answer(Answer {
        take: 2,
        for_point: Some(1),
        ..first
    }));
    let mut history = History::default();
    history.learn([record]);
    assert_eq!(gap(&history, None), 1);
}

#[test]
fn what_is_due_comes_lowest_first_and_a_month_away_changes_nothing() {
    let mut history = History::default();
    for (question, level) in [("q-a", Solid), ("q-b", NotYet), ("q-c", Partly)] {
        let named = |a: &mut Answer| a.question = QuestionId::new(question);
        let mut record = sitting(0, level, named);
        record.head.id = SittingId::new(question);
        if let Block::Rating(r) = &mut record.blocks[1] {
            r.question = QuestionId::new(question);
        }
        history.learn([record]);
    }
    let schedule = schedule(&history, None);
    let due = |n| {
        let due = schedule.due(&history, day(n));
        due.iter()
            .map(|d| d.question.to_owned())
            .collect::<Vec<_>>()
    };
    assert!(due(0).is_empty());
    assert_eq!(due(1), ["q-b"]);
    assert_eq!(due(3), ["q-b", "q-c", "q-a"]);
    assert_eq!(due(33), due(3));
}

#[test]
fn a_rough_question_of_a_real_interview_comes_back_and_a_good_one_is_never_easy() {
    let asked = |level| {
        let mut history = answered(&[(0, Solid), (3, Solid)]);
        history.hear_asked([Asked {
            entry: "e",
            day: day(10),
            time: None,
            question: "q-a",
            competency: "conflict",
            kind: Kind::Behavioral,
            level: Some(level),
        }]);
        gap(&history, None)
    };
    let practiced = gap(&answered(&[(0, Solid), (3, Solid), (10, Solid)]), None);
    assert_eq!(asked(Strong), practiced);
    assert!(asked(NotYet) < 5);
}

#[test]
fn a_question_that_fails_again_and_again_is_told_apart() {
    let levels: Vec<_> = (0..4).map(|n| (n, NotYet)).collect();
    let history = answered(&levels);
    assert!(
        schedule(&history, None)
            .memory(&history, "q-a")
            .unwrap()
            .is_leech()
    );
    let history = answered(&levels[1..]);
    assert!(
        !schedule(&history, None)
            .memory(&history, "q-a")
            .unwrap()
            .is_leech()
    );
}

#[test]
fn a_day_that_goes_back_counts_as_the_same_day() {
    let model = FSRS::default();
    let state = |days: [u64; 3]| {
        let reviews = days.map(|n| review(n, Grade::Good));
        state(&model, &reviews).unwrap()
    };
    assert_eq!(state([10, 9, 12]), state([10, 10, 12]));
}
