//! A text that is typed over a page: it is in its file as it is typed, and done with one key.

use ratatui::layout::Rect;

use super::drafting::Drafting;
use super::{column, text_width};
use crate::desk::{Desk, Effect, Msg, Outcome};
use crate::domain::time::Mono;
use crate::keys::Command;
use crate::look::Role;
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, frame};

/// Cells of a line, where there is room.
const WIDTH: u16 = 70;

/// What is typed, and what is asked for above it.
pub struct Jotting {
    title: String,
    text: Editor,
    drafting: Drafting,
}

/// What a message did to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jotted {
    /// It goes on.
    Open,
    /// It goes on, and what stands there is to be written now.
    Keep,
    /// It is done: what stands there is to be written, and it closes.
    Done,
}

impl Jotting {
    /// Goes on with what is written there.
    pub fn new(title: String, text: Editor) -> Self {
        Self {
            title,
            text,
            drafting: Drafting::default(),
        }
    }

    /// What stands there.
    pub fn text(&self) -> &str {
        self.text.text()
    }

    /// Takes a message.
    pub fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> Jotted {
        match msg {
            Msg::Type(c) => self.text.type_char(*c),
            Msg::Paste(text) => self.text.paste(text),
            Msg::Outcome(Outcome::Edited(text)) => self.text.set(text),
            Msg::Command(Command::Save | Command::Back) => return Jotted::Done,
            Msg::Command(Command::EditOutside) => {
                desk.perform(Effect::OpenEditor(self.text.text().to_owned()));
                return Jotted::Open;
            }
            Msg::Command(command) if !self.text.command(*command, text_width(desk.screen)) => {
                return Jotted::Open;
            }
            Msg::Command(_) => {}
            Msg::Wake if self.drafting.due(desk.now) => return Jotted::Keep,
            Msg::Leaving if self.drafting.take() => return Jotted::Keep,
            _ => return Jotted::Open,
        }
        self.drafting.touch(desk.now);
        Jotted::Open
    }

    /// When it is to be written.
    pub fn next_wake(&self) -> Option<Mono> {
        self.drafting.next_wake()
    }

    /// Draws it as one line over the page.
    pub fn draw_line(&self, area: Rect, out: &mut Canvas<'_>) {
        let inside = frame::float(out, area, area.width.min(WIDTH), 5);
        self.draw(inside, 1, out);
    }

    /// Draws it in place of the page.
    pub fn draw_page(&self, area: Rect, out: &mut Canvas<'_>) {
        let inside = column(area);
        self.draw(inside, inside.height.saturating_sub(1), out);
    }

    fn draw(&self, inside: Rect, height: u16, out: &mut Canvas<'_>) {
        out.put(inside.x, inside.y, &self.title, inside.width, Role::Dim);
        let text = Rect {
            y: inside.y + 1,
            height,
            ..inside
        };
        self.text.draw(out, text, true);
    }
}
