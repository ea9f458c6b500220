//! Lines that are more than their place holds: which of them are seen, and a quiet sign in the margin where there are
//! more.

use std::ops::Range;

use ratatui::layout::Rect;

use super::canvas::Canvas;
use crate::look::Role;

/// The first line shown of `total`, so that the marked ones are whole wherever they fit, in the middle where there are
/// lines around them.
pub fn first(marked: &Range<usize>, total: usize, height: u16) -> usize {
    let height = usize::from(height);
    let around = height.saturating_sub(marked.len()) / 2;
    let start = marked.start.saturating_sub(around);
    start.min(total.saturating_sub(height))
}

/// Draws the signs beside an area whose lines begin with the line `from`: one where there are lines above, one where
/// there are lines below.
pub fn draw_signs(out: &mut Canvas<'_>, area: Rect, from: usize, total: usize) {
    let [above, below] = out.look().glyphs.more;
    let x = area.right().saturating_add(1);
    if from > 0 {
        out.put(x, area.y, above, 1, Role::Dim);
    }
    if area.height > 0 && from + usize::from(area.height) < total {
        out.put(x, area.bottom() - 1, below, 1, Role::Dim);
    }
}

/// Takes the signs beside an area away: what lies over it has its own.
pub fn clear_signs(out: &mut Canvas<'_>, area: Rect) {
    out.clear(Rect {
        x: area.right().saturating_add(1),
        width: 1,
        ..area
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_marked_lines_are_whole_wherever_they_fit() {
        for total in 1..20 {
            for height in 1..8u16 {
                for start in 0..total {
                    for end in start + 1..=total.min(start + usize::from(height)) {
                        let from = first(&(start..end), total, height);
                        let to = from + usize::from(height);
                        assert!(from <= start && end <= to, "{start}..{end} of {total}");
                        assert!(from == 0 || to <= total, "no empty line at the end");
                    }
                }
            }
        }
    }

    #[test]
    fn marked_lines_that_do_not_fit_are_shown_from_their_first() {
        assert_eq!(first(&(3..9), 12, 4), 3);
    }
}
