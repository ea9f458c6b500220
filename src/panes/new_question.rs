//! A question of one's own: the sentence is enough; and other words, or another kind, for one that is there.

use ratatui::layout::Rect;

use super::drafting::{self, Drafting};
use super::filling::{self, Took};
use super::{Head, Pane};
use crate::desk::effect::{ForBank, Wrote};
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::id::QuestionId;
use crate::domain::journal::Asked;
use crate::domain::library::{Card, Kind};
use crate::domain::text::one_line;
use crate::domain::time::{Mono, Now};
use crate::keys::Context;
use crate::look::Role;
use crate::store::draft_file::{DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::form::{Field, Form, Value};
use crate::widgets::{Canvas, prose};

/// Longest question in characters: it has to be speakable.
const LONGEST: usize = 240;

const TEXT: usize = 0;
const KIND: usize = 1;

/// What stands for the kind of a new question while nobody says it.
const GUESSED: &str = "guessed from its words";

/// The form.
#[derive(Default)]
pub struct NewQuestion {
    /// The question that gets other words; a new one otherwise.
    of: Option<QuestionId>,
    form: Form,
    saving: bool,
    drafting: Drafting,
}

fn key() -> DraftKey {
    (Owner::NewQuestion, "text".to_owned())
}

/// The kinds that can be said. An improper question is told from its words alone.
fn kinds() -> impl Iterator<Item = Kind> {
    let all = Kind::ALL.iter().copied();
    all.filter(|kind| *kind != Kind::Inappropriate)
}

impl NewQuestion {
    /// Opens with a question that is there.
    pub fn of(id: QuestionId) -> Self {
        Self {
            of: Some(id),
            ..Self::default()
        }
    }

    /// The question, where it is there.
    fn card<'m>(&self, model: &'m Model) -> Option<&'m Card> {
        model.library.card(self.of.as_ref()?.as_str())
    }

    fn fill(&mut self, model: &Model) {
        if !self.form.fields.is_empty() {
            return;
        }
        let card = self.card(model);
        let mut names: Vec<String> = kinds().map(|kind| kind.word().to_owned()).collect();
        let at = card.and_then(|card| kinds().position(|kind| kind == card.kind));
        if at.is_none() {
            names.insert(0, GUESSED.to_owned());
        }
        let mut text = Editor::new("");
        text.start_with(card.map_or("", |card| &card.text));
        let text = Field::new("The question, as it is asked", Value::Area(text));
        let kind = Field::new("Kind", Value::Choice(names, at.unwrap_or(0)));
        self.form = Form::of(vec![
            Field { rows: 4, ..text },
            kind.with_note("it says what an answer is rated by"),
        ]);
        let draft = model.drafts.iter().find(|d| d.key() == key());
        if let Some(draft) = draft.filter(|_| self.of.is_none()) {
            drafting::back_into(&mut self.form, TEXT, draft);
        }
    }

    /// The kind that is chosen; `None` while it is guessed.
    fn kind(&self) -> Option<Kind> {
        match self.form.fields.get(KIND).map(|field| &field.value) {
            Some(Value::Choice(names, at)) => {
                let name = names.get(*at)?;
                kinds().find(|kind| kind.word() == name)
            }
            _ => None,
        }
    }

    fn text(&self) -> &str {
        self.form.fields.get(TEXT).map_or("", Field::text)
    }

    /// Keeps in mind that something was typed. Words of a question that is there are no draft.
    fn touch(&mut self, desk: &Desk<'_>) {
        if self.of.is_none() {
            self.drafting.touch(desk.now);
        }
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let text = one_line(self.text());
        if text.is_empty() {
            return desk.say("Write the question first. Esc closes.");
        }
        if text.chars().count() > LONGEST {
            return desk.say(format!(
                "A question has at most {LONGEST} characters, so that it can be spoken."
            ));
        }
        let Some(id) = self.of.clone() else {
            self.saving = true;
            let own = Asked {
                text,
                ..Asked::default()
            };
            return desk.perform(Effect::ChangeBank(Box::new(ForBank {
                asked: vec![own],
                kind: self.kind(),
                ..ForBank::default()
            })));
        };
        let card = self.card(desk.model);
        let words = card.filter(|card| card.text != text).map(|_| text);
        let kind = self
            .kind()
            .filter(|kind| card.is_some_and(|card| card.kind != *kind));
        let told = match (&words, kind) {
            (None, None) => None,
            (Some(_), None) => Some("It has these words now; its answers stay with it.".to_owned()),
            (_, Some(kind)) => Some(format!(
                "It is rated as {} now.",
                kind.word().to_lowercase()
            )),
        };
        if let Some(told) = told {
            desk.perform(Effect::Reword(id, words, kind));
            desk.say_undoable(format!("{told} u takes it back."));
        }
        desk.go(Go::Back);
    }

    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let draft = drafting::of_form(key(), &self.form, TEXT, desk.now);
        drafting::keep(draft, desk);
    }

    fn close(&mut self, desk: &mut Desk<'_>) {
        if self.drafting.next_wake().is_some() {
            self.keep_draft(desk);
        }
        if self.of.is_some() {
            desk.say("Not changed.");
        } else if !self.text().trim().is_empty() {
            desk.say(drafting::CLOSED);
        }
        desk.go(Go::Back);
    }
}

impl Pane for NewQuestion {
    fn context(&self, _model: &Model) -> Context {
        self.form.context()
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match filling::take(&mut self.form, msg, desk) {
            Took::Save | Took::Back if self.saving => return desk.say(drafting::SAVING),
            Took::Save => return self.save(desk),
            Took::Back => return self.close(desk),
            Took::Changed => return self.touch(desk),
            Took::Pressed | Took::Moved | Took::Nothing => {}
        }
        match msg {
            Msg::Shown => self.fill(desk.model),
            Msg::Wake if self.drafting.due(desk.now) => self.keep_draft(desk),
            Msg::Leaving if self.drafting.take() => self.keep_draft(desk),
            Msg::Outcome(Outcome::Bank(..)) if self.saving => {
                self.drafting.take();
                drafting::forget(key(), desk);
                desk.say("Saved. The drill can ask it now.");
                desk.go(Go::Back);
            }
            Msg::Outcome(Outcome::NotSaved(Wrote::Bank, _)) if self.saving => {
                self.saving = false;
                self.touch(desk);
            }
            _ => {}
        }
    }

    fn next_wake(&self, _model: &Model, _now: Now) -> Option<Mono> {
        self.drafting.next_wake()
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: if self.of.is_some() {
                "This question".to_owned()
            } else {
                "A question of my own".to_owned()
            },
            middle: String::new(),
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.of.is_some() {
            "Your changes stand in overlay.toml; the pack stays as it is.".to_owned()
        } else {
            "It joins your own bank, questions/mine.toml.".to_owned()
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let words = if self.of.is_some() {
            "Its answers stay with it; Ctrl+S saves."
        } else {
            "The sentence is enough; the kind is guessed from its words. Ctrl+S saves."
        };
        let used = prose::draw(out, area, words, Role::Dim);
        let form = Rect {
            y: area.y + used + 1,
            height: area.height.saturating_sub(used + 1),
            ..area
        };
        self.form.draw(out, form);
    }
}
