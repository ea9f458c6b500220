//! The pages at the left: a heading for each part, a row for each page.

use ratatui::layout::Rect;

use super::Handbook;
use crate::look::Role;
use crate::panes::finder::put_marked;
use crate::widgets::{Canvas, prose};

/// What stands in a row of the list.
enum Row {
    Gap,
    Heading(&'static str),
    /// Place in what is shown.
    Page(usize),
}

impl Handbook {
    /// Draws the list, or why there is none.
    pub(super) fn draw_list(&self, area: Rect, out: &mut Canvas<'_>) {
        self.draw_words(Rect { height: 1, ..area }, out);
        let body = Rect {
            y: area.y + 2,
            height: area.height.saturating_sub(2),
            ..area
        };
        if self.shown.rows.is_empty() {
            let words = "No page has these words. Esc shows all again.";
            prose::draw(out, body, words, Role::Ink);
            return;
        }
        let rows = self.rows();
        let room = usize::from(body.height);
        let at = rows
            .iter()
            .position(|row| matches!(row, Row::Page(i) if *i == self.cursor.at))
            .unwrap_or(0);
        // The mark keeps to the middle, so that a heading above it stays in sight.
        let from = at
            .saturating_sub(room / 2)
            .min(rows.len().saturating_sub(room));
        for (y, row) in (body.y..body.bottom()).zip(rows.iter().skip(from)) {
            self.draw_row(row, Rect { y, ..body }, out);
        }
    }

    fn rows(&self) -> Vec<Row> {
        let mut rows = Vec::with_capacity(self.shown.rows.len() + 20);
        let mut last = None;
        for (i, place) in self.shown.rows.iter().enumerate() {
            let part = self.leaves[*place].part;
            if last != Some(part) {
                if last.is_some() {
                    rows.push(Row::Gap);
                }
                rows.push(Row::Heading(part.word()));
                last = Some(part);
            }
            rows.push(Row::Page(i));
        }
        rows
    }

    fn draw_row(&self, row: &Row, area: Rect, out: &mut Canvas<'_>) {
        match row {
            Row::Gap => {}
            Row::Heading(words) => drop(out.put(area.x, area.y, words, area.width, Role::Dim)),
            Row::Page(i) => {
                let marked = *i == self.cursor.at;
                if marked && !self.reading {
                    self.finder.draw_mark(area.x, area.y, out);
                }
                let role = if marked { Role::Mark } else { Role::Ink };
                let title = &self.leaves[self.shown.rows[*i]].title;
                let query = self.finder.query();
                put_marked(out, (area.x, area.y), title, area.width, role, &query);
            }
        }
    }

    /// The words being looked for, or how many pages are shown.
    fn draw_words(&self, row: Rect, out: &mut Canvas<'_>) {
        if self.finder.draw_field(row, out) {
            return;
        }
        let (shown, all) = (self.shown.rows.len(), self.leaves.len());
        let words = match self.finder.words() {
            "" if shown == all => "Handbook".to_owned(),
            "" => format!("Handbook, {shown} of {all}"),
            words => match self.shown.words() {
                Some(near) => format!("/ {words}: {near}"),
                None => format!("/ {words}"),
            },
        };
        out.put(row.x, row.y, &words, row.width, Role::Strong);
    }
}
