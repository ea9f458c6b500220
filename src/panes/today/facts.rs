//! The first words: a greeting and one fact.

use chrono::NaiveDate;

use super::ahead::Ahead;
use crate::desk::{Model, View};
use crate::domain::debriefed::{debrief_of, is_written};
use crate::domain::follow;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Round};
use crate::domain::next::{Todo, coming, coming_at_once, coming_briefly, talk, when};
use crate::domain::text::full_stop;
use crate::domain::time::{Now, day_and_date, short_date};
use crate::panes::application_form::endings::ending_words;
use crate::panes::{rounds, unreadable, words};
use crate::widgets::canvas::cells;

/// Below this width of the screen the section names fold into one, which leaves room for a fact.
const FOLDED: u16 = 72;

/// Cells of the folded name of the section with what is around it.
const BESIDE_NAME: u16 = 12;

/// From this width on the date has its day of the week.
const ROOMY: u16 = 100;

/// After so many days without practice and without an entry the page greets a little longer.
const AWAY: i64 = 21;

/// `Good evening, Sam.`
pub fn greeting(model: &Model, now: Now) -> String {
    let hello = words::greeting(now.time());
    match model.profile.name.trim() {
        name if name.is_empty() || model.names_hidden => format!("{hello}."),
        name => format!("{hello}, {name}."),
    }
}

/// The one fact below the greeting: the interview to debrief, else the next one, else where things stand.
pub fn fact(model: &Model, ahead: &Ahead, now: Now) -> String {
    words::hide_names(model, &stands(model, ahead, now, coming).0)
}

/// The same with the keys of the screen that lead on from it; where it is too wide, of an interview only where and when.
pub fn fact_with_keys(model: &Model, ahead: &Ahead, now: Now, width: u16) -> String {
    let told = |coming| {
        let (words, keys) = stands(model, ahead, now, coming);
        let words = words::hide_names(model, &words);
        format!("{words} {keys}").trim_end().to_owned()
    };
    let mut ways = [told(coming), told(coming_briefly)].into_iter();
    // Where even that is cut, the time is not.
    let fits = ways.find(|words| cells(words) <= width);
    fits.unwrap_or_else(|| told(coming_at_once))
}

/// What one has to know about an interview that is near: where, whom, how long, what to bring; empty before. Where the
/// fact above is about another job, it says of which interview.
pub fn to_know(model: &Model, ahead: &Ahead, today: NaiveDate) -> String {
    let Some((id, round)) = ahead.coming.first().filter(|_| ahead.is_near) else {
        return String::new();
    };
    let mut told: Vec<String> = rounds::to_know(round)
        .iter()
        .map(|line| full_stop(line))
        .collect();
    if let (false, Some(application)) = (names_next(model, ahead, today), model.journey.get(id)) {
        told.insert(0, full_stop(&coming_briefly(application, round, today)));
    }
    words::hide_names(model, &told.join(" "))
}

/// How an interview to come is told.
type Coming = fn(&Application, &Round, NaiveDate) -> String;

/// Whether the fact is about the next interview, so that no line has to name it.
pub fn names_next(model: &Model, ahead: &Ahead, today: NaiveDate) -> bool {
    ahead.today().is_some()
        || to_debrief(model, ahead, today).is_none() && news(model, today).is_none()
}

fn stands(model: &Model, ahead: &Ahead, now: Now, coming: Coming) -> (String, &'static str) {
    let today = now.date();
    let next = |(id, round): &(ApplicationId, Round)| {
        let application = model.journey.get(id)?;
        Some(format!("{}.", coming(application, round, today)))
    };
    let words = (ahead.today().and_then(next))
        .or_else(|| to_debrief(model, ahead, today))
        .or_else(|| news(model, today))
        .or_else(|| ahead.coming.first().and_then(next))
        .or_else(|| long_away(model, today));
    words.map_or_else(|| without_a_date(model, today), |words| (words, ""))
}

/// What became of a job, while that leads on.
fn news(model: &Model, today: NaiveDate) -> Option<String> {
    let jobs = model.journey.applications.iter();
    let last = jobs.filter_map(|a| Some((a.ended, follow::news_words(a, today)?)));
    last.max_by_key(|(ended, _)| *ended).map(|(_, words)| words)
}

/// `Acme, panel interview: yesterday. Debrief it first.`
fn to_debrief(model: &Model, ahead: &Ahead, today: NaiveDate) -> Option<String> {
    let (id, slot) = ahead.things.iter().find_map(|t| match &t.todo {
        Todo::Debrief { application, slot } => Some((application, slot)),
        _ => None,
    })?;
    let application = model.journey.get(id)?;
    let when = words::in_days(slot.date?, today);
    let what = talk(slot.stage);
    let todo = match debrief_of(&model.journal.entries, application, *slot) {
        Some(_) => "Its debrief is begun; go on with it.",
        None => "Debrief it first.",
    };
    Some(format!("{}, {what}: {when}. {todo}", application.employer))
}

/// One friendly line after a long time; practice is planned from today anyway.
fn long_away(model: &Model, today: NaiveDate) -> Option<String> {
    let practiced = model.practice.history.facts().last().map(|f| f.day);
    let written = model.journal.entries.first().map(|e| e.date);
    let last = practiced.max(written)?;
    ((today - last).num_days() >= AWAY)
        .then(|| "Good to see you again. What is next is planned from today.".to_owned())
}

fn without_a_date(model: &Model, today: NaiveDate) -> (String, &'static str) {
    let held = |a: &Application| {
        let rounds = a
            .rounds
            .iter()
            .filter(|r| r.date.is_some_and(|d| d <= today));
        let last = rounds.max_by_key(|r| (r.date, r.time))?;
        let when = words::in_days(last.date?, today);
        let written = if is_written(&model.journal.entries, a, last) {
            ", and written down"
        } else if debrief_of(&model.journal.entries, a, last.slot()).is_some() {
            ", and its debrief is begun"
        } else {
            ""
        };
        let what = talk(last.stage);
        Some(format!("{}, {what}: {when}{written}.", a.employer))
    };
    let decides = |a: &Application| {
        let words = follow::decision_words(a, &model.journal.entries, today);
        (!words.is_empty()).then(|| format!("{}: {words}.", a.employer))
    };
    let last = |a: &Application| {
        let days = a.rounds.iter().filter_map(|r| r.date);
        days.filter(|d| *d <= today).max()
    };
    match model.journey.open().max_by_key(|a| (last(a), a.since)) {
        Some(a) => {
            let words = decides(a).or_else(|| held(a));
            let none = || format!("{}: {}, no date yet.", a.employer, talk(a.stage));
            (words.unwrap_or_else(none), "")
        }
        None => (unreadable::told(model))
            .or_else(|| Some((ended(model)?, "n adds the next job.")))
            .unwrap_or_else(|| {
                let none = "No interview yet.".to_owned();
                (none, "n adds the job you are after.")
            }),
    }
}

/// `St. Mary Hospital: they chose somebody else.`
fn ended(model: &Model) -> Option<String> {
    let last = model.journey.closed().into_iter();
    let last = last.max_by_key(|a| (a.ended, a.since))?;
    let words = ending_words(last);
    Some(format!("{}: {words}.", last.employer))
}

/// The fact beside the section names: the date, or on a narrow screen the next interview.
pub fn at_the_right(view: &View<'_>) -> String {
    let today = view.now.date();
    let width = view.screen.0;
    match view.model.next_interview(view.now.wall) {
        Some((application, round)) if width < FOLDED => short(view, application, round),
        _ if width >= ROOMY => day_and_date(today, today),
        _ => short_date(today, today),
    }
}

/// `Acme, panel tomorrow at 10:00`, in less room `panel tomorrow at 10:00` or the day and the hour alone.
fn short(view: &View<'_>, application: &Application, round: &Round) -> String {
    let when = when(round, view.now.date()).unwrap_or_default();
    let with_stage = format!("{} {when}", round.stage.short().to_lowercase());
    let whole = format!("{}, {with_stage}", view.model.employer(application));
    let room = view.screen.0.saturating_sub(BESIDE_NAME);
    let forms = [whole, with_stage];
    let fits = forms.into_iter().find(|words| cells(words) <= room);
    fits.unwrap_or(when)
}
