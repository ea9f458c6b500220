//! What the readers of tables and cards find, for their tests.

use super::draft::Draft;
use super::ledger::{Ledger, Why};

/// What a reader finds: text, notes, tags and line of each, and the reasons for what was left out.
pub type Found = (Vec<(String, String, Vec<String>, u32)>, Vec<Why>);

/// A reader of tables or cards.
pub type Reader = fn(&str, Option<&str>, &mut Ledger) -> Option<Vec<Draft>>;

/// Reads a text.
pub fn found(read: Reader, text: &str) -> Found {
    let mut ledger = Ledger::new(text);
    let drafts = read(text, None, &mut ledger).unwrap_or_default();
    let drafts = drafts
        .into_iter()
        .map(|d| (d.text, d.notes, d.tags, d.line));
    let why = ledger.left().into_iter().map(|left| left.why);
    (drafts.collect(), why.collect())
}

/// A question as it was found.
pub fn one(
    text: &str,
    notes: &str,
    tags: &[&str],
    line: u32,
) -> (String, String, Vec<String>, u32) {
    let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
    (text.to_owned(), notes.to_owned(), tags, line)
}
