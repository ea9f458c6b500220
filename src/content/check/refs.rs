//! L03: every reference names something that exists; nothing lies about that nobody names.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::beside::Beside;
use super::book::{Book, Placed, each_shelf};
use super::out::{Out, Scope};
use crate::content::found::{At, Step};
use crate::content::hint::nearest;
use crate::content::raw::{Defaults, Question, Record};
use crate::content::refs::{Kinds, LINKED, Refs};
use crate::content::shipped;
use crate::domain::library::{DrillMode, Kind, PLAIN_ANSWER, StageId};
use crate::domain::order::InOrder;

/// The ids of the shipped library by array, looked up once for all packs.
static SHIPPED: LazyLock<HashMap<&'static str, HashSet<&'static str>>> = LazyLock::new(|| {
    let ids = shipped::ids().into_iter();
    ids.map(|(array, ids)| (array, ids.into_iter().collect()))
        .collect()
});

/// The ids that may be named, by array.
struct Known<'a> {
    /// What packs bring beside the book.
    beside: &'a Beside,
    own: HashMap<&'static str, HashSet<String>>,
    /// Whether those of the shipped library may be named beside them.
    shipped: bool,
}

impl Known<'_> {
    fn add<R: Record>(&mut self, records: &[Placed<R>]) {
        let ids = records.iter().map(|placed| placed.record.id().to_owned());
        self.own.entry(R::ARRAY).or_default().extend(ids);
    }

    fn of(&self, array: &str) -> impl Iterator<Item = &str> + Clone {
        let own = self
            .own
            .get(array)
            .into_iter()
            .flatten()
            .map(String::as_str);
        let shipped = SHIPPED
            .get(array)
            .filter(|_| self.shipped)
            .into_iter()
            .flatten()
            .copied();
        own.chain(shipped)
    }

    fn has(&self, array: &str, id: &str) -> bool {
        let shipped = self.shipped && SHIPPED.get(array).is_some_and(|ids| ids.contains(id));
        shipped
            || self.beside.has(array, id)
            || self.own.get(array).is_some_and(|ids| ids.contains(id))
    }

    fn is_empty(&self, array: &str) -> bool {
        self.of(array).next().is_none()
    }
}

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    let mut known = Known {
        beside: &book.beside,
        own: HashMap::new(),
        shipped: out.scope != Scope::Shipped,
    };
    each_shelf!(book, |records| known.add(records));
    defaults(book, &known, out);
    let mut used = HashSet::new();
    each_shelf!(book, |records| resolve(
        records, book, &known, &mut used, out
    ));
    if out.scope == Scope::Shipped {
        used.extend(
            Kind::ALL
                .iter()
                .map(|kind| ("framework", kind.framework().to_owned())),
        );
        // Questions whose words do not tell their kind get it.
        used.insert(("framework", PLAIN_ANSWER.to_owned()));
        orphans(&book.frameworks, &used, out);
        orphans(&book.checklists, &used, out);
        orphans(&book.personas, &used, out);
        orphans(&book.exemplars, &used, out);
    }
}

/// What every question is filled from is told where it stands, once.
fn defaults(book: &Book, known: &Known<'_>, out: &mut Out<'_>) {
    for (place, given) in book.defaults.iter().enumerate() {
        let Some((file, given)) = given else { continue };
        if *file != place {
            continue;
        }
        out.leave(*file);
        let mut lent = lent(given);
        lent.refs(&At::top("defaults"), &mut |at, arrays, id| {
            if matches!(find(known, arrays, id), Found::Nowhere) {
                nowhere(at, known, arrays, id, out);
            }
        });
    }
}

/// A question that says nothing but what it was given.
fn lent(given: &Defaults) -> Question {
    Question {
        competencies: given.competencies.clone(),
        roles: given.roles.clone(),
        topic: given.topic.clone(),
        ..Question::default()
    }
}

/// Whether an id that a question of a file names was given to it.
fn is_lent(book: &Book, file: usize, at: &At<'_>, id: &str) -> bool {
    let given = book.defaults.get(file).and_then(Option::as_ref);
    let Some((_, given)) = given else {
        return false;
    };
    match at.steps().as_slice() {
        [.., Step::Key(field), Step::Item(i)] => {
            let list = match field.as_str() {
                "competencies" => &given.competencies,
                "roles" => &given.roles,
                _ => return false,
            };
            list.get(*i).is_some_and(|given| given == id)
        }
        [.., Step::Key(field)] => field == "topic" && given.topic == id,
        _ => false,
    }
}

fn nowhere(at: &At<'_>, known: &Known<'_>, arrays: Kinds, id: &str, out: &mut Out<'_>) {
    let what = format_args!("`{at}` names {id:?}, which does not exist.");
    out.error("L03", at, what, proposal(known, arrays, id));
}

fn resolve<R: Record + Refs + Clone>(
    records: &[Placed<R>],
    book: &Book,
    known: &Known<'_>,
    used: &mut HashSet<(&'static str, String)>,
    out: &mut Out<'_>,
) {
    for placed in records {
        out.enter(&placed.record, placed.file);
        placed.show(|record, at| {
            let mut record = record.clone();
            record.refs(at, &mut |at, arrays, id| match find(known, arrays, id) {
                Found::In(array) => drop(used.insert((array, id.clone()))),
                Found::Nowhere
                    if R::ARRAY != Question::ARRAY || !is_lent(book, placed.file, at, id) =>
                {
                    nowhere(at, known, arrays, id, out);
                }
                Found::Unknowable | Found::Nowhere => {}
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

fn find(known: &Known<'_>, arrays: Kinds, id: &str) -> Found {
    match arrays.iter().find(|array| known.has(array, id)) {
        Some(array) => Found::In(array),
        None if arrays.iter().any(|array| known.is_empty(array)) => Found::Unknowable,
        None if arrays == LINKED && is_word(id) => Found::Unknowable,
        None => Found::Nowhere,
    }
}

/// Drill modes and stages are linked to by their words.
fn is_word(id: &str) -> bool {
    DrillMode::from_id(id).is_some() || StageId::from_id(id).is_some()
}

fn proposal(known: &Known<'_>, arrays: Kinds, id: &str) -> String {
    let ids = arrays.iter().flat_map(|array| known.of(array));
    if let Some(close) = nearest(id, ids.clone()) {
        return format!("Did you mean `{close}`?");
    }
    let mut ids: Vec<&str> = ids.collect();
    ids.order();
    let all = ids.len() <= FEW;
    ids.truncate(FEW);
    let mut ids: Vec<String> = ids.iter().map(|id| format!("`{id}`")).collect();
    if !all {
        ids.push("…".to_owned());
    }
    format!("Use one of: {}.", ids.join(", "))
}

/// So many ids are told one by one; all fields of work are.
const FEW: usize = 20;

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
