//! What is worked out when the screen comes up: what to do next, and what is still to be sent.
//!
//! The schedule looks at every answer ever given, so it is kept until the screen comes up again; the rest is
//! worked out anew whenever an entry or an application was written.

use chrono::{NaiveDate, NaiveDateTime};

use crate::content::mine;
use crate::desk::Model;
use crate::domain::ahead::{comes_near, ends, is_near, to_come};
use crate::domain::card::last_hour;
use crate::domain::checks::{RunsOut, runs_out};
use crate::domain::flow_back::{FlowBack, Thanks};
use crate::domain::follow::{self, ToSend};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Round};
use crate::domain::next::{Days, Left, Outlook, Thing, next_up};
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::schedule::Schedule;
use crate::domain::practice::sitting::Sitting;
use crate::domain::practice::solo::Solo;
use crate::domain::time::Now;
use crate::panes::begin;
use crate::store::draft_file::{Draft, Owner};

/// What lies ahead, as of one day.
#[derive(Debug, Default)]
pub struct Ahead {
    /// What to do, best first.
    pub things: Vec<Thing>,
    /// Thank-yous to be written, the soonest first.
    pub thanks: Vec<Thanks>,
    /// Other letters that have their time.
    pub letters: Vec<ToSend>,
    /// Papers that run out, the soonest first.
    pub papers: Vec<RunsOut>,
    /// Interviews to come, the soonest first.
    pub coming: Vec<(ApplicationId, Round)>,
    /// Whether the last evening before the next interview has begun, or its day.
    pub is_near: bool,
    /// The day it was worked out; `None` before the first time.
    pub day: Option<NaiveDate>,
    /// When there is something else to do: an interview comes near, its last hour begins, or it is over.
    changes: Option<NaiveDateTime>,
    schedule: Schedule,
}

impl Ahead {
    /// Works everything out.
    pub fn of(model: &Model, now: Now) -> Self {
        let mut ahead = Self {
            schedule: begin::schedule(model, now),
            day: Some(now.date()),
            ..Self::default()
        };
        ahead.look_again(model, now);
        ahead
    }

    /// Works out anew what depends on entries and applications.
    pub fn look_again(&mut self, model: &Model, now: Now) {
        let flow = begin::flow(model, now.date());
        self.things = next_up(&self.outlook(model, &flow, now));
        self.thanks = flow.thanks;
        let (journey, entries) = (&model.journey.applications, &model.journal.entries);
        self.letters = follow::to_send(journey, entries, now.date());
        self.papers = runs_out(&model.checks, journey, entries, now.wall);
        let coming = to_come(journey, entries, now.wall).into_iter();
        self.coming = coming.map(|(a, r)| (a.id.clone(), r.clone())).collect();
        let next = self.coming.first().map(|(_, round)| round);
        self.is_near = next.is_some_and(|round| is_near(round, now.wall));
        let rounds = self.coming.iter().map(|(_, round)| round);
        let moments = rounds
            .flat_map(|r| [comes_near(r), last_hour(r), ends(r)])
            .flatten();
        self.changes = moments.filter(|at| *at > now.wall.naive_local()).min();
    }

    /// The days until an interview.
    pub fn days(
        &self,
        model: &Model,
        (application, round): (&Application, &Round),
        now: Now,
    ) -> Option<Days> {
        let flow = begin::flow(model, now.date());
        self.outlook(model, &flow, now).days(application, round)
    }

    /// The application whose next interview is the soonest.
    pub fn soonest(&self) -> Option<&ApplicationId> {
        self.coming.first().map(|(id, _)| id)
    }

    /// The interview that is still to come today.
    pub fn today(&self) -> Option<&(ApplicationId, Round)> {
        self.coming.first().filter(|(_, r)| r.date == self.day)
    }

    /// All that are still to come today.
    pub fn of_today(&self) -> impl Iterator<Item = &(ApplicationId, Round)> {
        self.coming.iter().filter(|(_, r)| r.date == self.day)
    }

    /// Whether the next interview is tomorrow.
    pub fn is_eve(&self) -> bool {
        let next = self.coming.first().and_then(|(_, round)| round.date);
        next.is_some() && next == self.day.and_then(|day| day.succ_opt())
    }

    /// When an interview comes near or is over: from then on there is something else to do.
    pub const fn changes(&self) -> Option<NaiveDateTime> {
        self.changes
    }

    /// Whether it is of this day, and no interview has come near or ended since.
    pub fn holds(&self, now: Now) -> bool {
        let past = |moment: NaiveDateTime| moment <= now.wall.naive_local();
        self.day == Some(now.date()) && !self.changes.is_some_and(past)
    }

    fn outlook<'a>(&'a self, model: &'a Model, flow: &'a FlowBack, now: Now) -> Outlook<'a> {
        let practice = &model.practice;
        let running = practice.sitting.as_deref().map(Sitting::record);
        let running = running.or(practice.solo.as_deref().map(Solo::record));
        let unfinished = running.or(practice.open.last());
        Outlook {
            now,
            applications: &model.journey.applications,
            checks: &model.checks,
            entries: &model.journal.entries,
            stories: &model.stories.list,
            stories_due: model.stories_due(now).len(),
            history: &practice.history,
            schedule: &self.schedule,
            flow,
            library: &model.library,
            family: &model.profile.family,
            sittings: &practice.sittings,
            past: &practice.past,
            minutes_a_day: model.profile.minutes_a_day,
            days: &model.profile.days,
            factor: model.profile.extra_time(),
            matters: &model.profile.matters,
            doubt_card: mine::doubt_id,
            unfinished: unfinished.map(|record| {
                let mut left = Left::of(record);
                left.begun |= model.drafts.iter().any(|d| is_of(d, record));
                left
            }),
        }
    }
}

/// Whether a half-typed answer belongs to a sitting.
fn is_of(draft: &Draft, record: &SittingRecord) -> bool {
    matches!(&draft.owner, Owner::Answer { sitting, .. } if *sitting == record.head.id)
}
