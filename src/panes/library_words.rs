//! Words for records of the library that several screens show.

use crate::desk::Model;
use crate::domain::id::{CompetencyId, FamilyId};
use crate::domain::library::{Kind, Library};
use crate::domain::practice::pick::{MINE, SHIPPED};

/// The title of a field of work; its id where it is unknown.
pub fn family_title(model: &Model, id: &FamilyId) -> String {
    model
        .library
        .families
        .get(id.as_str())
        .map_or_else(|| id.to_string(), |f| f.title.clone())
}

/// `Behavioral, conflict`; one word where kind and competency are called the same.
pub fn kind_words(library: &Library, kind: Kind, competencies: &[CompetencyId]) -> String {
    let titles = competencies
        .iter()
        .map(|c| library.competency_title(c.as_str()));
    let others = titles.filter(|title| *title != kind.word());
    let others = others.map(|title| title.to_lowercase());
    std::iter::once(kind.word().to_owned())
        .chain(others)
        .collect::<Vec<_>>()
        .join(", ")
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

/// The words in which a question was asked; one that is in no pack any more goes by its id.
pub fn asked_text(model: &Model, id: &str, wording: u8) -> String {
    let asked = model.library.asked(id, wording);
    asked.unwrap_or_else(|| format!("Retired: {id}"))
}

/// The text of a question behind its short name; one that is in no pack any more goes by its id.
pub fn question_text(model: &Model, id: &str) -> String {
    asked_text(model, id, 0)
}

/// Where questions may come from: the library, the own bank, and every pack that can be used.
pub fn sources(model: &Model) -> impl Iterator<Item = String> + '_ {
    let own = [SHIPPED, MINE].into_iter().map(str::to_owned);
    let packs = model.packs.iter().filter(|pack| !pack.is_broken());
    own.chain(packs.map(|pack| pack.head.id.clone()))
}

/// What a drill from there alone is called; as usual where it is the library.
pub fn drill_title(model: &Model, from: &str) -> Option<String> {
    match from {
        SHIPPED => None,
        MINE => Some("Drill: my own questions".to_owned()),
        pack => Some(source(model, Some(pack))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;

    #[test]
    fn a_kind_and_a_competency_of_one_name_are_said_once() {
        let library = shipped::library();
        let id = |id| CompetencyId::new(id);
        let words = |kind, ids: &[CompetencyId]| kind_words(&library, kind, ids);
        assert_eq!(words(Kind::Motivation, &[id("motivation")]), "Motivation");
        assert_eq!(
            words(Kind::Motivation, &[id("motivation"), id("planning")]),
            "Motivation, planning"
        );
        assert_eq!(
            words(Kind::Behavioral, &[id("conflict")]),
            "Behavioral, conflict"
        );
    }
}
