//! Offers in words: what the page, the page of a stage, plain mode and paper say.

use chrono::NaiveDate;

use crate::desk::Model;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{About, Application, Mark, Says, statement};
use crate::domain::offers::{self, Row, decides, open_offers, unknown};
use crate::domain::text::{capital, full_stop, listed};
use crate::domain::time::day_and_date;
use crate::panes::leaflet::{Leaflet, Part};
use crate::panes::words::hide_names;

/// What staying where one is is called at the head of its column.
pub const STAYING: &str = "Staying";

/// What is said where nothing was put in order yet.
pub const NOTHING_MATTERS: &str =
    "You have not said yet what matters to you in a job. v chooses it, what matters most first.";

/// Whose column it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// The offer of a job.
    Job(ApplicationId),
    /// Staying where one is.
    Staying,
}

/// One column.
#[derive(Debug, Clone)]
pub struct Column {
    /// Whose.
    pub of: Of,
    /// Its name, as it may be shown.
    pub name: String,
    /// Until when an answer is wanted, and how the offer came.
    pub facts: Vec<String>,
}

/// All offers, side by side.
#[derive(Debug, Clone, Default)]
pub struct Board {
    /// In the order in which answers are wanted; staying comes last.
    pub columns: Vec<Column>,
    /// What matters, and what was said besides; what is said in them may not be shown as it is.
    pub rows: Vec<Row>,
}

impl Board {
    /// The offers of all open jobs, or only that of one.
    pub fn of(model: &Model, only: Option<&ApplicationId>, today: NaiveDate) -> Self {
        let mut columns = Vec::new();
        let mut said: Vec<&[Says]> = Vec::new();
        let wanted = |job: &Application| only.is_none_or(|id| *id == job.id);
        for (job, offer) in open_offers(&model.journey.applications) {
            if wanted(job) {
                let facts = offers::facts(offer, today).into_iter();
                columns.push(Column {
                    of: Of::Job(job.id.clone()),
                    name: model.employer(job),
                    facts: facts.map(|fact| hide_names(model, &fact)).collect(),
                });
                said.push(&offer.says);
            }
        }
        if !model.profile.staying.is_empty() && !columns.is_empty() {
            columns.push(Column {
                of: Of::Staying,
                name: STAYING.to_owned(),
                facts: vec!["where I am".to_owned()],
            });
            said.push(&model.profile.staying);
        }
        Self {
            rows: offers::rows(&model.profile.matters, &said),
            columns,
        }
    }

    /// The names of the columns.
    pub fn names(&self) -> Vec<String> {
        self.columns
            .iter()
            .map(|column| column.name.clone())
            .collect()
    }
}

/// What a cell says: `26.00 an hour (good)`.
pub fn cell(model: &Model, says: &Says) -> String {
    let words = hide_names(model, &says.words);
    match (words.as_str(), says.mark) {
        ("", mark) => mark.word().to_owned(),
        (_, Mark::Unknown) => words,
        (_, mark) => format!("{words} ({})", mark.word()),
    }
}

/// The same with the mark first, so that the eye goes down a column by it: `Good: 26.00 an hour`.
pub fn mark_first(model: &Model, says: &Says) -> String {
    let words = hide_names(model, &says.words);
    match (words.as_str(), says.mark) {
        ("", mark) => mark.word().to_owned(),
        (_, Mark::Unknown) => words,
        (_, mark) => format!("{}: {words}", mark.word()),
    }
}

/// What stands below the table: what decides, what nobody has said yet, until when, and the talk about terms.
pub fn below(model: &Model, board: &Board, today: NaiveDate) -> Vec<String> {
    let mut lines = decides(&board.rows, &board.names());
    let unknown = |(at, column): (usize, &Column)| {
        let open = unknown(&board.rows, at);
        let asked = matches!(column.of, Of::Job(_)) && !open.is_empty();
        asked.then(|| format!("Not known yet of {}: {}.", column.name, listed(&open)))
    };
    lines.extend(board.columns.iter().enumerate().filter_map(unknown));
    for column in &board.columns {
        if let Of::Job(id) = &column.of {
            lines.push(full_stop(&format!(
                "{}: {}",
                column.name,
                column.facts.join(", ")
            )));
            let job = model.journey.get(id);
            lines.extend(job.and_then(|job| in_short(model, job, today)));
        }
    }
    lines.iter().map(|line| hide_names(model, line)).collect()
}

/// The talk about terms in a line: `The talk: you want 54,000; below 51,000 you say no.`
fn in_short(model: &Model, job: &Application, today: NaiveDate) -> Option<String> {
    let terms = &job.terms;
    let want = Some(&terms.target).filter(|words| !words.is_empty());
    let below = Some(&terms.no_below).filter(|words| !words.is_empty());
    let parts: Vec<String> = [
        want.map(|words| format!("you want {words}")),
        below.map(|words| format!("below {words} you say no")),
        told_pay(job, today).map(|words| format!("you told them {words}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let line = full_stop(&format!("The talk: {}", parts.join("; ")));
    (!parts.is_empty()).then(|| hide_names(model, &line))
}

/// What they were told of pay, the newest: `52,000 (Lee, 20 Feb)`; it says where it differs from what was said before.
pub fn told_pay(job: &Application, today: NaiveDate) -> Option<String> {
    let standing = statement::standing(&job.told).into_iter();
    let mut pay = standing.filter(|at| job.told[*at].about == About::Pay);
    pay.next()
        .map(|at| statement::with_facts(&job.told, at, today))
}

/// What is wanted of the talk about terms, line by line, each with what it is; what is empty is left out.
pub fn talk(job: &Application, today: NaiveDate) -> Vec<(&'static str, String)> {
    let terms = &job.terms;
    let on = terms.instead_on.map(|day| day_and_date(day, today));
    let instead = match (terms.instead.as_str(), on) {
        (words, Some(day)) if !words.is_empty() => format!("{words} (next: {day})"),
        (words, _) => words.to_owned(),
    };
    let lines = [
        ("I want", terms.target.clone()),
        ("No below", terms.no_below.clone()),
        ("I ask first", terms.first.clone()),
        ("Because", terms.reason.clone()),
        ("Else I can", instead),
        ("To trade", terms.trade.clone()),
        ("I told them", told_pay(job, today).unwrap_or_default()),
    ];
    let filled = lines.into_iter().filter(|(_, words)| !words.is_empty());
    filled.collect()
}

/// The offer of a job in a few lines, for the page of its stage; empty where there is nothing of it yet.
pub fn shortly(model: &Model, job: &Application, today: NaiveDate) -> Vec<String> {
    let facts = job.offer.as_ref().map(|offer| {
        let facts = offers::facts(offer, today);
        full_stop(&capital(&facts.join(", ")))
    });
    let short = (job.offer.is_some() || !job.terms.is_empty())
        .then(|| in_short(model, job, today))
        .flatten();
    let lines = facts.into_iter().chain(short);
    lines.map(|line| hide_names(model, &line)).collect()
}

/// The page for paper: each offer by what matters, what decides, and the talk about terms with room to write.
pub fn leaflet(model: &Model, board: &Board, jobs: &[&Application], today: NaiveDate) -> Leaflet {
    let mut parts: Vec<Part> = board
        .columns
        .iter()
        .enumerate()
        .map(|column| {
            let (at, column) = column;
            let row = |row: &Row| {
                let said = row.cells.get(at).cloned().unwrap_or_default();
                format!("{}: {}", row.about, cell(model, &said))
            };
            let mut lines = vec![full_stop(&capital(&column.facts.join(", ")))];
            lines.extend(board.rows.iter().map(row));
            Part::new(format!("{}:", column.name), lines)
        })
        .collect();
    if board.columns.len() > 1 {
        let lines = decides(&board.rows, &board.names());
        parts.push(Part::new("What decides:", lines));
    }
    for job in jobs {
        let lines = talk(job, today).into_iter();
        let lines: Vec<String> = lines
            .map(|(what, words)| hide_names(model, &format!("{what}: {words}")))
            .collect();
        if !lines.is_empty() || job.offer.is_some() {
            parts.push(Part {
                room: 2,
                ..Part::new(format!("The talk with {}:", model.employer(job)), lines)
            });
        }
    }
    Leaflet {
        title: "Offers, by what matters to me".to_owned(),
        about: model.profile.matters.join(", "),
        parts,
    }
}

/// The page for the jobs that have an offer or a talk to come, or for one of them; `None` where there is nothing on it.
pub fn paper(model: &Model, only: Option<&ApplicationId>, today: NaiveDate) -> Option<Leaflet> {
    let board = Board::of(model, only, today);
    let wanted = |job: &&Application| only.is_none_or(|id| *id == job.id);
    let jobs: Vec<&Application> = model.journey.open().filter(wanted).collect();
    let page = leaflet(model, &board, &jobs, today);
    (!page.parts.is_empty()).then_some(page)
}
