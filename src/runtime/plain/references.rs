//! Who would speak for the user and what they know, and papers, in lines: read, added to, changed, one step further.

use super::page::Said;
use super::seat::Seat;
use super::{form, handbook, steps};
use crate::domain::checks::Step;
use crate::domain::id::{ApplicationId, DocumentId, RefereeId};
use crate::domain::journey::Application;
use crate::domain::letter::{About, BRIEF};
use crate::domain::text::full_stop;
use crate::panes::document_form::DocumentForm;
use crate::panes::handbook as pages;
use crate::panes::referee_form::RefereeForm;
use crate::panes::references::rows::{self, Row};

/// The way there from a job.
pub const WAY: &str = "References and documents: who would speak for you, your papers.";

/// What is chosen.
enum Chosen {
    Line(Row),
    Person,
    Paper,
}

/// What can be done with a line.
#[derive(Clone, Copy)]
enum Way {
    Step,
    Letter,
    Change,
    Remove,
}

/// The job that they are about: this one, or the one that may call next.
fn job(seat: &Seat<'_>, wanted: Option<&ApplicationId>) -> Option<Application> {
    let jobs = rows::jobs_of(&seat.model, seat.now());
    let wanted = wanted.and_then(|id| seat.model.journey.get(id));
    wanted.or_else(|| jobs.first().copied()).cloned()
}

/// Lists all of it; a line can be changed or taken one step further, and a new one added.
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
        let job = job(seat, wanted);
        let (today, all) = (seat.now().date(), rows::rows(&seat.model));
        let line = |row: &Row| match rows::told(&seat.model, row, job.as_ref(), today) {
            (words, fact) if fact.is_empty() => format!("{words}: nothing is written down."),
            (words, fact) => full_stop(&format!("{words}: {fact}")),
        };
        let mut lines: Vec<String> = all.iter().map(line).collect();
        lines.push("Add somebody who would speak for you.".to_owned());
        lines.push("Add a document.".to_owned());
        let at = seat.page.pick(&lines, None)?;
        let added = if at == all.len() {
            Chosen::Person
        } else {
            Chosen::Paper
        };
        Ok((all.into_iter().nth(at).map_or(added, Chosen::Line), job))
    };
    steps::choose(seat, which, |seat, (chosen, job)| {
        let id = job.as_ref().map(|job| job.id.clone());
        match chosen {
            Chosen::Line(row) => act(seat, &row, job.as_ref()),
            Chosen::Person => fill_referee(seat, None, id),
            Chosen::Paper => fill_paper(seat, None),
        }
    })
}

/// Reads a line and does what is chosen with it.
fn act(seat: &mut Seat<'_>, row: &Row, job: Option<&Application>) -> Said<()> {
    let now = seat.now();
    let page = rows::page(&seat.model, row, job, now).into_iter();
    for line in page.filter(|line| !line.is_empty() && !line.starts_with("Space: ")) {
        seat.page.say(&line);
    }
    let next = rows::next(&seat.model, row, job, now.wall);
    let letter = rows::letter(&seat.model, row, job);
    let mut ways: Vec<(String, Way)> = Vec::new();
    ways.extend(next.map(|next| (format!("Write down: {next}."), Way::Step)));
    let words = |words: &str| words.to_owned();
    ways.extend(
        letter
            .as_ref()
            .map(|_| (words("Read the letter that fits."), Way::Letter)),
    );
    ways.push((words("Change it."), Way::Change));
    if !matches!(row, Row::Usual(_)) {
        ways.push((words("Take it out."), Way::Remove));
    }
    let lines: Vec<&str> = ways.iter().map(|(line, _)| line.as_str()).collect();
    let at = seat.page.pick(&lines, Some(0))?;
    match (ways[at].1, letter) {
        (Way::Step, _) => seat.desk(|desk| rows::step(row, job, desk)),
        (Way::Remove, _) => seat.desk(|desk| rows::remove(row, desk)),
        (Way::Letter, Some((letter, about))) => read(seat, &letter, &about),
        (Way::Change | Way::Letter, _) => match row {
            Row::Referee(id) => fill_referee(seat, Some(id), job.map(|job| job.id.clone())),
            Row::Paper(id) => fill_paper(seat, Some(id.clone())),
            Row::Usual(usual) => fill_paper(seat, Some(DocumentId::new(usual.id))),
        },
    }
}

fn fill_referee(
    seat: &mut Seat<'_>,
    id: Option<&RefereeId>,
    job: Option<ApplicationId>,
) -> Said<()> {
    let mut pane = RefereeForm::new(id.cloned(), job);
    form::fill(seat, &mut pane, usize::MAX, form::NOT_SAVED).map(drop)
}

fn fill_paper(seat: &mut Seat<'_>, id: Option<DocumentId>) -> Said<()> {
    let mut pane = DocumentForm::new(id);
    form::fill(seat, &mut pane, usize::MAX, form::NOT_SAVED).map(drop)
}

/// Reads a letter to somebody, filled in as far as is known; then it may be marked as sent.
fn read(seat: &mut Seat<'_>, letter: &str, about: &About) -> Said<()> {
    let Some(leaf) = pages::part::leaf(&seat.model.library, letter) else {
        return Ok(());
    };
    handbook::read(seat, &leaf, Some(about))?;
    if seat.page.yes("Is it sent?", false)? {
        seat.desk(|desk| pages::sent(&leaf.id, about, desk))?;
    }
    Ok(())
}

/// Reads the letter that tells somebody of a job, as the day proposes; it can be told by voice, too.
///
/// # Errors
/// When the user goes away.
pub fn tell(seat: &mut Seat<'_>, referee: &RefereeId, job: &ApplicationId) -> Said<()> {
    let about = About::Referee(referee.clone(), Some(job.clone()));
    let Some(leaf) = pages::part::leaf(&seat.model.library, BRIEF) else {
        return Ok(());
    };
    handbook::read(seat, &leaf, Some(&about))?;
    if seat.page.yes("Do they know about it now?", false)? {
        let job = seat.model.journey.get(job).cloned();
        seat.desk(|desk| rows::sent(referee, Step::Briefed, job.as_ref(), desk))?;
    }
    Ok(())
}

/// A paper that runs out, as Today tells of it.
///
/// # Errors
/// When the user goes away.
pub fn paper(seat: &mut Seat<'_>, id: &DocumentId) -> Said<()> {
    act(seat, &Row::Paper(id.clone()), None)
}
