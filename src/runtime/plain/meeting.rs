//! Which interview a debrief is about: one that is known, or another one, of which nothing is guessed.

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps;
use crate::domain::id::ApplicationId;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::day_and_date;
use crate::panes::debrief::fresh::{self, Wanted};

/// Asks which interview it is about; gives the entry that is to be filled in.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<Entry> {
    loop {
        let entry = match known(seat)? {
            Some(id) => of_known(seat, &id),
            None => another(seat),
        };
        match entry {
            Err(Away::Back) if !seat.model.journey.applications.is_empty() => {}
            entry => return entry,
        }
    }
}

/// An empty debrief of a job.
///
/// # Errors
/// As [`Seat::desk`].
pub fn of_job(seat: &mut Seat<'_>, wanted: &Wanted) -> Said<Entry> {
    seat.desk(|desk| fresh::entry(Some(wanted), desk))
}

/// One of the jobs; `None` for another interview.
fn known(seat: &mut Seat<'_>) -> Said<Option<ApplicationId>> {
    let meetings = fresh::meetings(&seat.model, seat.now());
    let title = |(a, to_come): &(&Application, bool)| {
        let end = if *to_come { ", still to come" } else { "" };
        (a.id.clone(), format!("{}{end}", a.title()))
    };
    let open: Vec<_> = meetings.iter().map(title).collect();
    let Some((_, ahead)) = meetings.first() else {
        return Ok(None);
    };
    let mut names: Vec<&str> = open.iter().map(|(_, title)| title.as_str()).collect();
    names.push("Another one.");
    let usual = if *ahead { names.len() - 1 } else { 0 };
    seat.page.say("Which interview?");
    let chosen = seat.page.pick(&names, Some(usual))?;
    Ok(open.into_iter().nth(chosen).map(|(id, _)| id))
}

/// A job whose interview is still to come is taken only when that is meant.
fn of_known(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<Entry> {
    let now = seat.now();
    let meetings = fresh::meetings(&seat.model, now);
    let to_come = meetings
        .into_iter()
        .find(|(a, to_come)| a.id == *id && *to_come);
    let round = to_come.and_then(|(a, _)| seat.model.next_round(a, now.wall));
    if let Some(date) = round.and_then(|r| r.date) {
        let day = day_and_date(date, now.date());
        let question = format!("That is still to come: {day}. Debrief it now?");
        if !seat.page.yes(&question, false)? {
            return Err(Away::Back);
        }
    }
    of_job(seat, &(id.clone(), None))
}

/// An interview that is not known: both its employer and its stage may stay open.
fn another(seat: &mut Seat<'_>) -> Said<Entry> {
    let (mut employer, mut stage) = (String::new(), None);
    steps::in_turn(seat, 2, |seat, at| {
        if at == 0 {
            let question = match employer.as_str() {
                "" => "With which employer? Enter leaves it open:",
                _ => "With which employer?",
            };
            employer = steps::known(seat, question, &employer)?;
        } else {
            seat.page.say("Which stage was it?");
            let mut stages = vec!["I leave it open."];
            stages.extend(StageId::ALL.map(StageId::short));
            let at = seat.page.pick(&stages, Some(0))?;
            stage = at
                .checked_sub(1)
                .and_then(|at| StageId::ALL.get(at))
                .copied();
        }
        Ok(())
    })?;
    seat.desk(|desk| fresh::of_another(&employer, stage, desk))
}
