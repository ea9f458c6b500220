//! What stands in a letter: what is known by itself, and what was filled in by hand.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::drafting;
use super::words::hide_names;
use crate::desk::{Desk, Model};
use crate::domain::id::{ApplicationId, slug};
use crate::domain::journey::{Application, Criterion};
use crate::domain::letter::{
    About, Facts, Known, Source, facts, fill, known_of_referee, last_debrief, likely, open,
};
use crate::domain::library::Template;
use crate::domain::order::InOrder;
use crate::domain::text::capital;
use crate::domain::time::Now;
use crate::store::draft_file::{Draft, DraftKey, Owner};

/// What was filled in by hand, by the names of the blanks.
pub type ByHand = BTreeMap<String, String>;

/// The job that a letter is about; where nobody has said so, the likely one.
pub fn job<'m>(about: Option<&About>, model: &'m Model) -> Option<&'m Application> {
    let journey = &model.journey;
    match about {
        Some(About::Debrief(id, _)) => journey.get(model.journal.get(id)?.application.as_ref()?),
        Some(About::Job(id)) => journey.get(id),
        Some(About::Referee(_, id)) => journey.get(id.as_ref()?),
        None => likely(&journey.applications, &model.journal.entries),
    }
}

/// What a letter is about: as somebody has said; where several jobs are open, the one that it was filled in for last.
pub fn about(letter: &Template, said: Option<&About>, model: &Model) -> Option<About> {
    if job(said, model).is_some() || matches!(said, Some(About::Referee(..))) {
        return said.cloned();
    }
    let filled = model.journey.open().filter_map(|a| {
        let about = About::Job(a.id.clone());
        let key = key(letter.id.as_str(), Some(&about), model);
        let draft = model.drafts.iter().find(|d| d.key() == key)?;
        Some((draft.saved_at, about))
    });
    filled.max_by_key(|(at, _)| *at).map(|(_, about)| about)
}

/// The open jobs that a letter can be about; none where there is nothing to choose. Letters come after an interview,
/// so the job with the last one stands first, then the one with the next.
pub fn jobs(model: &Model, now: Now) -> Vec<ApplicationId> {
    let entries = &model.journal.entries;
    let held = |a: &Application| {
        let days = a.rounds.iter().filter_map(|r| r.date);
        let past = days.filter(|d| *d <= now.date()).max();
        past.max(last_debrief(entries, &a.id).map(|e| e.date))
    };
    let soonest = model.next_interview(now.wall).map(|(a, _)| &a.id);
    let mut jobs: Vec<&Application> = model.journey.open().collect();
    jobs.order_by_key(|a| (Reverse(held(a)), Some(&a.id) != soonest, Reverse(a.since)));
    jobs.into_iter().map(|a| a.id.clone()).collect()
}

/// Whom a letter goes to by name; empty where nobody has said so.
fn to(about: Option<&About>) -> &str {
    match about {
        Some(About::Debrief(_, to)) => to,
        Some(About::Referee(id, _)) => id.as_str(),
        Some(About::Job(_)) | None => "",
    }
}

/// What is known for a letter by itself, as it may be shown.
pub fn known(letter: &Template, about: Option<&About>, model: &Model, now: Now) -> Facts {
    let application = job(about, model);
    let entry = match about {
        Some(About::Debrief(id, _)) => model.journal.get(id),
        Some(About::Referee(..)) => None,
        _ => application.and_then(|a| last_debrief(&model.journal.entries, &a.id)),
    };
    let mut facts = facts(
        letter,
        Source {
            entry,
            to: to(about),
            application,
            me: &model.profile.name,
            today: now.date(),
        },
    );
    facts.known.extend(of_referee(about, application, model));
    for (_, words) in facts.known.iter_mut().chain(&mut facts.notes) {
        *words = hide_names(model, words);
    }
    facts
}

/// What is known of the referee whom a letter goes to.
fn of_referee(about: Option<&About>, job: Option<&Application>, model: &Model) -> Known {
    let Some(About::Referee(id, _)) = about else {
        return Known::new();
    };
    let title = |point: &Criterion| {
        let title = model.library.competency_title(point.competency.as_str());
        title.to_lowercase()
    };
    let points = job.map_or(&[][..], |job| &job.scorecard);
    let points: Vec<String> = points.iter().map(title).collect();
    let one = model.checks.referee(id);
    one.map_or_else(Known::new, |one| known_of_referee(one, &points))
}

/// Under which name the blanks of a letter are kept that were filled in by hand: for each job and each person its own.
pub fn key(letter: &str, about: Option<&About>, model: &Model) -> DraftKey {
    let job = job(about, model).map_or("", |a| a.id.as_str());
    let letter = letter.replace('/', "-");
    let to = match to(about) {
        "" => String::new(),
        to => format!("-{}", slug(to, "")),
    };
    (Owner::NewLetter, format!("{letter}-{job}{to}"))
}

/// The blanks that were filled in by hand.
pub fn by_hand(letter: &Template, about: Option<&About>, model: &Model) -> ByHand {
    let key = key(letter.id.as_str(), about, model);
    let draft = model.drafts.iter().find(|d| d.key() == key);
    draft
        .and_then(|d| serde_json::from_str(&d.facts).ok())
        .unwrap_or_default()
}

/// A blank of a letter that nothing known fills.
pub struct Blank {
    /// Its name in the letter.
    pub slot: String,
    /// Its name as it is read.
    pub label: String,
    /// What belongs there, or the user's own note on it.
    pub note: String,
    /// What was filled in by hand.
    pub by_hand: String,
}

/// The blanks of a letter that nothing known fills, in their order.
pub fn blanks(letter: &Template, facts: &Facts, by_hand: &ByHand) -> Vec<Blank> {
    let blank = |(slot, words): (&str, &str)| {
        let own = facts.notes.iter().find(|(name, _)| *name == slot);
        Blank {
            label: capital(&slot.replace('_', " ")),
            note: own.map_or_else(|| words.to_owned(), |(_, own)| format!("your note: {own}")),
            by_hand: by_hand.get(slot).cloned().unwrap_or_default(),
            slot: slot.to_owned(),
        }
    };
    open(letter, facts).into_iter().map(blank).collect()
}

/// Keeps what was filled in by hand.
pub fn keep(
    letter: &Template,
    about: Option<&About>,
    (facts, by_hand): (&Facts, &ByHand),
    desk: &mut Desk<'_>,
) {
    let (owner, field) = key(letter.id.as_str(), about, desk.model);
    let draft = Draft {
        owner,
        field,
        text: written(&letter.body, facts, by_hand),
        facts: serde_json::to_string(by_hand).unwrap_or_default(),
        caret: 0,
        saved_at: desk.now.wall,
    };
    drafting::keep(draft, desk);
}

/// A text of a letter with everything in it that is known or was filled in.
pub fn written(text: &str, facts: &Facts, by_hand: &ByHand) -> String {
    let own: Vec<(&str, String)> = (by_hand.iter())
        .filter(|(_, words)| !words.trim().is_empty())
        .map(|(slot, words)| (slot.as_str(), words.trim().to_owned()))
        .collect();
    fill(&fill(text, &facts.known), &own)
}
