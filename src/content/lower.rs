//! From files to domain types: each record becomes a value, and everything wrong with it becomes a finding.
//!
//! Lowering never stops: where a field cannot be used, a default stands in and a finding says so. The caller
//! looks at the findings and decides; for the shipped library, which a test has found to be without any, they
//! are not even collected.

use super::found::{At, Sink};

mod fields;
mod kinds;
mod question;
mod shelves;
mod stage;

pub use fields::MAX_TEXT;
pub use kinds::{Word, default_competency};

/// A record of a file that becomes a record of the library.
pub trait Lower {
    /// What it becomes.
    type Into;

    /// Turns the record into its domain type, telling the sink what is wrong with it.
    fn lower(self, at: &At<'_>, sink: &mut Sink) -> Self::Into;
}
