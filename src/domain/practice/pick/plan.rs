//! From a draw to the questions of a sitting.

use super::blend::{Chosen, blend};
use super::draw::{Draw, Order};
use super::rare::rarest_first;
use crate::domain::dice::Dice;
use crate::domain::library::{Card, Kind};
use crate::domain::practice::record::{Planned, Why};

impl Draw<'_> {
    /// The questions to ask, each with its reason.
    pub fn plan(&self) -> Vec<Planned> {
        let cards = self.filter.matches(self.library, self.history);
        let count = self.count.min(cards.len());
        let (cards, others) = match self.order {
            Order::Listed => (cards, Vec::new()),
            Order::Random | Order::Helps => self.ordinary(cards),
        };
        let now = count.min(cards.len());
        let mut dice = Dice::stream(self.seed, "draw", 0);
        let (opening, cards) = self.opening(cards, now, &mut dice);
        let now = now - opening.len();
        let chosen = match self.order {
            Order::Listed => self.listed(cards),
            Order::Random => apart(self.random(cards, now, &mut dice), Vec::new()),
            Order::Helps => {
                let (body, tail) = blend(self, &cards, now, &mut dice);
                arranged(body, tail)
            }
        };
        let rest = self.random(others, count.saturating_sub(now + opening.len()), &mut dice);
        (opening.into_iter().chain(chosen).chain(rest).take(count))
            .map(|(card, why)| self.planned(card, why))
            .collect()
    }

    /// What was asked least often first, else in the order of the list.
    fn listed<'c>(&self, mut cards: Vec<&'c Card>) -> Chosen<'c> {
        if self.filter.ticked.is_empty() {
            cards.sort_by_key(|c| self.history.times(c.id.as_str()));
        }
        self.because(cards)
    }

    /// No question comes again until all that fit were asked; among those a kind is drawn as often as it comes up
    /// at the stage.
    fn random<'c>(&self, cards: Vec<&'c Card>, count: usize, dice: &mut Dice) -> Chosen<'c> {
        self.because(rarest_first(self, cards, count, dice))
    }

    fn because<'c>(&self, cards: Vec<&'c Card>) -> Chosen<'c> {
        let why = match self.order {
            _ if !self.filter.ticked.is_empty() => Why::Picked,
            Order::Listed => Why::Listed,
            Order::Helps | Order::Random => Why::Drawn,
        };
        cards.into_iter().map(|c| (c, why.clone())).collect()
    }

    /// Wordings rotate with each time a question is asked; one that somebody chose by its words is asked in them.
    fn planned(&self, card: &Card, why: Why) -> Planned {
        let times = self.history.times(card.id.as_str());
        let wording = if self.filter.ticked.is_empty() {
            times % (usize::from(card.variants) + 1)
        } else {
            0
        };
        Planned {
            question: card.id.clone(),
            wording: u8::try_from(wording).unwrap_or(0),
            why,
        }
    }
}

/// Puts the body before the tail; where kinds would crowd, the tail gives way from its front.
fn arranged<'c>(mut body: Chosen<'c>, mut tail: Chosen<'c>) -> Chosen<'c> {
    loop {
        let laid = apart(body.clone(), tail.clone());
        let crowds = laid
            .windows(3)
            .any(|w| w[0].0.kind == w[1].0.kind && w[1].0.kind == w[2].0.kind);
        if !crowds || tail.is_empty() {
            return laid;
        }
        body.push(tail.remove(0));
    }
}

/// Puts the body before the tail so that no more than two of one kind follow one another, where that can be done.
/// It is laid from the end, since the tail is fixed.
fn apart<'c>(mut body: Chosen<'c>, tail: Chosen<'c>) -> Chosen<'c> {
    let mut laid: Vec<(&Card, Why)> = tail.into_iter().rev().collect();
    while !body.is_empty() {
        let at = next_apart(&body, &laid).unwrap_or(body.len() - 1);
        laid.push(body.remove(at));
    }
    laid.reverse();
    laid
}

/// The last of the body that may be laid now; a kind that would not fit later any more comes first.
fn next_apart(body: &[(&Card, Why)], laid: &[(&Card, Why)]) -> Option<usize> {
    let blocked = match laid {
        [.., a, b] if a.0.kind == b.0.kind => Some(b.0.kind),
        _ => None,
    };
    let of = |kind: Kind| body.iter().filter(|(c, _)| c.kind == kind).count();
    let crowded = |kind: Kind| of(kind) > 2 * (body.len() - of(kind));
    let allowed = |kind: Kind| Some(kind) != blocked;
    body.iter()
        .rposition(|(c, _)| allowed(c.kind) && crowded(c.kind))
        .or_else(|| body.iter().rposition(|(c, _)| allowed(c.kind)))
}
