//! Everything that the choice depends on, and what its parts agree on.

use chrono::NaiveDate;

use super::left::Left;
use super::thing::{Thing, Todo};
use crate::domain::checks::{Checks, to_brief};
use crate::domain::flow_back::FlowBack;
use crate::domain::id::{FamilyId, QuestionId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::Library;
use crate::domain::practice::clock::Factor;
use crate::domain::practice::history::History;
use crate::domain::practice::past::Pasts;
use crate::domain::practice::record::SittingHead;
use crate::domain::practice::schedule::Schedule;
use crate::domain::settings::minutes_on;
use crate::domain::story::Story;
use crate::domain::time::Now;

/// Questions of a small drill, and lines of questions that come back.
pub(super) const SMALL: usize = 3;

/// Minutes of a letter to somebody who would speak for the user.
const TELL: u32 = 5;

/// Days before a round in which its mock and its preparation are offered.
pub(super) const AHEAD: i64 = 7;

/// Last days before a round, in which its preparation comes first, and weak answers do not wait for their day.
pub(super) const SOON: i64 = 3;

/// Everything that the choice depends on.
#[derive(Debug, Clone, Copy)]
pub struct Outlook<'a> {
    /// Now.
    pub now: Now,
    /// Applications, closed ones too.
    pub applications: &'a [Application],
    /// Who would speak for the user, and papers.
    pub checks: &'a Checks,
    /// Journal entries.
    pub entries: &'a [Entry],
    /// Stories.
    pub stories: &'a [Story],
    /// How many of them are to be named.
    pub stories_due: usize,
    /// What was practiced.
    pub history: &'a History,
    /// When it comes back.
    pub schedule: &'a Schedule,
    /// What the journal asks for.
    pub flow: &'a FlowBack,
    /// What there is to practice.
    pub library: &'a Library,
    /// The field of the user.
    pub family: &'a FamilyId,
    /// Minutes a day they want to spend.
    pub minutes_a_day: u16,
    /// Minutes that they have on certain days, where they said so; 0 is a free one. On the evening before an interview no
    /// mock or drill is proposed beyond them.
    pub days: &'a [(NaiveDate, u16)],
    /// Their extra time.
    pub factor: Factor,
    /// What matters to them in a job, what matters most first.
    pub matters: &'a [String],
    /// The question that a doubt becomes, by the words of the doubt.
    pub doubt_card: fn(&str) -> QuestionId,
    /// Heads of drills and mocks so far.
    pub sittings: &'a [SittingHead],
    /// Talks, sets and sittings of two that were held.
    pub past: &'a Pasts,
    /// A sitting that was left or killed.
    pub unfinished: Option<Left<'a>>,
}

impl Outlook<'_> {
    /// Minutes that they have on this day, where they said so of just this one.
    pub(super) fn minutes_on(&self, day: NaiveDate) -> Option<u16> {
        minutes_on(self.days, day)
    }

    /// Whoever said yes and does not know that an employer may call; one at a time.
    pub(super) fn tell(&self) -> Option<Thing> {
        let first = to_brief(self.checks, self.applications)
            .into_iter()
            .next()?;
        Some(Thing {
            todo: Todo::Tell(first.referee, first.job),
            title: first.title,
            minutes: TELL,
            reason: first.reason,
        })
    }
}

/// The name of the mock of two questions, whose minutes are in it.
pub const FIVE_MINUTES: &str = "Five-minute mock";

/// The mock of two questions.
pub(super) fn five_minute_mock() -> Thing {
    Thing {
        todo: Todo::FiveMinuteMock,
        title: FIVE_MINUTES.to_owned(),
        minutes: 5,
        reason: "two questions, and nobody else sees it".to_owned(),
    }
}
