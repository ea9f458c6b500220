//! What reading and checking find: which record, which field, what is wrong, what to do.
//!
//! A field is named by its path (`question`, 3, `strong`, 2, `text`). Lines and columns come later and only
//! when there is something to tell (`place`), because nobody pays for the places of a file without mistakes.

use std::fmt::{self, Write as _};

use crate::problem::Severity;

/// A file: its name as it may be shown, and its text.
pub type Named<'a> = (&'a str, &'a str);

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// A key of a table.
    Key(String),
    /// A place in a list, from 0.
    Item(usize),
}

/// A path that is built on the way down, on the stack, and costs nothing until it is told.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    parent: Option<&'a Self>,
    step: Turn<'a>,
}

#[derive(Debug, Clone, Copy)]
enum Turn<'a> {
    Key(&'a str),
    Item(usize),
}

impl<'a> At<'a> {
    /// A table or list at the top of the file.
    pub const fn top(key: &'a str) -> Self {
        Self {
            parent: None,
            step: Turn::Key(key),
        }
    }

    /// A key below.
    pub const fn key<'b>(&'b self, key: &'b str) -> At<'b> {
        At {
            parent: Some(self),
            step: Turn::Key(key),
        }
    }

    /// An entry below, from 0.
    pub const fn item(&self, index: usize) -> At<'_> {
        At {
            parent: Some(self),
            step: Turn::Item(index),
        }
    }

    /// The path as steps from the top of the file.
    pub fn steps(&self) -> Vec<Step> {
        let mut steps = self.parent.map(At::steps).unwrap_or_default();
        steps.push(match self.step {
            Turn::Key(key) => Step::Key(key.to_owned()),
            Turn::Item(index) => Step::Item(index),
        });
        steps
    }
}

/// The path inside its record, entries counted from 1 as in `when = "missing:2"`: `strong[2].text`.
impl fmt::Display for At<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&inside(&self.steps()))
    }
}

/// A path inside its record, entries counted from 1.
pub fn inside(steps: &[Step]) -> String {
    let own = match steps {
        [Step::Key(_), Step::Item(_), own @ ..] => own,
        whole => whole,
    };
    own.iter().fold(String::new(), |mut out, step| {
        let written = match step {
            Step::Key(key) if out.is_empty() => write!(out, "{key}"),
            Step::Key(key) => write!(out, ".{key}"),
            Step::Item(index) => write!(out, "[{}]", index + 1),
        };
        debug_assert!(written.is_ok(), "writing to a string");
        out
    })
}

/// Where in a file something is, before its line is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// A field.
    Path(Vec<Step>),
    /// A place in the text, in bytes from its start.
    Byte(usize),
}

/// Something that is wrong, before its line is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// The file, as a place in the list of files that are read together.
    pub file: usize,
    /// Where in the file.
    pub spot: Spot,
    /// The record's id, if it has one.
    pub record: Option<String>,
    /// The rule that found it.
    pub rule: Option<&'static str>,
    /// What is wrong, one sentence.
    pub what: String,
    /// What to do, one sentence.
    pub hint: String,
}

/// Every rule of the linter.
const RULES: [&str; 34] = [
    "L01", "L02", "L03", "L04", "L05", "L06", "L07", "L08", "L09", "L10", "L11", "L12", "L13",
    "L14", "L15", "L16", "L17", "L18", "L19", "L20", "L21", "L22", "L23", "L24", "L25", "L26",
    "L27", "L28", "L29", "L30", "L31", "L32", "L33", "L34",
];

/// The rule of this name.
pub fn rule_named(name: &str) -> Option<&'static str> {
    RULES.into_iter().find(|rule| *rule == name)
}

/// Collects findings, or lets them go where nobody would read them.
#[derive(Debug, Default)]
pub struct Sink {
    /// What was found so far.
    pub found: Vec<Finding>,
    /// The file being read.
    pub file: usize,
    /// The record being read.
    pub record: Option<String>,
    deaf: bool,
}

impl Sink {
    /// A sink that keeps nothing, for records that were checked before they were packed.
    pub fn deaf() -> Self {
        Self {
            deaf: true,
            ..Self::default()
        }
    }

    /// Whether anything found so far keeps a record from being used.
    pub fn has_errors(&self) -> bool {
        self.found.iter().any(|f| f.severity == Severity::Error)
    }

    /// Notes a field that cannot be used as it is (rule L02).
    pub fn error(&mut self, at: &At<'_>, what: impl fmt::Display, hint: impl fmt::Display) {
        self.note(Severity::Error, "L02", at, &what, &hint);
    }

    /// Notes a field that was mended or left out (rule L02).
    pub fn warn(&mut self, at: &At<'_>, what: impl fmt::Display, hint: impl fmt::Display) {
        self.note(Severity::Warning, "L02", at, &what, &hint);
    }

    /// Notes what a rule of the linter found.
    pub fn rule(
        &mut self,
        (rule, severity): (&'static str, Severity),
        at: &At<'_>,
        what: impl fmt::Display,
        hint: impl fmt::Display,
    ) {
        self.note(severity, rule, at, &what, &hint);
    }

    fn note(
        &mut self,
        severity: Severity,
        rule: &'static str,
        at: &At<'_>,
        what: &dyn fmt::Display,
        hint: &dyn fmt::Display,
    ) {
        if !self.deaf {
            self.push(
                severity,
                Some(rule),
                Spot::Path(at.steps()),
                what.to_string(),
                hint.to_string(),
            );
        }
    }

    /// Notes something at any spot.
    pub fn push(
        &mut self,
        severity: Severity,
        rule: Option<&'static str>,
        spot: Spot,
        what: String,
        hint: String,
    ) {
        let (file, record) = (self.file, self.record.clone());
        self.found.push(Finding {
            severity,
            file,
            spot,
            record,
            rule,
            what,
            hint,
        });
    }
}
