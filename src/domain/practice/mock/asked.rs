//! The record of a mock in order: each question that was asked with its follow-ups, its rating and its time.

use super::course::Course;
use crate::domain::id::ScenarioId;
use crate::domain::level::Level;
use crate::domain::practice::clock::Span;
use crate::domain::practice::record::{Answer, Block, Mark, Rater, Rating, SittingRecord, To};
use crate::domain::practice::shape::Shape;

/// The record in order: each first answer that counts with what belongs to it.
pub(super) struct Talk<'a> {
    /// How far it came.
    pub course: Course,
    /// Each question that was asked.
    pub answers: Vec<Asked<'a>>,
    /// Seconds into the mock when each talk with choices began.
    pub talks: Vec<(&'a ScenarioId, u32)>,
}

/// A question that was asked, with what belongs to it.
pub(super) struct Asked<'a> {
    /// Its place in the plan.
    pub at: usize,
    /// Seconds into the mock when it began.
    pub from_s: u32,
    /// The answer that counts.
    pub answer: &'a Answer,
    /// Earlier takes, which do not count.
    pub takes: Vec<&'a Answer>,
    /// What was answered to follow-ups.
    pub more: Vec<&'a Answer>,
    /// Second tries at a point that was missed.
    pub retries: usize,
    /// The rating that counts.
    pub rating: Option<&'a Rating>,
    /// Seconds into the answer when somebody cut in.
    pub cut: Option<u32>,
}

impl<'a> Talk<'a> {
    /// Reads it out of a record.
    pub fn of(record: &'a SittingRecord, shape: &Shape) -> Self {
        let (head, mut answers) = (&record.head, Vec::<Asked<'a>>::new());
        let mut talks: Vec<(&ScenarioId, u32)> = Vec::new();
        let mut course = Course::of(shape, head.seed, head.factor);
        for block in &record.blocks {
            // Counted as the parts are: what was lost before the start is in none of them.
            let from_s = course.total().saturating_sub(course.late_s);
            let cut = course.cut;
            course.take(shape, head.factor, block);
            match block {
                Block::Answer(answer) => {
                    take_in(&mut answers, answer, from_s, cut);
                }
                Block::Rating(rating) if matches!(rating.rater, Rater::Now | Rater::Agreed) => {
                    let at = usize::from(rating.index);
                    if let Some(asked) = answers.iter_mut().find(|a| a.at == at) {
                        asked.rating = Some(rating);
                    }
                }
                Block::Reply(reply) if talks.iter().all(|(id, _)| **id != reply.scenario) => {
                    talks.push((&reply.scenario, from_s));
                }
                _ => {}
            }
        }
        Self {
            course,
            answers,
            talks,
        }
    }

    /// Whether the last question of all came.
    pub fn asked_last(&self, shape: &Shape) -> bool {
        let last = shape.stops().filter_map(|(_, _, asks)| asks).last();
        last.is_some() && self.answers.iter().any(|a| Some(a.at) == last)
    }
}

fn take_in<'a>(answers: &mut Vec<Asked<'a>>, answer: &'a Answer, from_s: u32, cut: Option<u32>) {
    let at = usize::from(answer.index);
    let known = answers.iter_mut().find(|a| a.at == at);
    match (known, answer.extra.as_ref().map(|e| e.to)) {
        (Some(asked), Some(To::Again)) => {
            asked
                .takes
                .push(std::mem::replace(&mut asked.answer, answer));
        }
        (Some(asked), _) if answer.for_point.is_none() => asked.more.push(answer),
        (Some(asked), _) => asked.retries += 1,
        (None, _) => answers.push(Asked {
            at,
            from_s,
            answer,
            takes: Vec::new(),
            more: Vec::new(),
            retries: 0,
            rating: None,
            cut,
        }),
    }
}

impl Asked<'_> {
    /// Its level; `None` while it is not rated, and for what was skipped.
    pub fn level(&self) -> Option<Level> {
        self.rating.map(|r| r.level)
    }

    /// Seconds over its window.
    pub fn over_s(&self) -> u32 {
        let span = self.answer.window.map(|(min, max)| Span { min, max });
        span.map_or(0, |s| s.over_by(self.answer.clock_s()))
    }

    /// Points that were said.
    pub fn points(&self) -> usize {
        let marks = self.rating.map_or(&[][..], |r| &r.points);
        marks.iter().filter(|m| **m == Mark::Hit).count()
    }
}
