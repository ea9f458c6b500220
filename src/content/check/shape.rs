//! L01 ids, L02 fields that must be there and texts without hidden signs, L33 nothing unfinished.

use std::collections::HashMap;

use serde::Serialize;

use super::book::{Book, Placed, each, each_shelf};
use super::out::{Out, Scope};
use super::walk;
use crate::content::found::At;
use crate::content::lower::{Lower, measure};
use crate::content::raw::Record;
use crate::domain::id::{MAX_ID, is_kebab};
use crate::domain::text::clean;

mod complete;
mod mocks;
mod needs;
mod papers;

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    each_shelf!(book, |records| lower(records, out));
    complete::check(book, out);
    mocks::check(book, out);
    papers::check(book, out);
    each_shelf!(book, |records| each(records, out, hidden));
    if out.scope == Scope::Shipped {
        let mut seen = HashMap::new();
        each_shelf!(book, |records| ids(records, &mut seen, out));
        each_shelf!(book, |records| each(records, out, ready));
    }
}

/// What lowering finds: words of closed lists, texts that are missing, times that cannot be.
fn lower<R: Record + Lower + Clone>(records: &[Placed<R>], out: &mut Out<'_>) {
    each(records, out, |record, at, out| {
        measure(record, at, out.sink());
        record.clone().lower(at, out.sink());
    });
}

/// Links name a record by its id alone, so no two records share one, whatever they are.
fn ids<R: Record>(
    records: &[Placed<R>],
    seen: &mut HashMap<String, &'static str>,
    out: &mut Out<'_>,
) {
    each(records, out, |record, at, out| {
        let id = record.id();
        if !is_kebab(id) {
            let hint = format!("Use at most {MAX_ID} lower-case letters, digits and hyphens.");
            out.error(
                "L01",
                &at.key("id"),
                format_args!("The id {id:?} is not a plain name."),
                hint,
            );
        }
        if let Some(other) = seen.insert(id.to_owned(), R::ARRAY) {
            let what = if other == R::ARRAY {
                format!("The id `{id}` is used twice.")
            } else {
                format!("The id `{id}` is that of a record `{other}`, too.")
            };
            let hint = "Give one of the two another id.";
            out.error("L01", &at.key("id"), what, hint);
        }
    });
}

fn ready<R: Record>(record: &R, at: &At<'_>, out: &mut Out<'_>) {
    if record.status() != "ready" {
        let hint = "Read it twice, then write `status = \"ready\"`.";
        out.error("L33", &at.key("status"), "The record is a draft.", hint);
    }
}

/// Texts that are not what they seem: spaces at the ends, signs that hide, letters built of two signs.
fn hidden<R: Serialize>(record: &R, at: &At<'_>, out: &mut Out<'_>) {
    walk::prose(record, at, &mut |at, text| {
        let is_body = || matches!(at.to_string().as_str(), "body" | "setup" | "notes");
        if text.trim() != text && !is_body() {
            out.error(
                "L02",
                at,
                format_args!("`{at}` starts or ends with a space."),
                "Take the space out.",
            );
        }
        if clean(text) != text || (text.contains('\n') && !is_body()) {
            let what = format_args!("`{at}` has control or direction-changing characters.");
            out.error("L02", at, what, "Write it on one line without them.");
        }
        if text.chars().any(|c| ('\u{300}'..='\u{36F}').contains(&c)) {
            let what = format_args!("`{at}` has a letter that is built of two signs.");
            out.error(
                "L02",
                at,
                what,
                "Save the file in the composed form of Unicode (NFC).",
            );
        }
    });
}
