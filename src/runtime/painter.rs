//! Turns a page into as few bytes as bring the terminal from the last page to this one.
//!
//! Between frames nothing is reset: the painter remembers where the terminal's cursor stands, whether it is
//! shown and which style is set. A typed character at the caret is then one byte, which is what keeps slow
//! links usable. No terminal is touched here: a frame is a value.

mod pen;

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use unicode_width::UnicodeWidthStr;

use pen::Pen;

/// Begin and end of a frame that a terminal shows at once (mode 2026; ignored where it is unknown).
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// Bytes up to which a frame reaches a terminal in one piece, so that it need not be told to show it at once.
const SMALL: usize = 64;

/// Blanks in a row from which on erasing is shorter than writing them.
const ERASE: u16 = 9;

/// Cells up to which writing again is shorter than moving.
const GAP: u16 = 3;

/// What the terminal shows, and how to change it.
#[derive(Debug)]
pub struct Painter {
    shown: Buffer,
    next: Buffer,
    out: Out,
    /// The terminal may show anything: clear it first.
    unknown: bool,
}

/// The bytes of a frame, with what is known about the terminal while they are written.
#[derive(Debug, Default)]
struct Out {
    bytes: Vec<u8>,
    pen: Pen,
    /// Where the cursor stands; `None` when terminals may disagree.
    at: Option<Position>,
    /// Whether the cursor is shown; `None` when that is not known.
    visible: Option<bool>,
    width: u16,
}

impl Painter {
    /// A terminal of a size, of which nothing is known.
    pub fn new((width, height): (u16, u16)) -> Self {
        let area = Rect::new(0, 0, width, height);
        Self {
            shown: Buffer::empty(area),
            next: Buffer::empty(area),
            out: Out {
                width,
                ..Out::default()
            },
            unknown: true,
        }
    }

    /// Forgets what the terminal shows, and takes on a new size; the next frame draws everything.
    pub fn renew(&mut self, size: (u16, u16)) {
        *self = Self::new(size);
    }

    /// The size that is drawn.
    pub fn size(&self) -> (u16, u16) {
        (self.next.area.width, self.next.area.height)
    }

    /// Lets `paint` draw a page, and returns the bytes that show it.
    ///
    /// `paint` returns where the cursor stands and whether it is shown; it is placed last, also when hidden,
    /// because input methods and braille displays follow it.
    pub fn frame(&mut self, paint: impl FnOnce(&mut Buffer) -> Option<(Position, bool)>) -> &[u8] {
        self.next.reset();
        let cursor = paint(&mut self.next);
        self.out.bytes.clear();
        if std::mem::take(&mut self.unknown) {
            self.out.clear();
            self.shown.reset();
        }
        let start = self.out.bytes.len();
        let rows = self.out.changes(&self.shown, &self.next);
        self.out.cursor(cursor);
        if rows > 1 && self.out.bytes.len() - start > SMALL {
            self.out.bytes.splice(start..start, BEGIN.iter().copied());
            self.out.bytes.extend_from_slice(END);
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        &self.out.bytes
    }

    /// The page as it was drawn last.
    pub fn page(&self) -> &Buffer {
        &self.shown
    }
}

impl Out {
    /// Empties the screen; never inside a synchronized frame, where some terminals lose it.
    fn clear(&mut self) {
        self.bytes.extend_from_slice(b"\x1b[m\x1b[H\x1b[2J");
        self.pen = Pen::default();
        self.at = Some(Position::ORIGIN);
    }

    /// Writes what differs, top left to bottom right; returns how many rows that touches.
    fn changes(&mut self, shown: &Buffer, next: &Buffer) -> usize {
        let width = usize::from(self.width).max(1);
        let old = shown.content.chunks_exact(width);
        let rows = old.zip(next.content.chunks_exact(width)).zip(0..);
        let mut touched = 0;
        for ((old, new), y) in rows {
            if !old.iter().zip(new).all(|(old, new)| same(old, new)) {
                touched += 1;
                self.row(y, old, new);
            }
        }
        touched
    }

    /// Writes the cells of a row that differ, or all of them where terminals may disagree about a width.
    fn row(&mut self, y: u16, old: &[Cell], new: &[Cell]) {
        let whole = is_doubtful_change(old, new);
        let mut blanks = Blanks::default();
        let mut free = 0;
        for ((old, cell), x) in old.iter().zip(new).zip(0..) {
            if x < free {
                continue; // Under the second half of a wide letter.
            }
            free = x + width_of(cell.symbol());
            if same(old, cell) && !whole {
                continue;
            }
            if !pen::is_blank(cell) {
                self.blank(std::mem::take(&mut blanks), y, new);
                self.reach(x, y, new);
                self.cell(x, y, cell);
            } else if !blanks.append(x) {
                self.blank(
                    std::mem::replace(&mut blanks, Blanks { x, count: 1 }),
                    y,
                    new,
                );
            }
        }
        self.blank(blanks, y, new);
    }

    /// Gets to a cell, across a short gap by writing again what is there.
    ///
    /// That is shorter than moving, and whoever listens to the bytes hears whole sentences.
    fn reach(&mut self, x: u16, y: u16, row: &[Cell]) {
        let gap = self
            .at
            .filter(|at| at.y == y && at.x < x && x - at.x <= GAP);
        let pen = self.pen;
        let cells = |at: Position| {
            row.get(usize::from(at.x)..usize::from(x))
                .unwrap_or_default()
                .iter()
        };
        match gap {
            Some(at) if cells(at).all(|c| pen.writes(c)) => {
                self.bytes
                    .extend(cells(at).flat_map(|c| c.symbol().bytes()));
                self.at = Some(Position::new(x, y));
            }
            _ => self.go(Position::new(x, y)),
        }
    }

    fn cell(&mut self, x: u16, y: u16, cell: &Cell) {
        self.pen.set(cell, &mut self.bytes);
        let symbol = cell.symbol();
        if let [byte @ b' '..=b'~'] = symbol.as_bytes() {
            self.bytes.push(*byte);
            self.step(x, y, 1);
            return;
        }
        // The last gate: a control or a direction mark in a cell would act on the whole screen.
        let mut kept = symbol.chars().filter(|c| is_safe(*c)).peekable();
        if kept.peek().is_none() {
            self.bytes.push(b' ');
        }
        self.bytes.extend(kept.collect::<String>().bytes());
        self.step(x, y, width_of(symbol));
        if is_doubtful(symbol) || symbol.chars().nth(1).is_some() {
            self.at = None;
        }
    }

    /// Empties a run of cells of one row.
    fn blank(&mut self, run: Blanks, y: u16, row: &[Cell]) {
        if run.count == 0 {
            return;
        }
        self.reach(run.x, y, row);
        self.pen.plain_ground(&mut self.bytes);
        let to_the_edge = run.x + run.count >= self.width;
        if to_the_edge && run.count > 3 {
            self.bytes.extend_from_slice(b"\x1b[K");
        } else if run.count >= ERASE {
            self.sequence(run.count, b'X');
        } else {
            self.bytes
                .extend(std::iter::repeat_n(b' ', usize::from(run.count)));
            self.step(run.x, y, run.count);
        }
    }

    /// Notes that `width` cells were written; at the right edge terminals differ about where the cursor is.
    fn step(&mut self, x: u16, y: u16, width: u16) {
        let x = x.saturating_add(width);
        self.at = (x < self.width).then_some(Position::new(x, y));
    }

    /// Moves the cursor the shortest way.
    fn go(&mut self, to: Position) {
        let from = self.at.replace(to);
        match from {
            Some(from) if from == to => {}
            Some(from) if from.y == to.y && to.x == 0 => self.bytes.push(b'\r'),
            Some(from) if from.y == to.y && from.x < to.x => self.sequence(to.x - from.x, b'C'),
            Some(from) if from.y == to.y && from.x == to.x + 1 => self.bytes.push(8),
            Some(from) if from.y == to.y => self.sequence(from.x - to.x, b'D'),
            Some(from) if from.y + 1 == to.y && to.x == 0 => self.bytes.extend_from_slice(b"\r\n"),
            _ => {
                self.bytes.extend_from_slice(b"\x1b[");
                self.number(to.y + 1);
                if to.x > 0 {
                    self.bytes.push(b';');
                    self.number(to.x + 1);
                }
                self.bytes.push(b'H');
            }
        }
    }

    /// Shows or hides the cursor, and puts it where it belongs.
    fn cursor(&mut self, cursor: Option<(Position, bool)>) {
        let show = cursor.is_some_and(|c| c.1);
        if let Some((at, _)) = cursor {
            self.go(at);
        }
        if self.visible != Some(show) {
            self.bytes
                .extend_from_slice(if show { b"\x1b[?25h" } else { b"\x1b[?25l" });
            self.visible = Some(show);
        }
    }

    /// A sequence with one number, which is left out when it is 1.
    fn sequence(&mut self, number: u16, end: u8) {
        self.bytes.extend_from_slice(b"\x1b[");
        if number != 1 {
            self.number(number);
        }
        self.bytes.push(end);
    }

    fn number(&mut self, number: u16) {
        pen::number(&mut self.bytes, number);
    }
}

/// A run of blank cells of the row that is written.
#[derive(Debug, Clone, Copy, Default)]
struct Blanks {
    x: u16,
    count: u16,
}

impl Blanks {
    /// Takes one more cell, if it is the next one.
    fn append(&mut self, x: u16) -> bool {
        let next = self.count > 0 && self.x + self.count == x;
        self.count += u16::from(next);
        next
    }
}

/// Whether two cells look the same. Nearly all cells of a frame come by here and are one letter each.
fn same(old: &Cell, new: &Cell) -> bool {
    let symbols = match (old.symbol().as_bytes(), new.symbol().as_bytes()) {
        ([old], [new]) => old == new,
        (old, new) => old == new,
    };
    symbols && old.fg == new.fg && old.bg == new.bg && old.modifier == new.modifier
}

/// Cells that a symbol covers, at least one.
fn width_of(symbol: &str) -> u16 {
    match symbol.len() {
        0 | 1 => 1,
        _ => u16::try_from(symbol.width()).unwrap_or(2).max(1),
    }
}

/// Whether a character may reach the terminal: no control, no mark that turns the direction of text.
fn is_safe(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Whether a row has a doubtful symbol before or after, or loses a wide letter.
///
/// A picture may be wider in the terminal than here, and half of a wide letter may stay when the other half goes.
fn is_doubtful_change(shown: &[Cell], next: &[Cell]) -> bool {
    shown.iter().zip(next).any(|(old, new)| {
        let (old, new) = (old.symbol(), new.symbol());
        is_doubtful(old) || is_doubtful(new) || (old.len() > 2 && old != new && old.width() > 1)
    })
}

/// Whether terminals disagree about the width of a symbol: a picture of several characters, a long cluster.
fn is_doubtful(symbol: &str) -> bool {
    symbol.len() > 4
}

#[cfg(test)]
mod tests;
