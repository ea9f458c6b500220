//! The stories as a list: numbers, titles and facts; in a wide window the marked one is read beside it.

use ratatui::layout::Rect;

use super::Ledger;
use crate::desk::View;
use crate::domain::story::Story;
use crate::look::Role;
use crate::panes::finder::put_marked;
use crate::panes::story_words::facts;
use crate::panes::words::{count, hide_names};
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;

/// Cells of a number before a title.
const NUMBER: u16 = 4;

impl Ledger {
    /// Draws the list.
    pub(super) fn draw_list(&self, view: &View<'_>, area: Rect, out: &mut Canvas<'_>) {
        let row = Rect { height: 1, ..area };
        if !self.finder.draw_field(row, out) {
            let (words, role) = match self.finder.words() {
                "" => ("find", Role::Dim),
                words => (words, Role::Ink),
            };
            out.put(row.x, row.y, &format!("/ {words}"), row.width, role);
        }
        let free = u16::from(area.height >= 10);
        let top = area.y + 1 + free;
        if self.shown.is_empty() {
            let words = "Nothing has these words.";
            out.put(area.x, top, words, area.width, Role::Ink);
        }
        let room = usize::from(area.bottom().saturating_sub(top));
        let (from, to) = self.listed.window(self.shown.len(), room);
        for (y, i) in (top..).zip(from..to) {
            let at = self.shown[i];
            if let Some(story) = view.model.stories.list.get(at) {
                let row = Rect {
                    y,
                    height: 1,
                    ..area
                };
                self.draw_row(view, (i, at, story), row, out);
            }
        }
    }

    fn draw_row(
        &self,
        view: &View<'_>,
        (i, at, story): (usize, usize, &Story),
        row: Rect,
        out: &mut Canvas<'_>,
    ) {
        let marked = i == self.listed.at;
        if marked {
            self.finder.draw_mark(row.x, row.y, out);
        }
        let role = if marked { Role::Mark } else { Role::Ink };
        let title = hide_names(view.model, &story.name());
        let shows = count(story.shows.len(), "competency", "competencies");
        let fact = format!(
            "{}, shows {shows}",
            facts(story, self.board.minutes(view.model))
        );
        let room = row.width.saturating_sub(NUMBER);
        let fact = [fact, story.told_words()]
            .into_iter()
            .find(|fact| cells(&title) + 2 + cells(fact) <= room);
        let fact = fact.unwrap_or_default();
        let used = out.put_right(row.right(), row.y, &fact, room, Role::Dim);
        out.put_right(row.x + 2, row.y, &(at + 1).to_string(), 2, role);
        let width = room.saturating_sub(used + 2);
        let place = (row.x + NUMBER, row.y);
        put_marked(out, place, &title, width, role, &self.finder.query());
    }
}
