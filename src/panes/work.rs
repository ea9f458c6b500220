//! The field of work as a choice in a form, and how what was said about it is kept.

use super::library_words::family_title;
use crate::desk::{Desk, Effect, Model, undo};
use crate::domain::field::of_role;
use crate::domain::id::FamilyId;
use crate::widgets::form::{Field, Value};

/// What the choice is called wherever it stands.
pub const LABEL: &str = "Field of work";

/// All fields there are, in the order of the choice.
pub fn families(model: &Model) -> Vec<FamilyId> {
    model.library.families.ids().map(FamilyId::new).collect()
}

/// The choice, at one of them.
pub fn choice(model: &Model, at: &FamilyId) -> Field {
    let families = families(model);
    let place = families.iter().position(|f| f == at);
    let titles = families.iter().map(|f| family_title(model, f)).collect();
    Field::new(LABEL, Value::Choice(titles, place.unwrap_or(0))).with_list()
}

/// The one that is chosen there.
pub fn chosen(model: &Model, field: &Field) -> FamilyId {
    let family = model.library.families.ids().nth(field.chosen());
    family.map_or_else(|| model.profile.family.clone(), FamilyId::new)
}

/// What the words of a role say, as far as the library has questions for it; else what is known so far.
pub fn guess(model: &Model, role: &str) -> FamilyId {
    let known = |family: &FamilyId| model.library.families.get(family.as_str()).is_some();
    let said = of_role(role).filter(known);
    said.unwrap_or_else(|| model.profile.family.clone())
}

/// Keeps what somebody said their work is; nobody asks again.
pub fn keep(family: FamilyId, desk: &mut Desk<'_>) {
    let before = desk.model.profile.clone();
    desk.model.profile.family = family;
    desk.model.profile.family_said = true;
    if before == desk.model.profile {
        return;
    }
    let step = undo::Step::Profile(Box::new(before));
    desk.model.undo.note("the field of work", step);
    let profile = Box::new(desk.model.profile.clone());
    desk.perform(Effect::SaveProfile(profile));
}
