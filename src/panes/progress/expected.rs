//! What was expected against what it came to.

use ratatui::layout::Rect;

use super::{figure, wording};
use crate::domain::level::Level;
use crate::domain::progress::Expected;
use crate::look::Role;
use crate::panes::heading::heading;
use crate::panes::words;
use crate::widgets::Canvas;

const TITLE: &str = "Expected and got";

/// Rows of the form with one row for each way it can go.
pub const ROWS: u16 = 4;

/// Rows of the table of both.
pub const GRID: u16 = 9;

/// Cells of the table of both.
const GRID_WIDTH: u16 = 50;

/// Most dots in a row; beyond them the figure is enough.
const MOST: usize = 20;

/// Draws what was expected against what it came to: in one row the words alone, in four a row for each way, in more a
/// table of both.
pub fn draw(expected: &Expected, table: bool, area: Rect, out: &mut Canvas<'_>) {
    let total = usize::try_from(expected.total()).unwrap_or(usize::MAX);
    if total == 0 {
        heading(area, TITLE, "nothing to compare yet", out);
        if area.height > 1 {
            let how = "Say before an answer how it will go.";
            out.put(area.x, area.y + 1, how, area.width, Role::Ink);
        }
        return;
    }
    if area.height < ROWS {
        return heading(area, TITLE, &wording::sides(expected), out);
    }
    let fact = words::count(total, "answer with both", "answers with both");
    heading(area, TITLE, &fact, out);
    if area.height >= GRID && area.width >= GRID_WIDTH {
        grid(expected, table, area, out);
    } else {
        sides(expected, table, area, out);
    }
}

/// A row for each way it can go.
fn sides(expected: &Expected, table: bool, area: Rect, out: &mut Canvas<'_>) {
    let sides = expected.sides().into_iter().zip(wording::SIDES);
    for (y, (count, name)) in (area.y + 1..area.bottom()).zip(sides) {
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        out.put(area.x, y, name, 13, Role::Ink);
        let figure = count.to_string();
        let dots = match count {
            0..=MOST if !table => out.look().glyphs.dot.repeat(count),
            _ => String::new(),
        };
        out.put_right(area.x + 17, y, &figure, 4, Role::Ink);
        let used = out.put(area.x + 19, y, &dots, 20, Role::Accent);
        if name == wording::SIDES[2] {
            let room = area.width.saturating_sub(19 + used + 2);
            out.put_right(area.right(), y, &wording::worse(expected), room, Role::Ink);
        }
    }
}

/// A row for each level expected, a column for each level got.
fn grid(expected: &Expected, table: bool, area: Rect, out: &mut Canvas<'_>) {
    let (name, cell) = (16, 9);
    out.put(area.x, area.y + 1, "expected", name, Role::Dim);
    for (i, level) in (0..).zip(Level::ALL) {
        let x = area.x + name + i * cell;
        out.put(x, area.y + 1, level.word(), cell, Role::Dim);
    }
    for (y, (level, row)) in (area.y + 2..).zip(Level::ALL.iter().zip(expected.grid)) {
        out.put(area.x, y, level.word(), name, Role::Ink);
        for (i, count) in (0..).zip(row) {
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            let at = (area.x + name + i * cell, y);
            figure::draw(count, table, at, cell, out);
        }
    }
    let sides = format!("{}.", wording::sides(expected));
    out.put(area.x, area.y + 7, &sides, area.width, Role::Ink);
    let worse = wording::worse(expected);
    out.put(area.x, area.y + 8, &worse, area.width, Role::Ink);
}
