//! A doubt that they had, put as a question: it becomes a card of the user's own bank and is practiced as any other.

use crate::content::mine;
use crate::desk::effect::ForBank;
use crate::desk::{Desk, Effect, Go, Place};
use crate::domain::id::{EntryId, QuestionId};

/// The card of a doubt, which joins the bank when it is not there yet; `None` when the debrief is gone.
pub fn card(entry: &EntryId, at: usize, desk: &mut Desk<'_>) -> Option<QuestionId> {
    let entry = desk.model.journal.get(entry)?;
    let concern = entry.debrief.as_ref()?.concerns.get(at)?;
    let id = mine::doubt_id(&concern.text);
    if desk.model.library.card(id.as_str()).is_none() {
        let application = entry.application.as_ref();
        let place = application.and_then(|id| desk.model.journey.get(id));
        let change = ForBank {
            doubts: vec![concern.text.clone()],
            place: place.map_or_else(String::new, |a| a.employer.clone()),
            stage: entry.stage,
            on: Some(entry.date),
            ..ForBank::default()
        };
        desk.perform(Effect::ChangeBank(Box::new(change)));
    }
    Some(id)
}

/// Opens the card of a doubt, where it can be answered; one that joins the bank only now opens once it is there.
pub fn open(entry: &EntryId, at: usize, desk: &mut Desk<'_>) {
    let card = card(entry, at, desk);
    if let Some(id) = card.filter(|id| desk.model.library.card(id.as_str()).is_some()) {
        desk.go(Go::Open(Place::Question(id)));
    }
}
