//! How the first drill for a stage begins: as the talk itself does, with who you are and why you are here.

use super::blend::{Chosen, why};
use super::draw::{Draw, Order};
use crate::domain::dice::Dice;
use crate::domain::library::{Card, Kind};

/// What a talk begins with.
const FIRST: [Kind; 2] = [Kind::Opener, Kind::Motivation];

/// From so many questions on there is room for both and for what else the stage asks.
const ROOM: usize = 4;

impl Draw<'_> {
    /// The questions that come first, of the kinds of which none was ever answered, and the cards for the rest: one of
    /// each is enough in a first drill.
    pub(super) fn opening<'c>(
        &self,
        cards: Vec<&'c Card>,
        count: usize,
        dice: &mut Dice,
    ) -> (Chosen<'c>, Vec<&'c Card>) {
        let filter = self.filter;
        let open = filter.kinds.is_empty() && filter.competencies.is_empty();
        let stage = filter.stage.is_some() && filter.ticked.is_empty();
        if self.order != Order::Helps || !open || !stage || count < ROOM {
            return (Vec::new(), cards);
        }
        let first = FIRST.iter().filter_map(|kind| {
            let mut of: Vec<&Card> = cards.iter().copied().filter(|c| c.kind == *kind).collect();
            if of.iter().any(|c| self.history.knows(c.id.as_str())) {
                return None;
            }
            dice.shuffle(&mut of);
            of.into_iter()
                .min_by_key(|c| (self.knows(c), !c.standard, c.difficulty))
        });
        let chosen: Chosen<'c> = first.map(|card| (card, why(self, card))).collect();
        let taken = |card: &Card| chosen.iter().any(|(c, _)| c.kind == card.kind);
        let rest: Vec<&Card> = cards.iter().copied().filter(|c| !taken(c)).collect();
        if rest.len() + chosen.len() < count {
            return (Vec::new(), cards);
        }
        (chosen, rest)
    }
}
