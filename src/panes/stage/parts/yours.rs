//! What is one's own on the page of an interview: its day, people and notes, and what one means to ask.

use super::{Act, INTERVIEW, Part, REFERENCES, Row, SCORECARD, TO_ASK, TOLD};
use crate::desk::Model;
use crate::domain::checks::readiness;
use crate::domain::follow;
use crate::domain::journal::{Entry, EntryKind};
use crate::domain::journey::{Application, standing, statement};
use crate::domain::library::StageId;
use crate::domain::time::Now;
use crate::panes::offers::lines;
use crate::panes::words::hide_names;
use crate::panes::{points, rounds, ticks};

/// Newest notes from the journal that stand with the interview.
const NOTES: usize = 3;

/// The interview itself, where one is agreed on or was: when, where, whom, what to bring, its practice, one's own notes.
pub(super) fn interview(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    now: Now,
) -> Part {
    let Some(application) = application else {
        return Part::new(INTERVIEW, Vec::new());
    };
    let mut lines: Vec<String> = (application.by_day().into_iter().map(|(_, round)| round))
        .filter(|r| r.stage == stage)
        .flat_map(|round| {
            let note = Some(round.note.clone()).filter(|note| !note.trim().is_empty());
            let mut lines = vec![rounds::when_words(round, now.date())];
            lines.extend(rounds::to_know(round));
            lines.extend(rounds::mock_title(round, model).map(|mock| format!("Practice: {mock}")));
            lines.extend(note);
            lines
        })
        .collect();
    let notes = application.notes.lines().filter(|l| !l.trim().is_empty());
    lines.extend(notes.map(str::to_owned));
    let own = |e: &&Entry| {
        let here = e.stage.is_none_or(|s| s == stage);
        e.kind == EntryKind::Note && here && e.application.as_ref() == Some(&application.id)
    };
    let entries = model.journal.entries.iter().filter(own).take(NOTES);
    lines.extend(entries.map(|e| e.body.clone()));
    let entries = &model.journal.entries;
    lines.extend(follow::silence_words(
        application,
        stage,
        entries,
        now.date(),
    ));
    let rows = lines.iter().map(|line| Row::plain(hide_names(model, line)));
    Part {
        about: "Your own notes on it. On the Roadmap e edits them; c: your card.".to_owned(),
        ..Part::new(INTERVIEW, rows.collect())
    }
}

/// What they were told, as it stands now.
pub(super) fn told(model: &Model, application: Option<&Application>, now: Now) -> Part {
    let told = application.map_or(&[][..], |a| &a.told);
    let row = |at: usize| Row {
        act: Some(Act::Told),
        ..Row::plain(hide_names(model, &statement::line(told, at, now.date())))
    };
    Part {
        about: "Enter opens all of it; t adds a line.".to_owned(),
        ..Part::new(TOLD, standing(told).into_iter().map(row).collect())
    }
}

/// What they offer, and what is wanted of the talk about it: once there is an offer, and at its stage.
pub(super) fn offer(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    now: Now,
) -> Part {
    let told = |job: &&Application| job.offer.is_some() || stage == StageId::FinalOffer;
    let job = application.filter(told);
    let lines = job.map_or_else(Vec::new, |job| lines::shortly(model, job, now.date()));
    let row = |text: String| Row {
        act: Some(Act::Offers),
        ..Row::plain(text)
    };
    Part {
        about: "Enter opens it beside your other offers.".to_owned(),
        ..Part::new("Offer and terms", lines.into_iter().map(row).collect())
    }
}

/// What their advert asks for, each with what shows it.
pub(super) fn scorecard(model: &Model, application: Option<&Application>) -> Part {
    let rows = application.iter().flat_map(|job| {
        let row = |point| Row {
            act: Some(Act::Scorecard),
            ..Row::plain(points::line(model, job, point))
        };
        job.scorecard.iter().map(row)
    });
    Part {
        about: "From their advert, as you read it. Enter opens it.".to_owned(),
        ..Part::new(SCORECARD, rows.collect())
    }
}

/// What is ready for the checks and what is missing; from the last talk on, since many call after it.
pub(super) fn references(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    now: Now,
) -> Part {
    let Some(job) = application.filter(|_| stage >= StageId::FinalOffer) else {
        return Part::new(REFERENCES, Vec::new());
    };
    let lines = readiness(&model.checks, job, now.date());
    let ready = lines.iter().filter(|line| line.is_ready).count();
    let fact = match lines.len() {
        0 => String::new(),
        all => format!("{ready} of {all} ready"),
    };
    let row = |words: &str| Row {
        act: Some(Act::References),
        ..Row::plain(hide_names(model, words))
    };
    let mut rows: Vec<Row> = lines.iter().map(|line| row(&line.words)).collect();
    if rows.is_empty() {
        rows.push(row(
            "Nothing is written down yet of who would speak for you, and of your papers",
        ));
    }
    Part {
        fact,
        about: "Enter opens them, where that is changed.".to_owned(),
        ..Part::new(REFERENCES, rows)
    }
}

/// What was kept to be asked, which Space lets go, and a line for a question of one's own.
pub(super) fn to_ask(model: &Model, stage: StageId, application: Option<&Application>) -> Part {
    let kept = ticks::to_ask(model, stage, application).into_iter();
    let row = |text: String| Row {
        ticked: Some(true),
        ..Row::plain(text)
    };
    let mut rows: Vec<Row> = kept.map(row).collect();
    rows.extend(application.map(|_| Row {
        act: Some(Act::Ask),
        ..Row::plain("a question of your own")
    }));
    let about = match application {
        Some(_) => "Enter on the last line writes one of your own; Space lets one go.",
        None => "Space lets one go.",
    };
    Part {
        about: about.to_owned(),
        ..Part::new(TO_ASK, rows)
    }
}
