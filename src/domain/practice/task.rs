//! A talk, a set of items or two friends as one thing, held by itself or, the first two, as a part of a mock.

use super::assess::{self, Set};
use super::chairs::{self, Chairs};
use super::clock::Announce;
use super::countdown::Countdown;
use super::record::{Block, Form, SittingRecord};
use super::shape::Stop;
use super::step::{Refusal, Step};
use super::talk::{self, Talk};
use crate::domain::id::{ItemId, ScenarioId};
use crate::domain::library::Library;
use crate::domain::time::{Mono, Now};

/// What is held.
#[derive(Debug, Clone)]
pub enum Task {
    /// A branching talk.
    Talk(Box<Talk>),
    /// A set of items.
    Items(Box<Set>),
    /// Two friends at one laptop.
    Chairs(Box<Chairs>),
}

impl Task {
    /// What a sitting consists of, as far as its blocks lead; `None` for one of questions, and where the library has
    /// nothing of it.
    pub fn of_form(record: &SittingRecord, library: &Library, now: Now) -> Option<Self> {
        match &record.head.form {
            Form::Drill => None,
            Form::Talk(id) => Self::talk_in(id, record, library, now),
            Form::Items(items) => Self::items_in(items, record, library, now),
            Form::Chairs(pair) => {
                let chairs = Chairs::replay(pair, record, library);
                Some(Self::Chairs(Box::new(chairs)))
            }
        }
    }

    /// What a stop of a mock consists of, in the same way; `None` for any other stop.
    pub fn of_stop(
        stop: &Stop,
        record: &SittingRecord,
        library: &Library,
        now: Now,
    ) -> Option<Self> {
        match stop {
            Stop::Scenario(id) => Self::talk_in(id, record, library, now),
            Stop::Items(_, items) => Self::items_in(items, record, library, now),
            _ => None,
        }
    }

    /// All of a record, each with the title that it stands under.
    pub fn all(record: &SittingRecord, library: &Library, now: Now) -> Vec<(String, Self)> {
        let head = &record.head;
        let Some(shape) = &head.shape else {
            let task = Self::of_form(record, library, now);
            return task.map(|t| (head.title.clone(), t)).into_iter().collect();
        };
        let stops = shape.stops().filter_map(|(section, stop, _)| {
            let task = Self::of_stop(stop, record, library, now)?;
            Some((shape.sections[section].title.clone(), task))
        });
        stops.collect()
    }

    fn talk_in(
        id: &ScenarioId,
        record: &SittingRecord,
        library: &Library,
        now: Now,
    ) -> Option<Self> {
        let scenario = library.scenarios.get(id.as_str())?;
        let rules = talk::Rules::of(&record.head);
        let talk = Talk::replay(scenario, rules, &record.blocks, now);
        Some(Self::Talk(Box::new(talk)))
    }

    fn items_in(
        items: &[ItemId],
        record: &SittingRecord,
        library: &Library,
        now: Now,
    ) -> Option<Self> {
        let rules = assess::Rules::of(&record.head);
        let set = Set::replay(items, library, rules, &record.blocks, now);
        set.item()?;
        Some(Self::Items(Box::new(set)))
    }

    /// The talk, where it is one.
    pub fn talk(&self) -> Option<&Talk> {
        match self {
            Self::Talk(talk) => Some(talk),
            Self::Items(_) | Self::Chairs(_) => None,
        }
    }

    /// The set of items, where it is one.
    pub fn set(&self) -> Option<&Set> {
        match self {
            Self::Items(set) => Some(set),
            Self::Talk(_) | Self::Chairs(_) => None,
        }
    }

    /// The two friends, where it is they.
    pub fn chairs(&self) -> Option<&Chairs> {
        match self {
            Self::Chairs(chairs) => Some(chairs),
            Self::Talk(_) | Self::Items(_) => None,
        }
    }

    /// Gives the two friends a command.
    ///
    /// # Errors
    /// What is refused; when this is none.
    pub fn in_chairs(&mut self, command: impl FnOnce(&mut Chairs) -> Step) -> Step {
        match self {
            Self::Chairs(chairs) => command(chairs),
            Self::Talk(_) | Self::Items(_) => Err(Refusal::NotNow),
        }
    }

    /// Gives the talk a command.
    ///
    /// # Errors
    /// What the talk refuses; when this is none.
    pub fn in_talk(&mut self, command: impl FnOnce(&mut Talk) -> Step) -> Step {
        match self {
            Self::Talk(talk) => command(talk),
            Self::Items(_) | Self::Chairs(_) => Err(Refusal::NotNow),
        }
    }

    /// Gives the set of items a command.
    ///
    /// # Errors
    /// What the set refuses; when this is none.
    pub fn in_set(&mut self, command: impl FnOnce(&mut Set) -> Step) -> Step {
        match self {
            Self::Items(set) => command(set),
            Self::Talk(_) | Self::Chairs(_) => Err(Refusal::NotNow),
        }
    }

    /// Moves past every deadline that has gone by.
    pub fn settle(&mut self, now: Now) -> Vec<Block> {
        match self {
            Self::Talk(talk) => talk.settle(now),
            Self::Items(set) => set.settle(now),
            Self::Chairs(chairs) => chairs.settle(now),
        }
    }

    /// The next moment at which the screen changes by itself or a deadline goes by.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        match self {
            Self::Talk(talk) => talk.next_wake(now, announce),
            Self::Items(set) => set.next_wake(now, announce),
            Self::Chairs(chairs) => chairs.next_wake(now, announce),
        }
    }

    /// Stops the clock, where one runs.
    pub fn pause(&mut self, now: Now) {
        match self {
            Self::Talk(talk) => drop(talk.pause(now)),
            Self::Items(set) => drop(set.pause(now)),
            Self::Chairs(chairs) => chairs.pause(now),
        }
    }

    /// Lets the clock run on, where one stands still.
    pub fn resume(&mut self, now: Now) {
        match self {
            Self::Talk(talk) => drop(talk.resume(now)),
            Self::Items(set) => drop(set.resume(now)),
            Self::Chairs(chairs) => chairs.resume(now),
        }
    }

    /// The clock of the reply, or of the whole set.
    pub const fn clock(&self) -> Option<&Countdown> {
        match self {
            Self::Talk(talk) => talk.clock(),
            Self::Items(set) => set.clock(),
            Self::Chairs(chairs) => chairs.clock(),
        }
    }

    /// Seconds spent on what is not written down yet.
    pub fn open_s(&self, now: Now) -> u32 {
        match self {
            Self::Talk(talk) => talk.clock().map_or(0, |clock| clock.seconds(now)),
            Self::Items(set) => set.item_s(now),
            Self::Chairs(chairs) => chairs.seconds(now),
        }
    }

    /// How many steps were written down: which half-done work a draft belongs to.
    pub fn steps(&self) -> u16 {
        match self {
            Self::Talk(talk) => talk.steps(),
            Self::Items(set) => set.steps(),
            Self::Chairs(chairs) => chairs.steps(),
        }
    }

    /// Whether its last page was left behind: after a talk's last line, after the last item and its reasons.
    pub fn is_over(&self) -> bool {
        match self {
            Self::Talk(talk) => talk.phase() == talk::Phase::Ended,
            Self::Items(set) => set.phase() == assess::Phase::Finished,
            Self::Chairs(chairs) => chairs.phase() == chairs::Phase::Over,
        }
    }

    /// What is to be written down before it is ended.
    pub fn let_go(&mut self, now: Now) -> Vec<Block> {
        match self {
            Self::Chairs(chairs) => chairs.settle_agreed(now),
            Self::Talk(_) | Self::Items(_) => Vec::new(),
        }
    }

    /// Whether nothing is left to do.
    pub fn is_done(&self) -> bool {
        match self {
            Self::Talk(talk) => {
                let ended = talk.last().is_some_and(|reply| reply.level.is_some());
                ended || talk.phase() == talk::Phase::Ended
            }
            Self::Items(set) => {
                let open = set.slots().iter().any(assess::Slot::is_open);
                set.phase() == assess::Phase::Finished || !open
            }
            Self::Chairs(chairs) => chairs.is_done(),
        }
    }
}
