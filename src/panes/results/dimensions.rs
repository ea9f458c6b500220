//! The dimensions of a sitting: how often each stood at each level, and how often the time was kept.

use ratatui::layout::Rect;

use crate::desk::Model;
use crate::domain::level::Level;
use crate::domain::practice::results::{DimensionRow, Results};
use crate::look::Role;
use crate::widgets::{Canvas, chart, prose};

/// From this width on they are a table; below it they are words.
pub const TABLE: u16 = 60;

/// Cells of a name in the table.
const NAME: u16 = 22;

/// What is said of the dimension with most to gain.
const LOWEST: &str = "lowest this time";

fn is_lowest(results: &Results, row: &DimensionRow) -> bool {
    let gain = results.most_to_gain();
    gain.is_some_and(|d| d.dimension == row.dimension)
}

/// Cells of a level in the table.
fn cell(width: u16) -> u16 {
    (width.saturating_sub(NAME + 14) / 4).clamp(7, 11)
}

/// Draws the names of the levels above the table.
pub fn draw_levels(area: Rect, out: &mut Canvas<'_>) {
    let cell = cell(area.width);
    for (i, level) in (0..).zip(Level::ALL) {
        let x = area.x + NAME + i * cell;
        out.put(x, area.y, level.word(), cell, Role::Dim);
    }
}

/// Draws a row of the table: dots, or figures.
pub fn draw_row(
    model: &Model,
    results: &Results,
    row: &DimensionRow,
    figures: bool,
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let cell = cell(area.width);
    out.put(
        area.x,
        area.y,
        &row.title(&model.library),
        NAME - 1,
        Role::Ink,
    );
    for (i, count) in (0..).zip(row.counts) {
        let (text, role) = if figures {
            (count.to_string(), Role::Ink)
        } else {
            let dots = chart::dots(usize::from(count), out.look().glyphs);
            (dots, Role::Accent)
        };
        out.put(area.x + NAME + i * cell, area.y, &text, cell, role);
    }
    if is_lowest(results, row) {
        out.put_right(area.right(), area.y, LOWEST, 16, Role::Ink);
    }
}

/// A row as words, where the table has no room.
pub fn row_words(model: &Model, results: &Results, row: &DimensionRow, width: u16) -> Vec<String> {
    let levels = Level::ALL.into_iter().zip(row.counts);
    let stood = levels.filter(|(_, count)| *count > 0);
    let mut parts: Vec<String> = stood.map(|(l, n)| format!("{} {n}", l.word())).collect();
    if is_lowest(results, row) {
        parts.push(LOWEST.to_owned());
    }
    let words = format!("{}: {}", row.title(&model.library), parts.join(", "));
    prose::hang(&words, width, 2)
}

/// How often the time was kept; `None` where nothing had a target time.
pub fn time_words(results: &Results) -> Option<String> {
    match results.inside() {
        (_, 0) => None,
        (inside, with) => Some(format!("{inside} of {with} within the target time")),
    }
}

/// Draws that as the last row of the table.
pub fn draw_time(words: &str, area: Rect, out: &mut Canvas<'_>) {
    out.put(area.x, area.y, "Time", NAME, Role::Ink);
    let room = area.width.saturating_sub(NAME);
    out.put(area.x + NAME, area.y, words, room, Role::Ink);
}
