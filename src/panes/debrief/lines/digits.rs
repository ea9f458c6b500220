//! Digits that were meant as marks, or that began the next line: "3D printing" is no mark.

use std::time::Duration;

use super::Lines;
use super::mark::number;
use crate::domain::journal::Asked;
use crate::domain::time::Mono;
use crate::keys::Command;

/// A letter so soon after a digit goes on with what the digit began.
const TYPED_ON: Duration = Duration::from_millis(500);

/// A space does for longer, since no line begins with one: "2 wards".
const SPACED: Duration = Duration::from_secs(2);

/// Digits that were taken as marks just now, and the line as it was before.
pub struct Digits {
    text: String,
    /// The line.
    pub row: usize,
    /// As it was.
    pub before: Asked,
    at: Mono,
}

impl Digits {
    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether a letter makes a word of them. Two marks in a row are two marks, unless a space follows.
    pub fn goes_on(&self, c: char, now: Mono) -> bool {
        let gone = now.since(self.at);
        if c == ' ' {
            gone < SPACED
        } else {
            gone < TYPED_ON && self.text.len() == 1
        }
    }
}

impl Lines {
    /// The digits that were pressed in a row, this one included; `None` after any other key.
    pub(super) fn digit(
        &self,
        before: Option<Digits>,
        command: Command,
        now: Mono,
    ) -> Option<Digits> {
        let digit = u32::try_from(number(command)? + 1).ok()?;
        let row = self.rows.get(self.at)?;
        let mut digits = before.unwrap_or_else(|| Digits {
            text: String::new(),
            row: self.at,
            before: row.asked.clone(),
            at: now,
        });
        digits.text.extend(char::from_digit(digit, 10));
        digits.at = now;
        Some(digits)
    }
}
