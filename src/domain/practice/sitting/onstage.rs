//! What a screen may know about a running mock: section, clocks in seconds, who is there and who speaks.

use std::collections::BTreeMap;

use super::parts::Phase;
use super::scene::{Scene, into};
use super::state::Sitting;
use super::turns::talks;
use crate::domain::dice::Dice;
use crate::domain::id::PersonaId;
use crate::domain::library::{Condition, Interviewer, Kind, Member};
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::mock::{Speaker, deadline};
use crate::domain::practice::record::{Answer, Extra, Input, To};
use crate::domain::practice::shape::{Shape, Stop, Stretch};
use crate::domain::time::Now;

/// What can be loud outside.
const NOISES: [&str; 4] = [
    "A drill starts next door.",
    "Somebody talks loudly in the corridor.",
    "A siren goes by.",
    "A phone rings, and nobody takes it.",
];

/// What is said instead of the same sentence again.
const SOUND: &str = "Mm-hm.";

/// What is said after a played scene, by whoever played it: their manner belongs to the scene.
const OUT_OF_THE_ROLE: &str = "Thank you. We leave the scene here.";

/// What is said to a question or to last words of the candidate: it doubts nothing and fits both.
const TO_THE_CANDIDATE: &str = "Thank you.";

/// Where a mock stands.
#[derive(Debug, Clone, Copy)]
pub struct Stage<'a> {
    /// The whole.
    pub shape: &'a Shape,
    /// Which section, from 0.
    pub section: usize,
    /// That section.
    pub stretch: &'a Stretch,
    /// Seconds spent in it so far.
    pub spent_s: u32,
    /// Seconds that it may take, extra time included, after what ran over before.
    pub section_s: u32,
    /// Seconds spent in all.
    pub total_s: u32,
    /// Seconds that the whole takes, extra time included.
    pub whole_s: u32,
    /// Seconds that they came late.
    pub late_s: u32,
    /// Who speaks.
    pub speaker: Speaker<'a>,
    /// Who sits there; empty where one person asks everything.
    pub members: &'a [Member],
    /// Whether it is the first question of its section.
    pub first: bool,
}

/// The interviewer's turn after an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TurnView<'a> {
    /// What they say.
    pub words: &'a str,
    /// Whether they go on until the candidate takes the room.
    pub talks: bool,
    /// Whether it is the first time that somebody waits in this mock.
    pub first: bool,
    /// Whether the candidate had the word to ask, or to take leave.
    pub candidate_asks: bool,
}

impl Sitting {
    /// Where a mock stands; `None` in a drill and once it is rated.
    pub fn stage(&self, now: Now) -> Option<Stage<'_>> {
        let scene = self.scene.as_ref()?;
        if self.phase.is_rating()
            || matches!(self.phase, Phase::After | Phase::Retry | Phase::Finished)
        {
            return None;
        }
        let section = self.section_now(scene);
        let head = &self.record.head;
        let running = self.running_s(now);
        let until = deadline(&scene.shape, section, head.factor);
        let spent = scene.course.spent.get(section).copied().unwrap_or(0);
        let total = scene.course.total();
        let from = (section.checked_sub(1)).map_or(0, |n| deadline(&scene.shape, n, head.factor));
        // Minutes that were left over make nobody talk longer.
        let left = until.saturating_sub(total.saturating_sub(spent));
        Some(Stage {
            shape: &scene.shape,
            section,
            stretch: scene.shape.sections.get(section)?,
            spent_s: spent.saturating_add(running),
            section_s: left.min(until.saturating_sub(from)),
            total_s: total.saturating_add(running),
            whole_s: head.factor.apply(scene.shape.minutes() * 60),
            late_s: scene.course.late_s,
            speaker: self.speaker_in(scene),
            members: scene.cast.members(),
            first: spent == 0,
        })
    }

    /// Seconds of the phase in hand that count for the section.
    fn running_s(&self, now: Now) -> u32 {
        let clock = self.gone(now);
        match self.phase {
            Phase::Ready | Phase::Turn => clock,
            Phase::Aside => self.task().map_or(clock, |task| task.open_s(now)),
            Phase::Answering | Phase::FollowUp => {
                let think = u32::try_from(self.attempt.think.as_secs()).unwrap_or(u32::MAX);
                let recorded = self.stretch().is_some_and(Stretch::is_one_way);
                think.saturating_add(if recorded { clock } else { self.length(now) })
            }
            _ => 0,
        }
    }

    /// The stop that is neither a question nor part of one, while it is in hand.
    pub fn aside(&self) -> Option<&Stop> {
        let ahead = self.ahead().filter(|_| self.phase == Phase::Aside)?;
        Some(ahead.stop)
    }

    /// What was asked beyond the question, while it is answered.
    pub const fn extra(&self) -> Option<&Extra> {
        self.attempt.extra.as_ref()
    }

    /// Which answer to the question is given, from 1.
    pub const fn take(&self) -> u8 {
        self.attempt.take
    }

    /// How many takes the format leaves after the one just given.
    pub fn takes_left(&self) -> u8 {
        let given = self.items.get(self.at).map_or(0, |i| i.takes);
        let takes = self.stretch().and_then(|s| s.takes).unwrap_or(1);
        takes.saturating_sub(given)
    }

    /// The clock that holds for the question in hand: the format's own, or the one that was chosen.
    pub fn pacing(&self) -> Pacing {
        let chosen = self.record.head.pacing;
        let asked = matches!(self.phase, Phase::Ready | Phase::Answering);
        let one_way = asked && self.stretch().is_some_and(Stretch::is_one_way);
        match chosen {
            Pacing::None => Pacing::None,
            Pacing::Hard => Pacing::Hard,
            Pacing::Window if one_way => Pacing::Hard,
            Pacing::Window => Pacing::Window,
        }
    }

    /// Whether there is no pause, no skip and no hint now, by choice or by the format.
    pub fn is_strict(&self) -> bool {
        let format =
            || self.pacing() == Pacing::Hard && self.stretch().is_some_and(Stretch::is_one_way);
        self.record.head.strict || format()
    }

    /// How whoever speaks now begins: one of their ways, by the seed.
    pub fn begins(&self) -> Option<&str> {
        let scene = self.scene.as_ref()?;
        let manner = self.speaker_in(scene).manner?;
        let section = self.section_now(scene) as u64;
        let mut dice = Dice::stream(self.record.head.seed, "how they begin", section);
        Some(manner.opening(dice.below(manner.openings())))
    }

    /// What the interviewer does after an answer, while it is their turn.
    pub fn turn(&self) -> Option<TurnView<'_>> {
        let scene = self.scene.as_ref().filter(|_| self.phase == Phase::Turn)?;
        let manner = self.speaker_in(scene).manner?;
        let said = self.reactions(scene);
        let kind = self.items.get(self.at)?.question.as_ref()?.kind;
        Some(TurnView {
            words: said.last()?,
            talks: talks(manner) && kind != Kind::RolePlay,
            first: said.len() == 1,
            candidate_asks: kind == Kind::Closing && self.asked_them(),
        })
    }

    /// Whether the last thing said to the question in hand may be a question of one's own: what was typed has its sign,
    /// what was said aloud nobody knows.
    fn asked_them(&self) -> bool {
        let item = self.items.get(self.at);
        let last = item.and_then(|i| i.more.last().or(i.answer.as_ref()));
        last.is_some_and(|a| a.input == Input::Aloud || a.text.contains('?'))
    }

    /// What was said after each answer so far, the last one in hand; nothing after what was skipped.
    ///
    /// It follows from the length of the answer alone: nobody has judged it yet.
    fn reactions<'a>(&'a self, scene: &'a Scene) -> Vec<&'a str> {
        let mut said = Vec::new();
        let mut times: BTreeMap<&PersonaId, usize> = BTreeMap::new();
        let (mut here, mut told, mut short) = (None, Vec::new(), false);
        for (at, item) in self.items.iter().enumerate().take(self.at + 1) {
            let Some(section) = scene.shape.section_of(at) else {
                continue;
            };
            // Where whoever asks neither waits nor talks on, nothing is said between the questions.
            let asker = scene.cast.asker(section, at).manner;
            let waits = asker.is_some_and(|m| m.pause_s > 0 || talks(m));
            if here != Some(section) {
                (here, told) = (Some(section), Vec::new());
            }
            for (n, answer) in item.answer.iter().chain(&item.more).enumerate() {
                let before = item.more.get(..n.saturating_sub(1)).unwrap_or_default();
                let extra = answer.extra.as_ref();
                let neighbor = extra.and_then(|extra| into(scene, at, before, extra));
                let seat = neighbor.or_else(|| scene.cast.seat_of(at));
                let manner = scene.cast.speaker(section, seat).manner;
                let Some(manner) = manner.filter(|_| waits && !answer.skipped) else {
                    continue;
                };
                let words = reaction(manner, answer);
                // That an answer was long is said once in a part, that it was short once in a sitting: said each time it
                // would be nagging.
                let is_short = words == Some(manner.reactions.weak.as_str());
                let words = words.filter(|w| !(told.contains(w) || is_short && short));
                short |= is_short;
                told.extend(words);
                let fixed = words.or_else(|| ends(answer.kind));
                said.push(fixed.unwrap_or_else(|| {
                    // Nobody has a sentence for every answer: in between they only make a sound.
                    let spoke = said.last().is_some_and(|last| *last != SOUND);
                    let used = times.entry(&manner.id).or_default();
                    let words = manner.reactions.inside(*used);
                    if said.last() == Some(&words) || spoke && !talks(manner) {
                        return SOUND;
                    }
                    *used += 1;
                    words
                }));
            }
        }
        said
    }

    /// What somebody said who cut in on the answer in hand.
    pub fn cut_words(&self) -> Option<&str> {
        let scene = self
            .scene
            .as_ref()
            .filter(|_| self.phase == Phase::Answering)?;
        scene.course.cut?;
        let manner = self.speaker_in(scene).manner.filter(|m| m.interrupts > 0);
        Some(manner.map_or("Sorry to cut in.", |m| m.reactions.long.as_str()))
    }

    /// What is loud outside during the question in hand, where the mock has noise: at every third question, from the
    /// second on.
    pub fn noise(&self) -> Option<&'static str> {
        let scene = self.scene.as_ref()?;
        let asked = matches!(
            self.phase,
            Phase::Ready | Phase::Answering | Phase::FollowUp
        );
        let here = asked && scene.shape.has(Condition::NoiseNote) && self.at % 3 == 1;
        here.then(|| NOISES[self.at / 3 % NOISES.len()])
    }

    /// Everything that was said to the question in hand, follow-ups and parts included: what is rated.
    pub fn said(&self) -> String {
        let Some(item) = self.items.get(self.at) else {
            return String::new();
        };
        let mut texts: Vec<&str> = self.in_hand().iter().map(|a| a.text.as_str()).collect();
        texts.extend(item.more.iter().map(|a| a.text.as_str()));
        texts.retain(|t| !t.trim().is_empty());
        texts.join("\n\n")
    }

    /// The same; where there are no words, why.
    pub fn said_words(&self) -> String {
        let said = self.said();
        let bare = self.answer().filter(|_| said.is_empty());
        bare.map_or(said, |answer| answer.told_words().to_owned())
    }

    /// The answer in hand, and what was said to what was asked after it.
    pub fn said_to_each(&self) -> impl Iterator<Item = &Answer> {
        let item = self.items.get(self.at).into_iter();
        item.flat_map(|item| self.in_hand().into_iter().chain(&item.more))
    }

    /// The words that are asked now, where they are not those of the question.
    pub fn asked_now(&self) -> Option<&str> {
        let extra = self.attempt.extra.as_ref()?;
        (extra.to != To::Again).then_some(extra.asked.as_str())
    }
}

/// What ends a scene or takes leave, which is always the same.
const fn ends(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::RolePlay => Some(OUT_OF_THE_ROLE),
        Kind::Closing => Some(TO_THE_CANDIDATE),
        _ => None,
    }
}

/// What somebody says after an answer that was long or short, and not the end of a scene or of the talk.
fn reaction<'a>(manner: &'a Interviewer, answer: &Answer) -> Option<&'a str> {
    let length = answer.clock_s();
    let (min, max) = answer.window.filter(|_| ends(answer.kind).is_none())?;
    // A few seconds under are nothing to speak of.
    match length {
        _ if length > max => Some(&manner.reactions.long),
        _ if length.saturating_mul(2) < min => Some(&manner.reactions.weak),
        _ => None,
    }
}
