//! Looking around: what another studio, an editor or a sync tool wrote is taken in soon after the next key.

use std::time::Duration;

use super::App;
use crate::desk::model::Loaded;
use crate::desk::touches::Touches;
use crate::desk::{Effect, Outcome};
use crate::domain::time::{Mono, Now};
use crate::keys::Context;

/// At most so often.
const PAUSE: Duration = Duration::from_secs(1);

/// The same where the system tells of changes: it may miss those of another machine on a shared disk.
const PAUSE_TOLD: Duration = Duration::from_secs(10);

/// When it was looked around, and what was written since.
#[derive(Debug, Default)]
pub(super) struct Looking {
    last: Option<Mono>,
    /// How often this studio asked for a change.
    changes: u64,
    /// The system tells of changes.
    tells: bool,
    /// The system told of a change that was not looked at yet.
    told: bool,
    /// Something was read that was old when it came, or came at a bad moment.
    owed: bool,
}

impl App {
    /// Counts what changes the home, so that older readings of it are known.
    pub(super) fn count_changes(&mut self, effects: &[Effect]) {
        let changes =
            |effect: &&Effect| matches!(effect.touches(), Touches::Block | Touches::Files);
        self.looking.changes += effects.iter().filter(changes).count() as u64;
    }

    /// The system told that somebody changed the home.
    pub(super) fn was_told(&mut self) {
        self.looking.told = true;
    }

    /// The system tells of changes from now on.
    pub(super) const fn is_told(&mut self) {
        self.looking.tells = true;
    }

    /// Looks around after a key, unless that was done just now, and once the system has told of a change; not while it
    /// would disturb.
    pub(super) fn look_around(&mut self, key: bool, now: Now, effects: &mut Vec<Effect>) {
        let pause = if self.looking.tells {
            PAUSE_TOLD
        } else {
            PAUSE
        };
        let just = |at: Mono| now.mono.since(at) < pause;
        let due = key && !self.looking.last.is_some_and(just);
        if (due || self.looking.told) && self.may_look() {
            self.looking.told = false;
            self.looking.last = Some(now.mono);
            effects.push(Effect::Look {
                again: std::mem::take(&mut self.looking.owed),
                after: self.looking.changes,
            });
        }
    }

    /// Whether something that was read anew is older than what this studio did since, or would disturb now; it is read
    /// once more then.
    pub(super) fn is_stale(&mut self, outcome: &Outcome) -> bool {
        let Outcome::Refreshed(after, _) = outcome else {
            return false;
        };
        let stale = *after != self.looking.changes || !self.may_look();
        self.looking.owed |= stale;
        stale
    }

    /// Only while nothing is written or answered: what is being changed here must not change under the hand.
    fn may_look(&self) -> bool {
        let model = &self.model;
        let quiet = model.practice.sitting.is_none() && model.practice.solo.is_none();
        let reads = |context: Context| {
            matches!(
                context,
                Context::Stage
                    | Context::Library
                    | Context::Handbook
                    | Context::Letter
                    | Context::Question
                    | Context::Reader
                    | Context::Past
                    | Context::Unfinished
                    | Context::Mocks
                    | Context::List
                    | Context::Story
                    | Context::Card
            )
        };
        let mut stack = self.stack.iter().map(|pane| pane.context(model));
        model.loaded == Loaded::All
            && !model.sample
            && quiet
            && self.overlay.is_none()
            && stack.all(reads)
    }
}
