//! The jobs one is after: a new one, where each stands, its interviews, and how it ended.

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps::{self, in_turn, known};
use super::{form, read, today, when};
use crate::desk::go::{Place, Section};
use crate::desk::undo::Step;
use crate::desk::{Effect, Go};
use crate::domain::id::ApplicationId;
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::text::full_stop;
use crate::panes::application_form::ApplicationForm;
use crate::panes::application_form::endings::ending_words;
use crate::panes::library_words::family_title;
use crate::panes::round_form::RoundForm;
use crate::panes::rounds::{blank, set_round, told};
use crate::panes::{roadmap, work};

/// Lists them; one can be changed, or a new one added.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    if seat.model.journey.applications.is_empty() {
        return add(seat);
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
        None => add(seat),
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
        .map(|round| told(round, today, &seat.model));
    let round = round.map_or_else(String::new, |round| format!(", {round}"));
    format!("{} {stands}{round}.", full_stop(&job.title()))
}

/// What can be done with one of them, as it stands each time that this is asked.
fn act(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let Some(job) = seat.model.journey.get(id).cloned() else {
            return Err(Away::Back);
        };
        let mut ways = vec![
            "Change it: interviews and their days, notes, how it ended.".to_owned(),
            format!("Prepare: {}.", job.stage.short()),
            "Into the trash.".to_owned(),
        ];
        let next = job.stage.next().filter(|_| !job.closed);
        ways.extend(next.map(|stage| format!("Move it on to: {}.", stage.short())));
        let at = seat.page.pick(&ways, Some(0))?;
        Ok((at, next, job))
    };
    steps::choose(seat, which, |seat, (at, next, job)| match (at, next) {
        (0, _) => change(seat, id),
        (1, _) => read::sheet(seat, job.stage, Some(id)),
        (2, _) => seat.desk(|desk| roadmap::remove(job, desk)),
        (_, Some(stage)) => seat.desk(|desk| roadmap::stand_at(&job, stage, desk)),
        (_, None) => Ok(()),
    })
}

/// The form of a job; an interview of it opens a form of its own and leads back.
fn change(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    loop {
        let mut job = ApplicationForm::new(Some(id.clone()));
        let going = form::fill(seat, &mut job, usize::MAX)?;
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
        match form::fill(seat, &mut RoundForm::new(id, at), usize::MAX) {
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

/// Asks for it and saves it.
///
/// # Errors
/// When the user goes away.
pub fn add(seat: &mut Seat<'_>) -> Said<()> {
    let (mut employer, mut role) = (String::new(), String::new());
    let (mut stage, mut when) = (0, (None, None));
    in_turn(seat, 4, |seat, at| {
        match at {
            0 => {
                employer = known(seat, "Which employer?", &employer)?;
                if employer.is_empty() {
                    seat.page.say("Nothing was written.");
                    return Err(Away::Back);
                }
            }
            1 => role = known(seat, "For which job? It may stay empty:", &role)?,
            2 => {
                seat.page.say("Where does it stand?");
                stage = seat
                    .page
                    .pick(&StageId::ALL.map(StageId::short), Some(stage))?;
            }
            _ => when = when::interview(seat, when)?,
        }
        Ok(())
    })?;
    let (stage, (date, time)) = (StageId::ALL[stage], when);
    let mut application = seat.desk(|desk| blank(&employer, &role, stage, desk))?;
    set_round(&mut application, date, time);
    let step = Step::NoApplication(application.id.clone());
    seat.perform(&Effect::AddApplication(Box::new(application)))?;
    seat.model.undo.note("the new job", step);
    seat.page.say("Saved. u takes it back.");
    take_field(seat, &role)?;
    seat.page.gap();
    seat.read();
    Ok(())
}

/// The field of work and the level that the role names, where nobody has said other ones.
fn take_field(seat: &mut Seat<'_>, role: &str) -> Said<()> {
    let family = work::guess(&seat.model, role);
    let lacks = seat.model.profile.lacks_field() && family != seat.model.profile.family;
    let family = lacks.then_some(family);
    let level = work::guess_level(&seat.model, role);
    let title = family.as_ref().map(|f| family_title(&seat.model, f));
    seat.desk(|desk| work::keep_all(family, level, desk))?;
    if let Some(taken) = work::taken(title.as_deref(), level) {
        seat.page.say(&taken);
    }
    Ok(())
}
