//! A sheet: a short list that floats and asks for one choice. Letters are dead in it, or find a row.

use ratatui::layout::Rect;

use super::canvas::{Canvas, cells};
use super::editor::Editor;
use super::list::{Cursor, Step};
use super::listing::{NONE, has_typed};
use super::{frame, prose, roll};
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
    /// What was typed, where letters find.
    field: Option<Editor>,
}

/// Cells of what is typed to find a row, for steps of the caret.
const FIELD: u16 = 40;

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
            field: None,
        }
    }

    /// The same where letters find a row: for more rows than one looks through.
    #[must_use]
    pub fn finding(mut self) -> Self {
        self.field = Some(Editor::single(""));
        self
    }

    /// Whether letters find a row.
    pub const fn finds(&self) -> bool {
        self.field.is_some()
    }

    /// Changes what was typed; the first row that has it is marked.
    pub fn edit(&mut self, change: impl FnOnce(&mut Editor)) {
        if let Some(field) = &mut self.field {
            change(field);
            self.cursor = Cursor::default();
        }
    }

    /// The rows that have what was typed.
    fn shown(&self) -> Vec<&(String, T)> {
        let has = |row: &&(String, T)| self.field.as_ref().is_none_or(|f| has_typed(&row.0, f));
        self.rows.iter().filter(has).collect()
    }

    /// Runs a command.
    pub fn command(&mut self, command: Command) -> Chosen<T> {
        let shown = self.shown();
        let marked = shown.get(self.cursor.at).map(|row| row.1.clone());
        let len = shown.len();
        let step = match command {
            Command::Back => return Chosen::Closed,
            Command::Main => {
                return match marked {
                    Some(row) => Chosen::This(row),
                    None if self.finds() => Chosen::Open,
                    None => Chosen::Closed,
                };
            }
            Command::Up => Some(Step::Up),
            Command::Down => Some(Step::Down),
            Command::First => Some(Step::First),
            Command::Last => Some(Step::Last),
            other => match &self.field {
                Some(field) => Step::below(field, other),
                None => None,
            },
        };
        match step {
            Some(step) => self.cursor.step(step, len),
            None => self.edit(|field| {
                field.command(command, FIELD);
            }),
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
        // What is to be chosen is never cut: in little room it goes on in a second line.
        let room = frame::inside(width, page);
        let lines: Vec<(usize, String)> = (self.shown().into_iter().enumerate())
            .flat_map(|(i, row)| {
                prose::wrap(&row.0, room)
                    .into_iter()
                    .map(move |line| (i, line))
            })
            .collect();
        let count = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let inside = frame::float(out, page, width, count.saturating_add(5));
        self.draw_title(inside, out);
        let gap = u16::from(inside.height > count.saturating_add(1));
        let list = Rect {
            y: inside.y + 1 + gap,
            height: inside.height.saturating_sub(1 + gap),
            ..inside
        };
        if lines.is_empty() && self.finds() {
            out.put(list.x + 1, list.y, NONE, list.width, Role::Dim);
        }
        let start = lines.partition_point(|(i, _)| *i < self.cursor.at);
        let end = lines.partition_point(|(i, _)| *i <= self.cursor.at);
        let from = roll::first(&(start..end), lines.len(), list.height);
        if (from..from + usize::from(list.height)).contains(&start) {
            let y = list
                .y
                .saturating_add(u16::try_from(start - from).unwrap_or(0));
            out.focus(list.x + 1, y, u16::try_from(end - start).unwrap_or(1));
        }
        for (y, (i, line)) in (list.y..list.bottom()).zip(lines.iter().skip(from)) {
            let role = if *i == self.cursor.at {
                Role::Mark
            } else {
                Role::Ink
            };
            out.put(list.x + 1, y, line, list.width, role);
        }
        roll::draw_signs(out, list, from, lines.len());
    }

    fn draw_title(&self, inside: Rect, out: &mut Canvas<'_>) {
        let used = out.put(inside.x - 1, inside.y, &self.title, inside.width, Role::Ink);
        if let Some(field) = &self.field {
            let x = inside.x + used + 1;
            out.put(x, inside.y, "/", 1, Role::Dim);
            let room = Rect {
                x: x + 2,
                width: inside.right().saturating_sub(x + 2),
                height: 1,
                ..inside
            };
            return field.draw_caret(out, room);
        }
        out.put_right(
            inside.right() + 1,
            inside.y,
            &self.fact,
            (inside.width + 1).saturating_sub(cells(&self.title)),
            Role::Dim,
        );
    }
}
