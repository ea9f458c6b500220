//! Half-done work: out to the draft file, and back after a kill.

use std::time::Duration;

use super::parts::{Attempt, Draft, Phase, Ticks};
use super::state::Sitting;
use crate::domain::practice::countdown::whole;
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::Now;

impl Sitting {
    /// Half-done work on the current answer or its rating, for the draft file; `None` when there is none.
    pub fn draft(&self, now: Now) -> Option<Draft> {
        if self.phase.is_rating() {
            // The ticks of a second try are few, and without it they would be those of the first.
            let ticked = !self.is_anew() && self.work.ticks != self.fresh_work().ticks;
            return ticked.then_some(Draft {
                index: u16::try_from(self.at).ok()?,
                take: 1,
                input: self.input,
                ticks: Some(self.work.ticks.clone()),
                ..Draft::default()
            });
        }
        let begun = self.phase.is_answering();
        let a = &self.attempt;
        let clock = self.clock.as_ref()?;
        let noted = a.expected.is_some()
            || !a.hints.is_empty()
            || !a.way.facts.is_empty()
            || !a.text.as_str().is_empty();
        // Where thinking has an end, neither leaving nor a kill gives it back.
        let thought = self.time_counts() && clock.seconds(now) > 0;
        if !begun && (self.phase != Phase::Ready || !(noted || thought)) {
            return None;
        }
        Some(Draft {
            index: u16::try_from(self.at).ok()?,
            take: a.take,
            input: self.input,
            more: self.phase == Phase::FollowUp,
            begun,
            expected: a.expected,
            hints: a.hints.clone(),
            way: a.way.clone(),
            fillers: a.fillers,
            think_s: whole(a.think),
            seconds: clock.seconds(now),
            paused_s: whole(clock.paused(now)),
            first_word_s: a.first_word.map(whole),
            text: a.text.as_str().to_owned(),
            ticks: None,
        })
    }

    /// Whether the time that goes by is itself half-done work: where thinking and answering have an end that no pause
    /// and no way out moves.
    pub fn time_counts(&self) -> bool {
        matches!(self.phase, Phase::Ready | Phase::Answering) && self.is_strict()
    }

    /// Puts half-done work back after a replay; the clock stands still until [`Self::resume`].
    ///
    /// # Errors
    /// When that answer was finished or rated in the meantime, or its question is gone.
    pub fn restore(&mut self, draft: &Draft, now: Now) -> Step {
        let at = usize::from(draft.index);
        let item = self.items.get(at).ok_or(Refusal::NotNow)?;
        if self.phase == Phase::Finished {
            return Err(Refusal::NotNow);
        }
        if let Some(ticks) = &draft.ticks {
            return self.tick_again(at, ticks);
        }
        if draft.take > 1 {
            self.later_take(at, draft, now)?;
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

    /// Goes on with an answer that is not the first one to its question.
    fn later_take(&mut self, at: usize, draft: &Draft, now: Now) -> Step {
        if self.at != at || self.items[at].next_take() != draft.take {
            return Err(Refusal::NotNow);
        }
        match self.phase {
            Phase::After if !draft.more => self.retry_point(now),
            Phase::After if self.after().is_some_and(|a| a.probe.is_some()) => {
                self.answer_follow_up(now)
            }
            Phase::After | Phase::FollowUp => {
                self.enter(at, Phase::FollowUp, now);
                Ok(Vec::new())
            }
            Phase::Keep => {
                self.take_again(now)?;
                if draft.begun {
                    self.start_answer(now)?;
                }
                Ok(Vec::new())
            }
            _ => Err(Refusal::NotNow),
        }
    }

    /// Goes on with a rating: at the evidence, or at the first dimension without an anchor when one has its.
    fn tick_again(&mut self, at: usize, ticks: &Ticks) -> Step {
        let fresh = &self.work.ticks;
        let fits =
            ticks.marks.len() == fresh.marks.len() && ticks.picked.len() == fresh.picked.len();
        if self.phase != Phase::Evidence || self.at != at || !fits {
            return Err(Refusal::NotNow);
        }
        let (points, flags) = (self.points().len(), self.flags().len());
        let within = |n: u8, count: usize| (1..=count).contains(&usize::from(n));
        self.work.ticks = ticks.clone();
        self.work.ticks.proofs.retain(|(n, _)| within(*n, points));
        self.work.ticks.flags.retain(|n| within(*n, flags));
        let next = ticks.picked.iter().position(Option::is_none);
        if let Some(at) = next.filter(|at| *at > 0) {
            let of = ticks.picked.len();
            self.phase = Phase::Anchors { at, of };
        }
        Ok(Vec::new())
    }

    fn take_back(&mut self, draft: &Draft) {
        let seconds = |s: u32| Duration::from_secs(u64::from(s));
        self.input = draft.input;
        self.attempt = Attempt {
            take: self.attempt.take,
            for_point: self.attempt.for_point,
            extra: self.attempt.extra.clone(),
            expected: draft.expected,
            hints: draft.hints.clone(),
            way: draft.way.clone(),
            fillers: draft.fillers,
            think: seconds(draft.think_s),
            think_paused: Duration::ZERO,
            first_word: draft.first_word_s.map(seconds),
            text: draft.text.as_str().into(),
        };
        self.clock = (self.clock.take())
            .map(|c| c.taken_up(seconds(draft.seconds), seconds(draft.paused_s)));
    }
}
