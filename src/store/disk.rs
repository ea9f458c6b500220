//! The real store: a folder on a disk.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, Once, PoisonError};

use super::durable::{self, Folder};
use super::error::{Act, StoreError};
use super::{
    Hold, Item, ItemKind, Result, Sight, Stamp, Store, Trust, ends_complete, layout, looking,
};
use crate::domain::library::Pile;

/// A folder on a disk.
#[derive(Debug)]
pub struct Disk {
    root: PathBuf,
    /// Files whose last `fsync` failed, with what they held then. They are written anew as a whole the next
    /// time, and such a file is not taken for somebody else's.
    doubtful: Mutex<HashMap<PathBuf, Stamp>>,
    /// What is put into the folder when it is made, and whether somebody has looked for that already.
    first: Option<(&'static str, &'static str)>,
    looked: Once,
}

impl Disk {
    /// A store in this folder, which is made with the first file.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            doubtful: Mutex::default(),
            first: None,
            looked: Once::new(),
        }
    }

    /// The same with a file that is put into the folder when the first save makes it: never over one that is there,
    /// and never again.
    #[must_use]
    pub fn with_first(mut self, name: &'static str, text: &'static str) -> Self {
        self.first = Some((name, text));
        self
    }

    /// Puts the first file into a folder that is not there yet, or holds nothing but what git put there. It is only
    /// of use, so nothing is said when it cannot be written.
    fn begin(&self) {
        let Some((name, text)) = self.first else {
            return;
        };
        self.looked.call_once(|| {
            let is_new = match fs::read_dir(&self.root) {
                Ok(mut items) => {
                    items.all(|item| item.is_ok_and(|item| item.file_name() == ".git"))
                }
                Err(error) => error.kind() == io::ErrorKind::NotFound,
            };
            if is_new && durable::make_folders(&self.root).is_ok() {
                let target = self.root.join(name);
                let staged = durable::stage(&target, text.as_bytes(), None);
                drop(staged.and_then(|temp| durable::put_new(temp, &target)));
            }
        });
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    fn at(&self, path: &str) -> Result<PathBuf> {
        if layout::is_inside(path) {
            Ok(self.root.join(path))
        } else {
            Err(StoreError::Refused { file: path.into() })
        }
    }

    fn doubts(&self) -> MutexGuard<'_, HashMap<PathBuf, Stamp>> {
        self.doubtful.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a whole text in the place of `target`, which the caller has locked.
    fn replace(
        &self,
        path: &str,
        target: &Path,
        temp: tempfile::TempPath,
        stamp: Stamp,
        folder: &Folder,
    ) -> Result<Stamp> {
        durable::put_over(temp, target).map_err(|e| failed(path, Act::Save, &e))?;
        if let Err(e) = folder.sync() {
            self.doubts().insert(target.to_owned(), stamp);
            return Err(failed(path, Act::Confirm, &e));
        }
        self.doubts().remove(target);
        Ok(stamp)
    }

    /// Whether the file still is what the caller read, or what this studio wrote without confirmation.
    fn unchanged(&self, target: &Path, expect: &Stamp) -> bool {
        let Ok(bytes) = fs::read(target) else {
            return false;
        };
        let found = Stamp::of(&bytes, None);
        found == *expect || self.doubts().get(target) == Some(&found)
    }

    /// Writes the whole file anew with one more block, after a failed `fsync`.
    fn append_anew(&self, path: &str, target: &Path, block: &[u8], folder: &Folder) -> Result<()> {
        let save = |e: &io::Error| failed(path, Act::Save, e);
        let mut bytes = fs::read(target).map_err(|e| save(&e))?;
        let meta = fs::metadata(target).map_err(|e| save(&e))?;
        join_block(path, &mut bytes, block)?;
        let temp = durable::stage(target, &bytes, Some(&meta)).map_err(|e| save(&e))?;
        self.replace(path, target, temp, Stamp::of(&bytes, None), folder)
            .map(drop)
    }
}

impl Store for Disk {
    fn read(&self, path: &str, trust: Trust) -> Result<(Vec<u8>, Stamp)> {
        let (bytes, meta) = self.plain(path, trust)?;
        let stamp = Stamp::of(&bytes, looking::modified(&meta));
        Ok((bytes, stamp))
    }

    fn look(&self, path: &str, trust: Trust) -> Result<Vec<u8>> {
        self.plain(path, trust).map(|(bytes, _)| bytes)
    }

    #[cfg(unix)]
    fn pile(&self, path: &str, trust: Trust) -> Result<Arc<dyn Pile>> {
        let (file, meta) = self.open(path, trust)?;
        Ok(Arc::new(super::opened::Opened::new(file, &meta)))
    }

    fn within(&self, folder: &str) -> Arc<dyn Store> {
        Arc::new(Self::new(self.root.join(folder)))
    }

    fn hold(&self, path: &str) -> Option<Hold> {
        let target = self.at(path).ok().and_then(|at| durable::resolve(&at).ok());
        match target.map_or(durable::Held::Free, |target| durable::hold(&target)) {
            durable::Held::Here(file) => Some(Box::new(file)),
            durable::Held::Free => Some(Box::new(())),
            durable::Held::Elsewhere => None,
        }
    }

    fn write(&self, path: &str, bytes: &[u8], expect: Option<&Stamp>) -> Result<Stamp> {
        let save = |e: io::Error| failed(path, Act::Save, &e);
        let target = durable::resolve(&self.at(path)?).map_err(save)?;
        let parent = target.parent().unwrap_or(&self.root);
        self.begin();
        durable::make_folders(parent).map_err(save)?;
        let like = fs::metadata(&target).ok();
        let temp = durable::stage(&target, bytes, like.as_ref()).map_err(save)?;
        let folder = Folder::lock(parent).map_err(save)?;
        if expect.is_some_and(|expect| !self.unchanged(&target, expect)) {
            return Err(StoreError::Conflict { file: path.into() });
        }
        self.replace(path, &target, temp, Stamp::of(bytes, None), &folder)
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<Stamp> {
        let save = |e: io::Error| failed(path, Act::Save, &e);
        let target = self.at(path)?;
        if fs::symlink_metadata(&target).is_ok() {
            return Err(StoreError::Exists { file: path.into() });
        }
        let parent = target.parent().unwrap_or(&self.root);
        self.begin();
        durable::make_folders(parent).map_err(save)?;
        let temp = durable::stage(&target, bytes, None).map_err(save)?;
        let folder = Folder::lock(parent).map_err(save)?;
        durable::put_new(temp, &target).map_err(save)?;
        if let Err(e) = folder.sync() {
            // Not confirmed, so not saved: the next attempt must be free to take the same name.
            let _ = fs::remove_file(&target);
            return Err(save(e));
        }
        Ok(Stamp::of(bytes, None))
    }

    fn append(&self, path: &str, block: &[u8]) -> Result<()> {
        let save = |e: io::Error| failed(path, Act::Save, &e);
        let target = durable::resolve(&self.at(path)?).map_err(save)?;
        let folder = Folder::lock(target.parent().unwrap_or(&self.root)).map_err(save)?;
        if self.doubts().contains_key(&target) {
            return self.append_anew(path, &target, block, &folder);
        }
        let mut file = fs::OpenOptions::new()
            .read(true)
            .append(true)
            .open(&target)
            .map_err(|e| match e.kind() {
                io::ErrorKind::NotFound => StoreError::Missing { file: path.into() },
                _ => save(e),
            })?;
        let size = file.metadata().map_err(save)?.len();
        let grown = usize::try_from(size).unwrap_or(usize::MAX);
        Trust::OWN.holds(path, grown.saturating_add(block.len()))?;
        let mut tail = tail_of(&mut file, size).map_err(save)?;
        let seen = tail.len();
        join_block(path, &mut tail, block)?;
        let added = tail.get(seen..).unwrap_or_default();
        if let Err(e) = file.write_all(added).and_then(|()| file.sync_data()) {
            // Back to the last complete block. What the disk really holds now is unknown, hence the doubt.
            let _ = file.set_len(size);
            self.doubts().insert(target, Stamp::of(&[], None));
            return Err(save(e));
        }
        Ok(())
    }

    fn list(&self, folder: &str) -> Result<Vec<Item>> {
        let at = if folder.is_empty() {
            self.root.clone()
        } else {
            self.at(folder)?
        };
        let mut items = match looking::names(&at) {
            Ok(items) => items,
            Err(e) if e.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(e) => return Err(failed(folder, Act::Read, &e)),
        };
        items.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(items)
    }

    fn survey(&self, folder: &str) -> Result<Vec<(Item, Option<Sight>)>> {
        let at = self.root.join(folder);
        let look = |item: Item| {
            let plain = item.kind == ItemKind::File;
            let sight = plain.then(|| looking::sight(&at.join(&item.name)));
            (item, sight.flatten())
        };
        Ok(self.list(folder)?.into_iter().map(look).collect())
    }

    fn pulse(&self) -> u64 {
        looking::pulse(&self.root)
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        let moved = |e: io::Error| failed(from, Act::Move, &e);
        let (old, new) = (self.at(from)?, self.at(to)?);
        let (old_folder, new_folder) = (
            old.parent().unwrap_or(&self.root),
            new.parent().unwrap_or(&self.root),
        );
        durable::make_folders(new_folder).map_err(moved)?;
        durable::rename_new(&old, &new).map_err(|e| match e.kind() {
            io::ErrorKind::AlreadyExists => StoreError::Exists { file: to.into() },
            _ => moved(e),
        })?;
        let synced = Folder::open(new_folder)
            .and_then(|f| f.sync())
            .and_then(|()| Folder::open(old_folder)?.sync());
        synced.map_err(|e| {
            let _ = durable::rename_new(&new, &old);
            moved(e)
        })
    }

    fn remove(&self, path: &str) -> Result<()> {
        let at = self.at(path)?;
        if !layout::may_remove(path) {
            return Err(StoreError::Refused { file: path.into() });
        }
        let gone = match fs::symlink_metadata(&at) {
            Ok(meta) if meta.is_dir() => fs::remove_dir(&at),
            _ => fs::remove_file(&at),
        };
        gone.map_err(|e| failed(path, Act::Remove, &e))
    }
}

impl Disk {
    /// The bytes of a regular file, and what the disk says of it.
    fn plain(&self, path: &str, trust: Trust) -> Result<(Vec<u8>, fs::Metadata)> {
        let (file, meta) = self.open(path, trust)?;
        let bytes = looking::read_all(file, meta.len(), trust.limit);
        Ok((bytes.map_err(|e| unread(path, trust, &e))?, meta))
    }

    /// Opens a regular file that is not too large.
    fn open(&self, path: &str, trust: Trust) -> Result<(fs::File, fs::Metadata)> {
        let at = self.at(path)?;
        if !trust.links && !self.lies_inside(&at) {
            return Err(StoreError::NotPlain { file: path.into() });
        }
        let opened = looking::open_plain(&at, trust.links).map_err(|e| unread(path, trust, &e))?;
        if opened.1.len() > trust.limit {
            return Err(unread(path, trust, &io::ErrorKind::FileTooLarge.into()));
        }
        Ok(opened)
    }

    /// Whether no folder on the way to a file is a link that leads out of the root.
    fn lies_inside(&self, at: &Path) -> bool {
        let real = |p: &Path| fs::canonicalize(p).ok();
        match (at.parent().and_then(real), real(&self.root)) {
            (Some(folder), Some(root)) => folder.starts_with(root),
            _ => true,
        }
    }
}

/// Why a file was not read.
fn unread(path: &str, trust: Trust, error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::InvalidInput => StoreError::NotPlain { file: path.into() },
        io::ErrorKind::FileTooLarge => StoreError::TooLarge {
            file: path.into(),
            limit: trust.limit,
        },
        _ => failed(path, Act::Read, error),
    }
}

fn failed(path: &str, act: Act, error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::ResourceBusy => StoreError::Busy { file: path.into() },
        _ => StoreError::from_io(path, act, error),
    }
}

/// Adds a block to bytes that end with a complete one, on a line of its own.
fn join_block(path: &str, bytes: &mut Vec<u8>, block: &[u8]) -> Result<()> {
    if !ends_complete(bytes) {
        return Err(StoreError::Torn { file: path.into() });
    }
    if !bytes.ends_with(b"\n") {
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(block);
    Ok(())
}

/// The last bytes of a file: enough for the last line and the blank lines that an editor may leave.
fn tail_of(file: &mut fs::File, size: u64) -> io::Result<Vec<u8>> {
    file.seek(SeekFrom::Start(size.saturating_sub(256)))?;
    let mut tail = Vec::new();
    file.take(256).read_to_end(&mut tail)?;
    Ok(tail)
}

#[cfg(test)]
mod tests;
