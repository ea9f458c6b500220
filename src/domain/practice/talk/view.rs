//! What a talk shows of itself.

use super::machine::Talk;
use super::parts::Phase;
use crate::domain::library::{Choice, End, Meter, Node, Scenario, Turn};
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::countdown::Countdown;
use crate::domain::practice::record::{Input, Reply};

impl Talk {
    /// What is talked about, and with whom.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// The moment in hand: what they said last.
    pub fn node(&self) -> &Node {
        &self.scenario.nodes[self.node]
    }

    /// Who said it.
    pub fn speaker(&self) -> &str {
        self.speaker_of(self.node())
    }

    /// Who speaks at a moment.
    pub fn speaker_of<'a>(&'a self, node: &'a Node) -> &'a str {
        if node.speaker.is_empty() {
            &self.scenario.counterpart.name
        } else {
            &node.speaker
        }
    }

    /// The turn in hand, from 1; after a reply still the one that it was given in.
    pub fn turn(&self) -> usize {
        let begun = matches!(self.phase, Phase::Briefing | Phase::Own | Phase::Choosing);
        self.path.len() + usize::from(begun)
    }

    /// What can be said now; empty at an end.
    pub fn choices(&self) -> &[Choice] {
        match &self.node().turn {
            Turn::Reply(choices) => choices,
            Turn::End(_) => &[],
        }
    }

    /// The replies that led here.
    pub fn path(&self) -> &[Reply] {
        &self.path
    }

    /// The replies to look back on: those that came to an end last, else those so far.
    pub fn story(&self) -> &[Reply] {
        self.ended.as_deref().unwrap_or(&self.path)
    }

    /// Whether some path has come to an end.
    pub const fn has_ended(&self) -> bool {
        self.ended.is_some()
    }

    /// The reply that was given last.
    pub fn last(&self) -> Option<&Reply> {
        self.path.last()
    }

    /// The moment that a reply answered, as far as the scenario still has it.
    pub fn answered(&self, reply: &Reply) -> Option<&Node> {
        let place = self.scenario.place(&reply.node)?;
        self.scenario.nodes.get(place)
    }

    /// The written reply that was picked, as far as the scenario still has it.
    pub fn picked(&self, reply: &Reply) -> Option<&Choice> {
        let Turn::Reply(choices) = &self.answered(reply)?.turn else {
            return None;
        };
        choices.get(usize::from(reply.choice).checked_sub(1)?)
    }

    /// The end of the replies to look back on, with the moment it lies at.
    pub fn end(&self) -> Option<(&Node, &End)> {
        let place = self.scenario.place(&self.story().last()?.to)?;
        let node = self.scenario.nodes.get(place)?;
        match &node.turn {
            Turn::End(end) => Some((node, end)),
            Turn::Reply(_) => None,
        }
    }

    /// What each meter was moved by along some replies.
    pub fn meters(&self, replies: &[Reply]) -> Vec<(Meter, i32)> {
        let effects = || {
            let picked = replies.iter().filter_map(|r| self.picked(r));
            picked.flat_map(|choice| choice.effects.iter())
        };
        let by = |meter: Meter| {
            let moved = effects().filter(|(m, _)| *m == meter);
            moved.map(|(_, by)| i32::from(*by)).sum()
        };
        let meters = self.scenario.meters.iter();
        meters.map(|meter| (*meter, by(*meter))).collect()
    }

    /// Seconds they wait at the moment in hand, extra time included; `None` without a clock.
    pub fn limit(&self) -> Option<u32> {
        let seconds = self.node().seconds?;
        (self.rules.pacing != Pacing::None).then(|| self.rules.factor.apply(seconds))
    }

    /// The clock of the reply.
    pub const fn clock(&self) -> Option<&Countdown> {
        self.clock.as_ref()
    }

    /// Whether the reasons come after each reply.
    pub const fn tells_reasons(&self) -> bool {
        self.rules.reasons
    }

    /// What the words of a reply are: said, or notes beside what was said aloud.
    pub const fn own_label(&self) -> &'static str {
        match self.rules.input {
            Input::Typed => "You said",
            Input::Aloud => "Notes",
        }
    }

    /// Whether replies are given aloud.
    pub fn is_aloud(&self) -> bool {
        self.rules.input == Input::Aloud
    }

    /// Whether a hard clock shows the written replies when they have waited long enough.
    pub fn is_hard(&self) -> bool {
        self.rules.pacing == Pacing::Hard && self.limit().is_some()
    }

    /// Whether the scenario no longer has the moment that the last reply led to.
    pub const fn is_lost(&self) -> bool {
        self.lost
    }
}
