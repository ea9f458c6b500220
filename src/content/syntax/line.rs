//! What people who write by hand get wrong in a line: quotation marks, names, signs between them.

use super::pieces::{Piece, Pieces, Quoted, name_of};
use crate::content::moment;

/// A slip in a line, with its place in bytes from the start of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Slip<'l> {
    /// Quotation marks of a word processor.
    Curly(usize),
    /// Quotation marks inside of a text; the text runs up to the second place.
    Inner(usize, usize, char),
    /// No quotation mark at the end of a text that begins there.
    NoEnd(usize),
    /// No quotation mark at the beginning.
    NoStart(usize),
    /// A name of several words.
    Blanks(usize, &'l str),
    /// A colon in the place of the `=`, behind a name.
    Colon(usize, &'l str),
    /// No `=` behind a name.
    NoSign(usize, &'l str),
    /// A date or a time that cannot be read: where it begins, the name, and what is written there.
    Moment(usize, &'l str, &'l str),
}

const OPENING: [char; 4] = ['“', '„', '‟', '«'];
const CLOSING: [char; 2] = ['”', '»'];

/// The first slip of a line.
pub fn slip(line: &str) -> Option<Slip<'_>> {
    named(line)
        .or_else(|| quotes(line))
        .or_else(|| moment_in(line))
}

/// A value without quotation marks that was meant as a date or a time.
fn moment_in(line: &str) -> Option<Slip<'_>> {
    let name = name_of(line)?;
    let at = value_of(line);
    let value = line.get(at..)?.split('#').next()?.trim_end();
    let is_bare =
        value.starts_with(char::is_alphanumeric) && !value.contains(['"', '\'', '[', '{']);
    (is_bare && moment::meant(name, value).is_some()).then_some(Slip::Moment(at, name, value))
}

/// A slip in the name or right behind it.
fn named(line: &str) -> Option<Slip<'_>> {
    if let Some(name) = name_of(line) {
        let at = line.find(name)?;
        return name.contains(' ').then_some(Slip::Blanks(at, name));
    }
    let start = line.len() - line.trim_start().len();
    let body = line.trim();
    let end = body.find(|c: char| !(c.is_alphanumeric() || c == '_'))?;
    let (name, rest) = body.split_at_checked(end)?;
    let is_value = |rest: &str| {
        let rest = rest.trim_start();
        rest.starts_with(['"', '\'', '[', '{']) || rest.starts_with(OPENING)
    };
    let is_name = name.starts_with(|c: char| c.is_lowercase());
    match rest.strip_prefix(':') {
        _ if !is_name => None,
        Some(value) if is_value(value) => Some(Slip::Colon(start + end, name)),
        None if rest.starts_with([' ', '\t']) && is_value(rest) => {
            Some(Slip::NoSign(start + end, name))
        }
        _ => None,
    }
}

fn quotes(line: &str) -> Option<Slip<'_>> {
    let mut last: Option<Quoted> = None;
    for piece in Pieces::of(line) {
        match piece {
            Piece::Text(text) if text.is_long => return None,
            Piece::Text(text) => {
                if let Some(before) = last.filter(|before| before.end == text.start) {
                    return inner(line, before);
                }
                if !text.is_closed {
                    return open(line, text);
                }
                last = Some(text);
            }
            Piece::Other(at, c) if OPENING.contains(&c) || CLOSING.contains(&c) || c == '‘' => {
                return Some(Slip::Curly(at));
            }
            Piece::Other(at, c) => {
                let before = last.take();
                let goes_on = |text: &Quoted| {
                    let more = line.get(at..).unwrap_or_default().contains(text.mark);
                    !matches!(c, ',' | '=' | '.') && (text.end == at || more)
                };
                if let Some(before) = before.filter(goes_on) {
                    return inner(line, before);
                }
            }
            Piece::Line(_) | Piece::Open(..) | Piece::Close(..) => last = None,
        }
    }
    None
}

/// A text that goes on behind what looks like its end.
fn inner<'l>(line: &str, text: Quoted) -> Option<Slip<'l>> {
    let end = line.rfind(text.mark).filter(|end| *end >= text.end)?;
    Some(Slip::Inner(text.end - 1, end, text.mark))
}

/// A text without an end, or the end of one without a beginning.
fn open<'l>(line: &str, text: Quoted) -> Option<Slip<'l>> {
    let before = line.get(..text.start).unwrap_or_default();
    let is_end = before.ends_with(|c: char| !(c.is_whitespace() || "[{=,.".contains(c)));
    let value = line.get(text.start..).unwrap_or_default();
    let count = |marks: &[char]| value.matches(marks).count();
    let (curly, straight) = (count(&CLOSING), count(&OPENING));
    match value.find(CLOSING) {
        _ if is_end && text.mark == '"' => Some(Slip::NoStart(value_of(line))),
        _ if is_end => None,
        Some(at) if curly > straight => Some(Slip::Curly(text.start + at)),
        _ => Some(Slip::NoEnd(text.start)),
    }
}

/// Where the value of a line begins.
fn value_of(line: &str) -> usize {
    let name = name_of(line)
        .and_then(|_| line.find('='))
        .map_or(0, |at| at + 1);
    let rest = line.get(name..).unwrap_or_default();
    name + rest.find(|c: char| !c.is_whitespace()).unwrap_or(0)
}

/// The line without the slip, of the same length, good enough to be read on.
pub fn mended(line: &str, slip: Slip<'_>) -> String {
    match slip {
        Slip::Curly(_) => line.chars().map(straight).collect(),
        Slip::Inner(from, to, mark) => {
            let other = if mark == '"' { "'" } else { "_" };
            let part = line.get(from..to).unwrap_or_default();
            over(line, from, &part.replace(mark, other))
        }
        Slip::NoEnd(from) => {
            let text = line.get(from..).unwrap_or_default().trim_end();
            let text = text.strip_suffix(',').unwrap_or(text);
            match text.char_indices().skip(1).last() {
                Some((at, c)) => over(line, from + at, &wide('"', c)),
                None => over(line, from, "0"),
            }
        }
        Slip::NoStart(at) => {
            let first = line.get(at..).and_then(|value| value.chars().next());
            over(line, at, &first.map_or_else(String::new, |c| wide('"', c)))
        }
        Slip::Blanks(at, name) => over(line, at, &name.replace(' ', "_")),
        Slip::Colon(at, _) | Slip::NoSign(at, _) => over(line, at, "="),
        Slip::Moment(at, _, value) => over(
            line,
            at,
            &format!("0{}", " ".repeat(value.len().max(1) - 1)),
        ),
    }
}

/// A straight quotation mark for a curly one, with blanks outside of the text.
fn straight(c: char) -> String {
    let blanks = " ".repeat(c.len_utf8() - 1);
    match c {
        '‘' => format!("'{blanks}"),
        '’' => format!("{blanks}'"),
        c if OPENING.contains(&c) => format!("\"{blanks}"),
        c if CLOSING.contains(&c) => format!("{blanks}\""),
        c => c.to_string(),
    }
}

/// A sign with as many blanks as make it as long as another.
fn wide(sign: char, other: char) -> String {
    format!("{}{sign}", " ".repeat(other.len_utf8() - sign.len_utf8()))
}

/// The line with other signs at a place.
fn over(line: &str, at: usize, signs: &str) -> String {
    let before = line.get(..at).unwrap_or_default();
    let behind = line.get(at + signs.len()..).unwrap_or_default();
    format!("{before}{signs}{behind}")
}
