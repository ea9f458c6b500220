//! Words for records of the library that several screens show.

use crate::desk::Model;
use crate::domain::id::FamilyId;
use crate::domain::practice::pick::{MINE, SHIPPED};

/// The title of a field of work; its id where it is unknown.
pub fn family_title(model: &Model, id: &FamilyId) -> String {
    model
        .library
        .families
        .get(id.as_str())
        .map_or_else(|| id.to_string(), |f| f.title.clone())
}

/// Where a question comes from: the library, the own bank, or the title of a pack.
pub fn source(model: &Model, pack: Option<&str>) -> String {
    match pack {
        None | Some(SHIPPED) => "library".to_owned(),
        Some(MINE) => "my own".to_owned(),
        Some(id) => {
            let pack = model.packs.iter().find(|pack| pack.head.id == id);
            pack.map_or_else(|| format!("pack {id}"), |pack| pack.head.title.clone())
        }
    }
}

/// The words in which a question was asked: one of its wordings, 0 is the question itself.
pub fn asked_text(model: &Model, id: &str, wording: u8) -> String {
    match model.library.questions.get(id).filter(|_| wording > 0) {
        Some(question) => question.wording(wording).to_owned(),
        None => question_text(model, id),
    }
}

/// The text of a question; one that is in no pack any more goes by its id.
pub fn question_text(model: &Model, id: &str) -> String {
    match model.library.card(id) {
        Some(card) => card.text.clone(),
        None => format!("Retired: {id}"),
    }
}
