//! What a note was written beside: its name, the way back there, and what it is kept as while it is half written.

use super::library_words::question_text;
use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::{QuestionId, SittingId};
use crate::domain::journal::Beside;
use crate::store::draft_file::{Draft, DraftKey, Owner};

/// The field of an entry that is drafted, and what begins its name in a new note on a sitting or a question.
pub const BODY: &str = "body";
const ON_SITTING: &str = "body-sitting-";
const ON_QUESTION: &str = "body-question-";

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

/// The draft of a new entry by what it is about.
pub fn draft_key(about: Option<&Beside>) -> DraftKey {
    let field = match about {
        None => BODY.to_owned(),
        Some(Beside::Sitting(id)) => format!("{ON_SITTING}{id}"),
        Some(Beside::Question(id)) => format!("{ON_QUESTION}{id}"),
    };
    (Owner::NewEntry, field)
}

/// What the new entry of a draft is about.
pub fn of_draft(draft: &Draft) -> Option<Beside> {
    let field = draft.field.as_str();
    let sitting = field.strip_prefix(ON_SITTING).map(SittingId::new);
    let question = field.strip_prefix(ON_QUESTION).map(QuestionId::new);
    sitting
        .map(Beside::Sitting)
        .or(question.map(Beside::Question))
}
