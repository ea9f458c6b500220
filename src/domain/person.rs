//! People met on the way: interviewers, recruiters, referees.

use serde::{Deserialize, Serialize};

/// Words before a name that are none of it, in small letters.
const TITLES: [&str; 8] = [
    "mr",
    "mrs",
    "ms",
    "miss",
    "dr",
    "prof",
    "professor",
    "sister",
];

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
        is_name(&self.name)
    }
}

/// Whether a word is one that stands before names.
pub fn is_title(word: &str) -> bool {
    TITLES.contains(&word.to_lowercase().as_str())
}

/// Whether a text names somebody; a lone figure does not.
pub fn is_name(text: &str) -> bool {
    text.chars().any(char::is_alphabetic)
}

/// The names of those of some people who have one.
pub fn names(people: &[Person]) -> Vec<String> {
    let named = people.iter().filter(|person| person.is_named());
    named.map(|person| person.name.clone()).collect()
}
