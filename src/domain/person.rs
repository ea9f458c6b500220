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

/// Words of a text that tells to whom something was said: those that part two people, those behind which a place or a
/// field comes, and those that say what somebody does.
const BETWEEN: [&str; 3] = ["and", "or", "with"];
const BEHIND: [&str; 5] = ["of", "from", "at", "in", "for"];
const ROLES: [&str; 24] = [
    "the",
    "a",
    "an",
    "my",
    "our",
    "their",
    "both",
    "all",
    "everybody",
    "everyone",
    "recruiter",
    "recruiters",
    "recruiting",
    "hiring",
    "manager",
    "director",
    "head",
    "lead",
    "principal",
    "panel",
    "team",
    "agency",
    "office",
    "hr",
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

    /// `Ms. Okafor (oh-KAH-for), chairs`.
    pub fn with_title(&self) -> String {
        match self.title.as_str() {
            "" => self.with_said(),
            title => format!("{}, {title}", self.with_said()),
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

/// The names in a text that tells to whom something was said: `the recruiter` tells none, `Lee and Kim` two.
pub fn named_in(text: &str) -> Vec<String> {
    let mut runs: Vec<Vec<&str>> = Vec::new();
    for part in text.split([',', ';', '/', '&', '+', '(', ')']) {
        let (mut run, mut behind) = (Vec::new(), false);
        for word in part.split_whitespace() {
            let small = word.to_lowercase();
            let of = |words: &[&str]| words.contains(&small.as_str());
            let parts = of(&BETWEEN);
            if parts || of(&BEHIND) || of(&ROLES) {
                behind = !parts && (behind || of(&BEHIND));
                runs.push(std::mem::take(&mut run));
            } else if !behind {
                run.push(word);
            }
        }
        runs.push(run);
    }
    runs.retain(|run| !run.is_empty());
    // Nothing but a name may be written small; beside other words it is one more of them.
    let whole = text.split_whitespace().count();
    let alone = |run: &[&str]| run.len() == whole;
    let names = runs.iter().map(|run| (run, run.join(" ")));
    let names = names.filter(|(run, name)| alone(run) || name.chars().any(char::is_uppercase));
    names.map(|(_, name)| name).collect()
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

    #[test]
    fn whom_something_was_said_to_is_told_in_many_ways() {
        for (text, names) in [
            ("The recruiter", &[][..]),
            ("the hiring manager and HR", &[]),
            ("Lee and Kim", &["Lee", "Kim"]),
            ("the recruiter, Kim", &["Kim"]),
            ("the recruiter Kim Castellano", &["Kim Castellano"]),
            ("Kim (Recruiting) from Northline", &["Kim"]),
            ("Head of Nursing, Ms. Okafor", &["Ms. Okafor"]),
            ("kim castellano", &["kim castellano"]),
            ("Jan van Dijk", &["Jan van Dijk"]),
            ("my ward sister", &[]),
            ("", &[]),
        ] {
            assert_eq!(named_in(text), names, "{text}");
        }
    }
}
