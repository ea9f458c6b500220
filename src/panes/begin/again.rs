//! What was asked before, asked once more.

use super::{bring_back, manner, newest_draft, sit, usual};
use crate::desk::{Desk, Go, Place};
use crate::domain::id::QuestionId;
use crate::domain::practice::record::{Planned, SittingRecord, Why};
use crate::domain::practice::sitting::Sitting;

/// What was asked before, in the words in which it was asked.
pub fn once_more(
    asked: impl IntoIterator<Item = (QuestionId, u8)>,
    title: &str,
    desk: &mut Desk<'_>,
) {
    let (setup, seed) = (usual(desk.model), desk.model.next_seed());
    let library = &desk.model.library;
    let known = |(question, _): &(QuestionId, u8)| library.card(question.as_str()).is_some();
    let plan = asked
        .into_iter()
        .filter(known)
        .map(|(question, wording)| Planned {
            question,
            wording,
            why: Why::Again,
        });
    let plan = plan.collect();
    sit(&setup, plan, seed, Some(title), false, desk);
}

/// Rates what was left unrated in a sitting that is over; its results come back after it.
pub fn the_rest(record: &SittingRecord, desk: &mut Desk<'_>) {
    if desk.model.practice.sitting.is_some() {
        return desk.say("A sitting is open. Practice goes on with it; then rate these.");
    }
    let library = &desk.model.library;
    let manner = manner(desk.model, &record.head);
    let rest = Sitting::rate_the_rest(record, library, manner, desk.now);
    let Some(mut sitting) = rest else {
        return desk.say("Every answer of this sitting is rated.");
    };
    if let Some(draft) = newest_draft(&record.head.id, desk.model) {
        bring_back(&mut sitting, &draft, desk);
    }
    desk.model.practice.sitting = Some(Box::new(sitting));
    desk.go(Go::Instead(Place::Sitting));
}
