//! What practice has come to, for small and large numbers.

use chrono::NaiveDate;

use super::*;
use crate::domain::id::{CompetencyId, DimensionId};
use crate::domain::level::Level::{self, NotYet, Partly, Solid, Strong};
use crate::domain::practice::history::Asked;
use crate::domain::practice::record::{Block, Rater, Rating, SittingRecord};
use crate::domain::practice::sample;

/// The levels of answers about conflict, oldest first, one a day until today.
fn practiced(levels: &[Level]) -> History {
    let mut history = History::default();
    let days = (0..levels.len() as u64).rev();
    history.learn(days.zip(levels).map(|(d, l)| sample::sitting("q-a", d, *l)));
    history
}

fn today() -> NaiveDate {
    sample::at(0.0).date()
}

fn conflict(history: &History) -> Tally {
    let tallies = competencies(history, today());
    let tally = tallies.into_iter().find(|(id, _)| *id == "conflict");
    tally.map(|(_, t)| t).unwrap_or_default()
}

fn changed(
    question: &str,
    days: u64,
    level: Level,
    change: impl Fn(&mut SittingRecord),
) -> History {
    let mut record = sample::sitting(question, days, level);
    change(&mut record);
    let mut history = History::default();
    history.learn([record]);
    history
}

#[test]
fn under_four_answers_it_is_too_early() {
    let words = |n: usize| conflict(&practiced(&[Solid; 6][..n])).words(n);
    assert_eq!(words(0), "no answers yet");
    assert_eq!(words(1), "1 answer, too early");
    assert_eq!(words(2), "2 answers, too early");
    assert_eq!(words(3), "3 answers, too early");
    for n in 4..=6 {
        assert_eq!(words(n), "ready, mostly Solid");
    }
    for n in 0..4 {
        assert_eq!(conflict(&practiced(&[Solid; 6][..n])).usual(), None);
    }
}

#[test]
fn what_is_said_of_the_last_answers_is_what_counting_them_says() {
    let words = |levels: &[Level], of: usize| conflict(&practiced(levels)).words(of);
    assert_eq!(words(&[NotYet, Solid, Solid, NotYet], 4), "mixed");
    assert_eq!(
        words(&[Solid, Solid, Partly, Partly, Partly], 5),
        "mostly Partly"
    );
    assert_eq!(
        words(&[Strong, Strong, Solid, Solid], 4),
        "ready, Solid or Strong"
    );
    // Four Not yet and seven Partly, of which the last eight are looked at.
    let lived = [
        Partly, Partly, Partly, NotYet, NotYet, NotYet, NotYet, Partly, Partly, Partly, Partly,
    ];
    assert_eq!(words(&lived, 11), "last 8: mixed");
}

#[test]
fn only_the_last_eight_of_ninety_days_count() {
    let levels = [
        NotYet, NotYet, NotYet, Solid, Solid, Solid, Solid, Strong, Strong, Strong, Strong,
    ];
    let tally = conflict(&practiced(&levels));
    assert_eq!(tally.counts(), [0, 0, 4, 4]);
    assert_eq!(tally.levels[0], Strong, "newest first");
    let old = changed("q-a", 91, Solid, |_| ());
    assert_eq!(conflict(&old).levels.len(), 0);
    let edge = changed("q-a", 90, Solid, |_| ());
    assert_eq!(conflict(&edge).levels.len(), 1);
}

#[test]
fn the_state_is_said_with_its_reason() {
    let state = |levels: &[Level]| conflict(&practiced(levels)).state();
    assert_eq!(state(&[Partly, Partly, Solid, Solid]), State::Improving);
    assert_eq!(state(&[Solid, Solid, Partly, Partly]), State::NotYet);
    assert_eq!(state(&[Partly, NotYet, Partly, NotYet]), State::NotYet);
    assert_eq!(state(&[Partly, Solid, Solid, Strong]), State::Ready);
    let words = conflict(&practiced(&[Partly, Partly, Solid, Solid])).words(4);
    assert_eq!(words, "improving, mixed");
}

#[test]
fn the_weakest_is_the_lowest_then_the_one_with_fewest_answers() {
    let mut history = practiced(&[Partly, Partly, Partly]);
    let about = |competency: &str, level| {
        let mut record = sample::sitting(competency, 1, level);
        sample::answer_of(&mut record).competency = CompetencyId::new(competency);
        record
    };
    history.learn([
        about("planning", Partly),
        about("ownership", NotYet),
        about("learning", Solid),
    ]);
    assert_eq!(
        weakest(&history, today()),
        ["ownership", "planning", "conflict"]
    );
}

#[test]
fn a_dimension_is_counted_like_a_competency() {
    let history = changed("q-a", 0, Solid, |record| {
        if let Block::Rating(rating) = &mut record.blocks[1] {
            rating.dimensions = vec![(DimensionId::new("impact"), Partly)];
        }
    });
    let rows = dimensions(&history, today());
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].0.as_str(), "impact");
    assert_eq!(rows[0].1.counts(), [0, 1, 0, 0]);
}

#[test]
fn the_week_begins_on_monday_and_rounds_minutes_up() {
    let mut history = History::default();
    // Thursday is today; Monday is three days ago, Sunday four.
    history.learn([0, 3, 4].map(|d| sample::sitting("q-a", d, Solid)));
    history.hear_asked([Asked {
        entry: "e",
        day: today(),
        time: None,
        question: "q-a",
        competency: "conflict",
        kind: Kind::Behavioral,
        level: Some(Solid),
    }]);
    let days = week(&history, today());
    let minutes: Vec<u32> = days.iter().map(|d| d.minutes).collect();
    assert_eq!(
        minutes,
        [6, 0, 0, 6, 0, 0, 0],
        "320 seconds are six minutes"
    );
    assert_eq!(days[0].date.format("%a").to_string(), "Mon");
    assert_eq!(days[3].answers, 1);
}

#[test]
fn totals_and_windows_are_counted_over_a_span() {
    let mut history = practiced(&[Solid, Solid]);
    history.learn([(20, 59), (21, 131), (40, 100)].map(|(days, length)| {
        let mut record = sample::sitting("q-b", days, Solid);
        sample::answer_of(&mut record).length_s = length;
        record
    }));
    let totals = totals(span(&history, today(), 30));
    assert_eq!(
        (totals.answers, totals.sittings, totals.spent_s),
        (4, 4, 1280)
    );
    let kept = Discipline::of(span(&history, today(), 30));
    assert_eq!((kept.before, kept.inside, kept.over), (1, 2, 1));
    assert_eq!(kept.total(), 4);
    let untimed = changed("q-a", 0, Solid, |r| sample::answer_of(r).window = None);
    assert_eq!(Discipline::of(span(&untimed, today(), 30)).total(), 0);
}

#[test]
fn what_was_expected_is_held_against_what_came() {
    let mut history = History::default();
    let hoped = [
        (Solid, Solid),
        (Solid, Partly),
        (Partly, Strong),
        (Strong, NotYet),
    ];
    history.learn((0..).zip(hoped).map(|(days, (hope, got))| {
        let mut record = sample::sitting("q-a", days, got);
        sample::answer_of(&mut record).expected = Some(hope);
        record
    }));
    history.learn([sample::sitting("q-b", 9, Solid)]);
    let expected = Expected::of(history.facts());
    assert_eq!(expected.total(), 4);
    assert_eq!(expected.sides(), [1, 1, 2]);
    assert_eq!(expected.grid[2][1], 1);
    assert_eq!(expected.worse_kind, Some((Kind::Behavioral, 2)));
    assert_eq!(Expected::of([]).worse_kind, None);
}

#[test]
fn other_eyes_are_told_from_five_pairs_on() {
    let second_looks = |n: u64| {
        let mut history = History::default();
        history.learn((0..n).map(|days| {
            let mut record = sample::sitting("q-a", days, Solid);
            let Block::Rating(own) = record.blocks[1].clone() else {
                panic!("a rating")
            };
            record.blocks.push(Block::Rating(Rating {
                rater: Rater::Cold,
                level: if days == 0 { Solid } else { Partly },
                ..own
            }));
            record
        }));
        Eyes::second_look(history.facts())
    };
    let four = second_looks(4);
    assert!(!four.is_enough());
    let five = second_looks(5);
    assert!(five.is_enough());
    assert_eq!((five.lower, five.same, five.higher), (4, 1, 0));
    assert_eq!(Eyes::others(practiced(&[Solid]).facts()).total(), 0);
}
