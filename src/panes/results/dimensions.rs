//! The dimensions of a sitting: how often each stood at each level, and how often the time was kept.

use ratatui::layout::Rect;

use crate::desk::View;
use crate::domain::level::Level;
use crate::domain::practice::results::{DimensionRow, Results};
use crate::look::Role;
use crate::widgets::{Canvas, chart};

/// Draws them with a heading; returns the rows used.
pub fn draw(
    view: &View<'_>,
    results: &Results,
    table: bool,
    area: Rect,
    out: &mut Canvas<'_>,
) -> u16 {
    let name = if area.width >= 60 { 22 } else { 14 };
    let cell = (area.width.saturating_sub(name + 14) / 4).clamp(7, 11);
    for (i, level) in (0..).zip(Level::ALL) {
        out.put(
            area.x + name + i * cell,
            area.y,
            level.word(),
            cell,
            Role::Dim,
        );
    }
    let gain = results.most_to_gain().map(|d| d.dimension.clone());
    for (y, row) in (area.y + 1..).zip(&results.dimensions) {
        let title = view
            .model
            .library
            .dimensions
            .get(row.dimension.as_str())
            .map_or_else(|| row.dimension.to_string(), |d| d.reading.title.clone());
        out.put(area.x, y, &title, name - 1, Role::Ink);
        draw_counts(
            row,
            table,
            Rect {
                x: area.x + name,
                y,
                width: cell,
                height: 1,
            },
            out,
        );
        if gain.as_ref() == Some(&row.dimension) {
            out.put_right(area.right(), y, "lowest this time", 16, Role::Ink);
        }
    }
    let mut used = 1 + u16::try_from(results.dimensions.len()).unwrap_or(0);
    if let (inside, with @ 1..) = results.inside() {
        out.put(area.x, area.y + used, "Time", name, Role::Ink);
        let words = format!("{inside} of {with} within the target time");
        out.put(
            area.x + name,
            area.y + used,
            &words,
            area.width.saturating_sub(name),
            Role::Ink,
        );
        used += 1;
    }
    used
}

fn draw_counts(row: &DimensionRow, table: bool, cell: Rect, out: &mut Canvas<'_>) {
    for (i, count) in (0..).zip(row.counts) {
        let text = if table {
            count.to_string()
        } else {
            chart::dots(usize::from(count), out.look().glyphs)
        };
        out.put(
            cell.x + i * cell.width,
            cell.y,
            &text,
            cell.width,
            if table { Role::Ink } else { Role::Accent },
        );
    }
}
