//! What keeps a text from being TOML, told to the person who wrote it by hand.
//!
//! The reader of TOML tells where it stumbled, which is often far below the slip, and many times over. So the
//! slips that people really make are looked for first; each that is found is mended in a copy of the same length,
//! and the copy is read again, until nothing is left of which the cause is known.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use super::moment;

mod brackets;
mod known;
mod line;
mod pieces;

use line::Slip;
use pieces::{Piece, Pieces, is_heading, line_at, name_of};

/// Most faults that are told of one text.
const ENOUGH: usize = 200;

/// How often a text is read anew.
const ROUNDS: usize = 12;

/// Something that is wrong in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where, in bytes from its start.
    pub byte: usize,
    /// What is wrong, one sentence.
    pub what: String,
    /// What to do about it, one sentence.
    pub hint: String,
}

/// What the reader says of a line: the place, the words, and what stands there.
type Said = (usize, String, String);

/// Everything that keeps a text from being TOML, at most one fault for a line; nothing when it is TOML.
pub fn faults(text: &str) -> Vec<Fault> {
    let said = said_of(text);
    match said.first_key_value() {
        None => Vec::new(),
        Some(_) if text.lines().any(is_merge) => merges(text),
        Some(_) if is_list(text) => vec![Fault {
            byte: text.len() - text.trim_start().len(),
            what: "This is a list in plain text.".to_owned(),
            hint: "Bring it in with `greenroom import FILE`, which makes a pack of such lists."
                .to_owned(),
        }],
        Some(_) => Hunt::of(text).run(said),
    }
}

/// Whether a line begins one of two versions that were to be merged.
fn is_merge(line: &str) -> bool {
    line.starts_with("<<<<<<< ")
}

/// The places at which two versions stand above each other; nothing else can be said of such a text.
fn merges(text: &str) -> Vec<Fault> {
    let starts = text.split_inclusive('\n').scan(0, |at, line| {
        let start = *at;
        *at += line.len();
        Some((start, line))
    });
    let merges = starts.filter(|(_, line)| is_merge(line)).take(ENOUGH);
    let fault = |(byte, _)| Fault {
        byte,
        what: "A merge is not finished here: two versions stand one above the other.".to_owned(),
        hint:
            "Keep one of them, and take out the lines that begin with <<<<<<<, ======= and >>>>>>>."
                .to_owned(),
    };
    merges.map(fault).collect()
}

/// What the reader says, by the start of the line.
fn said_of(text: &str) -> BTreeMap<usize, Vec<Said>> {
    let (_, errors) = DeTable::parse_recoverable(text);
    let mut said: BTreeMap<usize, Vec<Said>> = BTreeMap::new();
    for error in errors.iter().take(ENOUGH) {
        let span = error.span().unwrap_or(text.len()..text.len());
        let before = text.get(..span.start).unwrap_or(text);
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let written = text.get(span.clone()).unwrap_or_default().to_owned();
        said.entry(line)
            .or_default()
            .push((span.start, error.message().to_owned(), written));
    }
    said
}

/// Whether a text is lines of plain text throughout.
fn is_list(text: &str) -> bool {
    let lines = text.lines().map(str::trim);
    let mut lines = lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .peekable();
    let many = lines.clone().nth(1).is_some();
    many && lines.all(|line| !is_toml(line) && line.chars().any(char::is_alphabetic))
}

/// Whether a line was meant as TOML.
fn is_toml(line: &str) -> bool {
    line.starts_with(['[', ']', '{', '}', '"', '\''])
        || name_of(line).is_some()
        || line::slip(line).is_some_and(|slip| matches!(slip, Slip::Colon(..) | Slip::NoSign(..)))
}

/// A text whose slips are looked for.
struct Hunt {
    copy: String,
    told: BTreeMap<usize, Fault>,
    /// Lines that need no other fault.
    done: BTreeSet<usize>,
    /// Places of curly quotation marks, one for a line.
    curly: Vec<usize>,
}

impl Hunt {
    fn of(text: &str) -> Self {
        Self {
            copy: text.to_owned(),
            told: BTreeMap::new(),
            done: BTreeSet::new(),
            curly: Vec::new(),
        }
    }

    fn run(mut self, first: BTreeMap<usize, Vec<Said>>) -> Vec<Fault> {
        let mut said = first;
        for _ in 0..ROUNDS {
            if !self.lines(said.keys().copied()) && !self.brackets() {
                break;
            }
            said = said_of(&self.copy);
            if said.is_empty() {
                break;
            }
        }
        self.plain(&mut said);
        for (line, said) in said {
            if let Some((byte, message, written)) = said.into_iter().next() {
                let (what, hint) = known::told(&message, &written);
                self.tell(line, byte, what, hint);
            }
        }
        self.curly();
        self.told.into_values().take(ENOUGH).collect()
    }

    fn tell(&mut self, line: usize, byte: usize, what: String, hint: String) {
        if self.done.insert(line) {
            self.told.insert(byte, Fault { byte, what, hint });
        }
    }

    /// Tells and mends slips inside of lines; `false` when there is none.
    fn lines(&mut self, starts: impl Iterator<Item = usize>) -> bool {
        let inside = long_texts(&self.copy);
        let outside = |start: &usize| !inside.iter().any(|(from, to)| from < start && start < to);
        let starts: Vec<usize> = starts.filter(outside).collect();
        let before = self.copy.clone();
        for start in starts {
            let line = line_at(&before, start);
            if let Some(slip) = line::slip(line) {
                let mended = line::mended(line, slip);
                if mended.len() == line.len() && mended != line {
                    self.copy.replace_range(start..start + line.len(), &mended);
                    self.slip(start, slip);
                }
            }
        }
        self.copy != before
    }

    fn slip(&mut self, start: usize, slip: Slip<'_>) {
        let (at, what, hint) = match slip {
            Slip::Curly(at) => {
                if self.done.insert(start) {
                    self.curly.push(start + at);
                }
                return;
            }
            Slip::Inner(at, _, '"') => (
                at,
                "There are quotation marks inside this text.".to_owned(),
                "Write single ones there, 'so', or a backslash before each: \\\".".to_owned(),
            ),
            Slip::Inner(at, ..) => (
                at,
                "There is an apostrophe inside this text.".to_owned(),
                "Put the whole text in double quotation marks: \"…\".".to_owned(),
            ),
            Slip::NoEnd(at) => (
                at,
                "This text has no quotation mark at its end.".to_owned(),
                "Close it on the same line.".to_owned(),
            ),
            Slip::NoStart(at) => {
                let (what, hint) = known::told("missing opening quote", "");
                (at, what, hint)
            }
            Slip::Blanks(at, name) => (
                at,
                format!("A name has no blanks: `{name}`."),
                format!(
                    "Write `{}`.",
                    name.split_whitespace().collect::<Vec<_>>().join("_")
                ),
            ),
            Slip::Moment(at, name, value) => {
                let Some((what, hint)) = moment::meant(name, value) else {
                    return;
                };
                (at, what, hint)
            }
            Slip::Colon(at, name) | Slip::NoSign(at, name) => (
                at,
                format!("Behind `{name}` a `=` is missing."),
                format!("Write `{name} = …`."),
            ),
        };
        self.tell(start, start + at, what, hint);
    }

    /// Tells the first list that is not closed, and takes it out; `false` when there is none.
    fn brackets(&mut self) -> bool {
        let Some(found) = brackets::unclosed(&self.copy) else {
            return false;
        };
        let before = self.copy.get(..found.start).unwrap_or_default();
        let line = before.rfind('\n').map_or(0, |at| at + 1);
        let lines = |byte: usize| {
            self.copy
                .get(..byte)
                .unwrap_or_default()
                .matches('\n')
                .count()
                + 1
        };
        let what = if found.is_list { "list" } else { "entry" };
        let (first, next) = (lines(found.start), lines(found.end));
        let place = match self.copy.get(found.end..) {
            Some("") | None => "at its end".to_owned(),
            Some(_) if first == next => "on the same line".to_owned(),
            Some(_) => format!("before line {next}"),
        };
        let hint = format!("Close it with `{}` {place}.", found.closing);
        self.tell(
            line,
            found.start,
            format!("The {what} that begins here is not closed."),
            hint,
        );
        let old = self.copy.get(found.start..found.end).unwrap_or_default();
        let blank = |(at, c): (usize, char)| match c {
            _ if at == 0 => "0".to_owned(),
            '\n' => c.to_string(),
            c => " ".repeat(c.len_utf8()),
        };
        let blank: String = old.char_indices().map(blank).collect();
        self.copy.replace_range(found.start..found.end, &blank);
        true
    }

    /// Tells lines of plain text as one fault.
    fn plain(&mut self, said: &mut BTreeMap<usize, Vec<Said>>) {
        let is_plain = |start: &usize, said: &[Said]| {
            let line = line_at(&self.copy, *start);
            let no_value = said
                .iter()
                .any(|(_, message, _)| message.contains("key with no value"));
            no_value && !is_heading(line) && !line.contains('=')
        };
        let plain: Vec<usize> = (said.iter())
            .filter(|(start, said)| is_plain(start, said))
            .map(|(start, _)| *start)
            .collect();
        said.retain(|start, _| !plain.contains(start));
        let Some(first) = plain.first() else { return };
        let what = match plain.len() {
            1 => "This line is plain text, without a name and a `=`.".to_owned(),
            n => format!(
                "This line and {} more are plain text, without a name and a `=`.",
                n - 1
            ),
        };
        let hint = "Write `name = \"…\"`, start a remark with `#`, or take it out. A plain list comes in with `greenroom import FILE`.";
        self.tell(*first, *first, what, hint.to_owned());
    }

    /// Tells curly quotation marks as one fault.
    fn curly(&mut self) {
        let Some(byte) = self.curly.iter().min().copied() else {
            return;
        };
        let what = match self.curly.len() {
            1 => "These are curly quotation marks.".to_owned(),
            2 => "There are curly quotation marks here and in one more line.".to_owned(),
            n => format!(
                "There are curly quotation marks here and in {} more lines.",
                n - 1
            ),
        };
        let hint = "Use straight ones: \"…\".".to_owned();
        self.told.insert(byte, Fault { byte, what, hint });
    }
}

/// Where texts of several lines begin and end.
fn long_texts(text: &str) -> Vec<(usize, usize)> {
    let long = |piece| match piece {
        Piece::Text(quoted) if quoted.is_long => Some((quoted.start, quoted.end)),
        _ => None,
    };
    Pieces::of(text).filter_map(long).collect()
}

#[cfg(test)]
mod tests;
