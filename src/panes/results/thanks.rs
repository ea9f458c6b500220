//! Thank-you lines after a panel, kept as a note in the journal: at the application that the mock was for.

use super::Page;
use crate::desk::effect::Wrote;
use crate::desk::{Desk, Effect, Go, Model, Outcome, Place, undo};
use crate::domain::id::EntryId;
use crate::domain::journal::Entry;
use crate::domain::practice::mock::{thanks, thanks_note};
use crate::domain::practice::record::SittingRecord;
use crate::panes::{Reason, mocking};
use crate::store::layout;

/// The tag of such a note.
const TAG: &str = "thank-you";

/// Why there are no lines to keep; `None` when there are.
pub fn reason(record: Option<&SittingRecord>, model: &Model) -> Option<Reason> {
    let panel = record.is_some_and(|r| !thanks(r, &model.library).is_empty());
    (!panel).then(|| "You practiced alone here, so there is nobody to thank by name.".to_owned())
}

/// The note.
fn note(record: &SittingRecord, desk: &Desk<'_>) -> Entry {
    let model = &desk.model;
    let today = desk.now.date();
    let taken = |id: &str| model.journal.get(&EntryId::new(id)).is_some();
    let application = mocking::meant_for(model, record, desk.now);
    let name = layout::free_name(&layout::entry_name(today, "thank-you lines"), taken);
    let body = thanks_note(&thanks(record, &model.library));
    Entry {
        title: format!("Thank-you lines: {}", record.head.title),
        application: application.map(|a| a.id.clone()),
        stage: record.head.stage,
        tags: vec![TAG.to_owned()],
        ..Entry::note(EntryId::new(name), body, desk.now)
    }
}

impl Page {
    /// Writes the lines into the journal, once; the note opens as soon as it is on disk.
    pub(super) fn keep_thanks(&mut self, desk: &mut Desk<'_>) {
        let Some(record) = self.record(desk.model).filter(|_| self.thanks.is_none()) else {
            return;
        };
        let entry = Box::new(note(record, desk));
        let same = |e: &&Entry| e.title == entry.title && e.body == entry.body;
        if let Some(known) = desk.model.journal.entries.iter().find(same) {
            let id = known.id.clone();
            return desk.go(Go::Open(Place::EditEntry(Some(id))));
        }
        desk.perform(Effect::AddEntry(entry.clone()));
        self.thanks = Some(entry);
    }

    /// Follows the note to the disk.
    pub(super) fn hear(&mut self, outcome: &Outcome, desk: &mut Desk<'_>) {
        let mine = |id: &EntryId| self.thanks.as_ref().is_some_and(|e| e.id == *id);
        match outcome {
            Outcome::Renamed(Wrote::Entry(from), Wrote::Entry(to)) if mine(from) => {
                if let Some(entry) = &mut self.thanks {
                    entry.id = to.clone();
                }
            }
            Outcome::NotSaved(Wrote::Entry(id), _) if mine(id) => self.thanks = None,
            Outcome::Saved(Wrote::Entry(id), _) if mine(id) => {
                if let Some(entry) = self.thanks.take() {
                    desk.model.journal.put(*entry);
                }
                let step = undo::Step::take(Wrote::Entry(id.clone()));
                desk.model.undo.note("the thank-you lines", step);
                desk.say("In the journal. Put your own words where the dots are.");
                desk.go(Go::Open(Place::EditEntry(Some(id.clone()))));
            }
            _ => {}
        }
    }
}
