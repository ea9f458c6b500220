//! The coverage of the library as tables that fit a terminal.

use std::fmt::Write as _;

use super::families::{count, is_at, is_of};
use super::needed;
use super::targets::{FAMILIES, RECORDS, STAGE_SUMS, STAGES};
use crate::content::check::book::Book;
use crate::domain::library::{Kind, StageId};

/// Heads of the columns of kinds, in the order of `Kind::ALL`.
const KINDS: [&str; 17] = [
    "opn", "mot", "log", "str", "beh", "sit", "cul", "kno", "tec", "des", "cas", "rpl", "pre",
    "sen", "neg", "clo", "ina",
];

/// Heads of the columns of stages.
const COLUMNS: [&str; 8] = [
    "screen", "phone", "person", "style", "skills", "panel", "offer", "checks",
];

/// Questions by family and kind, and by kind and stage, then the counts of all other records.
pub fn table(book: &Book) -> String {
    let mut out = String::new();
    families(book, &mut out);
    out.push('\n');
    stages(book, &mut out);
    out.push('\n');
    records(book, &mut out);
    out.push('\n');
    out
}

fn families(book: &Book, out: &mut String) {
    let heads: String = KINDS.map(|head| format!("{head:>4}")).concat();
    say(out, format_args!("{:<19}{heads}{:>5}", "family", "all"));
    for (family, targets) in FAMILIES {
        let kinds = Kind::ALL.iter().zip(targets);
        let cells: String = kinds
            .map(|(kind, target)| {
                let has = count(book, |q| q.kind == kind.id() && is_of(q, family));
                cell(has, needed(target), 4)
            })
            .collect();
        let all = count(book, |q| is_of(q, family));
        say(out, format_args!("{family:<19}{cells}{all:>5}"));
    }
}

fn stages(book: &Book, out: &mut String) {
    let heads: String = COLUMNS.map(|head| format!("{head:>7}")).concat();
    say(out, format_args!("{:<15}{heads}{:>7}", "kind", "all"));
    for (kind, targets) in STAGES {
        let of = |stage: StageId| count(book, |q| q.kind == kind.id() && is_at(q, stage));
        let stages = StageId::ALL.into_iter().zip(targets);
        let cells: String = stages
            .map(|(stage, target)| cell(of(stage), needed(target), 7))
            .collect();
        let all = count(book, |q| q.kind == kind.id());
        say(out, format_args!("{:<15}{cells}{all:>7}", kind.id()));
    }
    let sums = StageId::ALL.into_iter().zip(STAGE_SUMS);
    let sums: String = sums
        .map(|(stage, least)| cell(count(book, |q| is_at(q, stage)), least, 7))
        .collect();
    let all = book.questions.len();
    say(out, format_args!("{:<15}{sums}{all:>7}", "all"));
}

/// The counts of all other records, several in a line.
fn records(book: &Book, out: &mut String) {
    let counts = RECORDS.map(|(array, needs)| {
        let has = book.count_of(array);
        let name = array.replace('_', " ");
        format!("{name} {}", cell(has, needs, 0))
    });
    for line in counts.chunks(6) {
        say(out, format_args!("{}", line.join("  ")));
    }
    say(
        out,
        format_args!("A minus marks a figure that is not reached."),
    );
}

/// A figure, with a minus behind it where more are needed; nothing for none.
fn cell(has: usize, needs: usize, width: usize) -> String {
    let short = if has < needs { "-" } else { "" };
    let text = if has == 0 && short.is_empty() {
        "·".to_owned()
    } else {
        format!("{has}{short}")
    };
    format!("{text:>width$}")
}

fn say(out: &mut String, line: std::fmt::Arguments<'_>) {
    let written = writeln!(out, "{line}");
    debug_assert!(written.is_ok(), "writing to a string");
}
