//! Import: question lists as people keep them, read from Markdown, CSV, Anki's text and plain lines.
//!
//! Reading is pure: bytes in; questions and an account of every other line out. A reader of each form turns the
//! file into drafts (`markdown`, `rows`, `lines`), `gather` cleans and names them, `write` puts them into a pack.
//! A list is a stranger's file: its size is bounded, its text is cleaned, and no rule here can fail on it.

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
mod tongue;
mod tree;
#[cfg(test)]
mod trial;
mod words;
mod write;

use super::packs;
use crate::domain::text::one_line;
use crate::problem::Problem;
pub use gather::Question;
use ledger::Ledger;
pub use ledger::{Left, Why};
pub use write::{add, is_from, pack};

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
    let text = text_of(file, bytes)?;
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

/// What to do with a list in an older encoding.
const ENCODING: &str = "Open it in the program that it is from and save it again: a spreadsheet as `CSV UTF-8`, a text with the encoding UTF-8.";

/// The text of a file with plain line ends. Two-byte text, which spreadsheets save, is read too.
fn text_of(file: &str, bytes: &[u8]) -> Result<String, Box<Problem>> {
    let text = match bytes {
        [0xFF, 0xFE, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => packs::utf8_of(file, bytes)
            .map_err(|mut problem| {
                ENCODING.clone_into(&mut problem.hint);
                problem
            })?
            .to_owned(),
    };
    if is_binary(&text) {
        let what = "This is no text: it is full of control characters.";
        let hint = "Name a list in Markdown, CSV, Anki's text or plain lines.";
        return Err(Box::new(Problem::in_file(one_line(file), what, hint)));
    }
    let text = text
        .trim_start_matches('\u{FEFF}')
        .replace("\r\n", "\n")
        .replace('\r', "\n");
    Ok(plain_blanks(&text))
}

/// The text with plain blanks for those that editors and web pages put in their place, so that `#\u{a0}Q2` is a
/// heading; signs without a width are taken out.
fn plain_blanks(text: &str) -> String {
    let plain = |c: char| match c {
        '\0' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => None,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' => Some(' '),
        c => Some(c),
    };
    text.chars().filter_map(plain).collect()
}

/// Whether a text has so many controls that it was none.
fn is_binary(text: &str) -> bool {
    let start = || text.chars().take(10_000);
    let controls = start()
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    controls * 5 > start().count()
}

fn wide(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> String {
    let units: Vec<u16> = bytes.as_chunks().0.iter().map(|pair| unit(*pair)).collect();
    String::from_utf16_lossy(&units)
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
