//! Applications for other programs.

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;

use super::Person;
use crate::domain::id::{ApplicationId, BlueprintId, CompetencyId};
use crate::domain::journey::{self, About, Mark, Outcome};
use crate::domain::level::Level;
use crate::domain::library::StageId;

/// One application.
#[derive(Serialize)]
pub struct Application<'a> {
    id: &'a ApplicationId,
    employer: &'a str,
    role: &'a str,
    stage: StageId,
    since: NaiveDate,
    closed: bool,
    outcome: Outcome,
    rounds: Vec<Round<'a>>,
    moves: Vec<Move>,
    ticks: Vec<Tick<'a>>,
    asks: Vec<Ask<'a>>,
    notes: &'a str,
    advert: &'a str,
    scorecard: Vec<Point<'a>>,
    told: Vec<Told<'a>>,
    offer: Option<Offer<'a>>,
}

#[derive(Serialize)]
struct Offer<'a> {
    came: Option<NaiveDate>,
    by: &'a str,
    answer_by: Option<NaiveDate>,
    written: bool,
    says: Vec<Says<'a>>,
}

#[derive(Serialize)]
struct Says<'a> {
    about: &'a str,
    words: &'a str,
    mark: Mark,
}

impl<'a> Says<'a> {
    fn of(says: &'a journey::Says) -> Self {
        Self {
            about: &says.about,
            words: &says.words,
            mark: says.mark,
        }
    }
}

impl<'a> Offer<'a> {
    fn of(offer: &'a journey::Offer) -> Self {
        Self {
            came: offer.came,
            by: &offer.by,
            answer_by: offer.answer_by,
            written: offer.written,
            says: offer.says.iter().map(Says::of).collect(),
        }
    }
}

#[derive(Serialize)]
struct Point<'a> {
    competency: &'a CompetencyId,
    evidence: &'a str,
}

#[derive(Serialize)]
struct Told<'a> {
    about: About,
    words: &'a str,
    to: &'a str,
    stage: Option<StageId>,
    date: Option<NaiveDate>,
    sent: bool,
}

#[derive(Serialize)]
struct Tick<'a> {
    stage: StageId,
    step: &'a str,
    on: Option<NaiveDate>,
}

#[derive(Serialize)]
struct Ask<'a> {
    stage: StageId,
    question: &'a str,
}

#[derive(Serialize)]
struct Round<'a> {
    stage: StageId,
    date: Option<NaiveDate>,
    time: Option<NaiveTime>,
    people: Vec<Person<'a>>,
    place: &'a str,
    length: &'a str,
    bring: &'a str,
    mock: Option<&'a BlueprintId>,
    note: &'a str,
    level: Option<Level>,
    outcome: Outcome,
}

#[derive(Serialize)]
struct Move {
    from: StageId,
    to: StageId,
    date: NaiveDate,
}

impl<'a> Application<'a> {
    /// What the record holds.
    pub fn of(application: &'a journey::Application) -> Self {
        let round = |r: &'a journey::Round| Round {
            stage: r.stage,
            date: r.date,
            time: r.time,
            people: Person::all(&r.people),
            place: &r.place,
            length: &r.length,
            bring: &r.bring,
            mock: r.mock.as_ref(),
            note: &r.note,
            level: r.level,
            outcome: r.outcome,
        };
        let ask = |(stage, question): &'a (StageId, String)| Ask {
            stage: *stage,
            question,
        };
        let tick = |tick: &'a journey::Tick| Tick {
            stage: tick.stage,
            step: &tick.step,
            on: tick.on,
        };
        let moved = |m: &journey::Moved| Move {
            from: m.from,
            to: m.to,
            date: m.date,
        };
        let point = |point: &'a journey::Criterion| Point {
            competency: &point.competency,
            evidence: &point.evidence,
        };
        let told = |one: &'a journey::Statement| Told {
            about: one.about,
            words: &one.words,
            to: &one.to,
            stage: one.stage,
            date: one.date,
            sent: one.sent,
        };
        Self {
            id: &application.id,
            employer: &application.employer,
            role: &application.role,
            stage: application.stage,
            since: application.since,
            closed: application.closed,
            outcome: application.outcome,
            rounds: application.rounds.iter().map(round).collect(),
            moves: application.moves.iter().map(moved).collect(),
            ticks: application.ticks.iter().map(tick).collect(),
            asks: application.asks.iter().map(ask).collect(),
            notes: &application.notes,
            advert: &application.advert,
            scorecard: application.scorecard.iter().map(point).collect(),
            told: application.told.iter().map(told).collect(),
            offer: application.offer.as_ref().map(Offer::of),
        }
    }
}
