//! Half-done work: out to the draft file, and back after a kill.

use std::time::Duration;

use super::parts::{Attempt, Draft, Phase, Refusal, Step};
use super::state::Sitting;
use crate::domain::practice::countdown::whole;
use crate::domain::time::Now;

impl Sitting {
    /// Half-done work on the current answer, for the draft file; `None` when there is none.
    pub fn draft(&self, now: Now) -> Option<Draft> {
        let begun = self.phase.is_answering();
        let a = &self.attempt;
        if !begun && (self.phase != Phase::Ready || (a.expected.is_none() && a.hints.is_empty())) {
            return None;
        }
        let clock = self.clock.as_ref()?;
        Some(Draft {
            index: u16::try_from(self.at).ok()?,
            take: a.take,
            input: self.input,
            begun,
            expected: a.expected,
            hints: a.hints.clone(),
            fillers: a.fillers,
            think_s: whole(a.think),
            seconds: if begun { clock.seconds(now) } else { 0 },
            paused_s: if begun { whole(clock.paused(now)) } else { 0 },
            first_word_s: a.first_word.map(whole),
            text: a.text.clone(),
        })
    }

    /// Puts half-done work back after a replay; the clock stands still until [`Self::resume`].
    ///
    /// # Errors
    /// When that answer was finished in the meantime, or its question is gone.
    pub fn restore(&mut self, draft: &Draft, now: Now) -> Step {
        let at = usize::from(draft.index);
        let item = self.items.get(at).ok_or(Refusal::NotNow)?;
        if self.phase == Phase::Finished {
            return Err(Refusal::NotNow);
        }
        if draft.take > 1 {
            if self.phase != Phase::After || self.at != at {
                return Err(Refusal::NotNow);
            }
            self.retry_point(now)?;
        } else {
            if !item.is_open() {
                return Err(Refusal::NotNow);
            }
            self.enter(at, Phase::Ready, now);
            if draft.begun {
                self.start_answer(now)?;
            }
        }
        self.take_back(draft);
        Ok(Vec::new())
    }

    fn take_back(&mut self, draft: &Draft) {
        let seconds = |s: u32| Duration::from_secs(u64::from(s));
        self.input = draft.input;
        self.attempt = Attempt {
            take: self.attempt.take,
            for_point: self.attempt.for_point,
            expected: draft.expected,
            hints: draft.hints.clone(),
            fillers: draft.fillers,
            think: seconds(draft.think_s),
            think_paused: Duration::ZERO,
            first_word: draft.first_word_s.map(seconds),
            text: draft.text.clone(),
        };
        self.clock = (self.clock.take())
            .map(|c| c.taken_up(seconds(draft.seconds), seconds(draft.paused_s)));
    }
}
