//! A sheet: a short list that floats and asks for one choice. Letters are dead in it.

use ratatui::layout::Rect;

use super::canvas::{Canvas, cells};
use super::frame;
use super::list::{Cursor, Step};
use super::roll;
use crate::keys::Command;
use crate::look::Role;

/// A list to choose one row from.
#[derive(Debug, Clone)]
pub struct Sheet<T> {
    /// What it is about.
    pub title: String,
    /// A fact at the right of the title.
    pub fact: String,
    rows: Vec<(String, T)>,
    cursor: Cursor,
}

/// What became of a command in a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen<T> {
    /// Still open.
    Open,
    /// Closed without a choice.
    Closed,
    /// This one.
    This(T),
}

impl<T: Clone> Sheet<T> {
    /// A sheet with the first row marked, which is the harmless one.
    pub fn new(title: impl Into<String>, rows: Vec<(String, T)>) -> Self {
        Self {
            title: title.into(),
            fact: String::new(),
            rows,
            cursor: Cursor::default(),
        }
    }

    /// Runs a command.
    pub fn command(&mut self, command: Command) -> Chosen<T> {
        match command {
            Command::Up => self.cursor.step(Step::Up, self.rows.len()),
            Command::Down => self.cursor.step(Step::Down, self.rows.len()),
            Command::First => self.cursor.step(Step::First, self.rows.len()),
            Command::Last => self.cursor.step(Step::Last, self.rows.len()),
            Command::Back => return Chosen::Closed,
            Command::Main => {
                return self
                    .rows
                    .get(self.cursor.at)
                    .map_or(Chosen::Closed, |row| Chosen::This(row.1.clone()));
            }
            _ => {}
        }
        Chosen::Open
    }

    /// Draws the sheet over a page.
    pub fn draw(&self, out: &mut Canvas<'_>, page: Rect) {
        let widest = self
            .rows
            .iter()
            .map(|r| cells(&r.0))
            .chain([cells(&self.title) + cells(&self.fact)])
            .max();
        let width = (widest.unwrap_or(20) + 14).max(46);
        let height = u16::try_from(self.rows.len()).unwrap_or(8) + 5;
        let inside = frame::float(out, page, width, height);
        out.put(inside.x - 1, inside.y, &self.title, inside.width, Role::Ink);
        out.put_right(
            inside.right() + 1,
            inside.y,
            &self.fact,
            (inside.width + 1).saturating_sub(cells(&self.title)),
            Role::Dim,
        );
        let gap = u16::from(inside.height > u16::try_from(self.rows.len()).unwrap_or(0) + 1);
        let room = usize::from(inside.height.saturating_sub(1 + gap));
        let (from, to) = self.cursor.window(self.rows.len(), room);
        for (y, (i, row)) in
            (inside.y + 1 + gap..).zip(self.rows.iter().enumerate().take(to).skip(from))
        {
            let marked = i == self.cursor.at;
            if marked {
                out.focus(inside.x + 1, y, 1);
            }
            out.put(
                inside.x + 1,
                y,
                &row.0,
                inside.width,
                if marked { Role::Mark } else { Role::Ink },
            );
        }
        let list = Rect {
            y: inside.y + 1 + gap,
            height: u16::try_from(room).unwrap_or(u16::MAX),
            ..inside
        };
        roll::draw_signs(out, list, from, self.rows.len());
    }
}
