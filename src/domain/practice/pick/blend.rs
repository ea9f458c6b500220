//! What helps most: due ones, weak ones and new ones in one sitting, with an end that goes well.

use std::collections::{HashMap, HashSet};

use super::draw::Draw;
use super::rare::rarest_first;
use crate::domain::dice::Dice;
use crate::domain::id::CompetencyId;
use crate::domain::level::Level;
use crate::domain::library::{Card, Kind};
use crate::domain::order::InOrder;
use crate::domain::practice::record::Why;
use crate::domain::practice::tally;

/// Shares of due and weak questions in percent; the rest is new.
const DUE: usize = 60;
const WEAK: usize = 25;

/// The same where the advert of the job asks for something: half of the questions are of that.
const DUE_BESIDE: usize = 35;
const WEAK_BESIDE: usize = 15;

/// From how many questions on the end is arranged.
const WITH_END: usize = 4;

/// How many weak competencies a sitting works on.
const WEAKEST: usize = 3;

/// Cards with the reason why they were chosen.
pub(super) type Chosen<'c> = Vec<(&'c Card, Why)>;

/// Cards still to be had, and those taken.
struct Table<'c> {
    cards: Vec<(&'c Card, bool)>,
    places: HashMap<&'c str, usize>,
}

impl<'c> Table<'c> {
    fn new(cards: &[&'c Card]) -> Self {
        let places = cards.iter().enumerate();
        Self {
            cards: cards.iter().map(|c| (*c, false)).collect(),
            places: places.map(|(at, c)| (c.id.as_str(), at)).collect(),
        }
    }

    fn free(&self) -> impl Iterator<Item = &'c Card> {
        self.cards.iter().filter(|(_, taken)| !taken).map(|c| c.0)
    }

    fn find(&self, id: &str) -> Option<&'c Card> {
        let (card, taken) = self.cards[*self.places.get(id)?];
        (!taken).then_some(card)
    }

    fn take(&mut self, card: &'c Card) -> &'c Card {
        if let Some(at) = self.places.get(card.id.as_str()) {
            self.cards[*at].1 = true;
        }
        card
    }
}

/// The body of a sitting in random order, and its end: one that is likely to succeed, and one closing line.
pub(super) fn blend<'c>(
    draw: &Draw<'_>,
    cards: &[&'c Card],
    count: usize,
    dice: &mut Dice,
) -> (Chosen<'c>, Chosen<'c>) {
    let mut table = Table::new(cards);
    let tail = if count >= WITH_END {
        end(draw, &mut table, dice)
    } else {
        Vec::new()
    };
    let mut body = body(draw, &mut table, count - tail.len(), dice);
    dice.shuffle(&mut body);
    (body, tail)
}

/// One that went well before and is nothing sensitive, then one closing line; either may be missing.
fn end<'c>(draw: &Draw<'_>, table: &mut Table<'c>, dice: &mut Dice) -> Chosen<'c> {
    let mut tail = Vec::new();
    let carries = |c: &Card| {
        let last = draw.history.last(c.id.as_str()).map(|(level, _)| level);
        last.filter(|l| l.carries() && !matches!(c.kind, Kind::Closing | Kind::Sensitive))
    };
    let best: Option<Level> = table.free().filter_map(carries).max();
    let familiar = table
        .free()
        .filter(|c| best.is_some() && carries(c) == best);
    if let Some(card) = rarest_first(draw, familiar.collect(), 1, dice).pop() {
        tail.push((table.take(card), Why::Familiar));
    }
    let closing = table.free().filter(|c| c.kind == Kind::Closing);
    if let Some(card) = rarest_first(draw, closing.collect(), 1, dice).pop() {
        tail.push((table.take(card), why(draw, card)));
    }
    tail
}

/// Why a card comes that no share asked for.
pub(super) fn why(draw: &Draw<'_>, card: &Card) -> Why {
    if draw.knows(card) {
        Why::Drawn
    } else {
        Why::New
    }
}

/// Due, weak and the rest in their shares; what one share lacks the next ones fill. The rest is what the advert asks for,
/// where somebody read it, and else what is new.
fn body<'c>(draw: &Draw<'_>, table: &mut Table<'c>, count: usize, dice: &mut Dice) -> Chosen<'c> {
    let advert = !draw.steer.advert.is_empty();
    let percent = if advert {
        [DUE_BESIDE, WEAK_BESIDE]
    } else {
        [DUE, WEAK]
    };
    let [due, weak, rest] = shares(count, percent);
    let mut body = take_due(draw, table, due);
    body.extend(take_weak(draw, table, weak, dice));
    body.extend(if advert {
        take_advert(draw, table, rest, dice)
    } else {
        take_new(draw, table, rest, dice)
    });
    let left = |body: &Chosen<'_>| count - body.len();
    body.extend(take_due(draw, table, left(&body)));
    body.extend(take_advert(draw, table, left(&body), dice));
    body.extend(take_weak(draw, table, left(&body), dice));
    body.extend(take_new(draw, table, left(&body), dice));
    let rest = rarest_first(draw, table.free().collect(), left(&body), dice);
    body.extend(rest.into_iter().map(|c| (table.take(c), Why::Drawn)));
    body
}

/// `count` in three shares; the largest remainders get what is left over, due before weak before new.
fn shares(count: usize, [due, weak]: [usize; 2]) -> [usize; 3] {
    let percent = [due, weak, 100 - due - weak];
    let mut shares = percent.map(|p| count * p / 100);
    let mut by_rest = [0, 1, 2];
    by_rest.order_by_key(|s| std::cmp::Reverse(count * percent[*s] % 100));
    let left = count - shares.iter().sum::<usize>();
    for share in by_rest.into_iter().take(left) {
        shares[share] += 1;
    }
    shares
}

/// What real interviews asked first, then what is due, lowest level first.
fn take_due<'c>(draw: &Draw<'_>, table: &mut Table<'c>, count: usize) -> Chosen<'c> {
    let asked = (draw.steer.asked.iter()).map(|(id, who)| (id.as_str(), Why::Asked(who.clone())));
    let due = draw.schedule.due(draw.history, draw.today);
    let due = due.iter().map(|d| (d.question, d.why()));
    let mut taken = Vec::new();
    for (id, why) in asked.chain(due) {
        if taken.len() == count {
            break;
        }
        if let Some(card) = table.find(id) {
            taken.push((table.take(card), why));
        }
    }
    taken
}

/// In turn from each of the doubted and weakest competencies.
fn take_weak<'c>(
    draw: &Draw<'_>,
    table: &mut Table<'c>,
    count: usize,
    dice: &mut Dice,
) -> Chosen<'c> {
    let mut ids: Vec<&str> = draw
        .steer
        .competencies
        .iter()
        .map(CompetencyId::as_str)
        .collect();
    ids.extend(tally::weakest(draw.history, draw.today));
    only_wanted(draw, &mut ids);
    ids.truncate(WEAKEST);
    let why = |id: &str| Why::Weakest(CompetencyId::new(id));
    in_turn(draw, table, (&ids, count), why, dice)
}

/// In turn from each competency that the advert of the job asks for.
fn take_advert<'c>(
    draw: &Draw<'_>,
    table: &mut Table<'c>,
    count: usize,
    dice: &mut Dice,
) -> Chosen<'c> {
    let advert = draw.steer.advert.iter();
    let mut ids: Vec<&str> = advert.map(CompetencyId::as_str).collect();
    only_wanted(draw, &mut ids);
    in_turn(draw, table, (&ids, count), |_| Why::Advert, dice)
}

/// Leaves each once. Who asked for one competency is led to no other.
fn only_wanted(draw: &Draw<'_>, ids: &mut Vec<&str>) {
    let mut known = HashSet::new();
    ids.retain(|id| known.insert(*id));
    let wanted = &draw.filter.competencies;
    ids.retain(|id| wanted.is_empty() || wanted.iter().any(|w| w.as_str() == *id));
}

/// A question of each competency, then another one of each, until there are enough.
fn in_turn<'c>(
    draw: &Draw<'_>,
    table: &mut Table<'c>,
    (ids, count): (&[&str], usize),
    why: impl Fn(&str) -> Why,
    dice: &mut Dice,
) -> Chosen<'c> {
    let mut taken = Vec::new();
    while taken.len() < count {
        let before = taken.len();
        for id in ids {
            let primary = |c: &&Card| c.competencies.first().is_some_and(|p| p.as_str() == *id);
            let cards = table.free().filter(primary).collect();
            if taken.len() < count
                && let Some(card) = rarest_first(draw, cards, 1, dice).pop()
            {
                taken.push((table.take(card), why(id)));
            }
        }
        if taken.len() == before {
            break;
        }
    }
    taken
}

/// What was never answered.
fn take_new<'c>(
    draw: &Draw<'_>,
    table: &mut Table<'c>,
    count: usize,
    dice: &mut Dice,
) -> Chosen<'c> {
    let new = table.free().filter(|c| !draw.knows(c));
    let drawn = rarest_first(draw, new.collect(), count, dice);
    drawn
        .into_iter()
        .map(|c| (table.take(c), Why::New))
        .collect()
}
