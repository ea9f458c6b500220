//! `applications/<id>.toml`: one employer and role, with its rounds.

mod kept;
mod offered;

use serde::Deserialize;
use toml_edit::{Table, Value};

use super::entry_file::{RawPerson, person_lines};
use super::layout;
use super::toml_in::{Clock, Day, FORMAT, Formatted, open, proof, shown};
use super::toml_out::{Lines, clock, day, inline, on_lines, word};
use super::weave::Edited;
use crate::content::proof::fields_of;
use crate::domain::id::{ApplicationId, BlueprintId};
use crate::domain::journey::{Application, Moved, Outcome, Round, Tick};
use crate::domain::level::Level;
use crate::domain::library::StageId;
use crate::problem::Problem;
use kept::{RawCriterion, RawStatement, criterion, statement};
use offered::{RawOffer, RawTerms, offer, terms};

impl Edited for Application {
    fn read(file: &str, bytes: &[u8]) -> Result<(Self, i64), Box<Problem>> {
        let (raw, format): (RawApplication, i64) = open(file, bytes)?;
        Ok((raw.lower(ApplicationId::new(layout::stem(file))), format))
    }

    fn proof(file: &str, bytes: &[u8]) -> Vec<Problem> {
        proof::<RawApplication>(file, bytes)
    }

    fn names() -> &'static [&'static str] {
        fields_of::<RawApplication>()
    }

    fn table(&self) -> Table {
        Lines::new()
            .put("format", FORMAT)
            .put("employer", self.employer.as_str())
            .put("role", self.role.as_str())
            .put("stage", self.stage.id())
            .put("since", day(self.since))
            .put("closed", self.closed)
            .put("outcome", word(self.outcome))
            .maybe("ended", self.ended.map(day))
            .text("notes", &self.notes)
            .text("advert", &self.advert)
            .maybe("ticks", rows(self.ticks.iter().map(tick)))
            .maybe(
                "asks",
                rows(self.asks.iter().map(|a| of_stage(a, "question"))),
            )
            .maybe("moves", rows(self.moves.iter().map(moved)))
            .tables("scorecard", self.scorecard.iter().map(criterion))
            .tables("told", self.told.iter().map(statement))
            .table("offer", self.offer.as_ref().map(offer))
            .table(
                "terms",
                (!self.terms.is_empty()).then(|| terms(&self.terms)),
            )
            .tables("round", self.rounds.iter().map(round_lines))
            .done()
    }
}

/// A list of short tables, one on each line; none when it is empty.
fn rows(rows: impl Iterator<Item = Value>) -> Option<Value> {
    let mut rows = rows.peekable();
    rows.peek().is_some().then(|| on_lines(rows))
}

fn tick(tick: &Tick) -> Value {
    let at = [("stage", tick.stage.id().into())];
    let step = [("step", tick.step.as_str().into())];
    let on = tick.on.map(|on| ("on", day(on)));
    inline(at.into_iter().chain(step).chain(on))
}

fn of_stage((stage, words): &(StageId, String), what: &'static str) -> Value {
    inline([("stage", stage.id().into()), (what, words.as_str().into())])
}

/// A text that is left out while it is empty.
fn written(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty())
}

fn moved(moved: &Moved) -> Value {
    inline([
        ("from", moved.from.id().into()),
        ("to", moved.to.id().into()),
        ("date", day(moved.date)),
    ])
}

fn round_lines(round: &Round) -> Lines {
    Lines::new()
        .put("stage", round.stage.id())
        .maybe("date", round.date.map(day))
        .maybe("time", round.time.map(clock))
        .put("outcome", word(round.outcome))
        .maybe("outcome_on", round.outcome_on.map(day))
        .maybe("mock", round.mock.as_ref().map(BlueprintId::as_str))
        .maybe("level", round.level.map(Level::id))
        .maybe("place", written(&round.place))
        .maybe("length", written(&round.length))
        .maybe("bring", written(&round.bring))
        .text("note", &round.note)
        .tables("people", round.people.iter().map(person_lines))
}

#[derive(Deserialize)]
struct RawApplication {
    format: i64,
    employer: String,
    #[serde(default)]
    role: String,
    stage: StageId,
    since: Day,
    #[serde(default)]
    closed: bool,
    #[serde(default)]
    outcome: Outcome,
    ended: Option<Day>,
    #[serde(default)]
    notes: String,
    #[serde(default)]
    advert: String,
    #[serde(default)]
    scorecard: Vec<RawCriterion>,
    #[serde(default)]
    told: Vec<RawStatement>,
    offer: Option<RawOffer>,
    #[serde(default)]
    terms: RawTerms,
    #[serde(default)]
    ticks: Vec<RawTick>,
    #[serde(default)]
    asks: Vec<RawAsk>,
    #[serde(default)]
    moves: Vec<RawMoved>,
    #[serde(default)]
    round: Vec<RawRound>,
}

impl Formatted for RawApplication {
    fn format(&self) -> i64 {
        self.format
    }
}

#[derive(Deserialize)]
struct RawTick {
    stage: StageId,
    step: String,
    on: Option<Day>,
}

#[derive(Deserialize)]
struct RawAsk {
    stage: StageId,
    question: String,
}

#[derive(Deserialize)]
struct RawMoved {
    from: StageId,
    to: StageId,
    date: Day,
}

#[derive(Deserialize)]
struct RawRound {
    stage: StageId,
    date: Option<Day>,
    time: Option<Clock>,
    #[serde(default)]
    outcome: Outcome,
    outcome_on: Option<Day>,
    level: Option<Level>,
    mock: Option<String>,
    #[serde(default)]
    place: String,
    #[serde(default)]
    length: String,
    #[serde(default)]
    bring: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    people: Vec<RawPerson>,
}

impl RawApplication {
    fn lower(self, id: ApplicationId) -> Application {
        let tick = |raw: RawTick| Tick {
            stage: raw.stage,
            step: shown(raw.step),
            on: raw.on.map(|day| day.0),
        };
        let ask = |raw: RawAsk| (raw.stage, shown(raw.question));
        let moved = |raw: RawMoved| Moved {
            from: raw.from,
            to: raw.to,
            date: raw.date.0,
        };
        Application {
            id,
            employer: shown(self.employer),
            role: shown(self.role),
            stage: self.stage,
            since: self.since.0,
            closed: self.closed,
            outcome: self.outcome,
            ended: self.ended.map(|d| d.0),
            rounds: self.round.into_iter().map(RawRound::lower).collect(),
            ticks: self.ticks.into_iter().map(tick).collect(),
            asks: self.asks.into_iter().map(ask).collect(),
            notes: shown(self.notes),
            advert: shown(self.advert),
            scorecard: (self.scorecard.into_iter())
                .map(RawCriterion::lower)
                .collect(),
            told: self.told.into_iter().map(RawStatement::lower).collect(),
            offer: self.offer.map(RawOffer::lower),
            terms: self.terms.lower(),
            moves: self.moves.into_iter().map(moved).collect(),
        }
    }
}

impl RawRound {
    fn lower(self) -> Round {
        Round {
            stage: self.stage,
            date: self.date.map(|d| d.0),
            time: self.time.map(|t| t.0),
            people: self.people.into_iter().map(RawPerson::lower).collect(),
            mock: self.mock.map(|id| BlueprintId::new(shown(id))),
            place: shown(self.place),
            length: shown(self.length),
            bring: shown(self.bring),
            note: shown(self.note),
            level: self.level,
            outcome: self.outcome,
            outcome_on: self.outcome_on.map(|d| d.0),
        }
    }
}

#[cfg(test)]
mod tests;
