//! The state machine of a talk, and its commands.

use std::sync::Arc;
use std::time::Duration;

use super::parts::{Draft, Phase, Rules};
use crate::domain::library::{Choice, Scenario, Turn};
use crate::domain::practice::clock::{Announce, Pacing, Span};
use crate::domain::practice::countdown::{Countdown, whole};
use crate::domain::practice::record::{Block, Event, EventKind, Reply, StepBack};
use crate::domain::practice::step::{Refusal, Step};
use crate::domain::time::{Mono, Now};

/// A talk under way.
#[derive(Debug, Clone)]
pub struct Talk {
    pub(super) scenario: Arc<Scenario>,
    pub(super) rules: Rules,
    pub(super) phase: Phase,
    /// The moment that waits for a reply, or the end.
    pub(super) node: usize,
    /// Whether the last reply led to a moment that the scenario no longer has.
    pub(super) lost: bool,
    /// The replies that led here.
    pub(super) path: Vec<Reply>,
    /// The last path that came to an end, while another one is tried.
    pub(super) ended: Option<Vec<Reply>>,
    /// Replies and steps back so far.
    steps: u16,
    pub(super) clock: Option<Countdown>,
    text: String,
}

impl Talk {
    /// A talk at its briefing.
    pub fn new(scenario: Arc<Scenario>, rules: Rules) -> Self {
        Self {
            node: scenario.start,
            scenario,
            rules,
            phase: Phase::Briefing,
            lost: false,
            path: Vec::new(),
            ended: None,
            steps: 0,
            clock: None,
            text: String::new(),
        }
    }

    /// Rebuilds the state after the last block; blocks of other talks are passed over. Clocks start anew at `now`;
    /// half-given replies come back with [`Self::restore`].
    pub fn replay<'a>(
        scenario: Arc<Scenario>,
        rules: Rules,
        blocks: impl IntoIterator<Item = &'a Block>,
        now: Now,
    ) -> Self {
        let mut talk = Self::new(scenario, rules);
        for block in blocks {
            match block {
                Block::Reply(reply) if reply.scenario == talk.scenario.id => {
                    talk.follow(reply);
                    talk.arrive(true, now);
                }
                Block::Back(back) if back.scenario == talk.scenario.id => {
                    talk.go_back(back);
                    talk.arrive(false, now);
                }
                Block::Event(event) if event.what == EventKind::Finished => talk.close(),
                _ => {}
            }
        }
        talk
    }

    /// The step it stands at.
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    /// The reply so far, in own words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Leaves the briefing: they speak first.
    ///
    /// # Errors
    /// Once the talk has begun.
    pub fn start(&mut self, now: Now) -> Step {
        self.at(&[Phase::Briefing])?;
        self.listen(now);
        Ok(Vec::new())
    }

    /// Takes the reply as it stands, in own words.
    ///
    /// # Errors
    /// When it is not given now.
    pub fn set_text(&mut self, text: &str) -> Step {
        self.at(&[Phase::Own])?;
        self.text.clear();
        self.text.push_str(text);
        Ok(Vec::new())
    }

    /// The reply was given, typed or aloud; the written ones are shown, and the clock stands still while they are read.
    ///
    /// # Errors
    /// When no reply is given now.
    pub fn said(&mut self, now: Now) -> Step {
        self.at(&[Phase::Own])?;
        self.choose(now);
        Ok(Vec::new())
    }

    /// Back to the own words.
    ///
    /// # Errors
    /// When nothing is picked now, and when a hard clock has closed them.
    pub fn own_words(&mut self, now: Now) -> Step {
        self.at(&[Phase::Choosing])?;
        let limit = self.limit();
        let closed = |c: &Countdown| c.is_hard() && limit.is_some_and(|l| c.seconds(now) >= l);
        if self.clock.as_ref().is_some_and(closed) {
            return Err(Refusal::NoTime);
        }
        self.phase = Phase::Own;
        if let Some(clock) = &mut self.clock {
            clock.resume(now);
        }
        Ok(Vec::new())
    }

    /// The written reply that comes nearest, from 0; it leads on.
    ///
    /// # Errors
    /// When nothing is picked now, and when there is no such reply.
    pub fn say(&mut self, choice: usize, now: Now) -> Step {
        self.lead_on(choice, false, now)
    }

    /// None of the written replies was what was said: the nearest, from 0, only leads on, and that is noted.
    ///
    /// # Errors
    /// As [`Self::say`].
    pub fn say_apart(&mut self, choice: usize, now: Now) -> Step {
        self.lead_on(choice, true, now)
    }

    fn lead_on(&mut self, choice: usize, apart: bool, now: Now) -> Step {
        self.at(&[Phase::Choosing])?;
        let chosen = self.choices().get(choice).ok_or(Refusal::NoSuchLine)?;
        let reply = Reply {
            apart,
            ..self.reply(choice, chosen, now)?
        };
        self.follow(&reply);
        self.arrive(true, now);
        Ok(vec![Block::Reply(reply)])
    }

    /// Goes on after a reply.
    ///
    /// # Errors
    /// When no reply was just heard.
    pub fn go_on(&mut self, now: Now) -> Step {
        self.at(&[Phase::Heard])?;
        self.listen(now);
        Ok(Vec::new())
    }

    /// Takes replies back: the talk goes on from a turn of the path, from 1. The words of that turn come back too.
    ///
    /// # Errors
    /// When there is no such turn.
    pub fn take_again(&mut self, turn: usize, now: Now) -> Step {
        let there = (1..=self.path.len()).contains(&turn);
        let turn = u16::try_from(turn).ok().filter(|_| there);
        let back = StepBack {
            scenario: self.scenario.id.clone(),
            at: now.wall,
            turn: turn.ok_or(Refusal::NothingBack)?,
        };
        self.go_back(&back);
        self.arrive(false, now);
        Ok(vec![Block::Back(back)])
    }

    /// Takes the last reply back.
    ///
    /// # Errors
    /// When there is none.
    pub fn take_back(&mut self, now: Now) -> Step {
        self.take_again(self.path.len(), now)
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

    /// Lets a stopped clock run on, where a reply is given.
    ///
    /// # Errors
    /// Where no clock stands still, or where it stands still because the reply was given.
    pub fn resume(&mut self, now: Now) -> Step {
        if self.phase == Phase::Choosing {
            return Err(Refusal::NotNow);
        }
        let clock = self.clock.as_mut().filter(|c| !c.is_running());
        clock.ok_or(Refusal::NotNow)?.resume(now);
        Ok(Vec::new())
    }

    /// Books sleep of the computer, and shows the written replies when a hard clock has run out.
    ///
    /// To be called before every command and at every wake.
    pub fn settle(&mut self, now: Now) -> Vec<Block> {
        let slept = self.clock.as_mut().and_then(|c| c.notice(now));
        let over = self.clock.as_ref().is_some_and(|c| c.is_over(now));
        if over && self.phase == Phase::Own {
            self.choose(now);
        }
        let slept = slept.map(|slept| Event::block(EventKind::Slept, whole(slept), now));
        slept.into_iter().collect()
    }

    /// The next moment at which the screen changes by itself or a deadline goes by.
    pub fn next_wake(&self, now: Now, announce: Announce) -> Option<Mono> {
        self.clock.as_ref().and_then(|c| c.next_wake(now, announce))
    }

    /// The half-given reply, for the draft file; `None` when none is being given.
    pub fn draft(&self, now: Now) -> Option<Draft> {
        if !matches!(self.phase, Phase::Own | Phase::Choosing) {
            return None;
        }
        let clock = self.clock.as_ref();
        Some(Draft {
            step: self.steps,
            choosing: self.phase == Phase::Choosing,
            seconds: clock.map_or(0, |c| c.seconds(now)),
            paused_s: clock.map_or(0, |c| whole(c.paused(now))),
            text: self.text.clone(),
        })
    }

    /// Puts a half-given reply back after a replay; the clock stands still until [`Self::resume`].
    ///
    /// # Errors
    /// When that reply was given in the meantime.
    pub fn restore(&mut self, draft: &Draft, now: Now) -> Step {
        if draft.step != self.steps || self.phase == Phase::Ended {
            return Err(Refusal::NotNow);
        }
        self.listen(now);
        if self.phase == Phase::Ended {
            return Err(Refusal::NotNow);
        }
        self.text.clone_from(&draft.text);
        if draft.choosing {
            self.phase = Phase::Choosing;
        }
        let seconds = |s| Duration::from_secs(u64::from(s));
        let clock = self.clock.take();
        self.clock = clock.map(|c| c.taken_up(seconds(draft.seconds), seconds(draft.paused_s)));
        Ok(Vec::new())
    }

    /// How many replies and steps back there were: which reply a draft belongs to.
    pub const fn steps(&self) -> u16 {
        self.steps
    }

    /// The written replies are read: that is no time of the reply's.
    fn choose(&mut self, now: Now) {
        self.phase = Phase::Choosing;
        if let Some(clock) = &mut self.clock {
            clock.pause(now);
        }
    }

    fn at(&self, phases: &[Phase]) -> Result<(), Refusal> {
        phases
            .contains(&self.phase)
            .then_some(())
            .ok_or(Refusal::NotNow)
    }

    fn reply(&self, choice: usize, chosen: &Choice, now: Now) -> Result<Reply, Refusal> {
        let node = &self.scenario.nodes[self.node];
        let next = &self.scenario.nodes[chosen.to];
        Ok(Reply {
            scenario: self.scenario.id.clone(),
            node: node.id.clone(),
            at: now.wall,
            seconds: self.clock.as_ref().map_or(0, |c| c.seconds(now)),
            limit: self.limit(),
            choice: u8::try_from(choice + 1).ok().ok_or(Refusal::NoSuchLine)?,
            apart: false,
            skill: chosen.skill.clone(),
            to: next.id.clone(),
            level: match &next.turn {
                Turn::End(end) => Some(end.level),
                Turn::Reply(_) => None,
            },
            text: self.text.trim().to_owned(),
        })
    }

    /// Takes a reply into the path.
    fn follow(&mut self, reply: &Reply) {
        self.path.push(reply.clone());
        if reply.level.is_some() {
            self.ended = Some(self.path.clone());
        }
        match self.scenario.place(&reply.to) {
            Some(node) => self.node = node,
            None => self.lost = true,
        }
        self.text.clear();
    }

    /// Takes replies out of the path again.
    fn go_back(&mut self, back: &StepBack) {
        let kept = usize::from(back.turn).saturating_sub(1);
        if kept >= self.path.len() {
            return;
        }
        let again = self.path.split_off(kept).swap_remove(0);
        match self.scenario.place(&again.node) {
            Some(node) => (self.node, self.lost) = (node, false),
            None => self.lost = true,
        }
        self.text = again.text;
    }

    /// The talk is over. Another path that was only begun is left for the one that came to an end.
    fn close(&mut self) {
        self.phase = Phase::Ended;
        self.clock = None;
        if let Some(ended) = &self.ended {
            self.path.clone_from(ended);
            let place = ended.last().and_then(|r| self.scenario.place(&r.to));
            self.lost = place.is_none();
            self.node = place.unwrap_or(self.node);
        }
    }

    /// Counts a step and stands where it led.
    fn arrive(&mut self, heard: bool, now: Now) {
        self.steps = self.steps.saturating_add(1);
        if heard && self.rules.reasons && !self.lost {
            self.phase = Phase::Heard;
            self.clock = None;
        } else {
            self.listen(now);
        }
    }

    /// The line of the moment in hand is heard, and the clock of the reply starts.
    fn listen(&mut self, now: Now) {
        let ends = matches!(self.scenario.nodes[self.node].turn, Turn::End(_));
        self.phase = if ends || self.lost {
            Phase::Ended
        } else {
            Phase::Own
        };
        self.clock = (self.phase == Phase::Own).then(|| {
            let span = self.limit().map(|max| Span { min: 0, max });
            let pacing = match span {
                Some(_) => self.rules.pacing,
                None => Pacing::None,
            };
            Countdown::start(span, pacing, now)
        });
    }
}
