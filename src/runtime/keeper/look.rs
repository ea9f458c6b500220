//! Whether another program changed the home: another studio, an editor, a sync tool.

use super::Keeper;
use crate::desk::{Effect, Outcome};
use crate::runtime::load;

impl Keeper {
    /// Notes whether the folder is another one than this studio left it.
    pub(super) fn notice(&mut self) {
        if let Some(known) = self.pulse {
            self.behind |= self.beat() != known;
        }
    }

    /// How the user's folder and that of the settings look from outside.
    pub(super) fn beat(&self) -> u64 {
        let stores = self.own.stores().into_iter();
        stores.fold(0, |beat, store| beat.rotate_left(1) ^ store.pulse())
    }

    /// Reads the home again if somebody else changed it.
    pub(super) fn look(&mut self, again: bool, after: u64) -> Vec<Outcome> {
        if self.sample.is_some() || self.pulse.is_none() {
            return Vec::new();
        }
        self.notice();
        if !std::mem::take(&mut self.behind) && !again {
            return Vec::new();
        }
        // What changes while it is read is seen the next time.
        self.pulse = Some(self.beat());
        let mut everything = load::everything(&self.own);
        everything.settings = Some(load::settings(&self.own));
        vec![Outcome::Refreshed(after, Box::new(everything))]
    }
}

/// Whether an effect may change what is looked at. Half-typed text and the blocks of a sitting are not.
pub(super) const fn may_write(effect: &Effect) -> bool {
    !matches!(
        effect,
        Effect::Look { .. }
            | Effect::ReadSitting(_)
            | Effect::Append(..)
            | Effect::SaveDraft(_)
            | Effect::DropDraft(_)
            | Effect::ListTrash
            | Effect::FindPosts(_)
            | Effect::ReadPost(_)
            | Effect::WriteReturn(..)
    )
}
