//! Names hidden, for sharing a screen: what stands for employers and people wherever texts are shown.
//!
//! Forms are left alone, since what stands in them is written back.

use crate::desk::Model;
use crate::desk::met::Met;
use crate::domain::id::slug;
use crate::domain::order::InOrder;

/// Words before a name that are no part of it.
const TITLES: [&str; 6] = ["Mr", "Ms", "Mrs", "Miss", "Dr", "Prof"];

/// Shortest first word of an employer's name that stands for it alone.
const TELLING: usize = 5;

/// What stands for an employer of whom only a debrief tells.
pub const ANOTHER: &str = "another employer";

/// A name with what is shown for it.
#[derive(Debug)]
struct Name {
    known: String,
    shown: String,
    /// Only as it is written: in small letters it is a word of its own.
    exactly: bool,
}

/// Names with what is shown for them, the longest first; empty while names are shown.
#[derive(Debug, Default)]
pub struct Mask(Vec<Name>);

impl Mask {
    /// The mask of this moment.
    pub fn of(model: &Model) -> Self {
        if model.names_hidden {
            Self::over(model)
        } else {
            Self::default()
        }
    }

    /// The mask over every name that was met in this run, whether they are hidden now or not.
    pub fn over(model: &Model) -> Self {
        let met = model.met_until_now();
        let mut mask = Self::default();
        for (id, name) in met.jobs() {
            mask.employer(name, &model.letter_of(id), &met);
        }
        for name in met.elsewhere() {
            mask.employer(name, ANOTHER, &met);
        }
        // A number stays with a person, in whatever order the ways to reach them were told.
        let mut known: Vec<&str> = Vec::new();
        for (name, contact) in met.people() {
            let at = known.iter().position(|known| *known == name);
            let n = at.unwrap_or_else(|| {
                known.push(name);
                known.len() - 1
            });
            let shown = format!("Person {}", n + 1);
            for part in parts(name) {
                mask.put(part, &shown, met.is_everyday(part));
            }
            mask.put(name, &shown, false);
            mask.put(contact, &shown, false);
        }
        let names = &mut mask.0;
        names.retain(|one| !one.known.trim().is_empty());
        names.order_by(|a, b| {
            (b.known.len().cmp(&a.known.len())).then_with(|| a.known.cmp(&b.known))
        });
        names.dedup_by(|later, first| later.known == first.known);
        mask
    }

    /// An employer by its whole name, by its first word, and as names of files are made of it.
    fn employer(&mut self, name: &str, shown: &str, met: &Met) {
        let first = name.split_whitespace().next();
        let first = first.filter(|w| w.len() >= TELLING).unwrap_or_default();
        self.put(name, shown, false);
        self.put(first, shown, first != name && met.is_everyday(first));
        self.put(&slug(name, ""), shown, false);
    }

    fn put(&mut self, name: &str, shown: &str, exactly: bool) {
        self.0.push(Name {
            known: name.to_owned(),
            shown: shown.to_owned(),
            exactly,
        });
    }

    /// The text as it may be shown: a name is replaced where it stands as a word of its own, however it is written.
    pub fn hide(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut in_word = false;
        while let Some(c) = rest.chars().next() {
            let found = if in_word { None } else { self.found(rest) };
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
    fn found<'t>(&self, text: &'t str) -> Option<(&str, &'t str)> {
        let mut names = self.0.iter();
        names.find_map(|one| Some((one.shown.as_str(), one.at_start_of(text)?)))
    }
}

impl Name {
    /// What comes after the name, where a text begins with it and it ends there as a word.
    fn at_start_of<'t>(&self, text: &'t str) -> Option<&'t str> {
        let after = if self.exactly {
            text.strip_prefix(&self.known)?
        } else {
            let mut rest = text.chars();
            for c in self.known.chars() {
                if !c.to_lowercase().eq(rest.next()?.to_lowercase()) {
                    return None;
                }
            }
            rest.as_str()
        };
        (!after.starts_with(char::is_alphanumeric)).then_some(after)
    }
}

/// First and last names that stand for a person alone; neither titles nor initials do.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split_whitespace()
        .filter(|word| !word.ends_with('.') && word.len() > 2 && !TITLES.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;
    use crate::domain::id::EntryId;
    use crate::domain::journal::{Debrief, Entry};
    use crate::domain::person::Person;
    use crate::domain::practice::sample::at;

    #[test]
    fn a_name_is_hidden_where_it_is_a_word() {
        let mut mask = Mask::default();
        mask.put("Acme", "Employer A", false);
        assert_eq!(
            mask.hide("Acme, ACME's, acme and Acmeville"),
            "Employer A, Employer A's, Employer A and Acmeville"
        );
    }

    #[test]
    fn a_person_is_hidden_by_every_way_to_reach_them() {
        let met = |contact: &str| Person {
            name: "R. Castellano".to_owned(),
            contact: contact.to_owned(),
            ..Person::default()
        };
        let mut entry = Entry::note(EntryId::new("e"), String::new(), at(0.0));
        entry.debrief = Some(Box::new(Debrief {
            people: vec![met(""), met("r.castellano@northlight.example"), met("")],
            ..Debrief::default()
        }));
        let mut model = Model::default();
        model.journal.entries.push(entry);
        let mask = Mask::over(&model);
        let text = "R. Castellano, owner, r.castellano@northlight.example";
        assert_eq!(mask.hide(text), "Person 1, owner, Person 1");
    }

    /// Somebody who is told of in a debrief.
    fn entry_with(name: &str) -> Entry {
        let mut entry = Entry::note(EntryId::new(name), String::new(), at(0.0));
        entry.debrief = Some(Box::new(Debrief {
            people: vec![Person {
                name: name.to_owned(),
                ..Person::default()
            }],
            ..Debrief::default()
        }));
        entry
    }

    #[test]
    fn a_first_name_that_is_a_word_of_questions_too_is_hidden_as_it_is_written() {
        let mut model = Model {
            library: shipped::library(),
            ..Model::default()
        };
        model.journal.entries.push(entry_with("Will Castellano"));
        let mask = Mask::over(&model);
        let text = "What will you do? will castellano asked. Will and CASTELLANO left.";
        let hidden = "What will you do? Person 1 asked. Person 1 and Person 1 left.";
        assert_eq!(mask.hide(text), hidden);
    }

    #[test]
    fn who_was_met_stays_hidden_and_keeps_the_number() {
        let mut model = Model::default();
        model.journal.entries.push(entry_with("Okafor"));
        model.meet();
        model.journal.entries.clear();
        model.journal.entries.push(entry_with("Lindqvist"));
        let hidden = Mask::over(&model).hide("Okafor and Lindqvist");
        assert_eq!(hidden, "Person 1 and Person 2");
    }

    #[test]
    fn titles_and_initials_are_no_names() {
        let of = |name| parts(name).collect::<Vec<_>>();
        assert_eq!(of("Mr. Lindqvist"), ["Lindqvist"]);
        assert_eq!(of("Priya N."), ["Priya"]);
        assert_eq!(of("Dr Ana Okafor"), ["Ana", "Okafor"]);
    }
}
