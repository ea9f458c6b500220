//! Unfinished sittings: what was left or interrupted, the newest first; Enter goes on with one, x puts it away.

use ratatui::layout::Rect;

use super::{Head, Pane, Reason, begin, step_of, words};
use crate::desk::{Desk, Effect, Go, Model, Msg, View, undo};
use crate::domain::next::{left_words, unasked};
use crate::domain::practice::record::SittingRecord;
use crate::domain::text::capital;
use crate::domain::time::short_date;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::list::Cursor;

/// Cells of day and time before a title, and from which width on the line says how much is left.
const DATE: u16 = 14;
const ROOMY: u16 = 60;

/// Cells of what is left.
const LEFT: u16 = 32;

/// The list.
#[derive(Default)]
pub struct Unfinished {
    cursor: Cursor,
}

/// The lines, the newest first.
fn rows(model: &Model) -> impl Iterator<Item = &SittingRecord> {
    model.practice.open.iter().rev()
}

impl Unfinished {
    fn marked<'a>(&self, model: &'a Model) -> Option<&'a SittingRecord> {
        rows(model).nth(self.cursor.at)
    }

    /// Moves the marked one to the trash, with what was answered in it.
    fn put_away(&self, desk: &mut Desk<'_>) {
        let Some(record) = self.marked(desk.model).cloned() else {
            return;
        };
        let id = record.head.id.clone();
        desk.model.practice.open.retain(|r| r.head.id != id);
        desk.perform(Effect::TrashSitting(id));
        desk.perform(Effect::Load);
        let step = undo::Step::put(record);
        desk.model.undo.note("putting the sitting away", step);
        desk.say_undoable("It lies in the trash. u takes it back.");
    }
}

impl Pane for Unfinished {
    fn context(&self, _model: &Model) -> Context {
        Context::Unfinished
    }

    fn update(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if let Msg::Command(command) = msg {
            match command {
                Command::Main => {
                    if let Some(record) = self.marked(desk.model) {
                        let id = record.head.id.clone();
                        begin::resume_this(&id, desk);
                    }
                }
                Command::Remove => self.put_away(desk),
                Command::Back | Command::Close => desk.go(Go::Back),
                other => {
                    if let Some(step) = step_of(*other) {
                        self.cursor.step(step, rows(desk.model).count());
                    }
                }
            }
        }
        self.cursor.clamp(rows(desk.model).count());
    }

    fn unavailable(&self, command: Command, model: &Model) -> Option<Reason> {
        let acts = matches!(command, Command::Main | Command::Remove);
        (acts && self.marked(model).is_none())
            .then(|| "Nothing waits here. q goes back.".to_owned())
    }

    fn head(&self, view: &View<'_>) -> Head {
        let count = rows(view.model).count();
        Head::Title {
            left: "Unfinished sittings".to_owned(),
            middle: String::new(),
            right: words::count(count, "sitting", "sittings"),
        }
    }

    fn status(&self, view: &View<'_>) -> String {
        let left = |record: &SittingRecord| {
            let left = capital(&left_words(&record.head, unasked(record)));
            format!("{left}. What was answered is kept.")
        };
        self.marked(view.model).map_or_else(String::new, left)
    }

    fn widest(&self) -> u16 {
        super::ONE_LIST
    }

    fn draw(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let rows: Vec<&SittingRecord> = rows(view.model).collect();
        if rows.is_empty() {
            out.focus(area.x, area.y, 1);
            let words = "Nothing waits here: every sitting came to its end.";
            crate::widgets::prose::draw(out, area, words, Role::Ink);
        }
        let (from, to) = self.cursor.window(rows.len(), usize::from(area.height));
        for (y, n) in (area.y..area.bottom()).zip(from..to) {
            let (record, marked) = (rows[n], n == self.cursor.at);
            if marked {
                out.focus(area.x, y, 1);
            }
            let day = short_date(record.head.started.date_naive(), view.now.date());
            let day = format!("{day} {}", record.head.started.format("%H:%M"));
            out.put(area.x, y, &day, DATE - 1, Role::Dim);
            let left = left_words(&record.head, unasked(record));
            let used = if area.width < ROOMY {
                0
            } else {
                out.put_right(area.right(), y, &left, LEFT, Role::Dim) + 2
            };
            let role = if marked { Role::Mark } else { Role::Ink };
            let title = words::hide_names(view.model, &record.head.title);
            let width = area.width.saturating_sub(DATE + used);
            out.put(area.x + DATE, y, &title, width, role);
        }
    }
}
