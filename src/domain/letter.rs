//! What goes into the blanks of a letter by itself: who was there, for which job, on which day.

use chrono::NaiveDate;

use super::checks::{Referee, Step};
use super::doubts;
use super::id::{ApplicationId, EntryId, RefereeId};
use super::journal::{Concern, Entry};
use super::journey::{Application, Outcome, Round};
use super::library::{Letter, StageId, Template};
use super::next::words::talk;
use super::person::Person;
use super::text::listed;

/// The letters of thanks to one person, to a panel, and the one that answers a doubt, by id.
const TO_ONE: &str = "t-thank-you-interview";
const TO_SEVERAL: &str = "t-thank-you-panel";
const WITH_DOUBT: &str = "t-thank-you-concern";

/// The shortest one, for a first call.
const SHORT: &str = "t-thank-you-short";

/// The letter that tells somebody of a job at which they may be called, by id.
pub const BRIEF: &str = "t-reference-brief";

/// The letters to somebody who would speak for the user, each with the step that it is.
const TO_REFEREES: [(&str, Step); 3] = [
    ("t-reference-ask", Step::Asked),
    (BRIEF, Step::Briefed),
    ("t-reference-thanks", Step::Thanked),
];

/// Up to so many people get a letter each; a larger panel is thanked through whoever led it.
const EACH: usize = 2;

/// What a letter is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The interview of a debrief, and whom the letter goes to by name; empty where it goes to all of them.
    Debrief(EntryId, String),
    /// A job, with its last debrief where there is one.
    Job(ApplicationId),
    /// Somebody who would speak for the user, at a job where there is one.
    Referee(RefereeId, Option<ApplicationId>),
}

/// Blanks with what is known for them.
pub type Known = Vec<(&'static str, String)>;

/// What is known for a letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// What stands in it.
    pub known: Known,
    /// The user's own notes on blanks that stay open. They were not written for the eyes of the other side.
    pub notes: Known,
}

/// Where the facts for a letter come from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Source<'a> {
    /// The debrief of the interview.
    pub entry: Option<&'a Entry>,
    /// Whom it goes to by name; empty where nobody has said so.
    pub to: &'a str,
    /// The job.
    pub application: Option<&'a Application>,
    /// The name of the user.
    pub me: &'a str,
    /// The day on which it is written.
    pub today: NaiveDate,
}

/// The letter that thanks somebody for the interview of a debrief, by id. A doubt is answered to one of them, whoever
/// stands first: two letters that say the same would be laid side by side.
pub fn of_thanks(entry: &Entry, to: &str) -> &'static str {
    let people = people(entry);
    let first = people.first().is_none_or(|p| p.name.trim() == to);
    match people.len() {
        n if n > EACH => TO_SEVERAL,
        _ if first && doubt(entry).is_some() => WITH_DOUBT,
        _ if entry.stage == Some(StageId::Screening) => SHORT,
        _ => TO_ONE,
    }
}

/// The letter to somebody who would speak for the user that fits now, by id; none to whoever would rather not.
pub fn of_referee(referee: &Referee, job: Option<&ApplicationId>) -> Option<&'static str> {
    let [(ask, _), (brief, _), (thanks, _)] = TO_REFEREES;
    match referee.next(job) {
        Some(Step::Asked | Step::SaidYes) => Some(ask),
        Some(Step::Briefed | Step::Named | Step::Heard) => Some(brief),
        Some(Step::Thanked) => Some(thanks),
        None => job
            .filter(|job| referee.call(job).is_some())
            .map(|_| thanks),
    }
}

/// The step that a letter to a referee is.
pub fn step_of(letter: &str) -> Option<Step> {
    let found = TO_REFEREES.iter().find(|(id, _)| *id == letter);
    found.map(|(_, step)| *step)
}

/// What is known of somebody who would speak for the user, and of what the advert of the job asks for.
pub fn known_of_referee(referee: &Referee, points: &[String]) -> Known {
    let saw: Vec<String> = referee
        .speaks_of
        .lines()
        .map(|line| line.trim().to_owned())
        .collect();
    let saw: Vec<String> = saw.into_iter().filter(|line| !line.is_empty()).collect();
    let mut known = vec![
        ("name", referee.person.name.clone()),
        ("event", listed(&saw)),
        ("need", listed(points)),
    ];
    known.retain(|(_, words)| !words.is_empty());
    known
}

/// Whether everybody who was there is written to apart.
pub fn is_to_each(entry: &Entry) -> bool {
    people(entry).len() <= EACH
}

/// The job that letters are about where nobody has said so: the only open one, else the one that was closed last.
pub fn likely<'a>(applications: &'a [Application], entries: &[Entry]) -> Option<&'a Application> {
    let mut open = applications.iter().filter(|a| !a.closed);
    match (open.next(), open.next()) {
        (only, None) if only.is_some() => only,
        (None, _) => {
            let written = |a: &Application| last_debrief(entries, &a.id).map(|e| e.date);
            applications
                .iter()
                .max_by_key(|a| (a.ended, written(a), a.since))
        }
        _ => None,
    }
}

/// The last debrief of a job.
pub fn last_debrief<'a>(entries: &'a [Entry], application: &ApplicationId) -> Option<&'a Entry> {
    (entries.iter())
        .filter(|e| e.debrief.is_some() && e.application.as_ref() == Some(application))
        .max_by_key(|e| (e.date, e.time))
}

/// What a debrief and its application say of the blanks of a letter. Names stand together in the letter to two people,
/// and each alone in the one to a panel.
pub fn facts(template: &Template, source: Source<'_>) -> Facts {
    let Source {
        entry,
        to,
        application,
        me,
        today,
    } = source;
    let told = application.map(|a| (a.employer.clone(), a.role.clone()));
    let (company, role) = told.unwrap_or_default();
    let mut known = vec![
        ("me", me.trim().to_owned()),
        ("company", company),
        ("role", role),
    ];
    known.extend(
        entry
            .into_iter()
            .flat_map(|e| of_interview(template, e, to, today)),
    );
    let next = entry.zip(application);
    known.extend(next.map(|(entry, application)| ("next", next_date(application, entry))));
    known.retain(|(_, words)| !words.is_empty());
    let notes = entry.into_iter().flat_map(|e| own_notes(template, e));
    Facts {
        known,
        notes: notes.filter(|(_, words)| !words.is_empty()).collect(),
    }
}

/// The date that follows an interview: `the skills test on Wednesday, December 2, at 13:30`; empty where none is known.
fn next_date(application: &Application, entry: &Entry) -> String {
    let later = |r: &&Round| r.outcome == Outcome::Pending && r.date > Some(entry.date);
    let rounds = application.rounds.iter().filter(later);
    let words = |round: &Round| {
        let day = round.date?.format("%A, %B %-d").to_string();
        let time = round.time.map(|t| t.format(", at %H:%M").to_string());
        let time = time.unwrap_or_default();
        Some(format!("the {} on {day}{time}", talk(round.stage)))
    };
    let next = rounds.min_by_key(|r| (r.date, r.time));
    next.and_then(words).unwrap_or_default()
}

/// What the user noted in the debrief and has to say in other words.
fn own_notes(template: &Template, entry: &Entry) -> Known {
    let mut notes = Known::new();
    if template.letter == Letter::ThankYouConcern
        && let Some(concern) = doubt(entry)
    {
        notes.push(("concern", concern.text.clone()));
        notes.push(("fact", concern.reply.clone()));
    }
    if let Some(debrief) = entry.debrief.as_deref() {
        notes.push(("contact", debrief.contact.clone()));
        notes.push(("next", debrief.next_step.clone()));
    }
    notes
}

/// What an interview says of the blanks of a letter to somebody who was there, or to all of them.
fn of_interview(template: &Template, entry: &Entry, to: &str, today: NaiveDate) -> Known {
    let names: Vec<&str> = people(entry).into_iter().map(|p| p.name.trim()).collect();
    let panel = template.letter == Letter::ThankYouPanel;
    let name = match names.as_slice() {
        names if names.contains(&to) => to.to_owned(),
        [first, second] if !panel => format!("{first} and {second}"),
        [first, ..] => (*first).to_owned(),
        [] => String::new(),
    };
    let member = |n: usize| {
        names
            .get(n)
            .map_or_else(String::new, |name| (*name).to_owned())
    };
    let when = match (today - entry.date).num_days() {
        0 => "today".to_owned(),
        1 => "yesterday".to_owned(),
        _ => format!("on {}", entry.date.format("%A")),
    };
    let mut known = vec![
        ("name", name),
        ("second_name", member(1)),
        ("third_name", member(2)),
        ("quiet_name", member(3)),
        (
            "stage",
            entry.stage.map_or_else(String::new, |s| talk(s).to_owned()),
        ),
        ("day", entry.date.format("%A").to_string()),
        ("when", when),
        ("month", entry.date.format("%B").to_string()),
    ];
    let decision = entry.debrief.as_ref().and_then(|d| d.decision);
    if names_decision(template.letter)
        && let Some(day) = decision
    {
        known.push(("date", day.format("%A, %B %-d").to_string()));
    }
    known
}

/// Whether the date in a letter is the one on which they want to decide; in the others it is a day of one's own.
const fn names_decision(letter: Letter) -> bool {
    matches!(
        letter,
        Letter::ThankYou | Letter::ThankYouConcern | Letter::ThankYouPanel | Letter::Status
    )
}

/// A text with its blanks filled as far as they are known.
pub fn fill<S: AsRef<str>>(text: &str, known: &[(S, String)]) -> String {
    known.iter().fold(text.to_owned(), |text, (slot, words)| {
        text.replace(&format!("{{{}}}", slot.as_ref()), words)
    })
}

/// The blanks of a letter that are still open, in their order, each with what belongs there.
pub fn open<'t>(template: &'t Template, facts: &Facts) -> Vec<(&'t str, &'t str)> {
    let mut blank = template.slots_used();
    blank.retain(|slot| facts.known.iter().all(|(filled, _)| filled != slot));
    let words = |slot: &str| {
        let said = template.slots.iter().find(|(known, _)| known == slot);
        said.map_or("", |(_, words)| words.as_str())
    };
    blank.into_iter().map(|slot| (slot, words(slot))).collect()
}

/// Who was there by name.
fn people(entry: &Entry) -> Vec<&Person> {
    let people = entry.debrief.iter().flat_map(|d| &d.people);
    people.filter(|p| p.is_named()).collect()
}

/// The first doubt that is open.
fn doubt(entry: &Entry) -> Option<&Concern> {
    let application = entry.application.as_ref()?;
    let doubts = doubts::open(std::slice::from_ref(entry), application);
    doubts.first().map(|d| d.concern)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_known_is_filled() {
        let known = vec![("name", "Agnes Brown".to_owned())];
        assert_eq!(
            fill("Dear {name}, about {detail}", &known),
            "Dear Agnes Brown, about {detail}"
        );
    }
}
