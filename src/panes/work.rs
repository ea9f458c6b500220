//! The field of work as a choice in a form, and how what was said about it is kept.

use super::library_words::family_title;
use crate::desk::{Desk, Effect, Model, undo};
use crate::domain::field::{called, level_of_role, of_role};
use crate::domain::id::FamilyId;
use crate::domain::library::Seniority;
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
    let mut titles: Vec<String> = families.iter().map(|f| family_title(model, f)).collect();
    let place = families.iter().position(|f| f == at);
    // One that the library does not have stands behind the others and stays until another one is chosen.
    let place = place.unwrap_or_else(|| {
        titles.push(format!("{at}, which is not known"));
        families.len()
    });
    Field {
        found_by: families.iter().map(|f| called(f).to_owned()).collect(),
        ..Field::new(LABEL, Value::Choice(titles, place))
    }
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

/// How far along the role says that somebody is, where the settings do not say it, be it that all levels are meant.
pub fn guess_level(model: &Model, role: &str) -> Option<Seniority> {
    let open = model.profile.seniority.is_none() && !model.profile.said.seniority;
    level_of_role(role).filter(|_| open)
}

/// What is said when field and level were taken from a role.
pub fn taken(field: Option<&str>, level: Option<Seniority>) -> Option<String> {
    let level = level.map(|level| format!("how far along: {}", level.words()));
    match (field, level) {
        (Some(field), Some(level)) => Some(format!("Your field of work is now {field}; {level}.")),
        (Some(field), None) => Some(format!("Your field of work is now {field}.")),
        (None, Some(level)) => Some(format!("From the role, {level}; the settings change it.")),
        (None, None) => None,
    }
}

/// Keeps what somebody said their work is; nobody asks again.
pub fn keep(family: FamilyId, desk: &mut Desk<'_>) {
    keep_all(Some(family), None, desk);
}

/// Keeps a field and a level, where there are any.
pub fn keep_all(family: Option<FamilyId>, level: Option<Seniority>, desk: &mut Desk<'_>) {
    let before = desk.model.profile.clone();
    let what = match family {
        Some(_) => "the field of work",
        None => "how far along you are",
    };
    let profile = &mut desk.model.profile;
    if let Some(family) = family {
        profile.family = family;
        profile.said.family = true;
    }
    profile.seniority = level.or(profile.seniority);
    if before == desk.model.profile {
        return;
    }
    let step = undo::Step::Profile(Box::new(before));
    desk.model.undo.note(what, step);
    let profile = Box::new(desk.model.profile.clone());
    desk.perform(Effect::SaveProfile(profile));
}
