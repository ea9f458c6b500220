//! The debrief that opens: whose interview, which stage, which day.

use chrono::{NaiveDate, NaiveTime};

use crate::desk::{Desk, Model};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::journey::{Application, Round};
use crate::domain::next::to_debrief;
use crate::domain::time::Now;
use crate::store::layout;

/// Applications in the order in which a debrief may be about them: the last interview first, then those without a day,
/// then those whose interviews are all still to come, which are told apart (`true`); closed ones are the last.
pub fn meetings(model: &Model, now: Now) -> Vec<(&Application, bool)> {
    let today = now.date();
    let was = |a: &Application| last_round(a, today).and_then(|r| r.date);
    let to_come = |a: &Application| was(a).is_none() && model.next_round(a, now.wall).is_some();
    let choices = model.journey.choices();
    let mut all: Vec<(&Application, bool)> = choices.map(|a| (a, to_come(a))).collect();
    all.sort_by_key(|(a, to_come)| (a.closed, *to_come, std::cmp::Reverse(was(a))));
    all
}

/// The last round that has been.
fn last_round(application: &Application, today: NaiveDate) -> Option<&Round> {
    let been = |r: &&Round| r.date.is_some_and(|d| d <= today);
    let rounds = application.rounds.iter().filter(been);
    rounds.max_by_key(|r| (r.date, r.time))
}

/// When the interview was: at its own time, else now for one of today. A debrief that is written on a later day knows no
/// time, because the clock of that day says nothing about the interview.
fn begun_at(round: Option<&Round>, date: NaiveDate, now: Now) -> Option<NaiveTime> {
    let told = round.and_then(|r| r.time);
    if date == now.date() {
        Some(told.map_or(now.time(), |time| time.min(now.time())))
    } else {
        told
    }
}

/// The debrief that is there already of the same interview; without an employer one of today that was broken off,
/// whose questions are no practice yet.
pub fn begun<'m>(fresh: &Entry, model: &'m Model) -> Option<&'m Entry> {
    let same = |e: &&Entry| {
        e.kind == EntryKind::Debrief
            && e.date == fresh.date
            && e.application == fresh.application
            && e.stage == fresh.stage
    };
    let questions = |e: &Entry| {
        e.debrief
            .as_ref()
            .map_or_else(Vec::new, |d| d.questions.clone())
    };
    let broken_off = |e: &&Entry| {
        let asked = questions(e);
        e.application.is_some() || !asked.is_empty() && asked.iter().all(|q| q.card.is_none())
    };
    model.journal.entries.iter().filter(same).find(broken_off)
}

/// An empty debrief, of the interview that was most likely meant: the last round of the application, or the one that
/// waits for its debrief, or that of the only application there is.
pub fn entry(application: Option<&ApplicationId>, desk: &Desk<'_>) -> Entry {
    let model = &desk.model;
    let waits = to_debrief(
        &model.journey.applications,
        &model.journal.entries,
        desk.now,
    );
    let mut open = model.journey.open();
    let only = open.next().filter(|_| open.next().is_none());
    let application = application
        .and_then(|id| desk.model.journey.get(id))
        .or_else(|| waits.first().map(|(application, _)| *application))
        .or(only);
    about(application, desk)
}

/// An empty debrief of this application, or of none.
pub fn about(application: Option<&Application>, desk: &Desk<'_>) -> Entry {
    let today = desk.now.date();
    let round = application.and_then(|a| last_round(a, today));
    let date = round.and_then(|r| r.date).unwrap_or(today);
    let stage = application.map(|a| round.map_or(a.stage, |r| r.stage));
    let words = match (application, stage) {
        (Some(a), Some(stage)) => format!("{} {}", a.employer, stage.id()),
        _ => "debrief".to_owned(),
    };
    let taken = |id: &str| desk.model.journal.get(&EntryId::new(id)).is_some();
    Entry {
        id: EntryId::new(layout::free_name(&layout::entry_name(date, &words), taken)),
        kind: EntryKind::Debrief,
        date,
        time: begun_at(round, date, desk.now),
        title: String::new(),
        application: application.map(|a| a.id.clone()),
        stage,
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body: String::new(),
        beside: None,
        debrief: Some(Box::new(Debrief {
            people: round.map_or_else(Vec::new, |r| r.people.clone()),
            ..Debrief::default()
        })),
    }
}
