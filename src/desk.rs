//! What a pane may touch while it updates: the model, a list of effects, toasts, and where to go next.
//!
//! The model holds facts that survive leaving a pane and is cut by domain. Effects are values that `runtime`
//! carries out; what became of them comes back as an [`Outcome`].

mod absorb;
pub mod bank;
pub mod checks;
pub mod effect;
mod friends;
pub mod go;
pub mod guest;
pub mod jobs;
pub mod journal;
pub mod mask;
pub mod met;
pub mod model;
pub mod msg;
pub mod recall;
pub mod record;
mod refresh;
pub mod stories;
pub mod toast;
pub mod told;
pub mod touches;
pub mod undo;
pub mod unsaved;
pub mod voice;

use crate::domain::time::Now;
use crate::keys::Command;
use crate::keys::Keymap;
use crate::look::Look;

pub use effect::{Effect, Outcome};
pub use go::{Go, Place, Section};
pub use model::Model;
pub use msg::Msg;
pub use toast::{Toast, Toasts};

/// What drawing may look at.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Facts.
    pub model: &'a Model,
    /// Symbols and styles.
    pub look: &'a Look,
    /// Keys, for texts that name one.
    pub keymap: &'a Keymap,
    /// The time of the event that led to this frame.
    pub now: Now,
    /// Width and height of the screen in cells.
    pub screen: (u16, u16),
}

impl View<'_> {
    /// The first key of a command in a context, as shown in hints; empty when it has none.
    pub fn key(&self, context: crate::keys::Context, command: Command) -> String {
        self.keymap.first_key(context, command, self.look.arrows())
    }
}

/// What updating may touch.
pub struct Desk<'a> {
    /// Facts.
    pub model: &'a mut Model,
    /// The time of the event.
    pub now: Now,
    /// Width and height of the screen in cells.
    pub screen: (u16, u16),
    /// Rows that a notice takes from the page.
    pub notice: u16,
    /// What to carry out, in order.
    pub effects: &'a mut Vec<Effect>,
    /// Short messages.
    pub toasts: &'a mut Toasts,
    /// Where to go, in order.
    pub going: &'a mut Vec<Go>,
}

impl Desk<'_> {
    /// Asks for an effect.
    pub fn perform(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Says something in one line.
    pub fn say(&mut self, words: impl Into<String>) {
        self.toasts.push(Toast::plain(words), self.now);
    }

    /// What was said is not so any more.
    pub fn unsay(&mut self, words: &str) {
        self.toasts.unsay(words);
    }

    /// Another page of the same screen came up: what was said of the one before says nothing of this one.
    pub fn turns_page(&mut self) {
        self.toasts.hide_before(self.now);
    }

    /// Says something that can be taken back with the undo key.
    pub fn say_undoable(&mut self, words: impl Into<String>) {
        self.toasts.push(Toast::undoable(words), self.now);
    }

    /// Goes somewhere.
    pub fn go(&mut self, go: Go) {
        self.going.push(go);
    }
}
