//! An answer kept as a story: the form opens with its words in the parts where they most likely belong.

use crate::desk::go::StoryStart;
use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::{CompetencyId, StoryId};
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::story::from_answer;
use crate::panes::stories::is_begun;

/// What is said where there are no words to keep.
pub const NO_WORDS: &str = "There are no words to keep: it was said aloud, or skipped.";

/// What is said while another new story is half written; its form would hide the answer.
const BEGUN: &str = "A story is half written. Save it first (5, then n); this answer stays here.";

/// Everything that was said to one question of a sitting, second tries aside.
pub fn said(record: &SittingRecord, index: u16) -> String {
    let words = record.blocks.iter().filter_map(|block| match block {
        Block::Answer(answer) if answer.index == index && answer.for_point.is_none() => {
            Some(answer.text.trim())
        }
        _ => None,
    });
    let words: Vec<&str> = words.filter(|words| !words.is_empty()).collect();
    words.join("\n")
}

/// Opens the form with the answer in it.
pub fn open(said: &str, question: &str, desk: &mut Desk<'_>) {
    if said.trim().is_empty() {
        return desk.say(NO_WORDS);
    }
    if is_begun(desk.model) {
        return desk.say(BEGUN);
    }
    let asks = asks(question, desk.model);
    let story = from_answer(StoryId::new(""), said, &asks, desk.now.date());
    let start = StoryStart {
        answer: Some(Box::new(story)),
        ..StoryStart::default()
    };
    desk.go(Go::Open(Place::NewStory(start)));
}

/// What a question asks for, most of all the first.
fn asks(question: &str, model: &Model) -> Vec<CompetencyId> {
    let card = model.library.card(question);
    card.map_or_else(Vec::new, |card| card.competencies.to_vec())
}
