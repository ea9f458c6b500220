//! What could not be written: it is on the screen or in memory alone, and leaving loses it.

use super::effect::{Loss, Outcome, Wrote};
use crate::store::draft_file::{DraftKey, Owner};

/// Everything that waits for a disk that takes it, or for a file that can be read.
#[derive(Debug, Default)]
pub struct Unsaved(Vec<(Wrote, Loss)>);

impl Unsaved {
    /// Follows what became of each write.
    pub fn follow(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::NotSaved(what, loss) if loses(what) => {
                self.0.retain(|(other, _)| other != what);
                self.0.push((what.clone(), loss.clone()));
            }
            Outcome::Renamed(from, to) => {
                for (what, _) in self.0.iter_mut().filter(|(what, _)| what == from) {
                    *what = to.clone();
                }
            }
            // Of a sitting more may wait than what was written just now.
            Outcome::Saved(what, _) | Outcome::KeptBoth(what, _) | Outcome::Stepped(_, what)
                if !of_sitting(what) =>
            {
                self.0
                    .retain(|(other, _)| other != what && !holds(what, other));
            }
            Outcome::CaughtUp => self.0.retain(|(what, _)| !of_sitting(what)),
            _ => {}
        }
    }

    /// Half-typed text that is not wanted any more.
    pub fn forget(&mut self, key: &DraftKey) {
        self.0
            .retain(|(what, _)| !matches!(what, Wrote::Draft(k) if k == key));
    }

    /// Whether something of a kind waits.
    pub fn any(&self, kind: impl Fn(&Wrote) -> bool) -> bool {
        self.0.iter().any(|(what, _)| kind(what))
    }

    /// Whether this waits.
    pub fn has(&self, what: &Wrote) -> bool {
        self.0.iter().any(|(other, _)| other == what)
    }

    /// What stands above the hints as long as something is not on disk; `tells` is where more is said.
    pub fn words(&self, tells: &str) -> Option<String> {
        let loss = self.last()?;
        Some(if loss.broken {
            format!("NOT saved: {}. Leaving now loses it.{tells}", loss.place)
        } else {
            format!("Could NOT be saved; leaving now loses it.{tells}")
        })
    }

    /// Why what failed last is not on disk.
    pub fn last(&self) -> Option<&Loss> {
        self.0.last().map(|(_, loss)| loss)
    }

    /// Whether everything is on disk.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether something is lost with its save. A question or a mock of one's own is not: its form keeps a draft, and that
/// is what counts.
const fn loses(what: &Wrote) -> bool {
    !matches!(what, Wrote::Bank | Wrote::Mock(_))
}

/// Whether it belongs to the file of a sitting, where everything is written in its turn.
pub const fn of_sitting(what: &Wrote) -> bool {
    matches!(what, Wrote::Block(_) | Wrote::Sitting(_))
}

/// Whether a draft that is on disk holds what a form could not save.
fn holds(draft: &Wrote, other: &Wrote) -> bool {
    let Wrote::Draft((owner, _)) = draft else {
        return false;
    };
    match (owner, other) {
        (Owner::NewEntry, Wrote::Entry(_))
        | (Owner::NewApplication, Wrote::Application(_))
        | (Owner::NewStory, Wrote::Story(_)) => true,
        (Owner::Entry(id), Wrote::Entry(other)) => id == other,
        (Owner::Application(id), Wrote::Application(other)) => id == other,
        (Owner::Story(id), Wrote::Story(other)) => id == other,
        _ => false,
    }
}
