//! What is typed on the page: the advert, or a line that shows a point. It is in the file of the job as it is typed.

use ratatui::layout::Rect;

use crate::desk::{Desk, Model, Msg, jobs};
use crate::domain::id::CompetencyId;
use crate::domain::journey::Application;
use crate::domain::time::Mono;
use crate::keys::Context;
use crate::panes::jotting::{Jotted, Jotting};
use crate::panes::points;
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;

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
    text: Jotting,
    /// The job before it.
    before: Application,
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
            text: Jotting::new(title, text),
            before: job.clone(),
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

    /// Takes a message; `false` once it is done.
    pub fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> bool {
        match self.text.take(msg, desk) {
            Jotted::Open => true,
            Jotted::Keep => {
                self.keep(desk);
                true
            }
            Jotted::Done => {
                self.close(desk);
                false
            }
        }
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
        self.text.next_wake()
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        if self.fills_page() {
            self.text.draw_page(area, out);
        } else {
            self.text.draw_line(area, out);
        }
    }
}
