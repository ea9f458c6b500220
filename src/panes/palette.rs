//! The command palette: every command by any of its words, with its key, run by Enter.

use ratatui::layout::Rect;

use super::{Head, Pane, Reason};
use crate::desk::{Desk, Go, Model, Msg, View};
use crate::domain::search;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::list::{Cursor, Step};
use crate::widgets::{Canvas, frame};

/// One command as listed.
#[derive(Debug, Clone)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// What it does here.
    pub say: &'static str,
    /// Its first key; empty when it has none.
    pub keys: String,
    /// Why it cannot run now.
    pub reason: Option<Reason>,
}

/// The open palette.
pub struct Palette {
    rows: Vec<Row>,
    field: Editor,
    cursor: Cursor,
}

impl Palette {
    /// Opens with all rows.
    pub fn new(rows: Vec<Row>) -> Self {
        Self {
            rows,
            field: Editor::single(""),
            cursor: Cursor::default(),
        }
    }

    fn shown(&self) -> Vec<&Row> {
        let words = search::Query::new(self.field.text());
        self.rows
            .iter()
            .filter(|r| words.matches(r.say) || words.matches(r.command.name()))
            .collect()
    }

    fn run(&self, desk: &mut Desk<'_>) {
        let Some((command, keys, reason)) = self
            .shown()
            .get(self.cursor.at)
            .map(|r| (r.command, r.keys.clone(), r.reason.clone()))
        else {
            return;
        };
        if let Some(reason) = reason {
            desk.say(reason);
            return;
        }
        desk.go(Go::Run(command));
        if !keys.is_empty() {
            desk.say(format!("The key for this is {keys}."));
        }
    }
}

impl Pane for Palette {
    fn context(&self, _model: &Model) -> Context {
        Context::Palette
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.field.type_char(*c),
            Msg::Paste(text) => self.field.paste(text),
            Msg::Command(Command::Up) => self.cursor.step(Step::Up, self.shown().len()),
            Msg::Command(Command::Down) => self.cursor.step(Step::Down, self.shown().len()),
            Msg::Command(Command::Main) => return self.run(desk),
            Msg::Command(Command::Back) => return desk.go(Go::Back),
            Msg::Command(command) => {
                self.field.command(*command, 60);
            }
            _ => return,
        }
        self.cursor.clamp(self.shown().len());
    }

    fn head(&self, _view: &View<'_>) -> Head {
        Head::Title {
            left: "Commands".to_owned(),
            middle: String::new(),
            right: String::new(),
        }
    }

    fn draw(&self, _view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let shown = self.shown();
        let inside = frame::float(out, area, 64, area.height.min(16));
        out.put(inside.x - 1, inside.y, ":", 1, Role::Ink);
        let field = Rect::new(inside.x + 1, inside.y, inside.width.saturating_sub(1), 1);
        let list = Rect::new(
            inside.x + 1,
            inside.y + 2,
            inside.width.saturating_sub(1),
            inside.height.saturating_sub(4),
        );
        let (from, to) = self.cursor.window(shown.len(), usize::from(list.height));
        for (y, (i, row)) in (list.y..).zip(shown.iter().enumerate().take(to).skip(from)) {
            let marked = i == self.cursor.at;
            if marked {
                out.focus(list.x, y, 1);
            }
            let used = out.put_right(list.right(), y, &row.keys, 14, Role::Dim);
            let role = if marked { Role::Mark } else { Role::Ink };
            out.put(
                list.x,
                y,
                row.say,
                list.width.saturating_sub(used + 2),
                role,
            );
        }
        let foot = inside.bottom().saturating_sub(1);
        if inside.height > 4 {
            let count = format!("{} of {}", shown.len(), self.rows.len());
            let used = out.put_right(list.right(), foot, &count, 12, Role::Dim);
            let reason = shown
                .get(self.cursor.at)
                .and_then(|r| r.reason.as_deref())
                .unwrap_or_default();
            let words = if shown.is_empty() {
                "No command has these words."
            } else {
                reason
            };
            out.put(
                inside.x - 1,
                foot,
                words,
                list.width.saturating_sub(used),
                Role::Ink,
            );
        }
        self.field.draw_caret(out, field);
    }
}
