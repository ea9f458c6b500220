//! The first three lines of the page: what went well, the one thing to change, what to do next.

use super::debrief::{Debrief, ItemsLine, Stood};
use super::moments::{About, What};
use crate::domain::id::CompetencyId;
use crate::domain::level::Level;
use crate::domain::library::{ItemKind, Library};
use crate::domain::practice::record::SittingRecord;
use crate::domain::practice::results::{DimensionRow, ResultRow, Results, counting};
use crate::domain::practice::score::as_told;

/// Situations that were answered, and those of them in which we would choose otherwise.
fn situations(found: &Debrief) -> (usize, usize) {
    let judged = || found.items().filter(|i| i.kind == ItemKind::Judgment);
    let sum = |of: fn(&ItemsLine) -> usize| judged().map(of).sum();
    (sum(|i| i.answered), sum(|i| i.otherwise))
}

/// What went well; `None` where nothing did that can be named.
pub(super) fn well(
    found: &Debrief,
    results: &Results,
    record: &SittingRecord,
    library: &Library,
) -> Option<String> {
    let each = |c: &&(CompetencyId, Stood)| c.1.carried();
    let competencies = found.competencies.iter().filter(each);
    if let Some((id, stood)) = competencies.max_by_key(|c| c.1.levels.len()) {
        let title = library.competency_title(id.as_str()).to_lowercase();
        return Some(format!("{title} carried each time, {}.", stood.words()));
    }
    let best = found
        .moments
        .iter()
        .find_map(|m| match (&m.what, &m.about) {
            (What::Best(..), About::Question(n)) => Some(*n),
            _ => None,
        });
    if let Some(question) = best {
        let text = text_of(question, record, library);
        return Some(format!("your answer to \"{text}\""));
    }
    if let Some((level, made)) = found.ends().find(|(level, _)| level.carries()) {
        return Some(format!("{}. {made}", ended(level)));
    }
    if let Some(line) = highest(results, library) {
        return Some(line);
    }
    let words = match (situations(found), results.given()) {
        ((all, off), _) if all > off => {
            format!(
                "in {} of {all} situations you chose as we would.",
                all - off
            )
        }
        (_, (0, 1..)) => "you sat down to it, and now you know what it asks.".to_owned(),
        (_, (1.., _)) if results.carried().1 == 0 => "not rated yet.".to_owned(),
        _ => return None,
    };
    Some(words)
}

/// The dimension that carried most often, where no whole answer did.
fn highest(results: &Results, library: &Library) -> Option<String> {
    let carried = |row: &&DimensionRow| (row.counts[2] + row.counts[3], row.counts[3]);
    // The one that is marked as the lowest is praised nowhere.
    let lowest = results.most_to_gain();
    let rows = (results.dimensions.iter().rev()).filter(|r| Some(*r) != lowest);
    let row = rows.filter(|r| carried(r).0 > 0).max_by_key(carried)?;
    let title = format!("\"{}\"", row.title(library));
    let (often, strong) = carried(&row);
    let levels = match strong {
        0 => "Solid",
        n if n == often => "Strong",
        _ => "Solid or Strong",
    };
    Some(match (often, row.total()) {
        (1, 1) => format!("{title} was {levels}."),
        (often, all) if often == all => format!("{title} was {levels} each time."),
        (often, all) => format!("{title} was {levels} {often} of {all} times."),
    })
}

/// The one thing to change.
pub(super) fn change(
    found: &Debrief,
    results: &Results,
    record: &SittingRecord,
    library: &Library,
) -> String {
    if let Some(row) = results.most_to_gain()
        && let Some(dimension) = library.dimensions.get(row.dimension.as_str())
        && let Some(lowest) = Level::ALL.into_iter().find(|l| row.counts[l.step()] > 0)
    {
        // Where all of its answers were of one kind, it is what the result of such an answer says.
        let kinds = || row.kinds.iter();
        let only = kinds().next().filter(|_| kinds().count() == 1);
        let asked = |kind| {
            let questions = results
                .rows
                .iter()
                .filter_map(|r| library.questions.get(r.question.as_str()));
            questions.into_iter().find(|q| q.kind == kind)
        };
        let advice =
            only.and_then(|kind| Some(dimension.advice(lowest, &*asked(*kind)?).to_owned()));
        let advice = advice.unwrap_or_else(|| dimension.reading.next_step[lowest.step()].clone());
        let is_low = |r: &&ResultRow| {
            let rating = counting(record, r.index);
            rating.is_some_and(|r| r.dimensions.contains(&(row.dimension.clone(), lowest)))
        };
        return match results.rows.iter().find(is_low) {
            Some(row) => format!("in {}: {advice}", named(row.index.into(), record, library)),
            None => advice,
        };
    }
    if let Some(gravest) = &found.gravest
        && let (What::Least(_, Some(point), _), About::Question(n)) =
            (&gravest.what, &gravest.about)
    {
        let where_to = named(*n, record, library);
        return format!("in {where_to}, add this: {}.", as_told(point));
    }
    let talk = found.ends().find(|(level, _)| !level.carries());
    if let Some((_, made)) = talk.filter(|(_, made)| !made.is_empty()) {
        return made.to_owned();
    }
    let mut parts = found.parts.iter();
    let over = parts.find(|p| p.spent_s > p.planned_s + 60 && p.planned_s > 0);
    if let Some(part) = over {
        return format!("stop sooner in \"{}\".", part.title);
    }
    rest(found, results)
}

/// What is said where no answer, no talk and no clock says it.
fn rest(found: &Debrief, results: &Results) -> String {
    match (results.given(), situations(found)) {
        ((_, skipped @ 1..), _) => {
            let what = if skipped == 1 {
                "1 question".to_owned()
            } else {
                format!("{skipped} questions")
            };
            format!("you skipped {what}. Say something to each, however rough.")
        }
        ((0, _), (all, off @ 1..)) => format!(
            "in {off} of {all} situations you chose otherwise than we would. Read why each act helps or does not; \
             employers weigh them differently, the reasons stay."
        ),
        ((0, _), (1.., 0)) => "nothing: you chose as we would.".to_owned(),
        ((0, _), _) if found.items().next().is_some() => {
            "nothing: what you say of yourself is neither right nor wrong.".to_owned()
        }
        ((1.., _), _) if results.carried().1 == 0 => {
            "that shows when the answers are rated.".to_owned()
        }
        _ => "nothing stands out. Take it once more with a harder listener.".to_owned(),
    }
}

/// What to do next.
pub(super) fn next(found: &Debrief, results: &Results) -> String {
    let words = match (results.given(), results.carried()) {
        ((0, 0), _) if found.ends().next().is_some() => {
            "read it turn by turn, and take the talk again from where it turned."
        }
        ((0, 0), _) if found.parts.iter().any(|p| !p.tasks.is_empty()) => {
            "read the reasons beside what you chose; v shows them."
        }
        ((0, _), _) => "sit it again, and give each question a few sentences.",
        (_, (_, 0)) => "rate what you said, while you still hear it.",
        (_, (carried, all)) if carried < all => {
            "try the weak answers again, then sit it with other questions."
        }
        _ => "sit it with other questions, or with somebody who asks harder.",
    };
    words.to_owned()
}

/// The words in which a question of the plan was asked.
pub(super) fn text_of(question: usize, record: &SittingRecord, library: &Library) -> String {
    let planned = record.head.plan.get(question);
    let found = planned.and_then(|p| {
        let question = library.questions.get(p.question.as_str())?;
        Some(question.wording(p.wording).to_owned())
    });
    found.unwrap_or_else(|| planned.map_or_else(String::new, |p| p.question.to_string()))
}

/// A question of the plan by its short name, where it has one, else in its words.
fn named(question: usize, record: &SittingRecord, library: &Library) -> String {
    let planned = record.head.plan.get(question);
    let known = planned.and_then(|p| library.questions.get(p.question.as_str()));
    match known.filter(|known| !known.title.is_empty()) {
        Some(known) => format!("\"{}\"", known.title),
        None => format!("\"{}\"", text_of(question, record, library)),
    }
}

/// How a talk with choices ended, in words.
pub(super) fn ended(level: Level) -> String {
    format!("the talk came out {}", level.word())
}
