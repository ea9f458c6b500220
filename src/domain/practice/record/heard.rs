//! An answer of which only the words are known.

use super::{Answer, Input, Way};
use crate::domain::library::Question;
use crate::domain::time::Wall;

impl Answer {
    /// An answer to a question as the rule table looks at it: typed, in time, without a hint.
    pub fn heard(question: &Question, text: &str) -> Self {
        let words = text.split_whitespace().count();
        Self {
            index: 0,
            question: question.id.clone(),
            wording: 0,
            take: 1,
            for_point: None,
            extra: None,
            kind: question.kind,
            competency: question.primary().clone(),
            input: Input::Typed,
            at: Wall::default(),
            think_s: 0,
            first_word_s: None,
            seconds: question.window.answer,
            length_s: question.window.answer,
            paused_s: 0,
            window: None,
            words: u32::try_from(words).unwrap_or(u32::MAX),
            fillers: 0,
            hints: Vec::new(),
            way: Way::default(),
            expected: None,
            skipped: false,
            text: text.to_owned(),
        }
    }
}
