//! Where rules tell what they found, and how much that matters where.

use std::fmt::Display;

use crate::content::found::{At, Sink};
use crate::content::raw::Record;
use crate::problem::Severity;

/// Whose records are checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The library itself: every rule as it is.
    Shipped,
    /// A pack or the user's own bank: shape, references and law as they are, the rest as advice.
    Pack {
        /// Whether the rules on English prose apply.
        english: bool,
        /// Whether nobody else is to read it, so that the style of the library is nothing to it.
        private: bool,
    },
}

impl Scope {
    /// Whether the prose is English.
    pub const fn is_english(self) -> bool {
        matches!(self, Self::Shipped | Self::Pack { english: true, .. })
    }
}

/// Rules that are errors in a pack too: ids, references, law, and records that would mislead.
const STRICT: &[&str] = &[
    "L01", "L03", "L09", "L16", "L20", "L21", "L23", "L27", "L28", "L34",
];

/// Rules on the style of the library: reading ease, idioms, names, words for everybody, American spelling, beginnings.
const STYLE: &[&str] = &["L12", "L13", "L14", "L17", "L30", "L32"];

/// Takes what the rules tell about one record after another.
pub struct Out<'s> {
    /// Whose records are checked.
    pub scope: Scope,
    sink: &'s mut Sink,
    /// Rules that the present record is let off from.
    allowed: Vec<String>,
}

impl<'s> Out<'s> {
    /// Tells a sink.
    pub fn new(scope: Scope, sink: &'s mut Sink) -> Self {
        Self {
            scope,
            sink,
            allowed: Vec::new(),
        }
    }

    /// Turns to a record of a file.
    pub fn enter<R: Record>(&mut self, record: &R, file: usize) {
        self.sink.file = file;
        let id = record.id();
        // In its own file a pack's record goes by its own name.
        let own = match self.scope {
            Scope::Pack { .. } => id.split_once('/').map_or(id, |(_, own)| own),
            Scope::Shipped => id,
        };
        self.sink.record = Some(own.to_owned()).filter(|own| !own.is_empty());
        let reasoned = record
            .lint_allow()
            .iter()
            .filter(|allow| !allow.reason.trim().is_empty());
        self.allowed = reasoned.map(|allow| allow.rule.clone()).collect();
    }

    /// Turns to a file as a whole.
    pub fn leave(&mut self, file: usize) {
        self.sink.file = file;
        self.sink.record = None;
        self.allowed.clear();
    }

    /// Lets lowering tell the same sink.
    pub fn sink(&mut self) -> &mut Sink {
        self.sink
    }

    /// Tells a mistake; in a pack only advice, unless the rule is a strict one.
    pub fn error(
        &mut self,
        rule: &'static str,
        at: &At<'_>,
        what: impl Display,
        hint: impl Display,
    ) {
        let strict = self.scope == Scope::Shipped || STRICT.contains(&rule);
        let severity = if strict {
            Severity::Error
        } else {
            Severity::Warning
        };
        self.tell(rule, severity, at, what, hint);
    }

    /// Tells advice.
    pub fn warn(
        &mut self,
        rule: &'static str,
        at: &At<'_>,
        what: impl Display,
        hint: impl Display,
    ) {
        self.tell(rule, Severity::Warning, at, what, hint);
    }

    fn tell(
        &mut self,
        rule: &'static str,
        severity: Severity,
        at: &At<'_>,
        what: impl Display,
        hint: impl Display,
    ) {
        let private = matches!(self.scope, Scope::Pack { private: true, .. });
        let meant = !(private && STYLE.contains(&rule));
        if meant && !self.allowed.iter().any(|allowed| allowed == rule) {
            self.sink.rule((rule, severity), at, what, hint);
        }
    }
}
