//! The grid: competencies down, stories across, and words beside each line.

use ratatui::layout::Rect;

use super::Ledger;
use crate::desk::View;
use crate::domain::story::{Cover, Mark, Story};
use crate::look::{Glyphs, Role};
use crate::panes::heading::heading;
use crate::panes::words::hide_names;
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;

/// Cells and rows of a page on which the stories stand beside each other; a smaller one begins with the list.
const ROOMY: (u16, u16) = (60, 12);

/// From this width on the marked story stands at the right of the grid, in so many cells.
const WIDE: u16 = 100;
const BESIDE: u16 = 40;
const APART: u16 = 6;

/// Rows below the grid for the marked story: a rule, its title, and what is said of it.
const BELOW: u16 = 6;

/// Whether the stories have room beside each other.
pub const fn has_room(area: Rect) -> bool {
    area.width >= ROOMY.0 && area.height >= ROOMY.1
}

/// Cells of a name at most, of a story, and of the words beside a line.
const NAME: u16 = 26;
const CELL: u16 = 4;
const WORDS: u16 = 16;

/// Cells of a name in so much room: one story has its place in any case.
fn name(width: u16) -> u16 {
    NAME.min(width.saturating_sub(WORDS + CELL))
}

/// So many stories have their room in any case.
const FEW: u16 = 8;

/// The cells of a grid with so many stories; the words beside its lines stay near them.
fn width(stories: usize) -> u16 {
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

/// What is left of an area below so many rows.
fn below(area: Rect, rows: u16) -> Rect {
    Rect {
        y: area.y + rows,
        height: area.height.saturating_sub(rows),
        ..area
    }
}

/// The words for the signs.
fn legend(place: &str, glyphs: &Glyphs) -> String {
    let (shows, touches) = (glyphs.done, glyphs.ahead);
    format!("{shows} shows it   {touches} touches it   [ ] the story {place}")
}

impl Ledger {
    /// The grid, and the marked story at its right, below it, or as its last line.
    pub(super) fn draw_both(
        &self,
        view: &View<'_>,
        marked: Option<&Story>,
        area: Rect,
        out: &mut Canvas<'_>,
    ) {
        let glyphs = out.look().glyphs;
        if !has_room(area) {
            let words = marked.map_or_else(String::new, |story| {
                format!("{} {}", self.at + 1, hide_names(view.model, &story.name()))
            });
            self.draw_grid(view, area, (&words, Role::Ink), out);
            return;
        }
        if area.width >= WIDE {
            let width = width(view.model.stories.list.len()).min(area.width - BESIDE - APART);
            let grid = Rect { width, ..area };
            let words = legend("at the right", glyphs);
            let used = self.draw_grid(view, grid, (&words, Role::Dim), out);
            self.draw_holes(view, below(grid, used + 2), out);
            let beside = Rect {
                x: area.x + width + APART,
                width: BESIDE,
                ..area
            };
            if let Some(story) = marked {
                self.draw_beside(view, story, beside, out);
            }
            return;
        }
        let height = area.height.saturating_sub(BELOW);
        let words = legend("below", glyphs);
        let used = self.draw_grid(view, Rect { height, ..area }, (&words, Role::Dim), out);
        if let Some(story) = marked {
            let free = u16::from(area.height > used + BELOW);
            self.draw_below(view, story, below(area, used + free), out);
        }
    }

    /// Draws the grid with its head and the words at its foot; returns the rows that it took. In little room there is
    /// the marked story alone, without numbers.
    pub(super) fn draw_grid(
        &self,
        view: &View<'_>,
        area: Rect,
        foot: (&str, Role),
        out: &mut Canvas<'_>,
    ) -> u16 {
        let title = self.board.title(view.model);
        let sums = self.board.sums(view.model).into_iter();
        let fits = |fact: &String| cells(&title) + 2 + cells(fact) <= area.width;
        if has_room(area) {
            let fact = sums.skip(1).find(fits).unwrap_or_default();
            heading(area, &title, &fact, out);
        } else {
            // How much is covered is worth more there than half of a title.
            let sum = sums.skip(1).find(|sum| cells(sum) <= area.width);
            heading(area, &sum.unwrap_or_default(), "", out);
        }
        let free = u16::from(area.height >= 14);
        let top = area.y + 1 + free;
        let stories = self.stories(area.width, view.model.stories.list.len());
        let numbers = u16::from(has_room(area));
        if numbers > 0 {
            self.draw_numbers(top, area, stories, out);
        }
        let rows = self.rows();
        let room = area.bottom().saturating_sub(top + numbers + 1 + free);
        let at = rows
            .iter()
            .position(|row| matches!(row, Row::Line(n, _) if *n == self.cursor.at));
        let cursor = Cursor {
            at: at.unwrap_or(0),
        };
        let (from, to) = cursor.window(rows.len(), usize::from(room));
        let mut y = top + numbers;
        for row in rows.iter().take(to).skip(from) {
            if let Row::Line(n, cover) = row {
                self.draw_line(view, (*n, cover), Rect { y, ..area }, stories, out);
            }
            y += 1;
        }
        y += free;
        let below = rows.len() - to;
        let more = format!("{below} more below");
        let more = if below == 0 { "" } else { more.as_str() };
        let used = out.put_right(area.right(), y, more, area.width, Role::Dim);
        let width = area.width.saturating_sub(used + 2);
        out.put(area.x, y, foot.0, width, foot.1);
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
        let room = width.saturating_sub(name(width) + WORDS) / CELL;
        Cursor { at: self.at }.window(count, usize::from(room))
    }

    fn draw_numbers(&self, y: u16, area: Rect, (from, to): (usize, usize), out: &mut Canvas<'_>) {
        let mut x = area.x + name(area.width);
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
        let title = view
            .model
            .library
            .competency_title(cover.competency.as_str());
        let width = name(row.width);
        out.put(row.x, row.y, &title, width.saturating_sub(1), role);
        let mut x = row.x + width;
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
        let role = if carried.is_covered() {
            Role::Dim
        } else {
            Role::Ink
        };
        out.put_right(row.right(), row.y, &carried.words(), WORDS - 1, role);
    }
}
