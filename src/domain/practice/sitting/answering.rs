//! Commands while a question is thought about and answered.

use super::parts::Phase;
use super::state::Sitting;
use crate::domain::level::Level;
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::{Block, EventKind, Extra, Hint, Input, To};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::Now;

impl Sitting {
    /// Notes how the answer is expected to go; `None` takes it back.
    ///
    /// # Errors
    /// Once the answer has begun.
    pub fn expect(&mut self, level: Option<Level>) -> Step {
        if self.phase != Phase::Ready {
            return Err(Refusal::NotNow);
        }
        self.attempt.expected = level;
        Ok(Vec::new())
    }

    /// Starts the answer; thinking is over.
    ///
    /// # Errors
    /// At any other step than [`Phase::Ready`].
    pub fn start_answer(&mut self, now: Now) -> Step {
        if self.phase != Phase::Ready {
            return Err(Refusal::NotNow);
        }
        if let Some(clock) = &self.clock {
            self.attempt.think = clock.elapsed(now);
            self.attempt.think_paused = clock.paused(now);
        }
        self.phase = Phase::Answering;
        let span = self.items[self.at].span(self.record.head.factor);
        self.clock = Some(Countdown::start(span, self.pacing(), now));
        Ok(Vec::new())
    }

    /// Takes the words as they stand: the answer, or notes while speaking and while thinking of what will be spoken.
    ///
    /// # Errors
    /// When no answer is being given, and none is thought of.
    pub fn set_text(&mut self, text: &str, now: Now) -> Step {
        if !self.phase.is_answering() && !self.thinks_aloud() {
            return Err(Refusal::NotNow);
        }
        self.attempt.text.set(text);
        if self.input == Input::Typed && !text.trim().is_empty() {
            let elapsed = self.clock.as_ref().map(|c| c.elapsed(now));
            self.attempt.first_word = self.attempt.first_word.or(elapsed);
        }
        Ok(Vec::new())
    }

    /// Whether an answer is thought of that will be spoken: notes can be made for it.
    pub fn thinks_aloud(&self) -> bool {
        self.phase == Phase::Ready && self.input == Input::Aloud
    }

    /// Notes the first spoken word, where something heard it.
    ///
    /// # Errors
    /// When no answer is being spoken.
    pub fn first_word(&mut self, now: Now) -> Step {
        if !self.phase.is_answering() || self.input != Input::Aloud {
            return Err(Refusal::NotNow);
        }
        let elapsed = self.clock.as_ref().map(|c| c.elapsed(now));
        self.attempt.first_word = self.attempt.first_word.or(elapsed);
        Ok(Vec::new())
    }

    /// Notes that what is said is recorded under this name.
    ///
    /// # Errors
    /// When no answer is being spoken.
    pub fn record_as(&mut self, name: &str) -> Step {
        if !self.phase.is_answering() || self.input != Input::Aloud {
            return Err(Refusal::NotNow);
        }
        self.attempt.way.recording = Some(name.to_owned());
        Ok(Vec::new())
    }

    /// The name of the recording of the answer in hand, whether there is one or not: that of the sitting, and the
    /// number of the answer. One that was interrupted goes on under the name that it has.
    pub fn recording_name(&self) -> String {
        let answers = self.record.blocks.iter();
        let before = answers.filter(|b| matches!(b, Block::Answer(_))).count();
        let fresh = || format!("{}-{}", self.record.head.id, before + 1);
        self.attempt.way.recording.clone().unwrap_or_else(fresh)
    }

    /// The clock of thinking stands still while the question is read aloud.
    pub fn hold(&mut self, now: Now) {
        let clock = self.clock.as_mut().filter(|_| self.phase == Phase::Ready);
        if let Some(clock) = clock {
            clock.pause(now);
        }
    }

    /// The question has been read: thinking begins now.
    pub fn let_go(&mut self, now: Now) {
        let stands = self.clock.as_ref().is_some_and(|c| !c.is_running());
        if self.phase == Phase::Ready && stands {
            self.clock = Some(self.think_clock(now));
        }
    }

    /// Counts a filler word.
    ///
    /// # Errors
    /// When no answer is being given.
    pub fn tap_filler(&mut self) -> Step {
        if !self.phase.is_answering() {
            return Err(Refusal::NotNow);
        }
        self.attempt.fillers = self.attempt.fillers.saturating_add(1);
        Ok(Vec::new())
    }

    /// Takes the last counted filler word back.
    ///
    /// # Errors
    /// When no answer is being given or none was counted.
    pub fn untap_filler(&mut self) -> Step {
        if !self.phase.is_answering() || self.attempt.fillers == 0 {
            return Err(Refusal::NotNow);
        }
        self.attempt.fillers -= 1;
        Ok(Vec::new())
    }

    /// The hint that would open next; one's own stories are one where some fit.
    pub fn next_hint(&self, stories_fit: bool) -> Option<Hint> {
        let all = [Hint::Shape, Hint::Story, Hint::Outline, Hint::Points];
        let mut there = all.into_iter().filter(|h| stories_fit || *h != Hint::Story);
        there.find(|h| !self.attempt.hints.contains(h))
    }

    /// Opens the next hint: shape, one's own stories where some fit, outline, points. It is noted with the answer.
    ///
    /// # Errors
    /// In a strict sitting, when all are open, and after the first attempt.
    pub fn open_hint(&mut self, stories_fit: bool) -> Step {
        if !matches!(self.phase, Phase::Ready | Phase::Answering) {
            return Err(Refusal::NotNow);
        }
        if self.is_strict() {
            return Err(Refusal::StrictHints);
        }
        let hint = self.next_hint(stories_fit).ok_or(Refusal::NoMoreHints)?;
        self.attempt.hints.push(hint);
        Ok(Vec::new())
    }

    /// Stops the clock.
    ///
    /// # Errors
    /// In a strict sitting, and where no clock runs.
    pub fn pause(&mut self, now: Now) -> Step {
        if self.is_strict() {
            return Err(Refusal::StrictPause);
        }
        if let Some(task) = self.task_mut() {
            task.pause(now);
            return Ok(Vec::new());
        }
        let clock = self.clock.as_mut().filter(|c| c.is_running());
        clock.ok_or(Refusal::NotNow)?.pause(now);
        Ok(Vec::new())
    }

    /// Lets a stopped clock run on.
    ///
    /// # Errors
    /// Where no clock stands still.
    pub fn resume(&mut self, now: Now) -> Step {
        if let Some(task) = self.task_mut() {
            task.resume(now);
            return Ok(Vec::new());
        }
        let clock = self.clock.as_mut().filter(|c| !c.is_running());
        clock.ok_or(Refusal::NotNow)?.resume(now);
        Ok(Vec::new())
    }

    /// Changes between typing and speaking; words written so far stay.
    ///
    /// # Errors
    /// Once the answer is finished.
    pub fn switch_input(&mut self) -> Step {
        if self.phase != Phase::Ready && !self.phase.is_answering() {
            return Err(Refusal::NotNow);
        }
        self.input = match self.input {
            Input::Typed => Input::Aloud,
            Input::Aloud => Input::Typed,
        };
        Ok(Vec::new())
    }

    /// Ends the answer, which is written down before anything else shows.
    ///
    /// # Errors
    /// When no answer is being given, or nothing was written.
    pub fn finish_answer(&mut self, now: Now) -> Step {
        if !self.phase.is_answering() {
            return Err(Refusal::NotNow);
        }
        if self.is_blank(now) {
            let strict = self.is_strict();
            return Err(if strict {
                Refusal::StrictBlank
            } else {
                Refusal::Blank
            });
        }
        Ok(self.close_answer(false, now))
    }

    /// Goes past this question; it counts as not answered. What is answered from the result is left without a word.
    ///
    /// # Errors
    /// In a strict sitting, and once the answer is finished.
    pub fn skip(&mut self, now: Now) -> Step {
        if self.is_beside() {
            self.enter(self.at, Phase::After, now);
            return Ok(Vec::new());
        }
        if !matches!(
            self.phase,
            Phase::Ready | Phase::Answering | Phase::FollowUp
        ) {
            return Err(Refusal::NotNow);
        }
        if self.is_strict() {
            return Err(Refusal::StrictSkip);
        }
        Ok(self.close_answer(true, now))
    }

    /// Ends the sitting here. An answer under way is kept as it stands; what was not asked stays unasked.
    ///
    /// # Errors
    /// When it is finished.
    pub fn finish(&mut self, now: Now) -> Step {
        let mut blocks = Vec::new();
        if self.phase.is_answering() && !self.is_blank(now) {
            blocks = self.close_answer(false, now);
        }
        if self.phase != Phase::Finished {
            blocks.extend(self.happen(EventKind::Finished, now)?);
        }
        if blocks.is_empty() {
            return Err(Refusal::NotNow);
        }
        Ok(blocks)
    }

    /// A second try at the missed point, at once.
    ///
    /// # Errors
    /// Before the level is known, and when nothing was missed.
    pub fn retry_point(&mut self, now: Now) -> Step {
        if self.phase != Phase::After {
            return Err(Refusal::NotNow);
        }
        let point = self.point_to_retry().ok_or(Refusal::NothingMissed)?;
        self.attempt.for_point = Some(point);
        self.phase = Phase::Retry;
        self.begin_later(now);
        Ok(Vec::new())
    }

    /// Answers the follow-up that the result names, at once.
    ///
    /// # Errors
    /// Before the level is known, and where nothing more would be asked.
    pub fn answer_follow_up(&mut self, now: Now) -> Step {
        let asked = self.after().and_then(|a| a.probe).map(|p| p.text.clone());
        self.attempt.extra = Some(Extra {
            to: To::Afterward,
            asked: asked.ok_or(Refusal::NothingAsked)?,
        });
        self.phase = Phase::FollowUp;
        self.begin_later(now);
        Ok(Vec::new())
    }

    /// Whether a point or a follow-up is being answered from the result, which is there all the while.
    pub fn is_beside(&self) -> bool {
        let extra = self.attempt.extra.as_ref();
        self.phase == Phase::Retry || extra.is_some_and(|e| e.to == To::Afterward)
    }

    /// Asks what comes beyond the question; the answer begins at once.
    pub(super) fn ask_more(&mut self, now: Now) {
        self.attempt.extra = self.extra_due();
        self.begin_later(now);
    }

    /// Begins an answer that is not the first one to its question, on a fresh attempt.
    fn begin_later(&mut self, now: Now) {
        self.attempt.take = self.items[self.at].next_take();
        self.clock = Some(self.open_clock(now));
    }

    /// A clock that cuts nobody off, whatever the format was: it is a place to try, or to react.
    fn open_clock(&self, now: Now) -> Countdown {
        let pacing = match self.record.head.pacing {
            Pacing::None => Pacing::None,
            Pacing::Window | Pacing::Hard => Pacing::Window,
        };
        Countdown::start(self.span(), pacing, now)
    }
}
