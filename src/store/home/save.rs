//! Saving records that a person may edit too.

use super::Home;
use crate::domain::checks::Change;
use crate::domain::id::{ApplicationId, EntryId, StoryId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::settings::{Config, Profile};
use crate::domain::story::Story;
use crate::store::error::StoreError;
use crate::store::weave::{Edited, fresh, weave, weave_onto};
use crate::store::{Result, Stamp, Store, Trust, first_free, layout, toml_in};

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

impl Home {
    /// Saves a new entry under the next free name: never over one that is there, whatever has been read so far.
    ///
    /// # Errors
    ///
    /// What the store says; there is no new file then.
    pub fn add_entry(&self, entry: &Entry) -> Result<Saved<EntryId>> {
        let path_of = |name: &str| layout::entry(&EntryId::new(name));
        self.save_new(entry.id.as_str(), entry, path_of, None)
            .map(|s| s.named(EntryId::new))
    }

    /// Saves a new application; see [`Home::add_entry`].
    ///
    /// # Errors
    ///
    /// What the store says; there is no new file then.
    pub fn add_application(&self, application: &Application) -> Result<Saved<ApplicationId>> {
        let path_of = |name: &str| layout::application(&ApplicationId::new(name));
        self.save_new(application.id.as_str(), application, path_of, None)
            .map(|s| s.named(ApplicationId::new))
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

    /// Saves a new story; see [`Home::add_entry`].
    ///
    /// # Errors
    ///
    /// What the store says; there is no new file then.
    pub fn add_story(&self, story: &Story) -> Result<Saved<StoryId>> {
        let path_of = |name: &str| layout::story(&StoryId::new(name));
        self.save_new(story.id.as_str(), story, path_of, None)
            .map(|s| s.named(StoryId::new))
    }

    /// Saves a story; see [`Home::save_entry`].
    ///
    /// # Errors
    ///
    /// What the store says; the old file is whole then.
    pub fn save_story(&self, story: &Story) -> Result<Saved<StoryId>> {
        let path_of = |name: &str| layout::story(&StoryId::new(name));
        self.save(story.id.as_str(), story, path_of)
            .map(|s| s.named(StoryId::new))
    }

    fn save<T: Edited>(
        &self,
        name: &str,
        record: &T,
        path_of: impl Fn(&str) -> String,
    ) -> Result<Saved<String>> {
        let usual = path_of(name);
        let path = self.real_path(usual);
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
    pub(super) fn save_new<T: Edited>(
        &self,
        name: &str,
        record: &T,
        path_of: impl Fn(&str) -> String,
        beside: Option<String>,
    ) -> Result<Saved<String>> {
        let text = fresh(record);
        Trust::OWN.holds(&path_of(name), text.len())?;
        let (id, path, stamp) = self.create_free(name, path_of, text.as_bytes())?;
        self.known().stamps.insert(path.clone(), stamp);
        Ok(Saved { id, path, beside })
    }

    /// Writes a page for other people under the next free name; the same page again is not written twice. Gives the
    /// file, relative to the home folder.
    ///
    /// # Errors
    ///
    /// What the store says; there is no new file then.
    pub fn write_page(&self, name: &str, text: &str) -> Result<String> {
        self.write_export(layout::page, name, text)
    }

    /// Writes a file for other people under the next free name; the same text again is not written twice.
    pub(super) fn write_export(
        &self,
        path_of: impl Fn(&str) -> String,
        name: &str,
        text: &str,
    ) -> Result<String> {
        first_free(|n| {
            let path = path_of(&layout::nth_name(name, n));
            match self.store.create(&path, text.as_bytes()) {
                Err(StoreError::Exists { file }) => match self.store.read(&path, Trust::OWN) {
                    Ok((bytes, _)) if bytes == text.as_bytes() => Ok(path),
                    _ => Err(StoreError::Exists { file }),
                },
                other => other.map(|_| path),
            }
        })
    }

    /// Makes a file under the first free name; gives name, path and stamp.
    pub(super) fn create_free(
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
    pub(super) fn rewrite<T: Edited>(&self, path: &str, record: &T, stamp: &Stamp) -> Result<()> {
        let (bytes, found) = self.store.read(path, Trust::OWN)?;
        if found != *stamp {
            return Err(StoreError::Conflict { file: path.into() });
        }
        let (text, old) = read_edited::<T>(path, &bytes)?;
        let woven = weave(path, text, &old, record).map_err(StoreError::Broken)?;
        if woven.as_bytes() != bytes {
            Trust::OWN.holds(path, woven.len())?;
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

    /// Saves a change of referees and papers: just that change is written, whatever else somebody did to the file.
    ///
    /// # Errors
    ///
    /// What the store says; a file that cannot be read is not written over.
    pub fn save_checks(&self, change: &Change) -> Result<Saved<()>> {
        Self::merge(&*self.store, layout::CHECKS, &change.before, &change.now)?;
        Ok(Saved::alone(layout::CHECKS))
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
