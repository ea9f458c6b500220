//! How far a mock has come, from its blocks alone: stops passed, time spent in each section, whose turn it is.

use crate::domain::library::Condition;
use crate::domain::practice::clock::Factor;
use crate::domain::practice::record::{Answer, Block, EventKind, SittingHead, To};
use crate::domain::practice::shape::{Shape, Stop, Stretch};

use super::pace::late_s;

/// Seconds of answers that count by their words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// If spoken.
    pub spoken_s: u32,
    /// As they were typed.
    pub here_s: u32,
}

/// How far a mock has come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Course {
    /// Stops passed, dropped ones among them.
    pub done: usize,
    /// The question answered last, by its place in the plan.
    pub last: Option<usize>,
    /// Whether the interviewer has yet to let the last answer stand.
    pub turn_due: bool,
    /// Whether somebody cut in on the answer that is being given, and after how many seconds.
    pub cut: Option<u32>,
    /// Whether the last take was kept though another was free.
    pub kept: bool,
    /// Seconds spent in each section: thinking, answering, the interviewer's turns.
    pub spent: Vec<u32>,
    /// Seconds of what counts by the words that were typed: as they take to say, and as they went by here.
    pub written: Written,
    /// Seconds that were gone before the first question.
    pub late_s: u32,
    /// Follow-ups since the question, or the part of it, in hand.
    pub follow_ups: u8,
}

impl Course {
    /// At the beginning.
    pub fn of(shape: &Shape, seed: u64, factor: Factor) -> Self {
        Self {
            spent: vec![0; shape.sections.len()],
            late_s: if shape.has(Condition::LateStart) {
                late_s(seed, factor.apply(shape.minutes() * 60))
            } else {
                0
            },
            ..Self::default()
        }
    }

    /// After all blocks of a record.
    pub fn after<'a>(head: &SittingHead, blocks: impl IntoIterator<Item = &'a Block>) -> Self {
        let Some(shape) = &head.shape else {
            return Self::default();
        };
        let mut course = Self::of(shape, head.seed, head.factor);
        for block in blocks {
            course.take(shape, head.factor, block);
        }
        course
    }

    /// Takes one block in.
    pub fn take(&mut self, shape: &Shape, factor: Factor, block: &Block) {
        match block {
            Block::Answer(answer) => self.answered(shape, answer),
            Block::Reply(reply) => self.in_task(shape, reply.seconds),
            Block::Item(item) => self.in_task(shape, item.seconds),
            Block::Rating(_)
            | Block::Back(_)
            | Block::Comment(_)
            | Block::Noted(_)
            | Block::Theirs(_) => {}
            Block::Event(event) => match event.what {
                EventKind::Turn => {
                    self.turn_due = false;
                    self.spend(self.section(shape), event.seconds);
                }
                EventKind::Kept => self.kept = true,
                EventKind::CutIn => self.cut = Some(event.seconds),
                EventKind::StopDone => self.stop_done(shape, factor, event.seconds),
                EventKind::Left
                | EventKind::Resumed
                | EventKind::Slept
                | EventKind::Nerves
                | EventKind::SaidNow
                | EventKind::NotSaidNow
                | EventKind::Finished
                | EventKind::ThrownAway => {}
            },
        }
    }

    /// The section in hand: that of the stop passed last.
    pub fn section(&self, shape: &Shape) -> usize {
        let last = self.done.saturating_sub(1);
        shape.stops().nth(last).map_or(0, |(section, ..)| section)
    }

    /// Seconds spent in all, those lost before the start among them.
    pub fn total(&self) -> u32 {
        self.spent
            .iter()
            .fold(self.late_s, |sum, s| sum.saturating_add(*s))
    }

    fn answered(&mut self, shape: &Shape, answer: &Answer) {
        let index = usize::from(answer.index);
        let to = answer.extra.as_ref().map(|e| e.to);
        if answer.for_point.is_some() || to == Some(To::Afterward) {
            return;
        }
        let passed = match to {
            None => shape.stops().position(|(_, _, asks)| asks == Some(index)),
            Some(To::Part) => self.next_of(shape, |stop| *stop == Stop::GoOn),
            Some(To::FollowUp | To::Afterward | To::Half | To::Again) => None,
        };
        if let Some(passed) = passed {
            self.done = self.done.max(passed + 1);
            self.follow_ups = 0;
            self.kept = false;
        }
        self.last = Some(index);
        self.cut = None;
        self.turn_due = !answer.skipped;
        if to == Some(To::FollowUp) {
            self.follow_ups = self.follow_ups.saturating_add(1);
        }
        let section = self.section(shape);
        let recorded = (shape.sections.get(section)).is_some_and(Stretch::is_one_way);
        if !recorded && !answer.is_timed() {
            let Written { spoken_s, here_s } = &mut self.written;
            *spoken_s = spoken_s.saturating_add(answer.length_s);
            *here_s = here_s.saturating_add(answer.seconds);
        }
        self.spend(section, time_of(answer, recorded));
    }

    /// Seconds of the talk or the set of items that comes next.
    fn in_task(&mut self, shape: &Shape, seconds: u32) {
        let place = self.next_of(shape, Stop::is_task);
        let section = place.and_then(|n| shape.stops().nth(n));
        if let Some((section, ..)) = section {
            self.spend(section, seconds);
        }
    }

    fn stop_done(&mut self, shape: &Shape, factor: Factor, seconds: u32) {
        let Some(passed) = self.next_of(shape, Stop::is_aside) else {
            return;
        };
        self.done = passed + 1;
        // A pause of two days is no longer than it was planned to be.
        if let Some((n, stop, _)) = shape.stops().nth(passed)
            && let Some(section) = shape.sections.get(n)
            && section.asks() == 0
            && !stop.is_task()
        {
            let asides = u32::try_from(section.stops.len()).unwrap_or(1).max(1);
            let planned = factor.apply(section.minutes * 60) / asides;
            self.spend(n, seconds.min(planned));
        }
    }

    fn next_of(&self, shape: &Shape, wanted: impl Fn(&Stop) -> bool) -> Option<usize> {
        let mut ahead = shape.stops().enumerate().skip(self.done);
        ahead.find_map(|(n, (_, stop, _))| wanted(stop).then_some(n))
    }

    fn spend(&mut self, section: usize, seconds: u32) {
        if let Some(spent) = self.spent.get_mut(section) {
            *spent = spent.saturating_add(seconds);
        }
    }
}

/// What an answer takes of a mock: thinking, and what its clock showed; where the format's own clock runs, as long as
/// that ran.
fn time_of(answer: &Answer, recorded: bool) -> u32 {
    let said = if recorded {
        answer.seconds
    } else {
        answer.clock_s()
    };
    answer.think_s.saturating_add(said)
}
