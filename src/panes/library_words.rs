//! Words for records of the library that several screens show.

use crate::desk::Model;
use crate::domain::id::FamilyId;

/// The title of a field of work; its id where it is unknown.
pub fn family_title(model: &Model, id: &FamilyId) -> String {
    model
        .library
        .families
        .get(id.as_str())
        .map_or_else(|| id.to_string(), |f| f.title.clone())
}
