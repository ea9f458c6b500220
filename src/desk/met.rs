//! Employers and people met in this run, also those that are gone by now: while names are hidden, no note that is still
//! there may tell them.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::checks::Referee;
use crate::domain::id::ApplicationId;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::person::{Person, is_name, named_in};
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
    /// Friends that sat in the other chair, and coaches.
    pub friends: &'a [String],
    /// Who would speak for the user.
    pub referees: &'a [Referee],
}

/// Names, each with its place among those that were met; one that is known stays.
#[derive(Debug, Clone, Default)]
pub struct Met {
    jobs: BTreeMap<ApplicationId, Known>,
    elsewhere: BTreeSet<String>,
    people: BTreeMap<String, Known>,
}

/// Somebody who was met.
#[derive(Debug, Clone)]
struct Known {
    /// How many were met before.
    place: usize,
    /// What an employer was called in this run, or what reaches a person.
    ways: BTreeSet<String>,
}

impl Met {
    /// Meets whoever is there; `true` when somebody is new.
    pub fn learn(&mut self, there: &There<'_>) -> bool {
        let mut new = false;
        for job in there.applications {
            new |= learn(&mut self.jobs, &job.id, &job.employer);
        }
        for name in there.entries.iter().filter_map(Entry::elsewhere) {
            new |= !self.elsewhere.contains(name) && self.elsewhere.insert(name.to_owned());
        }
        for (name, contact) in people(there).filter(|(name, _)| is_name(name)) {
            new |= learn(&mut self.people, name.as_str(), &contact);
        }
        let told = there.applications.iter().flat_map(|a| &a.told);
        let offered = there.applications.iter().filter_map(|a| a.offer.as_ref());
        let offered = offered.flat_map(|offer| named_in(&offer.by));
        for name in told.flat_map(|told| named_in(&told.to)).chain(offered) {
            new |= is_name(&name) && learn(&mut self.people, name.as_str(), "");
        }
        new
    }

    /// What employers were called, each with the letter that stands for it.
    pub fn jobs(&self) -> impl Iterator<Item = (&str, String)> {
        let jobs = self.jobs.values();
        jobs.flat_map(|job| {
            job.ways
                .iter()
                .map(|name| (name.as_str(), letter(job.place)))
        })
    }

    /// The letter that stands for the employer of a job; a name that changed gives no other one, and of one that was
    /// never met it is a letter that nobody has.
    pub fn letter(&self, id: &ApplicationId) -> String {
        letter(self.jobs.get(id).map_or(self.jobs.len(), |job| job.place))
    }

    /// Employers of whom only a debrief tells.
    pub fn elsewhere(&self) -> impl Iterator<Item = &str> {
        self.elsewhere.iter().map(String::as_str)
    }

    /// People by name, with their numbers from 1 and what reaches them, in the order they were met.
    pub fn people(&self) -> Vec<(usize, &str, &BTreeSet<String>)> {
        let people = self.people.iter();
        let mut people: Vec<_> = people
            .map(|(name, known)| (known.place + 1, name.as_str(), &known.ways))
            .collect();
        people.sort();
        people
    }
}

/// `true` when this one, or this name or way of it, was not known yet.
fn learn<K, Q>(known: &mut BTreeMap<K, Known>, who: &Q, way: &str) -> bool
where
    K: Ord + std::borrow::Borrow<Q>,
    Q: Ord + ToOwned<Owned = K> + ?Sized,
{
    let place = known.len();
    if let Some(one) = known.get_mut(who) {
        return !one.ways.contains(way) && one.ways.insert(way.to_owned());
    }
    let ways = BTreeSet::from([way.to_owned()]);
    known.insert(who.to_owned(), Known { place, ways });
    true
}

/// `Employer A`; after the last letter of the alphabet `Employer A1`.
fn letter(place: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(place % 26).unwrap_or(0));
    match place / 26 {
        0 => format!("Employer {letter}"),
        round => format!("Employer {letter}{round}"),
    }
}

/// Everybody in the order they were met, as often as they were: the name, and what reaches them.
fn people<'a>(there: &There<'a>) -> impl Iterator<Item = (String, String)> + use<'a> {
    let rounds = there.applications.iter().flat_map(|a| &a.rounds);
    let debriefs = there.entries.iter().rev();
    let debriefs = debriefs.filter_map(|e| e.debrief.as_deref());
    let met = (rounds.flat_map(|r| &r.people))
        .chain(debriefs.flat_map(|d| &d.people))
        .chain(there.referees.iter().map(|one| &one.person));
    // With how the name is said it is one more way to call them.
    let met = met.flat_map(|person: &Person| {
        let said = Some(person.with_said()).filter(|_| !person.said.is_empty());
        let ways = said.into_iter().chain([person.contact.clone()]);
        ways.map(|way| (person.name.clone(), way))
    });
    let told = there.stories.iter().flat_map(|story| &story.told);
    let told = told.flat_map(|told| &told.people);
    let told = told.map(|name| (Person::called(name).name, name.clone()));
    let friends = (there.friends.iter()).map(|name| (name.clone(), String::new()));
    met.chain(told).chain(friends)
}
