//! The entries of the journal, as the screens share them.

use crate::domain::id::EntryId;
use crate::domain::journal::Entry;

/// Entries.
#[derive(Debug, Default)]
pub struct Journal {
    /// Newest first.
    pub entries: Vec<Entry>,
}

impl Journal {
    /// One entry.
    pub fn get(&self, id: &EntryId) -> Option<&Entry> {
        self.entries.iter().find(|e| e.id == *id)
    }

    /// Puts an entry in its place by date; returns what stood there.
    pub fn put(&mut self, entry: Entry) -> Option<Entry> {
        let old = self.remove(&entry.id);
        let order = entry.order();
        let at = self.entries.partition_point(|e| e.order() < order);
        self.entries.insert(at, entry);
        old
    }

    /// Takes an entry away.
    pub fn remove(&mut self, id: &EntryId) -> Option<Entry> {
        let at = self.entries.iter().position(|e| e.id == *id)?;
        Some(self.entries.remove(at))
    }
}
