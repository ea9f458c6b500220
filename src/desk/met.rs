//! Employers and people met in this run, also those that are gone by now: while names are hidden, no note that is still
//! there may tell them.

use std::collections::BTreeSet;

use crate::domain::id::ApplicationId;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::Library;
use crate::domain::person::Person;
use crate::domain::story::Story;

/// Where names are to be met.
#[derive(Debug, Clone, Copy)]
pub struct There<'a> {
    /// Jobs, with the people of their interviews.
    pub applications: &'a [Application],
    /// Entries; debriefs tell of people.
    pub entries: &'a [Entry],
    /// Stories, with whom they were told to.
    pub stories: &'a [Story],
    /// Friends that sat in the other chair.
    pub friends: &'a [String],
    /// What is asked.
    pub library: &'a Library,
}

/// Names in the order they were met; one that is known stays.
#[derive(Debug, Clone, Default)]
pub struct Met {
    /// Each job with what its employer was called.
    jobs: Vec<(ApplicationId, String)>,
    /// Employers of whom only a debrief tells.
    elsewhere: Vec<String>,
    /// Each name with what reaches that person.
    people: Vec<(String, String)>,
    /// Words of names that questions use, too, in small letters.
    everyday: BTreeSet<String>,
}

impl Met {
    /// Meets whoever is there.
    pub fn learn(&mut self, there: &There<'_>) {
        let mut new = Vec::new();
        for job in there.applications {
            let one = (job.id.clone(), job.employer.clone());
            if !self.jobs.contains(&one) {
                new.push(job.employer.clone());
                self.jobs.push(one);
            }
        }
        for name in there.entries.iter().filter_map(Entry::elsewhere) {
            if !self.elsewhere.iter().any(|known| known == name) {
                new.push(name.to_owned());
                self.elsewhere.push(name.to_owned());
            }
        }
        for (name, contact) in people(there) {
            let known = |(n, c): &(String, String)| n == name && c == contact;
            if !self.people.iter().any(known) {
                new.push(name.to_owned());
                self.people.push((name.to_owned(), contact.to_owned()));
            }
        }
        self.everyday.extend(everyday(&new, there.library));
    }

    /// Jobs with what their employers were called.
    pub fn jobs(&self) -> impl Iterator<Item = &(ApplicationId, String)> {
        self.jobs.iter()
    }

    /// The place of a job among those that were met; a name that changed gives no other one.
    pub fn place(&self, id: &ApplicationId) -> usize {
        let mut ids: Vec<&ApplicationId> = Vec::new();
        for (id, _) in &self.jobs {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.iter().position(|known| *known == id).unwrap_or(0)
    }

    /// Employers of whom only a debrief tells.
    pub fn elsewhere(&self) -> impl Iterator<Item = &str> {
        self.elsewhere.iter().map(String::as_str)
    }

    /// People by name, each as often as there are ways to reach them.
    pub fn people(&self) -> impl Iterator<Item = (&str, &str)> {
        let people = self.people.iter();
        people.map(|(name, contact)| (name.as_str(), contact.as_str()))
    }

    /// Whether a word of a name is also one that questions use.
    pub fn is_everyday(&self, word: &str) -> bool {
        self.everyday.contains(&word.to_lowercase())
    }
}

/// Which words of these names stand in the questions, written small.
fn everyday(names: &[String], library: &Library) -> BTreeSet<String> {
    let words = names.iter().flat_map(|name| name.split_whitespace());
    let words: BTreeSet<String> = words.map(str::to_lowercase).collect();
    if words.is_empty() {
        return words;
    }
    let mut found = BTreeSet::new();
    for question in library.questions.iter() {
        let used = question.text.split(|c: char| !c.is_alphanumeric());
        found.extend(used.filter(|word| words.contains(*word)).map(str::to_owned));
    }
    found
}

/// Everybody in the order they were met, as often as they were: the name, and what reaches them.
fn people<'a>(there: &There<'a>) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
    let rounds = there.applications.iter().flat_map(|a| &a.rounds);
    let debriefs = there.entries.iter().rev();
    let debriefs = debriefs.filter_map(|e| e.debrief.as_deref());
    let met = (rounds.flat_map(|r| &r.people)).chain(debriefs.flat_map(|d| &d.people));
    let met = met.map(|person: &Person| (person.name.as_str(), person.contact.as_str()));
    let told = there.stories.iter().flat_map(|story| &story.told);
    let met = met.chain(told.flat_map(|told| told.people.iter().map(|name| (name.as_str(), ""))));
    met.chain(there.friends.iter().map(|name| (name.as_str(), "")))
}
