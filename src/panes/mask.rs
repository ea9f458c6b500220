//! Names hidden, for sharing a screen: what stands for employers and people wherever texts are shown.
//!
//! Forms are left alone, since what stands in them is written back.

use crate::desk::Model;
use crate::domain::id::slug;
use crate::domain::journal::Entry;
use crate::domain::person::Person;

/// Words before a name that are no part of it.
const TITLES: [&str; 6] = ["Mr", "Ms", "Mrs", "Miss", "Dr", "Prof"];

/// Shortest first word of an employer's name that stands for it alone.
const TELLING: usize = 5;

/// What stands for an employer of whom only a debrief tells.
pub const ANOTHER: &str = "another employer";

/// Names with what is shown for them, the longest first; empty while names are shown.
#[derive(Debug, Default)]
pub struct Mask(Vec<(String, String)>);

impl Mask {
    /// The mask of this moment.
    pub fn of(model: &Model) -> Self {
        if model.names_hidden {
            Self::over(model)
        } else {
            Self::default()
        }
    }

    /// The mask over every name that is known, whether they are hidden now or not.
    pub fn over(model: &Model) -> Self {
        let mut pairs = Vec::new();
        for application in &model.journey.applications {
            employer(
                &application.employer,
                &model.letter(application),
                &mut pairs,
            );
        }
        for name in model.journal.entries.iter().filter_map(Entry::elsewhere) {
            employer(name, ANOTHER, &mut pairs);
        }
        // A number stays with a person, in whatever order the ways to reach them were told.
        let mut known: Vec<&str> = Vec::new();
        for (name, contact) in people(model) {
            let at = known.iter().position(|known| *known == name);
            let n = at.unwrap_or_else(|| {
                known.push(name);
                known.len() - 1
            });
            let shown = format!("Person {}", n + 1);
            pairs.extend(parts(name).map(|w| (w.to_owned(), shown.clone())));
            pairs.push((name.to_owned(), shown.clone()));
            pairs.push((contact.to_owned(), shown));
        }
        pairs.retain(|(name, _)| !name.trim().is_empty());
        pairs.sort_by(|(a, _), (b, _)| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        pairs.dedup_by(|(later, _), (first, _)| later == first);
        Self(pairs)
    }

    /// The text as it may be shown.
    pub fn hide(&self, text: &str) -> String {
        let hide = |text: String, (name, shown): &(String, String)| replace(&text, name, shown);
        self.0.iter().fold(text.to_owned(), hide)
    }
}

/// An employer by its whole name, by its first word, and as names of files are made of it.
fn employer(name: &str, shown: &str, pairs: &mut Vec<(String, String)>) {
    let first = name.split_whitespace().next();
    let first = first.filter(|w| w.len() >= TELLING).unwrap_or_default();
    for known in [name, first, &slug(name, "")] {
        pairs.push((known.to_owned(), shown.to_owned()));
    }
}

/// Everybody in the order they were met, as often as they were: the name, and what reaches them.
fn people(model: &Model) -> impl Iterator<Item = (&str, &str)> {
    let rounds = model.journey.applications.iter().flat_map(|a| &a.rounds);
    let debriefs = model.journal.entries.iter().rev();
    let debriefs = debriefs.filter_map(|e| e.debrief.as_deref());
    let met = (rounds.flat_map(|r| &r.people)).chain(debriefs.flat_map(|d| &d.people));
    let met = met.map(|person: &Person| (person.name.as_str(), person.contact.as_str()));
    let told = model.stories.list.iter().flat_map(|story| &story.told);
    met.chain(told.flat_map(|told| told.people.iter().map(|name| (name.as_str(), ""))))
}

/// First and last names that stand for a person alone; neither titles nor initials do.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split_whitespace()
        .filter(|word| !word.ends_with('.') && word.len() > 2 && !TITLES.contains(word))
}

/// Replaces a name where it stands as a word of its own.
fn replace(text: &str, name: &str, shown: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once(name) {
        let letter = |c: char| c.is_alphanumeric();
        let own = !before.ends_with(letter) && !after.starts_with(letter);
        out.push_str(before);
        out.push_str(if own { shown } else { name });
        rest = after;
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::EntryId;
    use crate::domain::journal::Debrief;
    use crate::domain::practice::sample::at;

    #[test]
    fn a_name_is_hidden_where_it_is_a_word() {
        assert_eq!(
            replace("Acme, Acme's and Acmeville", "Acme", "Employer A"),
            "Employer A, Employer A's and Acmeville"
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

    #[test]
    fn titles_and_initials_are_no_names() {
        let of = |name| parts(name).collect::<Vec<_>>();
        assert_eq!(of("Mr. Lindqvist"), ["Lindqvist"]);
        assert_eq!(of("Priya N."), ["Priya"]);
        assert_eq!(of("Dr Ana Okafor"), ["Ana", "Okafor"]);
    }
}
