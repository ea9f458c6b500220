//! People met on the way: interviewers, recruiters, referees.

use serde::{Deserialize, Serialize};

/// Somebody who was there, or who has to be written to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// As written on the card.
    pub name: String,
    /// What they do.
    pub title: String,
    /// Mail address, number or whatever reaches them.
    pub contact: String,
}

impl Person {
    /// Whether there is a name to write to; a lone figure is none.
    pub fn is_named(&self) -> bool {
        self.name.chars().any(char::is_alphabetic)
    }
}
