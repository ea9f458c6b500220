//! An editor for running text: soft wrap at words, whole characters as a reader sees them, undo by words.
//!
//! It is its own widget because drawing must not remember anything here: the width it wraps to is given each
//! time, so that a frame can be drawn at any size without touching the text.

mod edit;
mod rows;

use ratatui::layout::Rect;

pub use rows::{Row, rows};

use super::canvas::Canvas;
use super::roll;
use crate::domain::text::word_count;
use crate::keys::Command;
use crate::look::Role;

/// Rows that a text being written grows to; then it scrolls.
const MOST: u16 = 16;

/// A text being written.
#[derive(Debug, Clone, Default)]
pub struct Editor {
    text: String,
    caret: usize,
    goal: Option<usize>,
    single: bool,
    undo: edit::Log,
}

impl Editor {
    /// An editor for many lines, with the caret at the end.
    pub fn new(text: &str) -> Self {
        let text = edit::tidy(text, false);
        Self {
            caret: text.len(),
            text,
            ..Self::default()
        }
    }

    /// An editor for one line: line breaks become spaces.
    pub fn single(text: &str) -> Self {
        let text = edit::tidy(text, true);
        Self {
            caret: text.len(),
            text,
            single: true,
            ..Self::default()
        }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing but white space is in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Words in it.
    pub fn words(&self) -> usize {
        word_count(&self.text)
    }

    /// Place of the caret in bytes; always at the start of a character.
    pub fn caret(&self) -> usize {
        self.caret
    }

    /// Place of the caret in characters, as drafts keep it.
    pub fn caret_chars(&self) -> u32 {
        let before = self.text.get(..self.caret).unwrap_or_default();
        u32::try_from(before.chars().count()).unwrap_or(u32::MAX)
    }

    /// Puts the caret before the `n`-th character.
    pub fn place_caret(&mut self, n: u32) {
        let n = usize::try_from(n).unwrap_or(usize::MAX);
        self.caret = self
            .text
            .char_indices()
            .nth(n)
            .map_or(self.text.len(), |(at, _)| at);
    }

    /// Types one character.
    pub fn type_char(&mut self, c: char) {
        let mut bytes = [0; 4];
        let piece = edit::tidy(c.encode_utf8(&mut bytes), self.single);
        let caret = self.caret;
        self.replace(caret, caret, &piece, true);
    }

    /// Puts a block of text in at the caret, as one step of undo.
    pub fn paste(&mut self, block: &str) {
        let piece = edit::tidy(block, self.single);
        let caret = self.caret;
        self.replace(caret, caret, &piece, false);
    }

    /// Puts another text in the place of all of it, as one step of undo.
    pub fn set(&mut self, text: &str) {
        let piece = edit::tidy(text, self.single);
        let end = self.text.len();
        self.replace(0, end, &piece, false);
    }

    /// Begins with another text, as if it had always been there: no step of undo leads behind it.
    pub fn start_with(&mut self, text: &str) {
        *self = if self.single {
            Self::single(text)
        } else {
            Self::new(text)
        };
    }

    /// Runs a text command; `true` when it was one. `width` is the width the text is wrapped to.
    pub fn command(&mut self, command: Command, width: u16) -> bool {
        if self.edit_command(command) {
            self.goal = None;
            return true;
        }
        self.move_command(command, width)
    }

    fn edit_command(&mut self, command: Command) -> bool {
        let caret = self.caret;
        match command {
            Command::NewLine if !self.single => self.type_char('\n'),
            Command::DeleteLeft => self.replace(edit::left(&self.text, caret), caret, "", true),
            Command::DeleteRight => self.replace(caret, edit::right(&self.text, caret), "", true),
            Command::DeleteWordLeft => {
                self.replace(edit::word_left(&self.text, caret), caret, "", false);
            }
            Command::DeleteLineStart => {
                self.replace(edit::line_start(&self.text, caret), caret, "", false);
            }
            Command::DeleteLineEnd => {
                self.replace(caret, edit::line_end(&self.text, caret), "", false);
            }
            Command::Undo => {
                if let Some(at) = self.undo.undo(&mut self.text) {
                    self.caret = at;
                }
            }
            Command::Redo => {
                if let Some(at) = self.undo.redo(&mut self.text) {
                    self.caret = at;
                }
            }
            _ => return false,
        }
        true
    }

    fn move_command(&mut self, command: Command, width: u16) -> bool {
        let (text, caret) = (&self.text, self.caret);
        let to = match command {
            Command::CaretLeft => edit::left(text, caret),
            Command::CaretRight => edit::right(text, caret),
            Command::WordLeft => edit::word_left(text, caret),
            Command::WordRight => edit::word_right(text, caret),
            Command::LineStart => self.row(width).start,
            Command::LineEnd => self.row(width).last_place(text),
            Command::TextStart => 0,
            Command::TextEnd => text.len(),
            Command::CaretUp => return self.move_rows(-1, width),
            Command::CaretDown => return self.move_rows(1, width),
            Command::PageUp => return self.move_rows(-10, width),
            Command::PageDown => return self.move_rows(10, width),
            _ => return false,
        };
        self.caret = to;
        self.goal = None;
        self.undo.close();
        true
    }

    /// The screen row of the caret.
    fn row(&self, width: u16) -> Row {
        let all = self.rows(width);
        all[rows::row_of(&all, self.caret)]
    }

    /// Rows of the whole text at a width.
    pub fn height(&self, width: u16) -> usize {
        self.rows(width).len()
    }

    fn rows(&self, width: u16) -> Vec<Row> {
        if self.single {
            vec![Row {
                start: 0,
                end: self.text.len(),
                wrapped: false,
            }]
        } else {
            rows(&self.text, width)
        }
    }

    fn move_rows(&mut self, by: isize, width: u16) -> bool {
        let all = self.rows(width);
        let at = rows::row_of(&all, self.caret);
        let to = at.saturating_add_signed(by).min(all.len() - 1);
        let goal = self
            .goal
            .unwrap_or_else(|| rows::column(&self.text, all[at], self.caret));
        self.caret = if to == at {
            if by < 0 {
                all[at].start
            } else {
                all[at].last_place(&self.text)
            }
        } else {
            rows::place(&self.text, all[to], goal)
        };
        self.goal = Some(goal);
        self.undo.close();
        true
    }

    fn replace(&mut self, from: usize, to: usize, with: &str, may_join: bool) {
        if from == to && with.is_empty() {
            return;
        }
        self.undo.replace(&mut self.text, from, to, with, may_join);
        self.caret = from + with.len();
        self.goal = None;
    }

    /// The rows that it takes of an area: so many to begin with, more as it grows, with a free one for what comes next.
    pub fn sized(&self, area: Rect, least: u16) -> Rect {
        let rows = u16::try_from(self.height(area.width)).unwrap_or(u16::MAX);
        let rows = rows.saturating_add(1).clamp(least, MOST.max(least));
        Rect {
            height: rows.min(area.height),
            ..area
        }
    }

    /// Draws the text; with `focus` the caret is placed and the focus mark stands at the left.
    pub fn draw(&self, out: &mut Canvas<'_>, area: Rect, focus: bool) {
        if area.width == 0 || area.height == 0 {
            return;
        }
        // With some rows one line of it is wrapped as any text is.
        if self.single && area.height < 2 {
            if focus {
                out.focus(area.x, area.y, 1);
            }
            self.draw_single(out, area, focus);
            return;
        }
        let all = self.rows(area.width);
        let at = rows::row_of(&all, self.caret);
        let height = usize::from(area.height);
        let top = if all.len() <= height {
            0
        } else {
            at.saturating_sub(height / 2).min(all.len() - height)
        };
        if focus {
            out.focus(area.x, area.y, area.height);
        }
        roll::draw_signs(out, area, top, all.len());
        for (y, row) in (area.y..area.bottom()).zip(&all[top..]) {
            out.put(
                area.x,
                y,
                self.text
                    .get(row.start..row.end)
                    .unwrap_or_default()
                    .trim_end(),
                area.width,
                Role::Ink,
            );
        }
        if focus {
            let column = rows::column(&self.text, all[at], self.caret).min(usize::from(area.width));
            let x = area
                .x
                .saturating_add(u16::try_from(column).unwrap_or(area.width));
            let y = area.y.saturating_add(u16::try_from(at - top).unwrap_or(0));
            out.place_caret(x, y);
        }
    }

    /// Draws one line with its caret and no focus mark, for fields whose label bears the mark.
    pub fn draw_caret(&self, out: &mut Canvas<'_>, area: Rect) {
        self.draw_single(out, area, true);
    }

    fn draw_single(&self, out: &mut Canvas<'_>, area: Rect, focus: bool) {
        let row = Row {
            start: 0,
            end: self.text.len(),
            wrapped: false,
        };
        let column = rows::column(&self.text, row, self.caret);
        let width = usize::from(area.width);
        let skip = if focus {
            (column + 1).saturating_sub(width)
        } else {
            0
        };
        let from = rows::place(&self.text, row, skip);
        out.put(
            area.x,
            area.y,
            self.text.get(from..).unwrap_or_default(),
            area.width,
            Role::Ink,
        );
        if focus {
            let x = area
                .x
                .saturating_add(u16::try_from(column - skip.min(column)).unwrap_or(area.width));
            out.place_caret(x, area.y);
        }
    }
}

#[cfg(test)]
mod tests;
