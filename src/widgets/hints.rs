//! The last row: what can be pressed now, the most useful first, help always.

use ratatui::layout::Rect;

use super::canvas::{Canvas, cells};
use crate::look::Role;

/// One hint: keys and what they do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// Keys as shown.
    pub keys: String,
    /// What they do, one or two words.
    pub label: String,
}

impl Hint {
    fn width(&self) -> u16 {
        cells(&self.keys) + 1 + cells(&self.label)
    }
}

/// Draws as many hints as fit into one row; `help` stands at the right and is the last to go.
pub fn draw(out: &mut Canvas<'_>, row: Rect, hints: &[Hint], help: &Hint) {
    let short = row.width < 50;
    let help_width = help.width().min(row.width);
    put(
        out,
        row.right().saturating_sub(help_width),
        row.y,
        help,
        help_width,
    );
    let mut x = row.x;
    let end = row.right().saturating_sub(help_width + 2);
    for hint in hints {
        let hint = if short {
            Hint {
                keys: hint.keys.replace("Ctrl+", "^"),
                label: hint.label.clone(),
            }
        } else {
            hint.clone()
        };
        let width = hint.width();
        if x + width > end {
            break;
        }
        put(out, x, row.y, &hint, width);
        x += width + 3;
    }
}

fn put(out: &mut Canvas<'_>, x: u16, y: u16, hint: &Hint, width: u16) {
    let used = out.put(x, y, &hint.keys, width, Role::Strong);
    out.put(
        x + used + 1,
        y,
        &hint.label,
        width.saturating_sub(used + 1),
        Role::Ink,
    );
}
