//! The debrief that opens: whose interview, which stage, which day.

use chrono::{NaiveDate, NaiveTime};

use crate::desk::{Desk, Model};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::next::to_debrief;
use crate::domain::order::InOrder;
use crate::domain::search::fold;
use crate::domain::time::Now;
use crate::store::layout;

/// What is said where a debrief of the same interview is there.
pub const GOES_ON: &str = "This interview has a debrief; it goes on here.";

/// Applications in the order in which a debrief may be about them: the last interview first, then those without a day,
/// then those whose interviews are all still to come, which are told apart (`true`); closed ones are the last.
pub fn meetings(model: &Model, now: Now) -> Vec<(&Application, bool)> {
    let today = now.date();
    let was = |a: &Application| last_round(a, today).and_then(|r| r.date);
    let to_come = |a: &Application| was(a).is_none() && model.next_round(a, now.wall).is_some();
    let choices = model.journey.choices();
    let mut all: Vec<(&Application, bool)> = choices.map(|a| (a, to_come(a))).collect();
    all.order_by_key(|(a, to_come)| (a.closed, *to_come, std::cmp::Reverse(was(a))));
    all
}

/// The last round that has been.
pub fn last_round(application: &Application, today: NaiveDate) -> Option<&Round> {
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
    let same = |e: &&Entry| e.kind == EntryKind::Debrief && e.is_of_same_interview(fresh);
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

/// The application whose interview was most likely meant: the one that was asked for, the one that waits for its
/// debrief, the only one there is.
pub fn meant<'m>(
    application: Option<&ApplicationId>,
    model: &'m Model,
    now: Now,
) -> Option<&'m Application> {
    let waits = to_debrief(&model.journey.applications, &model.journal.entries, now);
    let mut open = model.journey.open();
    let only = open.next().filter(|_| open.next().is_none());
    application
        .and_then(|id| model.journey.get(id))
        .or_else(|| waits.first().map(|(application, _)| *application))
        .or(only)
}

/// An empty debrief, of the interview that was most likely meant: the last round of that application.
pub fn entry(application: Option<&ApplicationId>, desk: &Desk<'_>) -> Entry {
    about(meant(application, desk.model, desk.now), desk)
}

/// An empty debrief of this application, or of none.
pub fn about(application: Option<&Application>, desk: &Desk<'_>) -> Entry {
    let Some(application) = application else {
        return blank("debrief", desk.now.date(), desk);
    };
    let today = desk.now.date();
    let round = last_round(application, today);
    let date = round.and_then(|r| r.date).unwrap_or(today);
    let stage = round.map_or(application.stage, |r| r.stage);
    let words = format!("{} {}", application.employer, stage.id());
    Entry {
        time: begun_at(round, date, desk.now),
        application: Some(application.id.clone()),
        stage: Some(stage),
        debrief: Some(Box::new(Debrief {
            people: round.map_or_else(Vec::new, |r| r.people.clone()),
            ..Debrief::default()
        })),
        ..blank(&words, date, desk)
    }
}

/// An empty debrief of an interview of today that no application tells of; the employer is one that is known, or else
/// stands in its title.
pub fn of_another(employer: &str, stage: Option<StageId>, desk: &Desk<'_>) -> Entry {
    let employer = employer.trim();
    let mut known = desk.model.journey.choices();
    let known = known.find(|a| !employer.is_empty() && fold(&a.employer) == fold(employer));
    let name = known.map_or(employer, |a| &a.employer);
    let parts = [Some(name), stage.map(StageId::id)].into_iter().flatten();
    let words = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let words = match words.as_slice() {
        [] => "debrief".to_owned(),
        words => words.join(" "),
    };
    let title = match known {
        None if !employer.is_empty() => Entry::title_elsewhere(employer, stage),
        _ => String::new(),
    };
    Entry {
        title,
        application: known.map(|a| a.id.clone()),
        stage,
        ..blank(&words, desk.now.date(), desk)
    }
}

/// An empty debrief of nobody, with a name for its file.
fn blank(words: &str, date: NaiveDate, desk: &Desk<'_>) -> Entry {
    let taken = |id: &str| desk.model.journal.get(&EntryId::new(id)).is_some();
    let id = layout::free_name(&layout::entry_name(date, words), taken);
    Entry {
        kind: EntryKind::Debrief,
        date,
        time: begun_at(None, date, desk.now),
        debrief: Some(Box::default()),
        ..Entry::note(EntryId::new(id), String::new(), desk.now)
    }
}
