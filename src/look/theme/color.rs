//! Colors: how many a terminal has, and the nearest one that it has.

use ratatui::style::Color;

/// How many colors a terminal has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or none are wanted.
    None,
    /// The sixteen of the terminal's own palette.
    Ansi,
    /// 256, of which the upper 240 are the same everywhere.
    Indexed,
    /// 24 bits.
    True,
}

/// Names of the sixteen, in the order of their numbers.
const NAMES: [(&str, Color); 16] = [
    ("black", Color::Black),
    ("red", Color::Red),
    ("green", Color::Green),
    ("yellow", Color::Yellow),
    ("blue", Color::Blue),
    ("magenta", Color::Magenta),
    ("cyan", Color::Cyan),
    ("white", Color::Gray),
    ("bright-black", Color::DarkGray),
    ("bright-red", Color::LightRed),
    ("bright-green", Color::LightGreen),
    ("bright-yellow", Color::LightYellow),
    ("bright-blue", Color::LightBlue),
    ("bright-magenta", Color::LightMagenta),
    ("bright-cyan", Color::LightCyan),
    ("bright-white", Color::White),
];

/// What xterm draws for the sixteen: the one palette they can be measured with.
const XTERM: [[u8; 3]; 16] = [
    [0, 0, 0],
    [205, 0, 0],
    [0, 205, 0],
    [205, 205, 0],
    [0, 0, 238],
    [205, 0, 205],
    [0, 205, 205],
    [229, 229, 229],
    [127, 127, 127],
    [255, 0, 0],
    [0, 255, 0],
    [255, 255, 0],
    [92, 92, 255],
    [255, 0, 255],
    [0, 255, 255],
    [255, 255, 255],
];

/// Steps of the color cube of the 256.
const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];

/// Reads a color of a theme file: a name of the sixteen, `default`, or `#rrggbb`.
pub fn parse(text: &str) -> Option<Color> {
    if let Some(named) = NAMES.iter().find(|n| n.0 == text) {
        return Some(named.1);
    }
    if text == "default" {
        return Some(Color::Reset);
    }
    let digits = text
        .strip_prefix('#')
        .filter(|d| d.len() == 6 && d.is_ascii())?;
    let number = u32::from_str_radix(digits, 16).ok()?;
    let [_, r, g, b] = number.to_be_bytes();
    Some(Color::Rgb(r, g, b))
}

/// A color by its number among the 256; the first sixteen are the terminal's own.
pub fn numbered(number: u8) -> Color {
    NAMES
        .get(usize::from(number))
        .map_or(Color::Indexed(number), |named| named.1)
}

/// The nearest color that a terminal of this depth has; the sixteen are left to the terminal's palette.
pub fn lower(color: Color, depth: Depth) -> Color {
    match (color, depth) {
        (_, Depth::None) => Color::Reset,
        (Color::Rgb(..), Depth::Indexed) => nearest(color, 16..=255),
        (Color::Rgb(..) | Color::Indexed(_), Depth::Ansi) => nearest(color, 0..=15),
        _ => color,
    }
}

/// Red, green and blue; `None` for the terminal's own foreground or ground.
pub fn rgb(color: Color) -> Option<[u8; 3]> {
    match color {
        Color::Rgb(r, g, b) => Some([r, g, b]),
        Color::Indexed(n) => Some(of_number(n)),
        named => NAMES
            .iter()
            .zip(XTERM)
            .find(|(n, _)| n.1 == named)
            .map(|(_, rgb)| rgb),
    }
}

fn of_number(number: u8) -> [u8; 3] {
    match number {
        0..=15 => XTERM[usize::from(number)],
        16..=231 => {
            let cube = usize::from(number - 16);
            [STEPS[cube / 36], STEPS[cube / 6 % 6], STEPS[cube % 6]]
        }
        232.. => [8 + (number - 232) * 10; 3],
    }
}

fn nearest(color: Color, numbers: std::ops::RangeInclusive<u8>) -> Color {
    let Some(wanted) = rgb(color) else {
        return color;
    };
    let best = numbers.min_by_key(|n| distance(wanted, of_number(*n)));
    best.map_or(color, numbered)
}

/// Squared distance, green counted most and blue least, as the eye does.
fn distance(a: [u8; 3], b: [u8; 3]) -> u32 {
    let part = |i: usize| u32::from(a[i].abs_diff(b[i])).pow(2);
    3 * part(0) + 6 * part(1) + part(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_read_as_a_person_writes_them() {
        assert_eq!(parse("bright-cyan"), Some(Color::LightCyan));
        assert_eq!(parse("default"), Some(Color::Reset));
        assert_eq!(parse("#008787"), Some(Color::Rgb(0, 135, 135)));
        for wrong in ["", "#fff", "#12345g", "teal", "#ééé"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        assert_eq!(numbered(6), Color::Cyan);
        assert_eq!(numbered(30), Color::Indexed(30));
    }

    #[test]
    fn a_color_becomes_the_nearest_that_the_terminal_has() {
        let teal = Color::Rgb(0, 135, 135);
        assert_eq!(lower(teal, Depth::True), teal);
        assert_eq!(lower(teal, Depth::Indexed), Color::Indexed(30));
        assert_eq!(lower(Color::Rgb(0, 200, 205), Depth::Ansi), Color::Cyan);
        assert_eq!(lower(Color::Indexed(231), Depth::Ansi), Color::White);
        assert_eq!(lower(Color::Cyan, Depth::Indexed), Color::Cyan);
        assert_eq!(lower(teal, Depth::None), Color::Reset);
    }
}
