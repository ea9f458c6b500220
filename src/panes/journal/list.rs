//! The entries at the left: what is looked for, a row for each, how many more there are.

use ratatui::layout::Rect;

use super::{Journal, page};
use crate::desk::View;
use crate::domain::journal::Entry;
use crate::domain::search::Query;
use crate::domain::time::short_date;
use crate::look::Role;
use crate::panes::finder::put_marked;
use crate::panes::words::hide_names;
use crate::widgets::Canvas;

impl Journal {
    /// Draws the list.
    pub(super) fn draw_list(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        self.draw_find(area, out);
        let room = usize::from(area.height.saturating_sub(3));
        let (from, to) = self.cursor.window(self.shown.len(), room);
        let words = self.finder.query();
        for (y, i) in (area.y + 2..).zip(from..to) {
            let Some(entry) = view.model.journal.get(&self.shown[i]) else {
                continue;
            };
            let marked = i == self.cursor.at;
            if marked && !self.reading {
                self.finder.draw_mark(area.x, y, out);
            }
            let row = Rect {
                y,
                height: 1,
                ..area
            };
            draw_entry(view, row, entry, marked, &words, out);
        }
        self.draw_rest(area, to, out);
    }

    /// The words being looked for, or how to look for some.
    fn draw_find(&self, area: Rect, out: &mut Canvas<'_>) {
        let row = Rect { height: 1, ..area };
        if self.finder.draw_field(row, out) {
            return;
        }
        let (words, role) = match self.finder.words() {
            "" => ("find", Role::Dim),
            words => (words, Role::Ink),
        };
        out.put(row.x, row.y, &format!("/ {words}"), row.width, role);
    }

    /// That nothing is listed, or how many entries come after the last row, `to`.
    fn draw_rest(&self, area: Rect, to: usize, out: &mut Canvas<'_>) {
        let foot = area.bottom().saturating_sub(1);
        if self.shown.is_empty() {
            out.put(
                area.x,
                area.y + 2,
                "Nothing has these words.",
                area.width,
                Role::Ink,
            );
        } else if to < self.shown.len() {
            out.put(
                area.x,
                foot,
                &format!("{} more below", self.shown.len() - to),
                area.width,
                Role::Dim,
            );
        }
    }
}

/// One row: the day, the title, and in it the words that were looked for.
fn draw_entry(
    view: &View<'_>,
    row: Rect,
    entry: &Entry,
    marked: bool,
    words: &Query,
    out: &mut Canvas<'_>,
) {
    let today = view.now.date();
    let day = if entry.date == today {
        "Today".to_owned()
    } else {
        short_date(entry.date, today)
    };
    let role = if marked { Role::Mark } else { Role::Ink };
    out.put_right(row.x + 6, row.y, &day, 6, Role::Ink);
    let title = hide_names(view.model, &page::title(entry));
    let room = row.width.saturating_sub(8);
    put_marked(out, (row.x + 8, row.y), &title, room, role, words);
}
