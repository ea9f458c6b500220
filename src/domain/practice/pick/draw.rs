//! Everything that a draw depends on.

use chrono::NaiveDate;

use super::filter::Filter;
use super::steer::Steer;
use crate::domain::library::{Card, Library};
use crate::domain::practice::history::History;
use crate::domain::practice::schedule::Schedule;

/// In which order questions come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// What helps most: due, weak and new ones mixed.
    #[default]
    Helps,
    /// At random, with the mix of kinds of the stage.
    Random,
    /// As listed.
    Listed,
}

/// Everything that a draw depends on.
#[derive(Debug, Clone, Copy)]
pub struct Draw<'a> {
    /// What there is.
    pub library: &'a Library,
    /// What was practiced; an empty one makes the draw depend on seed, library and filter alone.
    pub history: &'a History,
    /// What is due.
    pub schedule: &'a Schedule,
    /// What the journal asks for.
    pub steer: &'a Steer,
    /// What fits.
    pub filter: &'a Filter,
    /// In which order.
    pub order: Order,
    /// How many at most; each question comes once.
    pub count: usize,
    /// The seed.
    pub seed: u64,
    /// The day.
    pub today: NaiveDate,
}

impl Draw<'_> {
    /// Whether a question was answered before, or seen in a warm-up.
    pub(super) fn knows(&self, card: &Card) -> bool {
        self.history.knows(card.id.as_str()) || self.steer.warmed_up.contains(&card.id)
    }
}
