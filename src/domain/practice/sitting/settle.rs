//! Moving past every deadline that has gone by.

use super::parts::Phase;
use super::state::Sitting;
use crate::domain::practice::countdown::whole;
use crate::domain::practice::record::{Block, Event, EventKind};
use crate::domain::time::Now;

impl Sitting {
    /// Books sleep of the computer during an answer, and ends what a hard clock has ended, at the moment it ended.
    ///
    /// To be called before every command and at every wake. Nothing happens with the usual clock.
    pub fn settle(&mut self, now: Now) -> Vec<Block> {
        let mut blocks = Vec::new();
        let slept = self.clock.as_mut().and_then(|c| c.notice(now));
        if let Some(slept) = slept.filter(|_| self.phase.is_answering()) {
            let slept = Event::block(EventKind::Slept, whole(slept), now);
            blocks.push(self.append(slept, now));
        }
        blocks.extend(self.cut_if_due(now));
        let in_task = self.task_mut().map(|task| task.settle(now));
        for block in in_task.into_iter().flatten() {
            blocks.push(self.append(block, now));
        }
        while let Some(over) = self.clock.as_ref().and_then(|c| c.over_since(now)) {
            match self.phase {
                Phase::Ready => drop(self.start_answer(over)),
                Phase::Answering => blocks.extend(self.close_answer(false, over)),
                Phase::Turn => blocks.extend(self.end_turn(over)),
                _ => break,
            }
        }
        blocks
    }
}
