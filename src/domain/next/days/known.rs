//! What the program knows by itself to be done: a mock that was sat, stories that were written, questions that were kept.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::domain::id::SittingId;
use crate::domain::journey::{Application, Round};
use crate::domain::library::{DrillMode, Kind, Link, StageId};
use crate::domain::next::outlook::{FIVE_MINUTES, Outlook};
use crate::domain::practice::record::{Form, SittingHead};
use crate::domain::time::Wall;

/// The checklist that leads to stories.
pub const STORIES: &str = "story-map";

/// Stories, and questions to ask, that make one such step done.
const SOME_STORIES: usize = 4;
const SOME_ASKS: usize = 3;

/// Questions in a row of a drill that is quick.
const IN_A_ROW: usize = 5;

/// What was done once: the day, and what it is called among all of them.
type Deed = (NaiveDate, String);

/// What was answered in one drill.
#[derive(Debug, Default)]
struct Answered {
    questions: usize,
    /// Those of them that belong to the end of an interview.
    closing: usize,
}

/// What is known of one interview. Each thing that was done stands for one step.
pub struct Known<'a> {
    outlook: &'a Outlook<'a>,
    application: &'a Application,
    stage: StageId,
    /// The day from which on things count.
    since: NaiveDate,
    /// Answers since then, by their sitting.
    answered: BTreeMap<&'a str, Answered>,
    /// What stands for a step already.
    used: BTreeSet<String>,
}

impl<'a> Known<'a> {
    /// Counts from the interview before this one on, or from the day on which the job was added.
    pub fn of(outlook: &'a Outlook<'a>, application: &'a Application, round: &Round) -> Self {
        let before = application.rounds.iter().filter_map(|r| r.date);
        let before = before.filter(|date| Some(*date) < round.date).max();
        let since = before.map_or(application.since, |day| day.max(application.since));
        let mut answered: BTreeMap<&str, Answered> = BTreeMap::new();
        let facts = outlook.history.facts().iter();
        for fact in facts.filter(|f| f.day >= since && !f.skipped) {
            let origin = outlook.history.text(fact.origin);
            let answered = answered.entry(origin).or_default();
            answered.questions += 1;
            answered.closing += usize::from(fact.kind == Kind::Closing);
        }
        Self {
            outlook,
            application,
            stage: round.stage,
            since,
            answered,
            used: BTreeSet::new(),
        }
    }

    /// The day of the next thing that was done with this, up to a day where there is one; `None` where nothing more was,
    /// and a day that nobody knows is the first one.
    pub fn take(&mut self, link: &str, until: Option<NaiveDate>) -> Option<NaiveDate> {
        let in_time = |day: NaiveDate| until.is_none_or(|until| day <= until);
        let deeds = self.done(link).into_iter();
        let (day, what) = deeds
            .filter(|(day, what)| in_time(*day) && !self.used.contains(what))
            .min()?;
        self.used.insert(what);
        Some(day)
    }

    /// What was done with this.
    fn done(&self, link: &str) -> Vec<Deed> {
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

    fn practiced(&self, mode: DrillMode) -> Vec<Deed> {
        match mode {
            DrillMode::Blueprint => self.sat(|h| h.shape.is_some() && h.title != FIVE_MINUTES),
            DrillMode::PanelSim => {
                self.sat(|h| h.shape.as_ref().is_some_and(|s| s.panel.is_some()))
            }
            DrillMode::OneWay => self.sat(|h| h.shape.as_ref().is_some_and(|s| s.is_one_way())),
            DrillMode::RapidFire => self.drilled(|a| a.questions >= IN_A_ROW),
            DrillMode::ClosingDrill => self.drilled(|a| a.closing == a.questions),
            DrillMode::Items => self.held(|form| matches!(form, Form::Items(_))),
            DrillMode::Scenario => self.held(|form| matches!(form, Form::Talk(_))),
            DrillMode::PartnerMock => self.held(|form| matches!(form, Form::Chairs(_))),
            DrillMode::AskDrill => {
                let asks = self.asks() / SOME_ASKS;
                let deed = |n| (self.since, format!("questions to ask, {n}"));
                (0..asks).map(deed).collect()
            }
            DrillMode::Single
            | DrillMode::IndustryPack
            | DrillMode::NameTheCriterion
            | DrillMode::StoryRetell
            | DrillMode::Calibration
            | DrillMode::RecordReview
            | DrillMode::InterviewerSeat => Vec::new(),
        }
    }

    /// Drills and mocks since then.
    fn sat(&self, is_one: impl Fn(&SittingHead) -> bool) -> Vec<Deed> {
        let sat = self.outlook.sittings.iter().filter(|h| is_one(h));
        self.since_then(sat.map(|h| (&h.started, &h.id)))
    }

    /// Drills of such answers.
    fn drilled(&self, are_such: impl Fn(&Answered) -> bool) -> Vec<Deed> {
        self.sat(|h| {
            let answered = self.answered.get(h.id.as_str());
            h.shape.is_none() && !h.warm_up && answered.is_some_and(&are_such)
        })
    }

    /// Talks, sets and sittings of two since then.
    fn held(&self, is_one: impl Fn(&Form) -> bool) -> Vec<Deed> {
        let held = self.outlook.past.newest().filter(|past| is_one(&past.form));
        self.since_then(held.map(|past| (&past.at, &past.sitting)))
    }

    fn since_then<'b>(&self, all: impl Iterator<Item = (&'b Wall, &'b SittingId)>) -> Vec<Deed> {
        all.map(|(at, id)| (at.date_naive(), id.as_str().to_owned()))
            .filter(|(day, _)| *day >= self.since)
            .collect()
    }

    /// The days on which there were as many stories as such a step asks for, however old they are.
    fn stories(&self) -> Vec<Deed> {
        let mut written: Vec<NaiveDate> = self
            .outlook
            .stories
            .iter()
            .filter_map(|s| s.created)
            .collect();
        written.sort_unstable();
        let every = written.iter().skip(SOME_STORIES - 1).step_by(SOME_STORIES);
        let deed = |(n, day): (usize, &NaiveDate)| (*day, format!("stories, {n}"));
        every.enumerate().map(deed).collect()
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
