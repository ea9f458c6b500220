//! A file of the user's that is changed in place: comments, order and whatever else stands there stay as they are.

use toml_edit::{ArrayOfTables, DocumentMut, Item};

use super::place;
use crate::problem::{Problem, Severity};

/// The file, to be changed.
///
/// # Errors
///
/// When it cannot be read as TOML.
pub fn opened(file: &str, text: &str) -> Result<DocumentMut, Box<Problem>> {
    text.parse().map_err(|e: toml_edit::TomlError| {
        let told = place::broken(file, text).into_iter().next();
        let at = e.span().map_or(0, |span| span.start);
        told.map_or_else(
            || {
                problem(
                    file,
                    text,
                    at,
                    "The file cannot be read.",
                    "Mend this line first.",
                )
            },
            Box::new,
        )
    })
}

/// The records of one kind in it, which `text` was read for; an empty list where there are none.
///
/// # Errors
///
/// When something else stands under the name.
pub fn records<'d>(
    file: &str,
    text: &str,
    document: &'d mut DocumentMut,
    kind: &str,
) -> Result<&'d mut ArrayOfTables, Box<Problem>> {
    let records = document
        .entry(kind)
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let at = records.span().map_or(0, |span| span.start);
    records.as_array_of_tables_mut().ok_or_else(|| {
        let what = format!("`{kind}` is not a list of records.");
        let hint = format!("Start each record with a line `[[{kind}]]`.");
        problem(file, text, at, &what, &hint)
    })
}

fn problem(file: &str, text: &str, byte: usize, what: &str, hint: &str) -> Box<Problem> {
    Box::new(place::at_byte(
        file,
        text,
        byte,
        Severity::Error,
        what,
        hint,
    ))
}
