//! The lines of the page: who would speak for me, then the papers, those first that an employer often asks for.

use chrono::NaiveDate;

use crate::desk::{Desk, Model, checks, jobs};
use crate::domain::checks::{
    Answer, Checks, Document, Referee, Step, USUAL, Usual, runs_out, usual_for, wants_references,
};
use crate::domain::id::{DocumentId, RefereeId};
use crate::domain::journey::Application;
use crate::domain::letter::{About, of_referee};
use crate::domain::order::InOrder;
use crate::domain::text::capital;
use crate::domain::time::{Now, Wall, short_date};
use crate::panes::words::hide_names;

/// What a line is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// Somebody.
    Referee(RefereeId),
    /// A paper that is written down.
    Paper(DocumentId),
    /// One that is often asked for, of which nothing is written down.
    Usual(&'static Usual),
}

impl Row {
    /// Whether it is about a person.
    pub const fn is_person(&self) -> bool {
        matches!(self, Self::Referee(_))
    }
}

/// All lines.
pub fn rows(model: &Model) -> Vec<Row> {
    let checks = &model.checks;
    let people = checks.referees.iter();
    let mut rows: Vec<Row> = people.map(|one| Row::Referee(one.id.clone())).collect();
    let usual: Vec<&Usual> = usual_for(&model.profile.family).collect();
    let is_usual = |one: &Document| usual.iter().any(|u| u.id == one.id.as_str());
    let own = checks.documents.iter().filter(|one| !is_usual(one));
    rows.extend(own.map(|one| Row::Paper(one.id.clone())));
    rows.extend(usual.iter().map(|usual| {
        let id = DocumentId::new(usual.id);
        match checks.document(&id) {
            Some(_) => Row::Paper(id),
            None => Row::Usual(usual),
        }
    }));
    rows
}

/// The jobs that the page can be about: first those that may call now, then the others.
pub fn jobs_of(model: &Model, now: Now) -> Vec<&Application> {
    let meant = jobs::meant(model, None, now).map(|job| &job.id);
    let mut all: Vec<&Application> = model.journey.open().collect();
    all.order_by_key(|job| (!wants_references(job), Some(&job.id) != meant));
    all
}

/// A line in words, and the fact at its right.
pub fn told(
    model: &Model,
    row: &Row,
    job: Option<&Application>,
    today: NaiveDate,
) -> (String, String) {
    let told = match row {
        Row::Referee(id) => model.checks.referee(id).map(|one| {
            let job = job.map(|job| (&job.id, job.employer.as_str()));
            (
                one.person.name.clone(),
                briefly(one, job.is_some(), &one.stands(job, today)),
            )
        }),
        Row::Paper(id) => model.checks.document(id).map(|one| {
            let fact = one.holds(today).filter(|_| one.have && one.asked.is_none());
            (
                one.title.clone(),
                fact.unwrap_or_else(|| stands_briefly(one, today)),
            )
        }),
        Row::Usual(usual) => Some((usual.title.to_owned(), String::new())),
    };
    let (words, fact) = told.unwrap_or_default();
    (hide_names(model, &words), hide_names(model, &fact))
}

/// In the list only what is last said of somebody.
fn briefly(one: &Referee, has_job: bool, stands: &str) -> String {
    let last = stands.strip_prefix("said yes, ").filter(|_| has_job);
    match last {
        Some(_) if one.calls.is_empty() => "said yes".to_owned(),
        Some(last) => last.split(" and ").last().unwrap_or(last).to_owned(),
        None => stands.to_owned(),
    }
}

fn stands_briefly(one: &Document, today: NaiveDate) -> String {
    if one.is_renewed() {
        "new one asked for".to_owned()
    } else {
        one.stands(today)
    }
}

/// What the next step of a line is called; `None` where there is none.
pub fn next(model: &Model, row: &Row, job: Option<&Application>, at: Wall) -> Option<String> {
    match row {
        Row::Referee(id) => {
            let step = model.checks.referee(id)?.next(job.map(|job| &job.id))?;
            let employer = job.map_or("", |job| job.employer.as_str());
            Some(hide_names(model, &step.words(employer)))
        }
        Row::Paper(id) => {
            let words = match turn(model, model.checks.document(id)?, at) {
                Turn::Have => "I have it",
                Turn::Renew => "a new one is asked for",
                Turn::Renewed => "the new one is here",
                Turn::HaveNot => "I do not have it",
            };
            Some(words.to_owned())
        }
        Row::Usual(_) => Some("I have it".to_owned()),
    }
}

/// What the next step with a paper is.
#[derive(Clone, Copy)]
enum Turn {
    Have,
    Renew,
    Renewed,
    HaveNot,
}

fn turn(model: &Model, one: &Document, at: Wall) -> Turn {
    if !one.have {
        return Turn::Have;
    }
    if one.is_renewed() {
        return Turn::Renewed;
    }
    let journey = &model.journey.applications;
    let due = runs_out(&model.checks, journey, &model.journal.entries, at);
    if due.iter().any(|due| due.document == one.id) {
        Turn::Renew
    } else {
        Turn::HaveNot
    }
}

/// Takes the next step of a line, and says so.
pub fn step(row: &Row, job: Option<&Application>, desk: &mut Desk<'_>) {
    let (now, today) = (desk.now.wall, desk.now.date());
    let Some(words) = next(desk.model, row, job, now) else {
        return;
    };
    let (title, _) = told(desk.model, row, job, today);
    let mut said = format!("{title}: {words}. u takes it back.");
    match row {
        Row::Referee(id) => {
            let job = job.map(|job| &job.id);
            checks::change(desk, &format!("{title}: {words}"), |all| {
                with_referee(all, id, |one| {
                    if let Some(step) = one.next(job) {
                        one.take(step, job, today);
                    }
                });
            });
        }
        Row::Paper(id) => {
            let Some(mut one) = desk.model.checks.document(id).cloned() else {
                return;
            };
            match turn(desk.model, &one, now) {
                Turn::Have => (one.have, one.asked) = (true, None),
                Turn::Renew => one.asked = Some(today),
                Turn::Renewed => {
                    (one.asked, one.until) = (None, None);
                    said = format!("{title}: {words}. Enter writes until when it holds.");
                }
                Turn::HaveNot => one.have = false,
            }
            checks::change(desk, &format!("{title}: {words}"), |all| {
                all.put_document(one);
            });
        }
        Row::Usual(usual) => {
            let mut one = Document::called(DocumentId::new(usual.id), usual.title);
            one.have = true;
            checks::change(desk, &format!("{title}: {words}"), |all| {
                all.put_document(one);
            });
        }
    }
    desk.say_undoable(said);
}

fn with_referee(all: &mut Checks, id: &RefereeId, change: impl FnOnce(&mut Referee)) {
    if let Some(mut one) = all.referee(id).cloned() {
        change(&mut one);
        all.put_referee(one);
    }
}

/// A letter to somebody is sent: what that means is written down.
pub fn sent(id: &RefereeId, step: Step, job: Option<&Application>, desk: &mut Desk<'_>) {
    let today = desk.now.date();
    let employer = job.map_or("", |job| job.employer.as_str());
    let name = desk
        .model
        .checks
        .referee(id)
        .map(|one| one.person.name.clone());
    let words = format!("{}: {}", name.unwrap_or_default(), step.words(employer));
    let words = hide_names(desk.model, &words);
    let job = job.map(|job| &job.id);
    checks::change(desk, &words, |all| {
        with_referee(all, id, |one| one.take(step, job, today));
    });
    desk.say_undoable(format!("{words}. u takes it back."));
}

/// Takes a line out.
pub fn remove(row: &Row, desk: &mut Desk<'_>) {
    let today = desk.now.date();
    let (title, _) = told(desk.model, row, None, today);
    checks::change(desk, &format!("taking out {title}"), |all| match row {
        Row::Referee(id) => all.referees.retain(|one| one.id != *id),
        Row::Paper(id) => all.documents.retain(|one| one.id != *id),
        Row::Usual(_) => {}
    });
    desk.say_undoable(format!("{title} is out. u takes it back."));
}

/// The letter that fits somebody now, by id, and what it is about.
pub fn letter(model: &Model, row: &Row, job: Option<&Application>) -> Option<(String, About)> {
    let Row::Referee(id) = row else { return None };
    let one = model.checks.referee(id)?;
    let job = job.map(|job| job.id.clone());
    let letter = of_referee(one, job.as_ref())?;
    Some((letter.to_owned(), About::Referee(id.clone(), job)))
}

/// All there is about a line, to be read beside the list, its title first.
pub fn page(model: &Model, row: &Row, job: Option<&Application>, now: Now) -> Vec<String> {
    let lines = match row {
        Row::Referee(id) => model
            .checks
            .referee(id)
            .map(|one| of_person(model, one, job, now)),
        Row::Paper(id) => model
            .checks
            .document(id)
            .map(|one| of_paper(model, one, now)),
        Row::Usual(usual) => Some(vec![
            usual.title.to_owned(),
            String::new(),
            usual.note.to_owned(),
            String::new(),
            "Nothing is written down of it yet.".to_owned(),
        ]),
    };
    let mut lines = lines.unwrap_or_default();
    if let Some(next) = next(model, row, job, now.wall) {
        lines.extend([String::new(), format!("Space: {next}.")]);
    }
    lines.iter().map(|line| hide_names(model, line)).collect()
}

fn of_person(model: &Model, one: &Referee, job: Option<&Application>, now: Now) -> Vec<String> {
    let today = now.date();
    let mut lines = vec![one.person.with_said()];
    let known = [&one.person.title, &one.person.contact];
    lines.extend(known.into_iter().filter(|text| !text.is_empty()).cloned());
    if !one.speaks_of.is_empty() {
        lines.extend([String::new(), "Can speak of".to_owned()]);
        lines.extend(one.speaks_of.lines().map(str::to_owned));
    }
    lines.push(String::new());
    let on = |word: &str, on: Option<NaiveDate>| {
        on.map(|on| format!("{word} {}", short_date(on, today)))
    };
    let answer = match one.answer {
        Answer::Open => None,
        Answer::Yes => Some(on("said yes", one.answered).unwrap_or_else(|| "said yes".to_owned())),
        Answer::RatherNot => Some("would rather not".to_owned()),
    };
    let asked: Vec<String> = on("Asked", one.asked).into_iter().chain(answer).collect();
    lines.push(match asked.as_slice() {
        [] => "Not asked yet.".to_owned(),
        asked => format!("{}.", asked.join(", ")),
    });
    for call in &one.calls {
        let Some(job) = model.journey.get(&call.job) else {
            continue;
        };
        let parts = [
            on("knows since", call.briefed),
            on("named", call.named),
            on("called", call.heard),
            on("thanked", call.thanked),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        lines.push(format!("{}: {}.", job.employer, parts.join(", ")));
    }
    if let Some(job) = job.filter(|job| one.answer == Answer::Yes && one.call(&job.id).is_none()) {
        lines.push(format!(
            "{}: does not know yet that they may call.",
            job.employer
        ));
    }
    lines
}

fn of_paper(model: &Model, one: &Document, now: Now) -> Vec<String> {
    let today = now.date();
    let mut lines = vec![one.title.clone(), String::new()];
    let holds = one
        .holds(today)
        .map_or_else(String::new, |words| format!(", {words}"));
    lines.push(format!("{}{holds}.", capital(&one.stands(today))));
    if !one.lies.is_empty() {
        lines.push(format!("It lies here: {}", one.lies));
    }
    let journey = &model.journey.applications;
    let due = runs_out(&model.checks, journey, &model.journal.entries, now.wall);
    if let Some(due) = due.iter().find(|due| due.document == one.id) {
        lines.extend([String::new(), format!("{}, {}.", due.words, due.reason)]);
    }
    if let Some(usual) = USUAL.iter().find(|usual| usual.id == one.id.as_str()) {
        lines.extend([String::new(), usual.note.to_owned()]);
    }
    lines
}
