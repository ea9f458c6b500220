//! A debrief that has no file: taken back, or begun with no more than with whom it was. What there is of it waits as a
//! draft until it is opened again.

use crate::desk::{Desk, Model};
use crate::domain::debriefed::same;
use crate::domain::id::EntryId;
use crate::domain::journal::Entry;
use crate::domain::time::Now;
use crate::panes::drafting;
use crate::store::draft_file::{Draft, DraftKey, Owner};
use crate::store::entry_file;

/// What is said where it is opened again.
pub const GOES_ON: &str = "What you had begun goes on here.";

/// What begins the name of such a draft.
const FIELD: &str = "debrief-";

/// Which draft the debrief is that would have this name.
pub fn key(id: &EntryId) -> DraftKey {
    (Owner::NewEntry, format!("{FIELD}{id}"))
}

/// The draft: the questions to be read, and all of it to go on with.
pub fn of(entry: &Entry, now: Now) -> Draft {
    let (owner, field) = key(&entry.id);
    let asked = entry.debrief.iter().flat_map(|d| &d.questions);
    let asked: Vec<&str> = asked.map(|asked| asked.text.as_str()).collect();
    Draft {
        owner,
        field,
        text: asked.join("\n"),
        facts: entry_file::text(entry),
        caret: 0,
        saved_at: now.wall,
    }
}

/// The debrief of a draft; `None` where it is one of something else.
pub fn read(draft: &Draft) -> Option<Entry> {
    let id = draft.field.strip_prefix(FIELD)?;
    (draft.owner == Owner::NewEntry)
        .then(|| entry_file::of_text(&EntryId::new(id), &draft.facts))
        .flatten()
}

/// The half-written debrief of this name, or else of the same interview.
pub fn find(id: Option<&EntryId>, fresh: &Entry, model: &Model) -> Option<Entry> {
    let all: Vec<Entry> = model.drafts.iter().filter_map(read).collect();
    let found = match id {
        Some(id) => all.iter().find(|drafted| drafted.id == *id),
        None => same(&all, fresh, model.journey.job_of(fresh)),
    };
    found.cloned()
}

/// Whether a drafted debrief holds more than a fresh one of its name: with whom it was is asked just now.
pub fn says_more(drafted: &Entry, fresh: &Entry) -> bool {
    let told = |entry: &Entry| {
        (
            entry.feeling.clone(),
            entry.body.clone(),
            entry.debrief.clone(),
        )
    };
    drafted.id != fresh.id || told(drafted) != told(fresh)
}

/// Forgets it: its words are in an entry now, or not wanted any more.
pub fn forget(id: &EntryId, desk: &mut Desk<'_>) {
    let key = key(id);
    if desk.model.drafts.iter().any(|d| d.key() == key) {
        drafting::forget(key, desk);
    }
}
