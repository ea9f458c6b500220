//! Packs in the shape in which they are kept in memory, written down so that the next start need not read TOML again.
//!
//! A pressed pack is only a copy, and it counts for the very texts that it was made of. Where anything about the file
//! is odd, nothing of it is taken and the packs are read anew. Its records stay in the file until they are shown.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::shelve::Shelves;
use super::{Bundle, Head, Pack};
use crate::content::found::rule_named;
use crate::domain::library::{Alike, Card, Pile};
use crate::problem::{Place, Problem, Severity};

/// The shape of what is pressed; it goes up whenever the same pack comes out of the reading in another way.
const SHAPE: u32 = 10;

/// Packs of fewer bytes than this are read about as quickly as they are looked up.
pub const WORTH: u64 = 256 << 10;

/// The pressed packs of a home.
#[derive(Debug, Default)]
pub struct Pressed {
    pile: Option<Arc<dyn Pile>>,
    looks: Option<u64>,
    /// The front and the sheets.
    head: Vec<u8>,
    sheets: Vec<Lot>,
}

/// Where a pack lies.
#[derive(Debug)]
struct Lot {
    digest: u64,
    /// Its sheet, in the head.
    sheet: Range<usize>,
    /// Its records, in the pile.
    records: Range<usize>,
    /// Sum of its records.
    sum: u64,
}

/// Bytes before the head: its sum and its length.
const BEFORE: usize = 12;

/// What stands before the sheets. The records of each pack follow after all sheets.
#[derive(Serialize, Deserialize)]
struct Front {
    shape: u32,
    /// What tells the files of all packs from others without opening them, where these packs are all that they hold.
    looks: Option<u64>,
    /// Digest of each pack, lengths of its sheet and of its records, their sum.
    sheets: Vec<(u64, u32, u32, u64)>,
}

/// One pack.
#[derive(Serialize, Deserialize)]
struct Sheet<'a> {
    /// Its file or folder, and its files.
    #[serde(borrow)]
    name: &'a str,
    #[serde(borrow)]
    files: Vec<&'a str>,
    head: Head,
    warnings: Vec<Warning>,
    cards: Vec<Card>,
    /// Array, id and length of each record. Questions come first, in the order of the cards, and have their
    /// ids from there.
    #[serde(borrow)]
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

/// The same of a part of a pile, of which only a little is held at a time.
fn sum_of(pile: &dyn Pile, part: Range<usize>) -> Option<u64> {
    const STEP: usize = 64 << 10;
    let mut hasher = DefaultHasher::new();
    for at in part.clone().step_by(STEP) {
        hasher.write(&pile.piece(at..part.end.min(at + STEP))?);
    }
    Some(hasher.finish())
}

/// Presses packs, each under its digest. `looks` tells their files from others without opening them; it is said only
/// where these packs are all that their files hold.
///
/// # Panics
///
/// When plain data cannot be packed, which memory that ran out would be the only reason for.
pub fn press(packs: &[(u64, &Bundle<'_>, &Pack)], looks: Option<u64>) -> Vec<u8> {
    let length = |bytes: &[u8]| u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    let (mut sheets, mut records, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for (digest, bundle, pack) in packs {
        let (sheet, of_pack) = (sheet(bundle, pack), pack.shelves.bytes());
        rows.push((*digest, length(&sheet), length(&of_pack), sum(&of_pack)));
        sheets.extend(sheet);
        records.extend_from_slice(&of_pack);
    }
    let front = Front {
        shape: SHAPE,
        looks,
        sheets: rows,
    };
    let mut head = postcard::to_stdvec(&front).expect("plain data can be packed");
    head.append(&mut sheets);
    let mut bytes = sum(&head).to_le_bytes().to_vec();
    bytes.extend(length(&head).to_le_bytes());
    bytes.append(&mut head);
    bytes.append(&mut records);
    bytes
}

fn sheet(bundle: &Bundle<'_>, pack: &Pack) -> Vec<u8> {
    let sheet = Sheet {
        name: bundle.name,
        files: bundle.files.iter().map(|(name, _)| *name).collect(),
        head: pack.head.clone(),
        warnings: pack.warnings.iter().map(Warning::of).collect(),
        cards: pack.cards.clone(),
        rows: pack.shelves.rows(pack.cards.len()),
    };
    postcard::to_stdvec(&sheet).expect("plain data can be packed")
}

impl Pressed {
    /// Opens what [`press`] wrote; empty where it is not whole, or of another shape.
    pub fn open(pile: Arc<dyn Pile>) -> Self {
        Self::whole(pile).unwrap_or_default()
    }

    fn whole(pile: Arc<dyn Pile>) -> Option<Self> {
        let before = pile.piece(0..BEFORE)?;
        let (said, length) = before.split_first_chunk()?;
        let length = u32::from_le_bytes(*length.first_chunk()?);
        let end = BEFORE.checked_add(usize::try_from(length).ok()?)?;
        let head = pile.piece(BEFORE..end)?.into_owned();
        if sum(&head) != u64::from_le_bytes(*said) {
            return None;
        }
        let (front, rest) = postcard::take_from_bytes::<Front>(&head).ok()?;
        let (mut sheet, mut record) = (head.len() - rest.len(), end);
        let mut sheets = Vec::with_capacity(front.sheets.len());
        for (digest, in_head, in_pile, sum) in front.sheets {
            let next = |at: &mut usize, length: u32| {
                let start = *at;
                *at = start.checked_add(usize::try_from(length).ok()?)?;
                Some(start..*at)
            };
            sheets.push(Lot {
                digest,
                sheet: next(&mut sheet, in_head)?,
                records: next(&mut record, in_pile)?,
                sum,
            });
        }
        drop(before);
        (front.shape == SHAPE && record == pile.size()).then_some(Self {
            pile: Some(pile),
            looks: front.looks,
            head,
            sheets,
        })
    }

    /// Whether a pack was made of these texts.
    pub fn has(&self, digest: u64) -> bool {
        self.sheets.iter().any(|lot| lot.digest == digest)
    }

    /// The pack that was made of these texts.
    pub fn pack(&self, digest: u64) -> Option<Pack> {
        let lot = self.sheets.iter().find(|lot| lot.digest == digest)?;
        Some(self.taken(lot)?.1)
    }

    /// What the files hold that look like this from outside, all of it.
    pub fn all(&self, looks: u64) -> Option<Vec<(Bundle<'_>, Pack)>> {
        if self.looks != Some(looks) {
            return None;
        }
        self.sheets.iter().map(|lot| self.taken(lot)).collect()
    }

    fn taken(&self, lot: &Lot) -> Option<(Bundle<'_>, Pack)> {
        let pile = self.pile.as_ref()?;
        if sum_of(&**pile, lot.records.clone())? != lot.sum {
            return None;
        }
        let sheet = self.head.get(lot.sheet.clone())?;
        let mut sheet: Sheet<'_> = postcard::from_bytes(sheet).ok()?;
        let mut alike = Alike::default();
        sheet.cards.iter_mut().for_each(|card| alike.share(card));
        let warnings = sheet.warnings.into_iter().map(Warning::problem);
        let records = (Arc::clone(pile), lot.records.clone());
        let shelves = Shelves::again(records, &sheet.rows, &sheet.cards)?;
        let bundle = Bundle {
            name: sheet.name,
            files: sheet.files.iter().map(|name| (*name, "")).collect(),
        };
        let pack = Pack {
            head: sheet.head,
            warnings: warnings.collect(),
            cards: sheet.cards,
            shelves,
        };
        Some((bundle, pack))
    }

    /// Whether these packs and no others are here, of files that look like this.
    pub fn holds(&self, digests: &[u64], looks: Option<u64>) -> bool {
        let here = self.sheets.iter().map(|lot| &lot.digest);
        self.looks == looks && here.eq(digests)
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
