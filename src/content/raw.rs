//! Content files as they are written: one type for each table, nothing checked but shape.
//!
//! These types depend on serde alone, because the build script reads the shipped library with the very same
//! ones (`src/build/library.rs`). Every field has a default: what is *missing* is for `lower` to say, with all
//! the other problems of the record, while serde stops at the first. Unknown fields are refused, so that a
//! slip such as `stron` is found. Nothing is flattened and no enum is untagged: serde loses the place of a
//! mistake inside those, and postcard cannot carry them.

use serde::{Deserialize, Serialize};

#[path = "raw/loose.rs"]
mod loose;
#[path = "raw/mocks.rs"]
mod mocks;
#[path = "raw/papers.rs"]
mod papers;
#[path = "raw/question.rs"]
mod question;
#[path = "raw/record.rs"]
mod record;
#[path = "raw/shelves.rs"]
mod shelves;
#[path = "raw/stage.rs"]
mod stage;

pub use loose::Date;
pub use mocks::{
    Blueprint, Choice, Counterpart, End, Exemplar, Item, Member, Node, Panel, Pick, PickItems,
    Scenario, Section,
};
pub use papers::{Plan, PlanStep, StoryPrompt, Template};
pub use question::{Datum, Part, Persona, Point, Probe, Question, RedFlag};
pub use record::{Levels, Record};
pub use shelves::{
    Ask, Checklist, Competency, Dimension, Family, Framework, Interviewer, Perspective, Reading,
    Topic,
};
pub use stage::{After, Format, Signal, Stage, StageKind};

/// The `[pack]` table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pack {
    /// Shape of the file; 1 is the only one so far.
    pub format: Option<u32>,
    pub id: String,
    pub title: String,
    pub version: String,
    pub author: String,
    pub license: String,
    /// A language tag such as `en`; the rules on prose run for English only.
    pub language: String,
    pub homepage: String,
    pub description: String,
    /// The day that "today" means for rules on age (`meta.toml` only).
    pub content_date: Option<Date>,
    /// The short form, when the list stands at the end of this table.
    pub questions: Vec<String>,
}

/// The `[defaults]` table: what a question says when it does not say so itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Defaults {
    pub kind: String,
    pub stages: Vec<String>,
    pub competencies: Vec<String>,
    pub roles: Vec<String>,
    pub difficulty: Option<u8>,
    pub topic: String,
    /// The short form, when the list stands at the end of this table.
    pub questions: Vec<String>,
}

/// One content file: any of the arrays, in any number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct File {
    /// Shape of the file, in files without `[pack]` (`mine.toml`).
    pub format: Option<u32>,
    /// Title of a pack without `[pack]`.
    pub title: String,
    pub content_date: Option<Date>,
    /// The short form: bare sentences.
    pub questions: Vec<String>,
    pub pack: Option<Pack>,
    pub defaults: Option<Defaults>,
    pub stage: Vec<Stage>,
    pub question: Vec<Question>,
    pub item: Vec<Item>,
    pub dimension: Vec<Dimension>,
    pub exemplar: Vec<Exemplar>,
    pub perspective: Vec<Perspective>,
    pub checklist: Vec<Checklist>,
    pub scenario: Vec<Scenario>,
    pub panel: Vec<Panel>,
    pub persona: Vec<Interviewer>,
    pub blueprint: Vec<Blueprint>,
    pub ask: Vec<Ask>,
    pub template: Vec<Template>,
    pub plan: Vec<Plan>,
    pub story_prompt: Vec<StoryPrompt>,
    pub competency: Vec<Competency>,
    pub family: Vec<Family>,
    pub framework: Vec<Framework>,
    pub topic: Vec<Topic>,
}
