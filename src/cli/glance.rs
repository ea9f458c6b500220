//! What lies ahead, for `greenroom next` and `greenroom today`: the same facts that the studio shows.

use super::named::name_of;
use super::world::World;
use crate::desk::Model;
use crate::domain::id::ApplicationId;
use crate::domain::next::{Thing, Todo};
use crate::domain::text::{capital, full_stop};
use crate::panes::today::ahead::Ahead;
use crate::panes::words::hide_names;
use crate::runtime::load;

/// The home, and what is to be done in it.
pub struct Glance {
    /// Everything that was read.
    pub model: Model,
    /// What to do and what to send.
    pub ahead: Ahead,
    /// How a command for it begins.
    program: String,
}

impl Glance {
    /// Reads the home and works it out.
    pub fn of(world: &World<'_, '_>) -> Self {
        let mut model = Model {
            names_hidden: world.global.hide_names,
            ..Model::default()
        };
        model.take(load::everything(&world.home));
        let ahead = Ahead::of(&model, world.now);
        Self {
            model,
            ahead,
            program: world.out.here.program(),
        }
    }

    /// Words in which employers are letters while names are hidden.
    pub fn hide(&self, text: &str) -> String {
        hide_names(&self.model, text)
    }

    /// What starts a thing from the shell; what has no command of its own begins in the studio.
    pub fn command(&self, todo: &Todo) -> String {
        let program = &self.program;
        let name = |id: &ApplicationId, slot| match self.model.journey.get(id) {
            Some(job) => name_of(job, slot),
            None => id.to_string(),
        };
        match todo.command(name) {
            Some(command) => format!("{program} {command}"),
            None => program.clone(),
        }
    }

    /// A thing as it may be shown.
    pub fn shown(&self, thing: &Thing) -> Thing {
        Thing {
            title: self.hide(&thing.title),
            reason: self.hide(&thing.reason),
            ..thing.clone()
        }
    }
}

/// Words with a capital at the start and a stop at the end.
pub fn sentence(words: &str) -> String {
    full_stop(&capital(words))
}
