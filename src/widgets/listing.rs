//! Many choices in a list that floats: letters find, Enter takes the marked one.

use ratatui::layout::Rect;

use crate::keys::Command;
use crate::look::Role;
use crate::widgets::canvas::Canvas;
use crate::widgets::editor::Editor;
use crate::widgets::frame;
use crate::widgets::list::{Cursor, Step};

/// Cells and rows of it at most.
const WIDTH: u16 = 56;
const HEIGHT: u16 = 24;

/// What became of a command in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// Still open.
    Open,
    /// Closed, nothing taken.
    Closed,
    /// The choice at this place of all.
    This(usize),
}

/// The open list.
#[derive(Debug, Clone)]
pub struct Listing {
    options: Vec<String>,
    /// By which words each is found besides, with commas between; may be shorter.
    also: Vec<String>,
    field: Editor,
    cursor: Cursor,
}

impl Listing {
    /// All of them, with the chosen one marked.
    pub fn new(options: Vec<String>, at: usize) -> Self {
        Self {
            options,
            also: Vec::new(),
            field: Editor::single(""),
            cursor: Cursor { at },
        }
    }

    /// The same, each found by other words besides its own, with commas between them.
    #[must_use]
    pub fn found_by(self, also: Vec<String>) -> Self {
        Self { also, ..self }
    }

    /// One was taken and stands here in other words now; all are listed again, with that one marked.
    pub fn taken(&mut self, n: usize, words: String) {
        if let Some(option) = self.options.get_mut(n) {
            *option = words;
        }
        self.field = Editor::single("");
        self.cursor = Cursor { at: n };
    }

    /// What stands in the row of one: what it is found by is told where its own words do not say it.
    fn row(&self, n: usize) -> Option<String> {
        let own = &self.options[n];
        if has_typed(own, &self.field) {
            return Some(own.clone());
        }
        let mut also = self.also.get(n)?.split(", ");
        let word = also.find(|word| has_typed(word, &self.field))?;
        Some(format!("{own}: {word}"))
    }

    /// The places of those that have what was typed at the beginning of a word, and how each stands there; first those
    /// whose own words have it.
    fn shown(&self) -> Vec<(usize, String)> {
        let row = |n: usize| Some((n, self.row(n)?));
        let mut shown: Vec<_> = (0..self.options.len()).filter_map(row).collect();
        shown.sort_by_key(|(n, row)| *row != self.options[*n]);
        shown
    }

    /// Changes what was typed; the first that fits is marked.
    pub fn edit(&mut self, change: impl FnOnce(&mut Editor)) {
        change(&mut self.field);
        self.cursor = Cursor::default();
    }

    /// Runs a command.
    pub fn command(&mut self, command: Command) -> Picked {
        let shown = self.shown();
        match command {
            Command::Back => return Picked::Closed,
            Command::Main => {
                let marked = shown.get(self.cursor.at);
                return marked.map_or(Picked::Open, |(n, _)| Picked::This(*n));
            }
            other => match Step::below(&self.field, other) {
                Some(step) => self.cursor.step(step, shown.len()),
                None => self.edit(|field| {
                    field.command(other, WIDTH);
                }),
            },
        }
        Picked::Open
    }

    /// Draws it over a page.
    pub fn draw(&self, out: &mut Canvas<'_>, page: Rect) {
        let shown = self.shown();
        let inside = frame::float(out, page, WIDTH, page.height.min(HEIGHT));
        let list = Rect {
            y: inside.y + 1,
            height: inside.height.saturating_sub(1),
            ..inside
        };
        if shown.is_empty() {
            out.put(list.x, list.y, NONE, list.width, Role::Dim);
        }
        let (from, to) = self.cursor.window(shown.len(), usize::from(list.height));
        for (y, n) in (list.y..list.bottom()).zip(from..to) {
            let marked = n == self.cursor.at;
            if marked {
                out.focus(list.x, y, 1);
            }
            let role = if marked { Role::Mark } else { Role::Ink };
            out.put(list.x, y, &shown[n].1, list.width, role);
        }
        out.put(inside.x.saturating_sub(2), inside.y, "/", 1, Role::Dim);
        self.field.draw_caret(
            out,
            Rect {
                height: 1,
                ..inside
            },
        );
    }
}

/// Whether a row has what was typed at the beginning of a word.
pub fn has_typed(row: &str, field: &Editor) -> bool {
    let typed = field.text().trim().to_lowercase();
    let name = row.to_lowercase();
    let mut words = name.char_indices().filter(|(i, _)| {
        let before = name.get(..*i).and_then(|head| head.chars().next_back());
        before.is_none_or(|c| !c.is_alphanumeric())
    });
    words.any(|(i, _)| name.get(i..).is_some_and(|rest| rest.starts_with(&typed)))
}

/// What is said where no row has it.
pub const NONE: &str = "None has a word that begins so.";
