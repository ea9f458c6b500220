//! The form for an offer: when it came, by whom, until when they want an answer, and whether it is on paper.

use super::formed::OnPaper;
use super::paper::Paper;
use super::words::read_back;
use crate::desk::{Desk, Effect, Go, View, jobs};
use crate::domain::dates::{self, Toward};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Offer};
use crate::domain::time::Now;
use crate::store::draft_file::{DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};

const CAME: usize = 0;
const BY: usize = 1;
const UNTIL: usize = 2;
const WRITTEN: usize = 3;

/// What it is kept as while it is half filled in.
pub const FIELD: &str = "offer";

/// The same of one job.
pub fn key(job: &ApplicationId) -> DraftKey {
    (Owner::Application(job.clone()), FIELD.to_owned())
}

/// The form.
pub struct OfferForm {
    job: ApplicationId,
    paper: Paper<Application>,
}

impl OfferForm {
    /// For the offer of a job.
    pub fn new(job: ApplicationId) -> Self {
        let paper = Paper::new(key(&job), BY);
        Self { job, paper }
    }

    /// Says beside the days how they were read.
    fn check(&mut self, now: Now) {
        let today = now.date();
        let ways = [
            (CAME, Toward::Past, "today, yesterday, 20 feb"),
            (UNTIL, Toward::Future, "fri, 20 mar; empty: they named none"),
        ];
        for (at, toward, help) in ways {
            let field = &mut self.paper.form.fields[at];
            let read = read(field.text(), now, toward);
            field.error.clear();
            match read {
                Ok(Some(day)) => field.note = read_back(day, today),
                Ok(None) => help.clone_into(&mut field.note),
                Err(words) => {
                    field.note.clear();
                    field.error = words;
                }
            }
        }
    }

    fn offer(&self, before: Offer, now: Now) -> Result<Offer, (usize, String)> {
        let fields = &self.paper.form.fields;
        let day = |at: usize, toward| read(fields[at].text(), now, toward).map_err(|w| (at, w));
        Ok(Offer {
            came: day(CAME, Toward::Past)?,
            by: fields[BY].text().trim().to_owned(),
            answer_by: day(UNTIL, Toward::Future)?,
            written: fields[WRITTEN].chosen() == 1,
            says: before.says,
        })
    }
}

/// The day of a field; `None` where it is empty.
fn read(text: &str, now: Now, toward: Toward) -> Result<Option<chrono::NaiveDate>, String> {
    match text.trim() {
        "" => Ok(None),
        text => dates::read(text, now.date(), toward).map(Some),
    }
}

impl OnPaper for OfferForm {
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
        let new = Offer {
            came: Some(desk.now.date()),
            ..Offer::default()
        };
        let known = job.offer.clone().unwrap_or(new);
        let line = |text: &str| Value::Line(Editor::single(text));
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(String::new, |d| d.to_string());
        let ways = ["by word only", "in writing"].map(str::to_owned).to_vec();
        self.paper.form = Form::of(vec![
            Field::new("Came on", line(&day(known.came))),
            Field::new("By whom", line(&known.by)),
            Field::new("Answer until", line(&day(known.answer_by))),
            Field::new(
                "It is there",
                Value::Radio(ways, usize::from(known.written)),
            ),
        ]);
        if job.offer.is_some() {
            self.paper.filled = self.paper.form.values();
        }
        self.paper.go_on(desk.model);
        self.check(desk.now);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let Some(mut job) = desk.model.journey.get(&self.job).cloned() else {
            return desk.say("This application is not there any more.");
        };
        let before = job.offer.take().unwrap_or_default();
        let read = self.offer(before, desk.now).map(|offer| {
            job.offer = Some(offer);
            job
        });
        self.paper.save(read, Effect::SaveApplication, desk);
    }

    fn saved(&mut self, job: Application, say: bool, desk: &mut Desk<'_>) {
        let is_new = (desk.model.journey.get(&self.job)).is_some_and(|job| job.offer.is_none());
        if let Some(before) = desk.model.journey.put(job) {
            jobs::note(before, "the offer", desk);
        }
        if self.paper.stays(key(&self.job), desk) {
            return;
        }
        let matters = &desk.model.profile.matters;
        let words = match (is_new, matters.is_empty()) {
            (true, true) => "Saved. v says what matters to you; then mark what they offer.",
            (true, false) => "Saved. Now what it says: Enter writes it, Space marks it.",
            _ => "Saved.",
        };
        if say {
            desk.say_undoable(words);
        }
        desk.go(Go::Back);
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.check(desk.now);
    }

    fn title(&self, view: &View<'_>) -> String {
        let job = view.model.journey.get(&self.job);
        let name = job.map_or_else(String::new, |job| view.model.employer(job));
        format!("The offer of {name}")
    }

    fn advice(&self) -> String {
        "Ctrl+S saves. What it says of pay or hours comes after.".to_owned()
    }
}
