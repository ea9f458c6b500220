//! The first row of a part of a page.

use ratatui::layout::Rect;

use crate::look::Role;
use crate::widgets::Canvas;

/// The first row of a part: its name, and a fact at the right as far as there is room.
pub fn heading(area: Rect, name: &str, fact: &str, out: &mut Canvas<'_>) {
    let used = out.put(area.x, area.y, name, area.width, Role::Strong);
    let room = area.width.saturating_sub(used + 2);
    out.put_right(area.right(), area.y, fact, room, Role::Dim);
}
