//! The debrief that opens: whose interview, which stage, which day.

use chrono::{NaiveDate, NaiveTime};

use crate::desk::{Desk, Model};
use crate::domain::debriefed::{same, slot_of};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::journey::{Application, Round, Slot};
use crate::domain::library::StageId;
use crate::domain::next::to_debrief;
use crate::domain::order::InOrder;
use crate::domain::search::fold;
use crate::domain::time::Now;
use crate::store::layout;

/// What is said where a debrief of the same interview is there.
pub const GOES_ON: &str = "This interview has a debrief; it goes on here.";

/// The job whose debrief is wanted, and the interview of it, where that is known, too.
pub type Wanted = (ApplicationId, Option<Slot>);

/// The same, found.
pub type Meant<'m> = (&'m Application, Option<Slot>);

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
    let questions = |e: &Entry| {
        e.debrief
            .as_ref()
            .map_or_else(Vec::new, |d| d.questions.clone())
    };
    let broken_off = |e: &&Entry| {
        let asked = questions(e);
        e.application.is_some() || !asked.is_empty() && asked.iter().all(|q| q.card.is_none())
    };
    let entries = model.journal.entries.iter().filter(broken_off);
    same(entries, fresh, model.journey.job_of(fresh))
}

/// The time of a debriefed interview, where its day and stage are those of another one, too.
pub fn telling_time(entry: &Entry, model: &Model) -> Option<String> {
    let application = model.journey.job_of(entry)?;
    let time = application.telling_time(slot_of(entry, application)?)?;
    Some(time.format("%H:%M").to_string())
}

/// The interview that was most likely meant: the one that was asked for, the one that waits for its debrief, the last one
/// of the only job there is.
pub fn meant<'m>(wanted: Option<&Wanted>, model: &'m Model, now: Now) -> Option<Meant<'m>> {
    let known = wanted.and_then(|(id, slot)| Some((model.journey.get(id)?, *slot)));
    let waits = to_debrief(&model.journey.applications, &model.journal.entries, now);
    let waits = || waits.first().map(|(a, round)| (*a, Some(round.slot())));
    let mut open = model.journey.open();
    let only = open.next().filter(|_| open.next().is_none());
    known
        .or_else(waits)
        .or_else(|| only.map(|only| (only, None)))
}

/// The interview of a job that a debrief is about: the one that was asked for, the last one that waits for it, or else
/// the last one that has been.
pub fn round<'m>((application, slot): Meant<'m>, model: &Model, now: Now) -> Option<&'m Round> {
    let asked_for = slot.and_then(|slot| application.round_at(slot));
    let waits = || {
        let jobs = std::slice::from_ref(application);
        let waits = to_debrief(jobs, &model.journal.entries, now);
        waits.first().map(|(_, round)| *round)
    };
    asked_for
        .or_else(waits)
        .or_else(|| last_round(application, now.date()))
}

/// The last interview of a stage that has been.
pub fn last_of_stage(application: &Application, stage: StageId, today: NaiveDate) -> Option<Slot> {
    let been = |r: &&Round| r.stage == stage && r.date.is_some_and(|d| d <= today);
    let rounds = application.rounds.iter().filter(been);
    rounds.max_by_key(|r| (r.date, r.time)).map(Round::slot)
}

/// An empty debrief, of the interview that was most likely meant.
pub fn entry(wanted: Option<&Wanted>, desk: &Desk<'_>) -> Entry {
    let Some(meant) = meant(wanted, desk.model, desk.now) else {
        return blank("debrief", desk.now.date(), desk);
    };
    let (application, _) = meant;
    let round = round(meant, desk.model, desk.now);
    let date = round
        .and_then(|r| r.date)
        .unwrap_or_else(|| desk.now.date());
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
