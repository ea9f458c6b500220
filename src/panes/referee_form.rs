//! The form for somebody who would speak for me.

use chrono::NaiveDate;

use super::checks_form::{self, About, check, day, line, read};
use super::formed::OnPaper;
use super::paper::Paper;
use super::words::hide_names;
use crate::desk::{Desk, Effect, Go, Model, View, checks};
use crate::domain::checks::{Answer, Call, Change, Checks, Referee};
use crate::domain::dates::Toward;
use crate::domain::id::{ApplicationId, RefereeId};
use crate::domain::journey::{Application, Criterion};
use crate::domain::person::Person;
use crate::domain::text::listed;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

const NAME: usize = 0;
const WAS: usize = 1;
const REACH: usize = 2;
const SPEAKS: usize = 3;
const ANSWER: usize = 4;
const ASKED: usize = 5;
/// The first of the days of the job: knows, named, called, thanked.
const OF_JOB: usize = 6;

/// What they said, as it is chosen.
const ANSWERS: [&str; 4] = ["not asked yet", "asked", "said yes", "would rather not"];

/// Points of the advert that are named beside what somebody can speak of, at most.
const POINTS: usize = 3;

/// The form.
pub struct RefereeForm {
    id: Option<RefereeId>,
    job: Option<ApplicationId>,
    before: Option<Referee>,
    paper: Paper<Change>,
}

fn kept(id: Option<&RefereeId>, job: Option<&ApplicationId>) -> About {
    About::Referee(id.cloned(), job.cloned())
}

fn answer_at(one: &Referee) -> usize {
    match (one.answer, one.asked) {
        (Answer::Open, None) => 0,
        (Answer::Open, Some(_)) => 1,
        (Answer::Yes, _) => 2,
        (Answer::RatherNot, _) => 3,
    }
}

/// What the advert of a job asks for, which they may have seen.
fn asked_for(model: &Model, job: Option<&Application>) -> String {
    let points = job.map_or(&[][..], |job| &job.scorecard);
    let title = |point: &Criterion| {
        let library = &model.library;
        library
            .competency_title(point.competency.as_str())
            .to_lowercase()
    };
    let points: Vec<String> = points.iter().take(POINTS).map(title).collect();
    match points.as_slice() {
        [] => "what they saw you do".to_owned(),
        points => format!("their advert asks for {}", listed(points)),
    }
}

impl RefereeForm {
    /// A form for somebody new, or for one who is there; the days are about this job.
    pub fn new(id: Option<RefereeId>, job: Option<ApplicationId>) -> Self {
        let key = checks_form::key(&kept(id.as_ref(), job.as_ref()));
        Self {
            id,
            job,
            before: None,
            paper: Paper::new(key, SPEAKS),
        }
    }

    /// Says beside each day how it was read.
    fn check(&mut self, desk: &Desk<'_>) {
        let today = desk.now.date();
        let job = self
            .job
            .as_ref()
            .and_then(|job| desk.model.journey.get(job));
        let employer = job.map_or_else(String::new, |job| desk.model.employer(job));
        let notes = [
            "empty: not asked".to_owned(),
            format!("the day you told them that {employer} may call"),
            format!("the day {employer} got the name"),
            format!("the day {employer} called them"),
            String::new(),
        ];
        let days = self.paper.form.fields.iter_mut().skip(ASKED);
        for (field, note) in days.zip(notes) {
            check(field, today, Toward::Past, &note);
        }
    }

    /// The day of a field, or the field with what is wrong in it.
    fn day(&self, at: usize, today: NaiveDate) -> Result<Option<NaiveDate>, (usize, String)> {
        let Some(field) = self.paper.form.fields.get(at) else {
            return Ok(None);
        };
        read(field, today, Toward::Past).map_err(|words| (at, words))
    }

    /// Somebody as the form says it.
    fn referee(&self, all: &Checks, today: NaiveDate) -> Result<Referee, (usize, String)> {
        let fields = &self.paper.form.fields;
        let text = |at: usize| fields[at].text().trim().to_owned();
        let name = text(NAME);
        if name.is_empty() {
            return Err((NAME, "Write a name first.".to_owned()));
        }
        let there = self.id.as_ref().and_then(|id| all.referee(id)).cloned();
        let new = || Referee::called(all.name_for(&Person::called(&name).name), &name);
        let mut one = there.or_else(|| self.before.clone()).unwrap_or_else(new);
        one.person = Person {
            title: text(WAS),
            contact: text(REACH),
            ..Person::called(&name)
        };
        one.speaks_of = text(SPEAKS);
        one.asked = self.day(ASKED, today)?;
        let chosen = fields[ANSWER].chosen();
        let answer = match chosen {
            2 => Answer::Yes,
            3 => Answer::RatherNot,
            _ => Answer::Open,
        };
        one.say(answer, today);
        match chosen {
            0 => one.asked = None,
            1 => one.asked = one.asked.or(Some(today)),
            _ => {}
        }
        if let Some(job) = &self.job {
            let call = Call {
                job: job.clone(),
                briefed: self.day(OF_JOB, today)?,
                named: self.day(OF_JOB + 1, today)?,
                heard: self.day(OF_JOB + 2, today)?,
                thanked: self.day(OF_JOB + 3, today)?,
            };
            if call.is_empty() {
                one.calls.retain(|call| call.job != *job);
            } else {
                *one.call_mut(job) = call;
            }
        }
        Ok(one)
    }
}

impl OnPaper for RefereeForm {
    type Record = Change;

    fn paper(&self) -> &Paper<Change> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Change> {
        &mut self.paper
    }

    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let model = &*desk.model;
        self.job = checks_form::job_of(self.id.as_ref(), self.job.take(), model)
            .filter(|job| model.journey.get(job).is_some());
        self.paper.key = checks_form::key(&kept(self.id.as_ref(), self.job.as_ref()));
        let known = self
            .id
            .as_ref()
            .and_then(|id| model.checks.referee(id))
            .cloned();
        let empty = Referee::called(RefereeId::new(""), "");
        let one = known.as_ref().unwrap_or(&empty);
        let job = self.job.as_ref().and_then(|job| model.journey.get(job));
        let answers = ANSWERS.map(str::to_owned).to_vec();
        let mut speaks = Field::new("Can speak of", Value::Area(Editor::new(&one.speaks_of)));
        speaks.rows = 3;
        let mut fields = vec![
            line("Name", &one.person.with_said()),
            line("Who they were", &one.person.title).with_note("head nurse until 2024"),
            line("How to reach", &one.person.contact).with_note("number, mail, best hours"),
            speaks.with_note(asked_for(model, job)),
            Field::new("What they say", Value::Choice(answers, answer_at(one))),
            day("Asked on", one.asked),
        ];
        if let Some(job) = job {
            let call = one
                .call(&job.id)
                .cloned()
                .unwrap_or(Call::of(job.id.clone()));
            fields.extend([
                day("Knows since", call.briefed),
                day("Handed on", call.named),
                day("Called on", call.heard),
                day("Thanked on", call.thanked),
            ]);
        }
        self.before = known;
        self.paper.form = Form::of(fields);
        self.paper.filled = self.paper.form.values();
        if self.before.is_none() {
            self.paper.filled.clear();
        }
        self.paper.go_on(desk.model);
        self.check(desk);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let all = &desk.model.checks;
        let read = self.referee(all, desk.now.date()).map(|one| {
            self.id = Some(one.id.clone());
            all.with(|all| all.put_referee(one))
        });
        self.paper.save(read, Effect::SaveChecks, desk);
    }

    fn saved(&mut self, change: Change, say: bool, desk: &mut Desk<'_>) {
        let one = self.id.as_ref().and_then(|id| change.now.referee(id));
        let name = one.map_or_else(String::new, |one| one.person.name.clone());
        self.before = one.cloned();
        self.paper.filled = self.paper.sent.clone();
        if let Some(one) = one.cloned() {
            desk.model.checks.put_referee(one);
        }
        desk.model.meet();
        let shown = hide_names(desk.model, &name);
        checks::note(change.before, &format!("what is known of {shown}"), desk);
        let key = checks_form::key(&kept(self.id.as_ref(), self.job.as_ref()));
        if self.paper.stays(key, desk) {
            return;
        }
        if say {
            desk.say("Saved.");
        }
        desk.go(Go::Back);
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.check(desk);
    }

    fn title(&self, view: &View<'_>) -> String {
        let name = self.before.as_ref().map(|one| one.person.name.clone());
        let name = name.unwrap_or_else(|| "Somebody who would speak for you".to_owned());
        hide_names(view.model, &name)
    }

    fn advice(&self) -> String {
        "Ctrl+S saves; only the name is needed.".to_owned()
    }
}
