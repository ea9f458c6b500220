//! The pieces that a set of items is made of.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::picks::Picks;
use crate::domain::id::ItemId;
use crate::domain::library::{Item, ItemKind, ItemTask};
use crate::domain::practice::clock::{Factor, Pacing};
use crate::domain::practice::record::{ItemAnswer, SittingHead};

/// Seconds that tests of this kind give for a judgment question.
const JUDGMENT_S: u32 = 90;

/// Seconds that they give for a statement.
const STATEMENT_S: u32 = 30;

/// Which step a set stands at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// What this is, before the clock.
    Intro,
    /// An item is answered.
    Asking,
    /// Why each act helps or does not.
    Reasons,
    /// Nothing is left to do.
    Finished,
}

/// How a set is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// What happens at the end of the time.
    pub pacing: Pacing,
    /// Extra time.
    pub factor: Factor,
    /// Whether the reasons come after each judgment question, or all at the end.
    pub reasons: bool,
    /// Whether one may go back to an earlier item.
    pub back: bool,
    /// Seed of the order in which acts are shown.
    pub seed: u64,
}

impl Rules {
    /// As a sitting says it.
    pub const fn of(head: &SittingHead) -> Self {
        Self {
            pacing: head.pacing,
            factor: head.factor,
            reasons: head.rate_each,
            back: !head.strict,
            seed: head.seed,
        }
    }
}

/// One place of a set.
#[derive(Debug, Clone)]
pub struct Slot {
    /// Which item.
    pub id: ItemId,
    /// The item; `None` when the library no longer has it, which passes the place over.
    pub item: Option<Arc<Item>>,
    /// Places of the acts in the record, from 0, in the order in which they are shown.
    pub order: Vec<usize>,
    /// What was answered.
    pub answer: Option<ItemAnswer>,
    /// Whether it was passed over for now.
    pub skipped: bool,
}

impl Slot {
    /// Whether it waits for an answer.
    pub const fn is_open(&self) -> bool {
        self.item.is_some() && self.answer.is_none()
    }

    /// Acts of a judgment question; none for a statement.
    pub fn options(&self) -> usize {
        match self.item.as_ref().map(|i| &i.task) {
            Some(ItemTask::Judgment(judgment)) => judgment.options.len(),
            _ => 0,
        }
    }

    /// Seconds that it adds to the time of the set.
    pub fn seconds(&self) -> u32 {
        self.item.as_ref().map_or(0, |i| seconds_of(i.kind()))
    }
}

/// Seconds that an item of a kind adds to the time of a set.
pub const fn seconds_of(kind: ItemKind) -> u32 {
    match kind {
        ItemKind::Judgment => JUDGMENT_S,
        ItemKind::SelfReport => STATEMENT_S,
    }
}

/// A half-answered item, written to disk while it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// Place in the set, from 0.
    pub index: u16,
    /// How many blocks came before it.
    pub step: u16,
    /// Seconds since the item came up.
    pub seconds: u32,
    /// What is picked so far.
    pub picks: Picks,
}
