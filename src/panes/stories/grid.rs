//! The grid: competencies down, stories across, and words beside each line.

use ratatui::layout::Rect;

use super::Ledger;
use crate::desk::View;
use crate::domain::story::{Cover, Mark};
use crate::look::{Glyphs, Role};
use crate::panes::heading::heading;
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;

/// Cells of a name, of a story, and of the words beside a line.
const NAME: u16 = 26;
const CELL: u16 = 4;
const WORDS: u16 = 16;

/// So many stories have their room in any case.
const FEW: u16 = 8;

/// The cells of a grid with so many stories; the words beside its lines stay near them.
pub fn width(stories: usize) -> u16 {
    let stories = u16::try_from(stories).unwrap_or(u16::MAX).max(FEW);
    stories.saturating_mul(CELL).saturating_add(NAME + WORDS)
}

/// A row of the grid: a competency, or the free row between what is asked for and the rest.
#[derive(Clone, Copy)]
enum Row<'a> {
    Line(usize, &'a Cover),
    Gap,
}

/// The sign of a mark.
pub const fn sign(mark: Mark, glyphs: &Glyphs) -> &'static str {
    match mark {
        Mark::Shows => glyphs.done,
        Mark::Touches => glyphs.ahead,
        Mark::Neither => glyphs.none,
    }
}

impl Ledger {
    /// Draws the grid with its head and the words for its signs; returns the rows that it took.
    pub(super) fn draw_grid(
        &self,
        view: &View<'_>,
        area: Rect,
        beside: bool,
        out: &mut Canvas<'_>,
    ) -> u16 {
        let board = &self.board;
        let fact = format!("{} of {} covered", board.covered(), board.covers.len());
        let title = board.title(view.model);
        let fits = cells(&title) + 2 + cells(&fact) <= area.width;
        heading(area, &title, if fits { fact.as_str() } else { "" }, out);
        let free = u16::from(area.height >= 14);
        let top = area.y + 1 + free;
        let stories = self.stories(area.width, view.model.stories.list.len());
        self.draw_numbers(top, area, stories, out);
        let rows = self.rows();
        let room = area.bottom().saturating_sub(top + 2 + free);
        let at = rows
            .iter()
            .position(|row| matches!(row, Row::Line(n, _) if *n == self.cursor.at));
        let cursor = Cursor {
            at: at.unwrap_or(0),
        };
        let (from, to) = cursor.window(rows.len(), usize::from(room));
        let mut y = top + 1;
        for row in rows.iter().take(to).skip(from) {
            if let Row::Line(n, cover) = row {
                self.draw_line(view, (*n, cover), Rect { y, ..area }, stories, out);
            }
            y += 1;
        }
        y += free;
        let g = out.look().glyphs;
        let legend = format!(
            "{} shows it   {} touches it   [ ] the story {}",
            g.done,
            g.ahead,
            if beside { "at the right" } else { "below" }
        );
        let below = rows.len() - to;
        let more = format!("{below} more below");
        let more = if below == 0 { "" } else { more.as_str() };
        let used = out.put_right(area.right(), y, more, area.width, Role::Dim);
        out.put(
            area.x,
            y,
            &legend,
            area.width.saturating_sub(used + 2),
            Role::Dim,
        );
        y + 1 - area.y
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let lines = self.board.covers.iter().enumerate();
        let mut rows: Vec<Row<'_>> = lines.map(|(n, cover)| Row::Line(n, cover)).collect();
        if self.board.asked > 0 && self.board.asked < rows.len() {
            rows.insert(self.board.asked, Row::Gap);
        }
        rows
    }

    /// The stories that have room beside each other, the marked one among them.
    fn stories(&self, width: u16, count: usize) -> (usize, usize) {
        let room = width.saturating_sub(NAME + WORDS) / CELL;
        Cursor { at: self.at }.window(count, usize::from(room))
    }

    fn draw_numbers(&self, y: u16, area: Rect, (from, to): (usize, usize), out: &mut Canvas<'_>) {
        let mut x = area.x + NAME;
        for n in from..to {
            let role = if n == self.at { Role::Mark } else { Role::Ink };
            out.put_right(x + 2, y, &(n + 1).to_string(), 2, role);
            x += CELL;
        }
    }

    fn draw_line(
        &self,
        view: &View<'_>,
        (n, cover): (usize, &Cover),
        row: Rect,
        (from, to): (usize, usize),
        out: &mut Canvas<'_>,
    ) {
        let marked = n == self.cursor.at;
        if marked {
            out.focus(row.x, row.y, 1);
        }
        let role = if marked { Role::Mark } else { Role::Ink };
        let name = view
            .model
            .library
            .competency_title(cover.competency.as_str());
        out.put(row.x, row.y, &name, NAME - 2, role);
        let mut x = row.x + NAME;
        for (story, mark) in cover.marks.iter().enumerate().take(to).skip(from) {
            let sign = sign(*mark, out.look().glyphs);
            let role = match mark {
                Mark::Shows => Role::Accent,
                Mark::Touches => Role::Ink,
                Mark::Neither => Role::Dim,
            };
            out.put(x + 1, row.y, sign, 1, role);
            if marked && story == self.at {
                out.put(x, row.y, "[", 1, Role::Mark);
                out.put(x + 2, row.y, "]", 1, Role::Mark);
            }
            x += CELL;
        }
        let carried = cover.carried();
        let role = if carried.is_hole() {
            Role::Ink
        } else {
            Role::Dim
        };
        out.put_right(row.right(), row.y, &carried.words(), WORDS - 1, role);
    }
}
