//! Running text: wrapped softly at words, never changed.

use std::borrow::Cow;

use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::canvas::Canvas;
use super::roll;
use crate::look::Role;

/// Widest line of running text in cells; wider ones tire the eye.
pub const MEASURE: u16 = 80;

/// The lines of a text at a width; line breaks of the text are kept, empty lines stay. What is set in, begins with
/// a dash or is a row of a sheet hangs below its own first word, so that no line of it reads as a new one.
pub fn wrap(text: &str, width: u16) -> Vec<String> {
    let indent = |line: &str| {
        let set_in = line.len() - line.trim_start_matches(' ').len();
        let dash = line.trim_start_matches(' ').starts_with("- ");
        let hangs = set_in > 0 || dash || has_columns(line);
        if hangs { set_in + 2 } else { 0 }
    };
    let text = closer(text, width.min(MEASURE));
    wrap_at(&text, width, indent)
}

/// What stands between the columns of a row, at least; after a sentence some people type two blanks.
const COLUMN: &str = "   ";

/// Whether a line is a row of a sheet: blanks part its words into columns.
fn has_columns(line: &str) -> bool {
    line.trim().contains(COLUMN)
}

/// Moves the columns of a sheet closer together where one of its rows has no room: a row that breaks in the middle
/// of its blanks is not read as one.
fn closer(text: &str, width: u16) -> Cow<'_, str> {
    let wide = |line: &str| has_columns(line) && line.width() > usize::from(width);
    if !text.lines().any(wide) {
        return Cow::Borrowed(text);
    }
    let sheets: Vec<String> = text
        .split("\n\n")
        .map(|part| {
            if part.lines().any(wide) {
                part.lines().map(close).collect::<Vec<_>>().join("\n")
            } else {
                part.to_owned()
            }
        })
        .collect();
    Cow::Owned(sheets.join("\n\n"))
}

/// A row with the least between its columns.
fn close(row: &str) -> String {
    let start = row.len() - row.trim_start_matches(' ').len();
    let columns = row.split("  ").map(str::trim);
    let columns: Vec<&str> = columns.filter(|column| !column.is_empty()).collect();
    format!("{}{}", " ".repeat(start), columns.join(COLUMN))
}

/// Wraps with the rows after the first set in by so many cells, for a text behind a label.
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
                    .map(Cow::into_owned)
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
    fn the_columns_of_a_sheet_move_closer_before_its_rows_break() {
        let sheet = "Before you ring:\n\nVisit        Written   Note\nMon 07:30     08:10    Washed and dressed.";
        assert_eq!(
            wrap(sheet, 60).get(3).map(String::as_str),
            sheet.lines().nth(3)
        );
        assert_eq!(
            wrap(sheet, 30),
            [
                "Before you ring:",
                "",
                "Visit   Written   Note",
                "Mon 07:30   08:10   Washed and",
                "  dressed."
            ]
        );
        // Two blanks after a sentence are no columns.
        assert_eq!(
            wrap("I went.  She stayed.", 10),
            ["I went.", "She", "stayed."]
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
