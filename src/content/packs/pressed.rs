//! Packs in the shape in which they are kept in memory, written down so that the next start need not read TOML again.
//!
//! A pressed pack is only a copy, and it counts for the very texts that it was made of. Where anything about the file
//! is odd, nothing of it is taken and the packs are read anew.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::shelve::Shelves;
use super::{Bundle, Head, Pack};
use crate::content::found::rule_named;
use crate::domain::library::Card;
use crate::problem::{Place, Problem, Severity};

/// The shape of what is pressed; it goes up whenever the same pack comes out of the reading in another way.
const SHAPE: u32 = 2;

/// Packs of fewer bytes than this are read about as quickly as they are looked up.
pub const WORTH: usize = 256 << 10;

/// The pressed packs of a home.
#[derive(Debug, Default)]
pub struct Pressed<'a> {
    sheets: Vec<(u64, &'a [u8])>,
}

/// What stands before the sheets.
#[derive(Serialize, Deserialize)]
struct Front {
    shape: u32,
    /// Digest of each pack and the length of its sheet.
    sheets: Vec<(u64, u32)>,
}

/// One pack.
#[derive(Serialize, Deserialize)]
struct Sheet<'a> {
    head: Head,
    warnings: Vec<Warning>,
    cards: Vec<Card>,
    bytes: &'a [u8],
    /// Array, id and length of each record in `bytes`. Questions come first, in the order of the cards, and have their
    /// ids from there.
    rows: Vec<(u8, &'a str, u32)>,
}

/// A problem that does not keep a pack from being used.
#[derive(Serialize, Deserialize)]
struct Warning {
    file: String,
    line: u32,
    column: u32,
    line_text: String,
    record: Option<String>,
    rule: Option<String>,
    what: String,
    hint: String,
}

/// Tells the texts of a pack from all others.
pub fn digest(bundle: &Bundle<'_>) -> u64 {
    let mut hasher = DefaultHasher::new();
    bundle.name.hash(&mut hasher);
    for (name, text) in &bundle.files {
        name.hash(&mut hasher);
        text.hash(&mut hasher);
    }
    hasher.finish()
}

fn sum(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// Presses packs, each under its digest.
///
/// # Panics
///
/// When plain data cannot be packed, which memory that ran out would be the only reason for.
pub fn press(packs: &[(u64, &Pack)]) -> Vec<u8> {
    let sheets: Vec<Vec<u8>> = packs.iter().map(|(_, pack)| sheet(pack)).collect();
    let lengths = packs.iter().zip(&sheets);
    let front = Front {
        shape: SHAPE,
        sheets: lengths
            .map(|((digest, _), sheet)| (*digest, u32::try_from(sheet.len()).unwrap_or(u32::MAX)))
            .collect(),
    };
    let mut body = postcard::to_stdvec(&front).expect("plain data can be packed");
    body.extend(sheets.into_iter().flatten());
    let mut bytes = sum(&body).to_le_bytes().to_vec();
    bytes.append(&mut body);
    bytes
}

fn sheet(pack: &Pack) -> Vec<u8> {
    let sheet = Sheet {
        head: pack.head.clone(),
        warnings: pack.warnings.iter().map(Warning::of).collect(),
        cards: pack.cards.clone(),
        bytes: pack.shelves.bytes(),
        rows: pack.shelves.rows(pack.cards.len()),
    };
    postcard::to_stdvec(&sheet).expect("plain data can be packed")
}

impl<'a> Pressed<'a> {
    /// Opens what [`press`] wrote; empty where it is not whole, or of another shape.
    pub fn open(bytes: &'a [u8]) -> Self {
        Self::whole(bytes).unwrap_or_default()
    }

    fn whole(bytes: &'a [u8]) -> Option<Self> {
        let (said, body) = bytes.split_first_chunk()?;
        if sum(body) != u64::from_le_bytes(*said) {
            return None;
        }
        let (front, mut rest) = postcard::take_from_bytes::<Front>(body).ok()?;
        if front.shape != SHAPE {
            return None;
        }
        let mut sheets = Vec::with_capacity(front.sheets.len());
        for (digest, len) in front.sheets {
            let (sheet, others) = rest.split_at_checked(usize::try_from(len).ok()?)?;
            sheets.push((digest, sheet));
            rest = others;
        }
        Some(Self { sheets })
    }

    /// Whether a pack was made of these texts.
    pub fn has(&self, digest: u64) -> bool {
        self.sheets.iter().any(|(known, _)| *known == digest)
    }

    /// The pack that was made of these texts.
    pub fn pack(&self, digest: u64) -> Option<Pack> {
        let mut found = self.sheets.iter().filter(|(known, _)| *known == digest);
        let sheet: Sheet<'_> = postcard::from_bytes(found.next()?.1).ok()?;
        let warnings = sheet.warnings.into_iter().map(Warning::problem);
        let shelves = Shelves::again(Arc::from(sheet.bytes), &sheet.rows, &sheet.cards)?;
        Some(Pack {
            head: sheet.head,
            warnings: warnings.collect(),
            cards: sheet.cards,
            shelves,
        })
    }

    /// Whether these packs and no others are here.
    pub fn holds(&self, digests: &[u64]) -> bool {
        let here = self.sheets.iter().map(|(digest, _)| digest);
        here.eq(digests)
    }
}

impl Warning {
    fn of(problem: &Problem) -> Self {
        Self {
            file: problem.file.clone(),
            line: problem.place.line,
            column: problem.place.column,
            line_text: problem.line_text.clone(),
            record: problem.record.clone(),
            rule: problem.rule.map(str::to_owned),
            what: problem.what.clone(),
            hint: problem.hint.clone(),
        }
    }

    fn problem(self) -> Problem {
        Problem {
            severity: Severity::Warning,
            file: self.file,
            place: Place {
                line: self.line,
                column: self.column,
            },
            line_text: self.line_text,
            record: self.record,
            rule: self.rule.as_deref().and_then(rule_named),
            what: self.what,
            hint: self.hint,
        }
    }
}

#[cfg(test)]
mod tests;
