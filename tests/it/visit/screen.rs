//! The screen as a person sees it: letters, the cursor, and what every frame must keep.

use std::fmt;

use greenroom::app::{App, SMALLEST};
use greenroom::domain::time::Now;
use greenroom::keys::Context;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

/// One frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Screen {
    /// Cells, with their styles.
    pub cells: Buffer,
    /// Where the real cursor stands.
    pub cursor: Position,
    /// Whether it is shown.
    pub shown: bool,
}

impl Screen {
    /// Draws a frame.
    pub fn of(app: &App, now: Now, (width, height): (u16, u16)) -> Self {
        let mut cells = Buffer::empty(Rect::new(0, 0, width, height));
        let (cursor, shown) = app.draw(now, &mut cells);
        let screen = Self {
            cells,
            cursor,
            shown,
        };
        screen.check(app.context());
        screen
    }

    /// What holds for every frame of every test: the cursor stands on the screen, and is shown where text is.
    fn check(&self, context: Context) {
        let area = self.cells.area;
        if area.is_empty() {
            return;
        }
        assert!(
            area.contains(self.cursor),
            "the cursor is off the screen at {}\n{self}",
            self.cursor
        );
        let room = area.width >= SMALLEST.0 && area.height >= SMALLEST.1;
        let text = matches!(
            context,
            Context::Answer
                | Context::Code
                | Context::Posts
                | Context::Ask
                | Context::Ownwords
                | Context::Debrief
                | Context::Area
                | Context::Line
                | Context::Jot
                | Context::Find
                | Context::Palette
                | Context::Pick
        );
        assert!(
            !room || self.shown == text,
            "the cursor is {} in {}\n{self}",
            if self.shown { "shown" } else { "hidden" },
            context.name()
        );
    }

    /// The rows, without the blanks at their ends.
    pub fn rows(&self) -> Vec<String> {
        (self.cells.area.top()..self.cells.area.bottom())
            .map(|y| self.row(y))
            .collect()
    }

    fn row(&self, y: u16) -> String {
        let mut out = String::new();
        let mut x = self.cells.area.left();
        while x < self.cells.area.right() {
            let symbol = self.cells.cell((x, y)).map_or(" ", |c| c.symbol());
            out.push_str(symbol);
            // A wide letter has its second half in the next cell.
            x += u16::try_from(symbol.width().max(1)).unwrap_or(1);
        }
        out.truncate(out.trim_end().len());
        out
    }

    /// Whether words are on the screen, wherever lines break.
    pub fn has(&self, words: &str) -> bool {
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let rows = self.rows();
        rows.iter().any(|r| r.contains(words)) || flat(&rows.join(" ")).contains(&flat(words))
    }

    /// The row that has these words.
    pub fn row_with(&self, words: &str) -> Option<u16> {
        let rows = self.rows();
        let at = rows.iter().position(|r| r.contains(words))?;
        u16::try_from(at).ok()
    }

    /// The last row: the hints.
    pub fn hints(&self) -> String {
        self.rows().pop().unwrap_or_default()
    }

    /// The words of the frame, for a golden picture.
    pub fn text(&self) -> String {
        self.rows().join("\n")
    }
}

impl fmt::Display for Screen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let edge = "-".repeat(usize::from(self.cells.area.width));
        writeln!(f, "+{edge}+")?;
        for row in self.rows() {
            writeln!(f, "|{row}")?;
        }
        write!(f, "+{edge}+ cursor {}", self.cursor)
    }
}
