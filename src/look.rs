//! How things look: styles by meaning and symbols with their plain twins.

pub mod detect;
pub mod glyphs;
pub mod theme;

use ratatui::style::Style;

pub use glyphs::Glyphs;
pub use theme::{Depth, Role, Theme};

/// A theme and a set of symbols, chosen once at the start and again when the settings change.
#[derive(Debug, Clone)]
pub struct Look {
    /// Styles.
    pub theme: Theme,
    /// Symbols.
    pub glyphs: &'static Glyphs,
    /// How many colors the terminal has.
    pub depth: Depth,
}

impl Look {
    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.theme.style(role)
    }

    /// How arrow keys are written in hints: up, down, left, right.
    pub fn arrows(&self) -> [&'static str; 4] {
        self.glyphs.arrows
    }

    /// Whether only plain symbols are drawn.
    pub fn is_ascii(&self) -> bool {
        *self.glyphs == glyphs::ASCII
    }
}

impl Default for Look {
    fn default() -> Self {
        Self {
            theme: Theme::default(),
            glyphs: &glyphs::UNICODE,
            depth: Depth::Indexed,
        }
    }
}
