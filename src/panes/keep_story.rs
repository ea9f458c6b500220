//! An answer kept as a story: the form opens with its words in the parts where they most likely belong.

use crate::desk::go::StoryStart;
use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::{CompetencyId, StoryId};
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::practice::results::counted;
use crate::domain::story::from_answer;
use crate::panes::stories::is_begun;

/// What is said where there are no words to keep.
pub const NO_WORDS: &str = "There are no words to keep: it was said aloud, or skipped.";

/// What is said while another new story is half written; its form would hide the answer.
const BEGUN: &str = "A story is half written. Save it first (5, then n); this answer stays here.";

/// Everything that was said to one question of a sitting: the take that counts, then what was said to follow-ups; takes
/// that were replaced and second tries aside.
pub fn said(record: &SittingRecord, index: u16) -> String {
    let more = record.blocks.iter().filter_map(|block| match block {
        Block::Answer(answer) if answer.index == index => Some(answer),
        _ => None,
    });
    let more = more.filter(|answer| answer.for_point.is_none() && !answer.counts());
    let all = counted(record, index).into_iter().chain(more);
    let words = all.map(|answer| answer.text.trim());
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::level::Level;
    use crate::domain::library::Kind;
    use crate::domain::practice::record::{Extra, To};
    use crate::domain::practice::sample;

    #[test]
    fn a_take_that_was_replaced_is_no_part_of_the_story() {
        let extra = |to| Extra {
            to,
            asked: String::new(),
        };
        let mut record = sample::sitting("q-one", 1, Level::Solid);
        record.blocks.clear();
        for (text, take, to) in [
            ("The first take.", 1, None),
            ("The second one.", 2, Some(To::Again)),
            ("And then?", 2, Some(To::FollowUp)),
        ] {
            record
                .blocks
                .push(Block::Answer(crate::domain::practice::record::Answer {
                    text: text.to_owned(),
                    take,
                    extra: to.map(extra),
                    ..sample::answer("q-one", Kind::Behavioral)
                }));
        }
        assert_eq!(said(&record, 0), "The second one.\nAnd then?");
    }
}
