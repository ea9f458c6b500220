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
pub use ledger::{Left, Roles, Why};
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

/// What somebody says of a list.
#[derive(Debug, Clone, Copy, Default)]
pub struct Said<'s> {
    /// Its form; without one, name and content tell it.
    pub form: Option<Form>,
    /// The name of the column with the answers.
    pub answer: Option<&'s str>,
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
    /// What the columns of its tables are taken for.
    pub columns: Vec<Roles>,
    /// The lines that name what stands below them, with their words.
    pub headings: Vec<(u32, String)>,
    /// Every other line, with the reason.
    pub left: Vec<Left>,
}

/// Reads a list.
///
/// # Errors
///
/// When it is no text, a table in which no column seems to hold questions, or one without the column of answers that was
/// named.
pub fn read(file: &str, bytes: &[u8], said: Said<'_>) -> Result<Listing, Box<Problem>> {
    let text = text::of(file, bytes)?;
    let answer = said.answer;
    let form = said.form.unwrap_or_else(|| form_of(file, &text));
    let stem = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let mut ledger = Ledger::new(&text);
    let (mut title, mut language) = (String::new(), String::new());
    let drafts = match form {
        Form::Markdown => {
            let page = markdown::read(&text, stem, answer, &mut ledger);
            (title, language) = (one_line(&page.title), page.language);
            page.drafts
        }
        Form::Csv => rows::csv(&text, answer, &mut ledger).ok_or_else(|| no_column(file))?,
        Form::Anki => anki::read(&text, answer, &mut ledger).ok_or_else(|| no_column(file))?,
        Form::Lines => lines::read(&text, &mut ledger),
    };
    if let Some(name) = answer {
        has_column(file, name, ledger.tables())?;
    }
    let mut questions = gather::gather(drafts, &title, &mut ledger);
    end_at_words(&mut questions, &text);
    Ok(Listing {
        file: one_line(file),
        form,
        title,
        language: tag(&language).unwrap_or_else(|| tongue_of(&questions)),
        columns: ledger.tables().to_vec(),
        headings: headings(&text, &questions, &ledger),
        questions,
        left: ledger.left(),
    })
}

/// What a line asks, without the signs and numbers of a list before it: `2. Why nights?`, `• Why?`.
pub fn asked(line: &str) -> &str {
    label::unlabelled(line.trim_start_matches(label::BULLETS)).trim()
}

/// Lets questions end where their last words stand.
fn end_at_words(questions: &mut [Question], text: &str) {
    let lines: Vec<&str> = text.split('\n').collect();
    let is_blank = |line: u32| {
        let at = (line as usize).checked_sub(1);
        at.and_then(|at| lines.get(at))
            .is_none_or(|line| line.trim().is_empty())
    };
    for question in questions {
        while question.last > question.line && is_blank(question.last) {
            question.last -= 1;
        }
    }
}

/// The lines that became something but no part of a question.
fn headings(text: &str, questions: &[Question], ledger: &Ledger) -> Vec<(u32, String)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let mut asked = vec![false; lines.len()];
    for question in questions {
        let from = (question.line as usize).saturating_sub(1);
        let until = (question.last as usize).min(asked.len());
        asked
            .get_mut(from..until)
            .into_iter()
            .flatten()
            .for_each(|line| *line = true);
    }
    let free = ledger.used().filter_map(|number| {
        let at = number as usize - 1;
        let line = lines.get(at).filter(|_| asked.get(at) == Some(&false))?;
        let own = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '#' | '*' | '_'));
        let worded = own.chars().any(char::is_alphanumeric);
        worded.then(|| (number, one_line(own)))
    });
    free.collect()
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

/// Makes sure that a table has a column.
fn has_column(file: &str, name: &str, tables: &[Roles]) -> Result<(), Box<Problem>> {
    let mut names = tables.iter().flatten().map(|(own, _)| own);
    if names.clone().any(|own| sheet::is_same(own, name)) {
        return Ok(());
    }
    let known: Vec<String> = names.by_ref().map(|own| format!("`{own}`")).collect();
    let hint = if known.is_empty() {
        "It has no columns with names, so leave --answer out.".to_owned()
    } else {
        format!("Name one of them with --answer: {}.", known.join(", "))
    };
    let what = format!("It has no column `{}`.", one_line(name));
    Err(Box::new(Problem::in_file(one_line(file), what, hint)))
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
