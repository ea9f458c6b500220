//! A question of one's own to ask them: written on the page of the interview, and kept as it is typed.

use ratatui::layout::Rect;

use crate::desk::{Desk, Msg};
use crate::domain::journey::Application;
use crate::domain::library::StageId;
use crate::domain::time::Mono;
use crate::keys::Command;
use crate::look::Role;
use crate::panes::drafting::Drafting;
use crate::panes::ticks;
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, frame};

/// Cells of the line, where there is room.
const WIDTH: u16 = 70;

/// What stands above it.
const WORDS: &str = "Your own question, and in brackets who gets it";

/// The line that is being written.
pub struct Own {
    stage: StageId,
    line: Editor,
    /// What of it is in the file already.
    kept: String,
    /// The application before it.
    before: Application,
    drafting: Drafting,
}

impl Own {
    /// An empty line.
    pub fn new(stage: StageId, before: Application) -> Self {
        Self {
            stage,
            line: Editor::single(""),
            kept: String::new(),
            before,
            drafting: Drafting::default(),
        }
    }

    /// Takes a key; `false` once the line is closed.
    pub fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> bool {
        match msg {
            Msg::Type(c) => self.line.type_char(*c),
            Msg::Paste(text) => self.line.paste(text),
            Msg::Command(Command::Save | Command::Back) => {
                self.close(desk);
                return false;
            }
            Msg::Command(command) if !self.line.command(*command, WIDTH) => return true,
            Msg::Command(_) => {}
            Msg::Wake if self.drafting.due(desk.now) => return self.keep(desk),
            Msg::Leaving if self.drafting.take() => return self.keep(desk),
            _ => return true,
        }
        self.drafting.touch(desk.now);
        true
    }

    /// Writes what stands in the line in place of what was written of it before.
    fn keep(&mut self, desk: &mut Desk<'_>) -> bool {
        let words = self.line.text().trim().to_owned();
        let is_own = ticks::ask(desk, self.stage, &self.before.id, (&self.kept, &words));
        // The words of another question are none of this line: that one is not to be written over.
        self.kept = if is_own { words } else { String::new() };
        true
    }

    fn close(&mut self, desk: &mut Desk<'_>) {
        self.keep(desk);
        if !self.kept.is_empty() {
            ticks::note_question(self.before.clone(), desk);
            desk.say("Kept under To ask. u takes it back.");
        } else if !self.line.text().trim().is_empty() {
            desk.say(ticks::THERE);
        }
    }

    /// When it is to be kept.
    pub fn next_wake(&self) -> Option<Mono> {
        self.drafting.next_wake()
    }

    /// Draws it over the page.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        let inside = frame::float(out, area, area.width.min(WIDTH), 5);
        out.put(inside.x, inside.y, WORDS, inside.width, Role::Dim);
        let line = Rect {
            y: inside.y + 1,
            height: 1,
            ..inside
        };
        self.line.draw(out, line, true);
    }
}
