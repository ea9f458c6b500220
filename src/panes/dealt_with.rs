//! What a debrief left to do and is done now: the thank-you is sent, a doubt is cleared up.

use crate::desk::{Desk, Effect, undo};
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Cleared, Entry, THANKED};
use crate::domain::library::StageId;
use crate::panes::ticks;

const SENT: &str = "Marked as sent. u takes it back.";

/// Marks a letter about a job as sent, with the tick that stands for it.
pub fn sent(id: &ApplicationId, (stage, letter): (StageId, &str), desk: &mut Desk<'_>) {
    ticks::toggle(desk, stage, Some(id), letter);
    desk.say_undoable(SENT);
}

/// Marks the thank-you of a debrief to somebody as sent; with the last one, or where it goes to all of them, the debrief
/// is through with them.
pub fn thanked(id: &EntryId, to: &str, desk: &mut Desk<'_>) {
    let Some(mut entry) = desk.model.journal.get(id).cloned() else {
        return;
    };
    let waiting = entry.to_thank();
    let others = waiting.iter().any(|p| p.name.trim() != to);
    match entry.debrief.as_mut().filter(|_| others && !to.is_empty()) {
        Some(debrief) => debrief.thanked.push(to.to_owned()),
        None => entry.tags.push(THANKED.to_owned()),
    }
    keep(entry, "marking as sent", desk);
    desk.say_undoable(SENT);
}

/// Marks a doubt of a debrief as cleared up.
pub fn cleared(id: &EntryId, at: usize, desk: &mut Desk<'_>) {
    let Some(mut entry) = desk.model.journal.get(id).cloned() else {
        return;
    };
    let concerns = entry.debrief.as_mut().map(|d| &mut d.concerns);
    let Some(concern) = concerns.and_then(|c| c.get_mut(at)) else {
        return;
    };
    concern.cleared = Cleared::Yes;
    keep(entry, "clearing up the doubt", desk);
    desk.say_undoable("Cleared up. u takes it back.");
}

fn keep(entry: Entry, words: &str, desk: &mut Desk<'_>) {
    desk.perform(Effect::SaveEntry(Box::new(entry.clone())));
    if let Some(before) = desk.model.journal.put(entry) {
        desk.model.undo.note(words, undo::Step::put(before));
    }
}
