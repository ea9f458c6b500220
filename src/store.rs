//! Files of the user: durable writes, append-only logs, drafts, trash, recovery.
//!
//! Everything on disk goes through one small trait, so that tests can give the program a disk that fills up,
//! fails or is changed by somebody else. Paths are relative to the user's folder, with `/` on every system.

use std::sync::Arc;

use error::StoreError;
pub use weave::Edited;

use crate::domain::library::Pile;

pub mod application_file;
pub mod checks_file;
pub mod coach_file;
pub mod config_file;
pub mod disk;
pub mod draft_file;
mod durable;
pub mod entry_file;
pub mod error;
pub mod handover;
pub mod holds;
pub mod home;
pub mod layout;
mod looking;
pub mod memory;
#[cfg(unix)]
mod opened;
pub mod outside;
pub(crate) mod pressed;
pub mod profile_file;
pub mod recordings;
pub mod recover;
#[cfg(test)]
pub(crate) mod samples;
mod says;
pub mod sitting_file;
pub mod story_file;
pub(crate) mod toml_in;
mod toml_out;
pub mod trash;
pub mod watch;
mod weave;

/// What every call on a store gives back.
pub type Result<T> = std::result::Result<T, StoreError>;

/// What a file held when it was last looked at.
///
/// Two stamps are equal when the bytes are: sync tools touch the times of files without changing them, and
/// editors change files without moving the clock.
#[derive(Debug, Clone, Copy)]
pub struct Stamp {
    /// Length in bytes.
    pub size: u64,
    /// Time of the last change as seconds and nanoseconds since 1970, where the disk keeps one.
    pub modified: Option<(i64, u32)>,
    /// Hash of the bytes.
    pub hash: u64,
}

impl Stamp {
    /// The stamp of these bytes.
    pub fn of(bytes: &[u8], modified: Option<(i64, u32)>) -> Self {
        use std::hash::Hasher as _;
        let mut hasher = std::hash::DefaultHasher::new();
        hasher.write(bytes);
        Self {
            size: bytes.len() as u64,
            modified,
            hash: hasher.finish(),
        }
    }
}

impl PartialEq for Stamp {
    fn eq(&self, other: &Self) -> bool {
        (self.size, self.hash) == (other.size, other.hash)
    }
}

impl Eq for Stamp {}

/// What the disk says of a file that was not opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sight {
    /// Length in bytes.
    pub size: u64,
    /// Time of the last change of its text, as seconds and nanoseconds since 1970. Sync tools set it.
    pub modified: (i64, u32),
    /// Second in which it was last written, renamed or put here, by the clock of the disk. Nobody can set it where
    /// the system keeps it; elsewhere it is the second of `modified`.
    pub changed: i64,
}

impl Sight {
    /// Coarse disks count in steps of so many seconds.
    const COARSE: i64 = 2;

    /// Whether nothing was done to this file since `other` was written, in whatever steps the disk counts.
    pub const fn is_older_than(&self, other: &Self) -> bool {
        self.changed.saturating_add(Self::COARSE) < other.changed
    }

    /// Whether two looks tell of the same text.
    pub fn is_same_text(&self, other: &Self) -> bool {
        (self.size, self.modified) == (other.size, other.modified)
    }
}

/// How far a file is trusted when it is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trust {
    /// Most bytes that are read; a bigger file is refused before reading.
    pub limit: u64,
    /// Whether links are followed.
    pub links: bool,
}

impl Trust {
    /// The user's own files: links are theirs to make. A parser needs up to 130 bytes of memory for each
    /// byte read, hence a limit here too.
    pub const OWN: Self = Self {
        limit: 8 << 20,
        links: true,
    };
    /// Half-typed text: what a form could save has room here, however it has to be written.
    pub const DRAFT: Self = Self {
        limit: 16 << 20,
        links: true,
    };
    /// A pack from anybody: at most 1 MiB, and nothing outside the folder.
    pub const PACK: Self = Self {
        limit: 1 << 20,
        links: false,
    };
}

impl Trust {
    /// Whether a file of so many bytes can be read again; what cannot is not saved.
    ///
    /// # Errors
    ///
    /// [`StoreError::TooMuch`] for a bigger one.
    pub fn holds(self, path: &str, bytes: usize) -> Result<()> {
        if bytes as u64 <= self.limit {
            return Ok(());
        }
        Err(StoreError::TooMuch {
            file: path.to_owned(),
            limit: self.limit,
        })
    }
}

/// What one name in a folder stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A link to something.
    Link,
    /// A pipe, a socket, a device.
    Other,
}

/// One name in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The name alone. Bytes that are not UTF-8 are replaced, and such a file cannot be opened.
    pub name: String,
    /// What it stands for.
    pub kind: ItemKind,
}

/// A file that is held: others see that it is open here until this is dropped, or the program ends.
pub type Hold = Box<dyn Send>;

/// A place for the user's files.
///
/// Every error tells which file it was, why, and what is left on the disk.
pub trait Store: Send + Sync {
    /// Reads a regular file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`], [`StoreError::NotPlain`], [`StoreError::TooLarge`] before anything is read.
    fn read(&self, path: &str, trust: Trust) -> Result<(Vec<u8>, Stamp)>;

    /// A folder in here that is a place for files of its own.
    fn within(&self, folder: &str) -> Arc<dyn Store>;

    /// A number that is another one once somebody changed the user's files: cheap enough to be asked for each second.
    /// Half-typed text, the trash and the blocks of a running sitting do not count.
    fn pulse(&self) -> u64;

    /// Holds a file, so that other studios see that it is open here; `None` while another one holds it. Nothing keeps
    /// them from reading or writing it, and a disk that knows no locks always lets it be held.
    fn hold(&self, path: &str) -> Option<Hold>;

    /// Reads a regular file that nobody means to change: without a stamp, which costs as much as reading it.
    ///
    /// # Errors
    ///
    /// As [`Store::read`].
    fn look(&self, path: &str, trust: Trust) -> Result<Vec<u8>> {
        self.read(path, trust).map(|(bytes, _)| bytes)
    }

    /// Opens a regular file that is read piece by piece. What is read stays the same when the file is replaced.
    ///
    /// # Errors
    ///
    /// As [`Store::read`].
    fn pile(&self, path: &str, trust: Trust) -> Result<Arc<dyn Pile>> {
        let bytes = self.look(path, trust)?;
        Ok(Arc::new(bytes))
    }

    /// Replaces a whole file, or makes it: what stands there is the old file or the new one, never a part.
    ///
    /// # Errors
    ///
    /// [`StoreError::Conflict`] when the file is no longer the one that `expect` was taken from; without
    /// `expect` it is a file that nobody else writes.
    fn write(&self, path: &str, bytes: &[u8], expect: Option<&Stamp>) -> Result<Stamp>;

    /// Makes a new file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`] when the name is taken.
    fn create(&self, path: &str, bytes: &[u8]) -> Result<Stamp>;

    /// Adds a block to the end of a file of blocks and waits until it is on the disk.
    ///
    /// # Errors
    ///
    /// [`StoreError::Torn`] when the file does not end with the line [`END`], [`StoreError::TooMuch`] when it could not
    /// be read again. After a failure the file is as it was before.
    fn append(&self, path: &str, block: &[u8]) -> Result<()>;

    /// The names in a folder, sorted; none when there is no such folder.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn list(&self, folder: &str) -> Result<Vec<Item>>;

    /// [`Store::list`], with what can be said of each regular file without opening it. Nothing is said where the disk
    /// does not tell enough.
    ///
    /// # Errors
    ///
    /// What the system says.
    fn survey(&self, folder: &str) -> Result<Vec<(Item, Option<Sight>)>>;

    /// Moves a file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`] when the new name is taken.
    fn rename(&self, from: &str, to: &str) -> Result<()>;

    /// Removes a draft, something in the trash (also an empty folder there) or a temporary file.
    ///
    /// # Errors
    ///
    /// [`StoreError::Refused`] for anything else.
    fn remove(&self, path: &str) -> Result<()>;
}

/// Most names that are tried when names are taken.
const MOST_NAMES: u32 = 10_000;

/// Tries the first name, the second (`…-2`) and so on, until one is not taken.
fn first_free<T>(put: impl Fn(u32) -> Result<T>) -> Result<T> {
    let mut n = 1;
    loop {
        match put(n) {
            Err(StoreError::Exists { .. }) if n < MOST_NAMES => n += 1,
            other => return other,
        }
    }
}

/// The last line of every complete block.
pub const END: &str = "end = true";

/// Whether text ends with a complete block; blanks after it do not matter.
pub fn ends_complete(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii_end();
    text.strip_suffix(END.as_bytes())
        .is_some_and(|before| before.is_empty() || before.ends_with(b"\n"))
}
