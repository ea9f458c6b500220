//! The shape that the answer to a question can take, for the screens of that question.

use super::page::{self, Filled};
use super::part::{self, Leaf, Part};
use crate::domain::id::FrameworkId;
use crate::domain::library::Library;
use crate::look::Role;

/// Why no shape opens.
pub const NO_SHAPE: &str = "No shape is written for this question.";

/// What the shape of an answer is called; `None` where none is written.
pub fn shape(library: &Library, id: &FrameworkId) -> Option<String> {
    let shape = library.frameworks.get(id.as_str())?;
    Some(part::shape(id.as_str(), &shape.title))
}

/// The page of a shape: its steps, what it is good for, an example.
pub fn shape_page(library: &Library, id: &FrameworkId) -> Vec<(String, Role)> {
    let leaf = Leaf {
        part: Part::Shapes,
        id: id.to_string(),
        title: String::new(),
        fields: Vec::new(),
    };
    page::paragraphs(library, &leaf, &Filled::default())
}
