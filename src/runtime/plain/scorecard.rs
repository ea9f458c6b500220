//! Their scorecard, in lines: the advert, what is ticked of it, and what shows each point.

use super::page::{Away, Said};
use super::seat::Seat;
use super::{note, steps, stories};
use crate::desk::jobs;
use crate::domain::id::{ApplicationId, CompetencyId};
use crate::domain::journey::Application;
use crate::domain::scorecard::judged;
use crate::panes::points;
use crate::panes::words::count;

/// The way there, with how much there is.
pub fn way(job: &Application) -> String {
    match job.scorecard.len() {
        0 => "Their scorecard: what the advert asks for.".to_owned(),
        points => format!("Their scorecard: {}.", count(points, "point", "points")),
    }
}

/// What is chosen on it.
enum Chosen {
    Advert,
    Point(CompetencyId),
}

/// Reads the competencies, those that the advert points to first; each can be ticked, and the advert typed.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    loop {
        once(seat, id)?;
    }
}

fn once(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let Some(job) = seat.model.journey.get(id).cloned() else {
            return Err(Away::Back);
        };
        seat.page.say(&judged(job.scorecard.len()));
        let rows = listed(seat, &job);
        let mut lines: Vec<String> = rows.iter().map(|(_, line)| line.clone()).collect();
        lines.push(if job.advert.is_empty() {
            "Type or paste the advert.".to_owned()
        } else {
            "Change the advert.".to_owned()
        });
        let at = seat.page.pick(&lines, Some(rows.len()))?;
        let row = rows.into_iter().nth(at);
        Ok(row.map_or(Chosen::Advert, |(id, _)| Chosen::Point(id)))
    };
    steps::choose(seat, which, |seat, chosen| match chosen {
        Chosen::Advert => advert(seat, id),
        Chosen::Point(competency) => point(seat, id, &competency),
    })
}

/// All competencies, each with its tick, the words of the advert, and what shows it.
fn listed(seat: &Seat<'_>, job: &Application) -> Vec<(CompetencyId, String)> {
    let model = &seat.model;
    let line = |(id, words): (CompetencyId, String)| {
        let title = model.library.competency_title(id.as_str());
        let ticked = points::is_ticked(job, &id);
        let shows = ticked.then(|| points::shortly(model, job, &id));
        let said = Some(words).filter(|words| !words.is_empty());
        let said = said.map(|words| format!("the advert: {words}"));
        let parts = [ticked.then(|| "ticked".to_owned()), shows, said];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        let line = match parts.as_slice() {
            [] => format!("{title}."),
            parts => format!("{title}: {}.", parts.join("; ")),
        };
        (id, line)
    };
    points::all(model, job).into_iter().map(line).collect()
}

/// The advert, which is kept with the job.
fn advert(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    let before = seat.model.journey.get(id).map(|job| job.advert.clone());
    let before = before.unwrap_or_default();
    seat.page
        .say(&format!("Type or paste the advert; {}", note::WORDS));
    // What could not be written is tried again at the end.
    let keep = |seat: &mut Seat<'_>, text: &str| {
        drop(seat.desk(|desk| jobs::put(desk, id, |job| text.clone_into(&mut job.advert))));
    };
    let job = seat.model.journey.get(id).cloned();
    let text = note::lines(seat, &before, keep)?;
    keep(seat, &text);
    if let Some(job) = job.filter(|job| job.advert != text) {
        seat.desk(|desk| points::note_advert(job, desk))?;
    }
    Ok(())
}

/// One point: what shows it, its tick, and a line of one's own.
fn point(seat: &mut Seat<'_>, id: &ApplicationId, competency: &CompetencyId) -> Said<()> {
    let Some(job) = seat.model.journey.get(id).cloned() else {
        return Ok(());
    };
    for line in points::proofs_or_none(&seat.model, &job, competency) {
        seat.page.hanging("- ", &line);
    }
    let ticked = points::is_ticked(&job, competency);
    let tick = if ticked {
        "Take it off the scorecard."
    } else {
        "Tick it: their advert asks for it."
    };
    let mut ways = vec![tick, "Write a story that shows it."];
    if ticked {
        ways.push("Write a line that shows it.");
    }
    match seat.page.pick(&ways, Some(0))? {
        0 => seat.desk(|desk| points::turn(id, competency, desk))?,
        1 => stories::write_for(seat, competency)?,
        _ => {
            let line = seat
                .page
                .ask(if points::evidence(&job, competency).is_empty() {
                    "What did you do that shows it?"
                } else {
                    "What did you do that shows it? An empty line leaves yours."
                })?;
            if line.is_empty() {
                return Ok(());
            }
            seat.desk(|desk| {
                let put = jobs::put(desk, id, |job| points::prove(job, competency, line));
                if let Some(before) = put {
                    points::note_proof(before, desk);
                }
            })?;
        }
    }
    Ok(())
}
