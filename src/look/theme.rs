//! Styles by meaning.
//!
//! A theme is a small TOML file, one table for each [`Role`]. The default needs no file: it paints no ground
//! and leaves text in the terminal's own foreground, so it is right on light and dark.

mod color;
mod file;
mod shipped;

use ratatui::style::{Color, Modifier, Style};

pub use color::Depth;
pub use file::Sheet;
pub use shipped::names;

/// What a piece of text or a mark is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// All text.
    #[default]
    Ink,
    /// Facts at the right; what is also said elsewhere.
    Dim,
    /// Focus mark, active section, time gone, bars, dots.
    Accent,
    /// The focused row.
    Mark,
    /// Headings, a question, keys: what the eye finds first.
    Strong,
    /// Ticks; what lies behind.
    Done,
    /// A mistake in a field, a contradiction; always with its word.
    Warn,
    /// Ground of what floats.
    Overlay,
}

impl Role {
    /// All of them, in the order of a theme's styles.
    pub const ALL: [Self; 8] = [
        Self::Ink,
        Self::Dim,
        Self::Accent,
        Self::Mark,
        Self::Strong,
        Self::Done,
        Self::Warn,
        Self::Overlay,
    ];
}

/// A style for each role, in colors that the terminal has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Name in `config.toml`.
    pub name: String,
    /// Styles in the order of [`Role`].
    pub styles: [Style; 8],
}

impl Theme {
    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }

    /// The default theme: no ground, text in the terminal's own foreground. Nothing is read for it.
    ///
    /// The two marks have a contrast of at least 3:1 on black, white and the usual grounds between.
    pub fn terminal(depth: Depth) -> Self {
        let (accent, warn) = match depth {
            Depth::None => return Self::mono("terminal"),
            Depth::Ansi => (Color::Cyan, Color::Yellow),
            Depth::Indexed | Depth::True => (Color::Indexed(30), Color::Indexed(166)),
        };
        let plain = Style::new();
        Self {
            name: "terminal".to_owned(),
            styles: [
                plain,
                plain,
                plain.fg(accent),
                plain.add_modifier(Modifier::BOLD),
                plain.add_modifier(Modifier::BOLD),
                plain.fg(accent),
                plain.fg(warn),
                plain,
            ],
        }
    }

    /// A theme that ships with the program; `None` when there is none of that name.
    pub fn shipped(name: &str, depth: Depth) -> Option<Self> {
        if name == "terminal" {
            return Some(Self::terminal(depth));
        }
        shipped::sheet(name).map(|sheet| sheet.theme(depth))
    }

    /// No colors at all: reverse, bold and underline. What any theme becomes where colors are not wanted.
    pub fn mono(name: impl Into<String>) -> Self {
        let plain = Style::new();
        Self {
            name: name.into(),
            styles: [
                plain,
                plain,
                plain,
                plain.add_modifier(Modifier::REVERSED),
                plain.add_modifier(Modifier::BOLD),
                plain,
                plain.add_modifier(Modifier::BOLD.union(Modifier::UNDERLINED)),
                plain,
            ],
        }
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::terminal(Depth::Indexed)
    }
}

#[cfg(test)]
mod tests;
