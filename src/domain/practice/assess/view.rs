//! What a set shows of itself.

use super::machine::Set;
use super::parts::{Phase, Slot};
use super::picks::Picks;
use crate::domain::level::Level;
use crate::domain::library::{Item, ItemKind, ItemOption, ItemTask};
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::Response;

/// What was picked of one act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing yet.
    None,
    /// The best one.
    Best,
    /// The worst one.
    Worst,
    /// Its place in the order, from 1.
    Place(usize),
    /// Its level.
    Level(Level),
}

/// One act as it is shown.
#[derive(Debug, Clone, Copy)]
pub struct Shown<'a> {
    /// The act, its level and why.
    pub option: &'a ItemOption,
    /// What was picked.
    pub mark: Mark,
}

impl Picks {
    /// What is picked of an act, by its place in the record, from 0.
    fn mark(&self, place: usize) -> Mark {
        let same = |picked: &u8| usize::from(*picked) == place + 1;
        match self {
            Self::BestWorst { best, worst } => {
                if best.as_ref().is_some_and(same) {
                    Mark::Best
                } else if worst.as_ref().is_some_and(same) {
                    Mark::Worst
                } else {
                    Mark::None
                }
            }
            Self::Rank(order) => {
                let at = order.iter().position(same);
                at.map_or(Mark::None, |at| Mark::Place(at + 1))
            }
            Self::Rate(levels) => {
                let level = levels.get(place).copied().flatten();
                level.map_or(Mark::None, Mark::Level)
            }
            Self::Agree(_) => Mark::None,
        }
    }
}

impl Slot {
    /// The acts in the order in which they are shown, with what was picked.
    fn acts<'a>(&'a self, picks: &Picks) -> Vec<Shown<'a>> {
        let Some(ItemTask::Judgment(judgment)) = self.item.as_ref().map(|i| &i.task) else {
            return Vec::new();
        };
        let act = |place: &usize| {
            Some(Shown {
                option: judgment.options.get(*place)?,
                mark: picks.mark(*place),
            })
        };
        self.order.iter().filter_map(act).collect()
    }

    /// The acts with what was answered.
    pub fn answered(&self) -> Vec<Shown<'_>> {
        match &self.answer {
            Some(answer) => self.acts(&Picks::of(&answer.response)),
            None => Vec::new(),
        }
    }
}

impl Set {
    /// The item in hand.
    pub fn item(&self) -> Option<&Item> {
        self.slots.get(self.at)?.item.as_deref()
    }

    /// The place in hand.
    pub fn slot(&self) -> Option<&Slot> {
        self.slots.get(self.at)
    }

    /// All places, in the order in which they are asked.
    pub fn slots(&self) -> &[Slot] {
        &self.slots
    }

    /// The acts on the screen: as picked so far, or as answered while their reasons are read.
    pub fn acts(&self) -> Vec<Shown<'_>> {
        match (self.slot(), self.phase) {
            (Some(slot), Phase::Reasons) => slot.answered(),
            (Some(slot), _) => slot.acts(&self.picks),
            (None, _) => Vec::new(),
        }
    }

    /// What is picked so far.
    pub const fn picks(&self) -> &Picks {
        &self.picks
    }

    /// Whether the answer is whole.
    pub fn is_whole(&self) -> bool {
        let options = self.slot().map_or(0, Slot::options);
        self.picks.response(options).is_some()
    }

    /// The place in hand, from 1, and how many there are.
    pub fn position(&self) -> (usize, usize) {
        (self.at + 1, self.slots.len())
    }

    /// Of which kind the items are: that of the first one.
    pub fn kind(&self) -> ItemKind {
        let first = self.slots.iter().find_map(|slot| slot.item.as_ref());
        first.map_or(ItemKind::Judgment, |item| item.kind())
    }

    /// The clock of the whole set.
    pub const fn clock(&self) -> Option<&Countdown> {
        self.clock.as_ref()
    }

    /// Whether the set ends by itself when the time is over.
    pub fn is_hard(&self) -> bool {
        self.rules.pacing == Pacing::Hard && self.limit().is_some()
    }

    /// Whether the reasons come after each judgment question.
    pub const fn tells_reasons(&self) -> bool {
        self.rules.reasons
    }

    /// Items that were answered, with their answers.
    pub fn answers(&self) -> impl Iterator<Item = (&Item, &Response)> {
        let answered = |slot: &'_ Slot| slot.item.is_some() && slot.answer.is_some();
        let slots = self.slots.iter().filter(move |slot| answered(slot));
        slots.filter_map(|slot| {
            let item = slot.item.as_deref()?;
            Some((item, &slot.answer.as_ref()?.response))
        })
    }
}
