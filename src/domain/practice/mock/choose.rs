//! Which draw of a mock is sat: of a few the one that belongs most to this person.
//!
//! The draw itself knows nothing of jobs and of what was practiced, so its code holds for everybody; what is chosen is
//! only its seed.

use super::code::SEEDS;
use super::lay_out::{Laid, Seat, lay_out};
use crate::domain::id::TopicId;
use crate::domain::library::{Blueprint, Library};
use crate::domain::practice::history::History;

/// How many draws are looked at, to find the one with the most that is new.
const DRAWS: u32 = 6;

/// How many where the role of a job names one trade among several: each draw may hold a question of another one.
const DRAWS_OF_A_TRADE: u32 = 24;

/// What makes one draw better than another.
#[derive(Debug, Clone, Copy)]
pub struct Taste<'a> {
    /// What was practiced: what is new comes first.
    pub history: &'a History,
    /// Topics of other trades than the job is in: the fewer of them, the better.
    pub other_trades: &'a [TopicId],
}

/// The mock from the best of a few draws, with its seed.
pub fn choose(
    blueprint: &Blueprint,
    library: &Library,
    seat: &Seat,
    taste: Taste<'_>,
    first: u32,
) -> Option<(Laid, u32)> {
    let draws = match (taste.other_trades, taste.history.facts()) {
        ([], []) => 1,
        ([], _) => DRAWS,
        _ => DRAWS_OF_A_TRADE,
    };
    let seeds = (0..draws).map(|n| (first + n * (SEEDS / draws)) % SEEDS);
    let all = seeds.map(|seed| (lay_out(blueprint, library, seat, seed), seed));
    all.min_by_key(|(laid, _)| {
        let asked = || laid.plan.iter().map(|planned| planned.question.as_str());
        let topic = |id: &str| library.card(id).and_then(|card| card.topic.clone());
        let strange = asked().filter_map(topic);
        let strange = strange.filter(|topic| taste.other_trades.contains(topic));
        let times: usize = asked().map(|id| taste.history.times(id)).sum();
        (strange.count(), times)
    })
}
