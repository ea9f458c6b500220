//! One question of the plan with what was done about it.

use std::sync::Arc;

use super::parts::Manner;
use crate::domain::library::{Dimension, Library, Question};
use crate::domain::practice::clock::{Factor, Span};
use crate::domain::practice::record::{Answer, Input, Planned, Rating};

/// One question of the plan with what was done about it.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub planned: Planned,
    /// `None` when the library no longer has it; it is passed over then.
    pub question: Option<Arc<Question>>,
    /// Dimensions of its kind, delivery included.
    pub dimensions: Vec<Arc<Dimension>>,
    pub answer: Option<Answer>,
    pub retries: Vec<Answer>,
    pub rating: Option<Rating>,
}

impl Item {
    /// Opens the question; a question without points is rated by those of its framework.
    pub fn new(planned: &Planned, library: &Library, dimensions: &[Arc<Dimension>]) -> Self {
        let question = library
            .questions
            .get(planned.question.as_str())
            .map(|q| with_points(q, library));
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
            rating: None,
        }
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

/// A question that came without points is rated by those of its framework.
fn with_points(question: Arc<Question>, library: &Library) -> Arc<Question> {
    if !question.strong.is_empty() {
        return question;
    }
    match library.frameworks.get(question.framework.as_str()) {
        Some(framework) => Arc::new(Question {
            strong: framework.points.clone(),
            ..Arc::unwrap_or_clone(question)
        }),
        None => question,
    }
}
