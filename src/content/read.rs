//! Reads a content file into its raw types, and finds everything whose shape is wrong.
//!
//! The quick way is one call; it stops at the first mistake. Only then is the file walked record by record:
//! what cannot be read is noted with its place, taken out, and the record is tried again, so that a person
//! sees all slips of a file at once.

use std::collections::HashMap;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::found::{Sink, Spot};
use super::from_toml;
use super::hint::{did_you_mean, nearest};
use super::raw::{self, File};
use super::syntax;
use crate::problem::Severity;

mod fields;
mod salvage;
pub mod slip;

pub use fields::fields_of;
use salvage::keep;
pub use salvage::salvage;
pub use slip::shape as shape_told;

/// Findings after which a file is not read further: a person mends these first.
const ENOUGH: usize = 200;

/// A file that was read, as far as that was possible.
#[derive(Debug, Default)]
pub struct Reading {
    /// The records; an empty one stands for each that could not be read.
    pub file: File,
    /// Those in which something is wrong, by array and place.
    pub broken: Broken,
}

/// Records in which something is wrong, by array and place.
pub type Broken = HashMap<(&'static str, usize), Torn>;

/// What of a record could not be read, so that nobody complains that it is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Torn {
    /// Everything.
    All,
    /// What stands under these names.
    Names(Vec<String>),
}

/// Reads a file; `None` when it is not TOML at all. Every mistake goes to the sink.
pub fn read(text: &str, sink: &mut Sink) -> Option<Reading> {
    if let Ok(file) = from_toml::read(text) {
        return Some(Reading {
            file,
            broken: Broken::new(),
        });
    }
    let tree = tree(text, sink)?;
    let mut walk = Walk {
        sink,
        out: Reading::default(),
        torn: Vec::new(),
    };
    walk.file(tree);
    Some(walk.out)
}

/// The tree of a file; `None` when it is not TOML. Every mistake goes to the sink.
pub fn tree<'t>(text: &'t str, sink: &mut Sink) -> Option<DeTable<'t>> {
    let (tree, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        return Some(tree.into_inner());
    }
    for fault in syntax::faults(text) {
        let spot = Spot::Byte(fault.byte);
        sink.push(Severity::Error, Some("L01"), spot, fault.what, fault.hint);
    }
    None
}

struct Walk<'s> {
    sink: &'s mut Sink,
    out: Reading,
    /// Names in the present record of which something could not be read.
    torn: Vec<String>,
}

/// Reads the arrays that are named like their field.
macro_rules! arrays {
    ($walk:ident, $key:ident, $value:ident, $($array:ident: $type:ty,)+) => {
        match $key {
            $(stringify!($array) => $walk.out.file.$array = $walk.records::<$type>(stringify!($array), $value),)+
            _ => return false,
        }
    };
}

impl Walk<'_> {
    fn file(&mut self, tree: DeTable<'_>) {
        for (key, value) in tree {
            if self.sink.found.len() >= ENOUGH {
                return;
            }
            let name = key.get_ref().to_string();
            if !self.table(&name, &value) && !self.array(&name, &value) {
                let hint = did_you_mean(&name, fields_of::<File>().iter().copied());
                let what = format!("`{name}` is not known at the top of a content file.");
                self.note(Severity::Error, key.span().start, what, hint);
            }
        }
    }

    /// Reads what stands once in a file; `false` for another name.
    fn table(&mut self, name: &str, value: &Spanned<DeValue<'_>>) -> bool {
        let value = value.clone();
        match name {
            "format" => self.out.file.format = self.salvage(value).unwrap_or_default(),
            "title" => self.out.file.title = self.salvage(value).unwrap_or_default(),
            "content_date" => self.out.file.content_date = self.salvage(value).unwrap_or_default(),
            "questions" if is_records(&value) => {
                let what = "`questions` is for plain sentences; here are records.".to_owned();
                let hint = "Write `[[question]]` for each record, without the s.".to_owned();
                let at = value.get_ref().get(0).map_or(value.span(), Spanned::span);
                self.note(Severity::Error, at.start, what, hint);
            }
            "questions" => self.out.file.questions = self.salvage(value).unwrap_or_default(),
            "pack" => self.out.file.pack = self.record(value),
            "defaults" => self.out.file.defaults = self.record(value),
            _ => return false,
        }
        true
    }

    /// Reads an array of records; `false` for another name.
    fn array(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> bool {
        arrays! { self, key, value,
            stage: raw::Stage,
            question: raw::Question,
            item: raw::Item,
            dimension: raw::Dimension,
            exemplar: raw::Exemplar,
            perspective: raw::Perspective,
            checklist: raw::Checklist,
            scenario: raw::Scenario,
            panel: raw::Panel,
            persona: raw::Interviewer,
            blueprint: raw::Blueprint,
            ask: raw::Ask,
            template: raw::Template,
            plan: raw::Plan,
            story_prompt: raw::StoryPrompt,
            competency: raw::Competency,
            family: raw::Family,
            framework: raw::Framework,
            topic: raw::Topic,
        }
        true
    }

    fn records<T: DeserializeOwned + Default>(
        &mut self,
        array: &'static str,
        value: &Spanned<DeValue<'_>>,
    ) -> Vec<T> {
        let mut records = Vec::new();
        self.each(array, value, &mut |walk, entry| {
            let record = walk.record(entry);
            let is_read = record.is_some();
            records.push(record.unwrap_or_default());
            is_read
        });
        records
    }

    /// Goes through an array of records, of whatever type; `read` says whether anything of one could be read.
    fn each(
        &mut self,
        array: &'static str,
        value: &Spanned<DeValue<'_>>,
        read: &mut dyn FnMut(&mut Self, Spanned<DeValue<'_>>) -> bool,
    ) {
        let DeValue::Array(list) = value.get_ref() else {
            let hint =
                format!("Start each record with a line `[[{array}]]`, in two pairs of brackets.");
            let what = format!("`{array}` is not a list of records.");
            return self.note(Severity::Error, value.span().start, what, hint);
        };
        for (place, entry) in list.iter().cloned().enumerate() {
            if self.sink.found.len() >= ENOUGH {
                break;
            }
            let id = entry
                .get_ref()
                .get("id")
                .and_then(|id| id.get_ref().as_str())
                .map(str::to_owned);
            self.sink.record = id;
            let found = self.errors();
            self.torn.clear();
            let is_read = read(self, entry);
            if self.errors() > found {
                let names = std::mem::take(&mut self.torn);
                let torn = if is_read {
                    Torn::Names(names)
                } else {
                    Torn::All
                };
                self.out.broken.insert((array, place), torn);
            }
        }
        self.sink.record = None;
    }

    /// Reads a table, after taking out the fields that nobody knows.
    fn record<T: DeserializeOwned>(&mut self, mut value: Spanned<DeValue<'_>>) -> Option<T> {
        self.take_strangers_out(&mut value, fields_of::<T>());
        self.salvage(value)
    }

    fn take_strangers_out(
        &mut self,
        value: &mut Spanned<DeValue<'_>>,
        fields: &'static [&'static str],
    ) {
        if let DeValue::Table(table) = value.get_mut() {
            let is_known = |key: &Spanned<DeString<'_>>| fields.contains(&key.get_ref().as_ref());
            for key in table.keys().filter(|key| !is_known(key)) {
                self.stranger(key.span().start, key.get_ref(), fields);
            }
            keep(table, |key, _| is_known(key));
        }
    }

    /// Tells a field that nobody knows: a likely slip is refused, anything else is left out with a warning, since
    /// a newer version may know it.
    fn stranger(&mut self, at: usize, name: &str, fields: &'static [&'static str]) {
        let defaults = fields_of::<raw::Defaults>();
        if fields == fields_of::<raw::Pack>() && defaults.contains(&name) {
            let what = format!("`{name}` does nothing in `[pack]`.");
            let hint = "Put it under a line `[defaults]`, where it holds for every question.";
            self.note(Severity::Warning, at, what, hint.to_owned());
        } else if let Some(near) = nearest(name, fields.iter().copied()) {
            self.torn.push(near.to_owned());
            let what = format!("`{name}` is not a field of this record.");
            let hint = did_you_mean(name, fields.iter().copied());
            self.note(Severity::Error, at, what, hint);
        } else {
            let what = format!("`{name}` is not a field that this version knows; it was left out.");
            let hint = "Take it out, or use a newer version.".to_owned();
            self.note(Severity::Warning, at, what, hint);
        }
    }

    /// Reads a value as far as that is possible.
    fn salvage<T: DeserializeOwned>(&mut self, value: Spanned<DeValue<'_>>) -> Option<T> {
        let salvaged = salvage(value, self.sink);
        self.torn.extend(salvaged.torn);
        salvaged.value
    }

    fn errors(&self) -> usize {
        self.sink
            .found
            .iter()
            .filter(|f| f.severity == Severity::Error)
            .count()
    }

    fn note(&mut self, severity: Severity, at: usize, what: String, hint: String) {
        self.sink
            .push(severity, Some("L01"), Spot::Byte(at), what, hint);
    }
}

/// Whether a value is a list of records.
fn is_records(value: &Spanned<DeValue<'_>>) -> bool {
    let first = value.get_ref().get(0).map(Spanned::get_ref);
    matches!(first, Some(DeValue::Table(_)))
}

#[cfg(test)]
mod tests;
