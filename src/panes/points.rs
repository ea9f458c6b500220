//! The points of a scorecard with what shows each: stories of one's own, and a line that was written down.

use super::card::gathered::title_of;
use super::leaflet::{Leaflet, Part};
use super::words::hide_names;
use crate::desk::{Desk, Model, jobs};
use crate::domain::id::{ApplicationId, CompetencyId};
use crate::domain::journey::{Application, Criterion};
use crate::domain::scorecard::{Hit, suggested};
use crate::domain::story::{Mark, Story};
use crate::domain::text::capital;

/// What stands where nothing shows a point.
const NOTHING: &str = "Nothing shows it yet.";

/// The same where a story touches it.
const TOUCHED: &str = "Nothing shows it yet; a story of yours touches it.";

/// Ruled lines for a point on paper.
const ROOM: usize = 1;

/// What the advert of a job points to.
fn hits(model: &Model, job: &Application) -> Vec<Hit> {
    suggested(&job.advert, &model.library)
}

/// All competencies, each with the words of the advert that point to it: first what is ticked, then what the advert points
/// to, then the rest.
pub fn all(model: &Model, job: &Application) -> Vec<(CompetencyId, String)> {
    let hits = hits(model, job);
    let ticked = job.scorecard.iter().map(|point| point.competency.clone());
    let pointed = hits.iter().map(|hit| hit.competency.clone());
    let rest = model.library.competencies.ids().map(CompetencyId::new);
    let mut all: Vec<(CompetencyId, String)> = Vec::new();
    for competency in ticked.chain(pointed).chain(rest) {
        if all.iter().any(|(known, _)| *known == competency) {
            continue;
        }
        let hit = hits.iter().find(|hit| hit.competency == competency);
        let words = hit.map_or_else(String::new, |hit| hit.words.join(", "));
        all.push((competency, words));
    }
    all
}

/// Ticks a point, or takes the tick away.
pub fn turn(job: &ApplicationId, competency: &CompetencyId, desk: &mut Desk<'_>) {
    let title = desk.model.library.competency_title(competency.as_str());
    let known = desk.model.journey.get(job);
    let ticked = known.is_some_and(|job| is_ticked(job, competency));
    let words = if ticked {
        format!("taking {title} off the scorecard")
    } else {
        format!("{title} on the scorecard")
    };
    jobs::change(desk, job, &words, |job| {
        if ticked {
            job.scorecard
                .retain(|point| point.competency != *competency);
        } else {
            job.scorecard.push(Criterion {
                competency: competency.clone(),
                evidence: String::new(),
            });
        }
    });
    if ticked {
        desk.say_undoable(format!("{title} is off the scorecard. u takes it back."));
    }
}

/// Writes down the line that shows a point.
pub fn prove(job: &mut Application, competency: &CompetencyId, line: String) {
    let mut points = job.scorecard.iter_mut();
    if let Some(point) = points.find(|point| point.competency == *competency) {
        point.evidence = line;
    }
}

/// Notes a job as it was before such a line, and says so.
pub fn note_proof(before: Application, desk: &mut Desk<'_>) {
    jobs::note(before, "the line of proof", desk);
    desk.say_undoable("Kept. u takes it back.");
}

/// Notes a job as it was before its advert, and says so.
pub fn note_advert(before: Application, desk: &mut Desk<'_>) {
    jobs::note(before, "the advert", desk);
    desk.say_undoable("The advert is kept with the job. u takes it back.");
}

/// The stories that show a competency, with their places.
fn stories<'a>(model: &'a Model, competency: &CompetencyId) -> Vec<(usize, &'a Story)> {
    let all = model.stories.list.iter().enumerate();
    all.filter(|(_, story)| story.mark(competency.as_str()) == Mark::Shows)
        .collect()
}

/// The line that was written down for a competency; empty where there is none.
pub fn evidence<'a>(job: &'a Application, competency: &CompetencyId) -> &'a str {
    let point = (job.scorecard.iter()).find(|point| point.competency == *competency);
    point.map_or("", |point| point.evidence.trim())
}

/// Whether a point is ticked.
pub fn is_ticked(job: &Application, competency: &CompetencyId) -> bool {
    job.scorecard.iter().any(|p| p.competency == *competency)
}

/// What shows it in a word or two: `story 2`, `your line`, `nothing yet`.
pub fn shortly(model: &Model, job: &Application, competency: &CompetencyId) -> String {
    let found = stories(model, competency);
    match found.as_slice() {
        [(at, _)] => format!("story {}", at + 1),
        [] if evidence(job, competency).is_empty() => {
            let touched = is_touched(model, competency);
            if touched {
                "only touched"
            } else {
                "nothing yet"
            }
            .to_owned()
        }
        [] => "your line".to_owned(),
        several => format!("{} stories", several.len()),
    }
}

/// Everything that shows it, a line each: `Story 2, The night rota: "Two sick calls came at six."`
pub fn proofs(model: &Model, job: &Application, competency: &CompetencyId) -> Vec<String> {
    let told = |(at, story): (usize, &Story)| {
        let name = format!("Story {}, {}", at + 1, story.name());
        match story.first_sentence.trim() {
            "" => name,
            first => format!("{name}: \"{first}\""),
        }
    };
    let found = stories(model, competency).into_iter();
    let own = Some(evidence(job, competency)).filter(|own| !own.is_empty());
    let lines = found.map(told).chain(own.map(str::to_owned));
    lines.map(|line| hide_names(model, &line)).collect()
}

/// The same, or that nothing does.
pub fn proofs_or_none(model: &Model, job: &Application, competency: &CompetencyId) -> Vec<String> {
    let mut proofs = proofs(model, job, competency);
    if proofs.is_empty() {
        let touched = is_touched(model, competency);
        proofs.push(if touched { TOUCHED } else { NOTHING }.to_owned());
    }
    proofs
}

/// Whether a story touches it.
fn is_touched(model: &Model, competency: &CompetencyId) -> bool {
    let mut stories = model.stories.list.iter();
    stories.any(|story| story.mark(competency.as_str()) == Mark::Touches)
}

/// A point in one line: `Collaboration: story 2, The night rota`.
pub fn line(model: &Model, job: &Application, point: &Criterion) -> String {
    let title = model.library.competency_title(point.competency.as_str());
    let found = stories(model, &point.competency);
    let words = match (found.first(), point.evidence.trim()) {
        (Some((at, story)), _) => format!("story {}, {}", at + 1, story.name()),
        (None, "") => shortly(model, job, &point.competency),
        (None, own) => own.to_owned(),
    };
    hide_names(model, &format!("{title}: {words}"))
}

/// The scorecard as a page for the table: each point with the words of the advert, what shows it, and room to write.
pub fn leaflet(model: &Model, job: &Application) -> Leaflet {
    let hits = hits(model, job);
    let part = |point: &Criterion| {
        let id = &point.competency;
        let record = model.library.competencies.get(id.as_str());
        let words = hits.iter().find(|hit| hit.competency == *id);
        let words = words.map(|hit| format!("The advert: {}", hit.words.join(", ")));
        let meant = record.map(|record| record.definition.clone());
        let mut lines: Vec<String> = meant.into_iter().chain(words).collect();
        lines.extend(proofs_or_none(model, job, id));
        // A heading of some length keeps every heading above its lines.
        let title = model.library.competency_title(id.as_str());
        Part {
            room: ROOM,
            ..Part::new(format!("{}:", capital(&title)), lines)
        }
    };
    Leaflet {
        title: "Their scorecard, as far as the advert tells".to_owned(),
        about: title_of(model, job),
        parts: job.scorecard.iter().map(part).collect(),
    }
}
