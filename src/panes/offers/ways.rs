//! Where an offer leads: the answer, a question to ask, letters, talks to rehearse, checklists.

use chrono::NaiveDate;

use super::lines::{Board, Of};
use crate::desk::{Desk, Effect, Go, Model, Place, jobs, undo};
use crate::domain::id::{ApplicationId, ScenarioId};
use crate::domain::journey::{Application, Offer, Outcome, Says};
use crate::domain::letter::About;
use crate::domain::library::StageId;
use crate::domain::offers::{matters, unknown};
use crate::panes::application_form::endings;
use crate::panes::begin;
use crate::panes::handbook::part;

/// Letters to an offer, by id, with what they do.
const LETTERS: [(&str, &str); 3] = [
    ("t-extension", "Letter: ask for time"),
    ("t-negotiate", "Letter: talk about terms"),
    ("t-notice", "Letter: give notice where you are"),
];

/// Days to an answer in which the talk about a short date fits best.
const SHORT: i64 = 3;

/// One way on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// To a page.
    Go(Go),
    /// Keep the question about something that is not known.
    Ask(ApplicationId, String),
    /// Rehearse a talk.
    Talk(ScenarioId),
    /// Say yes or no.
    Answer(ApplicationId, bool),
    /// Put staying where one is beside the offers, or take it out.
    Staying,
}

/// All of them for the offer of a job, what is harmless first; the answer itself comes last.
pub fn ways(
    model: &Model,
    board: &Board,
    job: &Application,
    today: NaiveDate,
) -> Vec<(String, Way)> {
    let name = model.employer(job);
    let column = board.columns.iter();
    let column = column.clone().position(|c| c.of == Of::Job(job.id.clone()));
    let mut ways: Vec<(String, Way)> = Vec::new();
    for about in column
        .map(|at| unknown(&board.rows, at))
        .unwrap_or_default()
    {
        let question = matters::question(&about);
        if job.asks.iter().all(|(_, kept)| *kept != question) {
            let words = format!("To ask: {question}");
            ways.push((words, Way::Ask(job.id.clone(), about)));
        }
    }
    if let Some(offer) = &job.offer {
        ways.extend(talk(model, board, offer, today));
        let letter = |(id, words): (&str, &str)| {
            let about = About::Job(job.id.clone());
            let go = Go::Open(Place::Letter(id.to_owned(), about));
            (words.to_owned(), Way::Go(go))
        };
        ways.extend(LETTERS.into_iter().map(letter));
    }
    for id in ["offer-evaluation", "negotiation-prep"] {
        let leaf = part::leaf(&model.library, id);
        ways.extend(leaf.map(|leaf| {
            let words = format!("Checklist: {}", leaf.title);
            (words, Way::Go(Go::Open(Place::Page(leaf.id))))
        }));
    }
    if job.offer.is_some() {
        let stays = !model.profile.staying.is_empty();
        let staying = if stays {
            "Take staying where you are out again"
        } else {
            "Put staying where you are beside them"
        };
        ways.push((staying.to_owned(), Way::Staying));
        ways.push((
            format!("Say yes to {name}"),
            Way::Answer(job.id.clone(), true),
        ));
        ways.push((
            format!("Say no to {name}"),
            Way::Answer(job.id.clone(), false),
        ));
    }
    ways
}

/// The talk that fits how the offer stands.
pub fn talk(
    model: &Model,
    board: &Board,
    offer: &Offer,
    today: NaiveDate,
) -> Option<(String, Way)> {
    let soon = offer
        .answer_by
        .is_some_and(|day| (day - today).num_days() <= SHORT);
    let jobs = board.columns.iter();
    let several = jobs.filter(|c| matches!(c.of, Of::Job(_))).count() > 1;
    let id = match (soon, several, board.columns.len()) {
        (true, ..) => "exploding-offer",
        (_, true, _) => "two-offers",
        (.., 2) => "counter-offer-current-job",
        _ => "offer-below-range",
    };
    let talk = model.library.scenarios.get(id)?;
    let words = format!("Rehearse a talk: {}", talk.title);
    Some((words, Way::Talk(ScenarioId::new(id))))
}

/// Goes one of them.
pub fn follow(way: Way, desk: &mut Desk<'_>) {
    match way {
        Way::Go(go) => desk.go(go),
        Way::Talk(id) => begin::solo::talk(&id, true, Go::Open, desk),
        Way::Ask(id, about) => ask(&id, &about, desk),
        Way::Answer(id, yes) => answer(&id, yes, desk),
        Way::Staying => staying(desk),
    }
}

/// Keeps the question about something, where it is asked next.
fn ask(id: &ApplicationId, about: &str, desk: &mut Desk<'_>) {
    let question = matters::question(about);
    jobs::change(desk, id, "the question to ask", |job| {
        job.asks.push((StageId::FinalOffer, question));
    });
    desk.say_undoable("Kept under To ask, at the final talk. u takes it back.");
}

/// The job comes to its end with a yes or a no.
pub fn answer(id: &ApplicationId, yes: bool, desk: &mut Desk<'_>) {
    let today = desk.now.date();
    let Some(name) = desk
        .model
        .journey
        .get(id)
        .map(|job| desk.model.employer(job))
    else {
        return;
    };
    let (outcome, words) = if yes {
        (Outcome::Accepted, format!("the yes to {name}"))
    } else {
        (Outcome::Declined, format!("the no to {name}"))
    };
    jobs::change(desk, id, &words, |job| {
        job.closed = true;
        job.outcome = outcome;
        job.ended = Some(today);
    });
    let saved = "Saved. u takes it back.".to_owned();
    endings::lead_on(id, false, Some(&saved), desk);
}

/// Staying where one is joins the columns, or leaves them.
fn staying(desk: &mut Desk<'_>) {
    let before = Box::new(desk.model.profile.clone());
    let profile = &mut desk.model.profile;
    let joins = profile.staying.is_empty();
    if joins {
        let first = profile.matters.first();
        let about = first.map_or("Pay", String::as_str).to_owned();
        profile.staying.push(Says {
            about,
            ..Says::default()
        });
    } else {
        profile.staying.clear();
    }
    let after = Box::new(profile.clone());
    desk.perform(Effect::SaveProfile(after));
    (desk.model.undo).note("the column for staying", undo::Step::Profile(before));
    desk.say_undoable(if joins {
        "Staying where you are stands beside them. u takes it back."
    } else {
        "Staying is out. u takes it back."
    });
}
