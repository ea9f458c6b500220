//! What the rule table gives for a sample answer, from the points, flags and levels that its raters agreed on.

use std::sync::Arc;

use super::advice::next_step;
use super::evidence::{Evidence, Rated};
use super::judge::{Verdict, judge};
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::{Dimension, Exemplar, Question};
use crate::domain::practice::record::{Answer, Mark};

/// Judges a sample answer to its question. Window and hints are taken as met; a dimension that `known` does not
/// know is left out.
pub fn agreed(
    exemplar: &Exemplar,
    question: &Question,
    known: impl Fn(&DimensionId) -> Option<Arc<Dimension>>,
) -> Verdict {
    with(exemplar, question, known, judge)
}

/// The same with what the answer would need to stand higher.
pub fn agreed_next(
    exemplar: &Exemplar,
    question: &Question,
    known: impl Fn(&DimensionId) -> Option<Arc<Dimension>>,
) -> (Verdict, Option<String>) {
    with(exemplar, question, known, |seen| {
        let verdict = judge(seen);
        let next = next_step(seen, &verdict).filter(|_| verdict.level < Level::Strong);
        (verdict, next.map(|step| step.text))
    })
}

/// Whether a sample answer has a point (from 1).
pub fn mark_of(exemplar: &Exemplar, point: u8) -> Mark {
    match point {
        p if exemplar.hit.contains(&p) => Mark::Hit,
        p if exemplar.half.contains(&p) => Mark::Half,
        _ => Mark::Missed,
    }
}

fn with<T>(
    exemplar: &Exemplar,
    question: &Question,
    known: impl Fn(&DimensionId) -> Option<Arc<Dimension>>,
    then: impl FnOnce(&Evidence<'_>) -> T,
) -> T {
    let points = 1..=u8::try_from(question.strong.len()).unwrap_or(u8::MAX);
    let marks: Vec<Mark> = points.map(|p| mark_of(exemplar, p)).collect();
    let rated = exemplar.levels.iter().filter_map(|(id, level)| {
        known(id).map(|dimension| Rated {
            dimension,
            level: *level,
        })
    });
    let rated: Vec<Rated> = rated.collect();
    then(&Evidence {
        question,
        answer: &Answer::heard(question, &exemplar.text),
        marks: &marks,
        flags: &exemplar.flags,
        rated: &rated,
    })
}
