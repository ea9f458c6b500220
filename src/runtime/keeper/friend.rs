//! The home of a friend who practices at this computer: a folder in the user's, with a keeper of its own.

use std::sync::Arc;

use super::Keeper;
use crate::desk::{Effect, Outcome};
use crate::domain::time::Now;

/// Why nobody goes to another home.
const NOT_YET: &str = "Something is not on the disk yet. Once it is, this goes on.";

impl Keeper {
    /// Opens the home of a friend, or goes back to the user's own; not while something of the one that is open is not on
    /// the disk yet.
    pub(super) fn friend(&mut self, name: Option<&str>, now: Now) -> Vec<Outcome> {
        let waits = match &mut self.friend {
            Some(friend) => friend.still_waits(now),
            None => self.still_waits(now),
        };
        if waits {
            return vec![Outcome::Failed(NOT_YET.to_owned())];
        }
        self.friend = None;
        if let Some(name) = name {
            let home = self.own.of_friend(name);
            let mut profile = home.load_small().profile;
            if profile.name.is_empty() {
                name.clone_into(&mut profile.name);
                if let Err(error) = home.save_profile(&profile) {
                    return vec![Outcome::Failed(error.to_string())];
                }
            }
            self.friend = Some(Box::new(Self::new(Arc::new(home))));
        }
        let mut out = self.carry_out(&Effect::Load, now);
        out.push(Outcome::Friend(name.map(str::to_owned)));
        out
    }
}
