//! The library as the program uses it: what a question is, and shelves of records.

mod blueprint;
mod closed;
mod collection;
mod exemplar;
mod found_by;
mod item;
mod kind;
mod link;
mod panel;
mod plan;
mod question;
mod records;
mod scenario;
mod shelf;
mod stage;
mod template;

pub use blueprint::{Blueprint, Condition, Feedback, Pick, PickItems, Section};
pub use collection::Library;
pub use exemplar::Exemplar;
pub use found_by::{FoundBy, said, whose};
pub use item::{Facet, Item, ItemKind, ItemMode, ItemOption, ItemTask, Judgment, Statement};
pub use kind::{Group, Kind, PLAIN_ANSWER, Seniority, Window};
pub use link::{DrillMode, Link};
pub use panel::{DecisionRole, Interviewer, Member, Panel, Reactions};
pub use plan::{LifeArea, Plan, PlanStep, StepKind, StoryPrompt};
pub use question::{
    ANY_EMPLOYER, Alike, Card, Law, Numbers, Part, Persona, Point, Probe, Question, RedFlag, Reply,
    When, told_setup,
};
pub use records::{
    Ask, Checklist, ChecklistItem, Competency, Dimension, Family, Framework, FrameworkStep,
    ListenFor, Perspective, Reading, Topic, Voice,
};
pub use scenario::{Choice, End, Meter, Node, Scenario, ScenarioGroup, Turn};
pub use shelf::{Pile, Shelf};
pub use stage::{After, Signal, Stage, StageFormat, StageId, StageKind};
pub use template::{Channel, Due, DueFrom, FILLED, Letter, Template, Tone, slots};
