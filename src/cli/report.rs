//! Problems as people, editors and programs want to read them.

use serde::Serialize;

use super::args::Format;
use super::words::{count, wrapped};
use super::world::World;
use crate::content::place::LEAD;
use crate::problem::{Place, Problem, Severity};
use crate::store::layout;

/// Prints all problems, and on standard error how many there are.
pub fn print(problems: &[Problem], format: Format, world: &mut World<'_, '_>) {
    match format {
        Format::Human => problems.iter().for_each(|p| world.out.line(human(p))),
        Format::Short => problems.iter().for_each(|p| world.out.line(short(p))),
        Format::Json => world.print_json(&Told::of(problems)),
    }
    let errors = of(problems, Severity::Error);
    let warnings = of(problems, Severity::Warning);
    if !problems.is_empty() {
        let (errors, warnings) = (count(errors, "error"), count(warnings, "warning"));
        world.err.line(format_args!("{errors}, {warnings}."));
    }
}

/// How many are that bad.
pub fn of(problems: &[Problem], severity: Severity) -> usize {
    problems.iter().filter(|p| p.severity == severity).count()
}

const fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// `file:line:column`. A whole file is told by its first line, where editors then jump to.
fn place(problem: &Problem) -> String {
    let Place { line, column } = problem.place;
    match (line, column) {
        (0, _) if layout::is_toml(&problem.file) => format!("{}:1", problem.file),
        (0, _) => problem.file.clone(),
        (line, 0) => format!("{}:{line}", problem.file),
        (line, column) => format!("{}:{line}:{column}", problem.file),
    }
}

fn short(problem: &Problem) -> String {
    let (place, word) = (place(problem), word(problem.severity));
    let line = format!("{place}: {word}: {} {}", problem.what, problem.hint);
    line.trim_end().to_owned()
}

/// The place, the line with a mark under the mistake, what is wrong, what to do; then a blank line.
fn human(problem: &Problem) -> String {
    let mut head = format!("{}: {}", word(problem.severity), place(problem));
    let about = [problem.record.as_deref(), problem.rule];
    for fact in about.into_iter().flatten() {
        head = format!("{head}, {fact}");
    }
    let words = format!("{} {}", problem.what, problem.hint);
    format!("{head}\n{}{}\n", quote(problem), wrapped(&words, 2))
}

/// The line as it stands in the file, and a mark under the place.
fn quote(problem: &Problem) -> String {
    if problem.line_text.trim().is_empty() {
        return String::new();
    }
    let number = problem.place.line.to_string();
    let margin = " ".repeat(number.len());
    let line = problem.line_text.trim_end();
    let mark = match mark(problem) {
        Some(cells) => format!("  {margin} | {}^\n", " ".repeat(cells)),
        None => String::new(),
    };
    format!("  {number} | {line}\n{mark}")
}

/// Cells before the mark; `None` when it would lie outside of the line.
fn mark(problem: &Problem) -> Option<usize> {
    let before = (problem.place.column as usize).checked_sub(1)?;
    // A long line is quoted from a little before the place, after one sign for what is left out.
    let cut = problem.line_text.starts_with('…') && before > LEAD;
    let before = if cut { LEAD + 1 } else { before };
    let text: String = problem.line_text.chars().take(before).collect();
    let known = text.chars().count() == before;
    known.then(|| textwrap::core::display_width(&text))
}

/// Everything for programs; fields are only ever added.
#[derive(Serialize)]
struct Told<'a> {
    format: u8,
    errors: usize,
    warnings: usize,
    problems: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    severity: &'static str,
    file: &'a str,
    line: u32,
    column: u32,
    line_text: &'a str,
    record: Option<&'a str>,
    rule: Option<&'static str>,
    what: &'a str,
    hint: &'a str,
}

impl<'a> Told<'a> {
    fn of(problems: &'a [Problem]) -> Self {
        let row = |p: &'a Problem| Row {
            severity: word(p.severity),
            file: &p.file,
            line: p.place.line,
            column: p.place.column,
            line_text: &p.line_text,
            record: p.record.as_deref(),
            rule: p.rule,
            what: &p.what,
            hint: &p.hint,
        };
        Self {
            format: 1,
            errors: of(problems, Severity::Error),
            warnings: of(problems, Severity::Warning),
            problems: problems.iter().map(row).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(line_text: &str, column: u32) -> Problem {
        Problem {
            place: Place { line: 12, column },
            line_text: line_text.to_owned(),
            record: Some("q-why".to_owned()),
            rule: Some("L01"),
            ..Problem::in_file(
                "packs/a.toml",
                "There is no field `txt`.",
                "Did you mean `text`?",
            )
        }
    }

    #[test]
    fn people_see_the_line_with_a_mark_and_what_to_do() {
        assert_eq!(
            human(&problem("txt = \"Why?\"", 1)),
            "error: packs/a.toml:12:1, q-why, L01\n\
             \x20 12 | txt = \"Why?\"\n\
             \x20    | ^\n\
             \x20 There is no field `txt`. Did you mean `text`?\n"
        );
    }

    #[test]
    fn the_mark_stands_under_the_place_behind_wide_characters_and_cuts() {
        let under = |line: &str, column| mark(&problem(line, column));
        assert_eq!(under("漢字 = 1", 4), Some(5));
        let cut = format!("…{}here", "a".repeat(LEAD));
        assert_eq!(under(&cut, 500), Some(LEAD + 1));
        assert_eq!(under("short", 40), None);
    }

    #[test]
    fn editors_get_one_line_with_a_place_even_for_a_whole_file() {
        let line = short(&problem("x", 3));
        assert!(
            line.starts_with("packs/a.toml:12:3: error: There is no"),
            "{line}"
        );
        let whole = Problem::in_file("packs/a.toml", "It is empty.", "");
        assert_eq!(short(&whole), "packs/a.toml:1: error: It is empty.");
    }
}
