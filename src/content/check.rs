//! The linter: what the records must keep to, as `greenroom check` and as a test.
//!
//! Shipped content keeps every rule. Packs keep those on shape, references and law; the rules on prose are
//! advice for them, and those on coverage do not apply. Each file holds a group of rules; a rule looks at one
//! record or at the whole `Book` and tells an `Out` what it found and what to write instead.

use std::cmp::Reverse;

use super::found::{Finding, Named, Sink, Spot};
use super::layers;
use super::packs::{self, Bundle};
use super::place;
use super::read::read;
use super::shipped;
use crate::domain::order::InOrder;
use crate::domain::text::one_line;
use crate::problem::{Problem, Severity};

mod alike;
mod asking;
mod beside;
mod blueprints;
mod book;
pub(super) mod closed;
mod coverage;
mod dates;
mod exemplars;
mod items;
mod law;
mod letters;
mod limits;
mod lists;
mod numbers;
mod out;
mod points;
mod prose;
mod reading;
mod refs;
mod rubric;
mod scenarios;
mod shape;
mod shelves;
mod tokens;
mod voices;
mod walk;

pub use beside::Beside;
use book::Book;
use out::{Out, Scope};

/// Findings in one file after which nobody reads on.
const ENOUGH: usize = 1_000;

/// Checks the library inside the program. The texts of its files are not there, so findings name file, record
/// and field; checking the folder that it was packed from gives the lines.
pub fn shipped() -> Vec<Problem> {
    let mut sink = Sink::default();
    run(&Book::shipped(), &mut Out::new(Scope::Shipped, &mut sink));
    let files: Vec<String> = shipped::files()
        .iter()
        .map(|name| format!("assets/library/{name}"))
        .collect();
    place::by_field(&files, sink.found)
}

/// What the library inside the program covers, as tables.
pub fn coverage() -> String {
    coverage::table(&Book::shipped())
}

/// What a pack covers, as tables; `None` where it is not the library itself.
pub fn coverage_of(bundle: &Bundle<'_>) -> Option<String> {
    let library = bundle.files.len() > 1 && is_library(&bundle.files);
    library.then(|| coverage::table(&Book::library(&bundle.files, &mut Sink::deaf())))
}

/// Checks a folder that holds the library itself, as it would be packed into the program.
fn library(files: &[Named<'_>]) -> Vec<Problem> {
    let mut sink = Sink::default();
    let book = Book::library(files, &mut sink);
    run(&book, &mut Out::new(Scope::Shipped, &mut sink));
    place::problems(files, sink.found)
}

/// Whether one of the files of a folder says that they are the library itself.
fn is_library(files: &[Named<'_>]) -> bool {
    files.iter().any(|(_, text)| {
        let file = read(text, &mut Sink::deaf()).map(|reading| reading.file);
        let pack = file.and_then(|file| file.pack);
        pack.is_some_and(|pack| pack.id == packs::SHIPPED)
    })
}

/// Checks a pack of one file, and everything that loading it would tell.
pub fn pack(file_name: &str, text: &str) -> Vec<Problem> {
    checked(None, &[(file_name, text)], Beside::default())
}

/// Checks a pack, and everything that loading it would tell; the library itself where it is that.
pub fn bundle(bundle: &Bundle<'_>) -> Vec<Problem> {
    if bundle.files.len() > 1 && is_library(&bundle.files) {
        return library(&bundle.files);
    }
    checked(None, &bundle.files, Beside::default())
}

/// Checks the user's own bank, which may name what packs hold beside it.
pub fn mine(file_name: &str, text: &str, beside: Beside) -> Vec<Problem> {
    checked(Some(packs::MINE), &[(file_name, text)], beside)
}

/// Checks the files of a home: packs, the own bank, the overlay, and what they do to each other.
pub fn home(
    packs: &[Bundle<'_>],
    own: Option<Named<'_>>,
    overlay: Option<Named<'_>>,
) -> Vec<Problem> {
    let mut problems: Vec<Problem> = packs
        .iter()
        .flat_map(|pack| checked(None, &pack.files, Beside::default()))
        .collect();
    // What reading a file tells, checking it has told.
    let read = layers::read(packs, own);
    let mut stacked = Vec::new();
    let layers = layers::stack(read, overlay, &mut stacked);
    let checked = own.map(|(name, text)| mine(name, text, Beside::of(&layers.library)));
    problems.extend(checked.into_iter().flatten());
    problems.append(&mut stacked);
    problems
}

fn checked(own: Option<&str>, files: &[Named<'_>], beside: Beside) -> Vec<Problem> {
    if let Err(problems) = packs::measured(files) {
        return problems;
    }
    let mut sink = Sink::default();
    if let Some(prepared) = packs::prepare(own, files, &mut sink) {
        let scope = Scope::Pack {
            english: prepared.head.english,
            private: own.is_some() || prepared.head.license.eq_ignore_ascii_case("private"),
        };
        let mut book = Book::pack(&prepared);
        book.beside = beside;
        run(&book, &mut Out::new(scope, &mut sink));
        let torn = |finding: &Finding| match (&finding.spot, prepared.parts.get(finding.file)) {
            (Spot::Path(path), Some(part)) => part.is_torn(path),
            _ => false,
        };
        sink.found.retain(|finding| !torn(finding));
    }
    let more = cut(&mut sink);
    let mut problems = place::problems(files, sink.found);
    let name = files.first().map(|(name, _)| one_line(name));
    problems.extend(more.map(|more| Problem {
        severity: Severity::Warning,
        ..Problem::in_file(
            name.unwrap_or_default(),
            format!("There are {more} more findings."),
            "Mend these first.",
        )
    }));
    problems
}

/// Keeps as many findings as anybody reads, errors first; gives how many were left out.
fn cut(sink: &mut Sink) -> Option<usize> {
    let more = sink
        .found
        .len()
        .checked_sub(ENOUGH)
        .filter(|more| *more > 0)?;
    sink.found.order_by_key(|finding| Reverse(finding.severity));
    sink.found.truncate(ENOUGH);
    Some(more)
}

/// Runs every rule that applies.
fn run(book: &Book, out: &mut Out<'_>) {
    rules(book, out);
    if out.scope == Scope::Shipped {
        coverage::check(book, out);
    }
}

/// Runs every rule on what is there.
fn rules(book: &Book, out: &mut Out<'_>) {
    shape::check(book, out);
    refs::check(book, out);
    limits::check(book, out);
    points::check(book, out);
    law::check(book, out);
    rubric::check(book, out);
    voices::check(book, out);
    shelves::check(book, out);
    blueprints::check(book, out);
    scenarios::check(book, out);
    items::check(book, out);
    letters::check(book, out);
    exemplars::check(book, out);
    numbers::check(book, out);
    alike::check(book, out);
    if out.scope.is_english() {
        asking::check(book, out);
        reading::check(book, out);
        prose::check(book, out);
    }
}

#[cfg(test)]
mod tests;
