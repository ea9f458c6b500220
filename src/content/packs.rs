//! Packs: question lists that people write and share, a TOML file or a folder of such files.
//!
//! A pack is data: it is measured before it is read, its texts are cleaned, its ids cannot name paths, and it
//! is taken whole or not at all. What it may leave out is filled in (`fill`), its records get the prefix of
//! the pack (`ids`), and their bodies stay packed in memory until they are shown (`shelve`).

use serde::de::DeserializeOwned;

use super::found::{Named, Sink};
use super::place;
use super::raw::Record;
use crate::domain::library::{Card, Library, Question};
use crate::domain::text::one_line;
use crate::problem::{Place, Problem};

mod bundle;
mod changes;
mod fill;
mod fresh;
mod head;
mod ids;
mod listed;
mod prepare;
pub mod pressed;
mod shelve;

pub use bundle::{Bundle, at, inside};
pub use changes::Changes;
pub use fresh::{EXAMPLE, Fresh};
pub use head::Head;
pub use ids::{hash, long_id, short_id};
pub use listed::Listed;
pub use prepare::{Origin, Part, Prepared, prepare};
use shelve::Shelves;
pub(super) use shelve::{card, has_lent_points, lend_points};

/// Largest file of a pack in bytes; reading TOML takes up to 130 times as much memory.
pub const MAX_BYTES: usize = 1 << 20;

/// Most bytes of all files of a pack that is a folder.
pub const MAX_TOGETHER: usize = 8 << 20;

/// Most questions of one pack.
pub const MAX_QUESTIONS: usize = 5_000;

/// Most records of one pack, questions included.
pub const MAX_RECORDS: usize = 10_000;

/// The id of the user's own bank, which has the shape of a pack.
pub const MINE: &str = "mine";

/// The id of the shipped content.
pub const SHIPPED: &str = "greenroom";

/// A pack that was read.
#[derive(Debug, Clone)]
pub struct Pack {
    /// What it says about itself; from outside its records are `id/record`.
    pub head: Head,
    /// What is worth mending in it.
    pub warnings: Vec<Problem>,
    cards: Vec<Card>,
    shelves: Shelves,
}

impl Pack {
    /// The cards of its questions.
    pub fn cards(&self) -> &[Card] {
        &self.cards
    }

    /// Its questions, opened.
    pub fn questions(&self) -> Vec<Question> {
        self.shelves.questions()
    }

    /// How many records of each array it has, questions first.
    pub fn records(&self) -> Vec<(&'static str, usize)> {
        self.shelves.counts()
    }

    /// A record as it was packed; the id is the one from outside.
    pub(super) fn raw<R: Record + DeserializeOwned>(&self, id: &str) -> Option<R> {
        self.shelves.raw(id)
    }
}

/// The text of a file.
///
/// # Errors
///
/// When it is larger than [`MAX_BYTES`] or not UTF-8; the problem names the line.
pub fn text_of<'b>(file_name: &str, bytes: &'b [u8]) -> Result<&'b str, Box<Problem>> {
    if bytes.len() > MAX_BYTES {
        let what = format!(
            "The file has {} bytes; {MAX_BYTES} (1 MiB) are the limit.",
            bytes.len()
        );
        return Err(in_line(file_name, 1, what, "Split it into several packs."));
    }
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        let what = "The file is in UTF-16.".to_owned();
        return Err(in_line(file_name, 1, what, "Save it as UTF-8."));
    }
    utf8_of(file_name, bytes)
}

/// The text of a file of any size.
///
/// # Errors
///
/// When it is not UTF-8; the problem names the line.
pub(super) fn utf8_of<'b>(file_name: &str, bytes: &'b [u8]) -> Result<&'b str, Box<Problem>> {
    std::str::from_utf8(bytes).map_err(|error| {
        let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let line = before.split(|b| *b == b'\n').count();
        let what = "The file has bytes that are not UTF-8.".to_owned();
        in_line(file_name, line, what, "Save it as UTF-8.")
    })
}

fn in_line(file_name: &str, line: usize, what: String, hint: &str) -> Box<Problem> {
    let mut problem = Problem::in_file(one_line(file_name), what, hint);
    problem.place = Place {
        line: u32::try_from(line).unwrap_or(u32::MAX),
        column: 1,
    };
    Box::new(problem)
}

/// The texts of a pack's files, each as [`text_of`] wants it, and not too much together.
///
/// # Errors
///
/// Everything that is wrong with them.
pub fn measured(files: &[Named<'_>]) -> Result<(), Vec<Problem>> {
    let wrong = files
        .iter()
        .map(|(name, text)| text_of(name, text.as_bytes()));
    let wrong: Vec<Problem> = wrong.filter_map(|text| Some(*text.err()?)).collect();
    let bytes: usize = files.iter().map(|(_, text)| text.len()).sum();
    match files.first() {
        _ if !wrong.is_empty() => Err(wrong),
        Some((name, _)) if bytes > MAX_TOGETHER => {
            let what = format!(
                "The files of this pack have {bytes} bytes together; {MAX_TOGETHER} (8 MiB) are the limit."
            );
            let mut problem =
                Problem::in_file(one_line(name), what, "Split it into several packs.");
            problem.place = Place { line: 1, column: 1 };
            Err(vec![problem])
        }
        _ => Ok(()),
    }
}

/// Reads a pack of one file.
///
/// # Errors
///
/// As [`load_all`].
pub fn load(file_name: &str, text: &str) -> Result<Pack, Vec<Problem>> {
    load_as(None, &[(file_name, text)])
}

/// Reads a pack from its files.
///
/// # Errors
///
/// Everything that is wrong with it, errors and warnings; there is at least one error then.
pub fn load_all(files: &[Named<'_>]) -> Result<Pack, Vec<Problem>> {
    load_as(None, files)
}

/// Reads the user's own bank, `questions/mine.toml`.
///
/// # Errors
///
/// As [`load_all`].
pub fn load_mine(file_name: &str, text: &str) -> Result<Pack, Vec<Problem>> {
    load_as(Some(MINE), &[(file_name, text)])
}

fn load_as(id: Option<&str>, files: &[Named<'_>]) -> Result<Pack, Vec<Problem>> {
    measured(files)?;
    let mut sink = Sink::default();
    let pack = prepare(id, files, &mut sink).map(|prepared| shelve::shelve(prepared, &mut sink));
    let failed = sink.has_errors();
    let problems = place::problems(files, sink.found);
    match pack {
        Some(pack) if !failed => Ok(Pack {
            warnings: problems,
            ..pack
        }),
        _ => Err(problems),
    }
}

/// Adds a pack's cards and records to the library, in the place of an earlier reading of the same pack.
pub fn lay_over(library: &mut Library, pack: &Pack) {
    take_away(library, &pack.head.id);
    library.cards.extend_from_slice(&pack.cards);
    pack.shelves.lay_over(library);
}

/// Adds a pack of which nothing is in the library yet; its cards are handed over.
pub(super) fn add(library: &mut Library, pack: &mut Pack) {
    library.cards.reserve_exact(pack.cards.len());
    library.cards.append(&mut pack.cards);
    pack.shelves.lay_over(library);
}

/// Puts the user's own questions in the place of those that were there.
pub fn lay_bank(library: &mut Library, questions: &[Question]) {
    (library.cards).retain(|card| card.pack.as_deref() != Some(MINE));
    library.questions.remove_all(&format!("{MINE}/"));
    for question in questions {
        library.cards.push(card(question, Some(MINE.into())));
        library
            .questions
            .put(question.id.as_str(), question.clone());
    }
}

/// Takes a pack's cards and records out of the library.
pub fn take_away(library: &mut Library, pack_id: &str) {
    library
        .cards
        .retain(|card| card.pack.as_deref() != Some(pack_id));
    shelve::take_away(library, &format!("{pack_id}/"));
}

#[cfg(test)]
mod tests;
