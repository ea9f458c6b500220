//! Where a sitting stands, and how that follows from its blocks.

use std::sync::Arc;

use super::item::Item;
use super::parts::{Attempt, Manner, Phase, Ticks, Work};
use super::scene::Scene;
use crate::domain::id::SittingId;
use crate::domain::library::{Dimension, Library};
use crate::domain::practice::clock::{Announce, Pacing, Span};
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::ladder::Rung;
use crate::domain::practice::nerves::Nerves;
use crate::domain::practice::proof;
use crate::domain::practice::record::{
    Answer, Block, Event, EventKind, Hint, Input, Mark, Rater, SittingHead, SittingRecord,
};
use crate::domain::practice::score::{Evidence, Rated, Verdict, judge};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::{Mono, Now};

/// A sitting under way.
#[derive(Debug, Clone)]
pub struct Sitting {
    pub(super) record: SittingRecord,
    pub(super) manner: Manner,
    pub(super) items: Vec<Item>,
    pub(super) at: usize,
    /// The question that was answered last.
    last: usize,
    pub(super) phase: Phase,
    /// The clock of [`Phase::Ready`], [`Phase::Answering`] and [`Phase::Retry`].
    pub(super) clock: Option<Countdown>,
    pub(super) input: Input,
    pub(super) attempt: Attempt,
    pub(super) work: Work,
    pub(super) verdict: Option<Verdict>,
    /// What a whole mock adds.
    pub(super) scene: Option<Scene>,
}

impl Sitting {
    /// Begins with the first question. The head is to be written before anything else.
    pub fn begin(head: SittingHead, library: &Library, manner: Manner, now: Now) -> Self {
        let record = SittingRecord {
            head,
            blocks: Vec::new(),
        };
        Self::replay(&record, library, manner, now)
    }

    /// Rebuilds the state after the last block. Clocks start anew at `now`; half-done text comes back with
    /// [`Self::restore`].
    pub fn replay(record: &SittingRecord, library: &Library, manner: Manner, now: Now) -> Self {
        let dimensions: Vec<Arc<Dimension>> = library.dimensions.iter().collect();
        let mut items: Vec<Item> = (record.head.plan.iter())
            .map(|planned| Item::new(planned, library, &dimensions))
            .collect();
        let scene = Scene::of(record, &mut items, library, now);
        let mut sitting = Self {
            manner,
            items,
            at: 0,
            last: 0,
            phase: Phase::Finished,
            clock: None,
            input: record.head.input,
            attempt: Attempt::first(),
            work: Work::default(),
            verdict: None,
            scene,
            record: record.clone(),
        };
        let mut place = None;
        for block in &record.blocks {
            sitting.fold(block);
            place = sitting.place_after(block).or(place);
        }
        let (at, phase) = place.unwrap_or_else(|| sitting.onward());
        sitting.enter(at, phase, now);
        sitting
    }

    /// Takes the name that its file got, where the one it began with was taken.
    pub fn rename(&mut self, id: SittingId) {
        self.record.head.id = id;
    }

    /// The step it stands at.
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// What was written down so far, head included.
    pub const fn record(&self) -> &SittingRecord {
        &self.record
    }

    /// The next moment at which the screen changes by itself or a deadline goes by.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        let clock = self.clock.as_ref().and_then(|c| c.next_wake(now, announce));
        let task = self.task().and_then(|t| t.next_wake(now, announce));
        clock
            .into_iter()
            .chain(self.cut_wake(now))
            .chain(task)
            .min()
    }

    /// Leaves the sitting to go on later; the clock stops.
    ///
    /// # Errors
    /// When it is finished.
    pub fn leave(&mut self, now: Now) -> Step {
        self.happen(EventKind::Left, now)
    }

    /// Notes that a left or killed sitting goes on.
    ///
    /// # Errors
    /// When it is finished.
    pub fn take_up(&mut self, now: Now) -> Step {
        self.happen(EventKind::Resumed, now)
    }

    /// Throws the sitting away: nothing of it counts.
    ///
    /// # Errors
    /// When it is finished.
    pub fn throw_away(&mut self, now: Now) -> Step {
        self.happen(EventKind::ThrownAway, now)
    }

    /// Notes how nervous the user is; also after the end.
    pub fn nerves(&mut self, nerves: Nerves, now: Now) -> Block {
        let block = Event::block(EventKind::Nerves, nerves.figure(), now);
        self.append(block, now)
    }

    pub(super) fn happen(&mut self, what: EventKind, now: Now) -> Step {
        if self.phase == Phase::Finished {
            return Err(Refusal::NotNow);
        }
        if what == EventKind::Left {
            if let Some(clock) = &mut self.clock {
                clock.pause(now);
            }
            if let Some(task) = self.task_mut() {
                task.pause(now);
            }
        }
        Ok(vec![self.append(Event::block(what, 0, now), now)])
    }

    /// Writes a block down and goes where it leads.
    pub(super) fn append(&mut self, block: Block, now: Now) -> Block {
        self.fold(&block);
        if let Some((at, phase)) = self.place_after(&block) {
            self.enter(at, phase, now);
        }
        self.record.blocks.push(block.clone());
        block
    }

    /// Goes to the next open thing, and finishes when there is none.
    pub(super) fn go_on(&mut self, now: Now) -> Vec<Block> {
        let (at, phase) = self.onward();
        self.enter(at, phase, now);
        self.finished_block(now)
    }

    /// The event that closes a sitting of which nothing is left; empty while something is.
    pub(super) fn finished_block(&mut self, now: Now) -> Vec<Block> {
        if self.phase != Phase::Finished || self.record.is_over() {
            return Vec::new();
        }
        vec![self.append(Event::block(EventKind::Finished, 0, now), now)]
    }

    /// Takes a block into the items.
    fn fold(&mut self, block: &Block) {
        match block {
            Block::Answer(answer) => {
                self.input = answer.input;
                self.last = usize::from(answer.index);
                if let Some(item) = self.items.get_mut(usize::from(answer.index)) {
                    item.take_in(answer);
                }
            }
            Block::Rating(rating) if rating.rater == Rater::Now => {
                if let Some(item) = self.items.get_mut(usize::from(rating.index)) {
                    item.rate(rating);
                }
            }
            Block::Event(event) => self.hear_event(event.what),
            Block::Rating(_)
            | Block::Reply(_)
            | Block::Back(_)
            | Block::Item(_)
            | Block::Noted(_)
            | Block::Theirs(_)
            | Block::Comment(_) => {}
        }
        if let Some(scene) = &mut self.scene {
            (scene.course).take(&scene.shape, self.record.head.factor, block);
        }
    }

    /// What was heard of a second try belongs to the answer written down last.
    fn hear_event(&mut self, what: EventKind) {
        let item = self.items.get_mut(self.last);
        if let Some((item, said)) = item.zip(what.said_now()) {
            item.hear(said);
        }
    }

    /// Where a block leads; `None` when it leads nowhere.
    fn place_after(&self, block: &Block) -> Option<(usize, Phase)> {
        match block {
            Block::Answer(answer) if answer.is_beside() || self.is_second(answer) => {
                self.after_place(answer.index)
            }
            Block::Answer(_) => Some(self.onward()),
            Block::Rating(rating) if rating.rater == Rater::Now => self.after_place(rating.index),
            Block::Rating(_)
            | Block::Reply(_)
            | Block::Back(_)
            | Block::Item(_)
            | Block::Noted(_)
            | Block::Theirs(_)
            | Block::Comment(_) => None,
            Block::Event(event) => match event.what {
                EventKind::Finished | EventKind::ThrownAway => Some(self.end()),
                EventKind::Turn | EventKind::Kept | EventKind::StopDone => Some(self.onward()),
                EventKind::Left
                | EventKind::Resumed
                | EventKind::Slept
                | EventKind::Nerves
                | EventKind::SaidNow
                | EventKind::NotSaidNow
                | EventKind::CutIn => None,
            },
        }
    }

    /// The result of one answer, when it was given and rated; a file from elsewhere may hold less.
    fn after_place(&self, index: u16) -> Option<(usize, Phase)> {
        let at = usize::from(index);
        let item = self.items.get(at)?;
        (item.question.is_some() && item.answer.is_some() && item.rating().is_some())
            .then_some((at, Phase::After))
    }

    /// Whether it is a second try, rated as a whole: an answer to the question was rated before.
    fn is_second(&self, answer: &Answer) -> bool {
        let item = self.items.get(usize::from(answer.index));
        answer.counts() && item.is_some_and(|item| item.rating().is_some())
    }

    /// The next open thing: the next question, or the next answer to rate.
    fn onward(&self) -> (usize, Phase) {
        if self.record.is_over() {
            // Nothing is asked any more; what was left unrated can still be rated.
            return self
                .unrated()
                .map_or_else(|| self.end(), |at| (at, Phase::Evidence));
        }
        if let Some(scene) = &self.scene {
            return self.onward_in(scene);
        }
        let asked = self.items.iter().position(Item::is_open);
        let rated = self.unrated();
        let rate_first = match (asked, rated) {
            (Some(asked), Some(rated)) => self.record.head.rate_each && rated < asked,
            (None, _) => true,
            (Some(_), None) => false,
        };
        match (asked, rated) {
            (_, Some(at)) if rate_first => (at, Phase::Evidence),
            (Some(at), _) => (at, Phase::Ready),
            _ => self.end(),
        }
    }

    /// The answer that is to be rated next, in the order asked; a warm-up is never rated.
    pub(super) fn unrated(&self) -> Option<usize> {
        let first = self.items.iter().position(Item::is_unrated);
        first.filter(|_| !self.record.head.warm_up)
    }

    /// The end, on the last question.
    pub(super) fn end(&self) -> (usize, Phase) {
        (self.items.len().saturating_sub(1), Phase::Finished)
    }

    /// Steps into a phase with everything that belongs to it fresh.
    pub(super) fn enter(&mut self, at: usize, phase: Phase, now: Now) {
        self.at = at;
        self.phase = phase;
        self.clock = None;
        self.verdict = None;
        self.work.anew = None;
        self.attempt = Attempt::first();
        match phase {
            Phase::Ready => {
                self.clock = Some(self.think_clock(now));
                if self.record.head.rung == Some(Rung::Outline.number()) {
                    self.attempt.hints = vec![Hint::Shape, Hint::Outline];
                }
            }
            Phase::Evidence => self.work = self.fresh_work(),
            Phase::After => self.verdict = self.judged(),
            Phase::FollowUp => self.ask_more(now),
            Phase::Turn | Phase::Aside => self.clock = self.aside_clock(phase, now),
            _ => {}
        }
    }

    /// The clock of thinking; without a set time it only measures.
    pub(super) fn think_clock(&self, now: Now) -> Countdown {
        let head = &self.record.head;
        let prep = (self.items[self.at].question.as_ref()).map_or(0, |q| q.window.prep);
        let max = head.factor.apply(prep);
        if max == 0 {
            return Countdown::start(None, Pacing::None, now);
        }
        Countdown::start(Some(Span { min: 0, max }), self.pacing(), now)
    }

    /// The mark that a point begins with: what the length decides is measured, and nobody has to judge it.
    fn measured(&self, point: &str) -> Mark {
        let most = proof::most_seconds(point).map(|s| self.record.head.factor.apply(s));
        let answer = self.in_hand().filter(|a| !a.skipped);
        match answer.zip(most) {
            Some((answer, most)) if answer.clock_s() <= most => Mark::Hit,
            _ => Mark::Missed,
        }
    }

    pub(super) fn fresh_work(&self) -> Work {
        let item = &self.items[self.at];
        let points = item.question.iter().flat_map(|q| &q.strong);
        let marks = points.map(|point| self.measured(&point.text)).collect();
        let mut dimensions = item.rated_dimensions(self.manner, self.in_hand());
        dimensions.extend(self.engagement(self.at));
        Work {
            ticks: Ticks {
                marks,
                picked: vec![None; dimensions.len()],
                ..Ticks::default()
            },
            dimensions,
            anew: self.work.anew.clone(),
            before: Vec::new(),
        }
    }

    /// What the rule table says about the answer in hand, from what was written down.
    fn judged(&self) -> Option<Verdict> {
        let item = self.items.get(self.at)?;
        let rating = item.rating()?;
        let rated: Vec<Rated> = (rating.dimensions.iter())
            .filter_map(|(id, level)| {
                let dimension = item.dimensions.iter().find(|d| d.id == *id)?;
                Some(Rated {
                    dimension: Arc::clone(dimension),
                    level: *level,
                })
            })
            .collect();
        Some(judge(&Evidence {
            question: item.question.as_ref()?,
            answer: item.answer.as_ref()?,
            marks: &rating.points,
            flags: &rating.flags,
            rated: &rated,
        }))
    }
}
