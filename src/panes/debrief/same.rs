//! A line that asks what a known question asks, in other words: one key joins them.

use super::Talk;
use super::lines::Did;
use crate::content::near::Near;
use crate::domain::id::QuestionId;
use crate::domain::library::Library;
use crate::domain::practice::pick::MINE;

/// The questions that a remembered one may be: the user's own, which were asked elsewhere perhaps, then the shipped ones.
pub fn known(library: &Library) -> Near {
    let of = |pack: Option<&'static str>| {
        let cards = library.cards.iter();
        cards.filter(move |card| card.pack.as_deref() == pack)
    };
    Near::of(of(Some(MINE)).chain(of(None)))
}

impl Talk {
    /// The known question that the line in hand is like.
    pub(super) fn near_one(&self) -> Option<(&QuestionId, &str)> {
        self.near.to(self.lines.unknown()?)
    }

    /// The line in hand is the question that is offered; from an empty one the key leads on, as from any field.
    pub(super) fn same_question(&mut self) -> Did {
        if self.lines.is_open() {
            return Did::GoOn;
        }
        match self.near_one().map(|(id, _)| id.clone()) {
            Some(id) => {
                self.lines.is_card(id);
                Did::Kept
            }
            None => Did::Nothing,
        }
    }
}
