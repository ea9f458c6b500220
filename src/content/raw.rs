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
pub use question::{Datum, NumbersCheck, Options, Part, Persona, Point, Probe, Question, RedFlag};
pub use record::{Levels, Record};
pub use shelves::{
    Ask, Checklist, Competency, Dimension, Family, Framework, Interviewer, Perspective, Reading,
    Topic,
};
pub use stage::{After, Format, Signal, Stage, StageKind};

/// The `[pack]` table.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Pack {
    /// Shape of the file; 1 is the only one so far.
    pub format: Option<u32>,
    /// Its name for programs: lower-case letters, digits, hyphens. It is never changed later, since history is kept
    /// under it.
    pub id: String,
    /// Its name for people.
    pub title: String,
    /// Version of the pack, such as `1.0.0`.
    pub version: String,
    /// Who made it; a nickname will do.
    pub author: String,
    /// A license id such as `CC-BY-4.0`, or `private`.
    pub license: String,
    /// A language tag such as `en`; the rules on prose run for English only.
    pub language: String,
    /// An address where more about it stands.
    pub homepage: String,
    /// What it is about, in a sentence or two.
    pub description: String,
    /// The day that "today" means for rules on age (`meta.toml` only).
    pub content_date: Option<Date>,
    /// The short form, when the list stands at the end of this table.
    pub questions: Vec<String>,
}

/// The `[defaults]` table: what a question says when it does not say so itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Defaults {
    /// Kind of question.
    pub kind: String,
    /// Stages at which it is asked.
    pub stages: Vec<String>,
    /// What it shows; the first is the primary one.
    pub competencies: Vec<String>,
    /// Fields of work; `general` is everybody.
    pub roles: Vec<String>,
    /// 1 warm-up, 2 core, 3 stretch.
    pub difficulty: Option<u8>,
    /// Refines the kind.
    pub topic: String,
    /// The short form, when the list stands at the end of this table.
    pub questions: Vec<String>,
}

/// One content file: any of the arrays, in any number.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct File {
    /// Shape of the file, in files without `[pack]` (`mine.toml`).
    pub format: Option<u32>,
    /// Title of a pack without `[pack]`.
    pub title: String,
    /// The day that "today" means for rules on age (Greenroom's own files only).
    pub content_date: Option<Date>,
    /// The short form: bare sentences.
    pub questions: Vec<String>,
    /// Head of the pack.
    pub pack: Option<Pack>,
    /// What a question says when it does not say so itself.
    pub defaults: Option<Defaults>,
    /// The eight stages; they are Greenroom's own and left out of packs.
    pub stage: Vec<Stage>,
    /// Questions.
    pub question: Vec<Question>,
    /// Assessment items.
    pub item: Vec<Item>,
    /// Dimensions of the rubric.
    pub dimension: Vec<Dimension>,
    /// Calibration answers.
    pub exemplar: Vec<Exemplar>,
    /// Voices from both sides of the table.
    pub perspective: Vec<Perspective>,
    /// Checklists.
    pub checklist: Vec<Checklist>,
    /// Branching talks.
    pub scenario: Vec<Scenario>,
    /// Panels.
    pub panel: Vec<Panel>,
    /// Manners of interviewers.
    pub persona: Vec<Interviewer>,
    /// Plans of whole mocks.
    pub blueprint: Vec<Blueprint>,
    /// Questions to ask them.
    pub ask: Vec<Ask>,
    /// Letters with blanks.
    pub template: Vec<Template>,
    /// Plans of preparation.
    pub plan: Vec<Plan>,
    /// Nudges to find a story.
    pub story_prompt: Vec<StoryPrompt>,
    /// Competencies with anchors.
    pub competency: Vec<Competency>,
    /// Fields of work.
    pub family: Vec<Family>,
    /// Shapes that an answer can take.
    pub framework: Vec<Framework>,
    /// Topics inside kinds.
    pub topic: Vec<Topic>,
}
