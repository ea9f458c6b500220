//! The user's folder with its files as records: what effects call.
//!
//! It remembers what each file held when it was read or written here. A save goes through only while that is
//! still so; otherwise the text is kept in a second file (`…-2.toml`) and both are told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::NaiveDate;

use super::disk::Disk;
use super::error::StoreError;
use super::trash::{self, TrashEntry};
use super::{Result, Stamp, Store, Trust, layout, recover};
use crate::domain::id::{ApplicationId, EntryId, StoryId};
use crate::domain::settings::{Config, Profile};
use crate::domain::time::Wall;
use crate::problem::Problem;

mod change;
mod coached;
mod drafts;
mod load;
mod packs;
mod recall;
mod recorded;
mod save;
mod sittings;
pub(super) mod sources;
mod steps;

pub use super::sitting_file::Texts;
pub use load::{Entries, Loaded, Small};
pub use packs::PackFile;
pub use save::Saved;
pub use sittings::{Appended, Year};
pub use sources::{ALL_PACKS, PacksSeen, SourceFile, Sources};

/// The user's folder.
pub struct Home {
    store: Arc<dyn Store>,
    settings: Arc<dyn Store>,
    known: Mutex<Known>,
    /// What is to be written for the next start; taken while it is written, so that nobody leaves in the middle of it.
    pressing: Mutex<Vec<(String, Vec<u8>)>>,
}

/// What this studio has seen of the files.
#[derive(Default)]
struct Known {
    stamps: HashMap<String, Stamp>,
    /// Files that do not lie where their name says.
    elsewhere: HashMap<String, String>,
    /// Sittings of a newer format, which nothing is appended to.
    newer: HashMap<String, i64>,
    drafts: drafts::Drafts,
    profile: Option<Profile>,
    config: Option<Config>,
}

impl Home {
    /// A home in a store, with the settings in the same or another one.
    pub fn new(store: Arc<dyn Store>, settings: Arc<dyn Store>) -> Self {
        Self {
            store,
            settings,
            known: Mutex::default(),
            pressing: Mutex::default(),
        }
    }

    /// A home on the disk. Nothing is made before the first save.
    pub fn at(places: &layout::Places) -> Self {
        let (name, text) = layout::IGNORED;
        let store: Arc<dyn Store> = Arc::new(Disk::new(&places.home).with_first(name, text));
        let settings = if places.settings == places.home {
            Arc::clone(&store)
        } else {
            Arc::new(Disk::new(&places.settings))
        };
        Self::new(store, settings)
    }

    /// The home of a friend who practices at this computer: a folder in this one, with the same settings.
    #[must_use]
    pub fn of_friend(&self, name: &str) -> Self {
        let store = self.store.within(&layout::friend(name));
        Self::new(store, Arc::clone(&self.settings))
    }

    /// The store of the home folder.
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    /// Where a record lies whose file should be `usual`.
    fn real_path(&self, usual: String) -> String {
        self.known().elsewhere.get(&usual).cloned().unwrap_or(usual)
    }

    /// The store of the home folder, and that of the settings where it is another one.
    pub fn stores(&self) -> Vec<&dyn Store> {
        let mut stores: Vec<&dyn Store> = vec![&*self.store];
        if !Arc::ptr_eq(&self.store, &self.settings) {
            stores.push(&*self.settings);
        }
        stores
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Moves an entry into the trash.
    ///
    /// # Errors
    ///
    /// What the store says; the file is where it was then.
    pub fn trash_entry(&self, id: &EntryId, at: Wall) -> Result<TrashEntry> {
        self.trash_file(layout::entry(id), at)
    }

    /// Moves an application into the trash.
    ///
    /// # Errors
    ///
    /// What the store says; the file is where it was then.
    pub fn trash_application(&self, id: &ApplicationId, at: Wall) -> Result<TrashEntry> {
        self.trash_file(layout::application(id), at)
    }

    /// Moves a story into the trash.
    ///
    /// # Errors
    ///
    /// What the store says; the file is where it was then.
    pub fn trash_story(&self, id: &StoryId, at: Wall) -> Result<TrashEntry> {
        self.trash_file(layout::story(id), at)
    }

    fn trash_file(&self, usual: String, at: Wall) -> Result<TrashEntry> {
        let path = self.real_path(usual);
        let entry = trash::trash(self.store(), &path, at)?;
        self.known().stamps.remove(&path);
        Ok(entry)
    }

    /// Everything in the trash, the latest first.
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn trashed(&self) -> Result<Vec<TrashEntry>> {
        trash::list(self.store())
    }

    /// Removes something from the trash for good.
    ///
    /// # Errors
    ///
    /// What the store says; it stays in the trash then.
    pub fn purge(&self, entry: &TrashEntry) -> Result<()> {
        trash::drop_for_good(self.store(), entry)
    }

    /// Clears up after earlier runs: temporary files of processes that died, what lay in the trash for thirty days.
    /// Meant for the start, behind the first frame.
    pub fn tidy(&self, today: NaiveDate) -> Vec<Problem> {
        let stores = self.stores().into_iter();
        let tidied = stores.map(|store| recover::tidy(store, &recover::is_alive));
        let purged = std::iter::once_with(|| trash::purge(self.store(), today));
        let failed = tidied.chain(purged).filter_map(Result::err);
        failed.map(StoreError::into_problem).collect()
    }

    /// Puts a file back; gives the path it has now, and whether what stood there went to the trash for it.
    ///
    /// # Errors
    ///
    /// What the store says; the file stays in the trash then.
    pub fn restore(&self, entry: &TrashEntry, at: Wall) -> Result<(String, bool)> {
        // There is one file of each of these: a second one beside it would be read by nobody, or as another pack.
        let (path, swapped) = if layout::is_one_of_its_kind(&entry.from) {
            let swapped = trash::swap(self.store(), entry, at)?;
            (entry.from.clone(), swapped)
        } else {
            (trash::restore(self.store(), entry)?, false)
        };
        if let Ok((_, stamp)) = self.store.read(&path, Trust::OWN) {
            self.known().stamps.insert(path.clone(), stamp);
        }
        Ok((path, swapped))
    }
}

#[cfg(test)]
mod tests;
