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
    /// As it stands in a letter to them.
    pub name: String,
    /// How it is said, as far as the user noted that in brackets behind it; for nobody's eyes but theirs.
    pub said: String,
    /// What they do.
    pub title: String,
    /// Mail address, number or whatever reaches them.
    pub contact: String,
}

impl Person {
    /// Somebody by a name, with what stands in brackets behind it: `Ms. Okafor (oh-KAH-for)`.
    pub fn called(words: &str) -> Self {
        let whole = || (words, "");
        let (name, said) = words
            .trim_end()
            .strip_suffix(')')
            .and_then(|words| words.rsplit_once('('))
            .filter(|(name, _)| is_name(name))
            .unwrap_or_else(whole);
        Self {
            name: name.trim_end().to_owned(),
            said: said.trim().to_owned(),
            ..Self::default()
        }
    }

    /// The name as the user wrote it, with how it is said.
    pub fn with_said(&self) -> String {
        match self.said.as_str() {
            "" => self.name.clone(),
            said => format!("{} ({said})", self.name),
        }
    }

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_a_name_is_said_stands_apart_from_it() {
        for (words, name, said) in [
            ("Ms Nguyen (Win)", "Ms Nguyen", "Win"),
            ("Ms. Okafor", "Ms. Okafor", ""),
            ("Hall (Peter), chair", "Hall (Peter), chair", ""),
            ("(somebody)", "(somebody)", ""),
        ] {
            let person = Person::called(words);
            assert_eq!((person.name.as_str(), person.said.as_str()), (name, said));
            assert_eq!(person.with_said(), words);
        }
    }
}
