//! Texts, brackets and lines of a file that may be broken anywhere.

/// Something in a file, with its place in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
    /// A line begins, outside of a text.
    Line(usize),
    /// An opening bracket.
    Open(usize, char),
    /// A closing bracket.
    Close(usize, char),
    /// A text in quotation marks.
    Text(Quoted),
    /// Anything else but blanks and remarks.
    Other(usize, char),
}

/// A text in quotation marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quoted {
    /// Where its first quotation mark stands.
    pub start: usize,
    /// Where it ends; behind its last quotation mark, if it has one.
    pub end: usize,
    /// Its quotation mark.
    pub mark: char,
    /// Whether it may have several lines.
    pub is_long: bool,
    /// Whether it has a quotation mark at its end.
    pub is_closed: bool,
}

/// The pieces of a text, one after the other.
pub struct Pieces<'t> {
    text: &'t str,
    at: usize,
    /// Whether the line at `at` was not told yet.
    is_new: bool,
}

impl<'t> Pieces<'t> {
    /// The pieces of a text.
    pub const fn of(text: &'t str) -> Self {
        Self {
            text,
            at: 0,
            is_new: true,
        }
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn quoted(&mut self, mark: char) -> Quoted {
        let start = self.at;
        let fence = mark.to_string().repeat(3);
        let is_long = self.rest().starts_with(&fence);
        let width = if is_long { 3 } else { 1 };
        self.at += width;
        let mut is_closed = false;
        while let Some(c) = self.rest().chars().next() {
            if c == '\n' && !is_long {
                break;
            }
            let closes = if is_long {
                self.rest().starts_with(&fence)
            } else {
                c == mark
            };
            if closes {
                self.at += width;
                is_closed = true;
                break;
            }
            self.at += c.len_utf8();
            if c == '\\' && mark == '"' {
                let next = self.rest().chars().next().filter(|c| *c != '\n');
                self.at += next.map_or(0, char::len_utf8);
            }
        }
        Quoted {
            start,
            end: self.at,
            mark,
            is_long,
            is_closed,
        }
    }
}

impl Iterator for Pieces<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        if std::mem::take(&mut self.is_new) {
            return Some(Piece::Line(self.at));
        }
        loop {
            let (at, c) = (self.at, self.rest().chars().next()?);
            match c {
                '"' | '\'' => return Some(Piece::Text(self.quoted(c))),
                '#' => self.at += self.rest().find('\n').unwrap_or(self.rest().len()),
                _ => self.at += c.len_utf8(),
            }
            match c {
                '\n' => return Some(Piece::Line(self.at)),
                '[' | '{' => return Some(Piece::Open(at, c)),
                ']' | '}' => return Some(Piece::Close(at, c)),
                '#' => {}
                c if c.is_whitespace() => {}
                _ => return Some(Piece::Other(at, c)),
            }
        }
    }
}

/// The line that begins at a byte, without its end.
pub fn line_at(text: &str, start: usize) -> &str {
    let rest = text.get(start..).unwrap_or_default();
    rest.split('\n').next().unwrap_or(rest)
}

/// Whether a line is a heading: `[pack]`, `[[question]]`.
pub fn is_heading(line: &str) -> bool {
    let line = line.split('#').next().unwrap_or(line).trim();
    let inner = line.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
    let inner = inner.map(|i| {
        let twice = i.strip_prefix('[').and_then(|l| l.strip_suffix(']'));
        twice.unwrap_or(i).trim()
    });
    inner.is_some_and(|name| {
        name.starts_with(|c: char| c.is_alphabetic())
            && name.chars().all(is_of_name)
            && !["true", "false", "inf", "nan"].contains(&name)
    })
}

/// The name before the first `=` of a line, where one can stand there: one word, or a few with blanks between them.
pub fn name_of(line: &str) -> Option<&str> {
    let (name, _) = line.split_once('=')?;
    let name = name.trim();
    let named = name.starts_with(|c: char| c.is_alphanumeric() || c == '_')
        && name.chars().all(|c| is_of_name(c) || c == ' ')
        && name.split_whitespace().count() <= 4;
    named.then_some(name)
}

fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}
