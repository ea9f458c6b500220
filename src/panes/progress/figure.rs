//! A count: as dots, or as a figure where a table is wanted.

use crate::look::Role;
use crate::widgets::{Canvas, chart};

/// Draws a count into `width` cells, the last of which stays free.
pub fn draw(count: usize, table: bool, (x, y): (u16, u16), width: u16, out: &mut Canvas<'_>) {
    let (text, role) = if table {
        (count.to_string(), Role::Ink)
    } else {
        (chart::dots(count, out.look().glyphs), Role::Accent)
    };
    out.put(x, y, &text, width.saturating_sub(1), role);
}
