//! What a whole mock adds to a sitting: who sits there, and what comes next by the clock of the sections.

use std::sync::Arc;

use super::item::Item;
use super::parts::Phase;
use super::state::Sitting;
use crate::domain::dice::Dice;
use crate::domain::library::{Condition, Dimension, Library};
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::mock::{
    Asked, Cast, Course, FOLLOW_UP, Need, Speaker, comes, deadline, follow_up, halves,
};
use crate::domain::practice::record::{Answer, Extra, Mark, SittingRecord, To};
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
        let cast = Cast::of(&shape, library, &questions, head.seed);
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
        let question = item.question.as_ref()?;
        let cross = || self.cross_probe(scene, at, usize::from(course.follow_ups));
        if let Some(seen) = self.seen_at(at) {
            let own = probe_among(&seen, &here).map(|p| p.text.clone());
            return own.or_else(cross);
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
        let own = follow_up(question, &asked, &mut dice).map(|p| p.text.clone());
        own.or_else(cross)
    }

    /// What a neighbor asks in words of their own, once the question has no follow-up left. They are about something
    /// that happened, whatever it was, and each member says them once.
    fn cross_probe(&self, scene: &Scene, at: usize, nth: usize) -> Option<String> {
        let seat = scene.cast.asks_into(at, nth, "")?;
        let words = &scene.cast.members().get(seat)?.cross_probe;
        let mut more = self.items.iter().flat_map(|i| &i.more);
        let asked = more.any(|a| a.extra.as_ref().is_some_and(|e| e.asked == *words));
        (!asked).then(|| words.clone())
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
        let more = self.items.get(self.at).map_or(&[][..], |item| &item.more);
        let (extra, before) = match (self.phase, more.split_last()) {
            (Phase::Turn, Some((last, before))) => (last.extra.as_ref(), before),
            (Phase::Turn, None) => (None, more),
            _ => (self.attempt.extra.as_ref(), more),
        };
        let seat = extra.and_then(|extra| into(scene, self.at, before, extra));
        let seat = seat.or_else(|| scene.cast.seat_of(self.at));
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

/// The neighbor who asks something into a question after what was answered `before`; `None` where nobody does.
pub(super) fn into(scene: &Scene, at: usize, before: &[Answer], extra: &Extra) -> Option<usize> {
    if extra.to != To::FollowUp {
        return None;
    }
    let asked = before
        .iter()
        .filter(|a| is_to(a.extra.as_ref(), To::FollowUp));
    scene.cast.asks_into(at, asked.count(), &extra.asked)
}

pub(super) fn is_to(extra: Option<&Extra>, to: To) -> bool {
    extra.is_some_and(|e| e.to == to)
}
