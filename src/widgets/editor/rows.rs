//! From a text to screen rows and back: soft wrap at words, measured in cells.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::is_plain;

/// One screen row: bytes `start..end` of the text. White space at the end may hang over the edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// First byte.
    pub start: usize,
    /// One behind the last byte; the line break is not in it.
    pub end: usize,
    /// Whether the line goes on in the next row.
    pub wrapped: bool,
}

impl Row {
    /// The last place of the caret in this row: the end of a line, else before the last character.
    pub fn last_place(self, text: &str) -> usize {
        if self.wrapped {
            super::edit::left(text, self.end).max(self.start)
        } else {
            self.end
        }
    }
}

/// The rows of a text at a width in cells; never empty.
pub fn rows(text: &str, width: u16) -> Vec<Row> {
    let width = usize::from(width.max(1));
    let mut out = Vec::new();
    let mut base = 0;
    for line in text.split('\n') {
        wrap_line(line, base, width, &mut out);
        base += line.len() + 1;
    }
    out
}

fn wrap_line(line: &str, base: usize, width: usize, out: &mut Vec<Row>) {
    if is_plain(line) {
        wrap_plain(line.as_bytes(), base, width, out);
    } else {
        let letters = line.grapheme_indices(true);
        let letters = letters.map(|(at, g)| (at, g.len(), g.width(), g.trim().is_empty()));
        wrap(line, letters, base, width, out);
    }
}

/// Wraps a line of one cell a byte, looking only at the ends of its rows: this runs for every letter typed.
fn wrap_plain(line: &[u8], base: usize, width: usize, out: &mut Vec<Row>) {
    let blank = |b: &u8| *b == b' ';
    let mut start = 0;
    loop {
        let edge = start + width;
        let beyond = line.get(edge..).unwrap_or_default();
        let Some(over) = beyond.iter().position(|b| !blank(b)) else {
            out.push(Row {
                start: base + start,
                end: base + line.len(),
                wrapped: false,
            });
            return;
        };
        let row = line.get(start..edge + over).unwrap_or_default();
        let end = start + row.iter().rposition(blank).map_or(row.len(), |at| at + 1);
        out.push(Row {
            start: base + start,
            end: base + end,
            wrapped: true,
        });
        start = end;
    }
}

/// Wraps a line of letters: where each begins, its bytes, its cells, and whether it is blank.
fn wrap(
    line: &str,
    letters: impl Iterator<Item = (usize, usize, usize, bool)>,
    base: usize,
    width: usize,
    out: &mut Vec<Row>,
) {
    let (mut start, mut column, mut last_break) = (0, 0, None);
    for (at, bytes, cells, blank) in letters {
        if !blank && column + cells > width && at > start {
            let end = last_break.filter(|b| *b > start).unwrap_or(at);
            out.push(Row {
                start: base + start,
                end: base + end,
                wrapped: true,
            });
            start = end;
            column = line.get(start..at).map_or(0, UnicodeWidthStr::width);
            last_break = None;
        }
        column += cells;
        if blank {
            last_break = Some(at + bytes);
        }
    }
    out.push(Row {
        start: base + start,
        end: base + line.len(),
        wrapped: false,
    });
}

/// The row that a place belongs to.
pub fn row_of(rows: &[Row], place: usize) -> usize {
    rows.partition_point(|r| r.start <= place).saturating_sub(1)
}

/// The column of a place, in cells.
pub fn column(text: &str, row: Row, place: usize) -> usize {
    text.get(row.start..place.clamp(row.start, row.end))
        .map_or(0, UnicodeWidthStr::width)
}

/// The place in a row that is nearest to a column.
pub fn place(text: &str, row: Row, column: usize) -> usize {
    let Some(piece) = text.get(row.start..row.end) else {
        return row.start;
    };
    let mut used = 0;
    for (at, g) in piece.grapheme_indices(true) {
        let cells = g.width();
        if used + cells > column {
            return row.start + at;
        }
        used += cells;
    }
    row.last_place(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::seeded::cases;

    /// The rows of one line, letter by letter as a reader sees them.
    fn by_letters(line: &str, width: usize) -> Vec<Row> {
        let letters = line.grapheme_indices(true);
        let letters = letters.map(|(at, g)| (at, g.len(), g.width(), g.trim().is_empty()));
        let mut out = Vec::new();
        wrap(line, letters, 0, width, &mut out);
        out
    }

    proptest! {
        #![proptest_config(cases(256))]

        #[test]
        fn plain_lines_wrap_like_all_others(line in "[a-z ,]{0,60}", width in 1_u16..20) {
            prop_assert_eq!(rows(&line, width), by_letters(&line, usize::from(width)));
        }
    }
}
