//! Running text: wrapped softly at words, never changed.

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use super::roll;
use crate::look::Role;

/// Widest line of running text in cells; wider ones tire the eye.
pub const MEASURE: u16 = 80;

/// The lines of a text at a width; line breaks of the text are kept, empty lines stay. What is set in, or begins with
/// a dash, hangs below its own first word, so that no line of it reads as a new one.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let indent = |line: &str| {
        let set_in = line.len() - line.trim_start_matches(' ').len();
        let dash = line.trim_start_matches(' ').starts_with("- ");
        if set_in > 0 || dash { set_in + 2 } else { 0 }
    };
    wrap_at(text, width, indent)
}

/// The same with the rows after the first set in by so many cells, for a text behind a label.
pub fn hang(text: &str, width: u16, indent: usize) -> Vec<String> {
    wrap_at(text, width, |_| indent)
}

fn wrap_at(text: &str, width: u16, indent: impl Fn(&str) -> usize) -> Vec<String> {
    let width = usize::from(width.clamp(1, MEASURE));
    let options = textwrap::Options::new(width)
        .word_splitter(textwrap::WordSplitter::NoHyphenation)
        .wrap_algorithm(textwrap::WrapAlgorithm::FirstFit);
    text.lines()
        .flat_map(|line| {
            if line.width() <= width {
                vec![line.trim_end().to_owned()]
            } else {
                // In a very narrow place there is no room to set anything in.
                let spaces = " ".repeat(indent(line).min(width / 3));
                textwrap::wrap(line, options.clone().subsequent_indent(&spaces))
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
    fn what_is_set_in_or_behind_a_label_hangs() {
        assert_eq!(wrap("  one two three", 11), ["  one two", "   three"]);
        assert_eq!(wrap("- one two three", 12), ["- one two", "  three"]);
        assert_eq!(hang("Hires  one two", 12, 4), ["Hires  one", "    two"]);
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
