//! What becomes of a record that a form has sent to be written: the same for every form that stays open until then.

use crate::desk::Outcome;
use crate::desk::effect::Wrote;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::library::Blueprint;
use crate::domain::story::Story;

/// A record that a form writes.
pub trait Record {
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

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is on the disk.
    Saved,
    /// It is on the disk beside another one; that has been said already.
    KeptBoth,
    /// It is not on the disk, and is not on its way any more.
    NotSaved,
}

/// Follows the record that is being written; nothing where the outcome is not about it.
pub fn fate<T: Record>(saving: &mut Option<Box<T>>, outcome: &Outcome) -> Option<Fate> {
    let record = saving.as_mut()?;
    match outcome {
        Outcome::Saved(what, _) if *what == record.wrote() => Some(Fate::Saved),
        Outcome::KeptBoth(what, _) if *what == record.wrote() => Some(Fate::KeptBoth),
        Outcome::Renamed(from, to) if *from == record.wrote() => {
            record.rename(to);
            None
        }
        Outcome::NotSaved(what, _) if *what == record.wrote() => {
            *saving = None;
            Some(Fate::NotSaved)
        }
        _ => None,
    }
}
