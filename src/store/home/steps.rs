//! A step back or forward: a record stands there again as it was, or is taken away again. What somebody else wrote since
//! then is left alone.

use super::Home;
use crate::domain::id::{ApplicationId, EntryId, StoryId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::story::Story;
use crate::domain::time::Wall;
use crate::store::error::StoreError;
use crate::store::trash::TrashEntry;
use crate::store::weave::{Edited, holds};
use crate::store::{Result, Trust, layout, trash};

impl Home {
    /// Puts an entry back; gives the name that it has now.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] when somebody else changed the file or took it away, and what the store says.
    pub fn put_entry(&self, entry: &Entry) -> Result<EntryId> {
        let path_of = |name: &str| layout::entry(&EntryId::new(name));
        self.put(entry.id.as_str(), entry, path_of)
            .map(EntryId::new)
    }

    /// The same for an application.
    ///
    /// # Errors
    ///
    /// As [`Home::put_entry`].
    pub fn put_application(&self, application: &Application) -> Result<ApplicationId> {
        let path_of = |name: &str| layout::application(&ApplicationId::new(name));
        self.put(application.id.as_str(), application, path_of)
            .map(ApplicationId::new)
    }

    /// The same for a story.
    ///
    /// # Errors
    ///
    /// As [`Home::put_entry`].
    pub fn put_story(&self, story: &Story) -> Result<StoryId> {
        let path_of = |name: &str| layout::story(&StoryId::new(name));
        self.put(story.id.as_str(), story, path_of)
            .map(StoryId::new)
    }

    /// Takes an entry away again; one that is gone already is fine.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] when somebody else changed the file, and what the store says.
    pub fn take_entry(&self, id: &EntryId, at: Wall) -> Result<()> {
        self.take(layout::entry(id), at)
    }

    /// The same for an application.
    ///
    /// # Errors
    ///
    /// As [`Home::take_entry`].
    pub fn take_application(&self, id: &ApplicationId, at: Wall) -> Result<()> {
        self.take(layout::application(id), at)
    }

    /// The same for a story.
    ///
    /// # Errors
    ///
    /// As [`Home::take_entry`].
    pub fn take_story(&self, id: &StoryId, at: Wall) -> Result<()> {
        self.take(layout::story(id), at)
    }

    /// Whether somebody else has changed the file of this usual path since it was read or written here; where it is to
    /// be put back as it was, taking it away is a change, too.
    pub fn is_changed(&self, usual: String, puts: bool) -> bool {
        let path = self.real_path(usual);
        let known = self.known().stamps.get(&path).copied();
        match self.store.read(&path, Trust::OWN) {
            Ok((_, found)) => known.is_some_and(|stamp| stamp != found),
            Err(StoreError::Missing { .. }) => puts && known.is_some(),
            Err(_) => false,
        }
    }

    fn put<T: Edited>(
        &self,
        name: &str,
        record: &T,
        path_of: impl Fn(&str) -> String,
    ) -> Result<String> {
        let path = self.real_path(path_of(name));
        let known = self.known().stamps.get(&path).copied();
        match known.map(|stamp| self.rewrite(&path, record, &stamp)) {
            Some(Err(StoreError::Missing { file })) => Err(StoreError::Conflict { file }),
            Some(done) => done.map(|()| name.to_owned()),
            // What is not in the trash any more is written again from what this studio knows of it.
            None => match self.out_of_trash(&path, record)? {
                Some(back) if back == path => Ok(name.to_owned()),
                Some(back) => Ok(layout::stem(&back).to_owned()),
                None => Ok(self.save_new(name, record, path_of, None)?.id),
            },
        }
    }

    /// Moves the file of a record back from the trash, byte for byte: of several that had this path the one that holds
    /// the record, else the last one with the record written into it. Gives where it lies now.
    fn out_of_trash<T: Edited>(&self, path: &str, record: &T) -> Result<Option<String>> {
        let trashed = self.trashed()?.into_iter();
        let copies: Vec<TrashEntry> = trashed.filter(|copy| copy.from == path).collect();
        let is_it = |copy: &&TrashEntry| {
            let read = self.store.look(&copy.path, Trust::OWN);
            read.is_ok_and(|bytes| holds(path, &bytes, record))
        };
        let Some(copy) = copies.iter().find(is_it).or(copies.first()) else {
            return Ok(None);
        };
        let back = trash::restore(self.store(), copy)?;
        let (bytes, stamp) = self.store.read(&back, Trust::OWN)?;
        self.known().stamps.insert(back.clone(), stamp);
        // What stood on the screen was never on disk, where its last save had failed.
        if !holds(&back, &bytes, record) {
            self.rewrite(&back, record, &stamp)?;
        }
        Ok(Some(back))
    }

    fn take(&self, usual: String, at: Wall) -> Result<()> {
        let file = self.real_path(usual.clone());
        if self.is_changed(usual.clone(), false) {
            return Err(StoreError::Conflict { file });
        }
        match self.store.read(&file, Trust::OWN) {
            Err(StoreError::Missing { .. }) => Ok(()),
            _ => self.trash_file(usual, at).map(drop),
        }
    }
}
