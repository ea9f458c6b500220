//! The lines of Today about other people: what is still to be sent, what to ask today, and the other interviews to come.

use chrono::NaiveDate;

use super::ahead::Ahead;
use super::facts;
use super::row::{Act, Part, Row};
use crate::desk::Model;
use crate::domain::checks::RunsOut;
use crate::domain::flow_back::Thanks;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Round, Statement};
use crate::domain::letter::{About, is_to_each, of_thanks};
use crate::domain::next::coming;
use crate::domain::text::capital;
use crate::domain::time::short_date;
use crate::panes::ticks;
use crate::panes::words::hide_names;

/// Interviews to come that are listed at most.
const COMING: usize = 4;

/// Papers that run out of which is told at most.
const PAPERS: usize = 2;

/// Thank-yous, then the other letters that have their time.
pub fn rows(model: &Model, ahead: &Ahead, today: NaiveDate) -> Vec<Row> {
    let mut rows = thanks(model, &ahead.thanks, today);
    rows.extend(ahead.letters.iter().map(|send| {
        let text = hide_names(model, &send.title);
        let act = Act::Letter(send.clone());
        Row::new(Part::Send, text, String::new(), send.reason.clone(), act)
    }));
    rows.extend(promised(model, today));
    rows
}

/// What was promised to the employers of open jobs and is not sent yet: `The talk link, promised to J. Moreau`.
pub fn promised(model: &Model, today: NaiveDate) -> Vec<Row> {
    let of_job = |job: &Application| -> Vec<Row> {
        let open = job.told.iter().enumerate().filter(|(_, one)| one.is_open());
        let row = |(at, one): (usize, &Statement)| {
            let to = match one.to.as_str() {
                "" => job.employer.as_str(),
                to => to,
            };
            let text = capital(&format!("{}, promised to {to}", one.words));
            let fact = match one.when(today).as_str() {
                "" => "not sent yet".to_owned(),
                when => format!("promised {when}"),
            };
            let act = Act::Promised(job.id.clone(), at);
            Row::new(
                Part::Send,
                hide_names(model, &text),
                String::new(),
                fact,
                act,
            )
        };
        open.map(row).collect()
    };
    model.journey.open().flat_map(of_job).collect()
}

/// The letter of a line, by id, and what it is about.
pub fn letter(act: &Act, model: &Model) -> Option<(String, About)> {
    match act {
        Act::Thank(entry, to) => {
            let letter = of_thanks(model.journal.get(entry)?, to);
            let about = About::Debrief(entry.clone(), to.clone());
            Some((letter.to_owned(), about))
        }
        Act::Letter(send) => {
            let about = About::Job(send.application.clone());
            Some((send.letter.to_owned(), about))
        }
        _ => None,
    }
}

/// Whether they come before practice: a thank-you of today or yesterday, or a letter on its day, unless the next interview
/// is near.
pub fn come_first(ahead: &Ahead, today: NaiveDate) -> bool {
    let due = !ahead.is_near && ahead.letters.iter().any(|l| l.due);
    due || ahead.thanks.iter().any(|t| t.best_by >= today)
}

/// Thank-yous: a line for each person, or for a larger panel that is thanked by one letter.
fn thanks(model: &Model, thanks: &[Thanks], today: NaiveDate) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for group in thanks.chunk_by(|a, b| a.entry == b.entry) {
        let entry = model.journal.get(&group[0].entry);
        if entry.is_some_and(is_to_each) {
            rows.extend(group.chunks(1).map(|one| thank(model, one, today)));
        } else {
            rows.push(thank(model, group, today));
        }
    }
    rows
}

/// The line of a letter that thanks these people.
fn thank(model: &Model, group: &[Thanks], today: NaiveDate) -> Row {
    let text = match group[0].application {
        // Where there is no job on the roadmap, nothing stands for its name.
        None if model.names_hidden => "Thank-you after an interview".to_owned(),
        _ => hide_names(model, &format!("Thank-you to {}", names(group))),
    };
    let fact = group[0].words(today).to_owned();
    let to = match group {
        [one] => one.person.name.trim().to_owned(),
        _ => String::new(),
    };
    let act = Act::Thank(group[0].entry.clone(), to);
    Row::new(Part::Send, text, String::new(), fact, act)
}

/// `J. Moreau`, `J. Moreau and 3 more`.
fn names(thanks: &[Thanks]) -> String {
    let first = &thanks[0].person.name;
    match thanks.len() {
        1 => first.clone(),
        more => format!("{first} and {} more", more - 1),
    }
}

/// `at 10:00, Acme`: which interview of a day.
fn for_which(job: &Application, round: &Round) -> String {
    let at = round.time.map(|time| time.format("at %H:%M, ").to_string());
    format!("{}{}", at.unwrap_or_default(), job.employer)
}

/// What was kept to be asked in the interviews of today.
pub fn to_ask(model: &Model, ahead: &Ahead) -> Vec<Row> {
    let all = || ahead.of_today();
    let several = all().count() > 1;
    let of_one = |(id, round): &(ApplicationId, Round)| {
        let job = model.journey.get(id);
        let fact = job.filter(|_| several).map(|job| for_which(job, round));
        let fact = hide_names(model, &fact.unwrap_or_default());
        let row = |words: String| {
            let act = Act::Meet(id.clone(), round.slot());
            let text = format!("Ask: {}", hide_names(model, &words));
            Row::new(Part::Next, text, String::new(), fact.clone(), act)
        };
        let kept = ticks::to_ask(model, round.stage, job);
        kept.into_iter().map(row).collect::<Vec<Row>>()
    };
    all().flat_map(of_one).collect()
}

/// Papers that run out, and why that matters.
pub fn running_out(model: &Model, ahead: &Ahead, today: NaiveDate) -> Vec<Row> {
    let row = |paper: &RunsOut| {
        let fact = format!("{}, {}", short_date(paper.until, today), paper.reason);
        let fact = hide_names(model, &fact);
        let act = Act::Paper(paper.document.clone());
        Row::new(
            Part::Coming,
            paper.briefly.clone(),
            String::new(),
            fact,
            act,
        )
    };
    ahead.papers.iter().take(PAPERS).map(row).collect()
}

/// The interviews to come that are not named above, each with its day.
pub fn coming_up(model: &Model, ahead: &Ahead, today: NaiveDate) -> Vec<Row> {
    let row = |(id, round): &(ApplicationId, Round)| {
        let words = coming(model.journey.get(id)?, round, today);
        let words = hide_names(model, &words);
        let (what, when) = words.rsplit_once(": ").unwrap_or((&words, ""));
        let act = Act::Meet(id.clone(), round.slot());
        let (what, when) = (what.to_owned(), when.to_owned());
        Some(Row::new(Part::Coming, what, String::new(), when, act))
    };
    let named = usize::from(facts::names_next(model, ahead, today));
    let later = ahead.coming.iter().skip(named).take(COMING);
    later.filter_map(row).collect()
}
