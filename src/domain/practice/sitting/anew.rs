//! A second try that said all of it again, rated as a whole: it takes the place of the first answer in the result.

use super::parts::Phase;
use super::state::Sitting;
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::record::{Answer, Extra, Input, To};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::Now;

impl Sitting {
    /// Rates the newest second try as a whole, all its points anew. Nothing is written down before the rating is done.
    ///
    /// # Errors
    /// Before the level is known, and where nothing was tried again.
    pub fn rate_anew(&mut self, now: Now) -> Step {
        let again = self.again().filter(|_| self.phase == Phase::After);
        let again = again.ok_or(Refusal::NotTried)?;
        self.enter(self.at, Phase::Evidence, now);
        self.work.anew = Some(again);
        self.work = self.fresh_work();
        Ok(Vec::new())
    }

    /// The answer that is rated: a second try while it is rated as a whole.
    pub(super) fn in_hand(&self) -> Option<&Answer> {
        let own = || self.items.get(self.at)?.answer.as_ref();
        self.work.anew.as_ref().or_else(own)
    }

    /// Whether a second try is being rated as a whole.
    pub const fn is_anew(&self) -> bool {
        self.work.anew.is_some()
    }

    /// The newest second try as an answer to the whole question, with the window of that and with the hints of both.
    fn again(&self) -> Option<Answer> {
        let item = self.items.get(self.at)?;
        let (first, tried) = (item.answer.as_ref()?, item.later_tries().last()?);
        let factor = self.record.head.factor;
        let span = item.span(factor);
        let span = span.filter(|_| self.record.head.pacing != Pacing::None);
        let written = first.kind.is_worked_out() && tried.input == Input::Typed;
        let mut hints = first.hints.clone();
        hints.extend(tried.hints.iter().filter(|h| !first.hints.contains(h)));
        Some(Answer {
            take: item.next_take(),
            for_point: None,
            extra: Some(Extra {
                to: To::Again,
                asked: String::new(),
            }),
            window: span.map(|s| (if written { 0 } else { s.min }, s.max)),
            hints,
            expected: first.expected,
            ..tried.clone()
        })
    }
}
