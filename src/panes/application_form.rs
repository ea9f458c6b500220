//! The form for an application: the employer is enough, everything else may follow later.

pub mod endings;
mod field_of_work;
mod interviews;
mod places;

use ratatui::layout::Rect;

use endings::{ENDINGS, ending};
use places::{BRING, WHO};
pub use places::{DATE, EMPLOYER, ROLE, STAGE, TIME};

use super::drafting::{self, Drafting};
use super::formed::Formed;
use super::rounds::{self, blank, set_mock, set_round};
use super::saving::{self, Fate};
use super::{Head, Pane, work};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View, undo};
use crate::domain::ahead::move_to;
use crate::domain::dates::Toward;
use crate::domain::id::{ApplicationId, BlueprintId};
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::store::draft_file::{DraftKey, Owner};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Did, Field, Form, Value};

/// After these, where nobody has said it yet, the field of work; then the mock.
const WORK: usize = 9;

/// Of one that is there: from here on one line for each interview.
const ROUNDS: usize = 4;

/// The form.
pub struct ApplicationForm {
    editing: Option<ApplicationId>,
    form: Form,
    /// Mocks that a round can be rehearsed with, in the order of the choice, after none.
    mocks: Vec<BlueprintId>,
    /// Whether the form asks for the field of work.
    asks_work: bool,
    saving: Option<Box<Application>>,
    drafting: Drafting,
    /// Something was typed or chosen that is not saved.
    touched: bool,
    note: String,
}

impl ApplicationForm {
    /// A form for a new application, or for one that is there.
    pub fn new(editing: Option<ApplicationId>) -> Self {
        Self {
            editing,
            form: Form::default(),
            mocks: Vec::new(),
            asks_work: false,
            saving: None,
            drafting: Drafting::default(),
            touched: false,
            note: String::new(),
        }
    }

    /// Under which name it is kept while it is half entered.
    pub fn key(&self) -> DraftKey {
        let owner = self
            .editing
            .clone()
            .map_or(Owner::NewApplication, Owner::Application);
        (owner, "form".to_owned())
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
        self.form.fields.len().saturating_sub(1)
    }

    fn before<'a>(&self, model: &'a Model) -> Option<&'a Application> {
        self.editing.as_ref().and_then(|id| model.journey.get(id))
    }

    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let draft = drafting::of_form(self.key(), &self.form, EMPLOYER, desk.now);
        drafting::keep(draft, desk);
    }

    fn changed(&mut self, desk: &Desk<'_>) {
        if let Some(field) = self.form.focused().filter(|field| field.follows) {
            field.follows = false;
            field.note.clear();
        }
        if matches!(self.form.at, ROLE | STAGE | WORK) {
            self.follow_role(desk.model);
        }
        self.touched = true;
        self.drafting.touch(desk.now);
        self.check(desk.now);
    }

    fn fill(&mut self, desk: &Desk<'_>) {
        if !self.form.fields.is_empty() {
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
        self.form.fields = fields;
        self.show_rounds(desk);
        if let Some(draft) = desk.model.drafts.iter().find(|d| d.key() == self.key()) {
            drafting::back_into(&mut self.form, EMPLOYER, draft);
            self.follow_role(desk.model);
            // The mock is put back among those of the field.
            self.note = drafting::back_into(&mut self.form, EMPLOYER, draft);
            self.touched = true;
        } else {
            self.follow_role(desk.model);
        }
        self.check(desk.now);
    }

    /// Tells mistakes beside the field, and how a date was read.
    fn check(&mut self, now: Now) {
        if self.is_new() {
            let fields = &mut self.form.fields[DATE..=TIME];
            rounds::check(fields, now.date(), Toward::Future);
        }
    }

    /// The application as the fields tell it.
    ///
    /// # Errors
    /// The field that cannot be read, and what is wrong with it.
    pub fn application(&self, desk: &Desk<'_>) -> Result<Application, (usize, String)> {
        let fields = &self.form.fields;
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

    fn save(&mut self, desk: &mut Desk<'_>) {
        match self.application(desk) {
            Err((field, words)) => {
                self.form.at = field;
                desk.say(words);
            }
            Ok(application) => {
                self.touched = false;
                let written = Box::new(application.clone());
                desk.perform(match self.editing {
                    Some(_) => Effect::SaveApplication(written),
                    None => Effect::AddApplication(written),
                });
                self.saving = Some(Box::new(application));
            }
        }
    }

    fn saved(&mut self, say: bool, desk: &mut Desk<'_>) {
        let Some(application) = self.saving.take() else {
            return;
        };
        let id = application.id.clone();
        let name = desk.model.employer(&application);
        let before = desk.model.journey.put(*application);
        let was_closed = before.as_ref().is_some_and(|a| a.closed);
        let work = self.keep_work(before.as_ref().map(|a| a.role.as_str()), desk);
        let words = match work {
            Some(taken) => format!("Saved. {taken}"),
            None if before.is_some() => "Saved.".to_owned(),
            None => "Saved. u takes it back.".to_owned(),
        };
        let (what, step) = match before {
            Some(before) => ("the change to", undo::Step::Application(Box::new(before))),
            None => ("the new job at", undo::Step::NoApplication(id.clone())),
        };
        desk.model.undo.note(format!("{what} {name}"), step);
        self.drafting.take();
        drafting::forget(self.key(), desk);
        if self.touched {
            self.editing = Some(id);
            self.drafting.touch(desk.now);
            return desk.say(drafting::MORE);
        }
        endings::lead_on(&id, was_closed, say.then_some(&words), desk);
    }

    fn came(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        match saving::fate(&mut self.saving, outcome) {
            Some(Fate::Saved) => self.saved(true, desk),
            Some(Fate::KeptBoth) => self.saved(false, desk),
            Some(Fate::NotSaved) => {
                self.touched = true;
                self.drafting.is_left_with(outcome, &self.key(), desk);
            }
            None => {}
        }
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Save | Command::Back if self.saving.is_some() => desk.say(drafting::SAVING),
            Command::Save => self.save(desk),
            Command::Back => {
                if self.touched {
                    self.keep_draft(desk);
                    desk.say(drafting::CLOSED);
                } else if self.editing.is_none() {
                    desk.say("Closed. Nothing was added.");
                }
                desk.go(Go::Back);
            }
            Command::EditOutside => drafting::hand_over(&mut self.form, desk),
            command => {
                let width = super::text_width(desk.screen);
                match self.form.command(command, width) {
                    Did::Changed => self.changed(desk),
                    Did::Pressed => self.open_round(desk),
                    Did::Moved | Did::Nothing => self.check(desk.now),
                }
            }
        }
    }
}

impl Formed for ApplicationForm {
    fn form(&mut self) -> &mut Form {
        &mut self.form
    }

    fn filled_in(&mut self, desk: &mut Desk<'_>) {
        self.changed(desk);
    }
}

impl Pane for ApplicationForm {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Some(picked) = drafting::in_list(&mut self.form, msg) {
            if picked {
                self.changed(desk);
            }
            return;
        }
        match msg {
            Msg::Shown => self.fill(desk),
            msg if drafting::typed(&mut self.form, msg) => self.changed(desk),
            Msg::Command(command) => self.command(*command, desk),
            Msg::Wake if self.drafting.due(desk.now) => self.keep_draft(desk),
            Msg::Leaving if self.drafting.take() => self.keep_draft(desk),
            Msg::Outcome(outcome) => self.came(outcome, desk),
            _ => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        let left = if self.editing.is_some() {
            "The job you are after"
        } else {
            "Add the job you are after"
        };
        Head::Title {
            left: left.to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.note.is_empty() {
            "Ctrl+S saves; only the employer's name is needed.".to_owned()
        } else {
            self.note.clone()
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.drafting.next_wake()
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        self.form.draw(out, super::column(area));
    }
}
