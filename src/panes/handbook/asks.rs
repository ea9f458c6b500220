//! The marked page where it is a question to ask them: it is kept for the next interview.

use std::sync::Arc;

use super::{Handbook, Part};
use crate::desk::{Desk, Model};
use crate::domain::library::Ask;
use crate::panes::ticks;

impl Handbook {
    /// The question to ask that is marked.
    pub(super) fn ask(&self, model: &Model) -> Option<Arc<Ask>> {
        let leaf = self.marked().filter(|leaf| leaf.part == Part::Asks)?;
        model.library.asks.get(&leaf.id)
    }
}

/// Keeps a question for the next interview, or lets it go again.
pub fn keep(ask: &Ask, desk: &mut Desk<'_>) {
    let next = desk.model.next_interview(desk.now.wall);
    let Some((application, round)) = next else {
        return desk.say("Write down the day of an interview first; n on Today adds it.");
    };
    let (id, stage) = (application.id.clone(), round.stage);
    let employer = desk.model.employer(application);
    if ticks::keep(desk, stage, &id, &ask.text) {
        desk.say_undoable(format!("Kept to ask {employer}. u takes it back."));
    } else {
        desk.say_undoable("Let go. u takes it back.");
    }
}
