//! The records that a form writes, and by which names what became of them is told.

use crate::desk::effect::Wrote;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::Blueprint;
use crate::domain::story::Story;

/// A record that a form writes.
pub trait Record: Clone {
    /// As the outcome names it.
    fn wrote(&self) -> Wrote;

    /// Takes the name under which it was written, since its own was taken.
    fn rename(&mut self, to: &Wrote);
}

impl Record for Application {
    fn wrote(&self) -> Wrote {
        Wrote::Application(self.id.clone())
    }

    fn rename(&mut self, to: &Wrote) {
        if let Wrote::Application(id) = to {
            self.id = id.clone();
        }
    }
}

impl Record for Entry {
    fn wrote(&self) -> Wrote {
        Wrote::Entry(self.id.clone())
    }

    fn rename(&mut self, to: &Wrote) {
        if let Wrote::Entry(id) = to {
            self.id = id.clone();
        }
    }
}

impl Record for Story {
    fn wrote(&self) -> Wrote {
        Wrote::Story(self.id.clone())
    }

    fn rename(&mut self, to: &Wrote) {
        if let Wrote::Story(id) = to {
            self.id = id.clone();
        }
    }
}

impl Record for Blueprint {
    fn wrote(&self) -> Wrote {
        Wrote::Mock(self.id.clone())
    }

    fn rename(&mut self, to: &Wrote) {
        if let Wrote::Mock(id) = to {
            self.id = id.clone();
        }
    }
}
