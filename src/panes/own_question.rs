//! What the user may do with a question of a pack or of their own: other words for it, or out of the way.

use super::Reason;
use crate::desk::{Desk, Effect, Go, Model, Place};
use crate::domain::id::QuestionId;

/// Why a question cannot be changed: it comes with the program, or is gone.
pub fn fixed(model: &Model, id: &QuestionId) -> Option<Reason> {
    match model.library.card(id.as_str()) {
        Some(card) if card.pack.is_some() => None,
        Some(_) => Some(
            "It comes with Greenroom and stays as it is. n in the library writes one of your own."
                .to_owned(),
        ),
        None => Some("This question is not in the library any more.".to_owned()),
    }
}

/// Opens the form for its words.
pub fn edit(id: &QuestionId, desk: &mut Desk<'_>) {
    if fixed(desk.model, id).is_none() {
        desk.go(Go::Open(Place::EditQuestion(id.clone())));
    }
}

/// Takes it out of the way; whether it was one to be taken.
pub fn remove(id: &QuestionId, desk: &mut Desk<'_>) -> bool {
    let may = fixed(desk.model, id).is_none();
    if may {
        desk.perform(Effect::HideQuestion(id.clone(), true));
        desk.say_undoable("Taken out; its answers stay. u brings it back.");
    }
    may
}
