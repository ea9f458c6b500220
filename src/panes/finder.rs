//! Finding in a list: words typed in its first row, texts that are folded once, marks counted in cells.

use ratatui::layout::Rect;

use super::step_of;
use crate::desk::Msg;
use crate::domain::search::{Found, Haystack, Query, Whose};
use crate::keys::Command;
use crate::look::Role;
use crate::widgets::Canvas;
use crate::widgets::canvas::cells;
use crate::widgets::editor::Editor;
use crate::widgets::list::Cursor;

/// The words that a list is looked through for.
#[derive(Default)]
pub struct Finder {
    field: Option<Editor>,
    kept: String,
    stack: Option<Haystack>,
}

impl Finder {
    /// The texts changed.
    pub fn forget(&mut self) {
        self.stack = None;
    }

    /// Begins to take words.
    pub fn open(&mut self) {
        self.field = Some(Editor::single(&self.kept));
    }

    /// Whether words are being typed.
    pub const fn is_open(&self) -> bool {
        self.field.is_some()
    }

    /// The words as typed so far, or as they were kept.
    pub fn words(&self) -> &str {
        self.field.as_ref().map_or(&self.kept, Editor::text)
    }

    /// The words, folded.
    pub fn query(&self) -> Query {
        Query::new(self.words())
    }

    /// Looks for these words from now on.
    pub fn seek(&mut self, words: &str) {
        words.clone_into(&mut self.kept);
    }

    /// Forgets the words; `true` when there were some.
    pub fn clear(&mut self) -> bool {
        !std::mem::take(&mut self.kept).is_empty()
    }

    /// Takes a message while words are typed, and moves the mark of a list of `len` rows; `true` when the words
    /// changed or are kept now, so that the list has to be made anew.
    pub fn take(&mut self, msg: &Msg, cursor: &mut Cursor, len: usize) -> bool {
        let Some(field) = &mut self.field else {
            return false;
        };
        match msg {
            Msg::Type(c) => field.type_char(*c),
            Msg::Paste(text) => field.paste(text),
            Msg::Command(Command::Main) => {
                self.kept = field.text().to_owned();
                self.field = None;
            }
            Msg::Command(Command::Back) => {
                self.kept.clear();
                self.field = None;
            }
            Msg::Command(command) => match step_of(*command) {
                Some(step) => {
                    cursor.step(step, len);
                    return false;
                }
                None => drop(field.command(*command, 40)),
            },
            _ => return false,
        }
        true
    }

    /// The places of the texts that have all the words, in order; all of them when there are no words.
    pub fn find(&mut self, len: usize, text: impl Fn(usize) -> String) -> Vec<usize> {
        let query = self.query();
        if query.is_empty() {
            return (0..len).collect();
        }
        self.stack
            .get_or_insert_with(|| Haystack::new((0..len).map(text)))
            .find(&query)
    }

    /// Those that fit, the best first, or what is near: see [`Haystack::look`]; all that fit when there are no words.
    pub fn look<T: AsRef<str>>(
        &mut self,
        len: usize,
        text: impl Fn(usize) -> String,
        fits: impl Fn(usize) -> bool,
        shown: impl Fn(usize) -> T,
        whose: impl Fn(usize) -> Whose,
    ) -> Found {
        let query = self.query();
        if query.is_empty() {
            return Found {
                rows: (0..len).filter(|row| fits(*row)).collect(),
                near: false,
            };
        }
        self.stack
            .get_or_insert_with(|| Haystack::new((0..len).map(text)))
            .look(&query, fits, shown, whose)
    }

    /// Draws the words being typed, with the caret; `false` when none are.
    pub fn draw_field(&self, row: Rect, out: &mut Canvas<'_>) -> bool {
        let Some(field) = &self.field else {
            return false;
        };
        out.put(row.x, row.y, "/", 1, Role::Ink);
        let room = Rect {
            x: row.x + 2,
            width: row.width.saturating_sub(2),
            ..row
        };
        field.draw_caret(out, room);
        true
    }

    /// Draws the sign before the marked row. While words are typed the caret has the focus, and it is only drawn.
    pub fn draw_mark(&self, x: u16, y: u16, out: &mut Canvas<'_>) {
        if self.is_open() {
            let sign = out.look().glyphs.focus;
            out.put(x.saturating_sub(2), y, sign, 1, Role::Accent);
        } else {
            out.focus(x, y, 1);
        }
    }
}

/// Where the words stand in a text: first cell and number of cells.
pub fn marks(query: &Query, text: &str) -> Vec<(u16, u16)> {
    let width = |range: std::ops::Range<usize>| cells(text.get(range).unwrap_or_default());
    query
        .ranges(text)
        .into_iter()
        .map(|r| (width(0..r.start), width(r)))
        .collect()
}

/// Puts a text and, in it, the words that are looked for; returns the cells it took.
pub fn put_marked(
    out: &mut Canvas<'_>,
    (x, y): (u16, u16),
    text: &str,
    room: u16,
    role: Role,
    query: &Query,
) -> u16 {
    let used = out.put(x, y, text, room, role);
    for (start, len) in marks(query, text).into_iter().filter(|m| m.0 < used) {
        out.restyle(x + start, y, len.min(used - start), Role::Accent);
    }
    used
}
