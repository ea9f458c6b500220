//! Offers in lines: what each says of what matters, what decides, the talk about terms, and the answer.

use super::form;
use super::page::{Away, Said};
use super::seat::Seat;
use super::{drill, handbook, steps};
use crate::desk::{Go, Place};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Mark};
use crate::domain::offers::matters::{to_choose, turn};
use crate::domain::text::{capital, full_stop, listed};
use crate::panes::handbook::part;
use crate::panes::offer_form::OfferForm;
use crate::panes::offers::lines::{self, Board, Of};
use crate::panes::offers::ways::{self, Way};
use crate::panes::offers::{said, set};
use crate::panes::terms_form::TermsForm;
use crate::panes::words::hide_names;
use crate::panes::{matters, offers};

/// The way there from a job.
pub fn way(job: &Application) -> String {
    if job.offer.is_some() {
        "Their offer, beside the others, and the talk about terms.".to_owned()
    } else {
        "Their offer, once it comes, and the talk about terms.".to_owned()
    }
}

/// What is chosen.
#[derive(Clone)]
enum Chosen {
    Cell(Of, String),
    Facts(ApplicationId),
    Terms(ApplicationId),
    On(ApplicationId),
    Matters,
}

/// What can be done with one offer.
#[derive(Clone)]
enum Step {
    Facts,
    Terms,
    Way(Box<Way>),
}

/// Reads them side by side; each thing can be written down and marked.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>, wanted: Option<&ApplicationId>) -> Said<()> {
    loop {
        once(seat, wanted)?;
    }
}

fn once(seat: &mut Seat<'_>, wanted: Option<&ApplicationId>) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let today = seat.now().date();
        let board = Board::of(&seat.model, None, today);
        if seat.model.journey.open().next().is_none() {
            seat.page
                .say("There is no job here yet. jobs adds the one you are after.");
            return Err(Away::Back);
        }
        for line in lines::below(&seat.model, &board, today) {
            seat.page.say(&line);
        }
        let rows = rows(seat, &board, wanted);
        let names: Vec<String> = rows.iter().map(|(words, _)| words.clone()).collect();
        let at = seat.page.pick(&names, None)?;
        Ok(rows[at].1.clone())
    };
    steps::choose(seat, which, |seat, chosen| match chosen {
        Chosen::Cell(of, about) => cell(seat, &of, &about),
        Chosen::Facts(id) => facts(seat, id),
        Chosen::Terms(id) => terms(seat, id),
        Chosen::On(id) => on_with(seat, &id),
        Chosen::Matters => what_matters(seat),
    })
}

/// The days of an offer.
fn facts(seat: &mut Seat<'_>, id: ApplicationId) -> Said<()> {
    let mut pane = OfferForm::new(id);
    form::fill(seat, &mut pane, usize::MAX, form::NOT_SAVED).map(drop)
}

/// What is wanted of the talk about terms.
fn terms(seat: &mut Seat<'_>, id: ApplicationId) -> Said<()> {
    let mut pane = TermsForm::new(id);
    form::fill(seat, &mut pane, usize::MAX, form::NOT_SAVED).map(drop)
}

/// Where one offer leads.
fn on_with(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let today = seat.now().date();
        let Some(job) = seat.model.journey.get(id) else {
            return Err(Away::Back);
        };
        let board = Board::of(&seat.model, None, today);
        let mut rows = vec![
            (
                "When it came, and until when they want an answer".to_owned(),
                Step::Facts,
            ),
            (
                "The talk about terms: what you want, where you say no".to_owned(),
                Step::Terms,
            ),
        ];
        let ways = ways::ways(&seat.model, &board, job, today).into_iter();
        rows.extend(ways.map(|(words, way)| (words, Step::Way(Box::new(way)))));
        let line = |(words, _): &(String, Step)| hide_names(&seat.model, &full_stop(words));
        let lines: Vec<String> = rows.iter().map(line).collect();
        let at = seat.page.pick(&lines, Some(0))?;
        Ok(rows[at].1.clone())
    };
    steps::choose(seat, which, |seat, step| match step {
        Step::Facts => facts(seat, id.clone()),
        Step::Terms => terms(seat, id.clone()),
        Step::Way(way) => go(seat, *way),
    })
}

/// A line for each thing that can be done.
fn rows(seat: &Seat<'_>, board: &Board, wanted: Option<&ApplicationId>) -> Vec<(String, Chosen)> {
    let model = &seat.model;
    let mut rows = Vec::new();
    for (at, column) in board.columns.iter().enumerate() {
        for row in &board.rows {
            let says = row.cells.get(at).cloned().unwrap_or_default();
            let words = lines::cell(model, &says);
            let about = hide_names(model, &row.about);
            let line = full_stop(&format!("{}, {about}: {words}", column.name));
            rows.push((line, Chosen::Cell(column.of.clone(), row.about.clone())));
        }
    }
    let jobs = model.journey.open();
    for job in jobs.filter(|job| wanted.is_none_or(|id| *id == job.id)) {
        let name = model.employer(job);
        let id = job.id.clone();
        if job.offer.is_some() {
            let words =
                format!("Go on with {name}: its days, the talk about terms, letters, your answer.");
            rows.push((words, Chosen::On(id)));
        } else {
            let talk = format!("The talk about terms with {name}: what you want.");
            rows.push((talk, Chosen::Terms(id.clone())));
            rows.push((
                format!("Write down the offer of {name}."),
                Chosen::Facts(id),
            ));
        }
    }
    let matters = match model.profile.matters.as_slice() {
        [] => "What matters to you: nothing chosen yet.".to_owned(),
        all => format!("What matters to you: {}.", listed(all)),
    };
    rows.push((hide_names(model, &matters), Chosen::Matters));
    rows
}

/// What an offer says of one thing, and how that lies to what one wants.
fn cell(seat: &mut Seat<'_>, of: &Of, about: &str) -> Said<()> {
    let known = said(&seat.model, of, about);
    let words = steps::known(seat, &format!("{about}: what does it say?"), &known.words)?;
    seat.desk(|desk| set(desk, of, about, |says| says.words = words))?;
    let marks = Mark::ALL.map(|mark| capital(mark.word()));
    let usual = Mark::ALL.iter().position(|mark| *mark == known.mark);
    let at = seat.page.pick(&marks, usual)?;
    seat.desk(|desk| offers::set(desk, of, about, |says| says.mark = Mark::ALL[at]))
}

/// What matters: each can be taken in or out; new ones come last.
fn what_matters(seat: &mut Seat<'_>) -> Said<()> {
    loop {
        let chosen = seat.model.profile.matters.clone();
        if !chosen.is_empty() {
            let line = format!("In your order: {}.", listed(&chosen));
            seat.page.say(&line);
        }
        let words = matters::judged(chosen.len());
        if !words.is_empty() {
            seat.page.say(words);
        }
        let all = to_choose(&chosen);
        let line = |(at, name): (usize, &String)| {
            let verb = if at < chosen.len() { "Take out: " } else { "" };
            format!("{verb}{name}.")
        };
        let mut rows: Vec<String> = all.iter().enumerate().map(line).collect();
        rows.push("Something in your own words.".to_owned());
        let at = seat.page.pick(&rows, None)?;
        let name = match all.get(at) {
            Some(name) => name.clone(),
            None => seat.page.ask("What matters to you, in your words?")?,
        };
        if !name.trim().is_empty() {
            seat.desk(|desk| matters::change(desk, |matters| turn(matters, &name)))?;
        }
    }
}

/// Goes a way on.
fn go(seat: &mut Seat<'_>, way: Way) -> Said<()> {
    match way {
        way @ Way::Talk(_) => {
            seat.desk(|desk| ways::follow(way, desk))?;
            drill::stay(seat)
        }
        Way::Go(Go::Open(Place::Page(id))) => {
            let leaf = part::leaf(&seat.model.library, &id);
            leaf.map_or(Ok(()), |leaf| handbook::read(seat, &leaf, None))
        }
        Way::Go(Go::Open(Place::Letter(id, about))) => {
            let leaf = part::leaf(&seat.model.library, &id);
            leaf.map_or(Ok(()), |leaf| handbook::read(seat, &leaf, Some(&about)))
        }
        Way::Answer(_, yes) => {
            let question = if yes {
                "Say yes to them?"
            } else {
                "Say no to them?"
            };
            if seat.page.yes(question, false)? {
                seat.desk(|desk| ways::follow(way, desk))?;
            }
            Ok(())
        }
        way => seat.desk(|desk| ways::follow(way, desk)),
    }
}
