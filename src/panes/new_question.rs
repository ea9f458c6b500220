//! A question of one's own: the sentence is enough.

use ratatui::layout::Rect;

use super::{Head, Pane};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, prose};

/// Longest question in characters: it has to be speakable.
const LONGEST: usize = 240;

/// The form.
pub struct NewQuestion {
    field: Editor,
    saving: bool,
}

impl Default for NewQuestion {
    fn default() -> Self {
        Self {
            field: Editor::new(""),
            saving: false,
        }
    }
}

impl NewQuestion {
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
        self.saving = true;
        desk.perform(Effect::AddOwn(text));
    }
}

impl Pane for NewQuestion {
    fn context(&self, _model: &Model) -> Context {
        Context::Area
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.field.type_char(*c),
            Msg::Paste(text) => self.field.paste(text),
            Msg::Outcome(Outcome::Edited(text)) => self.field.set(text),
            Msg::Outcome(Outcome::Bank(_)) if self.saving => {
                desk.say("Saved. The drill can ask it now.");
                desk.go(Go::Back);
            }
            Msg::Outcome(Outcome::NotSaved(Wrote::Bank, _)) => self.saving = false,
            Msg::Command(Command::Save) => self.save(desk),
            Msg::Command(Command::Back) => desk.go(Go::Back),
            Msg::Command(Command::EditOutside) => {
                desk.perform(Effect::OpenEditor(self.field.text().to_owned()));
            }
            Msg::Command(command) => {
                self.field.command(*command, super::text_width(desk.screen));
            }
            _ => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "A question of my own".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        "It joins your own bank, questions/mine.toml.".to_owned()
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let area = super::column(area);
        let used = prose::draw(
            out,
            area,
            "The question, as it is asked. Kind and points are guessed from its words; the file can be edited.",
            Role::Ink,
        );
        let field = Rect {
            y: area.y + used + 1,
            height: area.height.saturating_sub(used + 1).min(5),
            ..area
        };
        self.field.draw(out, field, true);
    }
}
