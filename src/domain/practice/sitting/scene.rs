//! What a whole mock adds to a sitting: who sits there, and what comes next by the clock of the sections.

use std::sync::Arc;

use super::item::Item;
use super::parts::Phase;
use super::state::Sitting;
use crate::domain::dice::Dice;
use crate::domain::library::{Condition, Dimension, Kind, Library};
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::mock::{
    Asked, Cast, Course, FOLLOW_UP, Need, Speaker, comes, deadline, follow_up, halves,
};
use crate::domain::practice::record::{Extra, Mark, SittingRecord, To};
use crate::domain::practice::score::probe_among;
use crate::domain::practice::shape::{Shape, Stop, Stretch};
use crate::domain::practice::task::Task;
use crate::domain::time::Now;

/// What a whole mock adds to a sitting.
#[derive(Debug, Clone)]
pub(super) struct Scene {
    pub shape: Arc<Shape>,
    pub cast: Cast,
    pub course: Course,
    /// Talks and sets of items, by the place of their stop.
    pub tasks: Vec<(usize, Task)>,
    /// Speaking to the whole table: rated once, with the last answer, and kept apart from its level.
    pub engagement: Option<Arc<Dimension>>,
}

/// The dimension that is rated once for a whole panel.
pub(super) const ENGAGEMENT: &str = "panel-engagement";

impl Scene {
    /// The scene of a head; nothing for a drill. The windows of the format take the place of those of the questions.
    pub fn of(
        record: &SittingRecord,
        items: &mut [Item],
        library: &Library,
        now: Now,
    ) -> Option<Self> {
        let head = &record.head;
        let shape = head.shape.clone()?;
        for (section, _, asks) in shape.stops() {
            let item = asks.and_then(|at| items.get_mut(at));
            if let (Some(item), Some(stretch)) = (item, shape.sections.get(section)) {
                item.set_window(stretch, shape.has(Condition::TimePressure));
            }
        }
        let questions: Vec<_> = items.iter().map(|i| i.question.as_deref()).collect();
        let cast = Cast::of(&shape, library, &questions);
        let course = Course::of(&shape, head.seed, head.factor);
        let engagement = library.dimensions.get(ENGAGEMENT);
        let tasks = (shape.stops().enumerate()).filter_map(|(place, (_, stop, _))| {
            Some((place, Task::of_stop(stop, record, library, now)?))
        });
        Some(Self {
            tasks: tasks.collect(),
            engagement: engagement.filter(|_| !cast.members().is_empty()),
            shape,
            cast,
            course,
        })
    }
}

/// A stop that comes next.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ahead<'a> {
    pub place: usize,
    pub section: usize,
    pub stretch: &'a Stretch,
    pub stop: &'a Stop,
    pub question: Option<usize>,
}

impl Sitting {
    /// Where a mock goes on: with the question in hand as long as something of it is left, then with the next stop,
    /// then with the ratings.
    pub(super) fn onward_in(&self, scene: &Scene) -> (usize, Phase) {
        if let Some(at) = scene.course.last
            && let Some(phase) = self.left_of(scene, at)
        {
            return (at, phase);
        }
        if let Some(ahead) = self.ahead() {
            let last = scene.course.last.unwrap_or(0);
            return match (ahead.stop, ahead.question) {
                (_, Some(at)) => (at, Phase::Ready),
                (Stop::GoOn, None) => (last, Phase::FollowUp),
                (_, None) => (last, Phase::Aside),
            };
        }
        match self.unrated() {
            Some(at) => (at, Phase::Evidence),
            None => self.end(),
        }
    }

    /// What is left of a question that was answered: another take, its second half, a rating, the interviewer's
    /// turn, a follow-up.
    fn left_of(&self, scene: &Scene, at: usize) -> Option<Phase> {
        let item = self.items.get(at)?;
        item.answer.as_ref()?;
        let stretch = scene
            .shape
            .sections
            .get(scene.course.section(&scene.shape))?;
        let takes = stretch.takes.unwrap_or(1);
        if stretch.is_one_way() && item.takes < takes && !scene.course.kept {
            return Some(Phase::Keep);
        }
        if self.half_due(scene, at) {
            return Some(Phase::FollowUp);
        }
        let follow_up = self.follow_up_due(scene, at).map(|_| Phase::FollowUp);
        // Whoever plays a scene steps out of it only at its end, and nobody rates how a no was taken before it was said.
        let played = follow_up.is_some() && item.is_played();
        let each = self.record.head.rate_each;
        if each && item.is_unrated() && !played {
            return Some(Phase::Evidence);
        }
        let turn = scene.course.turn_due && !each && !played;
        if turn && Self::turn_limit(scene, at).is_some() {
            return Some(Phase::Turn);
        }
        follow_up
    }

    /// The stop that comes next, past those for which there is no time any more.
    pub(super) fn ahead(&self) -> Option<Ahead<'_>> {
        let scene = self.scene.as_ref()?;
        let mut stops = scene.shape.stops().enumerate().skip(scene.course.done);
        stops.find_map(|(place, (section, stop, question))| {
            let ahead = Ahead {
                place,
                section,
                stretch: scene.shape.sections.get(section)?,
                stop,
                question,
            };
            self.still_comes(scene, &ahead).then_some(ahead)
        })
    }

    fn still_comes(&self, scene: &Scene, ahead: &Ahead<'_>) -> bool {
        let Some(at) = ahead.question else {
            return *ahead.stop != Stop::GoOn || scene.course.last.is_some();
        };
        let Some(item) = self.items.get(at).filter(|i| i.is_open()) else {
            return false;
        };
        let Some(question) = &item.question else {
            return false;
        };
        let asked = |i: &Item| {
            let same = (i.question.as_ref()).is_some_and(|q| q.kind == question.kind);
            same && i.answer.is_some()
        };
        let head = &self.record.head;
        let must = scene.shape.must.contains(&question.kind) && !self.items.iter().any(asked);
        let seconds = question.window.prep.saturating_add(question.window.answer);
        let need = Need {
            seconds: head.factor.apply(seconds),
            always: must
                || *ahead.stop == Stop::Fixed
                || ahead.stretch.keeps
                || head.pacing == Pacing::None,
        };
        let until = deadline(&scene.shape, ahead.section, head.factor);
        comes(scene.course.total(), until, need)
    }

    /// What is asked next beyond the question in hand.
    pub(super) fn extra_due(&self) -> Option<Extra> {
        let scene = self.scene.as_ref()?;
        let at = scene.course.last?;
        if self.half_due(scene, at) {
            let (_, half) = halves(self.wording_of(at)?)?;
            return Some(Extra {
                to: To::Half,
                asked: half.to_owned(),
            });
        }
        if let Some(asked) = self.follow_up_due(scene, at) {
            return Some(Extra {
                to: To::FollowUp,
                asked,
            });
        }
        let part = self.ahead().filter(|a| *a.stop == Stop::GoOn)?;
        Some(Extra {
            to: To::Part,
            asked: self.feedback(at) + part.stretch.asks_on(),
        })
    }

    /// What whoever played a scene says of it before it is played again, where it has been rated.
    fn feedback(&self, at: usize) -> String {
        let played = self
            .items
            .get(at)
            .filter(|i| i.is_played() && i.rating().is_some());
        let Some(seen) = played.and_then(|_| self.seen_at(at)) else {
            return String::new();
        };
        let missed = [true, false]
            .into_iter()
            .find_map(|core| seen.first(core, Mark::Missed));
        match missed.and_then(|n| seen.question.strong.get(n)) {
            Some(point) => format!("I was listening for one more thing: \"{}\". ", point.text),
            None => "I heard all that I was listening for. ".to_owned(),
        }
    }

    /// Whether the second half of a question was held back and is yet to be asked.
    fn half_due(&self, scene: &Scene, at: usize) -> bool {
        let item = &self.items[at];
        let asked = item.more.iter().any(|a| is_to(a.extra.as_ref(), To::Half));
        let skipped = item.answer.as_ref().is_none_or(|a| a.skipped);
        !asked && !skipped && self.holds_back(scene, at)
    }

    /// Whether the second half of a question is held back in this mock.
    pub(super) fn holds_back(&self, scene: &Scene, at: usize) -> bool {
        let section = scene.shape.section_of(at);
        let one_way = section
            .and_then(|n| scene.shape.sections.get(n))
            .is_some_and(Stretch::is_one_way);
        scene.shape.has(Condition::SecondHalf)
            && !one_way
            && self
                .wording_of(at)
                .is_some_and(|text| halves(text).is_some())
    }

    pub(super) fn wording_of(&self, at: usize) -> Option<&str> {
        let item = self.items.get(at)?;
        Some(item.question.as_ref()?.wording(item.planned.wording))
    }

    /// The words of the follow-up that comes next, while the section has time for one.
    fn follow_up_due(&self, scene: &Scene, at: usize) -> Option<String> {
        let head = &self.record.head;
        let (item, course) = (self.items.get(at)?, &scene.course);
        let section = course.section(&scene.shape);
        let stretch = scene.shape.sections.get(section)?;
        let let_go = (item.more.last().or(item.answer.as_ref())).is_none_or(|a| a.skipped);
        let until = deadline(&scene.shape, section, head.factor);
        let need = Need {
            seconds: head.factor.apply(FOLLOW_UP.max),
            always: head.pacing == Pacing::None,
        };
        let time = comes(course.total(), until, need);
        if !head.probes || let_go || !time || course.follow_ups >= stretch.probes {
            return None;
        }
        let here: Vec<&str> = (item.more.iter())
            .filter_map(|a| a.extra.as_ref().map(|e| e.asked.as_str()))
            .collect();
        let last = course.follow_ups + 1 == stretch.probes;
        if last
            && at % 2 == 1
            && let Some(words) = self.cross_probe(scene, at)
        {
            return Some(words);
        }
        let question = item.question.as_ref()?;
        if let Some(seen) = self.seen_at(at) {
            return probe_among(&seen, &here).map(|p| p.text.clone());
        }
        let (gaps, met) = item.gaps_and_met();
        let asked = Asked {
            here: &here,
            gaps: &gaps,
            met: &met,
            tested: &self.tested(),
            weak: &scene.shape.weak,
            bias: scene
                .cast
                .asker(section, at)
                .manner
                .map_or(&[], |m| &m.probe_bias),
        };
        let mut dice = Dice::stream(head.seed, "follow-up", at as u64);
        follow_up(question, &asked, &mut dice).map(|p| p.text.clone())
    }

    /// What another member of the panel asks into an answer; each of them does so once. Their words are about
    /// something that happened, so they come after a question that asks for an event.
    fn cross_probe(&self, scene: &Scene, at: usize) -> Option<String> {
        let question = self.items.get(at)?.question.as_ref()?;
        if question.kind != Kind::Behavioral {
            return None;
        }
        let (members, seat) = (scene.cast.members(), scene.cast.seat_of(at)?);
        let asked = |words: &str| {
            let mut more = self.items.iter().flat_map(|i| &i.more);
            more.any(|a| a.extra.as_ref().is_some_and(|e| e.asked == words))
        };
        let order = Dice::stream(self.record.head.seed, "cross", at as u64).order(members.len());
        let mut others = order.into_iter().filter(|n| *n != seat);
        others.find_map(|n| {
            let words = &members[n].cross_probe;
            (!words.is_empty() && !asked(words)).then(|| words.clone())
        })
    }

    /// What the follow-ups so far tested, by id.
    fn tested(&self) -> Vec<&str> {
        let mut tested = Vec::new();
        for item in &self.items {
            let asked = item.more.iter().filter_map(|a| a.extra.as_ref());
            let probes = item.question.iter().flat_map(|q| &q.probes);
            let probes: Vec<_> = probes.collect();
            tested.extend(asked.filter_map(|extra| {
                let probe = probes.iter().find(|p| p.text == extra.asked)?;
                Some(probe.tests.as_str())
            }));
        }
        tested
    }

    /// Who speaks now: whoever asked the question, or asks into it. After an answer it is whoever asked for it.
    pub(super) fn speaker_in<'a>(&'a self, scene: &'a Scene) -> Speaker<'a> {
        let section = self.section_now(scene);
        let last = self.items.get(self.at).and_then(|item| item.more.last());
        let extra = match self.phase {
            Phase::Turn => last.and_then(|answer| answer.extra.as_ref()),
            _ => self.attempt.extra.as_ref(),
        };
        let seat = extra
            .and_then(|e| scene.cast.cross(&e.asked))
            .or_else(|| scene.cast.seat_of(self.at));
        scene.cast.speaker(section, seat)
    }

    /// What is rated once for the whole panel, when the answer is the last one that is rated.
    pub(super) fn engagement(&self, at: usize) -> Option<Arc<Dimension>> {
        let rated = |i: &Item| i.answer.as_ref().is_some_and(|a| !a.skipped);
        let last = self.items.iter().rposition(rated);
        let over = self.ahead().is_none();
        let scene = self.scene.as_ref()?;
        scene
            .engagement
            .clone()
            .filter(|_| over && last == Some(at))
    }

    /// The section in hand.
    pub(super) fn section_now(&self, scene: &Scene) -> usize {
        let part = is_to(self.attempt.extra.as_ref(), To::Part);
        match self.phase {
            Phase::Ready | Phase::Answering => scene.shape.section_of(self.at).unwrap_or(0),
            Phase::Aside => self.ahead().map_or(0, |a| a.section),
            Phase::FollowUp if part => self.ahead().map_or(0, |a| a.section),
            _ => scene.course.section(&scene.shape),
        }
    }

    /// The section in hand, as it was laid out.
    pub(super) fn stretch(&self) -> Option<&Stretch> {
        let scene = self.scene.as_ref()?;
        scene.shape.sections.get(self.section_now(scene))
    }
}

pub(super) fn is_to(extra: Option<&Extra>, to: To) -> bool {
    extra.is_some_and(|e| e.to == to)
}
