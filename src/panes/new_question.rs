//! A question of one's own: the sentence is enough.

use ratatui::layout::Rect;

use super::drafting::{self, Drafting};
use super::{Head, Pane};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::domain::id::QuestionId;
use crate::domain::time::{Mono, Now};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, prose};

/// Longest question in characters: it has to be speakable.
const LONGEST: usize = 240;

/// The form.
pub struct NewQuestion {
    /// The question that gets other words; a new one otherwise.
    of: Option<QuestionId>,
    field: Editor,
    saving: bool,
    drafting: Drafting,
}

fn key() -> DraftKey {
    (Owner::NewQuestion, "text".to_owned())
}

impl Default for NewQuestion {
    fn default() -> Self {
        Self {
            of: None,
            field: Editor::new(""),
            saving: false,
            drafting: Drafting::default(),
        }
    }
}

impl NewQuestion {
    /// Opens with a question that is there.
    pub fn of(id: QuestionId) -> Self {
        Self {
            of: Some(id),
            ..Self::default()
        }
    }

    /// The words that the question has, where it is there.
    fn words(&self, model: &Model) -> Option<String> {
        let card = model.library.card(self.of.as_ref()?.as_str())?;
        Some(card.text.clone())
    }

    /// Keeps in mind that something was typed. Words of a question that is there are no draft.
    fn touch(&mut self, desk: &Desk<'_>) {
        if self.of.is_none() {
            self.drafting.touch(desk.now);
        }
    }

    fn save(&mut self, desk: &mut Desk<'_>) {
        let text = self
            .field
            .text()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
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
            return desk.perform(Effect::AddOwn(text));
        };
        if self.words(desk.model).as_ref() != Some(&text) {
            desk.perform(Effect::Reword(id, text));
            desk.say_undoable("It has these words now; its answers stay with it. u takes it back.");
        }
        desk.go(Go::Back);
    }

    fn keep_draft(&mut self, desk: &mut Desk<'_>) {
        self.drafting.take();
        let (owner, field) = key();
        let draft = Draft {
            owner,
            field,
            text: self.field.text().to_owned(),
            facts: String::new(),
            caret: self.field.caret_chars(),
            saved_at: desk.now.wall,
        };
        drafting::keep(draft, desk);
    }

    fn close(&mut self, desk: &mut Desk<'_>) {
        if self.drafting.next_wake().is_some() {
            self.keep_draft(desk);
        }
        if self.of.is_some() {
            desk.say("Not changed.");
        } else if !self.field.is_blank() {
            desk.say(drafting::CLOSED);
        }
        desk.go(Go::Back);
    }
}

impl Pane for NewQuestion {
    fn context(&self, _model: &Model) -> Context {
        Context::Area
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown if self.of.is_some() => {
                if let Some(words) = self.words(desk.model).filter(|_| self.field.is_blank()) {
                    self.field.start_with(&words);
                }
            }
            Msg::Shown if self.field.is_blank() => {
                let key = key();
                if let Some(draft) = desk.model.drafts.iter().find(|d| d.key() == key) {
                    self.field.start_with(&draft.text);
                }
            }
            Msg::Type(c) => {
                self.field.type_char(*c);
                self.touch(desk);
            }
            Msg::Paste(text) => {
                self.field.paste(text);
                self.touch(desk);
            }
            Msg::Outcome(Outcome::Edited(text)) => {
                self.field.set(text.trim_end());
                self.touch(desk);
            }
            Msg::Wake if self.drafting.due(desk.now) => self.keep_draft(desk),
            Msg::Leaving if self.drafting.take() => self.keep_draft(desk),
            Msg::Outcome(Outcome::Bank(_)) if self.saving => {
                self.drafting.take();
                drafting::forget(key(), desk);
                desk.say("Saved. The drill can ask it now.");
                desk.go(Go::Back);
            }
            Msg::Outcome(Outcome::NotSaved(Wrote::Bank, _)) if self.saving => {
                self.saving = false;
                self.touch(desk);
            }
            Msg::Command(Command::Save | Command::Back) if self.saving => {
                desk.say(drafting::SAVING);
            }
            Msg::Command(Command::Save) => self.save(desk),
            Msg::Command(Command::Back) => self.close(desk),
            Msg::Command(Command::EditOutside) => {
                desk.perform(Effect::OpenEditor(self.field.text().to_owned()));
            }
            Msg::Command(command) => {
                let before = self.field.text().len();
                self.field.command(*command, super::text_width(desk.screen));
                if self.field.text().len() != before {
                    self.touch(desk);
                }
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
                "The words of this question".to_owned()
            } else {
                "A question of my own".to_owned()
            },
            middle: String::new(),
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        if self.of.is_some() {
            "Your words stand in overlay.toml; the pack stays as it is.".to_owned()
        } else {
            "It joins your own bank, questions/mine.toml.".to_owned()
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let words = if self.of.is_some() {
            "The question, as it is asked. Kind, points and answers stay with it; Ctrl+S saves."
        } else {
            "The question, as it is asked. Kind and points are guessed from its words; the file can be edited."
        };
        let used = prose::draw(out, area, words, Role::Ink);
        let field = Rect {
            y: area.y + used + 1,
            height: area.height.saturating_sub(used + 1).min(5),
            ..area
        };
        self.field.draw(out, field, true);
    }
}
