//! Running text: wrapped softly at words, never changed.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use super::roll;
use crate::look::Role;

/// Widest line of running text in cells; wider ones tire the eye.
pub const MEASURE: u16 = 80;

/// The lines of a text at a width; line breaks of the text are kept, empty lines stay.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let width = usize::from(width.clamp(1, MEASURE));
    let options = textwrap::Options::new(width)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    text.lines()
        .flat_map(|line| {
            if line.width() <= width {
                vec![line.trim_end().to_owned()]
            } else {
                textwrap::wrap(line, &options)
                    .into_iter()
                    .map(std::borrow::Cow::into_owned)
                    .collect()
            }
        })
        .collect()
}

/// Draws a text from the top of an area; returns the rows used. What does not fit ends in the cut sign.
pub fn draw(out: &mut Canvas<'_>, area: Rect, text: &str, role: Role) -> u16 {
    draw_lines(out, area, &wrap(text, area.width), role)
}

/// Draws lines that are already wrapped; returns the rows used.
pub fn draw_lines(out: &mut Canvas<'_>, area: Rect, lines: &[String], role: Role) -> u16 {
    let room = usize::from(area.height);
    let mut y = area.y;
    for (i, line) in lines.iter().take(room).enumerate() {
        if i + 1 == room && lines.len() > room {
            let cut = out.look().glyphs.cut;
            let last = super::canvas::fit(line, area.width.min(MEASURE).saturating_sub(2), cut);
            let last = if last.ends_with(cut) {
                last
            } else {
                format!("{last} {cut}")
            };
            out.put(area.x, y, &last, area.width, role);
        } else {
            out.put(area.x, y, line, area.width, role);
        }
        y += 1;
    }
    y - area.y
}

/// Draws a page of lines from one of them on, no further than its last screen; the page has the focus, and a sign in
/// the margin where it goes on.
pub fn draw_page(out: &mut Canvas<'_>, area: Rect, lines: &[(String, Role)], from: usize) {
    let last = lines.len().saturating_sub(usize::from(area.height));
    let from = from.min(last);
    let shown = lines.iter().skip(from);
    out.focus(area.x, area.y, 1);
    for (y, (line, role)) in (area.y..area.bottom()).zip(shown) {
        out.put(area.x, y, line, area.width, *role);
    }
    roll::draw_signs(out, area, from, lines.len());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wraps_at_words_and_keeps_paragraphs() {
        assert_eq!(
            wrap("one two three\n\nfour", 8),
            ["one two", "three", "", "four"]
        );
    }

    #[test]
    fn never_wider_than_the_measure() {
        let text = "word ".repeat(100);
        assert!(
            wrap(&text, 300)
                .iter()
                .all(|l| l.width() <= usize::from(MEASURE))
        );
    }
}
