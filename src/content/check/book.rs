//! The records that are checked together, each with the place where it was written.

use serde::de::DeserializeOwned;

use crate::content::found::{At, Named, Sink};
use crate::content::packed::shelves;
use crate::content::packs::{Origin, Part, Prepared};
use crate::content::raw::{self, Record};
use crate::content::read::{Broken, Reading, read};
use crate::content::shipped::{self, Stored};

use super::beside::Beside;
use super::out::Out;

/// A record and where it was written.
#[derive(Debug)]
pub struct Placed<R> {
    /// The record.
    pub record: R,
    /// Place of its file in the list of files.
    pub file: usize,
    origin: Origin,
}

impl<R: Record> Placed<R> {
    /// The record at a place in its array (from 0) in a file.
    pub const fn new(record: R, file: usize, at: usize) -> Self {
        Self {
            record,
            file,
            origin: Origin::Record(at),
        }
    }

    /// Shows the record with its path.
    pub fn show<T>(&self, look: impl FnOnce(&R, &At<'_>) -> T) -> T {
        self.origin.with(R::ARRAY, |at| look(&self.record, at))
    }
}

macro_rules! book {
    ({} $($array:ident $type:ident $shelf:ident,)+) => {
        /// All records of the library, or of one pack.
        #[derive(Debug, Default)]
        pub struct Book {
            /// The day that "today" means; empty when nobody says.
            pub date: String,
            /// How many files there are.
            pub files: usize,
            /// What may be named beside the records.
            pub beside: Beside,
            /// What questions of each file were filled from, and the file in which that stands.
            pub defaults: Vec<Option<(usize, raw::Defaults)>>,
            $(pub $shelf: Vec<Placed<raw::$type>>,)+
        }
    };
}
shelves!(book! {});

/// Says one thing for every array of a book.
macro_rules! each_shelf {
    ({ $book:expr, $records:ident, $body:expr } $($array:ident $type:ident $shelf:ident,)+) => {
        $({
            let $records = &$book.$shelf;
            $body
        })+
    };
    ($book:expr, |$records:ident| $body:expr) => {{
        use $crate::content::check::book::each_shelf;
        $crate::content::packed::shelves!(each_shelf! { $book, $records, $body });
    }};
}
pub(super) use each_shelf;

impl Book {
    /// How many records an array has.
    pub fn count_of(&self, array: &str) -> usize {
        macro_rules! count {
            ({} $($kind:ident $type:ident $shelf:ident,)+) => {
                match array {
                    $(stringify!($kind) => self.$shelf.len(),)+
                    _ => 0,
                }
            };
        }
        shelves!(count! {})
    }

    /// A file that has records of an array; the first one where none has.
    pub fn file_of(&self, array: &str) -> usize {
        macro_rules! first {
            ({} $($kind:ident $type:ident $shelf:ident,)+) => {
                match array {
                    $(stringify!($kind) => self.$shelf.first().map(|placed| placed.file),)+
                    _ => None,
                }
            };
        }
        shelves!(first! {}).unwrap_or(0)
    }

    /// The library inside the program.
    pub fn shipped() -> Self {
        let mut book = Self {
            date: shipped::content_date().to_owned(),
            files: shipped::files().len(),
            ..Self::default()
        };
        macro_rules! fill {
            ({} $($array:ident $type:ident $shelf:ident,)+) => {
                $(book.$shelf = stored();)+
            };
        }
        shelves!(fill! {});
        book
    }

    /// A folder that holds the library, read from its files. Records that could not be read have told so.
    pub fn library(files: &[Named<'_>], sink: &mut Sink) -> Self {
        let mut book = Self {
            files: files.len(),
            ..Self::default()
        };
        for (place, (_, text)) in files.iter().enumerate() {
            sink.file = place;
            if let Some(reading) = read(text, sink) {
                book.shelve(reading, place);
            }
        }
        book
    }

    /// Puts the records of a file behind those that are there.
    fn shelve(&mut self, reading: Reading, place: usize) {
        let Reading { file, broken } = reading;
        let inside = file
            .pack
            .as_ref()
            .and_then(|pack| pack.content_date.as_ref());
        if let Some(date) = inside.or(file.content_date.as_ref()) {
            self.date.clone_from(&date.0);
        }
        macro_rules! fill {
            ({} $($array:ident $type:ident $shelf:ident,)+) => {
                $(behind(&mut self.$shelf, file.$array, place, &broken);)+
            };
        }
        shelves!(fill! {});
    }

    /// One pack. What could not be read of a record has told so; the rest of it is looked at.
    pub fn pack(prepared: &Prepared) -> Self {
        let mut book = Self {
            date: shipped::content_date().to_owned(),
            files: prepared.parts.len(),
            ..Self::default()
        };
        for (place, part) in prepared.parts.iter().enumerate() {
            book.part(part, place);
        }
        book
    }

    /// Puts the records of one file of a pack behind those that are there.
    fn part(&mut self, part: &Part, place: usize) {
        macro_rules! fill {
            ({} question $q:ident $qs:ident, $($array:ident $type:ident $shelf:ident,)+) => {
                $(self.$shelf.extend(own(part, &part.file.$array, place));)+
            };
        }
        shelves!(fill! {});
        self.defaults.push(part.defaults.clone());
        let placed = part.read_questions().map(|(record, origin)| Placed {
            record: record.clone(),
            file: place,
            origin,
        });
        self.questions.extend(placed);
    }
}

fn stored<R: Record + DeserializeOwned>() -> Vec<Placed<R>> {
    let stored = shipped::stored::<R>().into_iter();
    stored
        .map(|Stored { record, file, at }| Placed::new(record, file, at))
        .collect()
}

/// Adds the records of a file that could be read.
fn behind<R: Record>(shelf: &mut Vec<Placed<R>>, records: Vec<R>, place: usize, broken: &Broken) {
    let records = records.into_iter().enumerate();
    let whole = records.filter(|(at, _)| !broken.contains_key(&(R::ARRAY, *at)));
    shelf.extend(whole.map(|(at, record)| Placed::new(record, place, at)));
}

fn own<R: Record + Clone>(part: &Part, records: &[R], place: usize) -> Vec<Placed<R>> {
    let records = records.iter().enumerate();
    let read = records.filter(|(at, _)| !part.is_lost(R::ARRAY, *at));
    read.map(|(at, record)| Placed::new(record.clone(), place, at))
        .collect()
}

/// Shows each record of a list to a rule.
pub fn each<R: Record>(
    list: &[Placed<R>],
    out: &mut Out<'_>,
    mut look: impl FnMut(&R, &At<'_>, &mut Out<'_>),
) {
    for placed in list {
        out.enter(&placed.record, placed.file);
        placed.show(|record, at| look(record, at, out));
    }
}
