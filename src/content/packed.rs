//! The shape of the packed library: what the build script writes and the program reads.
//!
//! Two blocks. *Bodies* holds each record (a `raw` type) by itself, so that one can be opened without the
//! others. *Index* holds a [`Header`], then one [`CardRow`] for each question, then one [`Row`] for each
//! record of each shelf; it is read once at the start, front to back, with nothing copied.

use serde::{Deserialize, Serialize};

/// Hands the shelves of the library to a macro: the array in files, the raw type, the shelf. The order is that of
/// the rows in the index, and this is the one list of them.
macro_rules! shelves {
    ($then:ident! { $($given:tt)* }) => {
        $then! { { $($given)* }
            question Question questions,
            stage Stage stages,
            competency Competency competencies,
            dimension Dimension dimensions,
            family Family families,
            framework Framework frameworks,
            topic Topic topics,
            checklist Checklist checklists,
            perspective Perspective perspectives,
            ask Ask asks,
            persona Interviewer personas,
            item Item items,
            exemplar Exemplar exemplars,
            scenario Scenario scenarios,
            panel Panel panels,
            blueprint Blueprint blueprints,
            template Template templates,
            plan Plan plans,
            story_prompt StoryPrompt story_prompts,
        }
    };
}
pub(crate) use shelves;

macro_rules! names {
    ({} $($array:ident $type:ident $shelf:ident,)+) => {
        /// The arrays of the shelves, in the order in which their rows stand in the index.
        pub const SHELVES: [&str; [$(stringify!($array)),+].len()] = [$(stringify!($array)),+];
    };
}
shelves!(names! {});

/// Start of the index.
#[derive(Debug, Serialize, Deserialize)]
pub struct Header<'a> {
    /// Content version.
    pub version: &'a str,
    /// The day that "today" means for rules on age; empty when there is none.
    pub content_date: &'a str,
    /// Content files, named from `assets/library`.
    #[serde(borrow)]
    pub files: Vec<&'a str>,
    /// Every id that cards refer to; a card holds places in this list.
    #[serde(borrow)]
    pub names: Vec<&'a str>,
    /// How many cards follow.
    pub cards: u32,
    /// How many rows each shelf of [`SHELVES`] has.
    pub rows: [u32; SHELVES.len()],
}

/// The facts of a question that lists and draws need.
#[derive(Debug, Serialize, Deserialize)]
pub struct CardRow<'a> {
    pub id: &'a str,
    pub text: &'a str,
    /// Empty where the record says nothing.
    pub title: &'a str,
    pub kind: u8,
    pub topic: Option<u8>,
    pub competencies: &'a [u8],
    pub stages: &'a [u8],
    pub roles: &'a [u8],
    pub seniority: &'a [u8],
    /// 0 where the record says nothing.
    pub difficulty: u8,
    /// 0 where the record says nothing.
    pub max_s: u32,
    pub variants: u8,
    pub standard: bool,
}

/// Where the body of a record is, and where it was written.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Row<'a> {
    pub id: &'a str,
    pub start: u32,
    pub len: u32,
    /// Place in [`Header::files`].
    pub file: u16,
    /// Place in its array in that file, from 0.
    pub at: u16,
}
