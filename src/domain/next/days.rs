//! The days until an interview: what is to be done on each of them, laid out anew from now.
//!
//! Nothing is ever late: what was not done is spread over the days that are left, and what they cannot hold is left out.

mod fit;
mod gather;
mod known;
mod lay;
mod order;
mod share;

use std::sync::Arc;

use chrono::{Duration, NaiveDate, Timelike};

use super::outlook::Outlook;
use super::thing::Todo;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Round};
use crate::domain::library::Plan;
use crate::domain::progress;

pub use known::STORIES;
use lay::Room;
use share::kept;

/// Days before an interview in which it is prepared for.
const LONGEST: i64 = 28;

/// Minutes of a day.
const DAY: u32 = 24 * 60;

/// How a step came to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// The day, where it is known.
    pub on: Option<NaiveDate>,
    /// Whether the program knows it without a tick.
    pub by_itself: bool,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Ticked when it is done.
    Ticked,
    /// Gone from the page once it is done: answers that come back, the card.
    Opened,
    /// Nothing to do.
    Rest,
}

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What Enter does there.
    pub todo: Todo,
    /// What it is.
    pub kind: Kind,
    /// Its words; the ones that its tick stands for.
    pub text: String,
    /// How long it takes; 0 where nobody can say.
    pub minutes: u32,
    /// Whether it is done.
    pub done: Option<Done>,
}

/// Where a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Before the last one.
    Before,
    /// The last one, whose evening is for the interview alone.
    Eve,
    /// That of the interview.
    Interview,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Which.
    pub date: NaiveDate,
    /// Where it stands.
    pub part: Part,
    /// Minutes that there are for it; 0 is a free day.
    pub limit: u32,
    /// What is to be done, and what was done today.
    pub steps: Vec<Step>,
}

impl Day {
    /// Minutes of what is to be done.
    pub fn minutes(&self) -> u32 {
        let open = self.steps.iter().filter(|step| step.done.is_none());
        open.map(|step| step.minutes).sum()
    }
}

/// All of them, up to the interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Days {
    /// The job.
    pub application: ApplicationId,
    /// The interview.
    pub round: Round,
    /// The plan that they follow.
    pub plan: Option<Arc<Plan>>,
    /// The days.
    pub list: Vec<Day>,
    /// What was done before today; where the days begin later, what was done today as well.
    pub done: Vec<Step>,
    /// What the days have no room for.
    pub left_out: Vec<Step>,
}

impl Days {
    /// Whether a step is done, in its words.
    pub fn is_done(&self, step: &str) -> bool {
        let mut steps = self
            .list
            .iter()
            .flat_map(|day| &day.steps)
            .chain(&self.done);
        steps.any(|s| s.text == step && s.done.is_some())
    }
}

impl Outlook<'_> {
    /// The days until an interview; `None` where it has no day, or is over.
    pub fn days(&self, application: &Application, round: &Round) -> Option<Days> {
        let date = round.date?;
        let today = self.now.date();
        let eve = date - Duration::days(1);
        let left = u32::try_from((date - today).num_days()).ok()?;
        let first = today.max(date - Duration::days(LONGEST));
        let before = first.iter_days().take_while(|day| *day < eve);
        let mut list: Vec<Day> = before.map(|day| self.empty(day, Part::Before)).collect();
        let gathered = self.gather((application, round), list.len(), left);
        let (of_today, mut done): (Vec<Step>, Vec<_>) = (gathered.done.into_iter())
            .partition(|step| step.done.is_some_and(|done| done.on == Some(today)));
        let begun = !of_today.is_empty() || !done.is_empty();
        let spent = self.spent(&of_today);
        let mut rooms: Vec<Room> = list
            .iter()
            .map(|day| Room {
                limit: day.limit,
                left: day.limit - spent.min(day.limit) * u32::from(day.date == today),
            })
            .collect();
        let (wants, steps): (Vec<_>, Vec<Step>) = gathered.open.into_iter().unzip();
        let laid = order::laid(&wants, &steps, begun, &mut rooms);
        let mut left_out = Vec::new();
        for (day, (want, step)) in order::in_order(laid, wants, steps) {
            match day.and_then(|day| list.get_mut(day)) {
                Some(day) => day.steps.push(step),
                None => left_out.push((want, step)),
            }
        }
        let due = (!list.is_empty()).then(|| self.schedule.due(self.history, eve));
        for (day, room) in list.iter_mut().zip(rooms) {
            let due = due.as_deref().unwrap_or_default();
            let comes = self.comes_back(day.date, due, room.left);
            day.steps.extend(comes);
        }
        if today <= eve {
            let mut evening = self.empty(eve, Part::Eve);
            let mut steps = gathered.evening;
            left_out = order::fill(&mut steps, left_out, evening.limit);
            evening.steps = self.evening((application, round), steps, eve);
            list.push(evening);
        }
        let left_out = left_out.into_iter().map(|(_, step)| step).collect();
        let mut day = self.empty(date, Part::Interview);
        day.steps = kept(application, round, date == today);
        list.push(day);
        match list.iter_mut().find(|day| day.date == today) {
            Some(day) => drop(day.steps.splice(0..0, of_today)),
            None => done.extend(of_today),
        }
        Some(Days {
            application: application.id.clone(),
            round: round.clone(),
            plan: gathered.plan,
            list,
            done,
            left_out,
        })
    }

    /// A day with nothing on it yet.
    fn empty(&self, date: NaiveDate, part: Part) -> Day {
        let said = self.minutes_on(date).unwrap_or(self.minutes_a_day);
        let mut limit = u32::from(said);
        if date == self.now.date() {
            let time = self.now.time();
            let gone = time.hour() * 60 + time.minute();
            limit = limit.min(DAY.saturating_sub(gone));
        }
        Day {
            date,
            part,
            limit,
            steps: Vec::new(),
        }
    }

    /// Minutes that were used today: those of the steps that are done, or those that were practiced, whichever is more.
    fn spent(&self, done: &[Step]) -> u32 {
        let today = self.now.date();
        let week = progress::week(self.history, today);
        let practiced = week.iter().find(|day| day.date == today);
        let steps = done.iter().map(|step| step.minutes).sum();
        practiced.map_or(0, |day| day.minutes).max(steps)
    }
}

#[cfg(test)]
mod tests;
