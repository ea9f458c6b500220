//! What a pane draws on: a buffer, the place of the real cursor, and the few strokes that everything uses.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::is_plain;
use crate::look::{Look, Role};

/// A buffer to draw on, with the place of the cursor.
pub struct Canvas<'a> {
    buf: &'a mut Buffer,
    look: &'a Look,
    cursor: Option<Position>,
    caret: bool,
}

impl<'a> Canvas<'a> {
    /// Draws on `buf`.
    pub fn new(buf: &'a mut Buffer, look: &'a Look) -> Self {
        Self {
            buf,
            look,
            cursor: None,
            caret: false,
        }
    }

    /// Symbols and styles.
    pub fn look(&self) -> &'a Look {
        self.look
    }

    /// Where the cursor stands, and whether it is a caret in text (and so is shown).
    pub fn cursor(&self) -> Option<(Position, bool)> {
        self.cursor.map(|at| (at, self.caret))
    }

    /// Puts the cursor at the start of the focused row.
    pub fn rest_cursor(&mut self, x: u16, y: u16) {
        self.cursor = Some(Position::new(x, y));
        self.caret = false;
    }

    /// Puts the cursor at the caret of a text that is being edited.
    pub fn place_caret(&mut self, x: u16, y: u16) {
        self.cursor = Some(Position::new(x, y));
        self.caret = true;
    }

    /// Forgets the cursor: something floats above what was drawn so far.
    pub fn lift(&mut self) {
        self.cursor = None;
        self.caret = false;
    }

    /// Writes `text` at a place, cut to `width` cells with the cut sign; returns the cells used.
    ///
    /// What lies outside the buffer is left out, so no size can break a screen.
    pub fn put(&mut self, x: u16, y: u16, text: &str, width: u16, role: Role) -> u16 {
        let style = self.look.style(role);
        self.put_styled(x, y, text, width, style)
    }

    /// As [`Canvas::put`], with a style of its own.
    pub fn put_styled(&mut self, x: u16, y: u16, text: &str, width: u16, style: Style) -> u16 {
        let area = self.buf.area;
        if y < area.y || y >= area.bottom() || x < area.x || x >= area.right() || width == 0 {
            return 0;
        }
        let room = width.min(area.right() - x);
        if text.len() <= usize::from(room) && is_plain(text) {
            return self.put_plain(x, y, text, style);
        }
        let cut = fit(text, room, self.look.glyphs.cut);
        let (end, _) = self.buf.set_stringn(x, y, &cut, usize::from(room), style);
        end - x
    }

    /// Writes a text of one cell a byte for which there is room.
    fn put_plain(&mut self, x: u16, y: u16, text: &str, style: Style) -> u16 {
        let from = self.buf.index_of(x, y);
        let cells = self.buf.content.get_mut(from..).unwrap_or_default();
        let mut used = 0;
        for (cell, letter) in cells.iter_mut().zip(text.chars()) {
            cell.set_char(letter).set_style(style);
            used += 1;
        }
        used
    }

    /// Writes `text` so that it ends before `right`, at most `width` cells; returns the cells used.
    pub fn put_right(&mut self, right: u16, y: u16, text: &str, width: u16, role: Role) -> u16 {
        let used = cells(text).min(width);
        self.put(right.saturating_sub(used), y, text, used, role)
    }

    /// Fills a row with one symbol, which covers one cell.
    pub fn line(&mut self, x: u16, y: u16, width: u16, symbol: &str, role: Role) {
        let row = Rect::new(x, y, width, 1).intersection(self.buf.area);
        if row.is_empty() {
            return;
        }
        let style = self.look.style(role);
        let from = self.buf.index_of(row.x, row.y);
        let cells = self.buf.content.iter_mut().skip(from);
        for cell in cells.take(usize::from(row.width)) {
            cell.set_symbol(symbol).set_style(style);
        }
    }

    /// Draws the focus mark left of `x` over `height` rows and rests the cursor there.
    pub fn focus(&mut self, x: u16, y: u16, height: u16) {
        let at = x.saturating_sub(2);
        for row in 0..height.max(1) {
            self.put(
                at,
                y.saturating_add(row),
                self.look.glyphs.focus,
                1,
                Role::Accent,
            );
        }
        if !self.caret {
            self.rest_cursor(at, y);
        }
    }

    /// Gives `width` cells of a row the style of a role, on top of what they have.
    pub fn restyle(&mut self, x: u16, y: u16, width: u16, role: Role) {
        let area = Rect::new(x, y, width, 1).intersection(self.buf.area);
        self.buf.set_style(area, self.look.style(role));
    }

    /// Empties an area.
    pub fn clear(&mut self, area: Rect) {
        let area = area.intersection(self.buf.area);
        let ground = self.look.style(Role::Overlay);
        for y in area.y..area.bottom() {
            for x in area.x..area.right() {
                if let Some(cell) = self.buf.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_style(ground);
                }
            }
        }
    }

    /// Replaces one symbol everywhere in a column range by a space: what lies below loses its focus mark.
    pub fn unmark(&mut self) {
        let (area, mark) = (self.buf.area, self.look.glyphs.focus);
        let plain = self.look.style(Role::Ink);
        let accent = self.look.style(Role::Accent);
        for y in area.y..area.bottom() {
            for x in area.x..area.right() {
                if let Some(cell) = self.buf.cell_mut((x, y))
                    && cell.symbol() == mark
                    && cell.fg == accent.fg.unwrap_or(cell.fg)
                {
                    cell.set_symbol(" ").set_style(plain);
                }
            }
        }
    }

    /// Gives the whole area the ground of the theme, where it has one.
    pub fn ground(&mut self) {
        let (area, ink) = (self.buf.area, self.look.style(Role::Ink));
        if ink.bg.is_some() {
            self.buf.set_style(area, ink);
        }
    }

    /// The whole area.
    pub fn area(&self) -> Rect {
        self.buf.area
    }

    /// The buffer itself, for widgets of the library.
    pub fn buffer(&mut self) -> &mut Buffer {
        self.buf
    }
}

/// Cells that a text takes.
pub fn cells(text: &str) -> u16 {
    let cells = if is_plain(text) {
        text.len()
    } else {
        text.width()
    };
    u16::try_from(cells).unwrap_or(u16::MAX)
}

/// `text` cut to `width` cells, with the cut sign in the last cell when something is missing.
pub fn fit(text: &str, width: u16, cut: &str) -> String {
    if cells(text) <= width {
        return text.to_owned();
    }
    let room = usize::from(width).saturating_sub(cut.width());
    let mut out = String::new();
    let mut used = 0;
    for g in text.graphemes(true) {
        let w = g.width();
        if used + w > room {
            break;
        }
        out.push_str(g);
        used += w;
    }
    out.truncate(out.trim_end().len());
    if width > 0 {
        out.push_str(cut);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_text_ends_in_the_cut_sign_and_fits() {
        assert_eq!(fit("A decision you had to defend", 10, "…"), "A decisio…");
        assert_eq!(fit("short", 10, "…"), "short");
        assert_eq!(cells(&fit("日本語日本語", 5, "…")), 5);
    }

    #[test]
    fn nothing_is_drawn_outside() {
        let look = Look::default();
        let mut buf = Buffer::empty(Rect::new(0, 0, 4, 1));
        let mut canvas = Canvas::new(&mut buf, &look);
        assert_eq!(canvas.put(9, 9, "x", 5, Role::Ink), 0);
        assert_eq!(canvas.put(2, 0, "abc", 9, Role::Ink), 2);
        assert_eq!(buf.content[3].symbol(), "…");
    }
}
