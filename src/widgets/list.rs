//! Where the eye is in a list: the marked row and the first one shown.

use super::editor::Editor;
use crate::keys::Command;

/// Cursor of a list. Scrolling is worked out while drawing, so that drawing changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The marked row.
    pub at: usize,
}

/// Steps that move a cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// First row.
    First,
    /// Last row.
    Last,
}

impl Step {
    /// The step that a key takes in a list below a field that looks through it. Home and End belong to the words in the
    /// field first.
    pub fn below(field: &Editor, command: Command) -> Option<Self> {
        match command {
            Command::Up => Some(Self::Up),
            Command::Down => Some(Self::Down),
            Command::PageUp => Some(Self::PageUp),
            Command::PageDown => Some(Self::PageDown),
            Command::LineStart if field.caret() == 0 => Some(Self::First),
            Command::LineEnd if field.caret() == field.text().len() => Some(Self::Last),
            _ => None,
        }
    }
}

/// Rows of a page, for page keys; the real height is only known while drawing.
const PAGE: usize = 10;

/// Rows kept visible around the marked one.
const AROUND: usize = 2;

impl Cursor {
    /// Moves within `len` rows.
    pub fn step(&mut self, step: Step, len: usize) {
        let last = len.saturating_sub(1);
        self.at = match step {
            Step::Up => self.at.saturating_sub(1),
            Step::Down => self.at + 1,
            Step::PageUp => self.at.saturating_sub(PAGE),
            Step::PageDown => self.at + PAGE,
            Step::First => 0,
            Step::Last => last,
        }
        .min(last);
    }

    /// Moves the first line seen of a page of so many lines, no further than its last screen.
    pub fn scroll(&mut self, step: Step, lines: usize, height: u16) {
        let screens = lines.saturating_sub(usize::from(height)) + 1;
        self.clamp(screens);
        // One line of the page before stays in sight.
        let page = usize::from(height).saturating_sub(1).max(1);
        match step {
            Step::PageUp => self.at = self.at.saturating_sub(page),
            Step::PageDown => self.at = (self.at + page).min(screens - 1),
            other => self.step(other, screens),
        }
    }

    /// Keeps the mark inside a list that became shorter.
    pub fn clamp(&mut self, len: usize) {
        self.at = self.at.min(len.saturating_sub(1));
    }

    /// The rows to show in `height` rows of `len`: start and end. Two rows stay visible around the mark.
    pub fn window(self, len: usize, height: usize) -> (usize, usize) {
        if len <= height {
            return (0, len);
        }
        let around = AROUND.min(height.saturating_sub(1) / 2);
        let half = height / 2;
        let start = self.at.saturating_sub(half.max(around)).min(len - height);
        (start, start + height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mark_is_always_inside_the_window() {
        for len in 0..30 {
            for height in 1..12 {
                for at in 0..len.max(1) {
                    let (from, to) = Cursor { at }.window(len, height);
                    assert!(to - from <= height);
                    assert!(
                        len == 0 || (from..to).contains(&at),
                        "{at} of {len} in {height}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_page_scrolls_to_its_last_screen_and_back_at_once() {
        let mut c = Cursor::default();
        c.scroll(Step::PageDown, 40, 7);
        assert_eq!(c.at, 6, "one line stays in sight");
        c.at = 0;
        c.scroll(Step::PageDown, 12, 7);
        assert_eq!(c.at, 5);
        c.scroll(Step::Up, 12, 7);
        assert_eq!(c.at, 4);
        c.scroll(Step::Last, 3, 7);
        assert_eq!(c.at, 0, "a short page stands still");
    }

    #[test]
    fn steps_stop_at_both_ends() {
        let mut c = Cursor::default();
        c.step(Step::Up, 3);
        assert_eq!(c.at, 0);
        c.step(Step::PageDown, 3);
        assert_eq!(c.at, 2);
        c.clamp(1);
        assert_eq!(c.at, 0);
    }
}
