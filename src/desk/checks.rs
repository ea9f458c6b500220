//! Changes of referees and papers that are made at once, from wherever they are in sight.

use super::{Desk, Effect, undo};
use crate::domain::checks::Checks;

/// Changes them on the screen and on the disk, in one step back; `words` say what was done.
pub fn change(desk: &mut Desk<'_>, words: &str, change: impl FnOnce(&mut Checks)) {
    let change = desk.model.checks.with(change);
    if change.before == change.now {
        return;
    }
    desk.model.checks = change.now.clone();
    note(change.before.clone(), words, desk);
    desk.perform(Effect::SaveChecks(Box::new(change)));
}

/// Notes them as they were.
pub fn note(before: Checks, words: &str, desk: &mut Desk<'_>) {
    let step = undo::Step::Checks(Box::new(before));
    desk.model.undo.note(words, step);
}
