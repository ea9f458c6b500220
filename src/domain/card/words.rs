//! What of a longer text stands on the card: its first sentence, and the words around a figure.

use super::line::{Kept, Line, Part};
use crate::domain::practice::proof::{names_place, sentences};
use crate::domain::text::has_words;

/// Most first sentences, and most figures.
const FIRST: usize = 3;
const FIGURES: usize = 2;

/// Fewest words of a first sentence; most of what is shown of one that goes on and on.
const LEAST: usize = 3;
const MOST: usize = 32;

/// Words before and after a figure.
const BEFORE: usize = 4;
const AFTER: usize = 5;

/// Something that the user wrote to be said: an answer, or a line for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// What it answers, in a word or two; may be empty.
    pub about: String,
    /// All of it.
    pub text: String,
    /// Its figure, as the user wrote it down; where it is empty, figures are looked for in the text.
    pub figure: String,
    /// Where it is kept.
    pub kept: Kept,
}

/// Letters of the first word of an employer's name that stands for it alone.
const TELLING: usize = 5;

/// Whether a text is about another employer than the one of the card: why one wants to go there is said nowhere else.
pub fn names_another<'a>(text: &str, own: &str, mut others: impl Iterator<Item = &'a str>) -> bool {
    let names = |employer: &str| {
        let first = employer.split_whitespace().next().unwrap_or_default();
        let alone = first.chars().count() >= TELLING && has_words(text, first);
        alone || !employer.is_empty() && has_words(text, employer)
    };
    !names(own) && others.any(names)
}

/// The first sentence of each text, each once and one about each matter, as many as one can say in a minute.
pub fn first_sentences(said: &[Said]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for one in said {
        let Some(words) = first_sentence(&one.text) else {
            continue;
        };
        let same =
            |line: &Line| line.words == words || !one.about.is_empty() && line.about == one.about;
        if lines.len() < FIRST && !lines.iter().any(same) {
            lines.push(Line {
                part: Part::First,
                about: one.about.clone(),
                words,
                kept: one.kept.clone(),
            });
        }
    }
    lines
}

fn first_sentence(text: &str) -> Option<String> {
    let first = sentences(text).into_iter().next()?;
    let first = first.trim_matches(['"', '\u{201c}', '\u{201d}', ' ']);
    let words: Vec<&str> = first.split_whitespace().collect();
    if words.len() < LEAST {
        return None;
    }
    let shown = words.iter().take(MOST).copied().collect::<Vec<_>>();
    let more = if words.len() > MOST { " …" } else { "" };
    Some(format!("{}{more}", shown.join(" ")))
}

/// The figures that were written down as such, whole and with what they are of, then the first ones of the texts, each
/// with the words around it.
pub fn figures(said: &[Said]) -> Vec<Line> {
    let line = |one: &Said, about: &str, words: String| Line {
        part: Part::Numbers,
        about: about.to_owned(),
        words,
        kept: one.kept.clone(),
    };
    let (written, told): (Vec<&Said>, Vec<&Said>) = said.iter().partition(|s| !s.figure.is_empty());
    let whole = (written.into_iter()).map(|one| line(one, &one.about, one.figure.clone()));
    let cut = told.into_iter().flat_map(|one| {
        let clauses = sentences(&one.text).into_iter().flat_map(clauses);
        clauses
            .filter_map(around)
            .map(move |words| line(one, "", words))
    });
    let mut lines: Vec<Line> = Vec::new();
    for figure in whole.chain(cut) {
        if lines.len() < FIGURES && !lines.iter().any(|line| line.words == figure.words) {
            lines.push(figure);
        }
    }
    lines
}

/// A sentence parted at its commas, colons and brackets; those inside a figure part nothing.
fn clauses(sentence: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, c) in sentence.char_indices() {
        let end = at + c.len_utf8();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let before = sentence.get(..at).and_then(|s| s.chars().next_back());
        let after = sentence.get(end..).and_then(|s| s.chars().next());
        let inside = digit(before) && digit(after);
        if matches!(c, ',' | ';' | ':' | '(' | ')' | '—' | '"') && !inside {
            out.extend(sentence.get(from..at));
            from = end;
        }
    }
    out.extend(sentence.get(from..));
    out
}

/// The words around the figures of a clause; nothing where it has none that tells anything.
fn around(clause: &str) -> Option<String> {
    let words: Vec<&str> = clause.split_whitespace().collect();
    let first = words.iter().position(|word| is_figure(word))?;
    let last = words.iter().rposition(|word| is_figure(word))?;
    let from = first.saturating_sub(BEFORE);
    let to = (last + 1 + AFTER).min(words.len());
    let shown = words.get(from..to)?.join(" ");
    let shown = shown.trim_end_matches(['.', '!', '?']);
    let start = if from > 0 { "… " } else { "" };
    let end = if to < words.len() { " …" } else { "" };
    Some(format!("{start}{shown}{end}"))
}

/// Whether a word holds a figure. A year, an hour and the name of a ward tell nothing of what was done.
fn is_figure(word: &str) -> bool {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let alone = word
        .trim_matches(|c: char| !c.is_alphanumeric())
        .chars()
        .all(|c| c.is_ascii_digit());
    let hour = word
        .split_once(':')
        .is_some_and(|(_, minutes)| minutes.starts_with(|c: char| c.is_ascii_digit()));
    !(digits.is_empty() || hour || year && alone || names_place(word))
}
