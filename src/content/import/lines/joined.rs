//! Lines as they were meant: broken ones put together, several questions in one parted.

use super::ends;
use crate::content::import::asking::{Asks, asks, ends_asking};
use crate::content::import::count;
use crate::content::import::furniture;
use crate::content::import::label::{BULLETS, unlabelled};

/// A line shorter than this was not broken for width, in characters.
const BROKEN: usize = 55;

/// The same where the next line is the end of its question.
const HALF: usize = 30;

/// A line, or several that were broken for width only.
pub struct Joined {
    /// Its first and its last line.
    pub first: u32,
    pub last: u32,
    /// Its words.
    pub text: String,
    /// Whether an empty line stands before it.
    pub parted: bool,
    /// How far it is set in, in columns.
    pub indent: usize,
    /// Whether the sign of an item stands in front of it.
    pub bulleted: bool,
    /// The sign of an item in front of it.
    pub sign: Option<char>,
    /// Whether it begins with an arrow, as answers do.
    pub pointed: bool,
}

impl Joined {
    /// The line without the signs of an item.
    pub fn bare(&self) -> &str {
        let text = self.text.strip_prefix("o\t").unwrap_or(&self.text);
        let text = if self.pointed {
            text.trim_start_matches(['=', '-', '>', '→', '⇒', '➜'])
        } else {
            text
        };
        text.trim_start_matches(BULLETS)
    }

    /// The line without its label, too.
    pub fn own(&self) -> &str {
        unlabelled(self.bare()).trim()
    }
}

/// The lines of a text with words in them, those that were broken for width put together and those with several
/// numbered questions parted.
pub fn joined(text: &str) -> Vec<Joined> {
    let mut out: Vec<Joined> = Vec::new();
    let small = is_small(text);
    let mut blank = true;
    let mut count = None;
    for (whole, number) in text.lines().zip(1..) {
        let line = whole.trim();
        if line.is_empty() {
            blank = true;
            continue;
        }
        let goes_on = |before: &&mut Joined| {
            !blank && ends_question(before, line) && !line.starts_with(BULLETS)
                || !blank
                    && !small
                    && before.text.chars().count() >= BROKEN
                    && !ends(&before.text)
                    && line.starts_with(char::is_lowercase)
        };
        match out.last_mut().filter(goes_on) {
            Some(before) => {
                before.text.push(' ');
                before.text.push_str(line);
                before.last = number;
            }
            None => {
                for part in count::parts(line, &mut count) {
                    out.push(Joined {
                        first: number,
                        last: number,
                        text: part.to_owned(),
                        parted: blank,
                        indent: indent(whole),
                        bulleted: part.starts_with(BULLETS) || part.starts_with("o\t"),
                        sign: part.chars().next().filter(|c| BULLETS.contains(c)),
                        pointed: furniture::is_pointed(part),
                    });
                    blank = false;
                }
            }
        }
        // A line of signs parts what stands around it, as an empty one does.
        blank = is_rule(line);
    }
    out
}

/// Whether a line ends the question that a counted line begins: it goes on in small letters, and asks only with its
/// mark.
fn ends_question(before: &Joined, line: &str) -> bool {
    let own = unlabelled(&before.text);
    count::number(&before.text).is_some()
        && before.text.chars().count() >= HALF
        && before
            .text
            .chars()
            .last()
            .is_some_and(char::is_alphanumeric)
        && asks(own) == Asks::Stem
        && line.starts_with(char::is_lowercase)
        && count::number(line).is_none()
        && ends_asking(line)
        && asks(line.trim_end_matches(['?', ' '])) == Asks::No
}

/// Whether a line is nothing but signs, three at least.
fn is_rule(line: &str) -> bool {
    line.chars().count() >= 3 && !line.chars().any(char::is_alphanumeric)
}

/// Whether a text is written in small letters, so that one at the start of a line does not mean that it goes on.
fn is_small(text: &str) -> bool {
    let first = |line: &str| line.chars().find(|c| c.is_alphabetic());
    let cased = |c: &char| c.is_lowercase() || c.is_uppercase();
    let firsts: Vec<char> = text.lines().filter_map(first).filter(cased).collect();
    let small = firsts.iter().filter(|c| c.is_lowercase()).count();
    small * 10 > firsts.len() * 6
}

/// Columns that a line is set in by; a tab is worth four.
fn indent(line: &str) -> usize {
    let blanks = line.chars().take_while(|c| c.is_whitespace());
    blanks.map(|c| if c == '\t' { 4 } else { 1 }).sum()
}
