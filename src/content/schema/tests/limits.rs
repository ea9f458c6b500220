//! What the schema knows beyond the types: closed lists, lengths, numbers, and which fields are needed.
//!
//! Lists that the program knows are taken from it; a test holds the lengths to those of the linter.

mod table;

pub use table::LIMITS;

use serde_json::{Map, Value, json};

use crate::content::check::closed;
use crate::content::lower::{MAX_SECONDS, Word};
use crate::domain::id::MAX_ID;
use crate::domain::level::Level;
use crate::domain::library::{
    Channel, Condition, DecisionRole, Facet, Feedback, ItemKind, ItemMode, Kind, Letter, LifeArea,
    Meter, ScenarioGroup, Seniority, StageId, StepKind, Tone, Voice,
};

/// The form of an id.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The form of a reference: an id, or one of another pack or of the library with its name before it.
const REFERENCE: &str = "^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$";

/// What a field takes. Where it is a list, its entries do.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    /// These fields of the table must be there.
    Needs(&'static [&'static str]),
    /// A text of at most so many characters.
    Most(u32),
    /// A list of at most so many entries.
    Entries(u32),
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of the words of a type.
    Of(fn() -> Vec<&'static str>),
    /// Whose names are words of a type.
    Names(fn() -> Vec<&'static str>),
    /// A number between these.
    Span(i32, u32),
    /// A name of its own.
    Id,
    /// The name of another record.
    Reference,
    /// A text of this form.
    Form(&'static str),
}

impl Limit {
    /// Writes it into the schema of a field.
    pub fn put_on(self, field: &mut Map<String, Value>) {
        match self {
            Self::Needs(names) => each(field, &|f| set(f, "required", json!(names))),
            Self::Entries(most) => set(field, "maxItems", json!(most)),
            Self::Most(most) => each(field, &|f| set(f, "maxLength", json!(most))),
            Self::Word(words) => one_of(field, words),
            Self::Of(words) => one_of(field, &words()),
            Self::Names(words) => set(field, "propertyNames", json!({ "enum": words() })),
            Self::Span(least, most) => each(field, &|f| {
                set(f, "minimum", json!(least));
                set(f, "maximum", json!(most));
            }),
            Self::Id => {
                set(field, "pattern", json!(ID));
                set(field, "maxLength", json!(MAX_ID));
            }
            Self::Reference => each(field, &|f| set(f, "pattern", json!(REFERENCE))),
            Self::Form(form) => each(field, &|f| set(f, "pattern", json!(form))),
        }
    }
}

fn set(field: &mut Map<String, Value>, key: &str, value: Value) {
    field.insert(key.to_owned(), value);
}

fn one_of(field: &mut Map<String, Value>, words: &[&str]) {
    each(field, &|f| set(f, "enum", json!(words)));
}

/// Puts something on the field, or on each entry of the list that it is; on both where it may be either.
fn each(field: &mut Map<String, Value>, put: &dyn Fn(&mut Map<String, Value>)) {
    if let Some(Value::Array(either)) = field.get_mut("anyOf") {
        let either = either.iter_mut().filter_map(Value::as_object_mut);
        either.for_each(|one| each(one, put));
    } else if let Some(Value::Object(entry)) = field.get_mut("items") {
        put(entry);
    } else {
        put(field);
    }
}

/// Longest entry of a list: one or two lines of an 80-column terminal.
const ENTRY: Limit = Limit::Most(90);

/// The words of a type, as they are written.
fn words<W: Word>() -> Vec<&'static str> {
    W::ids().collect()
}

const KINDS: Limit = Limit::Of(words::<Kind>);
const STAGES: Limit = Limit::Of(words::<StageId>);
const SENIORITY: Limit = Limit::Of(words::<Seniority>);
const LEVELS: Limit = Limit::Of(words::<Level>);
const EVIDENCE: Limit = Limit::Word(&closed::EVIDENCE);
const SECONDS: Limit = Limit::Span(0, MAX_SECONDS);
const DIFFICULTY: Limit = Limit::Span(1, 3);

/// Limits on what every record has.
pub const COMMON: &[(&str, Limit)] = &[
    ("id", Limit::Id),
    ("status", Limit::Word(&["draft", "ready"])),
    ("tags", Limit::Entries(64)),
    ("jurisdiction", Limit::Entries(64)),
    ("lint_allow", Limit::Needs(&["rule", "reason"])),
    ("lint_allow.rule", Limit::Form("^L[0-9]{2}$")),
];
