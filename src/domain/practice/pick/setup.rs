//! What the set-up screen chooses, and the head of the sitting that comes of it.

use super::draw::Order;
use super::filter::Filter;
use crate::domain::id::{ApplicationId, SittingId};
use crate::domain::library::{Card, StageId};
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::{Form, Input, Planned, SittingHead};
use crate::domain::time::Now;

/// A drill as it was set up.
#[derive(Debug, Clone, PartialEq)]
pub struct Setup {
    /// Which questions.
    pub filter: Filter,
    /// The job that it is for; without one it is the next interview of its stage.
    pub job: Option<ApplicationId>,
    /// In which order.
    pub order: Order,
    /// How many.
    pub count: usize,
    /// Clock.
    pub pacing: Pacing,
    /// Extra time.
    pub factor: Factor,
    /// Typed or aloud.
    pub input: Input,
    /// One follow-up where something was missing.
    pub probes: bool,
    /// No pause, no skip, no hints.
    pub strict: bool,
    /// Each answer is rated at once; else all of them follow the last one.
    pub rate_each: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            filter: Filter::default(),
            job: None,
            order: Order::Helps,
            count: 6,
            pacing: Pacing::Window,
            factor: Factor::X1,
            input: Input::Typed,
            probes: true,
            strict: false,
            rate_each: true,
        }
    }
}

impl Setup {
    /// The head of a sitting with this plan.
    pub fn head(&self, plan: Vec<Planned>, seed: u64, library: &str, now: Now) -> SittingHead {
        let stage = self.filter.stage;
        let stem = stage.map_or("drill", StageId::id);
        SittingHead {
            id: SittingId::new(format!("{}-{stem}", now.wall.format("%Y-%m-%dT%H%M"))),
            started: now.wall,
            title: drill_name(stage).to_owned(),
            stage,
            seed,
            library: library.to_owned(),
            pacing: self.pacing,
            factor: self.factor,
            input: self.input,
            strict: self.strict,
            probes: self.probes,
            rate_each: self.rate_each,
            warm_up: false,
            rung: None,
            shape: None,
            form: Form::Drill,
            plan,
        }
    }
}

/// Whether a sitting was a drill that somebody set up: mocks, single questions and the like say nothing of how its
/// settings are wished the next time.
/// Drills of one pack go by one of the names of `packs`.
pub fn was_set_up(head: &SittingHead, packs: &[String]) -> bool {
    let named = head.title == drill_name(head.stage) || packs.contains(&head.title);
    head.form == Form::Drill && head.shape.is_none() && named
}

/// What a drill is called.
pub const fn drill_name(stage: Option<StageId>) -> &'static str {
    match stage {
        None => "Drill",
        Some(StageId::Screening) => "Drill for the screening",
        Some(StageId::PhoneVideo) => "Drill for phone and video",
        Some(StageId::InPerson) => "Drill for the talks in person",
        Some(StageId::BehavioralAssessment) => "Drill for the work-style test",
        Some(StageId::TechnicalAssessment) => "Drill for the skills test",
        Some(StageId::Panel) => "Drill for the panel",
        Some(StageId::FinalOffer) => "Drill for the final talk",
        Some(StageId::Checks) => "Drill for the checks",
    }
}

/// Seconds that thinking and rating add to one answer, on the whole.
const AROUND: u32 = 60;

/// About how many minutes these questions take with somebody's own time, rating included.
pub fn minutes<'a>(cards: impl IntoIterator<Item = &'a Card>, factor: Factor) -> u32 {
    let cards = cards.into_iter();
    let seconds = cards.fold(0_u32, |sum, c| {
        sum.saturating_add(factor.apply(c.max_s))
            .saturating_add(AROUND)
    });
    seconds.div_ceil(60)
}

/// So many of the cards that can be drawn, as short and as long as these are on the whole: what a draw will take is told
/// by them, and not by those that stand first.
pub fn typical(mut cards: Vec<&Card>, count: usize) -> Vec<&Card> {
    cards.sort_by_key(|card| card.max_s);
    let (all, count) = (cards.len(), count.min(cards.len()));
    let middle = |n: usize| (2 * n + 1) * all / (2 * count);
    (0..count).map(|n| cards[middle(n)]).collect()
}
