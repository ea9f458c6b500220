//! What is typed on the page: the advert, or a line that shows a point. It is in the file of the job as it is typed.

use ratatui::layout::Rect;

use crate::desk::{Desk, Effect, Model, Msg, Outcome, jobs};
use crate::domain::id::CompetencyId;
use crate::domain::journey::Application;
use crate::domain::time::Mono;
use crate::keys::{Command, Context};
use crate::look::Role;
use crate::panes::drafting::Drafting;
use crate::panes::{column, points, text_width};
use crate::widgets::editor::Editor;
use crate::widgets::{Canvas, frame};

/// Cells of the line, where there is room.
const WIDTH: u16 = 70;

/// What is typed.
#[derive(Debug, Clone)]
pub enum What {
    /// The advert.
    Advert,
    /// What shows this competency.
    Proof(CompetencyId),
}

/// The text.
pub struct Typing {
    what: What,
    title: String,
    text: Editor,
    /// The job before it.
    before: Application,
    drafting: Drafting,
}

impl Typing {
    /// Goes on with what is written there.
    pub fn new(job: &Application, what: What, model: &Model) -> Self {
        let (title, text) = match &what {
            What::Advert => (
                "Paste the advert here, or type what it asks for.".to_owned(),
                Editor::new(&job.advert),
            ),
            What::Proof(id) => {
                let title = model.library.competency_title(id.as_str());
                let own = Editor::single(points::evidence(job, id));
                (format!("{title}: what did you do that shows it?"), own)
            }
        };
        Self {
            what,
            title,
            text,
            before: job.clone(),
            drafting: Drafting::default(),
        }
    }

    /// The keys that apply.
    pub const fn context(&self) -> Context {
        match self.what {
            What::Advert => Context::Area,
            What::Proof(_) => Context::Jot,
        }
    }

    /// Whether it needs the whole page.
    pub const fn fills_page(&self) -> bool {
        matches!(self.what, What::Advert)
    }

    /// Takes a key; `false` once it is closed.
    pub fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> bool {
        match msg {
            Msg::Type(c) => self.text.type_char(*c),
            Msg::Paste(text) => self.text.paste(text),
            Msg::Outcome(Outcome::Edited(text)) => self.text.set(text),
            Msg::Command(Command::Save | Command::Back) => {
                self.close(desk);
                return false;
            }
            Msg::Command(Command::EditOutside) => {
                desk.perform(Effect::OpenEditor(self.text.text().to_owned()));
                return true;
            }
            Msg::Command(command) if !self.text.command(*command, text_width(desk.screen)) => {
                return true;
            }
            Msg::Command(_) => {}
            Msg::Wake if self.drafting.due(desk.now) => {
                self.keep(desk);
                return true;
            }
            Msg::Leaving if self.drafting.take() => {
                self.keep(desk);
                return true;
            }
            _ => return true,
        }
        self.drafting.touch(desk.now);
        true
    }

    /// Writes what stands there now.
    fn keep(&self, desk: &mut Desk<'_>) {
        let text = self.text.text().trim_end().to_owned();
        jobs::put(desk, &self.before.id, |job| match &self.what {
            What::Advert => job.advert = text,
            What::Proof(id) => points::prove(job, id, text),
        });
    }

    /// Writes it for the last time; one step back takes back all that was typed.
    fn close(&self, desk: &mut Desk<'_>) {
        self.keep(desk);
        let now = desk.model.journey.get(&self.before.id);
        if now.is_some_and(|job| *job != self.before) {
            match self.what {
                What::Advert => points::note_advert(self.before.clone(), desk),
                What::Proof(_) => points::note_proof(self.before.clone(), desk),
            }
        }
    }

    /// When it is to be written.
    pub fn next_wake(&self) -> Option<Mono> {
        self.drafting.next_wake()
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        let inside = if self.fills_page() {
            column(area)
        } else {
            frame::float(out, area, area.width.min(WIDTH), 5)
        };
        out.put(inside.x, inside.y, &self.title, inside.width, Role::Dim);
        let text = Rect {
            y: inside.y + 1,
            height: inside.height.saturating_sub(1),
            ..inside
        };
        let text = if self.fills_page() {
            text
        } else {
            Rect { height: 1, ..text }
        };
        self.text.draw(out, text, true);
    }
}
