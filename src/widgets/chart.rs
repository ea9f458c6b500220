//! Small pictures of counts: dots, bars, levels over time. Each always has its figure in words beside it.

use super::canvas::Canvas;
use crate::look::{Glyphs, Role};

/// Most dots in a cell; more become the figure and one dot.
const DOTS: usize = 6;

/// One dot is one answer; `·` for none, `12 ●` for many.
pub fn dots(count: usize, glyphs: &Glyphs) -> String {
    match count {
        0 => glyphs.none.to_owned(),
        n if n <= DOTS => glyphs.dot.repeat(n),
        n => format!("{n} {}", glyphs.dot),
    }
}

/// A bar of `width` cells, `part` of `whole` filled.
pub fn bar(out: &mut Canvas<'_>, x: u16, y: u16, width: u16, part: usize, whole: usize) {
    let filled = (part.min(whole) * usize::from(width))
        .checked_div(whole)
        .unwrap_or(0);
    let filled = u16::try_from(filled).unwrap_or(width);
    out.line(x, y, filled, out.look().glyphs.bar, Role::Accent);
    out.line(
        x + filled,
        y,
        width - filled,
        out.look().glyphs.rest,
        Role::Dim,
    );
}

/// Four heights, one for each value 0 to 3, with a space between.
pub fn heights(values: &[usize], glyphs: &Glyphs) -> String {
    values
        .iter()
        .map(|v| glyphs.heights[(*v).min(3)])
        .collect::<Vec<_>>()
        .join(" ")
}
