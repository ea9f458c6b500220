//! The form for an application: the employer is enough, everything else may follow later.

pub mod endings;
mod field_of_work;
mod interviews;
mod places;

use endings::{ENDINGS, ending};
use places::{BRING, WHO};
pub use places::{DATE, EMPLOYER, ROLE, STAGE, TIME};

use super::formed::OnPaper;
use super::paper::Paper;
use super::rounds::{self, blank, set_mock, set_round};
use super::work;
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Model, View, undo};
use crate::domain::ahead::move_to;
use crate::domain::dates::Toward;
use crate::domain::id::{ApplicationId, BlueprintId};
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::time::Now;
use crate::store::draft_file::{DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Value};

/// After these, where nobody has said it yet, the field of work; then the mock.
const WORK: usize = 9;

/// Of one that is there: from here on one line for each interview.
const ROUNDS: usize = 4;

/// The form.
pub struct ApplicationForm {
    editing: Option<ApplicationId>,
    paper: Paper<Application>,
    /// Mocks that a round can be rehearsed with, in the order of the choice, after none.
    mocks: Vec<BlueprintId>,
    /// Whether the form asks for the field of work.
    asks_work: bool,
}

fn key(editing: Option<&ApplicationId>) -> DraftKey {
    let owner = editing.cloned();
    let owner = owner.map_or(Owner::NewApplication, Owner::Application);
    (owner, "form".to_owned())
}

impl ApplicationForm {
    /// A form for a new application, or for one that is there.
    pub fn new(editing: Option<ApplicationId>) -> Self {
        Self {
            paper: Paper::new(key(editing.as_ref()), EMPLOYER),
            editing,
            mocks: Vec::new(),
            asks_work: false,
        }
    }

    /// What it is kept as while it is half entered.
    pub fn key(&self) -> DraftKey {
        self.paper.key.clone()
    }

    fn is_new(&self) -> bool {
        self.editing.is_none()
    }

    /// The place of the mock.
    fn mock(&self) -> usize {
        WORK + usize::from(self.asks_work)
    }

    /// The place of the ending.
    fn closed(&self) -> usize {
        if self.is_new() {
            self.mock() + 1
        } else {
            STAGE + 1
        }
    }

    /// The place of the notes: they are the last.
    fn notes(&self) -> usize {
        self.paper.form.fields.len().saturating_sub(1)
    }

    fn before<'a>(&self, model: &'a Model) -> Option<&'a Application> {
        self.editing.as_ref().and_then(|id| model.journey.get(id))
    }

    fn changed(&mut self, desk: &Desk<'_>) {
        if matches!(self.paper.form.at, ROLE | STAGE | WORK) {
            self.follow_role(desk.model);
        }
        self.check(desk.now);
    }

    /// Tells mistakes beside the field, and how a date was read.
    fn check(&mut self, now: Now) {
        rounds::tell_stage(&mut self.paper.form.fields[STAGE]);
        if self.is_new() {
            let fields = &mut self.paper.form.fields[DATE..=TIME];
            rounds::check(fields, now.date(), Toward::Future);
        }
    }

    /// The application as the fields tell it.
    ///
    /// # Errors
    /// The field that cannot be read, and what is wrong with it.
    pub fn application(&self, desk: &Desk<'_>) -> Result<Application, (usize, String)> {
        let fields = &self.paper.form.fields;
        let today = desk.now.date();
        let employer = fields[EMPLOYER].text().trim().to_owned();
        if employer.is_empty() {
            return Err((EMPLOYER, "Write the employer's name first.".to_owned()));
        }
        let stage = StageId::ALL[fields[STAGE].chosen().min(7)];
        let role = fields[ROLE].text().trim().to_owned();
        let before = self.before(desk.model).cloned();
        let mut application = before.unwrap_or_else(|| blank(&employer, &role, stage, desk));
        if application.stage != stage {
            move_to(&mut application, stage, desk.now);
        }
        let ending = ENDINGS[fields[self.closed()].chosen().min(5)].1;
        application.employer = employer;
        application.role = role;
        if ending != Some(application.outcome) || !application.closed {
            application.ended = ending.map(|_| today);
        }
        application.closed = ending.is_some();
        application.outcome = ending.unwrap_or_default();
        let notes = fields[self.notes()].text().trim_end();
        notes.clone_into(&mut application.notes);
        if self.is_new() {
            let (date, time) = rounds::when(&fields[DATE..=TIME], today, Toward::Future)
                .map_err(|(place, words)| (DATE + place, words))?;
            set_round(&mut application, date, time);
            rounds::set_about(&mut application, &fields[WHO..=BRING]);
            let mock = &fields[self.mock()];
            // One that nobody asked for is kept where there is an interview to rehearse.
            if date.is_some() || !mock.follows {
                let mock = mock.chosen().checked_sub(1);
                set_mock(&mut application, mock.and_then(|n| self.mocks.get(n)));
            }
        }
        Ok(application)
    }
}

impl OnPaper for ApplicationForm {
    type Record = Application;

    fn paper(&self) -> &Paper<Application> {
        &self.paper
    }

    fn paper_mut(&mut self) -> &mut Paper<Application> {
        &mut self.paper
    }

    fn fill(&mut self, desk: &mut Desk<'_>) {
        if !self.paper.form.fields.is_empty() {
            return self.show_rounds(desk);
        }
        let before = self.before(desk.model);
        let line = |text: &str| Value::Line(Editor::single(text));
        let stages = StageId::ALL.iter().map(|s| s.short().to_owned()).collect();
        let stage = before.map_or(0, |a| a.stage as usize);
        let mut fields = vec![
            Field::new("Employer", line(before.map_or("", |a| &a.employer)))
                .with_note("the name is enough"),
            Field::new("Role", line(before.map_or("", |a| &a.role))),
            Field::new("Stands at", Value::Choice(stages, stage)),
        ];
        if before.is_none() {
            let family = &desk.model.profile.family;
            fields.extend([
                Field::new("Interview on", line("")),
                Field::new("At", line("")),
            ]);
            let nothing = Round::of(StageId::ALL[stage], None, None);
            fields.extend(rounds::about(&nothing, true));
            if desk.model.profile.lacks_field() {
                fields.push(work::choice(desk.model, family).following());
                self.asks_work = true;
            }
            let mock = Value::Choice(Vec::new(), 0);
            fields.push(Field::new("Rehearse with", mock).following());
        }
        fields.push(ending(before));
        let notes = Value::Area(Editor::new(before.map_or("", |a| &a.notes)));
        fields.push(Field::new("Notes", notes).with_note("what you told them has a page: t"));
        self.paper.form.fields = fields;
        self.show_rounds(desk);
        // The mock is put back among those of the field.
        self.paper.go_on(desk.model);
        self.follow_role(desk.model);
        self.paper.go_on(desk.model);
        self.check(desk.now);
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let application = self.application(desk);
        let write = match self.editing {
            Some(_) => Effect::SaveApplication,
            None => Effect::AddApplication,
        };
        self.paper.save(application, write, desk);
    }

    fn saved(&mut self, application: Application, say: bool, desk: &mut Desk<'_>) {
        let id = application.id.clone();
        let name = desk.model.employer(&application);
        let before = desk.model.journey.put(application);
        let was_closed = before.as_ref().is_some_and(|a| a.closed);
        let work = self.keep_work(before.as_ref().map(|a| a.role.as_str()), desk);
        let words = match work {
            Some(taken) => format!("Saved. {taken}"),
            None if before.is_some() => "Saved.".to_owned(),
            None => "Saved. u takes it back.".to_owned(),
        };
        let what = match before {
            Some(_) => "the change to",
            None => "the new job at",
        };
        let step = undo::Step::back(Wrote::Application(id.clone()), before);
        desk.model.undo.note(format!("{what} {name}"), step);
        self.editing = Some(id.clone());
        if !self.paper.stays(key(Some(&id)), desk) {
            endings::lead_on(&id, was_closed, say.then_some(&words), desk);
        }
    }

    fn follow(&mut self, desk: &mut Desk<'_>) {
        self.changed(desk);
    }

    fn pressed(&mut self, desk: &mut Desk<'_>) {
        self.open_round(desk);
    }

    fn closed(&mut self, kept: bool, desk: &mut Desk<'_>) {
        if !kept && self.is_new() {
            desk.say("Closed. Nothing was added.");
        }
    }

    fn title(&self, _view: &View<'_>) -> String {
        let title = if self.editing.is_some() {
            "The job you are after"
        } else {
            "Add the job you are after"
        };
        title.to_owned()
    }

    fn advice(&self) -> String {
        "Ctrl+S saves; only the employer's name is needed.".to_owned()
    }
}
