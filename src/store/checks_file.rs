//! `checks.toml`: who would speak for me, and the papers that employers ask for.
//!
//! Each has a table of its own name and not a place in a list: two studios that add one at the same time keep both.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml_edit::Table;

use super::toml_in::{Day, FORMAT, Formatted, open, proof, shown};
use super::toml_out::{Lines, day, word};
use super::weave::Edited;
use crate::content::proof::fields_of;
use crate::domain::checks::{Answer, Call, Checks, Document, Referee};
use crate::domain::id::{ApplicationId, DocumentId, RefereeId};
use crate::domain::person::Person;
use crate::problem::Problem;

impl Edited for Checks {
    fn read(file: &str, bytes: &[u8]) -> Result<(Self, i64), Box<Problem>> {
        let (raw, format): (RawChecks, i64) = open(file, bytes)?;
        Ok((raw.lower(), format))
    }

    fn proof(file: &str, bytes: &[u8]) -> Vec<Problem> {
        proof::<RawChecks>(file, bytes)
    }

    fn names() -> &'static [&'static str] {
        fields_of::<RawChecks>()
    }

    fn table(&self) -> Table {
        let referees = self.referees.iter();
        let documents = self.documents.iter();
        Lines::new()
            .put("format", FORMAT)
            .named(
                "referees",
                referees.map(|one| (one.id.as_str(), referee(one))),
            )
            .named(
                "documents",
                documents.map(|one| (one.id.as_str(), document(one))),
            )
            .done()
    }
}

fn referee(one: &Referee) -> Lines {
    let answer = Some(one.answer).filter(|answer| *answer != Answer::Open);
    let calls = one.calls.iter().filter(|call| !call.is_empty());
    Lines::new()
        .put("name", one.person.with_said())
        .text("was", &one.person.title)
        .text("contact", &one.person.contact)
        .text("speaks_of", &one.speaks_of)
        .maybe("asked", one.asked.map(day))
        .maybe("answer", answer.map(word))
        .maybe("answered", one.answered.map(day))
        .named("jobs", calls.map(|one| (one.job.as_str(), call(one))))
}

fn call(call: &Call) -> Lines {
    Lines::new()
        .maybe("briefed", call.briefed.map(day))
        .maybe("named", call.named.map(day))
        .maybe("heard", call.heard.map(day))
        .maybe("thanked", call.thanked.map(day))
}

fn document(one: &Document) -> Lines {
    Lines::new()
        .put("title", one.title.as_str())
        .put("have", one.have)
        .maybe("asked", one.asked.map(day))
        .text("lies", &one.lies)
        .maybe("until", one.until.map(day))
}

#[derive(Deserialize)]
struct RawChecks {
    format: i64,
    #[serde(default)]
    referees: BTreeMap<String, RawReferee>,
    #[serde(default)]
    documents: BTreeMap<String, RawDocument>,
}

impl Formatted for RawChecks {
    fn format(&self) -> i64 {
        self.format
    }
}

#[derive(Deserialize)]
struct RawReferee {
    name: String,
    #[serde(default)]
    was: String,
    #[serde(default)]
    contact: String,
    #[serde(default)]
    speaks_of: String,
    asked: Option<Day>,
    #[serde(default)]
    answer: Answer,
    answered: Option<Day>,
    #[serde(default)]
    jobs: BTreeMap<String, RawCall>,
}

#[derive(Deserialize)]
struct RawCall {
    briefed: Option<Day>,
    named: Option<Day>,
    heard: Option<Day>,
    thanked: Option<Day>,
}

#[derive(Deserialize)]
struct RawDocument {
    title: String,
    #[serde(default)]
    have: bool,
    asked: Option<Day>,
    #[serde(default)]
    lies: String,
    until: Option<Day>,
}

impl RawChecks {
    fn lower(self) -> Checks {
        let referees = self.referees.into_iter();
        let documents = self.documents.into_iter();
        Checks {
            referees: referees
                .map(|(id, raw)| raw.lower(RefereeId::new(shown(id))))
                .collect(),
            documents: documents
                .map(|(id, raw)| raw.lower(DocumentId::new(shown(id))))
                .collect(),
        }
    }
}

impl RawReferee {
    fn lower(self, id: RefereeId) -> Referee {
        let call = |(job, raw): (String, RawCall)| Call {
            job: ApplicationId::new(shown(job)),
            briefed: raw.briefed.map(|day| day.0),
            named: raw.named.map(|day| day.0),
            heard: raw.heard.map(|day| day.0),
            thanked: raw.thanked.map(|day| day.0),
        };
        Referee {
            id,
            person: Person {
                title: shown(self.was),
                contact: shown(self.contact),
                ..Person::called(&shown(self.name))
            },
            speaks_of: shown(self.speaks_of),
            asked: self.asked.map(|day| day.0),
            answer: self.answer,
            answered: self.answered.map(|day| day.0),
            calls: self.jobs.into_iter().map(call).collect(),
        }
    }
}

impl RawDocument {
    fn lower(self, id: DocumentId) -> Document {
        Document {
            id,
            title: shown(self.title),
            have: self.have,
            asked: self.asked.map(|day| day.0),
            lies: shown(self.lies),
            until: self.until.map(|day| day.0),
        }
    }
}

#[cfg(test)]
mod tests;
