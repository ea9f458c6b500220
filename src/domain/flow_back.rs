//! What a debrief changes in practice.
//!
//! Questions of a real interview that were rough, or that were doubted, are due now; doubts that were not cleared
//! steer the drill for two weeks; people who were there get a thank-you. The rules are those of section 7.3 of
//! the content reference.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};

use super::ahead::was_to_come;
use super::id::{ApplicationId, CompetencyId, EntryId, QuestionId};
use super::journal::{Asked, Cleared, Debrief, Entry, Reaction};
use super::journey::Application;
use super::library::{Card, Competency, Library};
use super::person::Person;
use super::practice::history::{self, History, Source};
use super::practice::pick::Steer;
use super::search::fold;
use super::text::listed;

use crate::domain::order::InOrder;

/// Days that an open doubt steers the drill.
const STEER: i64 = 14;

/// Days that a question stays due while it is not practiced.
const DUE: i64 = 90;

/// Days after which a thank-you leaves the list.
const THANKS: i64 = 7;

/// Newest debriefs in which a weak spot counts, and how often it must come up.
const FOCUS: (usize, usize) = (5, 2);

/// A thank-you to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thanks {
    /// The debrief.
    pub entry: EntryId,
    /// The employer.
    pub application: Option<ApplicationId>,
    /// To whom.
    pub person: Person,
    /// The day until which it is best.
    pub best_by: NaiveDate,
}

impl Thanks {
    /// Until when it is best, in words: `best by tomorrow`, later `still worth sending`.
    pub fn words(&self, today: NaiveDate) -> &'static str {
        match (self.best_by - today).num_days() {
            1.. => "best by tomorrow",
            0 => "best today",
            _ => "still worth sending",
        }
    }
}

/// What the journal asks for, as of today.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FlowBack {
    /// What steers a draw.
    pub steer: Steer,
    /// Thank-yous, the soonest first.
    pub thanks: Vec<Thanks>,
}

/// Works out what the journal asks for, newest entries first.
pub fn flow_back(
    entries: &[Entry],
    applications: &[Application],
    library: &Library,
    history: &History,
    today: NaiveDate,
) -> FlowBack {
    let mut debriefs: Vec<(&Entry, &Debrief)> = (entries.iter())
        .filter_map(|e| Some((e, e.debrief.as_deref()?)))
        .collect();
    debriefs.order_by_cached_key(|(entry, _)| entry.order());
    let words = Words::of(library);
    let mut flow = FlowBack::default();
    let mut due: Vec<(&QuestionId, Vec<String>)> = Vec::new();
    for (entry, debrief) in &debriefs {
        let age = (today - entry.date).num_days();
        if age <= DUE {
            let employer = employer(entry, applications);
            ask(&mut due, entry, debrief, &employer, history);
        }
        if age <= STEER {
            flow.doubt(debrief, &words);
        }
        // Nobody is thanked for an interview that was still to come. One in which something was asked has been, though
        // its round was moved on to another day since.
        let job = job(entry, applications);
        let held = !debrief.questions.is_empty()
            || (job.zip(entry.stage))
                .is_none_or(|(job, stage)| !was_to_come(job, stage, entry.date));
        // After an ending nobody looks forward to a decision: what is sent then carries the thanks.
        let ended = job.is_some_and(|job| job.closed);
        if held && !ended && (0..=THANKS).contains(&age) {
            flow.thank(entry, debrief, &employer(entry, applications));
        }
    }
    let asked = |(id, who): (&QuestionId, Vec<String>)| (id.clone(), listed(&who));
    flow.steer.asked = due.into_iter().map(asked).collect();
    flow.focus(&debriefs, &words);
    flow.thanks.order_by_key(|t| t.best_by);
    flow
}

/// Cards of questions that were taken out of a debrief: nobody has practiced them, and no other debrief has them.
pub fn left_over(
    before: &Entry,
    after: &Entry,
    entries: &[Entry],
    history: &History,
) -> Vec<QuestionId> {
    fn cards(entry: &Entry) -> impl Iterator<Item = &QuestionId> {
        let questions = entry.debrief.iter().flat_map(|d| &d.questions);
        questions.filter_map(|asked| asked.card.as_ref())
    }
    let others = entries.iter().filter(|e| e.id != after.id);
    let kept: Vec<&QuestionId> = others.chain([after]).flat_map(cards).collect();
    let practiced = |id: &QuestionId| {
        history
            .of(id.as_str())
            .any(|f| f.source == Source::Practice)
    };
    cards(before)
        .filter(|id| !kept.contains(id) && !practiced(id))
        .cloned()
        .collect()
}

/// The questions of a debrief that are cards, for the history.
pub fn asked_facts<'a>(entry: &'a Entry, library: &'a Library) -> Vec<history::Asked<'a>> {
    facts_with(entry, |id| library.card(id))
}

/// Those of many debriefs; the cards are looked up in a table that is made once.
pub fn all_asked<'a>(
    entries: &'a [Entry],
    library: &'a Library,
) -> impl Iterator<Item = history::Asked<'a>> {
    let cards = library.cards.iter().map(|c| (c.id.as_str(), c));
    let cards: HashMap<&str, &Card> = cards.collect();
    let debriefs = entries.iter().filter(|e| e.debrief.is_some());
    debriefs.flat_map(move |e| facts_with(e, |id| cards.get(id).copied()))
}

fn facts_with<'a>(
    entry: &'a Entry,
    card: impl Fn(&str) -> Option<&'a Card>,
) -> Vec<history::Asked<'a>> {
    let questions = entry.debrief.iter().flat_map(|d| &d.questions);
    questions
        .filter_map(|asked| {
            let card = card(asked.card.as_ref()?.as_str())?;
            Some(history::Asked {
                entry: entry.id.as_str(),
                day: entry.date,
                time: entry.time,
                question: card.id.as_str(),
                competency: card.competencies.first()?.as_str(),
                kind: card.kind,
                level: asked.level,
            })
        })
        .collect()
}

/// Rough and doubted questions are due until they are practiced: each with who asked it.
fn ask<'d>(
    due: &mut Vec<(&'d QuestionId, Vec<String>)>,
    entry: &Entry,
    debrief: &'d Debrief,
    employer: &str,
    history: &History,
) {
    for asked in debrief.questions.iter().filter(|a| is_rough(a)) {
        let Some(card) = &asked.card else { continue };
        let since = history.of(card.as_str());
        let since = since.take_while(|f| history.text(f.origin) != entry.id.as_str());
        let practiced = since
            .filter(|f| f.day >= entry.date)
            .any(|f| f.source == Source::Practice && f.level.is_some());
        if practiced {
            continue;
        }
        // The newest debrief comes first, and so does its employer; a debrief may be of no job.
        let at = due.iter().position(|(id, _)| *id == card);
        let at = at.unwrap_or_else(|| {
            due.push((card, Vec::new()));
            due.len() - 1
        });
        let who = &mut due[at].1;
        if !employer.is_empty() && !who.iter().any(|one| one == employer) {
            who.push(employer.to_owned());
        }
    }
}

impl FlowBack {
    /// Doubts that were not cleared steer the draw to the competency that they are about.
    fn doubt(&mut self, debrief: &Debrief, words: &Words) {
        let open = debrief
            .concerns
            .iter()
            .filter(|c| c.cleared != Cleared::Yes);
        for competency in open.filter_map(|c| words.competency(&c.text)) {
            self.steer_to(competency);
        }
    }

    /// What comes up again and again in the newest debriefs steers the draw as well.
    fn focus(&mut self, debriefs: &[(&Entry, &Debrief)], words: &Words) {
        let (newest, often) = FOCUS;
        let mut seen: Vec<(CompetencyId, usize)> = Vec::new();
        for (_, debrief) in debriefs.iter().take(newest) {
            let weak = debrief.improve.iter().chain(&debrief.slipped);
            let mut here: Vec<CompetencyId> =
                weak.filter_map(|line| words.competency(line)).collect();
            here.order();
            here.dedup();
            for competency in here {
                match seen.iter_mut().find(|(id, _)| *id == competency) {
                    Some((_, times)) => *times += 1,
                    None => seen.push((competency, 1)),
                }
            }
        }
        for (competency, _) in seen.into_iter().filter(|(_, times)| *times >= often) {
            self.steer_to(competency);
        }
    }

    fn steer_to(&mut self, competency: CompetencyId) {
        if !self.steer.competencies.contains(&competency) {
            self.steer.competencies.push(competency);
        }
    }

    /// Everybody who was there gets a thank-you within a day; the employer, where nobody is known by name.
    fn thank(&mut self, entry: &Entry, debrief: &Debrief, employer: &str) {
        if entry.is_thanked() {
            return;
        }
        let best_by = entry
            .date
            .checked_add_days(Days::new(1))
            .unwrap_or(entry.date);
        let mut people: Vec<Person> = entry.to_thank().into_iter().cloned().collect();
        let nobody = !debrief.people.iter().any(Person::is_named);
        if nobody && !employer.is_empty() {
            people.push(Person {
                name: employer.to_owned(),
                ..Person::default()
            });
        }
        self.thanks.extend(people.into_iter().map(|person| Thanks {
            entry: entry.id.clone(),
            application: entry.application.clone(),
            person,
            best_by,
        }));
    }
}

/// Rough for the user, or doubted by the other side.
fn is_rough(asked: &Asked) -> bool {
    asked.level.is_some_and(|l| !l.carries()) || asked.reaction == Some(Reaction::PushedBack)
}

fn employer(entry: &Entry, applications: &[Application]) -> String {
    let known = job(entry, applications).map(|a| a.employer.as_str());
    known.or(entry.elsewhere()).unwrap_or_default().to_owned()
}

fn job<'a>(entry: &Entry, applications: &'a [Application]) -> Option<&'a Application> {
    let id = entry.application.as_ref()?;
    applications.iter().find(|a| a.id == *id)
}

/// The beginnings of the words that stand for each competency, to find the one that a free line is about.
struct Words {
    /// The stem, the competency, and how much it says: its title more than its definition.
    stems: HashMap<String, Vec<(CompetencyId, u8)>>,
}

/// Letters of a word that count; `decision`, `decide` and `decided` then meet.
const STEM: usize = 5;

impl Words {
    fn of(library: &Library) -> Self {
        let mut words = Self {
            stems: HashMap::new(),
        };
        for competency in library.competencies.iter() {
            words.learn(&competency);
        }
        words
    }

    fn learn(&mut self, competency: &Competency) {
        let title = stems(&competency.title).map(|s| (s, 3));
        let id = stems(competency.id.as_str()).map(|s| (s, 3));
        let definition = stems(&competency.definition).map(|s| (s, 1));
        for (stem, weight) in title.chain(id).chain(definition) {
            let entry = self.stems.entry(stem).or_default();
            if entry.iter().all(|(known, _)| *known != competency.id) {
                entry.push((competency.id.clone(), weight));
            }
        }
    }

    /// The competency that a line is about; `None` when its words point nowhere or to several alike.
    fn competency(&self, line: &str) -> Option<CompetencyId> {
        let mut scores: Vec<(&CompetencyId, u32)> = Vec::new();
        for (id, weight) in stems(line).filter_map(|s| self.stems.get(&s)).flatten() {
            match scores.iter_mut().find(|(known, _)| *known == id) {
                Some((_, score)) => *score += u32::from(*weight),
                None => scores.push((id, u32::from(*weight))),
            }
        }
        let best = scores.iter().map(|(_, score)| *score).max()?;
        let mut winners = scores.iter().filter(|(_, score)| *score == best);
        let (id, _) = winners.next()?;
        // One common word of a definition is no evidence, and a tie is none either.
        (best >= 2 && winners.next().is_none()).then(|| (*id).clone())
    }
}

/// The beginnings of the words of a text that are long enough to mean something.
fn stems(text: &str) -> impl Iterator<Item = String> {
    let folded = fold(text);
    let words: Vec<String> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() >= 4)
        .map(|w| w.chars().take(STEM).collect())
        .collect();
    words.into_iter()
}

#[cfg(test)]
mod tests;
