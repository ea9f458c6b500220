//! An answer kept as a story: the form opens with its words in the parts where they most likely belong.

use crate::desk::go::StoryStart;
use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::{CompetencyId, StoryId};
use crate::domain::practice::record::SittingRecord;
use crate::domain::story::{from_answer, taken};
use crate::panes::stories::is_begun;

/// What is said where there are no words to keep.
pub const NO_WORDS: &str = "There are no words to keep: it was said aloud, or skipped.";

/// What is said while another new story is half written; its form would hide the answer.
const BEGUN: &str = "A story is half written. Save it first (5, then n); this answer stays here.";

/// Below this height the form has no room for what was taken over.
const ROOMY: u16 = 20;

/// Opens the form with what was said to one question of a sitting, and tells what of it was taken.
pub fn open(record: &SittingRecord, index: u16, desk: &mut Desk<'_>) {
    let planned = record.head.plan.get(usize::from(index));
    let question = planned.map_or("", |p| p.question.as_str());
    let rated = desk.model.library.rated_question(question);
    let taken = taken(record, index, rated.as_deref());
    if taken.words.is_empty() {
        return desk.say(NO_WORDS);
    }
    if is_begun(desk.model) {
        return desk.say(BEGUN);
    }
    let asks = asks(question, desk.model);
    let said = (taken.words.as_str(), taken.opens);
    let story = from_answer(StoryId::new(""), said, &asks, desk.now.date());
    if desk.screen.1 < ROOMY {
        desk.say(taken.told.clone());
    }
    let start = StoryStart {
        answer: Some(Box::new(story)),
        told: taken.told,
        ..StoryStart::default()
    };
    desk.go(Go::Open(Place::NewStory(start)));
}

/// What a question asks for, most of all the first.
fn asks(question: &str, model: &Model) -> Vec<CompetencyId> {
    let card = model.library.card(question);
    card.map_or_else(Vec::new, |card| card.competencies.to_vec())
}
