//! No question comes again until all that fit were asked.

use std::collections::HashMap;

use super::draw::Draw;
use crate::domain::dice::Dice;
use crate::domain::library::{Card, Kind, Library, StageId};

/// Up to `count` cards, those asked least often first, drawn at random among equals. Where a field of work or a level is
/// set, at least half of them are of that while there are any: there are few of them beside those for everybody, and
/// they are what such interviews are about.
pub(super) fn rarest_first<'c>(
    draw: &Draw<'_>,
    cards: Vec<&'c Card>,
    count: usize,
    dice: &mut Dice,
) -> Vec<&'c Card> {
    let is_own = |card: &Card| draw.filter.is_own(card);
    let mut groups: Vec<(usize, &Card)> = cards
        .into_iter()
        .map(|c| (draw.history.times(c.id.as_str()), c))
        .collect();
    groups.sort_by_key(|(times, _)| *times);
    let weights = kind_weights(draw.library, draw.filter.stage);
    let mut drawn: Vec<&Card> = Vec::new();
    for group in groups.chunk_by(|a, b| a.0 == b.0) {
        let group = group.iter().map(|(_, card)| *card);
        let (own, others): (Vec<&Card>, Vec<&Card>) = group.partition(|card| is_own(card));
        let so_far = drawn.iter().filter(|card| is_own(card)).count();
        let half = count.div_ceil(2).saturating_sub(so_far);
        let half = half.min(count - drawn.len()).min(own.len());
        let mut now = by_kind(&own, &weights, half, dice);
        let mixed = !now.is_empty();
        let rest: Vec<&Card> = (own.into_iter().chain(others))
            .filter(|card| now.iter().all(|taken| taken.id != card.id))
            .collect();
        let left = count - drawn.len() - now.len();
        now.extend(by_kind(&rest, &weights, left, dice));
        if mixed {
            dice.shuffle(&mut now);
        }
        drawn.extend(now);
        if drawn.len() >= count {
            break;
        }
    }
    drawn
}

/// How often each kind comes up at a stage; all alike without one.
fn kind_weights(library: &Library, stage: Option<StageId>) -> HashMap<Kind, usize> {
    let stage = stage.and_then(|s| library.stage(s));
    let kinds = stage.iter().flat_map(|s| s.kinds.iter());
    kinds.map(|k| (k.kind, usize::from(k.weight))).collect()
}

/// Draws a kind by its weight, then one of its cards, until there are enough.
fn by_kind<'c>(
    cards: &[&'c Card],
    weights: &HashMap<Kind, usize>,
    count: usize,
    dice: &mut Dice,
) -> Vec<&'c Card> {
    let mut piles: Vec<(Kind, Vec<&Card>)> = Vec::new();
    for kind in Kind::ALL {
        let mut pile: Vec<&Card> = cards.iter().copied().filter(|c| c.kind == *kind).collect();
        dice.shuffle(&mut pile);
        piles.push((*kind, pile));
    }
    let mut drawn = Vec::new();
    while drawn.len() < count {
        // Without a stage each kind weighs as much as it has cards, which is a plain draw.
        let weight = |(kind, pile): &(Kind, Vec<&Card>)| match (pile.len(), weights.is_empty()) {
            (0, _) => 0,
            (left, true) => left,
            (_, false) => weights.get(kind).copied().unwrap_or(1).max(1),
        };
        let mut at = dice.below(piles.iter().map(weight).sum());
        let chosen = piles.iter_mut().find_map(|pile| {
            let weight = weight(pile);
            if at < weight {
                return pile.1.pop();
            }
            at -= weight;
            None
        });
        match chosen {
            Some(card) => drawn.push(card),
            None => break,
        }
    }
    drawn
}
