//! Questions that were kept for an interview and found no answer there: they go on to the next date of the job.

use crate::desk::Model;
use crate::domain::ahead::next_round;
use crate::domain::journal::Entry;
use crate::domain::journey::{Application, Round, Slot, Tick};
use crate::domain::search::fold;
use crate::domain::time::Wall;
use crate::panes::ticks;

/// The job after the debrief of one of its interviews.
pub fn on(application: &mut Application, entry: &Entry, slot: Slot, model: &Model, at: Wall) {
    let next = next_round(application, &model.journal.entries, at);
    let Some(next) = next.map(|r| r.stage).filter(|stage| *stage != slot.stage) else {
        return;
    };
    // Where there is another one of its stage, they wait for that.
    let again = |r: &Round| r.stage == slot.stage && r.date > slot.date;
    if application.rounds.iter().any(again) {
        return;
    }
    let heard = entry.debrief.iter().flat_map(|d| &d.heard);
    let answered = heard.filter(|heard| !heard.answer.is_empty());
    let answered: Vec<String> = answered.map(|heard| fold(&heard.question)).collect();
    let kept = ticks::to_ask(model, slot.stage, Some(application));
    let offered = ticks::asks(model, next, Some(application));
    for question in kept {
        if answered.contains(&fold(&question)) {
            continue;
        }
        let was = (slot.stage, question.clone());
        application.asks.retain(|ask| *ask != was);
        application
            .ticks
            .retain(|tick| !tick.is_at(slot.stage, &question));
        let goes = (next, question);
        if offered.iter().any(|ask| ask.text == goes.1) {
            if !application.has_ticked(next, &goes.1) {
                application.ticks.push(Tick::of(next, goes.1));
            }
        } else if !application.asks.contains(&goes) {
            application.asks.push(goes);
        }
    }
}
