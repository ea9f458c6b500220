//! The theme picker: each theme shows while the mark is on it; Enter keeps it, Esc leaves all as it was.

use ratatui::layout::Rect;

use super::{Head, Pane, step_of};
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Msg, Outcome, View, undo};
use crate::keys::{Command, Context};
use crate::look::{Role, theme};
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, chart};

/// The list.
#[derive(Default)]
pub struct Themes {
    cursor: Cursor,
    before: Option<String>,
    /// The chosen one is being written; whether it is kept is said when that is known.
    writing: bool,
}

impl Themes {
    fn look(&self, desk: &mut Desk<'_>) {
        if let Some(name) = theme::names().nth(self.cursor.at) {
            name.clone_into(&mut desk.model.config.theme);
        }
    }
}

impl Pane for Themes {
    fn context(&self, _model: &Model) -> Context {
        Context::Themes
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown if self.before.is_none() => {
                let name = desk.model.config.theme.clone();
                self.cursor.at = theme::names().position(|n| n == name).unwrap_or(0);
                self.before = Some(name);
            }
            Msg::Command(Command::Main) => {
                let mut before = desk.model.config.clone();
                before.theme = self.before.clone().unwrap_or_default();
                desk.perform(Effect::SaveConfig(Box::new(desk.model.config.clone())));
                desk.model
                    .undo
                    .note("the theme", undo::Step::Config(Box::new(before)));
                self.writing = true;
            }
            Msg::Outcome(Outcome::Saved(Wrote::Config, _)) if self.writing => {
                desk.say("Kept.");
                desk.go(Go::Back);
            }
            // Why has been said; the theme holds as long as this run.
            Msg::Outcome(Outcome::NotSaved(Wrote::Config, _)) if self.writing => desk.go(Go::Back),
            Msg::Command(_) if self.writing => {}
            Msg::Command(Command::Back | Command::Close) => {
                if let Some(before) = self.before.clone() {
                    desk.model.config.theme = before;
                }
                desk.go(Go::Back);
            }
            Msg::Command(command) => {
                if let Some(step) = step_of(*command) {
                    self.cursor.step(step, theme::names().count());
                    self.look(desk);
                }
            }
            _ => {}
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Theme".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn status(&self, _view: &View<'_>) -> String {
        "The default needs no colors from you: it takes the terminal's own.".to_owned()
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        for (y, (i, name)) in (area.y..area.bottom()).zip(theme::names().enumerate()) {
            let marked = i == self.cursor.at;
            if marked {
                out.focus(area.x, y, 1);
            }
            out.put(
                area.x,
                y,
                name,
                24,
                if marked { Role::Mark } else { Role::Ink },
            );
        }
        let x = area.x + 28;
        let width = area.right().saturating_sub(x);
        let g = view.look.glyphs;
        let sample = [
            ("Text as you read it", Role::Ink),
            ("Facts at the side", Role::Dim),
            ("A heading, a question, a key", Role::Strong),
            ("The marked row", Role::Mark),
            ("A date that cannot be: 31 feb", Role::Warn),
        ];
        for (y, (text, role)) in (area.y..area.bottom()).zip(sample) {
            out.put(x, y, text, width, role);
        }
        if area.height > 7 {
            out.put(x, area.y + 6, &chart::dots(4, g), width, Role::Accent);
            chart::bar(out, x, area.y + 7, width.min(20), 3, 5);
        }
    }
}
