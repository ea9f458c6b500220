//! What the lines of Practice count over all that was practiced.

use crate::desk::Model;
use crate::domain::id::{QuestionId, SittingId};
use crate::domain::library::Card;
use crate::domain::practice::history::Fact;
use crate::domain::practice::waiting;
use crate::domain::time::Now;
use crate::panes::mocks;

/// Questions of one sitting.
pub const SITTING: usize = 6;

/// What is counted over everything that was asked and is there to ask: once when it may have changed, since ten years
/// of it are too much to count for each key.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    /// Questions that were asked before.
    pub seen: usize,
    /// Answers that are worth another go.
    pub rough: usize,
    /// Whole mocks of the field.
    pub mocks: usize,
    /// The newest sitting with answers that wait for their rating.
    pub waits: Option<Waits>,
}

/// Answers that wait for their rating.
#[derive(Debug, Clone)]
pub struct Waits {
    /// Which sitting.
    pub sitting: SittingId,
    /// Its title.
    pub title: String,
    /// How many, and of when.
    pub words: String,
}

impl Counted {
    /// Counts.
    pub fn of(model: &Model, now: Now) -> Self {
        let (library, practice) = (&model.library, &model.practice);
        let from = now.date() - chrono::Duration::days(waiting::DAYS);
        let (sittings, history) = (&practice.sittings, &practice.history);
        let all = waiting::waiting(sittings, history, library, Some(from));
        let asked = |card: &&Card| history.knows(card.id.as_str());
        Self {
            seen: library.cards.iter().filter(asked).count(),
            rough: rough(model).len(),
            mocks: library
                .blueprints
                .iter()
                .filter(|b| mocks::is_mine(b, &model.profile))
                .count(),
            waits: all.first().map(|newest| Waits {
                sitting: newest.head.id.clone(),
                title: newest.head.title.clone(),
                words: newest.words(),
            }),
        }
    }
}

/// Questions whose last answer did not carry, the latest first.
pub fn rough(model: &Model) -> Vec<QuestionId> {
    let mut facts: Vec<_> = model
        .practice
        .history
        .newest()
        .filter(|f| f.level.is_some_and(|l| !l.carries()))
        .collect();
    facts.sort_by_key(|f| std::cmp::Reverse(f.at));
    let known = |f: &&Fact| {
        let id = model.practice.history.text(f.question);
        model.library.card(id).map(|c| c.id.clone())
    };
    facts.iter().filter_map(known).collect()
}
