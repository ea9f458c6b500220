//! The blanks of a letter that are still open, one after the other; then the finished text is copied.

use ratatui::layout::Rect;

use super::drafting::Drafting;
use super::filling::{self, Took};
use super::letters::{self, ByHand};
use super::{Head, Pane};
use crate::desk::{Desk, Effect, Go, Model, Msg, View};
use crate::domain::id::ApplicationId;
use crate::domain::letter::{About, Facts};
use crate::domain::library::Template;
use crate::domain::time::{Mono, Now};
use crate::keys::Context;
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};
use crate::widgets::{Canvas, prose};

/// Rows below the form in which the sentence of the blank stands.
const SENTENCE: u16 = 5;

/// The form.
pub struct LetterForm {
    letter: String,
    about: Option<About>,
    /// The open jobs where nobody has said which one is meant; the first field chooses among them.
    jobs: Vec<ApplicationId>,
    /// The blanks, in the order of the fields.
    slots: Vec<String>,
    /// What was known when the form was opened.
    facts: Facts,
    form: Form,
    drafting: Drafting,
}

impl LetterForm {
    /// The blanks of the letter with this id.
    pub fn new(letter: String, about: Option<About>) -> Self {
        Self {
            letter,
            about,
            jobs: Vec::new(),
            slots: Vec::new(),
            facts: Facts::default(),
            form: Form::default(),
            drafting: Drafting::default(),
        }
    }

    fn template(&self, model: &Model) -> Option<Template> {
        let letter = model.library.templates.get(&self.letter)?;
        Some(Template::clone(&letter))
    }

    fn fill(&mut self, desk: &Desk<'_>) {
        if !self.form.fields.is_empty() {
            return;
        }
        let to_referee = matches!(self.about, Some(About::Referee(..)));
        if !to_referee && letters::job(self.about.as_ref(), desk.model).is_none() {
            self.jobs = letters::jobs(desk.model, desk.now);
            let last = self.template(desk.model);
            let last = last.and_then(|letter| letters::about(&letter, None, desk.model));
            let first = || self.jobs.first().cloned().map(About::Job);
            self.about = last.or_else(first);
        }
        self.lay(desk);
    }

    /// Lays the fields out for the job that is chosen.
    fn lay(&mut self, desk: &Desk<'_>) {
        let Some(letter) = self.template(desk.model) else {
            return;
        };
        self.slots.clear();
        self.form = Form::of(self.job_field(desk.model).into_iter().collect());
        self.facts = letters::known(&letter, self.about.as_ref(), desk.model, desk.now);
        let kept = letters::by_hand(&letter, self.about.as_ref(), desk.model);
        for blank in letters::blanks(&letter, &self.facts, &kept) {
            let value = Value::Line(Editor::single(&blank.by_hand));
            let field = Field::new(blank.label, value).with_note(blank.note);
            self.form.fields.push(field);
            self.slots.push(blank.slot);
        }
        self.form
            .fields
            .push(Field::new("Copy the letter", Value::Button));
        let empty = |f: &Field| !matches!(f.value, Value::Choice(..)) && f.text().trim().is_empty();
        self.form.at = self.form.fields.iter().position(empty).unwrap_or(0);
    }

    /// The choice among the open jobs.
    fn job_field(&self, model: &Model) -> Option<Field> {
        let at = (self.jobs.iter()).position(|id| self.about == Some(About::Job(id.clone())))?;
        let name = |id: &ApplicationId| {
            let application = model.journey.get(id);
            application.map_or_else(String::new, |a| model.employer(a))
        };
        let names = self.jobs.iter().map(name).collect();
        Some(Field::new("For the job at", Value::Choice(names, at)))
    }

    /// How many fields stand before the blanks.
    fn lead(&self) -> usize {
        usize::from(!self.jobs.is_empty())
    }

    /// Another job is chosen: what was filled in stays with the one before.
    fn turn(&mut self, desk: &mut Desk<'_>) {
        let chosen = self.form.fields.first().map_or(0, Field::chosen);
        if self.form.at == 0 && self.lead() > 0 {
            if self.drafting.take() {
                self.keep(desk);
            }
            self.about = self.jobs.get(chosen).cloned().map(About::Job);
            self.lay(desk);
            self.form.at = 0;
        } else {
            self.drafting.touch(desk.now);
        }
    }

    fn by_hand(&self) -> ByHand {
        let fields = self.form.fields.iter().skip(self.lead());
        let texts = fields.map(|f| f.text().to_owned());
        self.slots.iter().cloned().zip(texts).collect()
    }

    fn keep(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let Some(letter) = self.template(desk.model) else {
            return;
        };
        let filled = (&self.facts, &self.by_hand());
        letters::keep(&letter, self.about.as_ref(), filled, desk);
    }

    /// Copies the letter, or says what is open and goes there.
    fn copy(&mut self, desk: &mut Desk<'_>) {
        let empty = |f: &Field| matches!(f.value, Value::Line(_)) && f.text().trim().is_empty();
        let open: Vec<String> = (self.form.fields.iter().filter(|f| empty(f)))
            .map(|f| f.label.to_lowercase())
            .collect();
        if let Some(at) = self.form.fields.iter().position(empty) {
            self.form.at = at;
            return desk.say(format!("Still open: {}.", open.join(", ")));
        }
        self.keep(desk);
        if let Some(letter) = self.template(desk.model) {
            let text = letters::written(letter.body.trim(), &self.facts, &self.by_hand());
            desk.perform(Effect::Copy(text));
        }
        desk.go(Go::Back);
    }

    fn close(&mut self, desk: &mut Desk<'_>) {
        if self.drafting.take() {
            self.keep(desk);
        }
        desk.go(Go::Back);
    }

    /// The paragraph of the letter in which the marked blank stands, as far as it is written.
    fn paragraph(&self, model: &Model) -> Option<String> {
        let letter = self.template(model)?;
        let blank = format!(
            "{{{}}}",
            self.slots.get(self.form.at.checked_sub(self.lead())?)?
        );
        let mut lines = letter.body.lines().chain([letter.subject.as_str()]);
        let line = lines.find(|line| line.contains(&blank))?;
        Some(letters::written(line, &self.facts, &self.by_hand()))
    }
}

impl Pane for LetterForm {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match filling::take(&mut self.form, msg, desk) {
            Took::Save | Took::Pressed => return self.copy(desk),
            Took::Back => return self.close(desk),
            Took::Changed => return self.turn(desk),
            Took::Moved | Took::Nothing => {}
        }
        match msg {
            Msg::Shown => self.fill(desk),
            Msg::Wake if self.drafting.due(desk.now) => self.keep(desk),
            Msg::Leaving if self.drafting.take() => self.keep(desk),
            _ => {}
        }
    }

    fn head(&self, view: &View<'_>) -> Head {
        let job = letters::job(self.about.as_ref(), view.model);
        let letter = self.template(view.model);
        Head::Title {
            left: letter.map_or_else(String::new, |l| l.letter.word().to_owned()),
            middle: String::new(),
            right: job.map_or_else(String::new, |a| view.model.employer(a)),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        "Enter goes to the next one; the last line copies the letter.".to_owned()
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.drafting.next_wake()
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let below = if area.height > 2 * SENTENCE {
            SENTENCE
        } else {
            0
        };
        let form = Rect {
            height: area.height - below,
            ..area
        };
        self.form.draw(out, form);
        if let Some(words) = self.paragraph(view.model).filter(|_| below > 0) {
            let place = Rect::new(area.x, area.bottom() - below + 1, area.width, below - 1);
            prose::draw(out, place, &words, Role::Dim);
        }
    }
}
