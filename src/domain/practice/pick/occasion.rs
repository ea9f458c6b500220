//! Questions that fit only some lives, or only some rooms.
//!
//! Somebody who never changed fields cannot say why they did, and nobody sits across from five people in a plain
//! drill. Such questions come where they were chosen, or where nothing else is left.

use super::draw::Draw;
use crate::domain::library::{Card, Kind, StageId};

/// Topics of things that happen in some lives only.
pub const SOME_LIVES: [&str; 15] = [
    "gap",
    "laid-off",
    "dismissed",
    "overqualified",
    "underqualified",
    "career-change",
    "short-stays",
    "long-stay",
    "returning",
    "health-gap-private",
    "visa-status",
    "rejected-before",
    "no-experience",
    "record-disclosure",
    "internal-move",
];

/// Whether a question fits every life.
pub fn fits_every_life(card: &Card) -> bool {
    let some = |topic: &str| SOME_LIVES.contains(&topic);
    !(card.topic.as_ref()).is_some_and(|topic| some(topic.as_str()))
}

/// Whether a question is spoken by one of several people who sit there.
pub fn needs_a_panel(card: &Card) -> bool {
    card.stages == [StageId::Panel]
}

impl Draw<'_> {
    /// Whether a question may come unasked: it fits everybody, or this person met it, or asked for its kind.
    pub(super) fn is_ordinary(&self, card: &Card) -> bool {
        let filter = self.filter;
        let chosen = !filter.ticked.is_empty()
            || (filter.kinds == [card.kind] && card.kind == Kind::Sensitive)
            || filter
                .packs
                .iter()
                .any(|pack| card.pack.as_ref() == Some(pack));
        let met = self.history.knows(card.id.as_str())
            || (self.steer.asked.iter()).any(|(id, _)| *id == card.id);
        let panel = filter.stage == Some(StageId::Panel) || !needs_a_panel(card);
        chosen || met || (panel && fits_every_life(card))
    }

    /// The ordinary ones, and the others, which only make up the number at the end.
    pub(super) fn ordinary<'c>(&self, cards: Vec<&'c Card>) -> (Vec<&'c Card>, Vec<&'c Card>) {
        cards.into_iter().partition(|card| self.is_ordinary(card))
    }
}
