//! The form for an application: the employer is enough, everything else may follow later.

mod rounds;

use ratatui::layout::Rect;

pub use rounds::{blank, set_round};
use rounds::{mocks_for, set_mock};

use super::drafting::{self, Drafting};
use super::{Head, Pane};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View, undo};
use crate::domain::dates::{self, Toward};
use crate::domain::id::{ApplicationId, BlueprintId};
use crate::domain::journey::{Application, Moved, Outcome as Ending};
use crate::domain::library::StageId;
use crate::domain::time::{Mono, Now, day_and_date};
use crate::keys::{Command, Context};
use crate::store::draft_file::{DraftKey, Owner};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Did, Field, Form, Value};

const EMPLOYER: usize = 0;
const ROLE: usize = 1;
const STAGE: usize = 2;
const DATE: usize = 3;
const TIME: usize = 4;
const MOCK: usize = 5;
const CLOSED: usize = 6;
const NOTES: usize = 7;

/// How an application can end, with the words in the form.
const ENDINGS: [(&str, Option<Ending>); 6] = [
    ("it goes on", None),
    ("offer accepted", Some(Ending::Accepted)),
    ("offer declined", Some(Ending::Declined)),
    ("they chose somebody else", Some(Ending::Rejected)),
    ("I withdrew", Some(Ending::Withdrew)),
    ("nothing was heard", Some(Ending::NoReply)),
];

/// The form.
pub struct ApplicationForm {
    editing: Option<ApplicationId>,
    form: Form,
    /// Mocks that a round can be rehearsed with, in the order of the choice, after none.
    mocks: Vec<BlueprintId>,
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
            saving: None,
            drafting: Drafting::default(),
            touched: false,
            note: String::new(),
        }
    }

    fn key(&self) -> DraftKey {
        let owner = self
            .editing
            .clone()
            .map_or(Owner::NewApplication, Owner::Application);
        (owner, "form".to_owned())
    }

    fn waits_for(&self, id: &ApplicationId) -> bool {
        self.saving.as_ref().is_some_and(|a| a.id == *id)
    }

    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let draft = drafting::of_form(self.key(), &self.form, EMPLOYER, desk.now);
        drafting::keep(draft, desk);
    }

    fn changed(&mut self, desk: &Desk<'_>) {
        self.touched = true;
        self.drafting.touch(desk.now);
        self.check(desk.now);
    }

    fn fill(&mut self, desk: &Desk<'_>) {
        if !self.form.fields.is_empty() {
            return;
        }
        let before = self
            .editing
            .as_ref()
            .and_then(|id| desk.model.journey.get(id));
        let round = before.and_then(|a| a.rounds.iter().rev().find(|r| r.stage == a.stage));
        let line = |text: &str| Value::Line(Editor::single(text));
        let date = round
            .and_then(|r| r.date)
            .map_or_else(String::new, |d| d.format("%Y-%m-%d").to_string());
        let time = round
            .and_then(|r| r.time)
            .map_or_else(String::new, |t| t.format("%H:%M").to_string());
        let stages = StageId::ALL.iter().map(|s| s.short().to_owned()).collect();
        let ending = before.filter(|a| a.closed).map_or(0, |a| {
            ENDINGS
                .iter()
                .position(|e| e.1 == Some(a.outcome))
                .unwrap_or(0)
        });
        let chosen = round.and_then(|r| r.mock.as_ref());
        let (mocks, titles, mock) = mocks_for(desk.model, chosen);
        let endings = ENDINGS.iter().map(|e| e.0.to_owned()).collect();
        self.form.fields = vec![
            Field::new("Employer", line(before.map_or("", |a| &a.employer)))
                .with_note("the name is enough"),
            Field::new("Role", line(before.map_or("", |a| &a.role))),
            Field::new(
                "Stands at",
                Value::Choice(stages, before.map_or(0, |a| a.stage as usize)),
            ),
            Field::new("Interview on", line(&date)),
            Field::new("At", line(&time)),
            Field::new("Rehearse with", Value::Choice(titles, mock)),
            Field::new("Ending", Value::Choice(endings, ending)),
            Field::new(
                "Notes",
                Value::Area(Editor::new(before.map_or("", |a| &a.notes))),
            ),
        ];
        self.mocks = mocks;
        if let Some(draft) = desk.model.drafts.iter().find(|d| d.key() == self.key()) {
            self.note = drafting::back_into(&mut self.form, EMPLOYER, draft);
            self.touched = true;
        }
        self.check(desk.now);
    }

    /// Tells mistakes beside the field, and how a date was read.
    fn check(&mut self, now: Now) {
        let today = now.date();
        let date = &mut self.form.fields[DATE];
        date.error.clear();
        if date.text().trim().is_empty() {
            "if there is a date: wed, 18 mar, 2026-03-18".clone_into(&mut date.note);
        } else {
            match dates::read(date.text(), today, Toward::Future) {
                Ok(read) => date.note = day_and_date(read, today),
                Err(words) => date.error = words,
            }
        }
        let time = &mut self.form.fields[TIME];
        time.error.clear();
        if !time.text().trim().is_empty() && dates::read_time(time.text()).is_none() {
            "Write a time: 10:00 or 2 pm.".clone_into(&mut time.error);
        }
    }

    fn application(&self, desk: &Desk<'_>) -> Result<Application, (usize, String)> {
        let fields = &self.form.fields;
        let today = desk.now.date();
        let employer = fields[EMPLOYER].text().trim().to_owned();
        if employer.is_empty() {
            return Err((EMPLOYER, "Write the employer's name first.".to_owned()));
        }
        let date = match fields[DATE].text().trim() {
            "" => None,
            text => Some(dates::read(text, today, Toward::Future).map_err(|words| (DATE, words))?),
        };
        if !fields[TIME].error.is_empty() {
            return Err((TIME, fields[TIME].error.clone()));
        }
        let stage = StageId::ALL[fields[STAGE].chosen().min(7)];
        let role = fields[ROLE].text().trim().to_owned();
        let before = self
            .editing
            .as_ref()
            .and_then(|id| desk.model.journey.get(id));
        let mut application = before
            .cloned()
            .unwrap_or_else(|| blank(&employer, &role, stage, desk));
        if application.stage != stage {
            application.moves.push(Moved {
                from: application.stage,
                to: stage,
                date: today,
            });
        }
        let ending = ENDINGS[fields[CLOSED].chosen().min(5)].1;
        application.employer = employer;
        application.role = role;
        application.stage = stage;
        application.closed = ending.is_some();
        application.outcome = ending.unwrap_or_default();
        fields[NOTES]
            .text()
            .trim_end()
            .clone_into(&mut application.notes);
        set_round(
            &mut application,
            date,
            dates::read_time(fields[TIME].text()),
        );
        let mock = fields[MOCK].chosen().checked_sub(1);
        set_mock(&mut application, mock.and_then(|n| self.mocks.get(n)));
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
        let words = if before.is_some() {
            "Saved."
        } else {
            "Saved. Space on the road moves it along."
        };
        let step = before.map_or(undo::Step::NoApplication(id.clone()), |a| {
            undo::Step::Application(Box::new(a))
        });
        desk.model.undo.note(format!("the change to {name}"), step);
        self.drafting.take();
        drafting::forget(self.key(), desk);
        if self.touched {
            self.editing = Some(id);
            self.drafting.touch(desk.now);
            return desk.say(drafting::MORE);
        }
        if say {
            desk.say(words);
        }
        desk.go(Go::Back);
    }

    fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Save | Command::Back if self.saving.is_some() => desk.say(drafting::SAVING),
            Command::Save => self.save(desk),
            Command::Back => {
                if self.touched {
                    self.keep_draft(desk);
                    desk.say("Closed. What you typed is kept and comes back here.");
                } else if self.editing.is_none() {
                    desk.say("Closed. Nothing was added.");
                }
                desk.go(Go::Back);
            }
            Command::EditOutside => {
                if let Some(text) = self.form.hand_over() {
                    desk.perform(Effect::OpenEditor(text));
                }
            }
            command => {
                let width = super::text_width(desk.screen).saturating_sub(Form::label_width(80));
                match self.form.command(command, width) {
                    Did::Changed => self.changed(desk),
                    Did::Moved | Did::Pressed | Did::Nothing => self.check(desk.now),
                }
            }
        }
    }
}

impl Pane for ApplicationForm {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => self.fill(desk),
            msg if drafting::typed(&mut self.form, msg) => self.changed(desk),
            Msg::Command(command) => self.command(*command, desk),
            Msg::Wake if self.drafting.due(desk.now) => self.keep_draft(desk),
            Msg::Leaving if self.drafting.take() => self.keep_draft(desk),
            Msg::Outcome(Outcome::Saved(Wrote::Application(id), _)) if self.waits_for(id) => {
                self.saved(true, desk);
            }
            // It has been said already that both are kept.
            Msg::Outcome(Outcome::KeptBoth(Wrote::Application(id), _)) if self.waits_for(id) => {
                self.saved(false, desk);
            }
            Msg::Outcome(Outcome::Renamed(Wrote::Application(from), Wrote::Application(to))) => {
                if let Some(application) = self.saving.as_mut().filter(|a| a.id == *from) {
                    application.id = to.clone();
                }
            }
            Msg::Outcome(Outcome::NotSaved(Wrote::Application(id), _)) if self.waits_for(id) => {
                self.saving = None;
                self.touched = true;
                self.drafting.touch(desk.now);
            }
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
