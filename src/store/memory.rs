//! A store in memory that can be told to fail, for tests of everything above it.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::{Error, ErrorKind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use super::error::{Act, StoreError};
use super::{Hold, Item, ItemKind, Result, Sight, Stamp, Store, Trust, ends_complete, layout};

/// A folder that exists only while the test runs.
#[derive(Debug, Default)]
pub struct Memory(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    files: BTreeMap<String, File>,
    /// Seconds of its own clock.
    clock: i64,
    /// Files that are held, as long as somebody keeps what was given.
    held: BTreeMap<String, Weak<()>>,
    writes: u64,
    /// Folders that are places of their own.
    within: BTreeMap<String, Arc<Memory>>,
    fails: Option<(u64, ErrorKind)>,
    always: Option<ErrorKind>,
}

/// A file with the seconds in which its text and anything about it was changed.
#[derive(Debug)]
struct File {
    bytes: Vec<u8>,
    modified: i64,
    changed: i64,
}

impl Memory {
    /// An empty folder.
    pub fn new() -> Self {
        Self::default()
    }

    /// Lets the `n`-th change from now on fail once, counting from 1.
    pub fn fail_at(&self, n: u64, kind: ErrorKind) {
        let mut state = self.state();
        state.fails = Some((state.writes + n, kind));
    }

    /// Lets every change fail (a full disk, a read-only one) until told otherwise.
    pub fn fail_always(&self, kind: Option<ErrorKind>) {
        self.state().always = kind;
    }

    /// Changes a file behind the program's back, as an editor or a sync tool does.
    pub fn meddle(&self, path: &str, text: &str) {
        self.state().put(path, text.as_bytes());
    }

    /// Puts a text there as a sync tool does: with the time that it has elsewhere.
    pub fn sync(&self, path: &str, text: &str, modified: i64) {
        let mut state = self.state();
        state.put(path, text.as_bytes());
        if let Some(file) = state.files.get_mut(path) {
            file.modified = modified;
        }
    }

    /// Lets seconds go by on the clock of this disk, which stands still otherwise.
    pub fn wait(&self, seconds: i64) {
        self.state().clock += seconds;
    }

    /// Removes a file behind the program's back.
    pub fn vanish(&self, path: &str) {
        self.state().files.remove(path);
    }

    /// The text of a file.
    pub fn text(&self, path: &str) -> Option<String> {
        let state = self.state();
        let file = state.files.get(path)?;
        Some(String::from_utf8_lossy(&file.bytes).into_owned())
    }

    /// All paths, sorted.
    pub fn paths(&self) -> Vec<String> {
        self.state().files.keys().cloned().collect()
    }

    /// How many changes were tried so far.
    pub fn writes(&self) -> u64 {
        self.state().writes
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn put(&mut self, path: &str, bytes: &[u8]) {
        let file = File {
            bytes: bytes.to_vec(),
            modified: self.clock,
            changed: self.clock,
        };
        self.files.insert(path.to_owned(), file);
    }

    /// Counts a change and fails it if a test wants so.
    fn change(&mut self, path: &str, act: Act) -> Result<()> {
        self.writes += 1;
        let due = self.fails.filter(|(n, _)| *n == self.writes);
        match due.map(|(_, kind)| kind).or(self.always) {
            Some(kind) => Err(StoreError::from_io(path, act, &Error::from(kind))),
            None => Ok(()),
        }
    }
}

fn inside(path: &str) -> Result<()> {
    if layout::is_inside(path) {
        Ok(())
    } else {
        Err(StoreError::Refused { file: path.into() })
    }
}

impl Store for Memory {
    fn within(&self, folder: &str) -> Arc<dyn Store> {
        let mut state = self.state();
        let inner = state.within.entry(folder.to_owned()).or_default();
        Arc::clone(inner) as Arc<dyn Store>
    }

    fn read(&self, path: &str, trust: Trust) -> Result<(Vec<u8>, Stamp)> {
        inside(path)?;
        let state = self.state();
        let File { bytes, .. } = state
            .files
            .get(path)
            .ok_or_else(|| StoreError::Missing { file: path.into() })?;
        if bytes.len() as u64 > trust.limit {
            return Err(StoreError::TooLarge {
                file: path.into(),
                limit: trust.limit,
            });
        }
        Ok((bytes.clone(), Stamp::of(bytes, None)))
    }

    fn hold(&self, path: &str) -> Option<Hold> {
        let held = &mut self.state().held;
        if held.get(path).is_some_and(|other| other.strong_count() > 0) {
            return None;
        }
        let mine = Arc::new(());
        held.insert(path.to_owned(), Arc::downgrade(&mine));
        Some(Box::new(mine))
    }

    fn write(&self, path: &str, bytes: &[u8], expect: Option<&Stamp>) -> Result<Stamp> {
        inside(path)?;
        let mut state = self.state();
        state.change(path, Act::Save)?;
        let found = state.files.get(path).map(|f| Stamp::of(&f.bytes, None));
        if expect.is_some_and(|expect| found.as_ref() != Some(expect)) {
            return Err(StoreError::Conflict { file: path.into() });
        }
        state.put(path, bytes);
        Ok(Stamp::of(bytes, None))
    }

    fn create(&self, path: &str, bytes: &[u8]) -> Result<Stamp> {
        inside(path)?;
        let mut state = self.state();
        if state.files.contains_key(path) {
            return Err(StoreError::Exists { file: path.into() });
        }
        state.change(path, Act::Save)?;
        state.put(path, bytes);
        Ok(Stamp::of(bytes, None))
    }

    fn append(&self, path: &str, block: &[u8]) -> Result<()> {
        inside(path)?;
        let mut state = self.state();
        state.change(path, Act::Save)?;
        let now = state.clock;
        let file = state
            .files
            .get_mut(path)
            .ok_or_else(|| StoreError::Missing { file: path.into() })?;
        let bytes = &mut file.bytes;
        Trust::OWN.holds(path, bytes.len() + block.len())?;
        if !ends_complete(bytes) {
            return Err(StoreError::Torn { file: path.into() });
        }
        if !bytes.ends_with(b"\n") {
            bytes.push(b'\n');
        }
        bytes.extend_from_slice(block);
        (file.modified, file.changed) = (now, now);
        Ok(())
    }

    fn list(&self, folder: &str) -> Result<Vec<Item>> {
        let start = if folder.is_empty() {
            String::new()
        } else {
            inside(folder)?;
            format!("{folder}/")
        };
        let mut items: Vec<Item> = Vec::new();
        for path in self.state().files.keys() {
            let Some(rest) = path.strip_prefix(&start) else {
                continue;
            };
            let (name, kind) = match rest.split_once('/') {
                Some((name, _)) => (name, ItemKind::Folder),
                None => (rest, ItemKind::File),
            };
            if items.last().is_none_or(|last| last.name != name) {
                items.push(Item {
                    name: name.to_owned(),
                    kind,
                });
            }
        }
        items.sort_by(|a, b| a.name.cmp(&b.name));
        items.dedup();
        Ok(items)
    }

    fn survey(&self, folder: &str) -> Result<Vec<(Item, Option<Sight>)>> {
        let items = self.list(folder)?;
        let state = self.state();
        let look = |item: Item| {
            let file = state.files.get(&layout::in_folder(folder, &item.name));
            let sight = file.map(|file| Sight {
                size: file.bytes.len() as u64,
                modified: (file.modified, 0),
                changed: file.changed,
            });
            (item, sight)
        };
        Ok(items.into_iter().map(look).collect())
    }

    fn pulse(&self) -> u64 {
        let mut hasher = DefaultHasher::new();
        let state = self.state();
        let shown = |path: &&String| !path.split('/').any(|part| part.starts_with('.'));
        for path in state.files.keys().filter(shown) {
            match path.split_once('/').map(|(folder, _)| folder) {
                Some(layout::DRAFTS | layout::TRASH) => {}
                Some(layout::PRACTICE) => path.hash(&mut hasher),
                _ => (path, state.files.get(path).map(|f| &f.bytes)).hash(&mut hasher),
            }
        }
        hasher.finish()
    }

    fn rename(&self, from: &str, to: &str) -> Result<()> {
        inside(from)?;
        inside(to)?;
        let mut state = self.state();
        state.change(from, Act::Move)?;
        if state.files.contains_key(to) {
            return Err(StoreError::Exists { file: to.into() });
        }
        let mut file = state
            .files
            .remove(from)
            .ok_or_else(|| StoreError::Missing { file: from.into() })?;
        file.changed = state.clock;
        state.files.insert(to.to_owned(), file);
        Ok(())
    }

    fn remove(&self, path: &str) -> Result<()> {
        if !layout::may_remove(path) {
            return Err(StoreError::Refused { file: path.into() });
        }
        let mut state = self.state();
        state.change(path, Act::Remove)?;
        match state.files.remove(path) {
            Some(_) => Ok(()),
            None => Err(StoreError::Missing { file: path.into() }),
        }
    }
}
