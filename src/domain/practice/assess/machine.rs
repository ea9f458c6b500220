//! The state machine of a set of items, and its commands.

use std::time::Duration;

use super::parts::{Phase, Rules, Slot};
use super::picks::Picks;
use crate::domain::dice::Dice;
use crate::domain::id::ItemId;
use crate::domain::level::Level;
use crate::domain::library::{ItemKind, Library};
use crate::domain::practice::clock::{Announce, Factor, Pacing, Span};
use crate::domain::practice::countdown::{Countdown, whole};
use crate::domain::practice::record::{Agreement, Block, EventKind, ItemAnswer};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::{Mono, Now};

/// A set under way.
#[derive(Debug, Clone)]
pub struct Set {
    pub(super) slots: Vec<Slot>,
    pub(super) rules: Rules,
    pub(super) phase: Phase,
    pub(super) at: usize,
    pub(super) picks: Picks,
    /// The clock of the whole set; it stands still while reasons are read.
    pub(super) clock: Option<Countdown>,
    /// What the clock said when the item came up.
    pub(super) since: Duration,
    /// Blocks so far.
    pub(super) steps: u16,
}

impl Set {
    /// A set before its first item.
    pub fn new(items: &[ItemId], library: &Library, rules: Rules) -> Self {
        let slot = |(place, id): (u64, &ItemId)| {
            let mut slot = Slot {
                id: id.clone(),
                item: library.items.get(id.as_str()),
                order: Vec::new(),
                answer: None,
                skipped: false,
            };
            slot.order = Dice::stream(rules.seed, "acts", place).order(slot.options());
            slot
        };
        Self {
            slots: (0..).zip(items).map(slot).collect(),
            rules,
            phase: Phase::Intro,
            at: 0,
            picks: Picks::Agree(None),
            clock: None,
            since: Duration::ZERO,
            steps: 0,
        }
    }

    /// Rebuilds the state after the last block; blocks about other items are passed over. The clock goes on from
    /// what the answers took; a half-answered item comes back with [`Self::restore`].
    pub fn replay<'a>(
        items: &[ItemId],
        library: &Library,
        rules: Rules,
        blocks: impl IntoIterator<Item = &'a Block>,
        now: Now,
    ) -> Self {
        let mut set = Self::new(items, library, rules);
        let mut spent = 0_u32;
        let mut last = None;
        for block in blocks {
            match block {
                Block::Item(answer) if set.take(answer) => {
                    spent = spent.saturating_add(answer.seconds);
                    last = Some(usize::from(answer.index));
                }
                Block::Event(e) if e.what == EventKind::Finished => {
                    set.phase = Phase::Finished;
                }
                _ => {}
            }
        }
        if let (Some(at), Phase::Intro) = (last, set.phase) {
            set.run(Duration::from_secs(u64::from(spent)), now);
            set.after(at, now);
        }
        set
    }

    /// The step it stands at.
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// Starts the clock with the first item.
    ///
    /// # Errors
    /// Once the set has begun.
    pub fn start(&mut self, now: Now) -> Step {
        self.at_phase(Phase::Intro)?;
        self.run(Duration::ZERO, now);
        self.onward(now);
        Ok(Vec::new())
    }

    /// Picks an act by its place on the screen, from 0.
    ///
    /// # Errors
    /// When no item is asked, and when it has no such act.
    pub fn pick(&mut self, shown: usize) -> Step {
        self.at_phase(Phase::Asking)?;
        let option = self.option(shown)?;
        let options = self.slots[self.at].options();
        if self.picks.pick(option, options) {
            Ok(Vec::new())
        } else {
            Err(Refusal::NotNow)
        }
    }

    /// Gives an act its level, by its place on the screen, from 0.
    ///
    /// # Errors
    /// When no act is rated now, and when there is no such act.
    pub fn rate(&mut self, shown: usize, level: Level) -> Step {
        self.at_phase(Phase::Asking)?;
        let option = self.option(shown)?;
        if self.picks.rate(option, level) {
            Ok(Vec::new())
        } else {
            Err(Refusal::NotNow)
        }
    }

    /// Says how much the statement is like oneself.
    ///
    /// # Errors
    /// When no statement is asked.
    pub fn agree(&mut self, agreement: Agreement) -> Step {
        self.at_phase(Phase::Asking)?;
        if self.picks.agree(agreement) {
            Ok(Vec::new())
        } else {
            Err(Refusal::NotNow)
        }
    }

    /// Takes the last pick back.
    ///
    /// # Errors
    /// When nothing is picked.
    pub fn take_back(&mut self) -> Step {
        self.at_phase(Phase::Asking)?;
        if self.picks.take_back(self.slots[self.at].options()) {
            Ok(Vec::new())
        } else {
            Err(Refusal::NotNow)
        }
    }

    /// Writes the answer down and goes on; after reasons it only goes on.
    ///
    /// # Errors
    /// While the answer is not whole.
    pub fn next(&mut self, now: Now) -> Step {
        if self.phase == Phase::Reasons {
            if let Some(clock) = &mut self.clock {
                clock.resume(now);
            }
            self.onward(now);
            return Ok(Vec::new());
        }
        self.at_phase(Phase::Asking)?;
        let slot = &self.slots[self.at];
        let response = self.picks.response(slot.options());
        let response = response.ok_or(Refusal::HalfAnswered)?;
        let same = slot.answer.as_ref().is_some_and(|a| a.response == response);
        let answer = ItemAnswer {
            index: u16::try_from(self.at).ok().ok_or(Refusal::NotNow)?,
            item: slot.id.clone(),
            at: now.wall,
            seconds: whole(self.on_item(now)),
            response,
        };
        let at = self.at;
        if same {
            // Looked at again and left as it was.
            self.after(at, now);
            return Ok(Vec::new());
        }
        self.take(&answer);
        self.after(at, now);
        Ok(vec![Block::Item(answer)])
    }

    /// Passes the item over; it comes again after the others.
    ///
    /// # Errors
    /// When no item is asked.
    pub fn skip(&mut self, now: Now) -> Step {
        self.at_phase(Phase::Asking)?;
        self.slots[self.at].skipped = true;
        self.onward(now);
        Ok(Vec::new())
    }

    /// Goes back to the item before, with what was answered.
    ///
    /// # Errors
    /// At the first one, and where the format does not go back.
    pub fn previous(&mut self, now: Now) -> Step {
        self.at_phase(Phase::Asking)?;
        let before = (0..self.at).rev().find(|at| self.slots[*at].item.is_some());
        let before = before.filter(|_| self.rules.back);
        self.enter(before.ok_or(Refusal::NoWayBack)?, now);
        Ok(Vec::new())
    }

    /// Ends the set here; what was not answered stays open.
    ///
    /// # Errors
    /// When it is over.
    pub fn finish(&mut self) -> Step {
        if self.phase == Phase::Finished {
            return Err(Refusal::NotNow);
        }
        self.phase = Phase::Finished;
        self.clock = None;
        Ok(Vec::new())
    }

    /// Stops the clock.
    ///
    /// # Errors
    /// Where no clock runs.
    pub fn pause(&mut self, now: Now) -> Step {
        let clock = self.clock.as_mut().filter(|c| c.is_running());
        clock.ok_or(Refusal::NotNow)?.pause(now);
        Ok(Vec::new())
    }

    /// Lets a stopped clock run on.
    ///
    /// # Errors
    /// Where no clock stands still, and while reasons are read.
    pub fn resume(&mut self, now: Now) -> Step {
        self.at_phase(Phase::Asking)?;
        let clock = self.clock.as_mut().filter(|c| !c.is_running());
        clock.ok_or(Refusal::NotNow)?.resume(now);
        Ok(Vec::new())
    }

    /// The next moment at which the screen changes by itself or a deadline goes by.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        self.clock.as_ref().and_then(|c| c.next_wake(now, announce))
    }

    /// How many answers there were: which one a draft belongs to.
    pub const fn steps(&self) -> u16 {
        self.steps
    }

    /// Seconds for the whole set, extra time included; `None` without a clock.
    pub fn limit(&self) -> Option<u32> {
        let seconds = self.slots.iter().map(Slot::seconds).sum();
        (self.rules.pacing != Pacing::None && seconds > 0).then(|| self.rules.factor.apply(seconds))
    }

    /// Extra time.
    pub const fn factor(&self) -> Factor {
        self.rules.factor
    }

    pub(super) fn at_phase(&self, phase: Phase) -> Result<(), Refusal> {
        (self.phase == phase).then_some(()).ok_or(Refusal::NotNow)
    }

    /// The place in the record, from 1, of an act on the screen.
    fn option(&self, shown: usize) -> Result<u8, Refusal> {
        let slot = &self.slots[self.at];
        let place = slot.order.get(shown).ok_or(Refusal::NoSuchLine)?;
        u8::try_from(place + 1).ok().ok_or(Refusal::NoSuchLine)
    }

    /// Seconds on the item in hand.
    pub fn item_s(&self, now: Now) -> u32 {
        match self.phase {
            Phase::Asking => whole(self.on_item(now)),
            Phase::Intro | Phase::Reasons | Phase::Finished => 0,
        }
    }

    /// Time on the item in hand.
    pub(super) fn on_item(&self, now: Now) -> Duration {
        let clock = self.clock.as_ref();
        clock.map_or(Duration::ZERO, |c| {
            c.elapsed(now).saturating_sub(self.since)
        })
    }

    /// Takes an answer into its place; `false` when it is about another item.
    fn take(&mut self, answer: &ItemAnswer) -> bool {
        let slot = self.slots.get_mut(usize::from(answer.index));
        let Some(slot) = slot.filter(|s| s.id == answer.item) else {
            return false;
        };
        slot.answer = Some(answer.clone());
        self.steps = self.steps.saturating_add(1);
        true
    }

    /// Lets the clock run, with time that was spent before.
    pub(super) fn run(&mut self, spent: Duration, now: Now) {
        let span = self.limit().map(|max| Span { min: 0, max });
        let mut clock =
            Countdown::start(span, self.rules.pacing, now).taken_up(spent, Duration::ZERO);
        clock.resume(now);
        self.clock = Some(clock);
        self.since = spent;
    }

    /// Shows the reasons of an answer where they come at once, or goes on.
    fn after(&mut self, at: usize, now: Now) {
        let judgment =
            (self.slots[at].item.as_ref()).is_some_and(|i| i.kind() == ItemKind::Judgment);
        if self.rules.reasons && judgment {
            self.at = at;
            self.phase = Phase::Reasons;
            if let Some(clock) = &mut self.clock {
                clock.pause(now);
            }
        } else {
            self.at = at;
            self.onward(now);
        }
    }

    /// Goes to the next open item, then to those that were passed over; finishes when there is none.
    fn onward(&mut self, now: Now) {
        let open: Vec<usize> = (0..self.slots.len())
            .filter(|at| self.slots[*at].is_open())
            .collect();
        let fresh = |at: &&usize| !self.slots[**at].skipped;
        let next = (open.iter().find(|at| fresh(at) && **at >= self.at))
            .or_else(|| open.iter().find(fresh))
            .or_else(|| open.iter().find(|at| **at > self.at))
            .or_else(|| open.first())
            .copied();
        if let Some(at) = next {
            self.enter(at, now);
        } else {
            self.phase = Phase::Finished;
            self.clock = None;
        }
    }

    /// Asks an item, with what was answered before.
    pub(super) fn enter(&mut self, at: usize, now: Now) {
        let slot = &self.slots[at];
        self.picks = match (&slot.answer, &slot.item) {
            (Some(answer), _) => Picks::of(&answer.response),
            (None, Some(item)) => Picks::none(item),
            (None, None) => Picks::Agree(None),
        };
        self.at = at;
        self.phase = Phase::Asking;
        self.since = self
            .clock
            .as_ref()
            .map_or(Duration::ZERO, |c| c.elapsed(now));
    }
}
