//! The style that the terminal writes in, changed with as few bytes as possible.

use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

/// The style that is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pen {
    fg: Color,
    bg: Color,
    modifier: Modifier,
}

impl Default for Pen {
    fn default() -> Self {
        Self {
            fg: Color::Reset,
            bg: Color::Reset,
            modifier: Modifier::empty(),
        }
    }
}

/// Modifiers that show on an empty cell.
const ON_BLANK: Modifier = Modifier::REVERSED
    .union(Modifier::UNDERLINED)
    .union(Modifier::CROSSED_OUT);

/// Numbers that switch modifiers on.
const MODIFIERS: [(Modifier, u16); 9] = [
    (Modifier::BOLD, 1),
    (Modifier::DIM, 2),
    (Modifier::ITALIC, 3),
    (Modifier::UNDERLINED, 4),
    (Modifier::SLOW_BLINK, 5),
    (Modifier::RAPID_BLINK, 6),
    (Modifier::REVERSED, 7),
    (Modifier::HIDDEN, 8),
    (Modifier::CROSSED_OUT, 9),
];

/// Whether a cell shows nothing but the terminal's own ground.
pub fn is_blank(cell: &Cell) -> bool {
    cell.bg == Color::Reset
        && !cell.modifier.intersects(ON_BLANK)
        && matches!(cell.symbol(), " " | "")
}

impl Pen {
    /// Takes on the style of a cell.
    pub fn set(&mut self, cell: &Cell, out: &mut Vec<u8>) {
        self.change(
            Self {
                fg: cell.fg,
                bg: cell.bg,
                modifier: cell.modifier,
            },
            out,
        );
    }

    /// Whether a cell looks right when it is written as things are: plain text in this very style.
    pub fn writes(self, cell: &Cell) -> bool {
        let same = cell.fg == self.fg && cell.bg == self.bg && cell.modifier == self.modifier;
        let ascii = matches!(cell.symbol().as_bytes(), [b' '..=b'~']);
        ascii && (same || (is_blank(cell) && self.is_plain_ground()))
    }

    fn is_plain_ground(self) -> bool {
        self.bg == Color::Reset && !self.modifier.intersects(ON_BLANK)
    }

    /// Makes blanks show nothing but the terminal's own ground.
    pub fn plain_ground(&mut self, out: &mut Vec<u8>) {
        if !self.is_plain_ground() {
            self.change(Self::default(), out);
        }
    }

    fn change(&mut self, to: Self, out: &mut Vec<u8>) {
        if *self == to {
            return;
        }
        out.extend_from_slice(b"\x1b[");
        if to != Self::default() {
            let start = out.len();
            let lost = !(self.modifier - to.modifier).is_empty();
            let from = if lost { Self::default() } else { *self };
            if lost {
                out.push(b'0');
            }
            from.add(to, start, out);
        }
        out.push(b'm');
        *self = to;
    }

    /// Writes the numbers that lead to `to`, when no modifier has to go.
    fn add(self, to: Self, start: usize, out: &mut Vec<u8>) {
        let mut part = |numbers: &[u16]| {
            for n in numbers {
                if out.len() > start {
                    out.push(b';');
                }
                number(out, *n);
            }
        };
        for (modifier, on) in MODIFIERS {
            if (to.modifier - self.modifier).contains(modifier) {
                part(&[on]);
            }
        }
        if to.fg != self.fg {
            color(to.fg, 30, &mut part);
        }
        if to.bg != self.bg {
            color(to.bg, 40, &mut part);
        }
    }
}

/// A color as numbers: `base` is 30 for text and 40 for the ground.
///
/// The sixteen have short numbers of their own, which also the Linux console knows.
fn color(color: Color, base: u16, part: &mut impl FnMut(&[u16])) {
    let named = match color {
        Color::Reset => 9,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 60,
        Color::LightRed => 61,
        Color::LightGreen => 62,
        Color::LightYellow => 63,
        Color::LightBlue => 64,
        Color::LightMagenta => 65,
        Color::LightCyan => 66,
        Color::White => 67,
        Color::Indexed(n) => return part(&[base + 8, 5, u16::from(n)]),
        Color::Rgb(r, g, b) => return part(&[base + 8, 2, r.into(), g.into(), b.into()]),
    };
    part(&[base + named]);
}

/// A number in decimal.
pub fn number(out: &mut Vec<u8>, number: u16) {
    if number >= 10 {
        self::number(out, number / 10);
    }
    out.push(b'0' + u8::try_from(number % 10).unwrap_or_default());
}
