//! Go to: the places, each under one letter; opens at once and waits.

use ratatui::layout::Rect;

use super::{Head, Pane};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::keys::{Arrows, Command, Context, Keymap};
use crate::look::Role;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, frame};

/// The open list of places.
pub struct GotoMenu {
    rows: Vec<(String, &'static str, Command)>,
    cursor: Cursor,
}

impl GotoMenu {
    /// Lists what the key map has under its own context.
    pub fn new(keymap: &Keymap, arrows: Arrows) -> Self {
        let rows = keymap
            .rows(Context::Goto)
            .into_iter()
            .filter(|r| r.from == Context::Goto)
            .filter(|r| {
                !matches!(
                    r.command,
                    Command::Main | Command::Up | Command::Down | Command::Back
                )
            })
            .map(|r| {
                (
                    r.keys.first().map_or_else(String::new, |k| k.label(arrows)),
                    r.sentence,
                    r.command,
                )
            })
            .collect();
        Self {
            rows,
            cursor: Cursor::default(),
        }
    }
}

impl Pane for GotoMenu {
    fn context(&self, _model: &Model) -> Context {
        Context::Goto
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let Msg::Command(command) = msg else { return };
        match command {
            Command::Up => self.cursor.step(Step::Up, self.rows.len()),
            Command::Down => self.cursor.step(Step::Down, self.rows.len()),
            Command::Back => desk.go(Go::Back),
            Command::Main => {
                if let Some(row) = self.rows.get(self.cursor.at) {
                    desk.go(Go::Run(row.2));
                }
            }
            other => desk.go(Go::Run(*other)),
        }
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Go to".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let height = u16::try_from(self.rows.len()).unwrap_or(12) + 5;
        let inside = frame::float(out, area, 36, height);
        out.put(inside.x - 1, inside.y, "Go to", inside.width, Role::Ink);
        let room = usize::from(inside.height.saturating_sub(2));
        let (from, to) = self.cursor.window(self.rows.len(), room);
        for (y, (i, row)) in (inside.y + 2..).zip(self.rows.iter().enumerate().take(to).skip(from))
        {
            let marked = i == self.cursor.at;
            if marked {
                out.focus(inside.x + 1, y, 1);
            }
            let role = if marked { Role::Mark } else { Role::Ink };
            out.put(inside.x + 1, y, &row.0, 3, role);
            out.put(inside.x + 5, y, row.1, inside.width.saturating_sub(5), role);
        }
    }
}
