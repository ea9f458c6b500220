//! Earlier messages, and what is wrong in the home: nothing is told only in passing.

use ratatui::layout::Rect;

use super::words::hide_names;
use super::{Head, Pane, Reason, step_of};
use crate::desk::{Desk, Effect, Go, Model, Msg, View};
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// The list.
#[derive(Default)]
pub struct Messages {
    cursor: Cursor,
    lines: Vec<(String, String)>,
}

impl Pane for Messages {
    fn context(&self, _model: &Model) -> Context {
        Context::Messages
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Shown => {
                let problems = desk
                    .model
                    .problems
                    .iter()
                    .map(|p| ("file".to_owned(), p.to_string()));
                let past = desk.toasts.past().iter().rev();
                let past =
                    past.map(|(at, toast)| (at.format("%H:%M").to_string(), toast.words.clone()));
                self.lines = problems.chain(past).collect();
            }
            Msg::Command(Command::Main) => {
                if let Some((_, words)) = self.lines.get(self.cursor.at) {
                    desk.perform(Effect::Copy(hide_names(desk.model, words)));
                }
            }
            Msg::Command(Command::Back | Command::Close) => desk.go(Go::Back),
            Msg::Command(command) => {
                if let Some(step) = step_of(*command) {
                    self.cursor.step(step, self.lines.len());
                }
            }
            _ => {}
        }
    }

    fn unavailable(&self, command: Command, _model: &Model) -> Option<Reason> {
        (command == Command::Main && self.lines.is_empty())
            .then(|| "Nothing has been said yet.".to_owned())
    }

    fn copied(&self, _view: &View<'_>) -> Option<String> {
        self.lines.get(self.cursor.at).map(|l| l.1.clone())
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Earlier messages".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let told = |words: &str| {
            let arrows = view.look.arrows();
            (view.keymap).retold(words, Context::Messages, arrows)
        };
        if self.lines.is_empty() {
            out.focus(area.x, area.y, 1);
            out.put(
                area.x,
                area.y,
                "Nothing has been said yet. q goes back.",
                area.width,
                Role::Ink,
            );
            return;
        }
        let below = 4.min(area.height / 3);
        let (from, to) = self
            .cursor
            .window(self.lines.len(), usize::from(area.height - below));
        for (y, i) in (area.y..).zip(from..to) {
            let (at, words) = &self.lines[i];
            let words = hide_names(view.model, &told(words));
            let marked = i == self.cursor.at;
            if marked {
                out.focus(area.x, y, 1);
            }
            out.put(area.x, y, at, 6, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            out.put(area.x + 7, y, &words, area.width.saturating_sub(7), role);
        }
        if let Some((_, words)) = self.lines.get(self.cursor.at) {
            let room = Rect {
                y: area.bottom() - below + 1,
                height: below.saturating_sub(1),
                ..area
            };
            prose::draw(out, room, &hide_names(view.model, &told(words)), Role::Ink);
        }
    }
}
