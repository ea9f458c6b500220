//! A talk that is for every field knows the field, and the trade, of the one who sits in it.

use std::collections::HashSet;

use super::*;
use crate::domain::id::{FamilyId, QuestionId, TopicId};
use crate::domain::library::{Kind, Library};
use crate::domain::practice::history::History;
use crate::domain::practice::record::{Planned, Why};

fn nurse() -> Seat {
    Seat {
        family: FamilyId::new("nursing"),
        seniority: None,
        weak: Vec::new(),
    }
}

/// The library with so many questions about events that only nurses are asked, on these topics in turn.
fn with_events(count: usize, topics: &[&str]) -> Library {
    let mut library = sample::library();
    let events = library.cards.iter().filter(|c| c.kind == Kind::Behavioral);
    let own: Vec<_> = (events.take(count).cloned().enumerate())
        .map(|(n, mut card)| {
            card.id = QuestionId::new(format!("ward-{n}"));
            card.roles = [FamilyId::new("nursing")].into();
            card.topic = topics
                .get(n % topics.len().max(1))
                .map(|t| TopicId::new(*t));
            card
        })
        .collect();
    library.cards.extend(own);
    library
}

fn is_own(planned: &Planned) -> bool {
    planned.question.as_str().starts_with("ward-")
}

#[test]
fn a_talk_for_everybody_asks_a_nurse_two_of_three_from_the_ward_and_says_why() {
    let library = with_events(6, &[]);
    for seed in 0..40 {
        let plan = lay_out(&sample::panel_mock(), &library, &nurse(), seed).plan;
        let own = plan.iter().filter(|p| is_own(p)).count();
        assert!(own >= 2, "{seed}: {own}");
        let told = |p: &Planned| (p.why == Why::Field) == is_own(p);
        assert!(plan.iter().all(told), "{plan:?}");
    }
    let all =
        (0..40).flat_map(|seed| lay_out(&sample::panel_mock(), &library, &nurse(), seed).plan);
    let events = all.filter(|p| p.question.as_str().contains("behavioral"));
    assert!(events.count() > 20, "and one that everybody is asked");
}

#[test]
fn two_talks_do_not_ask_a_nurse_the_same_where_the_field_has_few() {
    let library = with_events(2, &[]);
    let mut first = HashSet::new();
    for seed in 0..40 {
        let plan = lay_out(&sample::panel_mock(), &library, &nurse(), seed).plan;
        let own = plan.into_iter().filter(is_own).map(|p| p.question);
        first.extend(own.take(1));
    }
    assert_eq!(first.len(), 2, "either may come alone");
}

#[test]
fn of_a_few_draws_the_one_with_fewest_questions_of_another_trade_is_sat() {
    let library = with_events(8, &["welding", "electrical"]);
    let history = History::default();
    let others = [TopicId::new("welding")];
    let strange = |other_trades: &[TopicId], first: u32| {
        let taste = Taste {
            history: &history,
            other_trades,
        };
        let mock = sample::panel_mock();
        let (laid, seed) = choose(&mock, &library, &nurse(), taste, first).expect("a draw");
        assert_eq!(
            laid,
            lay_out(&mock, &library, &nurse(), seed),
            "its code holds"
        );
        let welding = |p: &&Planned| {
            let card = library.card(p.question.as_str()).expect("it is there");
            card.topic.as_ref() == Some(&others[0])
        };
        laid.plan.iter().filter(welding).count()
    };
    let all = |others: &[TopicId]| (0..30).map(|first| strange(others, first)).sum::<usize>();
    let (with, without) = (all(&others), all(&[]));
    assert!(with <= 3 && without >= 15, "{with} and {without}");
}
