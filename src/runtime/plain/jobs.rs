//! The jobs one is after: where each stands, its interviews, and how it ended.

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps;
use super::{form, job, offers, read, references, scorecard, today, told};
use crate::desk::Go;
use crate::desk::go::{Place, Section};
use crate::domain::id::ApplicationId;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::text::full_stop;
use crate::panes::application_form::ApplicationForm;
use crate::panes::application_form::endings::ending_words;
use crate::panes::roadmap;
use crate::panes::round_form::RoundForm;
use crate::panes::rounds;

/// Lists them; one can be changed, or a new one added.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    if seat.model.journey.applications.is_empty() {
        return job::add(seat);
    }
    // Each round looks anew: whoever comes back may have changed something.
    let which = |seat: &mut Seat<'_>| {
        let jobs = &seat.model.journey.applications;
        let ids: Vec<ApplicationId> = jobs.iter().map(|job| job.id.clone()).collect();
        let mut lines: Vec<String> = jobs.iter().map(|job| line(seat, job)).collect();
        lines.push("Add the job you are after.".to_owned());
        let at = seat.page.pick(&lines, None)?;
        Ok(ids.into_iter().nth(at))
    };
    steps::choose(seat, which, |seat, id| match id {
        Some(id) => act(seat, &id),
        None => job::add(seat),
    })
}

/// `Riverside School, music teacher. Panel, Mon 14 Dec at 09:45.`
fn line(seat: &Seat<'_>, job: &Application) -> String {
    let today = seat.now().date();
    let stands = match ending_words(job) {
        ended if job.closed && !ended.is_empty() => format!("Over: {ended}"),
        _ => job.stage.short().to_owned(),
    };
    let round = seat
        .model
        .next_round(job, seat.now().wall)
        .map(|round| rounds::told(round, today, &seat.model));
    let round = round.map_or_else(String::new, |round| format!(", {round}"));
    format!("{} {stands}{round}.", full_stop(&job.title()))
}

/// A line for each, with all the words that it is found by.
pub fn rows(seat: &Seat<'_>) -> Vec<(String, String)> {
    let row = |job| (line(seat, job), roadmap::findable(job, &seat.model));
    seat.model.journey.applications.iter().map(row).collect()
}

/// What can be done with one of them.
#[derive(Clone, Copy)]
enum Way {
    Change,
    Prepare,
    Remove,
    MoveOn(StageId),
    Scorecard,
    Told,
    Offers,
    References,
}

/// The ways on from a job as it stands; users learn the numbers by heart, so new ones come last.
fn ways(job: &Application) -> Vec<(String, Way)> {
    let words = |words: &str| words.to_owned();
    let mut ways = vec![
        (
            words("Change it: interviews and their days, notes, how it ended."),
            Way::Change,
        ),
        (format!("Prepare: {}.", job.stage.short()), Way::Prepare),
        (words("Into the trash."), Way::Remove),
    ];
    let next = job.stage.next().filter(|_| !job.closed);
    let on = |stage: StageId| {
        let line = format!("Move it on to: {}.", stage.short());
        (line, Way::MoveOn(stage))
    };
    ways.extend(next.map(on));
    ways.push((scorecard::way(job), Way::Scorecard));
    ways.push((told::way(job), Way::Told));
    if !job.closed {
        ways.push((offers::way(job), Way::Offers));
    }
    ways.push((words(references::WAY), Way::References));
    ways
}

/// What can be done with one of them, as it stands each time that this is asked.
///
/// # Errors
/// When the user goes away.
pub fn act(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let Some(job) = seat.model.journey.get(id).cloned() else {
            return Err(Away::Back);
        };
        let (lines, ways): (Vec<String>, Vec<Way>) = ways(&job).into_iter().unzip();
        let at = seat.page.pick(&lines, Some(0))?;
        Ok((ways[at], job))
    };
    steps::choose(seat, which, |seat, (way, job)| match way {
        Way::Change => change(seat, id),
        Way::Prepare => read::sheet(seat, job.stage, Some(id)),
        Way::Remove if !seat.page.sure()? => Ok(()),
        Way::Remove => seat.desk(|desk| roadmap::remove(job, desk)),
        Way::MoveOn(stage) => seat.desk(|desk| roadmap::stand_at(&job, stage, desk)),
        Way::Scorecard => scorecard::choose(seat, id),
        Way::Told => told::choose(seat, id),
        Way::Offers => offers::choose(seat, Some(id)),
        Way::References => references::choose(seat, Some(id)),
    })
}

/// The form of a job; an interview of it opens a form of its own and leads back.
fn change(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    loop {
        let mut job = ApplicationForm::new(Some(id.clone()));
        let going = form::fill(seat, &mut job, usize::MAX, form::NOT_SAVED)?;
        if leads_on(&going) {
            return today::choose(seat);
        }
        let round = going.into_iter().find_map(|go| match go {
            Go::Open(Place::EditRound(id, at)) => Some((id, at)),
            _ => None,
        });
        let Some((id, at)) = round else {
            return Ok(());
        };
        match form::fill(
            seat,
            &mut RoundForm::new(id, at),
            usize::MAX,
            form::NOT_SAVED,
        ) {
            Ok(going) if leads_on(&going) => return today::choose(seat),
            Ok(_) | Err(Away::Back) => {}
            Err(away) => return Err(away),
        }
    }
}

/// Whether what was saved leads on, by steps that stand on Today.
fn leads_on(going: &[Go]) -> bool {
    going
        .iter()
        .any(|go| matches!(go, Go::Section(Section::Today)))
}
