//! A page of text with places where the eye stops: choices, turns, acts. What is marked stays in view, however small
//! the screen is, and what is longer than the screen is read line by line.

use ratatui::layout::Rect;

use super::list::Step;
use super::{Canvas, prose, roll};
use crate::look::Role;

/// The lines of a page, and which of them belong together.
#[derive(Debug, Clone, Default)]
pub struct Stops {
    lines: Vec<(String, Role)>,
    places: Vec<(usize, usize)>,
    width: u16,
}

/// Where the eye is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Eye {
    /// The marked stop.
    pub at: usize,
    /// Lines of it that were read on, where it is longer than the screen.
    scroll: usize,
}

impl Stops {
    /// An empty page for lines of so many cells.
    pub fn new(width: u16) -> Self {
        Self {
            width,
            ..Self::default()
        }
    }

    /// A paragraph; nothing where there is no text.
    pub fn say(&mut self, text: &str, role: Role) {
        self.hang("", text, role);
    }

    /// One line, cut where it is longer than the page is wide.
    pub fn line(&mut self, text: &str, role: Role) {
        self.lines.push((text.to_owned(), role));
    }

    /// A paragraph whose first line begins with `head`; the others are set in under it.
    pub fn hang(&mut self, head: &str, text: &str, role: Role) {
        if text.is_empty() && head.is_empty() {
            return;
        }
        let indent = super::canvas::cells(head);
        let mut lines = prose::wrap(text, self.width.saturating_sub(indent).max(8)).into_iter();
        let first = lines.next().unwrap_or_default();
        self.lines.push((format!("{head}{first}"), role));
        let space = " ".repeat(usize::from(indent));
        self.lines
            .extend(lines.map(|line| (format!("{space}{line}"), role)));
    }

    /// A free line, where one stands before.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|(line, _)| !line.is_empty()) {
            self.lines.push((String::new(), Role::Ink));
        }
    }

    /// Lines that belong together: the eye stops at them.
    pub fn stop(&mut self, write: impl FnOnce(&mut Self)) {
        let from = self.lines.len();
        write(self);
        self.places.push((from, self.lines.len()));
    }

    /// How many stops there are.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The page as one text, for the clipboard.
    pub fn text(&self) -> String {
        let lines: Vec<&str> = self.lines.iter().map(|(line, _)| line.as_str()).collect();
        lines.join("\n").trim_end().to_owned()
    }

    /// Moves the eye on a page that shows `height` lines: on within a long stop, else to the next one.
    pub fn step(&self, eye: &mut Eye, step: Step, height: u16) {
        let last = self.places.len().saturating_sub(1);
        let before = *eye;
        match step {
            Step::Down if self.goes_on(*eye, height) => eye.scroll += 1,
            Step::Up if eye.scroll > 0 => eye.scroll -= 1,
            Step::PageDown if self.goes_on(*eye, height) => {
                let below = self.below(*eye, height);
                eye.scroll += below.min(page(height));
            }
            Step::PageUp if eye.scroll > 0 => eye.scroll = eye.scroll.saturating_sub(page(height)),
            Step::Down | Step::PageDown => eye.at = (eye.at + 1).min(last),
            Step::Up | Step::PageUp => eye.at = eye.at.saturating_sub(1),
            Step::First => eye.at = 0,
            Step::Last => eye.at = last,
        }
        if eye.at != before.at {
            eye.scroll = 0;
        }
    }

    /// Whether the marked stop has lines below the screen.
    fn goes_on(&self, eye: Eye, height: u16) -> bool {
        self.below(eye, height) > 0
    }

    /// Lines of the marked stop that lie below the screen.
    fn below(&self, eye: Eye, height: u16) -> usize {
        let end = match self.places.get(eye.at) {
            // What follows the last stop belongs to it.
            Some(_) if eye.at + 1 == self.places.len() => self.lines.len(),
            Some((_, end)) => *end,
            None => self.lines.len(),
        };
        let bottom = self.from(eye, usize::from(height)) + usize::from(height);
        end.saturating_sub(bottom)
    }

    /// The first line on the screen.
    fn from(&self, eye: Eye, height: usize) -> usize {
        let most = self.lines.len().saturating_sub(height);
        let (start, end) = self.places.get(eye.at).copied().unwrap_or_default();
        let start = if eye.at == 0 && end <= height {
            0
        } else {
            start
        };
        let top = if end.saturating_sub(start) >= height {
            start
        } else {
            end.saturating_sub(height)
        };
        (top + eye.scroll).min(most)
    }

    /// Draws the page with the marked stop.
    pub fn draw(&self, eye: Eye, area: Rect, out: &mut Canvas<'_>) {
        let from = self.from(eye, usize::from(area.height));
        let marked = self.places.get(eye.at).copied().unwrap_or_default();
        let shown = self.lines.iter().enumerate().skip(from);
        for (y, (i, (line, role))) in (area.y..area.bottom()).zip(shown) {
            let inside = (marked.0..marked.1).contains(&i);
            let strong = inside && *role == Role::Ink && self.places.len() > 1;
            let role = if strong { Role::Mark } else { *role };
            out.put(area.x, y, line, area.width, role);
        }
        roll::draw_signs(out, area, from, self.lines.len());
        let (top, rows) = self.mark(eye, area.height);
        out.focus(area.x, area.y + top, rows);
    }

    /// The rows of the screen that are marked: the marked lines that are on it; where it was read on below them, the
    /// first one that has words.
    fn mark(&self, eye: Eye, height: u16) -> (u16, u16) {
        let from = self.from(eye, usize::from(height));
        let marked = self.places.get(eye.at).copied().unwrap_or_default();
        let row = |line: usize| u16::try_from(line.saturating_sub(from)).unwrap_or(u16::MAX);
        let (top, bottom) = (row(marked.0), row(marked.1).min(height));
        if bottom <= top {
            let mut lines = self.lines.iter().skip(from);
            let words = lines.position(|(line, _)| !line.trim().is_empty());
            let top = row(from + words.unwrap_or(0));
            return (top.min(height.saturating_sub(1)), 1);
        }
        (top.min(height.saturating_sub(1)), bottom - top)
    }
}

/// Lines that a page moves by: one of them stays on the screen.
fn page(height: u16) -> usize {
    usize::from(height.saturating_sub(1).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A head of three lines, then stops of so many lines each.
    fn page(stops: &[usize]) -> Stops {
        let mut page = Stops::new(40);
        for _ in 0..3 {
            page.say("head", Role::Ink);
        }
        for n in stops {
            page.stop(|page| (0..*n).for_each(|_| page.say("line", Role::Ink)));
        }
        page
    }

    #[test]
    fn the_marked_stop_is_always_in_view_and_every_line_can_be_reached() {
        for height in 3..20_u16 {
            let page = page(&[2, 9, 1, 30, 3]);
            let mut eye = Eye::default();
            let mut seen = vec![false; page.lines.len()];
            for _ in 0..100 {
                let from = page.from(eye, usize::from(height));
                let (start, end) = page.places[eye.at];
                let bottom = from + usize::from(height);
                assert!(from < end && start < bottom, "{eye:?} in {height}");
                (from..bottom.min(seen.len())).for_each(|i| seen[i] = true);
                page.step(&mut eye, Step::Down, height);
            }
            assert_eq!(eye.at, 4);
            assert!(seen.iter().skip(3).all(|s| *s), "height {height}");
            for _ in 0..100 {
                page.step(&mut eye, Step::Up, height);
            }
            assert_eq!(eye, Eye::default());
        }
    }

    #[test]
    fn whoever_reads_on_below_the_last_stop_has_the_mark_at_words_and_not_at_a_free_line() {
        let mut page = page(&[2, 1]);
        for words in ["", "Keep", "", "Change"] {
            page.gap();
            page.say(words, Role::Ink);
        }
        let mut eye = Eye::default();
        for _ in 0..20 {
            let (top, rows) = page.mark(eye, 3);
            let from = page.from(eye, 3);
            let first = &page.lines[from + usize::from(top)].0;
            assert!(rows > 0 && !first.is_empty(), "{eye:?} marks row {top}");
            page.step(&mut eye, Step::Down, 3);
        }
        assert!(eye.scroll > 2, "{eye:?} was read on");
    }

    #[test]
    fn lines_hang_under_their_head() {
        let mut page = Stops::new(12);
        page.hang("1  ", "one two three", Role::Ink);
        page.gap();
        page.gap();
        assert_eq!(page.text(), "1  one two\n   three");
        assert_eq!(page.lines.len(), 3);
    }
}
