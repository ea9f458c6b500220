//! Steps back and forward: what became of each record that they put back or took away.

use super::{Keeper, not_saved};
use crate::desk::effect::Wrote;
use crate::desk::{Effect, Outcome};
use crate::domain::time::Now;
use crate::store::error::StoreError;

impl Keeper {
    /// Puts a record back as it was, or takes it away again.
    pub(super) fn step(&self, effect: &Effect, now: Now) -> Vec<Outcome> {
        let home = self.home();
        let Some(asked) = effect.steps() else {
            return Vec::new();
        };
        let done = match effect {
            Effect::PutApplication(a) => home.put_application(a).map(Wrote::Application),
            Effect::PutEntry(entry) => home.put_entry(entry).map(Wrote::Entry),
            Effect::TakeApplication(id) => {
                let taken = home.take_application(id, now.wall);
                taken.map(|()| asked.clone())
            }
            Effect::TakeEntry(id) => {
                let taken = home.take_entry(id, now.wall);
                taken.map(|()| asked.clone())
            }
            _ => return Vec::new(),
        };
        match done {
            Ok(now_called) => vec![Outcome::Stepped(asked, now_called)],
            Err(StoreError::Conflict { .. }) => vec![Outcome::NotStepped(asked)],
            Err(error) => not_saved(asked, &error),
        }
    }
}
