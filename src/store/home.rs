//! The user's folder with its files as records: what effects call.
//!
//! It remembers what each file held when it was read or written here. A save goes through only while that is
//! still so; otherwise the text is kept in a second file (`…-2.toml`) and both are told.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::disk::Disk;
use super::error::StoreError;
use super::trash::{self, TrashEntry};
use super::weave::{Edited, fresh, weave, weave_onto};
use super::{Result, Stamp, Store, Trust, first_free, layout, recover, sitting_file, toml_in};
use crate::domain::id::{ApplicationId, EntryId, SittingId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::practice::record::{Block, SittingHead};
use crate::domain::settings::{Config, Profile};
use crate::domain::time::Wall;
use crate::problem::Problem;

mod drafts;
mod load;
mod sources;

pub use super::sitting_file::Texts;
pub use load::{Entries, Loaded, Small, Year};
pub use sources::{SourceFile, Sources};

/// The user's folder.
pub struct Home {
    store: Arc<dyn Store>,
    settings: Arc<dyn Store>,
    known: Mutex<Known>,
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

/// What a save came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved<Id> {
    /// The name the record has now; another one than asked for when that was taken.
    pub id: Id,
    /// The file, relative to the home folder.
    pub path: String,
    /// The file that somebody else changed meanwhile, for which this one stands beside it.
    pub beside: Option<String>,
}

/// Where an appended block went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The file, relative to the home folder.
    pub path: String,
    /// What had to be mended before: the torn end of the file, set aside.
    pub mended: Option<Problem>,
}

impl Home {
    /// A home in a store, with the settings in the same or another one.
    pub fn new(store: Arc<dyn Store>, settings: Arc<dyn Store>) -> Self {
        Self {
            store,
            settings,
            known: Mutex::default(),
        }
    }

    /// A home on the disk. Nothing is made before the first save.
    pub fn at(places: &layout::Places) -> Self {
        let store: Arc<dyn Store> = Arc::new(Disk::new(&places.home));
        let settings = if places.settings == places.home {
            Arc::clone(&store)
        } else {
            Arc::new(Disk::new(&places.settings))
        };
        Self::new(store, settings)
    }

    /// The store of the home folder.
    pub fn store(&self) -> &dyn Store {
        &*self.store
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Saves an entry. One that this studio has neither read nor written gets a file of its own, under the
    /// next free name.
    ///
    /// # Errors
    ///
    /// What the store says; the old file is whole then.
    pub fn save_entry(&self, entry: &Entry) -> Result<Saved<EntryId>> {
        let path_of = |name: &str| layout::entry(&EntryId::new(name));
        self.save(entry.id.as_str(), entry, path_of)
            .map(|s| s.named(EntryId::new))
    }

    /// Saves an application; see [`Home::save_entry`].
    ///
    /// # Errors
    ///
    /// What the store says; the old file is whole then.
    pub fn save_application(&self, application: &Application) -> Result<Saved<ApplicationId>> {
        let path_of = |name: &str| layout::application(&ApplicationId::new(name));
        self.save(application.id.as_str(), application, path_of)
            .map(|s| s.named(ApplicationId::new))
    }

    fn save<T: Edited>(
        &self,
        name: &str,
        record: &T,
        path_of: impl Fn(&str) -> String,
    ) -> Result<Saved<String>> {
        let usual = path_of(name);
        let path = self.known().elsewhere.get(&usual).cloned().unwrap_or(usual);
        let stamp = self.known().stamps.get(&path).copied();
        let Some(stamp) = stamp else {
            return self.save_new(name, record, path_of, None);
        };
        match self.rewrite(&path, record, &stamp) {
            Err(StoreError::Conflict { file }) => self.save_new(name, record, path_of, Some(file)),
            // Taken away elsewhere while it was edited here: it comes back under its name.
            Err(StoreError::Missing { .. }) => self.save_new(name, record, path_of, None),
            other => other.map(|()| Saved {
                id: name.to_owned(),
                path,
                beside: None,
            }),
        }
    }

    /// Makes a file under the first free name.
    fn save_new<T: Edited>(
        &self,
        name: &str,
        record: &T,
        path_of: impl Fn(&str) -> String,
        beside: Option<String>,
    ) -> Result<Saved<String>> {
        let text = fresh(record);
        let (id, path, stamp) = self.create_free(name, path_of, text.as_bytes())?;
        self.known().stamps.insert(path.clone(), stamp);
        Ok(Saved { id, path, beside })
    }

    fn create_free(
        &self,
        name: &str,
        path_of: impl Fn(&str) -> String,
        bytes: &[u8],
    ) -> Result<(String, String, Stamp)> {
        first_free(|n| {
            let id = layout::nth_name(name, n);
            let path = path_of(&id);
            let stamp = self.store.create(&path, bytes)?;
            Ok((id, path, stamp))
        })
    }

    /// Changes a file that is still the one with this stamp.
    fn rewrite<T: Edited>(&self, path: &str, record: &T, stamp: &Stamp) -> Result<()> {
        let (bytes, found) = self.store.read(path, Trust::OWN)?;
        if found != *stamp {
            return Err(StoreError::Conflict { file: path.into() });
        }
        let (text, old) = read_edited::<T>(path, &bytes)?;
        let woven = weave(path, text, &old, record).map_err(StoreError::Broken)?;
        if woven.as_bytes() != bytes {
            let stamp = self.store.write(path, woven.as_bytes(), Some(&found))?;
            self.known().stamps.insert(path.to_owned(), stamp);
        }
        Ok(())
    }

    /// Saves the profile: only what changed since it was read here is written, so that two studios do not
    /// undo each other's changes. Where both changed the same line, the later one counts.
    ///
    /// # Errors
    ///
    /// What the store says; a file that cannot be read is not written over.
    pub fn save_profile(&self, profile: &Profile) -> Result<Saved<()>> {
        let base = self.known().profile.clone().unwrap_or_default();
        Self::merge(&*self.store, layout::PROFILE, &base, profile)?;
        self.known().profile = Some(profile.clone());
        Ok(Saved::alone(layout::PROFILE))
    }

    /// Saves the settings; see [`Home::save_profile`]. The `[keys]` are never touched.
    ///
    /// # Errors
    ///
    /// What the store says; a file that cannot be read is not written over.
    pub fn save_config(&self, config: &Config) -> Result<Saved<()>> {
        let base = self.known().config.clone().unwrap_or_default();
        Self::merge(&*self.settings, layout::CONFIG, &base, config)?;
        self.known().config = Some(config.clone());
        Ok(Saved::alone(layout::CONFIG))
    }

    /// Tries again when somebody writes between the reading and the writing.
    fn merge<T: Edited>(store: &dyn Store, path: &str, base: &T, new: &T) -> Result<()> {
        const TRIES: u32 = 8;
        let mut last = StoreError::Conflict { file: path.into() };
        for _ in 0..TRIES {
            let tried = match store.read(path, Trust::OWN) {
                Err(StoreError::Missing { .. }) => store.create(path, fresh(new).as_bytes()),
                Err(other) => return Err(other),
                Ok((bytes, stamp)) => {
                    let (text, _) = read_edited::<T>(path, &bytes)?;
                    let woven = weave_onto(path, text, base, new).map_err(StoreError::Broken)?;
                    if woven.as_bytes() == bytes {
                        return Ok(());
                    }
                    store.write(path, woven.as_bytes(), Some(&stamp))
                }
            };
            match tried {
                Err(e @ (StoreError::Conflict { .. } | StoreError::Exists { .. })) => last = e,
                other => return other.map(drop),
            }
        }
        Err(last)
    }

    /// Makes the file of a sitting, under the next free name when two begin in the same minute.
    ///
    /// # Errors
    ///
    /// What the store says; there is no file then.
    pub fn begin_sitting(&self, head: &SittingHead) -> Result<Saved<SittingId>> {
        let path_of = |name: &str| layout::sitting(&SittingId::new(name));
        let text = sitting_file::head_text(head);
        let (id, path, _) = self.create_free(head.id.as_str(), path_of, text.as_bytes())?;
        Ok(Saved {
            id: SittingId::new(id),
            path,
            beside: None,
        })
    }

    /// Appends a block to the file of a sitting. A torn end is set aside before.
    ///
    /// # Errors
    ///
    /// What the store says; the file ends with its last complete block then.
    pub fn append_block(&self, id: &SittingId, block: &Block, at: Wall) -> Result<Appended> {
        let path = self.sitting_path(id);
        if let Some(&format) = self.known().newer.get(&path) {
            return Err(StoreError::Newer { file: path, format });
        }
        let text = sitting_file::block_text(block);
        let mended = match self.store.append(&path, text.as_bytes()) {
            Err(StoreError::Torn { .. }) => {
                let mended = recover::mend(self.store(), &path, at)?;
                self.store.append(&path, text.as_bytes())?;
                Some(mended)
            }
            other => other.map(|()| None)?,
        };
        Ok(Appended { path, mended })
    }

    fn sitting_path(&self, id: &SittingId) -> String {
        let usual = layout::sitting(id);
        self.known().elsewhere.get(&usual).cloned().unwrap_or(usual)
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

    /// Moves a sitting into the trash.
    ///
    /// # Errors
    ///
    /// What the store says; the file is where it was then.
    pub fn trash_sitting(&self, id: &SittingId, at: Wall) -> Result<TrashEntry> {
        self.trash_file(layout::sitting(id), at)
    }

    fn trash_file(&self, usual: String, at: Wall) -> Result<TrashEntry> {
        let path = self.known().elsewhere.get(&usual).cloned().unwrap_or(usual);
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

    /// Puts a file back and gives the path it has now.
    ///
    /// # Errors
    ///
    /// What the store says; the file stays in the trash then.
    pub fn restore(&self, entry: &TrashEntry) -> Result<String> {
        let path = trash::restore(self.store(), entry)?;
        if let Ok((_, stamp)) = self.store.read(&path, Trust::OWN) {
            self.known().stamps.insert(path.clone(), stamp);
        }
        Ok(path)
    }
}

impl Saved<String> {
    fn named<Id>(self, new: impl FnOnce(String) -> Id) -> Saved<Id> {
        Saved {
            id: new(self.id),
            path: self.path,
            beside: self.beside,
        }
    }
}

impl Saved<()> {
    fn alone(path: &str) -> Self {
        Self {
            id: (),
            path: path.to_owned(),
            beside: None,
        }
    }
}

/// Reads a record that is about to be changed; a newer format is not changed.
fn read_edited<'a, T: Edited>(path: &str, bytes: &'a [u8]) -> Result<(&'a str, T)> {
    let (old, format) = T::read(path, bytes).map_err(StoreError::Broken)?;
    if format > toml_in::FORMAT {
        return Err(StoreError::Newer {
            file: path.to_owned(),
            format,
        });
    }
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    Ok((text, old))
}

#[cfg(test)]
mod tests;
