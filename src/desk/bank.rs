//! What a debrief changes in the user's own bank: questions that were asked become practice, those of lines that are
//! gone leave it.

use super::effect::{Effect, ForBank};
use super::model::Model;
use crate::domain::flow_back::left_over;
use crate::domain::journal::{Asked, Entry};
use crate::domain::library::StageId;

/// What has to change when an entry stands there in place of another one, or of none.
pub fn change(model: &Model, before: Option<&Entry>, entry: &Entry) -> ForBank {
    let place = |entry: &Entry| {
        let application = entry.application.as_ref();
        let known = application.and_then(|id| model.journey.get(id));
        known
            .map(|a| a.employer.as_str())
            .or(entry.elsewhere())
            .unwrap_or_default()
            .to_owned()
    };
    let debrief = entry.debrief.as_ref();
    let left = |before| {
        let history = &model.practice.history;
        left_over(before, entry, &model.journal.entries, history)
    };
    ForBank {
        entry: Some(entry.id.clone()),
        stage: entry.stage,
        on: Some(entry.date),
        asked: debrief.map_or_else(Vec::new, |d| {
            let asked = d.questions.iter().filter(|one| is_asked(one, entry.stage));
            asked.cloned().collect()
        }),
        place: place(entry),
        gone: before.map_or_else(Vec::new, left),
        came: before.map_or_else(Default::default, |before| (place(before), before.stage)),
        ..ForBank::default()
    }
}

/// Whether a line of a debrief can be practiced. Where somebody worked while others watched, it is what happened, unless it
/// asks.
fn is_asked(one: &Asked, stage: Option<StageId>) -> bool {
    stage != Some(StageId::TechnicalAssessment) || one.card.is_some() || one.text.contains('?')
}

/// The same for a step back: only where the bank has to follow.
pub fn follow(model: &Model, before: &Entry, entry: &Entry) -> Option<Effect> {
    let change = change(model, Some(before), entry);
    let mut cards = change.asked.iter().filter_map(|asked| asked.card.as_ref());
    let lacks = cards.any(|id| model.library.card(id.as_str()).is_none());
    (lacks || !change.gone.is_empty()).then(|| Effect::ChangeBank(Box::new(change)))
}

/// What has to change when an entry is taken back: its questions leave, unless they have been practiced since.
pub fn leave(model: &Model, entry: &Entry) -> Option<Effect> {
    let mut without = entry.clone();
    if let Some(debrief) = &mut without.debrief {
        debrief.questions.clear();
    }
    let change = change(model, Some(entry), &without);
    (!change.gone.is_empty()).then(|| Effect::ChangeBank(Box::new(change)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::EntryId;
    use crate::domain::practice::sample::at;

    #[test]
    fn what_leaves_the_bank_is_looked_for_where_it_came_from() {
        let model = Model::default();
        let mut before = Entry::note(EntryId::new("e"), String::new(), at(0.0));
        before.stage = Some(StageId::Panel);
        let mut after = before.clone();
        after.stage = Some(StageId::Screening);
        let change = change(&model, Some(&before), &after);
        assert_eq!(change.came, (String::new(), before.stage));
        assert_eq!(change.stage, after.stage);
    }
}
