//! The entries at the left: what is looked for, a row for each, how many more there are.

use chrono::{Datelike, NaiveDate};
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
        let today = view.now.date();
        let listed = || (from..to).filter_map(|i| self.entry(i, view.model));
        let days = if listed().all(|e| e.date.year() == today.year()) {
            6
        } else {
            9
        };
        for (y, i) in (area.y + 2..).zip(from..to) {
            let Some(entry) = self.entry(i, view.model) else {
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
            let role = if marked { Role::Mark } else { Role::Ink };
            let day = day_words(entry.date, today);
            out.put_right(area.x + days, y, &day, days, Role::Ink);
            let row = Rect {
                x: area.x + days + 2,
                width: area.width.saturating_sub(days + 2),
                ..row
            };
            draw_title(view, row, entry, role, &words, out);
        }
        self.draw_rest(area, to, out);
    }

    /// The words being looked for, or how to look for some.
    fn draw_find(&self, area: Rect, out: &mut Canvas<'_>) {
        let row = Rect { height: 1, ..area };
        if self.finder.draw_field(row, out) {
            return;
        }
        let only = match self.only.words() {
            only if only.is_empty() => only,
            only => format!("only {only}"),
        };
        let used = out.put_right(row.right(), row.y, &only, row.width / 2, Role::Ink);
        let (words, role) = match self.finder.words() {
            "" => ("find", Role::Dim),
            words => (words, Role::Ink),
        };
        let width = row.width.saturating_sub(used + 1);
        out.put(row.x, row.y, &format!("/ {words}"), width, role);
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

/// The day of an entry, of another year with a short one.
fn day_words(date: NaiveDate, today: NaiveDate) -> String {
    if date == today {
        "Today".to_owned()
    } else if date.year() == today.year() {
        short_date(date, today)
    } else {
        date.format("%-d %b %y").to_string()
    }
}

/// The title of an entry, and in it the words that were looked for.
fn draw_title(
    view: &View<'_>,
    row: Rect,
    entry: &Entry,
    role: Role,
    words: &Query,
    out: &mut Canvas<'_>,
) {
    let title = hide_names(
        view.model,
        &page::row_title(entry, view.model, row.width, out.look().glyphs.cut),
    );
    put_marked(out, (row.x, row.y), &title, row.width, role, words);
}
