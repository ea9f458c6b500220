//! Keeps account of every line: what became part of a question, and why the others did not.

use std::fmt;

use super::html;

/// Why a line was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// It belongs to a table of contents.
    Contents,
    /// It leads to another place.
    Way,
    /// It is a picture or a badge.
    Picture,
    /// There is nothing but links in it.
    Links,
    /// It belongs to a part about the list itself.
    Beside,
    /// It asks nothing.
    Prose,
    /// The same question stands in an earlier line.
    Again(u32),
    /// It is a text with gaps.
    Cloze,
    /// It is asked by the candidate, not of them.
    AskedBack,
    /// It is asked of somebody else about the candidate.
    OfReferee,
    /// The question is longer than any may be.
    Long,
    /// There are no words in it.
    Wordless,
    /// It names columns or settings.
    Head,
    /// It is meant for programs: a comment, an import, the head of the file.
    Program,
    /// The page has many questions of another shape, and hardly any of this one.
    Stray,
    /// The row has nothing where the questions stand.
    Empty,
    /// The list holds as many as a pack may.
    Full,
    /// Its owner wrote it for nobody else.
    Own,
    /// It is the number of a page.
    Page,
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Contents => "a table of contents",
            Self::Way => "a way to another place",
            Self::Picture => "a picture or badge",
            Self::Links => "only links",
            Self::Beside => "about the list itself",
            Self::Prose => "asks nothing",
            Self::Again(line) => return write!(f, "the same question as in line {line}"),
            Self::Cloze => "a text with gaps",
            Self::AskedBack => "for you to ask them",
            Self::OfReferee => "asked of a referee, not of you",
            Self::Long => "longer than a question may be",
            Self::Wordless => "no words",
            Self::Head => "names of columns or settings",
            Self::Program => "meant for programs",
            Self::Stray => "shaped otherwise than the questions here",
            Self::Empty => "an empty question",
            Self::Full => "more questions than a pack may have",
            Self::Own => "a note for yourself",
            Self::Page => "the number of a page",
        };
        f.write_str(words)
    }
}

/// Lines that were left out for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// First line, from 1.
    pub first: u32,
    /// Last line.
    pub last: u32,
    /// Why.
    pub why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Fate {
    Blank,
    /// Not read yet; what it is if it stays so.
    Open(Why),
    Used,
    Left(Why),
}

/// What the columns of a table are taken for, each by its name; `None` for one that is left out.
pub type Roles = Vec<(String, Option<&'static str>)>;

/// The account of a file.
#[derive(Debug)]
pub struct Ledger {
    lines: Vec<Fate>,
    /// The columns of its tables.
    tables: Vec<Roles>,
}

impl Ledger {
    /// An account of a text of which nothing was read yet.
    pub fn new(text: &str) -> Self {
        let fate = |line: &str| {
            if line.trim().is_empty() {
                Fate::Blank
            } else if html::text(line).chars().any(char::is_alphanumeric) {
                Fate::Open(Why::Prose)
            } else if line.contains("<img") {
                Fate::Open(Why::Picture)
            } else {
                Fate::Open(Why::Wordless)
            }
        };
        Self {
            lines: text.split('\n').map(fate).collect(),
            tables: Vec::new(),
        }
    }

    /// Notes what the columns of a table are taken for.
    pub fn tell(&mut self, roles: Roles) {
        if roles.len() > 1 && !self.tables.contains(&roles) {
            self.tables.push(roles);
        }
    }

    /// The tables of the file.
    pub fn tables(&self) -> &[Roles] {
        &self.tables
    }

    /// Notes lines that became part of a question or a topic.
    pub fn take(&mut self, first: u32, last: u32) {
        self.set(first, last, |fate| match fate {
            Fate::Blank => Fate::Blank,
            Fate::Open(_) | Fate::Used | Fate::Left(_) => Fate::Used,
        });
    }

    /// Notes lines that are left out, unless they were noted before.
    pub fn leave(&mut self, first: u32, last: u32, why: Why) {
        self.set(first, last, |fate| match fate {
            Fate::Open(Why::Prose) => Fate::Left(why),
            other => other,
        });
    }

    /// Notes that what was taken is left out after all.
    pub fn give_back(&mut self, first: u32, last: u32, why: Why) {
        self.set(first, last, |fate| {
            if fate == Fate::Blank {
                fate
            } else {
                Fate::Left(why)
            }
        });
    }

    fn set(&mut self, first: u32, last: u32, to: impl Fn(Fate) -> Fate) {
        let from = (first.max(1) - 1) as usize;
        let until = (last as usize).min(self.lines.len());
        for fate in self.lines.get_mut(from..until).into_iter().flatten() {
            *fate = to(*fate);
        }
    }

    /// The lines that became part of something, in order.
    pub fn used(&self) -> impl Iterator<Item = u32> {
        let fates = self.lines.iter().zip(1..);
        fates.filter_map(|(fate, line)| (*fate == Fate::Used).then_some(line))
    }

    /// Everything that was left out, in order; neighbors with the same reason together.
    pub fn left(self) -> Vec<Left> {
        let mut out: Vec<Left> = Vec::new();
        let mut joins = false;
        for (fate, number) in self.lines.into_iter().zip(1..) {
            let why = match fate {
                Fate::Blank => continue,
                Fate::Used => {
                    joins = false;
                    continue;
                }
                Fate::Open(why) | Fate::Left(why) => why,
            };
            match out.last_mut().filter(|left| joins && left.why == why) {
                Some(left) => left.last = number,
                None => out.push(Left {
                    first: number,
                    last: number,
                    why,
                }),
            }
            joins = true;
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_taken_or_told() {
        let mut ledger = Ledger::new("toc\n\ntoc\nWhy?\nprose\n\nThe end");
        ledger.leave(1, 3, Why::Contents);
        ledger.take(4, 4);
        let left = |first, last, why| Left { first, last, why };
        assert_eq!(
            ledger.left(),
            [left(1, 3, Why::Contents), left(5, 7, Why::Prose)]
        );
    }

    #[test]
    fn what_was_taken_is_not_left_out_by_the_way() {
        let mut ledger = Ledger::new("a\nb");
        ledger.take(1, 1);
        ledger.leave(1, 2, Why::Beside);
        assert_eq!(ledger.left().len(), 1);
    }
}
