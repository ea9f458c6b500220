//! The moments of a mock that mattered: at most three, never two of one question.

use std::cmp::Reverse;

use super::asked::{Asked, Talk};
use crate::domain::id::ScenarioId;
use crate::domain::level::Level;
use crate::domain::library::{Library, Turn};
use crate::domain::order::InOrder;
use crate::domain::practice::record::{Block, Mark, SittingRecord};

/// Moments that are told.
const MOST: usize = 3;

/// Seconds over the window from which an answer is worth a word.
const LONG: u32 = 20;

/// A moment that mattered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Seconds into the mock.
    pub at_s: u32,
    /// What happened.
    pub what: What,
    /// Where it happened.
    pub about: About,
}

/// Where a moment was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// At a question, by its place in the plan.
    Question(usize),
    /// In a talk with choices.
    Talk(ScenarioId),
}

/// What a moment was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The best answer, with words of it that prove a point.
    Best(Level, Option<String>),
    /// An answer that carried least, with the point that was missed, and whether it was tried again at once.
    Least(Level, Option<String>, bool),
    /// Somebody had heard enough at a second of the answer, and so many seconds later it was over.
    CutIn {
        /// When they cut in.
        at_s: u32,
        /// How long it went on.
        after_s: u32,
    },
    /// The answer was so many seconds longer than its window.
    Over(u32),
    /// A follow-up was let go.
    LetGo,
    /// It was expected to go so, and went otherwise.
    Expected(Level, Level),
    /// A talk ended so, with what made the difference.
    Ended(Level, String),
}

/// How a talk ended, with what made the difference; `None` when it was left before its end.
pub(super) fn end(
    id: &ScenarioId,
    record: &SittingRecord,
    library: &Library,
) -> Option<(Level, String)> {
    let reply = record.blocks.iter().rev().find_map(|b| match b {
        Block::Reply(reply) if reply.scenario == *id => Some(reply),
        _ => None,
    })?;
    let scenario = library.scenarios.get(id.as_str());
    let place = scenario.as_ref().and_then(|s| s.place(&reply.to));
    let made = match place.zip(scenario.as_ref()).map(|(n, s)| &s.nodes[n].turn) {
        Some(Turn::End(end)) => end.debrief.clone(),
        _ => String::new(),
    };
    Some((reply.level?, made))
}

/// The best answer, the one that carried least, what else happened that weighs most, and where place is left the next
/// answers that did not carry.
pub(super) fn moments(record: &SittingRecord, talk: &Talk<'_>, library: &Library) -> Vec<Moment> {
    let mut weak = weakest(talk, library);
    let mut moments: Vec<Moment> = best(talk).into_iter().chain(weak.next()).collect();
    let ends = talk.talks.iter().filter_map(|(id, at_s)| {
        let (level, made) = end(id, record, library)?;
        let what = What::Ended(level, made);
        let about = About::Talk((*id).clone());
        let moment = Moment {
            at_s: *at_s,
            what,
            about,
        };
        Some((350, moment))
    });
    let events = (talk.answers.iter()).filter_map(|a| {
        let (weight, what) = event(a)?;
        Some((weight, at(a, what)))
    });
    // A further weak answer is worth a line only where it says what to put in. One that is not there yet weighs more than
    // anything that went wrong with the time.
    let weak = weak.filter_map(|moment| match moment.what {
        What::Least(Level::NotYet, Some(_), _) => Some((450, moment)),
        What::Least(_, Some(_), _) => Some((180, moment)),
        _ => None,
    });
    let mut others: Vec<(u32, Moment)> = events.chain(ends).chain(weak).collect();
    others.order_by_key(|(weight, _)| Reverse(*weight));
    for moment in others.into_iter().map(|(_, moment)| moment) {
        let known = |m: &Moment| {
            m.about == moment.about || (m.what == What::LetGo && moment.what == What::LetGo)
        };
        if moments.len() < MOST && !moments.iter().any(known) {
            moments.push(moment);
        }
    }
    moments.order_by_key(|m| m.at_s);
    moments
}

/// The gravest answer that says what to put in.
pub(super) fn gravest(talk: &Talk<'_>, library: &Library) -> Option<Moment> {
    weakest(talk, library).find(|m| matches!(m.what, What::Least(_, Some(_), _)))
}

fn at(asked: &Asked<'_>, what: What) -> Moment {
    Moment {
        at_s: asked.from_s,
        what,
        about: About::Question(asked.at),
    }
}

fn rated<'a>(talk: &'a Talk<'_>) -> impl Iterator<Item = (&'a Asked<'a>, Level)> {
    talk.answers.iter().filter_map(|a| Some((a, a.level()?)))
}

fn best(talk: &Talk<'_>) -> Option<Moment> {
    let (asked, level) = rated(talk)
        .filter(|(_, level)| level.carries())
        .max_by_key(|(a, level)| (*level, a.points(), std::cmp::Reverse(a.at)))?;
    let proofs = asked.rating.map_or(&[][..], |r| &r.proofs);
    let proof = proofs.first().map(|(_, words)| words.clone());
    Some(at(asked, What::Best(level, proof)))
}

/// The answers that did not carry, the weakest first.
fn weakest(talk: &Talk<'_>, library: &Library) -> impl Iterator<Item = Moment> {
    let mut weak: Vec<_> = rated(talk).filter(|(_, level)| !level.carries()).collect();
    weak.order_by_cached_key(|(a, level)| (*level, grave(a, library), a.points(), a.at));
    weak.into_iter().map(|(asked, level)| {
        let point = missed(asked, library);
        at(asked, What::Least(level, point, asked.retries > 0))
    })
}

/// How grave an answer is among those of its level, the gravest lowest: whether one of its red flags is enough to say no,
/// and how many core points it lacks.
fn grave(asked: &Asked<'_>, library: &Library) -> (bool, Reverse<usize>) {
    let question = library.questions.get(asked.answer.question.as_str());
    let Some((question, rating)) = question.zip(asked.rating) else {
        return (true, Reverse(0));
    };
    let flag = |n: &u8| question.red_flags.get(usize::from(*n).wrapping_sub(1));
    let critical = rating.flags.iter().filter_map(flag).any(|f| f.critical);
    let marks = question.strong.iter().zip(&rating.points);
    let lacks = marks.filter(|(point, mark)| point.core && **mark == Mark::Missed);
    (!critical, Reverse(lacks.count()))
}

/// What else happened at an answer, and how much that weighs.
fn event(asked: &Asked<'_>) -> Option<(u32, What)> {
    let answer = asked.answer;
    if let Some(second) = asked.cut {
        let after_s = answer.clock_s().saturating_sub(second);
        return Some((
            400,
            What::CutIn {
                at_s: second,
                after_s,
            },
        ));
    }
    let over = asked.over_s();
    if over >= LONG {
        return Some((200 + over.min(100), What::Over(over)));
    }
    if let (Some(expected), Some(level)) = (answer.expected, asked.level())
        && expected.step().abs_diff(level.step()) >= 2
    {
        return Some((150, What::Expected(expected, level)));
    }
    let let_go = asked.more.iter().any(|a| a.skipped);
    let_go.then_some((100, What::LetGo))
}

/// The first core point that was missed, in words.
pub(super) fn missed(asked: &Asked<'_>, library: &Library) -> Option<String> {
    let question = library.questions.get(asked.answer.question.as_str())?;
    let marks = &asked.rating?.points;
    let missing = |n: &usize| marks.get(*n).copied().unwrap_or_default() == Mark::Missed;
    let points = || (0..question.strong.len()).filter(missing);
    let first = points()
        .find(|n| question.strong[*n].core)
        .or_else(|| points().next())?;
    Some(question.strong[first].text.clone())
}
