//! The library as the program uses it: what a question is, and shelves of records.

mod kind;
mod question;
mod records;
mod shelf;
mod stage;

pub use kind::{Group, Kind, Seniority, Window};
pub use question::{Card, Part, Persona, Point, Probe, Question, RedFlag, When};
pub use records::{
    Ask, Checklist, ChecklistItem, Competency, Dimension, Family, Framework, FrameworkStep,
    ListenFor, Perspective, Reading, Topic, Voice,
};
pub use shelf::{Library, Shelf};
pub use stage::{After, Signal, Stage, StageFormat, StageId, StageKind};
