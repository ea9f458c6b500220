//! L29: sample answers in sets of three, at the levels that the rule table gives.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::book::{Book, Placed, each};
use super::out::{Out, Scope};
use crate::content::found::{At, Sink};
use crate::content::lower::Lower;
use crate::content::raw::{self, Exemplar};
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::{Dimension, Question};
use crate::domain::order::InOrder;
use crate::domain::practice::score::agreed;

/// Sets that may show Partly in the place of another level.
const PARTLY: usize = 4;

/// How much longer a strong answer may be than the next one down, in percent.
const LONGER: usize = 125;

/// Runs the rule.
pub fn check(book: &Book, out: &mut Out<'_>) {
    let questions: HashMap<&str, &raw::Question> = book
        .questions
        .iter()
        .map(|q| (q.record.id.as_str(), &q.record))
        .collect();
    let dimensions: Vec<Arc<Dimension>> = book.dimensions.iter().map(dimension).collect();
    each(&book.exemplars, out, |exemplar, at, out| {
        words(exemplar, at, out);
        let question = questions.get(exemplar.question.as_str()).copied();
        if let Some(question) = question {
            let question = lowered(question);
            if points(exemplar, &question, at, out) {
                level(exemplar, &question, &dimensions, at, out);
            }
        }
    });
    if out.scope == Scope::Shipped {
        sets(book, out);
    }
}

fn dimension(placed: &Placed<raw::Dimension>) -> Arc<Dimension> {
    let dimension = placed.record.clone();
    Arc::new(dimension.lower(&At::top("dimension"), &mut Sink::deaf()))
}

fn lowered(question: &raw::Question) -> Question {
    let question = question.clone();
    question.lower(&At::top("question"), &mut Sink::deaf())
}

fn words(exemplar: &Exemplar, at: &At<'_>, out: &mut Out<'_>) {
    let words = length(exemplar);
    if !(60..=220).contains(&words) {
        let what = format_args!("`text` has {words} words.");
        out.error("L29", &at.key("text"), what, "Write 60 to 220.");
    }
}

fn length(exemplar: &Exemplar) -> usize {
    exemplar.text.split_whitespace().count()
}

/// Numbers of points and flags that the question has; `true` when all are.
fn points(exemplar: &Exemplar, question: &Question, at: &At<'_>, out: &mut Out<'_>) -> bool {
    let mut fine = true;
    for (name, numbers, most) in [
        ("points_hit", &exemplar.points_hit, question.strong.len()),
        ("points_half", &exemplar.points_half, question.strong.len()),
        ("red_flags", &exemplar.red_flags, question.red_flags.len()),
    ] {
        let wrong = numbers
            .iter()
            .find(|n| !(1..=most).contains(&usize::from(**n)));
        if let Some(wrong) = wrong {
            fine = false;
            let what = format_args!("`{name}` names number {wrong}; the question has {most}.");
            out.error("L29", &at.key(name), what, "Count from 1.");
        }
    }
    fine
}

fn level(
    exemplar: &Exemplar,
    question: &Question,
    dimensions: &[Arc<Dimension>],
    at: &At<'_>,
    out: &mut Out<'_>,
) {
    let known = |id: &DimensionId| dimensions.iter().find(|d| d.id == *id).cloned();
    let lowered = exemplar.clone().lower(at, &mut Sink::deaf());
    let verdict = agreed(&lowered, question, known);
    let ratings = lowered.levels.iter();
    let gated = ratings.filter_map(|(id, level)| {
        let rated = verdict.rated.iter().find(|r| r.dimension.id == *id)?;
        (rated.level != *level).then_some((id, rated.level))
    });
    for (id, level) in gated {
        let what = format_args!(
            "With these points, `{id}` stands at `{}` at most.",
            level.id()
        );
        out.error(
            "L29",
            &at.key("levels").key(id.as_str()),
            what,
            "Lower it, or let the answer say more.",
        );
    }
    if verdict.level != lowered.level {
        let what = format_args!(
            "The level is `{}`, and the rules give `{}` ({}): {}",
            lowered.level.id(),
            verdict.level.id(),
            verdict.line.id(),
            verdict.reason
        );
        let hint = "Change the answer and its points, or the level.";
        out.error("L29", &at.key("level"), what, hint);
    }
}

/// Three answers to one question, at three levels.
fn sets(book: &Book, out: &mut Out<'_>) {
    let mut sets: BTreeMap<&str, Vec<&Placed<Exemplar>>> = BTreeMap::new();
    for placed in &book.exemplars {
        let question = placed.record.question.as_str();
        sets.entry(question).or_default().push(placed);
    }
    let mut partly = 0;
    for (question, mut set) in sets {
        let level = |p: &&Placed<Exemplar>| Level::from_id(&p.record.level);
        set.order_by_key(level);
        let levels: Vec<Option<Level>> = set.iter().map(level).collect();
        let Some(last) = set.last() else { continue };
        out.enter(&last.record, last.file);
        let apart = levels.windows(2).all(|pair| pair.first() != pair.last());
        last.show(|_, at| {
            if levels.len() != 3 || !apart {
                let what = format_args!(
                    "The question `{question}` has {} sample answers, not three at three levels.",
                    levels.len()
                );
                out.error(
                    "L29",
                    &at.key("question"),
                    what,
                    "Write three: Not yet, Solid, Strong.",
                );
            }
            partly += usize::from(levels.contains(&Some(Level::Partly)));
            if partly > PARTLY {
                let what = format_args!("More than {PARTLY} sets show `partly`.");
                out.error(
                    "L29",
                    &at.key("level"),
                    what,
                    "Show Not yet, Solid and Strong.",
                );
            }
            strong_is_short(&set, at, out);
        });
    }
}

/// Strong is not long: the set must not teach to talk more.
fn strong_is_short(set: &[&Placed<Exemplar>], at: &At<'_>, out: &mut Out<'_>) {
    let [.., next, strong] = set else { return };
    let (long, usual) = (length(&strong.record), length(&next.record));
    if strong.record.level == "strong" && long * 100 > usual * LONGER {
        let what = format_args!("The strong answer has {long} words, the next one down {usual}.");
        out.error(
            "L29",
            &at.key("text"),
            what,
            "Let it be at most a quarter longer.",
        );
    }
}
