//! Reads a value as far as that is possible: what cannot be read is told and taken out, and the rest is tried again.

use std::collections::HashSet;
use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{ENOUGH, slip};
use crate::content::found::{Sink, Spot};
use crate::content::from_toml::{self, Slip, Stranger};
use crate::content::hint::nearest;
use crate::problem::Severity;

/// What could be read of a value.
pub struct Salvaged<T> {
    /// The value; nothing where too much of it is missing.
    pub value: Option<T>,
    /// The names in it of which something had to be taken out.
    pub torn: Vec<String>,
    /// Names in it for which the type has no place, each once.
    pub strangers: Vec<Stranger>,
}

/// Reads a value; every mistake in it goes to the sink.
pub fn salvage<T: DeserializeOwned>(value: Spanned<DeValue<'_>>, sink: &mut Sink) -> Salvaged<T> {
    let mut read = None;
    let (torn, strangers) = try_on(value, sink, &mut |value| {
        let (tried, met) = from_toml::value_with_strangers(value);
        (tried.map(|whole| read = Some(whole)), met)
    });
    Salvaged {
        value: read,
        torn,
        strangers,
    }
}

/// What came of reading a value once, and the names in it for which its type has no place.
type Tried = (Result<(), Slip>, Vec<Stranger>);

/// Tries to read a value, of whatever type, until nothing is in the way any more; gives what was torn, and the strangers.
fn try_on(
    mut value: Spanned<DeValue<'_>>,
    sink: &mut Sink,
    read: &mut dyn FnMut(&Spanned<DeValue<'_>>) -> Tried,
) -> (Vec<String>, Vec<Stranger>) {
    let (mut taken, mut torn) = (Vec::new(), Vec::new());
    let mut strangers = Strangers::default();
    while sink.found.len() < ENOUGH {
        let (tried, met) = read(&value);
        strangers.meet(met);
        let Err(error) = tried else { break };
        let at = error.span().unwrap_or_else(|| value.span());
        let root = value.span();
        let out = if at == root {
            None
        } else {
            take_out(value.get_mut(), &root, &at)
        };
        tell(&error, &at, out.as_ref(), &taken, &mut strangers, sink);
        let Some(out) = out else { break };
        torn.push(out.top);
        taken.push((out.table, out.name));
    }
    (torn, strangers.left)
}

fn tell(
    error: &Slip,
    at: &Range<usize>,
    out: Option<&Taken>,
    taken: &[(Range<usize>, String)],
    strangers: &mut Strangers,
    sink: &mut Sink,
) {
    let message = error.message();
    let missing = message.strip_prefix("missing field `");
    if let Some(name) = missing.and_then(|name| name.strip_suffix('`')) {
        // What was taken out is there, and has been told.
        if taken.iter().any(|(table, of)| table == at && of == name) {
            return;
        }
        if let Some(stranger) = strangers.meant_as(name) {
            let what = format!("`{}` is not known here.", stranger.name);
            let hint = format!("Did you mean `{name}`?");
            let spot = Spot::Byte(stranger.at);
            sink.push(Severity::Error, Some("L01"), spot, what, hint);
            return;
        }
    }
    let (what, hint) = slip::shape(message);
    let named = out.and_then(|out| slip::hint_for(&out.name, message));
    let hint = named.unwrap_or(hint);
    sink.push(
        Severity::Error,
        Some("L01"),
        Spot::Byte(at.start),
        what,
        hint,
    );
}

/// Names that nobody knows, each once, however often the value is read.
#[derive(Default)]
struct Strangers {
    left: Vec<Stranger>,
    seen: HashSet<usize>,
}

impl Strangers {
    fn meet(&mut self, met: Vec<Stranger>) {
        let seen = &mut self.seen;
        self.left
            .extend(met.into_iter().filter(|one| seen.insert(one.at)));
    }

    /// Takes the one that was most likely meant as this name.
    fn meant_as(&mut self, name: &str) -> Option<Stranger> {
        let near = |one: &Stranger| nearest(&one.name, one.fields.iter().copied()) == Some(name);
        let at = self.left.iter().position(near)?;
        Some(self.left.remove(at))
    }
}

/// What was taken out of a tree.
struct Taken {
    /// The table or list that it stood in.
    table: Range<usize>,
    /// Its name there.
    name: String,
    /// The name at the top of the value below which it stood.
    top: String,
}

/// Takes the key or value at exactly this place out of a tree; nothing when there is none.
fn take_out(value: &mut DeValue<'_>, own: &Range<usize>, at: &Range<usize>) -> Option<Taken> {
    match value {
        DeValue::Table(table) => {
            let here = |(key, value): &(&Spanned<DeString<'_>>, &Spanned<DeValue<'_>>)| {
                key.span() == *at || value.span() == *at
            };
            if let Some((key, _)) = table.iter().find(here) {
                let name = key.get_ref().to_string();
                keep(table, |key, value| key.span() != *at && value.span() != *at);
                return Some(Taken {
                    table: own.clone(),
                    name: name.clone(),
                    top: name,
                });
            }
            table.iter_mut().find_map(|(key, value)| {
                let span = value.span();
                let taken = take_out(value.get_mut(), &span, at)?;
                let top = key.get_ref().to_string();
                Some(Taken { top, ..taken })
            })
        }
        DeValue::Array(list) => {
            if list.iter().any(|entry| entry.span() == *at) {
                *list = list
                    .iter()
                    .filter(|entry| entry.span() != *at)
                    .cloned()
                    .collect();
                return Some(Taken {
                    table: own.clone(),
                    name: String::new(),
                    top: String::new(),
                });
            }
            list.iter_mut().find_map(|entry| {
                let span = entry.span();
                take_out(entry.get_mut(), &span, at)
            })
        }
        _ => None,
    }
}

/// Keeps the entries of a table that are wanted.
pub fn keep<'t>(
    table: &mut DeTable<'t>,
    wanted: impl Fn(&Spanned<DeString<'t>>, &Spanned<DeValue<'t>>) -> bool,
) {
    *table = std::mem::take(table)
        .into_iter()
        .filter(|(key, value)| wanted(key, value))
        .collect();
}
