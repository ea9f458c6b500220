//! L03: every reference names something that exists; nothing lies about that nobody names.

use std::collections::{HashMap, HashSet};

use super::book::{Book, Placed, each_shelf};
use super::out::{Out, Scope};
use crate::content::hint::nearest;
use crate::content::raw::Record;
use crate::content::refs::{Kinds, LINKED, Refs};
use crate::content::shipped;
use crate::domain::library::{Kind, StageId};

/// The drill modes, a closed list.
const MODES: [&str; 16] = [
    "single",
    "rapid-fire",
    "blueprint",
    "one-way",
    "panel-sim",
    "industry-pack",
    "ask-drill",
    "closing-drill",
    "name-the-criterion",
    "scenario",
    "items",
    "story-retell",
    "calibration",
    "record-review",
    "partner-mock",
    "interviewer-seat",
];

/// The ids of each array.
type Known = HashMap<&'static str, HashSet<String>>;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    let mut known = Known::new();
    each_shelf!(book, |records| know(records, &mut known));
    if out.scope != Scope::Shipped {
        for (array, ids) in shipped::ids() {
            known
                .entry(array)
                .or_default()
                .extend(ids.into_iter().map(str::to_owned));
        }
    }
    let mut used = HashSet::new();
    each_shelf!(book, |records| resolve(records, &known, &mut used, out));
    if out.scope == Scope::Shipped {
        used.extend(
            Kind::ALL
                .iter()
                .map(|kind| ("framework", kind.framework().to_owned())),
        );
        orphans(&book.frameworks, &used, out);
        orphans(&book.checklists, &used, out);
    }
}

fn know<R: Record>(records: &[Placed<R>], known: &mut Known) {
    known
        .entry(R::ARRAY)
        .or_default()
        .extend(records.iter().map(|placed| placed.record.id().to_owned()));
}

fn resolve<R: Record + Refs + Clone>(
    records: &[Placed<R>],
    known: &Known,
    used: &mut HashSet<(&'static str, String)>,
    out: &mut Out<'_>,
) {
    for placed in records {
        out.enter(&placed.record, placed.file);
        placed.show(|record, at| {
            let mut record = record.clone();
            record.refs(at, &mut |at, arrays, id| match find(known, arrays, id) {
                Found::In(array) => drop(used.insert((array, id.clone()))),
                Found::Unknowable => {}
                Found::Nowhere => {
                    let what = format_args!("`{at}` names {id:?}, which does not exist.");
                    out.error("L03", at, what, proposal(known, arrays, id));
                }
            });
        });
    }
}

/// Where a name leads.
enum Found {
    In(&'static str),
    Nowhere,
    /// An array that it may be of has no records yet.
    Unknowable,
}

fn find(known: &Known, arrays: Kinds, id: &str) -> Found {
    let ids = |array: &&'static str| known.get(array).filter(|ids| !ids.is_empty());
    match arrays
        .iter()
        .find(|array| ids(array).is_some_and(|ids| ids.contains(id)))
    {
        Some(array) => Found::In(array),
        None if arrays.iter().any(|array| ids(array).is_none()) => Found::Unknowable,
        None if arrays == LINKED && is_word(id) => Found::Unknowable,
        None => Found::Nowhere,
    }
}

/// Drill modes and stages are linked to by their words.
fn is_word(id: &str) -> bool {
    MODES.contains(&id) || StageId::from_id(id).is_some()
}

fn proposal(known: &Known, arrays: Kinds, id: &str) -> String {
    let ids = arrays.iter().filter_map(|array| known.get(array)).flatten();
    nearest(id, ids.map(String::as_str)).map_or_else(
        || format!("Write the id of a {}.", arrays.join(" or ")),
        |close| format!("Did you mean `{close}`?"),
    )
}

fn orphans<R: Record>(
    records: &[Placed<R>],
    used: &HashSet<(&'static str, String)>,
    out: &mut Out<'_>,
) {
    for placed in records {
        out.enter(&placed.record, placed.file);
        let id = placed.record.id();
        if !used.contains(&(R::ARRAY, id.to_owned())) {
            let what = format_args!("Nothing names the {} `{id}`.", R::ARRAY);
            placed.show(|_, at| {
                out.warn("L03", at, what, "Name it where it helps, or take it out.");
            });
        }
    }
}
