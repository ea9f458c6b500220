//! The other side of the table in a mock: takes that may be recorded again, silence after an answer, somebody who
//! talks until the room is taken, and somebody who cuts in.

use std::time::Duration;

use super::parts::{Attempt, Phase};
use super::scene::Scene;
use super::state::Sitting;
use crate::domain::library::{Condition, Interviewer};
use crate::domain::practice::clock::{Pacing, Span};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::mock::cut_in;
use crate::domain::practice::record::{Block, Event, EventKind, Extra, To};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::practice::task::Task;
use crate::domain::time::{Mono, Now};

/// Seconds after which even a talkative interviewer comes to an end.
const TALK_S: u32 = 25;

/// Whether somebody goes on talking until the candidate takes the room. It is the one manner that needs a rule of
/// its own.
pub(super) fn talks(manner: &Interviewer) -> bool {
    manner.id.as_str() == "talkative"
}

impl Sitting {
    /// Keeps the take just given though another one is free.
    ///
    /// # Errors
    /// At any other step than [`Phase::Keep`].
    pub fn keep_take(&mut self, now: Now) -> Step {
        if self.phase != Phase::Keep {
            return Err(Refusal::NotNow);
        }
        let mut blocks = vec![self.append(Event::block(EventKind::Kept, 0, now), now)];
        blocks.extend(self.finished_block(now));
        Ok(blocks)
    }

    /// Records the answer again; the later take counts.
    ///
    /// # Errors
    /// At any other step than [`Phase::Keep`].
    pub fn take_again(&mut self, now: Now) -> Step {
        if self.phase != Phase::Keep {
            return Err(Refusal::NotNow);
        }
        self.enter(self.at, Phase::Ready, now);
        self.attempt = Attempt {
            take: self.items[self.at].next_take(),
            extra: Some(Extra {
                to: To::Again,
                asked: String::new(),
            }),
            ..Attempt::first()
        };
        Ok(Vec::new())
    }

    /// The talk or the set of items that is held now.
    pub fn task(&self) -> Option<&Task> {
        let place = self.task_place()?;
        let tasks = &self.scene.as_ref()?.tasks;
        tasks.iter().find_map(|(n, t)| (*n == place).then_some(t))
    }

    pub(super) fn task_mut(&mut self) -> Option<&mut Task> {
        let place = self.task_place()?;
        let tasks = &mut self.scene.as_mut()?.tasks;
        (tasks.iter_mut()).find_map(|(n, t)| (*n == place).then_some(t))
    }

    fn task_place(&self) -> Option<usize> {
        let ahead = self.ahead().filter(|_| self.phase == Phase::Aside)?;
        Some(ahead.place)
    }

    /// Gives the talk or the set of items that is held now a command.
    ///
    /// # Errors
    /// What it refuses; when none is held.
    pub fn in_task(&mut self, command: impl FnOnce(&mut Task) -> Step, now: Now) -> Step {
        let blocks = command(self.task_mut().ok_or(Refusal::NotNow)?)?;
        let kept = blocks.into_iter().map(|block| self.append(block, now));
        Ok(kept.collect())
    }

    /// Goes on past a stop without a question: a break, a checklist, a talk or a set of items as far as it came.
    ///
    /// # Errors
    /// At any other step than [`Phase::Aside`].
    pub fn stop_done(&mut self, now: Now) -> Step {
        if self.phase != Phase::Aside {
            return Err(Refusal::NotNow);
        }
        let seconds = self.clock.as_ref().map_or(0, |c| c.seconds(now));
        let mut blocks = vec![self.append(Event::block(EventKind::StopDone, seconds, now), now)];
        blocks.extend(self.finished_block(now));
        Ok(blocks)
    }

    /// Takes the room, or ends the silence, before the interviewer's turn is over by itself.
    ///
    /// # Errors
    /// At any other step than [`Phase::Turn`].
    pub fn pass_turn(&mut self, now: Now) -> Step {
        if self.phase != Phase::Turn {
            return Err(Refusal::NotNow);
        }
        Ok(self.end_turn(now))
    }

    /// The interviewer's turn is over: it has lasted long enough, or the candidate takes the room.
    pub(super) fn end_turn(&mut self, now: Now) -> Vec<Block> {
        let seconds = self.clock.as_ref().map_or(0, |c| c.seconds(now));
        let mut blocks = vec![self.append(Event::block(EventKind::Turn, seconds, now), now)];
        blocks.extend(self.finished_block(now));
        blocks
    }

    /// How long the interviewer's turn lasts at most; `None` where nobody waits or talks.
    pub(super) fn turn_limit(scene: &Scene, at: usize) -> Option<u32> {
        if scene.shape.is_one_way() {
            return None;
        }
        let section = scene.course.section(&scene.shape);
        let manner = scene.cast.asker(section, at).manner?;
        let limit = if talks(manner) {
            TALK_S
        } else {
            manner.pause_s
        };
        (limit > 0).then_some(limit)
    }

    /// The clock of a phase that only a mock has.
    pub(super) fn aside_clock(&self, phase: Phase, now: Now) -> Option<Countdown> {
        let scene = self.scene.as_ref()?;
        let until = |max: u32, pacing| Countdown::start(Some(Span { min: 0, max }), pacing, now);
        match phase {
            Phase::Turn => Some(until(Self::turn_limit(scene, self.at)?, Pacing::Hard)),
            Phase::Aside if self.ahead()?.stop.is_task() => None,
            Phase::Aside => {
                let head = &self.record.head;
                let pacing = match head.pacing {
                    Pacing::None => Pacing::None,
                    Pacing::Window | Pacing::Hard => Pacing::Window,
                };
                let minutes = self.ahead()?.stretch.minutes;
                Some(until(head.factor.apply(minutes * 60), pacing))
            }
            _ => None,
        }
    }

    /// The second of the answer in hand at which somebody cuts in; `None` when nobody will, or has already.
    fn cut_moment(&self) -> Option<u32> {
        let scene = self.scene.as_ref()?;
        let first = self.attempt.take <= 1 && self.phase == Phase::Answering;
        if !first || scene.course.cut.is_some() || self.pacing() != Pacing::Window {
            return None;
        }
        let own = self.speaker_in(scene).manner.map_or(0, |m| m.interrupts);
        let more = u8::from(scene.shape.has(Condition::Interrupted));
        let seed = self.record.head.seed;
        cut_in(
            &scene.shape,
            seed,
            self.at,
            own.saturating_add(more),
            self.span()?.max,
        )
    }

    /// Cuts in when the moment has come: by its clock where that is the time, else by the length of what is typed.
    pub(super) fn cut_if_due(&mut self, now: Now) -> Option<Block> {
        let moment = self.cut_moment()?;
        let length = self.length(now);
        if length < moment {
            return None;
        }
        let (at, seconds) = if self.is_timed() {
            let gone = self.clock.as_ref()?.elapsed(now);
            let over = gone.saturating_sub(Duration::from_secs(u64::from(moment)));
            (now.ago(over), moment)
        } else {
            (now, length)
        };
        Some(self.append(Event::block(EventKind::CutIn, seconds, at), now))
    }

    /// When somebody will cut in by the time.
    pub(super) fn cut_wake(&self, now: Now) -> Option<Mono> {
        let clock = self.clock.as_ref().filter(|c| c.is_running())?;
        let moment = self.cut_moment().filter(|_| self.is_timed())?;
        let left = Duration::from_secs(u64::from(moment)).saturating_sub(clock.elapsed(now));
        (!left.is_zero()).then(|| now.mono + left)
    }
}
