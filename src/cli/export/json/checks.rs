//! Referees and papers for other programs. How to reach somebody stays at home.

use chrono::NaiveDate;
use serde::Serialize;

use super::Person;
use crate::domain::checks::{self, Answer};
use crate::domain::id::{ApplicationId, DocumentId, RefereeId};

/// Somebody who would speak for the user.
#[derive(Serialize)]
pub struct Referee<'a> {
    id: &'a RefereeId,
    #[serde(flatten)]
    person: Person<'a>,
    speaks_of: &'a str,
    asked: Option<NaiveDate>,
    answer: Answer,
    answered: Option<NaiveDate>,
    jobs: Vec<Call<'a>>,
}

#[derive(Serialize)]
struct Call<'a> {
    application: &'a ApplicationId,
    briefed: Option<NaiveDate>,
    named: Option<NaiveDate>,
    heard: Option<NaiveDate>,
    thanked: Option<NaiveDate>,
}

impl<'a> Referee<'a> {
    /// All of them but how to reach them.
    pub fn of(one: &'a checks::Referee) -> Self {
        let call = |call: &'a checks::Call| Call {
            application: &call.job,
            briefed: call.briefed,
            named: call.named,
            heard: call.heard,
            thanked: call.thanked,
        };
        Self {
            id: &one.id,
            person: Person::of(&one.person),
            speaks_of: &one.speaks_of,
            asked: one.asked,
            answer: one.answer,
            answered: one.answered,
            jobs: one.calls.iter().map(call).collect(),
        }
    }
}

/// A paper.
#[derive(Serialize)]
pub struct Document<'a> {
    id: &'a DocumentId,
    title: &'a str,
    have: bool,
    asked: Option<NaiveDate>,
    lies: &'a str,
    until: Option<NaiveDate>,
}

impl<'a> Document<'a> {
    /// All of it.
    pub fn of(one: &'a checks::Document) -> Self {
        Self {
            id: &one.id,
            title: &one.title,
            have: one.have,
            asked: one.asked,
            lies: &one.lies,
            until: one.until,
        }
    }
}
