//! A mistake in a file, told so that a person can mend it.
//!
//! Every loader, the linter and the key map speak through this one type, so that a message has the same
//! five parts wherever it is shown: which file, where in it, the line itself, what is wrong, what to do.

use std::fmt;

/// How much a problem matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth mending; nothing is left out because of it.
    Warning,
    /// The record (or the whole file) cannot be used.
    Error,
}

/// A place in a file. Lines and columns count from 1; columns count characters, not bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Place {
    /// Line, from 1; 0 when the file as a whole is meant.
    pub line: u32,
    /// Column, from 1; 0 when the whole line is meant.
    pub column: u32,
}

impl Place {
    /// The place of a byte in a text; past the end, the place after the last character.
    pub fn at(text: &str, byte: usize) -> Self {
        let before = text.char_indices().take_while(|(at, _)| *at < byte);
        before.fold(Self { line: 1, column: 1 }, |place, (_, c)| match c {
            '\n' => Self {
                line: place.line + 1,
                column: 1,
            },
            _ => Self {
                column: place.column + 1,
                ..place
            },
        })
    }
}

/// One thing that is wrong in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// The file as the user would name it, controls already made visible.
    pub file: String,
    /// Where in the file.
    pub place: Place,
    /// The line itself, controls made visible and cut to a readable length; empty when there is none.
    pub line_text: String,
    /// The record it is about (`q-general-…`), if one is known.
    pub record: Option<String>,
    /// The rule that found it (`L08`), if the linter did.
    pub rule: Option<&'static str>,
    /// What is wrong, one sentence.
    pub what: String,
    /// What to do about it, one sentence.
    pub hint: String,
}

impl Problem {
    /// An error about a whole file.
    pub fn in_file(
        file: impl Into<String>,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            file: file.into(),
            place: Place::default(),
            line_text: String::new(),
            record: None,
            rule: None,
            what: what.into(),
            hint: hint.into(),
        }
    }
}

impl Problem {
    /// Where it is: `file:line:column`, as far as that is known.
    pub fn spot(&self) -> String {
        match self.place {
            Place { line: 0, .. } => self.file.clone(),
            Place { line, column: 0 } => format!("{}:{line}", self.file),
            Place { line, column } => format!("{}:{line}:{column}", self.file),
        }
    }
}

impl fmt::Display for Problem {
    /// One line: `file:line:column: what hint`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {} {}", self.spot(), self.what, self.hint)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_characters_from_one() {
        let place = |byte| Place::at("é = 1\nb", byte);
        assert_eq!(place(0), Place { line: 1, column: 1 });
        assert_eq!(place(2), Place { line: 1, column: 2 });
        assert_eq!(place(7), Place { line: 2, column: 1 });
        assert_eq!(place(99), Place { line: 2, column: 2 });
    }
}
