//! What practice has come to, for small and large numbers.

use chrono::NaiveDate;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::domain::id::{CompetencyId, DimensionId};
use crate::domain::level::Level::{self, NotYet, Partly, Solid, Strong};
use crate::domain::practice::history::Asked;
use crate::domain::practice::record::{Block, Rater, Rating, SittingRecord};
use crate::domain::practice::sample;
use crate::domain::practice::tally::{ENOUGH, LAST};
use crate::seeded::cases;

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
    let words = |n: usize| conflict(&practiced(&[Solid; 6][..n])).words();
    assert_eq!(words(0), "no answers yet");
    assert_eq!(words(1), "1 answer, too early");
    assert_eq!(words(2), "2 answers, too early");
    assert_eq!(words(3), "3 answers, too early");
    for n in 4..=6 {
        assert_eq!(words(n), format!("ready, last {n}: {n} Solid"));
    }
    let three = conflict(&practiced(&[Solid; 3]));
    assert_eq!(three.short_words(), ["too early", "too early"]);
}

#[test]
fn what_is_said_of_the_last_answers_is_counted_one_by_one() {
    let words = |levels: &[Level]| conflict(&practiced(levels)).words();
    assert_eq!(
        words(&[NotYet, Solid, Solid, NotYet]),
        "last 4: 2 Solid, 2 Not yet"
    );
    assert_eq!(
        words(&[Strong, Strong, Solid, Solid]),
        "ready, last 4: 4 Solid or Strong"
    );
    // Four Not yet and seven Partly, of which the last eight are looked at.
    let lived = [
        Partly, Partly, Partly, NotYet, NotYet, NotYet, NotYet, Partly, Partly, Partly, Partly,
    ];
    assert_eq!(words(&lived), "last 8: 4 Partly, 4 Not yet");
}

#[test]
fn three_partly_among_the_last_eight_are_told_and_not_called_ready_while_they_are_new() {
    // Motivation and Adaptability of somebody who has practiced for ten years, oldest first.
    let motivation = [
        Strong, Strong, Partly, Strong, Partly, Partly, Strong, Solid,
    ];
    let said = conflict(&practiced(&motivation));
    assert_eq!(said.words(), "last 8: 5 Solid or Strong, 3 Partly");
    assert_eq!(
        said.short_words(),
        ["5 of 8 Solid or Strong", "5 of 8"],
        "in less room the same"
    );
    let resilience = [Solid, Strong, Partly, Partly, Solid, Strong, Solid, Solid];
    assert_eq!(
        conflict(&practiced(&resilience)).words(),
        "ready, last 8: 6 Solid or Strong, 2 Partly"
    );
    let adaptability = [
        Partly, Partly, Partly, Solid, Strong, Strong, Partly, Partly,
    ];
    assert_eq!(
        conflict(&practiced(&adaptability)).words(),
        "last 8: 3 Solid or Strong, 5 Partly",
        "the newest fell back"
    );
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
    assert_eq!(state(&[Solid, Solid, Solid, Partly]), State::NotYet);
    let words = conflict(&practiced(&[Partly, Partly, Solid, Solid])).words();
    assert_eq!(words, "improving, last 4: 2 Solid, 2 Partly");
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn what_is_said_never_contradicts_the_answers(
        levels in vec(select(Level::ALL.to_vec()), 0..=LAST)
    ) {
        let tally = Tally { levels };
        let newest = |n: usize| tally.levels.iter().take(n);
        let all = tally.levels.len();
        let carry = newest(all).filter(|l| l.carries()).count();
        match tally.state() {
            State::TooEarly => prop_assert!(all < ENOUGH),
            State::Ready => {
                prop_assert!(carry * 2 > all && newest(3).all(|l| l.carries()));
            }
            State::Improving => {
                prop_assert!(newest(1).all(|l| l.carries()) && carry < all);
            }
            State::NotYet => prop_assert!(carry < all, "all carry and nothing is said of it"),
        }
        if all >= ENOUGH {
            let words = tally.words();
            let figures = words.split(|c: char| !c.is_ascii_digit());
            let figures: Vec<usize> = figures.filter_map(|w| w.parse().ok()).collect();
            prop_assert_eq!(figures[0], all, "{}", words);
            prop_assert_eq!(figures[1..].iter().sum::<usize>(), all, "{}", words);
            // The same judgment in every length, and the same count.
            let lead = words.split("last").next().unwrap_or_default();
            for short in tally.short_words() {
                let told = format!("{lead}{carry} of {all}");
                prop_assert!(short.starts_with(&told), "{words} / {short}");
            }
        }
    }

    #[test]
    fn one_more_good_answer_takes_no_readiness_away(
        levels in vec(select(Level::ALL.to_vec()), ENOUGH..=LAST)
    ) {
        let before = Tally { levels: levels.clone() };
        let more = std::iter::once(Solid).chain(levels);
        let after = Tally { levels: more.take(LAST).collect() };
        prop_assert!(before.state() != State::Ready || after.state() == State::Ready);
    }
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
fn what_only_has_to_be_settled_tells_of_no_competency() {
    for kind in [Kind::Logistics, Kind::Closing, Kind::Inappropriate] {
        let history = changed("q-a", 0, NotYet, |record| {
            let answer = sample::answer_of(record);
            (answer.kind, answer.competency) = (kind, CompetencyId::new("planning"));
        });
        assert!(competencies(&history, today()).is_empty(), "{kind:?}");
        assert!(weakest(&history, today()).is_empty(), "{kind:?}");
        assert_eq!(totals(history.facts()).answers, 1, "it is practice");
    }
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
