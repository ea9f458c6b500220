//! What is typed on the page: what an offer says of one thing. It is in its file as it is typed.

use ratatui::layout::Rect;

use super::lines::Of;
use crate::desk::{Desk, Effect, Model, Msg, jobs, undo};
use crate::domain::journey::{Application, Says, offer};
use crate::domain::settings::Profile;
use crate::domain::time::Mono;
use crate::panes::jotting::{Jotted, Jotting};
use crate::widgets::Canvas;
use crate::widgets::editor::Editor;

/// What stood there before: a step back puts it there again.
enum Before {
    Job(Box<Application>),
    Profile(Box<Profile>),
}

/// The line.
pub struct Typing {
    of: Of,
    about: String,
    line: Jotting,
    before: Before,
}

/// What is said in a column about a thing.
pub fn said(model: &Model, of: &Of, about: &str) -> Says {
    let all = match of {
        Of::Job(id) => {
            let offer = model.journey.get(id).and_then(|job| job.offer.as_ref());
            offer.map_or(&[][..], |offer| &offer.says)
        }
        Of::Staying => &model.profile.staying,
    };
    offer::about(all, about).cloned().unwrap_or_default()
}

/// Changes that on the screen and on the disk, with no step back yet.
fn put(desk: &mut Desk<'_>, of: &Of, about: &str, change: impl FnOnce(&mut Says)) {
    match of {
        Of::Job(id) => drop(jobs::put(desk, id, |job| {
            if let Some(offer) = &mut job.offer {
                offer::say(&mut offer.says, about, change);
            }
        })),
        Of::Staying => {
            let before = desk.model.profile.staying.clone();
            let staying = &mut desk.model.profile.staying;
            offer::say(staying, about, change);
            if staying.is_empty() {
                // The column stays until it is taken out.
                staying.push(Says {
                    about: about.to_owned(),
                    ..Says::default()
                });
            }
            if *staying != before {
                let profile = Box::new(desk.model.profile.clone());
                desk.perform(Effect::SaveProfile(profile));
            }
        }
    }
}

impl Before {
    fn of(model: &Model, of: &Of) -> Option<Self> {
        Some(match of {
            Of::Job(id) => Self::Job(Box::new(model.journey.get(id)?.clone())),
            Of::Staying => Self::Profile(Box::new(model.profile.clone())),
        })
    }

    /// Notes it as one step back, where it is another one now.
    fn note(self, words: &str, desk: &mut Desk<'_>) {
        match self {
            Self::Job(before) => {
                let now = desk.model.journey.get(&before.id);
                if now.is_some_and(|job| *job != *before) {
                    jobs::note(*before, words, desk);
                }
            }
            Self::Profile(before) if *before != desk.model.profile => {
                desk.model.undo.note(words, undo::Step::Profile(before));
            }
            Self::Profile(_) => {}
        }
    }
}

/// The next mark of what is said about a thing.
pub fn turn_mark(desk: &mut Desk<'_>, of: &Of, about: &str) {
    set(desk, of, about, |says| says.mark = says.mark.next());
}

/// Changes what is said about a thing, in one step back.
pub fn set(desk: &mut Desk<'_>, of: &Of, about: &str, change: impl FnOnce(&mut Says)) {
    let before = Before::of(desk.model, of);
    put(desk, of, about, change);
    if let Some(before) = before {
        before.note(&format!("what is said of {about}"), desk);
    }
}

impl Typing {
    /// Goes on with what is written there.
    pub fn new(model: &Model, of: &Of, name: &str, about: &str) -> Option<Self> {
        let title = match of {
            Of::Job(_) => format!("{about}: what does {name} say?"),
            Of::Staying => format!("{about}: how is it where you are?"),
        };
        Some(Self {
            before: Before::of(model, of)?,
            line: Jotting::new(title, Editor::single(&said(model, of, about).words)),
            of: of.clone(),
            about: about.to_owned(),
        })
    }

    /// Takes a message; `false` once it is done.
    pub fn take(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> bool {
        let jotted = self.line.take(msg, desk);
        if jotted != Jotted::Open {
            let text = self.line.text().trim().to_owned();
            put(desk, &self.of, &self.about, |says| says.words = text);
        }
        jotted != Jotted::Done
    }

    /// One step back takes back all that was typed.
    pub fn close(self, desk: &mut Desk<'_>) {
        self.before
            .note(&format!("what is said of {}", self.about), desk);
    }

    /// When it is to be written.
    pub fn next_wake(&self) -> Option<Mono> {
        self.line.next_wake()
    }

    /// Draws it.
    pub fn draw(&self, area: Rect, out: &mut Canvas<'_>) {
        self.line.draw_line(area, out);
    }
}
