//! Shelves: records that are read when they are needed.
//!
//! The shipped library is kept packed inside the binary; opening a record costs a few microseconds, so a
//! shelf hands out fresh values and keeps nothing. Those of packs lie packed in a [`Pile`], which may be a file; those of
//! the user are kept as they are.

use std::borrow::Cow;
use std::fmt::Debug;
use std::ops::Range;
use std::sync::Arc;

/// Bytes that lie together, in memory or in a file, and are read piece by piece.
pub trait Pile: Debug + Send + Sync {
    /// How many there are.
    fn size(&self) -> usize;

    /// Some of them; `None` where they cannot be read.
    fn piece(&self, at: Range<usize>) -> Option<Cow<'_, [u8]>>;
}

impl Pile for Vec<u8> {
    fn size(&self) -> usize {
        self.len()
    }

    fn piece(&self, at: Range<usize>) -> Option<Cow<'_, [u8]>> {
        self.get(at).map(Cow::Borrowed)
    }
}

/// Where one record is.
#[derive(Debug, Clone)]
enum Body<T> {
    /// In the binary.
    Packed(&'static [u8], fn(&[u8]) -> Option<T>),
    /// In a pile of packed records.
    Piled(Arc<dyn Pile>, Range<u32>, fn(&[u8]) -> Option<T>),
    Kept(Arc<T>),
}

/// Id of a record: those of the binary are not copied.
#[derive(Debug, Clone)]
enum Key {
    Shipped(&'static str),
    Own(Arc<str>),
}

impl Key {
    fn as_str(&self) -> &str {
        match self {
            Self::Shipped(id) => id,
            Self::Own(id) => id,
        }
    }
}

/// Records of one type, in the order of the library.
#[derive(Debug, Clone)]
pub struct Shelf<T> {
    rows: Vec<(Key, Body<T>)>,
}

impl<T> Default for Shelf<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> Shelf<T> {
    /// Makes room for records to come.
    pub fn reserve(&mut self, records: usize) {
        self.rows.reserve_exact(records);
    }

    /// Adds a shipped record with the function that opens it; its id must be new.
    pub fn push_packed(
        &mut self,
        id: &'static str,
        bytes: &'static [u8],
        open: fn(&[u8]) -> Option<T>,
    ) {
        self.rows
            .push((Key::Shipped(id), Body::Packed(bytes, open)));
    }

    /// Adds a record that lies in a pile with the function that opens it; its id must be new.
    pub fn push_piled(
        &mut self,
        id: Arc<str>,
        pile: &Arc<dyn Pile>,
        at: Range<u32>,
        open: fn(&[u8]) -> Option<T>,
    ) {
        self.rows
            .push((Key::Own(id), Body::Piled(Arc::clone(pile), at, open)));
    }

    /// Adds a record, or puts it in the place of the one with the same id.
    pub fn put(&mut self, id: &str, record: T) {
        let body = Body::Kept(Arc::new(record));
        match self.rows.iter_mut().find(|(known, _)| known.as_str() == id) {
            Some(row) => row.1 = body,
            None => self.rows.push((Key::Own(Arc::from(id)), body)),
        }
    }

    /// Takes a record away; `true` when it was there.
    pub fn remove(&mut self, id: &str) -> bool {
        let before = self.rows.len();
        self.rows.retain(|(known, _)| known.as_str() != id);
        self.rows.len() != before
    }

    /// Takes away every record whose id starts with a prefix.
    pub fn remove_all(&mut self, prefix: &str) {
        self.rows
            .retain(|(known, _)| !known.as_str().starts_with(prefix));
    }

    /// Opens one record; `None` also where its file can no longer be read, or holds something else by now.
    pub fn get(&self, id: &str) -> Option<Arc<T>> {
        let mut rows = self.rows.iter();
        let (_, body) = rows.find(|(known, _)| known.as_str() == id)?;
        body.open()
    }

    /// Opens the record at a place.
    pub fn at(&self, index: usize) -> Option<Arc<T>> {
        self.rows.get(index)?.1.open()
    }

    /// Opens all of them, one after the other.
    pub fn iter(&self) -> impl Iterator<Item = Arc<T>> + '_ {
        self.rows.iter().filter_map(|(_, body)| body.open())
    }

    /// Whether a record is here.
    pub fn has(&self, id: &str) -> bool {
        self.ids().any(|known| known == id)
    }

    /// All ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> + '_ {
        self.rows.iter().map(|(id, _)| id.as_str())
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}

impl<T> Body<T> {
    fn open(&self) -> Option<Arc<T>> {
        match self {
            Self::Packed(bytes, open) => open(bytes).map(Arc::new),
            Self::Piled(pile, at, open) => {
                let bytes = pile.piece(at.start as usize..at.end as usize)?;
                open(&bytes).map(Arc::new)
            }
            Self::Kept(record) => Some(Arc::clone(record)),
        }
    }
}
