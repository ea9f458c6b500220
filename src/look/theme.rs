//! Styles by meaning.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text or a mark is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// All text.
    Ink,
    /// Facts at the right; what is also said elsewhere.
    Dim,
    /// Focus mark, active section, time gone, bars, dots.
    Accent,
    /// The focused row.
    Mark,
    /// Ticks; what lies behind.
    Done,
    /// A mistake in a field, a contradiction; always with its word.
    Warn,
    /// Ground of what floats.
    Overlay,
}

/// A style for each role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// Name in `config.toml`.
    pub name: String,
    /// Styles in the order of [`Role`].
    pub styles: [Style; 7],
}

impl Theme {
    /// The style of a role.
    pub fn style(&self, role: Role) -> Style {
        self.styles[role as usize]
    }
}

impl Default for Theme {
    /// The `terminal` theme: no background, text in the terminal's own foreground.
    fn default() -> Self {
        let accent = Style::new().fg(Color::Indexed(30));
        Self {
            name: "terminal".to_owned(),
            styles: [
                Style::new(),
                Style::new(),
                accent,
                Style::new().add_modifier(Modifier::BOLD),
                accent,
                Style::new().fg(Color::Indexed(166)),
                Style::new(),
            ],
        }
    }
}
