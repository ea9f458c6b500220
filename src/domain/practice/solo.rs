//! A talk or a set of items as a sitting of its own: with a head, a file, and a way to leave and go on.
//!
//! A mock holds the machines themselves and keeps their blocks in its own file.

use super::assess::{self, Set};
use super::record::{Block, Event, EventKind, Form, SittingHead, SittingRecord};
use super::sitting::{Refusal, Step};
use super::talk::{self, Talk};
use crate::domain::id::SittingId;
use crate::domain::library::Library;
use crate::domain::practice::clock::Announce;
use crate::domain::time::{Mono, Now};

/// What is held.
#[derive(Debug, Clone)]
pub enum Task {
    /// A branching talk.
    Talk(Box<Talk>),
    /// A set of items.
    Items(Box<Set>),
}

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
        let head = &record.head;
        let task = match &head.form {
            Form::Drill => return None,
            Form::Talk(id) => {
                let scenario = library.scenarios.get(id.as_str())?;
                let rules = talk::Rules::of(head);
                let talk = Talk::replay(scenario, rules, &record.blocks, now);
                Task::Talk(Box::new(talk))
            }
            Form::Items(items) => {
                let rules = assess::Rules::of(head);
                let set = Set::replay(items, library, rules, &record.blocks, now);
                set.item()?;
                Task::Items(Box::new(set))
            }
        };
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

    /// The talk, where it is one.
    pub fn talk(&self) -> Option<&Talk> {
        match &self.task {
            Task::Talk(talk) => Some(talk),
            Task::Items(_) => None,
        }
    }

    /// The set of items, where it is one.
    pub fn set(&self) -> Option<&Set> {
        match &self.task {
            Task::Items(set) => Some(set),
            Task::Talk(_) => None,
        }
    }

    /// Gives the talk a command.
    ///
    /// # Errors
    /// What the talk refuses; when this is none.
    pub fn in_talk(&mut self, command: impl FnOnce(&mut Talk) -> Step, now: Now) -> Step {
        match &mut self.task {
            Task::Talk(talk) => {
                let blocks = command(talk)?;
                Ok(self.keep(blocks, now))
            }
            Task::Items(_) => Err(Refusal::NotNow),
        }
    }

    /// Gives the set of items a command.
    ///
    /// # Errors
    /// What the set refuses; when this is none.
    pub fn in_set(&mut self, command: impl FnOnce(&mut Set) -> Step, now: Now) -> Step {
        match &mut self.task {
            Task::Items(set) => {
                let blocks = command(set)?;
                Ok(self.keep(blocks, now))
            }
            Task::Talk(_) => Err(Refusal::NotNow),
        }
    }

    /// Moves past every deadline that has gone by.
    pub fn settle(&mut self, now: Now) -> Vec<Block> {
        let blocks = match &mut self.task {
            Task::Talk(talk) => talk.settle(now),
            Task::Items(set) => set.settle(now),
        };
        self.keep(blocks, now)
    }

    /// The next moment at which the screen changes by itself or a deadline goes by.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        match &self.task {
            Task::Talk(talk) => talk.next_wake(now, announce),
            Task::Items(set) => set.next_wake(now, announce),
        }
    }

    /// Stops the clock, where one runs.
    pub fn pause(&mut self, now: Now) {
        drop(match &mut self.task {
            Task::Talk(talk) => talk.pause(now),
            Task::Items(set) => set.pause(now),
        });
    }

    /// Lets the clock run on, where one stands still.
    pub fn resume(&mut self, now: Now) {
        drop(match &mut self.task {
            Task::Talk(talk) => talk.resume(now),
            Task::Items(set) => set.resume(now),
        });
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
        self.happen(EventKind::Finished, now)
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        match &self.task {
            Task::Talk(talk) => {
                let ended = talk.last().is_some_and(|reply| reply.level.is_some());
                ended || talk.phase() == talk::Phase::Ended
            }
            Task::Items(set) => {
                let open = set.slots().iter().any(assess::Slot::is_open);
                set.phase() == assess::Phase::Finished || !open
            }
        }
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
