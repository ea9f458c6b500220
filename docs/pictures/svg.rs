//! A frame of cells as an SVG picture: text stays text, blocks and lines are drawn, colors are the theme's.

use std::fmt::Write as _;

use greenroom::look::{Look, Role};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};

/// Width and height of a cell in pixels, and of the margin around all cells.
const CELL: (f32, f32) = (9.0, 20.0);
const MARGIN: f32 = 14.0;

/// Steps of the color cube of the 256 colors.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// What is drawn.
pub struct Frame {
    /// Cells with their styles.
    pub cells: Buffer,
    /// Where the caret stands, if text is edited.
    pub caret: Option<Position>,
}

/// Colors of a cell, as they appear.
struct Paint {
    ink: String,
    ground: String,
}

/// The picture, with words for those who cannot see it.
pub fn of(frame: &Frame, look: &Look, words: &str) -> String {
    let area = frame.cells.area;
    let (width, height) = place(area.width, area.height);
    let base = Base::of(look);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {w} {h}\" width=\"{w}\" height=\"{h}\" \
         role=\"img\" aria-label=\"{label}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, \
         monospace\" font-size=\"15\" xml:space=\"preserve\">\n<rect width=\"{w}\" height=\"{h}\" rx=\"8\" fill=\"{ground}\"/>\n",
        w = width + MARGIN,
        h = height + MARGIN,
        label = escape(words),
        ground = base.ground,
    );
    for y in 0..area.height {
        row(frame, &base, y, &mut out);
    }
    if let Some(at) = frame.caret {
        let (x, y) = place(at.x, at.y);
        rect(&mut out, x, y + 1.0, 2.0, CELL.1 - 2.0, &base.ink);
    }
    out.push_str("</svg>\n");
    out
}

/// Ink and ground where a cell names none.
struct Base {
    ink: String,
    ground: String,
}

impl Base {
    fn of(look: &Look) -> Self {
        let style = look.style(Role::Ink);
        let named = |color: Option<Color>, fallback: &str| {
            color.and_then(hex).unwrap_or_else(|| fallback.to_owned())
        };
        Self {
            ink: named(style.fg, "#1c1c1c"),
            ground: named(style.bg, "#ffffff"),
        }
    }

    fn paint(&self, cell: &Cell) -> Paint {
        let ink = hex(cell.fg).unwrap_or_else(|| self.ink.clone());
        let ground = hex(cell.bg).unwrap_or_else(|| self.ground.clone());
        if cell.modifier.contains(Modifier::REVERSED) {
            return Paint {
                ink: ground,
                ground: ink,
            };
        }
        Paint { ink, ground }
    }
}

/// Left and upper edge of a cell.
fn place(x: u16, y: u16) -> (f32, f32) {
    (
        MARGIN + f32::from(x) * CELL.0,
        MARGIN + f32::from(y) * CELL.1,
    )
}

/// One row: grounds first, then words, each as wide as its cells whatever the font.
fn row(frame: &Frame, base: &Base, y: u16, out: &mut String) {
    let cells: Vec<&Cell> = (0..frame.cells.area.width)
        .filter_map(|x| frame.cells.cell((x, y)))
        .collect();
    for (x, cell) in (0..).zip(&cells) {
        let paint = base.paint(cell);
        if paint.ground != base.ground {
            let (left, top) = place(x, y);
            rect(out, left, top, CELL.0, CELL.1, &paint.ground);
        }
    }
    let mut x = 0;
    while x < cells.len() {
        let cell = cells[x];
        let paint = base.paint(cell);
        let (left, top) = place(u16::try_from(x).unwrap_or(u16::MAX), y);
        if cell.symbol().trim().is_empty() {
            x += 1;
        } else if let Some(shapes) = shapes(cell.symbol()) {
            for (sx, sy, w, h) in shapes {
                rect(
                    out,
                    left + sx * CELL.0,
                    top + sy * CELL.1,
                    w * CELL.0,
                    h * CELL.1,
                    &paint.ink,
                );
            }
            x += 1;
        } else {
            let end = word_end(&cells, x);
            let text: String = cells[x..end].iter().map(|c| c.symbol()).collect();
            word(out, (left, top), end - x, &text, cell, &paint);
            x = end;
        }
    }
}

/// Where a run of letters in one style ends; single blanks belong to it.
fn word_end(cells: &[&Cell], from: usize) -> usize {
    let same = |c: &Cell| {
        c.fg == cells[from].fg && c.modifier == cells[from].modifier && shapes(c.symbol()).is_none()
    };
    let mut end = from + 1;
    while end < cells.len() && same(cells[end]) && cells[end].symbol() != " " {
        end += 1;
    }
    end
}

fn word(
    out: &mut String,
    (x, y): (f32, f32),
    width: usize,
    text: &str,
    cell: &Cell,
    paint: &Paint,
) {
    let mut style = String::new();
    if cell.modifier.contains(Modifier::BOLD) {
        style.push_str(" font-weight=\"bold\"");
    }
    if cell.modifier.contains(Modifier::UNDERLINED) {
        style.push_str(" text-decoration=\"underline\"");
    }
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{}\" textLength=\"{}\" fill=\"{}\"{style}>{}</text>",
        y + 15.0,
        f32::from(u16::try_from(width).unwrap_or(u16::MAX)) * CELL.0,
        paint.ink,
        escape(text)
    );
}

fn rect(out: &mut String, x: f32, y: f32, w: f32, h: f32, fill: &str) {
    let _ = writeln!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" fill=\"{fill}\"/>"
    );
}

/// Blocks and lines as parts of a cell: left, top, width, height. Fonts disagree about these; a picture must not.
fn shapes(symbol: &str) -> Option<Vec<(f32, f32, f32, f32)>> {
    const HEAVY: f32 = 0.12;
    const THIN: f32 = 0.06;
    let shapes = match symbol {
        "█" => vec![(0.0, 0.0, 1.0, 1.0)],
        "▌" => vec![(0.0, 0.0, 0.5, 1.0)],
        "▂" => vec![(0.0, 0.75, 1.0, 0.25)],
        "▄" => vec![(0.0, 0.5, 1.0, 0.5)],
        "▆" => vec![(0.0, 0.25, 1.0, 0.75)],
        "━" => vec![(0.0, 0.44, 1.0, HEAVY)],
        "─" => vec![(0.0, 0.47, 1.0, THIN)],
        "╌" => vec![(0.1, 0.47, 0.3, THIN), (0.6, 0.47, 0.3, THIN)],
        "│" => vec![(0.44, 0.0, 0.12, 1.0)],
        "┌" => vec![(0.44, 0.47, 0.56, THIN), (0.44, 0.47, 0.12, 0.53)],
        "┐" => vec![(0.0, 0.47, 0.56, THIN), (0.44, 0.47, 0.12, 0.53)],
        "└" => vec![(0.44, 0.47, 0.56, THIN), (0.44, 0.0, 0.12, 0.53)],
        "┘" => vec![(0.0, 0.47, 0.56, THIN), (0.44, 0.0, 0.12, 0.53)],
        _ => return None,
    };
    Some(shapes)
}

/// `#rrggbb`; `None` for the terminal's own color and for the sixteen that every terminal draws its own way.
fn hex(color: Color) -> Option<String> {
    let [r, g, b] = match color {
        Color::Rgb(r, g, b) => [r, g, b],
        Color::Indexed(n @ 16..=231) => {
            let cube = usize::from(n - 16);
            [STEPS[cube / 36], STEPS[cube / 6 % 6], STEPS[cube % 6]]
        }
        Color::Indexed(n @ 232..) => [8 + (n - 232) * 10; 3],
        _ => return None,
    };
    Some(format!("#{r:02x}{g:02x}{b:02x}"))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
