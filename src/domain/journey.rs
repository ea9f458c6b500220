//! The user's way through interviews: applications and their rounds.

mod criterion;
mod minutes;
pub mod offer;
pub mod statement;
mod which;

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

use super::id::{ApplicationId, BlueprintId};
use super::level::Level;
use super::library::StageId;
use super::person::Person;

use crate::domain::order::InOrder;
pub use criterion::Criterion;
pub use minutes::minutes_in;
pub use offer::{Mark, Offer, Says, Terms};
pub use statement::{About, Statement, differs, in_order, standing};
pub use which::Which;

/// What became of a round or an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Not known yet.
    #[default]
    Pending,
    /// Went on to the next round.
    Advanced,
    /// An offer came.
    Offer,
    /// The offer was taken.
    Accepted,
    /// The offer was declined.
    Declined,
    /// The employer chose somebody else.
    Rejected,
    /// The user withdrew.
    Withdrew,
    /// The round did not take place.
    RoundCanceled,
    /// The whole process was stopped.
    ProcessCanceled,
    /// Nothing was heard.
    NoReply,
}

/// One interview of an application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Which of the eight stages it belongs to.
    pub stage: StageId,
    /// Day, once known.
    pub date: Option<NaiveDate>,
    /// Time of day, once known.
    pub time: Option<NaiveTime>,
    /// Who will be there or was.
    pub people: Vec<Person>,
    /// Where it is: an address, a room, a link.
    pub place: String,
    /// How long it takes, as the user put it.
    pub length: String,
    /// What to bring.
    pub bring: String,
    /// The mock that rehearses it, where one was chosen.
    pub mock: Option<BlueprintId>,
    /// A line about it.
    pub note: String,
    /// How well the user did what they had planned (from the debrief).
    pub level: Option<Level>,
    /// What became of it.
    pub outcome: Outcome,
    /// The day on which that was written down.
    pub outcome_on: Option<NaiveDate>,
}

/// What tells an interview from the others of its job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// Its stage.
    pub stage: StageId,
    /// Its day, once known.
    pub date: Option<NaiveDate>,
    /// Its time of day, once known.
    pub time: Option<NaiveTime>,
}

impl Round {
    /// What tells it from the others of its job.
    pub const fn slot(&self) -> Slot {
        Slot {
            stage: self.stage,
            date: self.date,
            time: self.time,
        }
    }

    /// A round of which only stage and time are known.
    pub const fn of(stage: StageId, date: Option<NaiveDate>, time: Option<NaiveTime>) -> Self {
        Self {
            stage,
            date,
            time,
            people: Vec::new(),
            place: String::new(),
            length: String::new(),
            bring: String::new(),
            mock: None,
            note: String::new(),
            level: None,
            outcome: Outcome::Pending,
            outcome_on: None,
        }
    }

    /// The same, with what became of it as somebody says today.
    #[must_use]
    pub fn ended(self, outcome: Outcome, today: NaiveDate) -> Self {
        if self.outcome == outcome {
            return self;
        }
        Self {
            outcome,
            outcome_on: Some(today),
            ..self
        }
    }
}

/// A change of state, kept with its date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Stage before.
    pub from: StageId,
    /// Stage after.
    pub to: StageId,
    /// When.
    pub date: NaiveDate,
}

/// Something of a stage that is done: a step of preparation, a question kept to be asked, a letter that is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tick {
    /// The stage it is for.
    pub stage: StageId,
    /// What, in the words of the step or the question, or the id of the letter.
    pub step: String,
    /// The day on which it was ticked, where that was written down.
    pub on: Option<NaiveDate>,
}

impl Tick {
    /// A tick of a day that nobody knows.
    pub fn of(stage: StageId, step: impl Into<String>) -> Self {
        let step = step.into();
        let on = None;
        Self { stage, step, on }
    }

    /// Whether it is the one at this step.
    pub fn is_at(&self, stage: StageId, step: &str) -> bool {
        self.stage == stage && self.step == step
    }
}

/// One employer and role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Also the stem of its file: `<employer>-<role>`.
    pub id: ApplicationId,
    /// Employer.
    pub employer: String,
    /// Role; may be empty.
    pub role: String,
    /// Where it stands.
    pub stage: StageId,
    /// When it was added.
    pub since: NaiveDate,
    /// Closed ones fold into one line.
    pub closed: bool,
    /// What became of it.
    pub outcome: Outcome,
    /// The day on which that was written down.
    pub ended: Option<NaiveDate>,
    /// Rounds, in order.
    pub rounds: Vec<Round>,
    /// What is done of each stage.
    pub ticks: Vec<Tick>,
    /// Questions of one's own to ask them: stage, then the question.
    pub asks: Vec<(StageId, String)>,
    /// Free notes.
    pub notes: String,
    /// The advert, as it was pasted or typed.
    pub advert: String,
    /// What the user read out of it, in the order in which it was ticked.
    pub scorecard: Vec<Criterion>,
    /// What they were told.
    pub told: Vec<Statement>,
    /// What they offer, once they do.
    pub offer: Option<Offer>,
    /// What the user wants of the talk about terms.
    pub terms: Terms,
    /// From stage to stage, oldest first.
    pub moves: Vec<Moved>,
}

impl Application {
    /// One of which only employer, stage and day are known.
    pub fn new(id: ApplicationId, employer: String, stage: StageId, since: NaiveDate) -> Self {
        Self {
            id,
            employer,
            role: String::new(),
            stage,
            since,
            closed: false,
            outcome: Outcome::Pending,
            ended: None,
            rounds: Vec::new(),
            ticks: Vec::new(),
            asks: Vec::new(),
            notes: String::new(),
            advert: String::new(),
            scorecard: Vec::new(),
            told: Vec::new(),
            offer: None,
            terms: Terms::default(),
            moves: Vec::new(),
        }
    }

    /// Whether it really was at a stage: with an interview, on its way along, or with steps done. Others were left out.
    pub fn was_at(&self, stage: StageId) -> bool {
        let held = |r: &Round| r.stage == stage && r.outcome != Outcome::RoundCanceled;
        self.rounds.iter().any(held)
            || self.moves.iter().any(|m| m.from == stage)
            || self.ticks.iter().any(|tick| tick.stage == stage)
    }

    /// The tick at a step of a stage.
    pub fn tick_at(&self, stage: StageId, step: &str) -> Option<&Tick> {
        self.ticks.iter().find(|tick| tick.is_at(stage, step))
    }

    /// Whether a step of a stage is done.
    pub fn has_ticked(&self, stage: StageId, step: &str) -> bool {
        self.tick_at(stage, step).is_some()
    }

    /// The tick at a step of preparation that counts for an interview: what was done for one before it at the same stage is to
    /// be done again.
    pub fn tick_for(&self, round: &Round, step: &str) -> Option<&Tick> {
        let tick = self.tick_at(round.stage, step)?;
        let held = |r: &&Round| r.stage == round.stage && r.outcome != Outcome::RoundCanceled;
        let dates = self.rounds.iter().filter(held).filter_map(|r| r.date);
        let before = dates
            .filter(|day| round.date.is_none_or(|date| *day < date))
            .max();
        let counts = |on| before.is_none_or(|before| on > before);
        tick.on.is_none_or(counts).then_some(tick)
    }

    /// Whether a step of preparation is done for the next interview at a stage; after the last one, for that one.
    pub fn is_prepared(&self, stage: StageId, step: &str, today: NaiveDate) -> bool {
        let rounds = self.by_day().into_iter().map(|(_, round)| round);
        let rounds: Vec<&Round> = rounds.filter(|round| round.stage == stage).collect();
        let is_next = |round: &&&Round| round.date.is_none_or(|date| date >= today);
        match rounds.iter().find(is_next).or(rounds.last()) {
            Some(round) => self.tick_for(round, step).is_some(),
            None => self.has_ticked(stage, step),
        }
    }

    /// The day it came to its end, as far as that is known: when that was written down, else its last interview.
    pub fn ended_on(&self) -> Option<NaiveDate> {
        let last = || self.rounds.iter().filter_map(|r| r.date).max();
        self.ended.or_else(last)
    }

    /// The interview of a slot.
    pub fn round_at(&self, slot: Slot) -> Option<&Round> {
        self.rounds.iter().find(|r| r.slot() == slot)
    }

    /// The time of an interview, where another one of its stage on the same day is told from it by that alone.
    pub fn telling_time(&self, slot: Slot) -> Option<NaiveTime> {
        let same = |r: &&Round| (r.stage, r.date) == (slot.stage, slot.date);
        let twins = self.rounds.iter().filter(same).count() > 1;
        slot.time.filter(|_| twins)
    }

    /// Its interviews in the order of their days, each with its place; those without a day come last.
    pub fn by_day(&self) -> Vec<(usize, &Round)> {
        let mut rounds: Vec<_> = self.rounds.iter().enumerate().collect();
        rounds.order_by_key(|(_, r)| (r.date.is_none(), r.date, r.time));
        rounds
    }

    /// `Acme, Senior Engineer`, or the employer alone.
    pub fn title(&self) -> String {
        if self.role.is_empty() {
            self.employer.clone()
        } else {
            format!("{}, {}", self.employer, self.role)
        }
    }
}
