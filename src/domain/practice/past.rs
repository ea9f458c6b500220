//! Talks and sets of items that were held before: which ends are known, which items were seen, and what to reopen.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{Block, Form, SittingRecord};
use super::results::is_begun;
use crate::domain::id::{ItemId, ScenarioId, SittingId};
use crate::domain::level::Level;
use crate::domain::time::Wall;

/// One talk or set that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Past {
    /// The sitting.
    pub sitting: SittingId,
    /// When it began.
    pub at: Wall,
    /// Its title.
    pub title: String,
    /// What it was made of.
    pub form: Form,
    /// How a talk ended; `None` for a set, and for a talk that was left before its end.
    pub level: Option<Level>,
}

/// Everything that was held before.
#[derive(Debug, Clone, Default)]
pub struct Pasts {
    rows: Vec<Past>,
    friends: BTreeSet<String>,
    ends: BTreeMap<ScenarioId, BTreeSet<String>>,
    items: BTreeMap<ItemId, BTreeSet<SittingId>>,
}

impl Pasts {
    /// Takes in records that were not thrown away, oldest first. One that is known already takes the place of what
    /// was known of it. Talks and items inside of a mock count as well.
    pub fn learn<'a>(&mut self, records: impl IntoIterator<Item = &'a SittingRecord>) {
        for record in records {
            let mut level = None;
            for block in &record.blocks {
                match block {
                    Block::Reply(reply) if reply.level.is_some() => {
                        level = reply.level;
                        let ends = self.ends.entry(reply.scenario.clone()).or_default();
                        ends.insert(reply.to.clone());
                    }
                    Block::Item(answer) => {
                        let seen = self.items.entry(answer.item.clone()).or_default();
                        seen.insert(record.head.id.clone());
                    }
                    _ => {}
                }
            }
            if let Form::Chairs(pair) = &record.head.form {
                self.friends.insert(pair.friend.clone());
            }
            self.rows.retain(|row| row.sitting != record.head.id);
            if record.is_over() && record.head.form != Form::Drill && is_begun(record) {
                self.rows.push(Past {
                    sitting: record.head.id.clone(),
                    at: record.head.started,
                    title: record.head.title.clone(),
                    form: record.head.form.clone(),
                    level,
                });
            }
        }
    }

    /// Names of those who sat in the other chair, also where nothing was answered.
    pub fn friends(&self) -> impl Iterator<Item = &String> {
        self.friends.iter()
    }

    /// Talks and sets that are over, newest first.
    pub fn newest(&self) -> impl Iterator<Item = &Past> {
        self.rows.iter().rev()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether a sitting is among them.
    pub fn has(&self, sitting: &SittingId) -> bool {
        self.rows.iter().any(|row| row.sitting == *sitting)
    }

    /// How many different ends of a talk were seen.
    pub fn ends(&self, scenario: &ScenarioId) -> usize {
        self.ends.get(scenario).map_or(0, BTreeSet::len)
    }

    /// In how many sittings an item was answered.
    pub fn times(&self, item: &ItemId) -> u32 {
        let seen = self.items.get(item).map_or(0, BTreeSet::len);
        u32::try_from(seen).unwrap_or(u32::MAX)
    }

    /// A sitting's file got another name than the sitting began with.
    pub fn rename(&mut self, from: &SittingId, to: &SittingId) {
        for row in self.rows.iter_mut().filter(|row| row.sitting == *from) {
            row.sitting = to.clone();
        }
    }
}
