//! Half-answered items: out to the draft file, and back after a kill; deadlines that have gone by.

use std::time::Duration;

use super::machine::Set;
use super::parts::{Draft, Phase};
use crate::domain::practice::countdown::whole;
use crate::domain::practice::record::{Block, Event, EventKind};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::Now;

impl Set {
    /// Books sleep of the computer, and ends the set when a hard clock has run out.
    ///
    /// To be called before every command and at every wake.
    pub fn settle(&mut self, now: Now) -> Vec<Block> {
        let slept = self.clock.as_mut().and_then(|c| c.notice(now));
        let over = self.clock.as_ref().is_some_and(|c| c.is_over(now));
        if over && self.phase == Phase::Asking {
            drop(self.finish());
        }
        let slept = slept.map(|slept| Event::block(EventKind::Slept, whole(slept), now));
        slept.into_iter().collect()
    }

    /// The half-answered item, for the draft file; `None` when none is asked.
    pub fn draft(&self, now: Now) -> Option<Draft> {
        (self.phase == Phase::Asking).then(|| Draft {
            index: u16::try_from(self.at).unwrap_or(u16::MAX),
            step: self.steps,
            seconds: whole(self.on_item(now)),
            picks: self.picks.clone(),
        })
    }

    /// Puts a half-answered item back after a replay; the clock stands still until [`Self::resume`].
    ///
    /// # Errors
    /// When something was answered in the meantime.
    pub fn restore(&mut self, draft: &Draft, now: Now) -> Step {
        let at = usize::from(draft.index);
        let there = self.slots.get(at).is_some_and(|s| s.item.is_some());
        if draft.step != self.steps || self.phase == Phase::Finished || !there {
            return Err(Refusal::NotNow);
        }
        let spent = self
            .clock
            .as_ref()
            .map_or(Duration::ZERO, |c| c.elapsed(now));
        let on_item = Duration::from_secs(u64::from(draft.seconds));
        self.run(spent + on_item, now);
        if let Some(clock) = &mut self.clock {
            clock.pause(now);
        }
        self.enter(at, now);
        self.since = spent;
        self.picks = draft.picks.clone();
        Ok(Vec::new())
    }
}
