//! Lists of words and phrases, and the one search that looks for all of them.
//!
//! The lists are plain data, sorted into files by rule; each entry names what to write instead.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::tokens::Token;

use crate::domain::order::InOrder;

mod american;
mod brands;
mod idioms;
mod inclusive;
mod private;

pub use brands::CAPITALS;

/// What to write instead of a phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Words in lower case.
    pub phrase: String,
    /// The other words.
    pub instead: String,
}

/// Which list an entry is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Words that leave people out.
    Inclusive,
    /// Words that leave people out when they are asked about.
    InQuestions,
    /// Idioms.
    Idioms,
    /// Brands and firms.
    Brands,
    /// British forms.
    American,
    /// Private matters.
    Private,
}

/// A phrase that was found.
#[derive(Debug, Clone, Copy)]
pub struct Hit {
    /// The list it is of.
    pub list: List,
    /// The entry.
    pub entry: &'static Entry,
}

/// The words after the first one, the list, the entry.
type Known = (Vec<String>, List, Entry);

/// What is known, by first word.
type Index = HashMap<String, Vec<Known>>;

/// Entries by their first word, the longer before the shorter.
static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let mut index = Index::new();
    let written = [
        (List::Inclusive, inclusive::EVERYWHERE),
        (List::InQuestions, inclusive::IN_QUESTIONS),
        (List::Idioms, idioms::IDIOMS),
        (List::Brands, brands::BRANDS),
        (List::American, american::WORDS),
        (List::Private, private::MATTERS),
    ];
    let written = written.into_iter().flat_map(|(list, pairs)| {
        pairs
            .iter()
            .map(move |(phrase, instead)| (list, (*phrase).to_owned(), (*instead).to_owned()))
    });
    let made = american::forms().map(|(phrase, instead)| (List::American, phrase, instead));
    for (list, phrase, instead) in written.chain(made) {
        let mut words = phrase.split(' ').map(str::to_owned);
        let Some(first) = words.next() else { continue };
        let rest = words.collect();
        index
            .entry(first)
            .or_default()
            .push((rest, list, Entry { phrase, instead }));
    }
    for entries in index.values_mut() {
        entries.order_by_key(|(rest, _, _)| std::cmp::Reverse(rest.len()));
    }
    index
});

/// The phrases of these lists that a text has.
pub fn find(tokens: &[Token<'_>], lists: &[List]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let Some(entries) = INDEX.get(&token.lower) else {
            continue;
        };
        let after = tokens.get(i + 1..).unwrap_or_default();
        let found = entries.iter().find(|(rest, list, _)| {
            let here = after.get(..rest.len()).unwrap_or_default();
            lists.contains(list)
                && here.len() == rest.len()
                && here.iter().zip(rest).all(|(t, word)| t.lower == *word)
        });
        hits.extend(found.map(|(_, list, entry)| Hit { list: *list, entry }));
    }
    hits
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;

    fn found(text: &str, list: List) -> Vec<&'static str> {
        find(&tokens(text), &[list])
            .into_iter()
            .map(|hit| hit.entry.phrase.as_str())
            .collect()
    }

    #[test]
    fn phrases_are_found_across_signs_and_capitals() {
        assert_eq!(
            found("Hit the ground, running?", List::Idioms),
            ["hit the ground running"]
        );
        assert_eq!(
            found("They hit the ground.", List::Idioms),
            Vec::<&str>::new()
        );
        assert_eq!(
            found("Guys, the chairman is here.", List::Inclusive),
            ["guys", "chairman"]
        );
    }

    #[test]
    fn only_the_lists_that_are_asked_for_count() {
        assert_eq!(found("guys", List::Idioms), Vec::<&str>::new());
    }

    #[test]
    fn british_forms_are_known_in_all_their_endings() {
        for (word, form) in [
            ("organisation", "organisation"),
            ("Prioritising", "prioritising"),
            ("colour", "colour"),
        ] {
            assert_eq!(found(word, List::American), [form]);
        }
        assert!(found("exercise advise surprise otherwise precise", List::American).is_empty());
    }

    #[test]
    fn the_lists_have_the_size_that_the_rules_speak_of() {
        assert!(
            inclusive::EVERYWHERE.len() >= 80,
            "{}",
            inclusive::EVERYWHERE.len()
        );
        assert!(idioms::IDIOMS.len() >= 60, "{}", idioms::IDIOMS.len());
        assert!(american::WORDS.len() + american::forms().count() >= 120);
        for (_, pairs) in [
            ("i", inclusive::EVERYWHERE),
            ("d", idioms::IDIOMS),
            ("a", american::WORDS),
            ("p", private::MATTERS),
            ("b", brands::BRANDS),
        ] {
            for (phrase, instead) in pairs {
                assert!(
                    !instead.is_empty() && phrase.to_lowercase() == **phrase,
                    "{phrase}"
                );
                assert!(
                    !phrase.contains('-'),
                    "words are parted at hyphens: {phrase}"
                );
            }
        }
    }
}
