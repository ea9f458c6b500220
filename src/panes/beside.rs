//! What a note was written beside: its name, and the way back there.

use super::library_words::question_text;
use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::QuestionId;
use crate::domain::journal::Beside;

/// What a sitting or a question is called; a sitting of one question is called like that question.
pub fn name(beside: &Beside, model: &Model) -> String {
    let question = |id: &QuestionId| question_text(model, id.as_str());
    match beside {
        Beside::Question(id) => question(id),
        Beside::Sitting(id) => {
            let heads = model.practice.sittings.iter();
            let head = heads.rev().find(|head| head.id == *id);
            match head.map(|head| (head, head.plan.as_slice())) {
                Some((_, [only])) => question(&only.question),
                Some((head, _)) => head.title.clone(),
                None => "a sitting".to_owned(),
            }
        }
    }
}

/// Opens it.
pub fn open(beside: Beside, desk: &mut Desk<'_>) {
    desk.go(Go::Open(match beside {
        Beside::Sitting(id) => Place::Results(id),
        Beside::Question(id) => Place::Question(id),
    }));
}
