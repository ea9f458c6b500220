//! From files to domain types: each record becomes a value, and everything wrong with it becomes a finding.
//!
//! Lowering never stops: where a field cannot be used, a default stands in and a finding says so. The caller
//! looks at the findings and decides; for the shipped library, which a test has found to be without any, they
//! are not even collected.

use serde::de::DeserializeOwned;

use super::found::{At, Sink};
use super::raw::Record;

mod fields;
mod kinds;
mod mocks;
mod papers;
mod question;
mod scenario;
mod shelves;
mod stage;

pub use fields::{MAX_LIST, word, words};
pub use kinds::{Word, default_competency};
#[cfg(test)]
pub use question::MAX_SECONDS;

/// A record of a file that becomes a record of the library.
pub trait Lower {
    /// What it becomes.
    type Into;

    /// Turns the record into its domain type, telling the sink what is wrong with it.
    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Self::Into;
}

/// Measures the lists that every record has.
pub fn measure<R: Record>(record: &R, at: &At<'_>, sink: &mut Sink) {
    fields::measured(sink, &at.key("tags"), record.tags());
    fields::measured(sink, &at.key("jurisdiction"), record.jurisdiction());
    fields::measured(sink, &at.key("lint_allow"), record.lint_allow());
}

/// Opens a record that was packed after it had been found to be without mistakes.
pub fn open<R: Record + Lower + DeserializeOwned>(bytes: &[u8]) -> Option<R::Into> {
    let record: R = postcard::from_bytes(bytes).ok()?;
    Some(record.lower(&At::top(R::ARRAY), &mut Sink::deaf()))
}
