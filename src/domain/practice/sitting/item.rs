//! One question of the plan with what was done about it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::looks::Tried;
use super::parts::Manner;
use crate::domain::library::{Dimension, Kind, Library, Question};
use crate::domain::practice::clock::{Factor, Span};
use crate::domain::practice::mock::{gaps, met};
use crate::domain::practice::record::{Answer, Input, Mark, Planned, Rating, To};
use crate::domain::practice::shape::Stretch;

/// One question of the plan with what was done about it.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub planned: Planned,
    /// `None` when the library no longer has it; it is passed over then.
    pub question: Option<Arc<Question>>,
    /// Dimensions of its kind, delivery included.
    pub dimensions: Vec<Arc<Dimension>>,
    pub answer: Option<Answer>,
    /// Second tries at one point.
    pub retries: Vec<Answer>,
    /// Whether a point (from 1) that was tried again is said now, once somebody said so.
    heard: BTreeMap<u8, bool>,
    /// Follow-ups, second halves and further parts, in order.
    pub more: Vec<Answer>,
    /// How often the question itself was answered.
    pub takes: u8,
    rating: Option<Rating>,
    /// Its points as they stand after second tries.
    now: Vec<Mark>,
}

impl Item {
    /// Opens the question.
    pub fn new(planned: &Planned, library: &Library, dimensions: &[Arc<Dimension>]) -> Self {
        let question = library.rated_question(planned.question.as_str());
        let kind = question.as_ref().map(|q| q.kind);
        Self {
            planned: planned.clone(),
            dimensions: (dimensions.iter())
                .filter(|d| kind.is_some_and(|k| d.applies.contains(&k)))
                .cloned()
                .collect(),
            question,
            answer: None,
            retries: Vec::new(),
            heard: BTreeMap::new(),
            now: Vec::new(),
            more: Vec::new(),
            takes: 0,
            rating: None,
        }
    }

    /// The times of a format in the place of those of the question; a window under pressure is a seventh shorter.
    pub fn set_window(&mut self, stretch: &Stretch, pressure: bool) {
        let Some(question) = &mut self.question else {
            return;
        };
        let window = &mut Arc::make_mut(question).window;
        window.prep = stretch.prep_s.unwrap_or(window.prep);
        if let Some(answer) = stretch.answer_s {
            window.answer = answer;
            window.max = answer;
            window.min = window.min.min(answer / 2);
        } else if pressure {
            window.max = hurried(window.max).max(window.answer).min(window.max);
        }
    }

    /// Takes an answer in.
    pub fn take_in(&mut self, answer: &Answer) {
        let point = self.question.as_deref().and_then(|q| answer.point(q));
        if let Some(point) = point {
            self.heard.remove(&point);
            self.recount();
        }
        match answer.extra.as_ref().map(|e| e.to) {
            None if answer.take > 1 => self.retries.push(answer.clone()),
            None | Some(To::Again) => {
                // What was heard of earlier tries belongs to the take before.
                self.heard.clear();
                self.recount();
                self.answer = Some(answer.clone());
                self.takes = self.takes.saturating_add(1);
            }
            Some(To::FollowUp | To::Afterward | To::Half | To::Part) => {
                self.more.push(answer.clone());
            }
        }
    }

    /// Takes the rating in that counts.
    pub fn rate(&mut self, rating: &Rating) {
        self.rating = Some(rating.clone());
        self.recount();
    }

    /// The rating that counts.
    pub const fn rating(&self) -> Option<&Rating> {
        self.rating.as_ref()
    }

    /// Its points as they stand after second tries.
    pub fn now(&self) -> &[Mark] {
        &self.now
    }

    /// What was answered last from the result, where it was for one point.
    pub fn tried(&self) -> Option<Tried<'_>> {
        let question = self.question.as_deref()?;
        let beside = self.more.iter().filter(|a| a.is_beside());
        let taken = self.answer.as_ref().map_or(0, |a| a.take);
        let tries = self.retries.iter().chain(beside);
        let answer = tries.filter(|a| a.take > taken).max_by_key(|a| a.take)?;
        let point = answer.point(question)?;
        let rating = self.rating.as_ref()?;
        Some(Tried {
            answer,
            before: *rating.points.get(usize::from(point).checked_sub(1)?)?,
            now: self.heard.get(&point).copied(),
        })
    }

    /// The second tries since the take that counts.
    pub fn later_tries(&self) -> &[Answer] {
        let taken = self.answer.as_ref().map_or(0, |a| a.take);
        let from = self.retries.partition_point(|a| a.take < taken);
        &self.retries[from..]
    }

    /// Whether the take that counts is a second try, rated as a whole.
    pub fn is_second_try(&self) -> bool {
        self.later_tries().len() < self.retries.len()
    }

    /// Takes in whether the point that was tried last is said now.
    pub fn hear(&mut self, said: bool) {
        let tried = self.tried().map(|t| t.answer);
        let point = tried
            .zip(self.question.as_deref())
            .and_then(|(a, q)| a.point(q));
        if let Some(point) = point {
            self.heard.insert(point, said);
            self.recount();
        }
    }

    fn recount(&mut self) {
        let marks = self.rating.iter().flat_map(|r| &r.points);
        let heard = |n| self.heard.get(&n).copied();
        self.now = (1..=u8::MAX)
            .zip(marks)
            .map(|(n, mark)| mark.now(heard(n)))
            .collect();
    }

    /// What was said to it so far, follow-ups and further parts included.
    pub fn answers(&self) -> impl Iterator<Item = &Answer> {
        self.answer.iter().chain(&self.more)
    }

    /// The points (from 1) for which what was typed plainly has nothing, and those that it plainly makes; of what was
    /// said aloud nobody knows.
    pub fn gaps_and_met(&self) -> (Vec<u8>, Vec<u8>) {
        let typed = self.answers().all(|a| a.input == Input::Typed);
        let Some(question) = self.question.as_ref().filter(|_| typed) else {
            return Default::default();
        };
        let said: Vec<&str> = self.answers().map(|a| a.text.as_str()).collect();
        let said = said.join("\n");
        (gaps(question, &said), met(question, &said))
    }

    /// The number of the next answer to it.
    pub fn next_take(&self) -> u8 {
        let given = usize::from(self.takes) + self.retries.len() + self.more.len();
        u8::try_from(given + 1).unwrap_or(u8::MAX)
    }

    /// Whether it is still to be asked.
    pub fn is_open(&self) -> bool {
        self.question.is_some() && self.answer.is_none()
    }

    /// Whether its answer is still to be rated; what was skipped needs no rating.
    pub fn is_unrated(&self) -> bool {
        self.question.is_some()
            && self.rating.is_none()
            && self.answer.as_ref().is_some_and(|a| !a.skipped)
    }

    /// The dimensions rated for an answer to it: delivery only for a spoken one, and only when it is wanted.
    pub fn rated_dimensions(&self, manner: Manner, answer: Option<&Answer>) -> Vec<Arc<Dimension>> {
        let spoken = answer.is_some_and(|a| a.input == Input::Aloud);
        let delivery = spoken && manner.delivery;
        self.dimensions
            .iter()
            .filter(|d| delivery || !d.is_of_speech())
            .cloned()
            .collect()
    }

    /// Whether it is a scene that is played.
    pub fn is_played(&self) -> bool {
        (self.question.as_ref()).is_some_and(|q| q.kind == Kind::RolePlay)
    }

    /// The window of the answer, extra time included.
    pub fn span(&self, factor: Factor) -> Option<Span> {
        self.question.as_ref().map(|q| {
            Span {
                min: q.window.min,
                max: q.window.max,
            }
            .with(factor)
        })
    }
}

/// The upper edge of a window under pressure: a seventh less, to the nearest five seconds, as a person would say it.
const fn hurried(max: u32) -> u32 {
    (max - max / 7 + 2) / 5 * 5
}

#[cfg(test)]
mod tests {
    use super::hurried;

    #[test]
    fn pressure_takes_a_seventh_and_leaves_figures_that_people_say() {
        assert_eq!([45, 60, 100, 120].map(hurried), [40, 50, 85, 105]);
        for max in 10..1200 {
            let less = hurried(max);
            assert!(less.is_multiple_of(5) && less <= max, "{max}: {less}");
            assert!(less.abs_diff(max * 6 / 7) <= 3, "{max}: {less}");
        }
    }
}
