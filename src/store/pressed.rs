//! The records of a folder as they were read the last time, packed, so that the next start need not open each file.
//!
//! Each row counts for one file with the length and the time that it had, and only while nothing was done to that
//! file since the rows were written. It is never the only copy: where anything is odd, the files are read anew.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::{Sight, Stamp};
use crate::domain::time::Wall;

/// What is packed, and how; it goes up whenever the same file comes out of the reading in another way.
const SHAPE: u32 = 8;

/// So many files that had to be opened are worth packing them anew. It takes a few milliseconds to open them.
pub const WORTH: usize = 16;

/// What stands before the rows.
#[derive(Serialize, Deserialize)]
struct Front<'a> {
    shape: u32,
    /// Texts that occur in rows, which name them by their place.
    #[serde(borrow)]
    names: Vec<&'a str>,
    #[serde(borrow)]
    rows: Vec<Row<'a>>,
}

/// One file.
#[derive(Serialize, Deserialize)]
struct Row<'a> {
    name: &'a str,
    size: u64,
    modified: (i64, u32),
    /// Bytes of its record.
    len: u32,
}

/// The packed records of a folder.
#[derive(Default)]
pub struct Pressed<'a> {
    names: Vec<Arc<str>>,
    /// Name, look and record of each file, by name.
    rows: Vec<(&'a str, Sight, &'a [u8])>,
}

impl<'a> Pressed<'a> {
    /// Opens what [`Press::bytes`] gave; empty where it is not whole, or of another shape. `sight` is that of the
    /// packed file itself.
    pub fn open(bytes: &'a [u8], sight: &Sight) -> Self {
        Self::whole(bytes, sight).unwrap_or_default()
    }

    fn whole(bytes: &'a [u8], sight: &Sight) -> Option<Self> {
        let (said, body) = bytes.split_first_chunk()?;
        if Stamp::of(body, None).hash != u64::from_le_bytes(*said) {
            return None;
        }
        let (front, mut rest) = postcard::take_from_bytes::<Front<'a>>(body).ok()?;
        if front.shape != SHAPE {
            return None;
        }
        let mut rows = Vec::with_capacity(front.rows.len());
        for row in front.rows {
            let (record, others) = rest.split_at_checked(usize::try_from(row.len).ok()?)?;
            let seen = Sight {
                size: row.size,
                modified: row.modified,
                changed: sight.changed,
            };
            rows.push((row.name, seen, record));
            rest = others;
        }
        let names = front.names.into_iter().map(Arc::from).collect();
        Some(Self { names, rows })
    }

    /// Of how many files there are records.
    pub const fn len(&self) -> usize {
        self.rows.len()
    }

    /// The record of a file that is still as it was.
    pub fn find(&self, name: &str, sight: &Sight) -> Option<Eye<'_>> {
        let at = self.rows.binary_search_by_key(&name, |row| row.0).ok()?;
        let (_, seen, record) = self.rows.get(at)?;
        let same = seen.is_same_text(sight) && sight.is_older_than(seen);
        same.then_some(Eye {
            rest: record,
            names: &self.names,
        })
    }
}

/// Packs the records of a folder.
#[derive(Default)]
pub struct Press {
    places: HashMap<Arc<str>, u32>,
    names: Vec<Arc<str>>,
    rows: Vec<(String, Sight, u32)>,
    records: Vec<u8>,
}

impl Press {
    /// Adds a file; they come sorted by name.
    pub fn add(&mut self, name: &str, sight: Sight, write: impl FnOnce(&mut Pen<'_>)) {
        let start = self.records.len();
        write(&mut Pen(self));
        let len = u32::try_from(self.records.len() - start).unwrap_or(u32::MAX);
        self.rows.push((name.to_owned(), sight, len));
    }

    /// Everything, to be kept.
    ///
    /// # Panics
    ///
    /// When plain data cannot be packed, which memory that ran out would be the only reason for.
    pub fn bytes(mut self) -> Vec<u8> {
        let front = Front {
            shape: SHAPE,
            names: self.names.iter().map(|name| &**name).collect(),
            rows: (self.rows.iter())
                .map(|(name, sight, len)| Row {
                    name,
                    size: sight.size,
                    modified: sight.modified,
                    len: *len,
                })
                .collect(),
        };
        let mut body = postcard::to_stdvec(&front).expect("plain data can be packed");
        body.append(&mut self.records);
        let mut bytes = Stamp::of(&body, None).hash.to_le_bytes().to_vec();
        bytes.append(&mut body);
        bytes
    }

    fn place(&mut self, text: &str) -> u32 {
        if let Some(place) = self.places.get(text) {
            return *place;
        }
        let place = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        let name: Arc<str> = Arc::from(text);
        self.names.push(Arc::clone(&name));
        self.places.insert(name, place);
        place
    }
}

/// Writes one record.
pub struct Pen<'a>(&'a mut Press);

impl Pen<'_> {
    /// A plain value.
    pub fn put<T: Serialize + ?Sized>(&mut self, value: &T) {
        let records = std::mem::take(&mut self.0.records);
        self.0.records = postcard::to_extend(value, records).expect("plain data can be packed");
    }

    /// A text that occurs often.
    pub fn name(&mut self, text: &str) {
        let place = self.0.place(text);
        self.put(&place);
    }

    /// A moment.
    pub fn moment(&mut self, at: Wall) {
        self.put(&(
            at.timestamp(),
            at.timestamp_subsec_nanos(),
            at.offset().local_minus_utc(),
        ));
    }

    /// A list; what may be missing is one, too.
    pub fn each<T>(&mut self, list: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.put(&list.len());
        for item in list {
            one(self, item);
        }
    }
}

/// Reads one record.
pub struct Eye<'a> {
    rest: &'a [u8],
    names: &'a [Arc<str>],
}

impl<'a> Eye<'a> {
    /// A plain value.
    pub fn get<T: Deserialize<'a>>(&mut self) -> Option<T> {
        let (value, rest) = postcard::take_from_bytes(self.rest).ok()?;
        self.rest = rest;
        Some(value)
    }

    /// A text that occurs often.
    pub fn name(&mut self) -> Option<&'a Arc<str>> {
        let place: u32 = self.get()?;
        self.names.get(usize::try_from(place).ok()?)
    }

    /// The same as a text of its own.
    pub fn text(&mut self) -> Option<String> {
        self.name().map(|name| String::from(&**name))
    }

    /// A moment.
    pub fn moment(&mut self) -> Option<Wall> {
        let (seconds, nanos, offset) = self.get()?;
        let utc = DateTime::from_timestamp(seconds, nanos)?;
        Some(utc.with_timezone(&FixedOffset::east_opt(offset)?))
    }

    /// A list.
    pub fn each<T>(&mut self, mut one: impl FnMut(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let len: usize = self.get()?;
        // A length that is not true ends with the bytes, before it takes any room.
        let mut list = Vec::with_capacity(len.min(self.rest.len()));
        for _ in 0..len {
            list.push(one(self)?);
        }
        Some(list)
    }

    /// Whether everything was read.
    pub const fn is_done(&self) -> bool {
        self.rest.is_empty()
    }
}

#[cfg(test)]
mod tests;
