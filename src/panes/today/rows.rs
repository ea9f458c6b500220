//! The lines of Today that can be marked: each says what, how long or how well, and why; Enter starts it.

use chrono::NaiveDate;

use super::ahead::Ahead;
use super::row::{Act, Part, Row, when};
use super::{begun, sends, tonight};
use crate::desk::Model;
use crate::domain::debriefed::is_begun;
use crate::domain::id::{ApplicationId, SittingId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::level::Level;
use crate::domain::next::{Thing, Todo};
use crate::domain::order::InOrder;
use crate::domain::practice::history::{Fact, Source, moment};
use crate::domain::practice::past::Past;
use crate::domain::time::{day_and_date, day_words};
use crate::panes::library_words::asked_text;
use crate::panes::words;

/// Recent answers that are listed.
const RECENT: usize = 3;

/// All lines, from the top of the page to its end; `recent` are those of the last answers.
pub fn rows(model: &Model, ahead: &Ahead, recent: &[Row]) -> Vec<Row> {
    let Some(today) = ahead.day else {
        return Vec::new();
    };
    let mut rows = next(model, ahead, today);
    let sends = sends::rows(model, ahead, today);
    // Right after an interview the thank-you is the first thing, and a letter on its day; practice can wait till tomorrow.
    let at = if sends::come_first(ahead, today) {
        0
    } else {
        rows.len()
    };
    rows.splice(at..at, sends);
    rows.extend(sends::coming_up(model, ahead, today));
    rows.extend(sends::running_out(model, ahead, today));
    // On the day itself nobody needs to see what was weak.
    if ahead.today().is_none() {
        rows.extend_from_slice(recent);
    }
    rows.extend(road(model, ahead.soonest()));
    rows.extend(note(model, today));
    rows
}

/// What to do.
fn next(model: &Model, ahead: &Ahead, today: NaiveDate) -> Vec<Row> {
    let mut rows: Vec<Row> = ahead.things.iter().map(|t| thing(model, t)).collect();
    let begun = rows
        .iter()
        .take_while(|r| match r.act {
            Act::Do(Todo::GoOn(_) | Todo::Debrief { .. }) => true,
            // On the last evening nothing stands before what gets one ready for the interview.
            Act::Do(Todo::Sheet(..) | Todo::Notes(..) | Todo::Card(..) | Todo::Mock(_)) => {
                ahead.is_near
            }
            _ => false,
        })
        .count();
    rows.splice(begun..begun, begun::rows(model, ahead, today));
    if ahead.today().is_some() {
        rows.extend(sends::to_ask(model, ahead));
        return rows;
    }
    let asked = rows.len().min(begun.max(1));
    rows.extend(days(ahead, today));
    rows.splice(asked..asked, work(model));
    rows.splice(asked..asked, tonight::row(model, ahead, today));
    let left = rows.iter().position(goes_on).map_or(rows.len(), |n| n + 1);
    rows.splice(left..left, others(model));
    rows
}

/// The line that leads to the days until the next interview, while there are several.
fn days(ahead: &Ahead, today: NaiveDate) -> Option<Row> {
    let (_, round) = ahead.coming.first()?;
    let date = round.date.filter(|date| (*date - today).num_days() > 1)?;
    let text = format!("Your days until {}", day_words(date, today));
    let fact = "day by day".to_owned();
    Some(Row::new(Part::Next, text, String::new(), fact, Act::Days))
}

fn goes_on(row: &Row) -> bool {
    matches!(row.act, Act::Do(Todo::GoOn(_)))
}

/// The line that asks for the field of work, until somebody has said it.
fn work(model: &Model) -> Option<Row> {
    model.profile.lacks_field().then(|| {
        let fact = "for its questions".to_owned();
        let text = "Say what work you do".to_owned();
        Row::new(Part::Next, text, String::new(), fact, Act::Work)
    })
}

/// The line of the other sittings that wait.
fn others(model: &Model) -> Option<Row> {
    let others = model.practice.others_left();
    (others > 0).then(|| {
        let text = format!("And {} more to go on with", words::number(others));
        let fact = "left or interrupted".to_owned();
        Row::new(Part::Next, text, String::new(), fact, Act::Unfinished)
    })
}

fn thing(model: &Model, thing: &Thing) -> Row {
    let minutes = match thing.minutes {
        0 => String::new(),
        minutes => format!("{minutes} min"),
    };
    Row::new(
        Part::Next,
        words::hide_names(model, &thing.title),
        minutes,
        words::hide_names(model, &thing.reason),
        Act::Do(thing.todo.clone()),
    )
}

/// The last rated answers, talks and sets of items, newest first.
pub fn recent(model: &Model, today: NaiveDate) -> Vec<Row> {
    let history = &model.practice.history;
    let rated = |f: &&Fact| f.source == Source::Practice && !f.skipped && f.level.is_some();
    let answer = |f: &Fact| {
        let id = history.text(f.question);
        let text = asked_text(model, id, f.wording);
        let level = f.level.map_or("", Level::word).to_owned();
        let act = Act::Answer(SittingId::new(history.text(f.origin)));
        let when = when(f.day, today);
        (f.at, Row::new(Part::Recent, text, level, when, act))
    };
    let ended = |past: &Past| {
        let level = past.level.map_or("", Level::word).to_owned();
        let act = Act::Ended(past.sitting.clone());
        let when = when(past.at.date_naive(), today);
        let row = Row::new(Part::Recent, past.title.clone(), level, when, act);
        (moment(past.at.date_naive(), Some(past.at.time())), row)
    };
    let answers = history.facts().iter().rev().filter(rated).take(RECENT);
    let pasts = model.practice.past.newest().take(RECENT);
    let mut rows: Vec<_> = answers.map(answer).chain(pasts.map(ended)).collect();
    rows.order_by_key(|(at, _)| std::cmp::Reverse(*at));
    rows.into_iter().take(RECENT).map(|(_, row)| row).collect()
}

/// The application whose next interview is the soonest, else the one that was added last.
pub fn nearest<'a>(model: &'a Model, soonest: Option<&ApplicationId>) -> Option<&'a Application> {
    let soonest = soonest.and_then(|id| model.journey.get(id));
    soonest.or_else(|| model.journey.open().max_by_key(|a| a.since))
}

fn road(model: &Model, soonest: Option<&ApplicationId>) -> Option<Row> {
    let application = nearest(model, soonest)?;
    let text = model.employer(application);
    let fact = application.stage.short().to_owned();
    Some(Row::new(Part::Road, text, String::new(), fact, Act::Road))
}

/// The newest entry; its words are left out while names are hidden, since they may hold some.
fn note(model: &Model, today: NaiveDate) -> Option<Row> {
    let entry = model.journal.entries.first()?;
    let when = day_and_date(entry.date, today);
    let text = if model.names_hidden {
        String::new()
    } else {
        first_words(entry)
    };
    Some(Row::new(Part::Note, text, String::new(), when, Act::Note))
}

fn first_words(entry: &Entry) -> String {
    let title = Some(entry.title.as_str()).filter(|t| !t.is_empty());
    let body = || entry.body.lines().find(|l| !l.trim().is_empty());
    let asked = || {
        let debrief = entry.debrief.as_ref()?;
        let first = debrief.questions.first()?;
        Some(format!("they asked: {}", first.text))
    };
    let doubt = || {
        let debrief = entry.debrief.as_ref()?;
        let first = debrief.concerns.first()?;
        Some(format!("they doubted: {}", first.text))
    };
    let own = title.or_else(body).map(str::to_owned);
    let words = own.or_else(asked).or_else(doubt);
    let none = || {
        if is_begun(entry) {
            format!("begun: {}", entry.feeling.trim())
        } else {
            "without words".to_owned()
        }
    };
    words.map_or_else(none, |w| w.trim().to_owned())
}

/// The first line of the part after the one of line `at`; the first part follows the last.
pub fn next_part(rows: &[Row], at: usize) -> usize {
    let Some(here) = rows.get(at).map(|r| r.part) else {
        return 0;
    };
    let after = rows.iter().skip(at).position(|r| r.part != here);
    after.map_or(0, |n| at + n)
}

/// The first line of the part before the one of line `at`.
pub fn previous_part(rows: &[Row], at: usize) -> usize {
    let first_of = |at: usize| {
        let part = rows.get(at).map(|r| r.part);
        rows.iter()
            .position(|r| Some(r.part) == part)
            .unwrap_or_default()
    };
    let here = first_of(at);
    first_of(here.checked_sub(1).unwrap_or(rows.len().saturating_sub(1)))
}
