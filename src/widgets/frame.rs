//! What floats: a frame around an emptied piece of the page.

use ratatui::layout::Rect;

use super::canvas::Canvas;
use super::roll;
use crate::look::Role;

/// Cells of a frame and of the room beside what is inside.
const AROUND: u16 = 7;

/// Empties an area in the middle of `page`, at most `width` by `height`, frames it and returns the inside.
///
/// The page below loses its focus mark, its signs of more and the cursor, since only one thing has the focus.
pub fn float(out: &mut Canvas<'_>, page: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(page.width), height.min(page.height));
    let area = Rect::new(
        page.x + (page.width - width) / 2,
        page.y + (page.height - height) / 2,
        width,
        height,
    );
    out.unmark();
    roll::clear_signs(out, page);
    out.lift();
    out.clear(area);
    border(out, area);
    Rect::new(
        area.x + 4.min(width),
        area.y + 1.min(height),
        inside(width, page),
        height.saturating_sub(2),
    )
}

/// Cells inside of a frame of this width over a page.
pub const fn inside(width: u16, page: Rect) -> u16 {
    let width = if width < page.width {
        width
    } else {
        page.width
    };
    width.saturating_sub(AROUND)
}

fn border(out: &mut Canvas<'_>, area: Rect) {
    if area.width < 2 || area.height < 2 {
        return;
    }
    let glyphs = out.look().glyphs;
    let (right, bottom) = (area.right() - 1, area.bottom() - 1);
    for y in [area.y, bottom] {
        out.line(area.x + 1, y, area.width - 2, glyphs.sides[0], Role::Ink);
    }
    for y in area.y + 1..bottom {
        out.put(area.x, y, glyphs.sides[1], 1, Role::Ink);
        out.put(right, y, glyphs.sides[1], 1, Role::Ink);
    }
    let places = [
        (area.x, area.y),
        (right, area.y),
        (area.x, bottom),
        (right, bottom),
    ];
    for ((x, y), corner) in places.into_iter().zip(glyphs.corners) {
        out.put(x, y, corner, 1, Role::Ink);
    }
}
