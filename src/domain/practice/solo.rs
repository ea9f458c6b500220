//! A talk, a set of items or two friends as a sitting of its own: with a head, a file, and a way to leave and go on.

use super::assess::Set;
use super::record::{Block, Event, EventKind, SittingHead, SittingRecord};
use super::sitting::Step;
use super::talk::Talk;
use super::task::Task;
use crate::domain::id::SittingId;
use crate::domain::library::Library;
use crate::domain::practice::clock::Announce;
use crate::domain::time::{Mono, Now};

/// The sitting.
#[derive(Debug, Clone)]
pub struct Solo {
    record: SittingRecord,
    task: Task,
    begun: bool,
}

impl Solo {
    /// Begins; nothing is to be written before the first step. `None` where the library has nothing of it.
    pub fn begin(head: SittingHead, library: &Library, now: Now) -> Option<Self> {
        let record = SittingRecord {
            head,
            blocks: Vec::new(),
        };
        let solo = Self::replay(&record, library, now)?;
        Some(Self {
            begun: false,
            ..solo
        })
    }

    /// Rebuilds the state after the last block; `None` where the library has nothing of it any more.
    pub fn replay(record: &SittingRecord, library: &Library, now: Now) -> Option<Self> {
        let task = Task::of_form(record, library, now)?;
        Some(Self {
            record: record.clone(),
            task,
            begun: true,
        })
    }

    /// Whether its file is to be begun now; asked once.
    pub const fn begins(&mut self) -> bool {
        !std::mem::replace(&mut self.begun, true)
    }

    /// Whether its file was begun.
    pub const fn has_begun(&self) -> bool {
        self.begun
    }

    /// The head.
    pub const fn head(&self) -> &SittingHead {
        &self.record.head
    }

    /// What was written down so far, head included.
    pub const fn record(&self) -> &SittingRecord {
        &self.record
    }

    /// Takes the name that its file got, where the one it began with was taken.
    pub fn rename(&mut self, id: SittingId) {
        self.record.head.id = id;
    }

    /// What is held.
    pub const fn task(&self) -> &Task {
        &self.task
    }

    /// The talk, where it is one.
    pub fn talk(&self) -> Option<&Talk> {
        self.task.talk()
    }

    /// The set of items, where it is one.
    pub fn set(&self) -> Option<&Set> {
        self.task.set()
    }

    /// Gives what is held a command.
    ///
    /// # Errors
    /// What it refuses.
    pub fn in_task(&mut self, command: impl FnOnce(&mut Task) -> Step, now: Now) -> Step {
        let blocks = command(&mut self.task)?;
        Ok(self.keep(blocks, now))
    }

    /// Moves past every deadline that has gone by.
    pub fn settle(&mut self, now: Now) -> Vec<Block> {
        let blocks = self.task.settle(now);
        self.keep(blocks, now)
    }

    /// The next moment at which the screen changes by itself or a deadline goes by.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        self.task.next_wake(now, announce)
    }

    /// Stops the clock, where one runs.
    pub fn pause(&mut self, now: Now) {
        self.task.pause(now);
    }

    /// Lets the clock run on, where one stands still.
    pub fn resume(&mut self, now: Now) {
        self.task.resume(now);
    }

    /// Leaves the sitting to go on later.
    pub fn leave(&mut self, now: Now) -> Vec<Block> {
        self.pause(now);
        self.happen(EventKind::Left, now)
    }

    /// Notes that a left or killed sitting goes on; one that had come to its end is closed instead.
    pub fn take_up(&mut self, now: Now) -> Vec<Block> {
        if self.is_done() {
            return self.happen(EventKind::Finished, now);
        }
        self.happen(EventKind::Resumed, now)
    }

    /// Throws the sitting away: nothing of it counts.
    pub fn throw_away(&mut self, now: Now) -> Vec<Block> {
        self.happen(EventKind::ThrownAway, now)
    }

    /// Ends the sitting here.
    pub fn finish(&mut self, now: Now) -> Vec<Block> {
        let mut blocks = self.task.let_go(now);
        self.record.blocks.extend(blocks.iter().cloned());
        blocks.extend(self.happen(EventKind::Finished, now));
        blocks
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        self.task.is_done()
    }

    fn happen(&mut self, what: EventKind, now: Now) -> Vec<Block> {
        if self.record.is_over() {
            return Vec::new();
        }
        let block = Event::block(what, 0, now);
        self.record.blocks.push(block.clone());
        vec![block]
    }

    /// Keeps blocks, and closes the sitting when it has come to its end.
    fn keep(&mut self, mut blocks: Vec<Block>, now: Now) -> Vec<Block> {
        self.record.blocks.extend(blocks.iter().cloned());
        if self.is_done() {
            blocks.extend(self.happen(EventKind::Finished, now));
        }
        blocks
    }
}
