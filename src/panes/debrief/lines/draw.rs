//! The lines on the screen: the words, the marks at the right, and what is asked below them.

use ratatui::layout::Rect;

use super::Lines;
use crate::domain::journal::Reaction;
use crate::domain::level::Level;
use crate::look::Role;
use crate::widgets::canvas::cells;
use crate::widgets::list::Cursor;
use crate::widgets::{Canvas, prose};

/// From so many rows on a free one stands before the marks.
const ROOMY: u16 = 6;

impl Lines {
    /// What the line of words says.
    pub fn status(&self) -> &'static str {
        match self.asking {
            Some(_) => "Kept. Or type the next question; the first letter starts its line.",
            None if self.field.is_blank() => {
                "Enter on an empty line goes on. Nothing here has to be filled in."
            }
            None => "Enter keeps the line.",
        }
    }

    /// Whether a new line stands open and nothing is in it.
    pub fn is_open(&self) -> bool {
        self.asking.is_none() && self.field.is_blank() && self.at >= self.rows.len()
    }

    /// What Enter does to the line, in the words of a hint; `keeps` where it keeps it.
    pub fn main_word(&self, keeps: &'static str) -> &'static str {
        match self.asking {
            Some(_) => keeps,
            None if !self.field.is_blank() => keeps,
            None if !self.is_open() => "drop line",
            None if self.next_waiting().is_some() => "mark lines",
            None => "next field",
        }
    }

    /// Draws the lines with their marks; below them what is asked, or the known question that is like the line.
    pub fn draw(&self, area: Rect, near: Option<&str>, out: &mut Canvas<'_>) {
        let marks = if area.width >= 66 { 24 } else { 0 };
        let asked = self.asking.map_or_else(Vec::new, |asking| {
            asking.lines(self.shown, (self.stage, &self.stories), area.width)
        });
        let asked = match near.filter(|_| area.height >= ROOMY) {
            Some(near) => prose::wrap(&format!("Tab if it was: \"{near}\""), area.width),
            None => asked,
        };
        let gap = u16::from(area.height >= ROOMY);
        let ask_rows = match u16::try_from(asked.len()) {
            Ok(0) | Err(_) => 0,
            // The line that is being typed has a row whatever stands below it.
            Ok(rows) => rows.min(area.height.saturating_sub(2 + gap)) + gap,
        };
        if marks > 0 {
            out.put_right(area.right() - 14, area.y, "how it went", 11, Role::Dim);
            out.put_right(area.right(), area.y, "they", 12, Role::Dim);
        }
        let room = usize::from(area.height.saturating_sub(1 + ask_rows));
        let len = self.rows.len() + 1;
        let (from, to) = Cursor { at: self.at }.window(len, room);
        let mut y = area.y + 1;
        for i in from..to {
            let row = Rect::new(area.x, y, area.width.saturating_sub(marks + 1), 1);
            self.draw_row(i, row, area.right(), marks, out);
            y += 1;
        }
        let below = Rect::new(
            area.x,
            y + gap,
            area.width,
            area.bottom().saturating_sub(y + gap),
        );
        prose::draw_lines(out, below, &asked, Role::Ink);
    }

    fn draw_row(&self, i: usize, row: Rect, right: u16, marks: u16, out: &mut Canvas<'_>) {
        let focused = i == self.at;
        if focused {
            out.focus(row.x, row.y, 1);
        }
        let known = self.rows.get(i).map(|row| &row.asked);
        if focused && self.asking.is_none() {
            self.field.draw_caret(out, row);
        } else if let Some(asked) = known {
            let story = asked.story.as_ref().filter(|_| marks > 0);
            let used = story.map_or(0, |id| {
                let place = self.stories.iter().position(|(known, _)| known == id);
                let free = row.width.saturating_sub(cells(&asked.text) + 2);
                let words = place.map_or_else(String::new, |at| match &self.stories[at].1 {
                    // Its title says more than its number, where there is room for it.
                    title if cells(title) <= free => title.clone(),
                    _ => format!("story {}", at + 1),
                });
                out.put_right(row.right(), row.y, &words, row.width, Role::Dim) + 1
            });
            out.put(
                row.x,
                row.y,
                &asked.text,
                row.width.saturating_sub(used),
                if focused { Role::Mark } else { Role::Ink },
            );
        }
        if let Some(asked) = known.filter(|_| marks > 0) {
            let level = asked.level.map_or("", Level::word);
            out.put_right(right - 14, row.y, level, 10, Role::Ink);
            out.put_right(
                right,
                row.y,
                asked
                    .reaction
                    .map_or("", |r| Reaction::words(r, self.stage)),
                12,
                Role::Ink,
            );
        }
    }
}
