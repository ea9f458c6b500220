//! What could not be written: it is on the screen or in memory alone, and leaving loses it.

use super::effect::{Loss, Outcome, Wrote};
use crate::store::draft_file::DraftKey;

/// Everything that waits for a disk that takes it, or for a file that can be read.
#[derive(Debug, Default)]
pub struct Unsaved(Vec<Lost>);

/// One thing that waits.
#[derive(Debug)]
struct Lost {
    what: Wrote,
    loss: Loss,
    /// The half-written text that its form keeps of it: once that is on disk, nothing of it is lost.
    half: Option<DraftKey>,
}

impl Unsaved {
    /// Follows what became of each write.
    pub fn follow(&mut self, outcome: &Outcome) {
        match outcome {
            Outcome::NotSaved(what, loss) if loses(what) => {
                if let Wrote::Draft(key) = what {
                    // It holds what its form could not save, and more; now that is what waits.
                    self.forget(key);
                }
                self.0.retain(|lost| lost.what != *what);
                self.0.push(Lost {
                    what: what.clone(),
                    loss: loss.clone(),
                    half: None,
                });
            }
            Outcome::Renamed(from, to) => {
                for lost in self.0.iter_mut().filter(|lost| lost.what == *from) {
                    lost.what = to.clone();
                }
            }
            Outcome::Saved(Wrote::Draft(key), _) => self.forget(key),
            // Of a sitting more may wait than what was written just now.
            Outcome::Saved(what, _) | Outcome::KeptBoth(what, _) | Outcome::Stepped(_, what)
                if !of_sitting(what) =>
            {
                self.0.retain(|lost| lost.what != *what);
            }
            Outcome::CaughtUp => self.0.retain(|lost| !of_sitting(&lost.what)),
            _ => {}
        }
    }

    /// The form of something that could not be written keeps it half written under this name.
    pub fn is_drafted(&mut self, what: &Wrote, key: &DraftKey) {
        for lost in self.0.iter_mut().filter(|lost| lost.what == *what) {
            lost.half = Some(key.clone());
        }
    }

    /// Under which name that is.
    pub fn draft_of(&self, what: &Wrote) -> Option<&DraftKey> {
        self.0.iter().find(|lost| lost.what == *what)?.half.as_ref()
    }

    /// Half-typed text that is on disk, saved as what it was to become, or not wanted any more.
    pub fn forget(&mut self, key: &DraftKey) {
        self.0.retain(|lost| {
            let is_it = matches!(&lost.what, Wrote::Draft(k) if k == key);
            !is_it && lost.half.as_ref() != Some(key)
        });
    }

    /// Whether something of a kind waits.
    pub fn any(&self, kind: impl Fn(&Wrote) -> bool) -> bool {
        self.0.iter().any(|lost| kind(&lost.what))
    }

    /// Whether this waits.
    pub fn has(&self, what: &Wrote) -> bool {
        self.any(|other| other == what)
    }

    /// Whether something waits that is written without anybody doing anything, as soon as there is room: what belongs
    /// to a form or to a step back is sent by the user once more.
    pub fn is_tried_again(&self) -> bool {
        self.any(|what| {
            of_sitting(what) || matches!(what, Wrote::Draft(_) | Wrote::Profile | Wrote::Config)
        })
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
        self.0.last().map(|lost| &lost.loss)
    }

    /// Whether everything is on disk.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Whether something is lost with its save. A question, a mock of one's own, a referee or a paper is not: its form keeps a
/// draft, and that is what counts.
const fn loses(what: &Wrote) -> bool {
    !matches!(
        what,
        Wrote::Bank | Wrote::Checks | Wrote::Mock(_) | Wrote::Question(_)
    )
}

/// Whether it belongs to the file of a sitting, where everything is written in its turn.
pub const fn of_sitting(what: &Wrote) -> bool {
    matches!(what, Wrote::Block(_) | Wrote::Sitting(_))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::EntryId;
    use crate::store::draft_file::Owner;

    fn fails(what: Wrote) -> Outcome {
        let loss = Loss {
            place: "a file".to_owned(),
            words: "The disk is full.".to_owned(),
            broken: false,
        };
        Outcome::NotSaved(what, loss)
    }

    #[test]
    fn only_the_draft_of_its_own_form_holds_what_could_not_be_saved() {
        let (form, other) = (
            Wrote::Entry(EntryId::new("a")),
            Wrote::Entry(EntryId::new("b")),
        );
        let key = (Owner::NewEntry, "body".to_owned());
        let mut unsaved = Unsaved::default();
        unsaved.follow(&fails(form.clone()));
        unsaved.follow(&fails(other.clone()));
        unsaved.is_drafted(&form, &key);
        unsaved.follow(&Outcome::Saved(Wrote::Draft(key), "drafts/a.toml".into()));
        assert!(!unsaved.has(&form) && unsaved.has(&other));
    }

    #[test]
    fn nothing_wakes_for_what_only_the_user_sends_again() {
        let mut unsaved = Unsaved::default();
        unsaved.follow(&fails(Wrote::Entry(EntryId::new("a"))));
        assert!(!unsaved.is_empty() && !unsaved.is_tried_again());
        unsaved.follow(&fails(Wrote::Profile));
        assert!(unsaved.is_tried_again());
    }
}
