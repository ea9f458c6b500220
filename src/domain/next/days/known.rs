//! What the program knows by itself to be done: a mock that was sat, stories that were written, questions that were kept.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::journey::{Application, Round};
use crate::domain::library::{DrillMode, Kind, Link, StageId};
use crate::domain::next::outlook::{FIVE_MINUTES, Outlook};
use crate::domain::practice::record::{Form, SittingHead};

/// The checklist that leads to stories.
pub const STORIES: &str = "story-map";

/// Stories, and questions to ask, that make one such step done.
const SOME_STORIES: usize = 4;
const SOME_ASKS: usize = 3;

/// Questions in a row of a drill that is quick.
const IN_A_ROW: usize = 5;

/// What is known of one interview. Each thing that was done stands for one step.
pub struct Known<'a> {
    outlook: &'a Outlook<'a>,
    application: &'a Application,
    stage: StageId,
    /// The day from which on things count.
    since: NaiveDate,
    used: BTreeMap<String, usize>,
}

impl<'a> Known<'a> {
    /// Counts from the interview before this one on, or from the day on which the job was added.
    pub fn of(outlook: &'a Outlook<'a>, application: &'a Application, round: &Round) -> Self {
        let before = application.rounds.iter().filter_map(|r| r.date);
        let before = before.filter(|date| Some(*date) < round.date).max();
        Self {
            outlook,
            application,
            stage: round.stage,
            since: before.map_or(application.since, |day| day.max(application.since)),
            used: BTreeMap::new(),
        }
    }

    /// The day of the next thing that was done with this; `None` where nothing more was, and a day that nobody knows is
    /// the first one.
    pub fn take(&mut self, link: &str) -> Option<NaiveDate> {
        let used = self.used.get(link).copied().unwrap_or(0);
        let day = self.done(link).into_iter().nth(used)?;
        self.used.insert(link.to_owned(), used + 1);
        Some(day)
    }

    /// The day on which a tick counts at the earliest.
    pub const fn since(&self) -> NaiveDate {
        self.since
    }

    /// The days on which something was done with this, the first one first.
    fn done(&self, link: &str) -> Vec<NaiveDate> {
        match self.outlook.library.link(link) {
            Some(Link::Blueprint(id)) => self.sat(|h| {
                let shape = h.shape.as_ref();
                shape.is_some_and(|s| s.blueprint == id)
            }),
            Some(Link::Checklist(id)) if id.as_str() == STORIES => self.stories(),
            Some(Link::Drill(mode)) => self.practiced(mode),
            _ => Vec::new(),
        }
    }

    fn practiced(&self, mode: DrillMode) -> Vec<NaiveDate> {
        let drill = |h: &SittingHead| h.shape.is_none() && h.form == Form::Drill && !h.warm_up;
        match mode {
            DrillMode::Blueprint => self.sat(|h| h.shape.is_some() && h.title != FIVE_MINUTES),
            DrillMode::PanelSim => {
                self.sat(|h| h.shape.as_ref().is_some_and(|s| s.panel.is_some()))
            }
            DrillMode::OneWay => self.sat(|h| h.shape.as_ref().is_some_and(|s| s.is_one_way())),
            DrillMode::RapidFire => self.sat(|h| drill(h) && h.plan.len() >= IN_A_ROW),
            DrillMode::ClosingDrill => self.sat(|h| drill(h) && self.is_closing(h)),
            DrillMode::Items => self.sat(|h| matches!(h.form, Form::Items(_))),
            DrillMode::Scenario => self.sat(|h| matches!(h.form, Form::Talk(_))),
            DrillMode::AskDrill => {
                let asks = self.asks() / SOME_ASKS;
                vec![self.since; asks]
            }
            DrillMode::Single
            | DrillMode::IndustryPack
            | DrillMode::NameTheCriterion
            | DrillMode::StoryRetell
            | DrillMode::Calibration
            | DrillMode::RecordReview
            | DrillMode::PartnerMock
            | DrillMode::InterviewerSeat => Vec::new(),
        }
    }

    /// The days of sittings since then.
    fn sat(&self, is_one: impl Fn(&SittingHead) -> bool) -> Vec<NaiveDate> {
        let sat = self.outlook.sittings.iter().filter(|h| is_one(h));
        let mut days: Vec<NaiveDate> = sat.map(|h| h.started.date_naive()).collect();
        days.retain(|day| *day >= self.since);
        days.sort_unstable();
        days
    }

    fn is_closing(&self, head: &SittingHead) -> bool {
        let kind = |id: &str| self.outlook.library.card(id).map(|card| card.kind);
        let closing = |id: &str| kind(id) == Some(Kind::Closing);
        !head.plan.is_empty() && head.plan.iter().all(|p| closing(p.question.as_str()))
    }

    /// The days on which there were as many stories as such a step asks for, however old they are.
    fn stories(&self) -> Vec<NaiveDate> {
        let mut written: Vec<NaiveDate> = self
            .outlook
            .stories
            .iter()
            .filter_map(|s| s.created)
            .collect();
        written.sort_unstable();
        let every = written.iter().skip(SOME_STORIES - 1).step_by(SOME_STORIES);
        every.copied().collect()
    }

    /// Questions that were kept to be asked there.
    fn asks(&self) -> usize {
        let own = self.application.asks.iter();
        let own = own.filter(|(stage, _)| *stage == self.stage).count();
        let asks = self.outlook.library.asks_at(self.stage, |_| true);
        let kept = |text: &str| self.application.has_ticked(self.stage, text);
        own + asks.iter().filter(|ask| kept(&ask.text)).count()
    }
}
