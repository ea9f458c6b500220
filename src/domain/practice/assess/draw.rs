//! Which items a set is made of, and in which order they are asked.

use crate::domain::dice::Dice;
use crate::domain::id::{FamilyId, ItemId};
use crate::domain::library::{Item, ItemKind, ItemTask, Library};
use crate::domain::order::InOrder;

/// The field whose items fit everybody.
const GENERAL: &str = "general";

/// What is wanted of a set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which kind of items.
    pub kind: ItemKind,
    /// How many; of statements an even number, as each comes with its mirror.
    pub count: usize,
    /// The field of work.
    pub family: FamilyId,
    /// Seed of the draw.
    pub seed: u64,
}

/// Draws a set. `seen` tells how often an item was answered before; those seen least come first, and items of the
/// field before those of others. Fewer than wanted where the library has no more.
pub fn draw(library: &Library, wanted: &Wanted, seen: impl Fn(&ItemId) -> u32) -> Vec<ItemId> {
    let mut dice = Dice::stream(wanted.seed, "items", 0);
    let mut items: Vec<_> = (library.items.iter())
        .filter(|item| item.kind() == wanted.kind)
        .collect();
    dice.shuffle(&mut items);
    match wanted.kind {
        ItemKind::Judgment => {
            items.order_by_key(|item| (distance(item, &wanted.family), seen(&item.id)));
            items.truncate(wanted.count);
            dice.shuffle(&mut items);
            items.iter().map(|item| item.id.clone()).collect()
        }
        ItemKind::SelfReport => {
            let mut pairs: Vec<(ItemId, Option<ItemId>)> = Vec::new();
            for item in &items {
                let known = |(a, b): &(ItemId, Option<ItemId>)| {
                    *a == item.id || b.as_ref() == Some(&item.id)
                };
                if !pairs.iter().any(known) {
                    let mirror = mirror(item).filter(|id| library.items.has(id.as_str()));
                    pairs.push((item.id.clone(), mirror.cloned()));
                }
            }
            pairs.order_by_key(|(first, _)| seen(first));
            pairs.truncate(wanted.count.div_ceil(2));
            apart(pairs, &mut dice)
        }
    }
}

/// 0 for items of the field, 1 for those that fit everybody, 2 for those of other fields.
fn distance(item: &Item, family: &FamilyId) -> u8 {
    match &item.task {
        ItemTask::Judgment(judgment) => match &judgment.family {
            Some(own) if own == family && own.as_str() != GENERAL => 0,
            Some(own) if own.as_str() != GENERAL => 2,
            _ => 1,
        },
        ItemTask::Statement(_) => 1,
    }
}

fn mirror(item: &Item) -> Option<&ItemId> {
    match &item.task {
        ItemTask::Statement(statement) => statement.mirror.as_ref(),
        ItemTask::Judgment(_) => None,
    }
}

/// One of each pair in the first half and its mirror in the second, in the same row, so that the two stand as far
/// apart as they can.
fn apart(mut pairs: Vec<(ItemId, Option<ItemId>)>, dice: &mut Dice) -> Vec<ItemId> {
    dice.shuffle(&mut pairs);
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for (one, other) in pairs {
        match other {
            Some(other) if dice.below(2) == 0 => {
                first.push(other);
                second.push(one);
            }
            other => {
                first.push(one);
                second.extend(other);
            }
        }
    }
    first.extend(second);
    first
}
