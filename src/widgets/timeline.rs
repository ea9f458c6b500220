//! The time line of an answer: how far, and where the window begins and ends.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::look::Role;

/// Draws `elapsed` seconds on a line that runs a little beyond `window` (lower and upper edge in seconds).
pub fn draw(out: &mut Canvas<'_>, row: Rect, elapsed: u32, window: (u32, u32)) {
    let (min, max) = window;
    let full = u64::from(max.max(1)) * 6 / 5;
    let place = |s: u32| {
        u16::try_from(u64::from(s) * u64::from(row.width) / full.max(1))
            .unwrap_or(u16::MAX)
            .min(row.width)
    };
    let glyphs = out.look().glyphs;
    let gone = place(elapsed);
    out.line(row.x, row.y, gone, glyphs.heavy, Role::Accent);
    out.line(
        row.x + gone,
        row.y,
        row.width - gone,
        glyphs.light,
        Role::Dim,
    );
    for edge in [min, max].into_iter().filter(|e| *e > 0) {
        let at = place(edge).min(row.width.saturating_sub(1));
        out.put(row.x + at, row.y, glyphs.edge, 1, Role::Ink);
    }
}

/// Draws a line that really ends at `limit` seconds.
pub fn draw_limit(out: &mut Canvas<'_>, row: Rect, elapsed: u32, limit: u32) {
    let glyphs = out.look().glyphs;
    let gone = u64::from(elapsed.min(limit)) * u64::from(row.width) / u64::from(limit.max(1));
    let gone = u16::try_from(gone).unwrap_or(row.width);
    out.line(row.x, row.y, gone, glyphs.heavy, Role::Accent);
    out.line(
        row.x + gone,
        row.y,
        row.width - gone,
        glyphs.light,
        Role::Dim,
    );
}
