//! Names hidden, for sharing a screen: what stands for employers and people wherever texts are shown.
//!
//! Forms are left alone, since what stands in them is written back.

use std::collections::BTreeMap;

use super::met::Met;
use crate::domain::id::slug;
use crate::domain::person::is_title;

/// Shortest first word of an employer's name that stands for it alone.
const TELLING: usize = 5;

/// What stands for an employer of whom only a debrief tells.
pub const ANOTHER: &str = "another employer";

/// A name with what is shown for it.
#[derive(Debug, Clone)]
struct Name {
    known: String,
    shown: String,
    letters: Letters,
}

/// How a name has to be written to be one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Letters {
    /// In any letters.
    Any,
    /// Not small at its start: written so, it is a word like others, as in "how will you mark it".
    Capital,
}

/// Names with what is shown for them, by the small letter that they begin with, the longest first. It is made once for
/// all texts, since every line that is drawn asks it.
#[derive(Debug, Clone, Default)]
pub struct Mask(BTreeMap<char, Vec<Name>>);

impl Mask {
    /// The mask over every name that was met.
    pub fn over(met: &Met) -> Self {
        let mut mask = Self::default();
        for (name, shown) in met.jobs() {
            mask.employer(name, &shown);
        }
        for name in met.elsewhere() {
            mask.employer(name, ANOTHER);
        }
        for (n, name, contacts) in met.people() {
            let shown = format!("Person {n}");
            for part in parts(name) {
                mask.put(part, &shown, Letters::Capital);
            }
            let single = name.split_whitespace().nth(1).is_none();
            let letters = if single {
                Letters::Capital
            } else {
                Letters::Any
            };
            mask.put(name, &shown, letters);
            for contact in contacts {
                mask.put(contact, &shown, Letters::Any);
            }
        }
        for names in mask.0.values_mut() {
            names.sort_by_key(|name| (std::cmp::Reverse(name.known.len()), name.letters));
        }
        mask
    }

    /// An employer by its whole name, by its first word, and as names of files are made of it.
    fn employer(&mut self, name: &str, shown: &str) {
        let first = name.split_whitespace().next();
        let first = first.filter(|w| w.len() >= TELLING).unwrap_or_default();
        self.put(name, shown, Letters::Any);
        self.put(first, shown, Letters::Capital);
        self.put(&slug(name, ""), shown, Letters::Any);
    }

    fn put(&mut self, name: &str, shown: &str, letters: Letters) {
        let name = name.trim();
        let Some(first) = name.chars().next().and_then(small) else {
            return;
        };
        self.0.entry(first).or_default().push(Name {
            known: name.to_owned(),
            shown: shown.to_owned(),
            letters,
        });
    }

    /// The text as it may be shown: a name is replaced where it stands as a word of its own.
    pub fn hide(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut in_word = false;
        while let Some(c) = rest.chars().next() {
            let found = if in_word { None } else { self.found(c, rest) };
            if let Some((shown, after)) = found {
                out.push_str(shown);
                rest = after;
                in_word = false;
            } else {
                out.push(c);
                rest = rest.strip_prefix(c).unwrap_or_default();
                in_word = c.is_alphanumeric();
            }
        }
        out
    }

    /// What is shown for the name that a text begins with, and what comes after it.
    fn found<'t>(&self, first: char, text: &'t str) -> Option<(&str, &'t str)> {
        let mut names = self.0.get(&small(first)?)?.iter();
        names.find_map(|one| Some((one.shown.as_str(), one.at_start_of(text)?)))
    }
}

/// A letter as the names are kept by.
fn small(c: char) -> Option<char> {
    c.to_lowercase().next()
}

impl Name {
    /// What comes after the name, where a text begins with it and it ends there as a word.
    fn at_start_of<'t>(&self, text: &'t str) -> Option<&'t str> {
        if self.letters == Letters::Capital && text.starts_with(char::is_lowercase) {
            return None;
        }
        let mut rest = text.chars();
        for c in self.known.chars() {
            if !c.to_lowercase().eq(rest.next()?.to_lowercase()) {
                return None;
            }
        }
        let after = rest.as_str();
        (!after.starts_with(char::is_alphanumeric)).then_some(after)
    }
}

/// First and last names that stand for a person alone; neither titles nor initials do.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    let words = name.split_whitespace().filter(|word| !word.ends_with('.'));
    let words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| word.len() > 2 && !is_title(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::Model;
    use crate::domain::id::EntryId;
    use crate::domain::journal::{Debrief, Entry};
    use crate::domain::level::Level;
    use crate::domain::person::Person;
    use crate::domain::practice::record::{Block, Comment, Rater};
    use crate::domain::practice::sample::{at, sitting};
    use crate::store::samples;

    /// Somebody who is told of in a debrief.
    fn entry_with(people: &[(&str, &str)]) -> Entry {
        let (name, _) = people.first().expect("somebody");
        let mut entry = Entry::note(EntryId::new(*name), String::new(), at(0.0));
        let people = people.iter().map(|(name, contact)| Person {
            name: (*name).to_owned(),
            contact: (*contact).to_owned(),
            ..Person::default()
        });
        entry.debrief = Some(Box::new(Debrief {
            people: people.collect(),
            ..Debrief::default()
        }));
        entry
    }

    /// A text after these people were met, while names are hidden.
    fn hidden(people: &[(&str, &str)], text: &str) -> String {
        let mut model = Model {
            names_hidden: true,
            ..Model::default()
        };
        model.journal.entries.push(entry_with(people));
        model.meet();
        model.hide(text)
    }

    #[test]
    fn an_employer_is_hidden_where_it_is_a_word() {
        let mut mask = Mask::default();
        mask.employer("Acme", "Employer A");
        assert_eq!(
            mask.hide("Acme, ACME's, acme and Acmeville"),
            "Employer A, Employer A's, Employer A and Acmeville"
        );
    }

    #[test]
    fn a_person_is_hidden_by_every_way_to_reach_them() {
        let mail = "r.castellano@northlight.example";
        let people = [
            ("R. Castellano", ""),
            ("R. Castellano", mail),
            ("R. Castellano", ""),
        ];
        let text = "R. Castellano, owner, r.castellano@northlight.example";
        assert_eq!(hidden(&people, text), "Person 1, owner, Person 1");
    }

    #[test]
    fn a_first_name_that_is_a_word_too_is_hidden_where_it_has_a_capital() {
        for typed in ["Will Castellano", "will castellano"] {
            assert_eq!(
                hidden(
                    &[(typed, "")],
                    "What will you do? will castellano asked. Will and CASTELLANO left."
                ),
                "What will you do? Person 1 asked. Person 1 and Person 1 left."
            );
        }
        assert_eq!(
            hidden(
                &[("Mark Weber", "")],
                "A mark for each answer. Mark said so, MARK WEBER too, and mark weber."
            ),
            "A mark for each answer. Person 1 said so, Person 1 too, and Person 1."
        );
        assert_eq!(
            hidden(
                &[("Jan van Dijk", "")],
                "The van of Dijk, and jan van dijk."
            ),
            "The van of Person 1, and Person 1."
        );
        let alone = hidden(&[("Rose", "")], "Costs rose. Rose saw it.");
        assert_eq!(alone, "Costs rose. Person 1 saw it.");
    }

    #[test]
    fn who_was_met_stays_hidden_and_keeps_the_number() {
        let mut model = Model {
            names_hidden: true,
            ..Model::default()
        };
        model.journal.entries.push(entry_with(&[("Okafor", "")]));
        model.meet();
        model.journal.entries.clear();
        model.journal.entries.push(entry_with(&[("Lindqvist", "")]));
        model.meet();
        let hidden = model.hide("Okafor and Lindqvist");
        assert_eq!(hidden, "Person 1 and Person 2");
    }

    #[test]
    fn a_coach_is_hidden_and_so_is_whoever_a_statement_was_said_to() {
        let mut model = Model {
            names_hidden: true,
            ..Model::default()
        };
        let mut record = sitting("q-0", 0, Level::Solid);
        record.blocks.push(Block::Comment(Comment {
            index: None,
            rater: Rater::Coach,
            by: "Ines Kuhn".to_owned(),
            at: at(0.0).wall,
            keep: String::new(),
            change: String::new(),
            text: "Well heard.".to_owned(),
        }));
        model.practice.history.learn([record]);
        let mut job = samples::application("acme");
        job.rounds.clear();
        job.told.truncate(1);
        job.told[0].to = "the recruiter and Lee".to_owned();
        model.journey.applications = vec![job];
        model.meet();
        let text = "Ines Kuhn, your coach. The recruiter asks Lee. And then?";
        assert_eq!(
            model.hide(text),
            "Person 1, your coach. The recruiter asks Person 2. And then?"
        );
    }

    #[test]
    fn titles_initials_and_brackets_are_no_names() {
        let of = |name| parts(name).collect::<Vec<_>>();
        assert_eq!(of("Mr. Lindqvist"), ["Lindqvist"]);
        assert_eq!(of("Priya N."), ["Priya"]);
        assert_eq!(of("Dr Ana Okafor"), ["Ana", "Okafor"]);
        assert_eq!(of("Sister Mary"), ["Mary"]);
        assert_eq!(of("Professor Lee (LEE)"), ["Lee", "LEE"]);
    }
}
