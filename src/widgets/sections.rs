//! The first two rows of a section: all section names, the active one underlined, a name and a fact at the right.

use ratatui::layout::Rect;

use super::canvas::{Canvas, cells};
use crate::look::Role;

/// Below this width the names fold into one title.
const FOLD: u16 = 72;

/// Draws the names in the row of `area`, a heavy line under the active one, and at the right whose all this is (may be
/// empty) and a fact: both, or the name, since nothing must be written into the wrong folder, or the fact, as there is
/// room.
pub fn draw(
    out: &mut Canvas<'_>,
    area: Rect,
    names: &[(char, &str)],
    active: usize,
    [whose, fact]: [&str; 2],
) {
    let folded = area.width < FOLD;
    let gap = if area.width >= 92 { 5 } else { 2 };
    let mut x = area.x;
    for (i, (key, name)) in names.iter().enumerate() {
        if folded && i != active {
            continue;
        }
        let text = if folded {
            (*name).to_owned()
        } else {
            format!("{key} {name}")
        };
        let used = out.put(x, area.y, &text, area.right().saturating_sub(x), Role::Ink);
        if i == active {
            out.line(x, area.y + 1, used, out.look().glyphs.heavy, Role::Accent);
        }
        x += used + gap;
    }
    let free = area.right().saturating_sub(x);
    let both = format!("{whose}   {fact}");
    let fits = |words: &&str| !words.is_empty() && cells(words) <= free;
    if let Some(words) = [both.trim(), whose, fact].into_iter().find(fits) {
        out.put_right(area.right(), area.y, words, free, Role::Dim);
    }
}
