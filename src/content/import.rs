//! Import: question lists as people keep them, read from Markdown, CSV, Anki's text and plain lines.
//!
//! Reading is pure: bytes in; questions and an account of every other line out. A reader of each form turns the
//! file into drafts (`markdown`, `rows`, `lines`), `gather` cleans and names them, `write` puts them into a pack.
//! A list is a stranger's file: its size is bounded, its text is cleaned, and no rule here can fail on it.

mod again;
mod anki;
mod asking;
mod count;
mod draft;
mod furniture;
mod gather;
mod html;
mod label;
mod ledger;
mod lines;
mod markdown;
pub mod own;
mod rows;
mod sheet;
mod sums;
pub mod text;
mod tongue;
mod tree;
#[cfg(test)]
mod trial;
mod words;
mod write;

use crate::domain::text::one_line;
use crate::problem::Problem;
pub use again::{Change, How, update};
pub use gather::Question;
use ledger::Ledger;
pub use ledger::{Left, Why};
pub use sums::Part;
pub use write::{is_from, pack};

/// Largest list in bytes.
pub const MAX_BYTES: u64 = 2 << 20;

/// The form of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Markdown, also with MDX or HTML in it.
    Markdown,
    /// Rows of cells, parted by commas, semicolons, tabs or bars.
    Csv,
    /// Notes that Anki exported as text.
    Anki,
    /// A question a line.
    Lines,
}

/// What was found in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// The file, as it may be shown.
    pub file: String,
    /// How it was read.
    pub form: Form,
    /// Its title; may be empty.
    pub title: String,
    /// Its language, as a tag.
    pub language: String,
    /// Its questions, in order.
    pub questions: Vec<Question>,
    /// Every other line, with the reason.
    pub left: Vec<Left>,
}

/// Reads a list; without a form, name and content tell it.
///
/// # Errors
///
/// When it is no text, or a table in which no column seems to hold questions.
pub fn read(file: &str, bytes: &[u8], form: Option<Form>) -> Result<Listing, Box<Problem>> {
    let text = text::of(file, bytes)?;
    let form = form.unwrap_or_else(|| form_of(file, &text));
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let mut ledger = Ledger::new(&text);
    let (mut title, mut language) = (String::new(), String::new());
    let drafts = match form {
        Form::Markdown => {
            let page = markdown::read(&text, stem, &mut ledger);
            (title, language) = (one_line(&page.title), page.language);
            page.drafts
        }
        Form::Csv => rows::csv(&text, &mut ledger).ok_or_else(|| no_column(file))?,
        Form::Anki => anki::read(&text, &mut ledger).ok_or_else(|| no_column(file))?,
        Form::Lines => lines::read(&text, &mut ledger),
    };
    let questions = gather::gather(drafts, &title, &mut ledger);
    Ok(Listing {
        file: one_line(file),
        form,
        title,
        language: tag(&language).unwrap_or_else(|| tongue_of(&questions)),
        questions,
        left: ledger.left(),
    })
}

/// A language tag that a file may name: letters, digits and hyphens.
fn tag(language: &str) -> Option<String> {
    let plain = language
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-');
    (plain && (2..=12).contains(&language.len())).then(|| language.to_owned())
}

fn tongue_of(questions: &[Question]) -> String {
    let all: Vec<&str> = questions
        .iter()
        .take(200)
        .map(|q| q.text.as_str())
        .collect();
    tongue::of(&all.join(" ")).to_owned()
}

/// The form of a file, by its name and what stands in it.
fn form_of(file: &str, text: &str) -> Form {
    let end = file
        .rsplit('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    if anki::is_anki(text) {
        return Form::Anki;
    }
    match end.as_str() {
        "md" | "markdown" | "mdx" | "mdown" | "mkd" | "htm" | "html" => Form::Markdown,
        "csv" | "tsv" | "tab" => Form::Csv,
        _ if rows::is_tabbed(text) => Form::Anki,
        _ if rows::is_headed(text) => Form::Csv,
        _ if rows::is_carded(text) => Form::Anki,
        _ if has_markup(text, end == "txt") => Form::Markdown,
        _ => Form::Lines,
    }
}

/// Whether a text without a telling name is Markdown: headings, fences, tables, folds, bold lines or links. In plain
/// lines `# …` is a remark or a topic just as well.
fn has_markup(text: &str, plain: bool) -> bool {
    let marked = |line: &str| {
        let line = line.trim_start();
        let heading = line.trim_start_matches('#');
        heading.len() + usize::from(plain) < line.len() && heading.starts_with(' ')
            || line.starts_with("```")
            || line.starts_with("|--")
            || line.starts_with("| --")
            || line.starts_with("<details")
            || line.strip_prefix("**").is_some_and(is_bold)
            || line.contains("](")
    };
    text.lines().any(marked)
}

/// Whether what follows two asterisks is bold: they close again behind a word. In plain lines they are a remark, too.
fn is_bold(rest: &str) -> bool {
    let closed = rest.split_once("**").map(|(inner, _)| inner);
    closed.is_some_and(|inner| !inner.is_empty() && inner.trim() == inner)
}

fn no_column(file: &str) -> Box<Problem> {
    Box::new(Problem::in_file(
        one_line(file),
        "No column of it seems to hold questions.",
        "Name the column `question` in the first line, or read the file another way with --as md or --as lines.",
    ))
}

#[cfg(test)]
mod tests;
