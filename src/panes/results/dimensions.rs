//! The dimensions of a sitting: how often each stood at each level, and how often the time was kept.

use ratatui::layout::Rect;

use crate::desk::Model;
use crate::domain::level::Level;
use crate::domain::practice::results::{DimensionRow, Results};
use crate::look::Role;
use crate::widgets::canvas::cells;
use crate::widgets::{Canvas, chart, prose};

/// From this width on they are a table; below it they are words.
pub const TABLE: u16 = 70;

/// Cells of a name in the table where there is little room.
const NAME: u16 = 22;

/// Cells of a level in the table, at least and at most.
const LEAST: u16 = 8;
const MOST: u16 = 11;

/// What is said of the dimension with most to gain.
const LOWEST: &str = "lowest this time";

fn is_lowest(results: &Results, row: &DimensionRow) -> bool {
    let gain = results.most_to_gain();
    gain.is_some_and(|d| d.dimension == row.dimension)
}

/// Where the columns of the table stand.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    name: u16,
    level: u16,
}

impl Columns {
    /// The longest name has its room, as far as the levels and the words behind them leave it.
    pub fn of(model: &Model, results: &Results, width: u16) -> Self {
        let names = results.dimensions.iter();
        let longest = names.map(|row| cells(&row.title(&model.library))).max();
        let free = width.saturating_sub(4 * LEAST + cells(LOWEST));
        let name = (longest.unwrap_or(0) + 2).clamp(NAME, free.max(NAME));
        let level = width.saturating_sub(name + cells(LOWEST)) / 4;
        Self {
            name,
            level: level.clamp(LEAST, MOST),
        }
    }

    const fn level(self, at: u16) -> u16 {
        self.name + at * self.level
    }
}

/// Draws the names of the levels above the table.
pub fn draw_levels(columns: Columns, area: Rect, out: &mut Canvas<'_>) {
    for (i, level) in (0..).zip(Level::ALL) {
        let x = area.x + columns.level(i);
        out.put(x, area.y, level.word(), columns.level, Role::Dim);
    }
}

/// Draws a row of the table: dots, or figures.
pub fn draw_row(
    model: &Model,
    results: &Results,
    row: &DimensionRow,
    (columns, figures): (Columns, bool),
    area: Rect,
    out: &mut Canvas<'_>,
) {
    let title = row.title(&model.library);
    out.put(area.x, area.y, &title, columns.name - 1, Role::Ink);
    for (i, count) in (0..).zip(row.counts) {
        let (text, role) = if figures {
            (count.to_string(), Role::Ink)
        } else {
            let dots = chart::dots(usize::from(count), out.look().glyphs);
            (dots, Role::Accent)
        };
        let x = area.x + columns.level(i);
        out.put(x, area.y, &text, columns.level, role);
    }
    if is_lowest(results, row) {
        let x = area.x + columns.level(4);
        out.put(x, area.y, LOWEST, cells(LOWEST), Role::Ink);
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
pub fn draw_time(words: &str, columns: Columns, area: Rect, out: &mut Canvas<'_>) {
    out.put(area.x, area.y, "Time", columns.name, Role::Ink);
    let room = area.width.saturating_sub(columns.name);
    out.put(area.x + columns.name, area.y, words, room, Role::Ink);
}
