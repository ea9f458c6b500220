//! One question of the plan with what was done about it.

use std::sync::Arc;

use super::parts::Manner;
use crate::domain::library::{Dimension, Library, Question};
use crate::domain::practice::clock::{Factor, Span};
use crate::domain::practice::mock::{gaps, met};
use crate::domain::practice::record::{Answer, Input, Planned, Rating, To};
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
    /// Whether the point of the last of them is said now, once somebody said so.
    pub said_now: Option<bool>,
    /// Follow-ups, second halves and further parts, in order.
    pub more: Vec<Answer>,
    /// How often the question itself was answered.
    pub takes: u8,
    pub rating: Option<Rating>,
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
            said_now: None,
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
        match answer.extra.as_ref().map(|e| e.to) {
            None if answer.take > 1 => {
                self.retries.push(answer.clone());
                self.said_now = None;
            }
            None | Some(To::Again) => {
                self.answer = Some(answer.clone());
                self.takes = self.takes.saturating_add(1);
            }
            Some(To::FollowUp | To::Afterward | To::Half | To::Part) => {
                self.more.push(answer.clone());
            }
        }
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

    /// The dimensions rated for its answer: delivery only for a spoken one, and only when it is wanted.
    pub fn rated_dimensions(&self, manner: Manner) -> Vec<Arc<Dimension>> {
        let spoken = self
            .answer
            .as_ref()
            .is_some_and(|a| a.input == Input::Aloud);
        let delivery = spoken && manner.delivery;
        self.dimensions
            .iter()
            .filter(|d| delivery || d.id.as_str() != "delivery")
            .cloned()
            .collect()
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
