//! The form for the talk about terms: what one wants, where one says no, and what one does instead.

use chrono::NaiveDate;

use super::formed::OnPaper;
use super::offers::lines::told_pay;
use super::paper::Paper;
use super::words::{hide_names, read_back};
use crate::desk::{Desk, Effect, Go, View, jobs};
use crate::domain::dates::{self, Toward};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Terms};
use crate::domain::time::Now;
use crate::store::draft_file::{DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

const TARGET: usize = 0;
const BELOW: usize = 1;
const FIRST: usize = 2;
const REASON: usize = 3;
const INSTEAD: usize = 4;
const ON: usize = 5;
const TRADE: usize = 6;

/// What it is kept as while it is half filled in.
pub const FIELD: &str = "terms";

/// The same of one job.
pub fn key(job: &ApplicationId) -> DraftKey {
    (Owner::Application(job.clone()), FIELD.to_owned())
}

/// The form.
pub struct TermsForm {
    job: ApplicationId,
    paper: Paper<Application>,
}

impl TermsForm {
    /// For the talk about terms with a job.
    pub fn new(job: ApplicationId) -> Self {
        let paper = Paper::new(key(&job), TARGET);
        Self { job, paper }
    }

    /// The day of what can be done instead.
    fn on(&self, now: Now) -> Result<Option<NaiveDate>, String> {
        match self.paper.form.fields[ON].text().trim() {
            "" => Ok(None),
            text => dates::read(text, now.date(), Toward::Future).map(Some),
        }
    }

    /// Says beside the day how it was read.
    fn check(&mut self, now: Now) {
        let read = self.on(now);
        let field = &mut self.paper.form.fields[ON];
        field.error.clear();
        match read {
            Ok(Some(day)) => field.note = read_back(day, now.date()),
            Ok(None) => "when you know more there: fri".clone_into(&mut field.note),
            Err(words) => {
                field.note.clear();
                field.error = words;
            }
        }
    }
}

impl OnPaper for TermsForm {
    type Record = Application;

    fn paper(&self) -> &Paper<Application> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Application> {
        &mut self.paper
    }

    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return;
        }
        let Some(job) = desk.model.journey.get(&self.job) else {
            return;
        };
        let terms = &job.terms;
        let line = |text: &str| Value::Line(Editor::single(text));
        let on = terms.instead_on.map_or_else(String::new, |d| d.to_string());
        // What they were told of pay stands beside what is wanted: the two do not differ unseen.
        let told = told_pay(job, desk.now.date());
        let told = told.map_or_else(
            || "pay, or what matters more".to_owned(),
            |words| format!("you told them {words}"),
        );
        self.paper.form = Form::of(vec![
            Field::new("I want", line(&terms.target)).with_note(hide_names(desk.model, &told)),
            Field::new("I say no below", line(&terms.no_below))
                .with_note("set in peace, it holds in the call"),
            Field::new("I ask first for", line(&terms.first))
                .with_note("a range that starts at what you want"),
            Field::new("Because", line(&terms.reason)).with_note("a reason out of the work"),
            Field::new("Else I can", line(&terms.instead))
                .with_note("another offer, staying, looking on"),
            Field::new("Next day of it", line(&on)),
            Field::new("To trade", line(&terms.trade))
                .with_note("hours, first day, leave, courses"),
        ]);
        self.paper.filled = self.paper.form.values();
        self.paper.go_on(desk.model);
        self.check(desk.now);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let Some(mut job) = desk.model.journey.get(&self.job).cloned() else {
            return desk.say("This application is not there any more.");
        };
        let text = |at: usize| self.paper.form.fields[at].text().trim().to_owned();
        let read = self.on(desk.now).map_err(|words| (ON, words)).map(|on| {
            job.terms = Terms {
                target: text(TARGET),
                no_below: text(BELOW),
                first: text(FIRST),
                reason: text(REASON),
                instead: text(INSTEAD),
                instead_on: on,
                trade: text(TRADE),
            };
            job
        });
        self.paper.save(read, Effect::SaveApplication, desk);
    }

    fn saved(&mut self, job: Application, say: bool, desk: &mut Desk<'_>) {
        if let Some(before) = desk.model.journey.put(job) {
            jobs::note(before, "the talk about terms", desk);
        }
        if self.paper.stays(key(&self.job), desk) {
            return;
        }
        if say {
            desk.say_undoable("Saved. p rehearses the talk.");
        }
        desk.go(Go::Back);
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.check(desk.now);
    }

    fn title(&self, view: &View<'_>) -> String {
        let job = view.model.journey.get(&self.job);
        let name = job.map_or_else(String::new, |job| view.model.employer(job));
        format!("The talk about terms with {name}")
    }

    fn advice(&self) -> String {
        "Ctrl+S saves; each line may stay empty. Only you see it.".to_owned()
    }
}
