//! What an interviewer would take out of a mock: part by part, what they listened for, three moments, one next step.

use crate::domain::id::{CompetencyId, ItemId};
use crate::domain::level::Level;
use crate::domain::library::{ItemKind, Kind, Library, Turn};
use crate::domain::practice::clock::Span;
use crate::domain::practice::record::{
    Answer, Block, EventKind, Mark, Rater, Rating, SittingRecord, To,
};
use crate::domain::practice::shape::{Shape, Stop};

use super::course::Course;
use super::pace::deadline;

/// Seconds over the window from which an answer is worth a word.
const LONG: u32 = 20;

/// One part of a mock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartLine {
    /// Title.
    pub title: String,
    /// Seconds planned, extra time included.
    pub planned_s: u32,
    /// Seconds taken.
    pub spent_s: u32,
    /// Questions asked, and how many were planned.
    pub asked: (usize, usize),
    /// Levels of its answers, in order.
    pub levels: Vec<Level>,
    /// What came of its talks and sets of items, in order.
    pub tasks: Vec<TaskLine>,
}

/// What came of a talk or a set of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskLine {
    /// A talk: how often one replied, and how it ended with what made the difference; `None` when it was left
    /// before its end.
    Talk(usize, Option<(Level, String)>),
    /// Items of a kind: how many were answered, of how many. What was answered is nobody else's business.
    Items(ItemKind, usize, usize),
}

impl PartLine {
    /// Minutes that it ran over, where that is worth a word: from half a minute on.
    pub fn over_minutes(&self) -> Option<u32> {
        let over = self.spent_s.checked_sub(self.planned_s)?;
        (over >= 30).then(|| ((over + 30) / 60).max(1))
    }
}

/// A moment that mattered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Seconds into the mock.
    pub at_s: u32,
    /// What happened.
    pub what: What,
    /// The question, by its place in the plan.
    pub question: usize,
}

/// What a moment was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// The best answer, with words of it that prove a point.
    Best(Level, Option<String>),
    /// The answer that carried least, with the point that was missed.
    Least(Level, Option<String>),
    /// Somebody cut in, and so many seconds later the answer was over.
    CutIn(u32),
    /// The answer was so many seconds longer than its window.
    Over(u32),
    /// A follow-up was let go.
    LetGo,
    /// It was expected to go so, and went otherwise.
    Expected(Level, Level),
}

/// What an interviewer would take out of a mock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Debrief {
    /// Parts in order.
    pub parts: Vec<PartLine>,
    /// Levels by competency, in the order asked.
    pub competencies: Vec<(CompetencyId, Vec<Level>)>,
    /// At most three moments, in order of time.
    pub moments: Vec<Moment>,
    /// How the whole table was spoken to.
    pub engagement: Option<Level>,
    /// Nerves before and after, 0 to 10.
    pub nerves: (Option<u32>, Option<u32>),
    /// Whether it was ended before its last stop.
    pub ended_early: bool,
}

impl Debrief {
    /// How its talks ended, with what made the difference.
    pub fn ends(&self) -> impl Iterator<Item = (Level, &str)> {
        let tasks = self.parts.iter().flat_map(|part| &part.tasks);
        tasks.filter_map(|task| match task {
            TaskLine::Talk(_, Some((level, made))) => Some((*level, made.as_str())),
            _ => None,
        })
    }
}

/// Reads it out of a record; nothing for a drill.
pub fn debrief(record: &SittingRecord, library: &Library) -> Option<Debrief> {
    let shape = record.head.shape.as_ref()?;
    let talk = Talk::of(record, shape);
    Some(Debrief {
        parts: parts(record, shape, &talk, library),
        competencies: competencies(&talk),
        moments: moments(&talk, library),
        engagement: engagement(&talk),
        nerves: nerves(record),
        ended_early: talk.course.done < shape.stops().count() && !talk.asked_last(shape),
    })
}

/// The record in order: each first answer that counts with what belongs to it.
struct Talk<'a> {
    course: Course,
    answers: Vec<Asked<'a>>,
}

struct Asked<'a> {
    at: usize,
    /// Seconds into the mock when it began.
    from_s: u32,
    answer: &'a Answer,
    more: Vec<&'a Answer>,
    rating: Option<&'a Rating>,
    cut: Option<u32>,
}

impl<'a> Talk<'a> {
    fn of(record: &'a SittingRecord, shape: &Shape) -> Self {
        let (head, mut answers) = (&record.head, Vec::<Asked<'a>>::new());
        let mut course = Course::of(shape, head.seed, head.factor);
        for block in &record.blocks {
            let (from_s, cut) = (course.total(), course.cut);
            course.take(shape, head.factor, block);
            match block {
                Block::Answer(answer) => {
                    take_in(&mut answers, answer, from_s, cut);
                }
                Block::Rating(rating) if matches!(rating.rater, Rater::Now | Rater::Agreed) => {
                    let at = usize::from(rating.index);
                    if let Some(asked) = answers.iter_mut().find(|a| a.at == at) {
                        asked.rating = Some(rating);
                    }
                }
                _ => {}
            }
        }
        Self { course, answers }
    }

    fn asked_last(&self, shape: &Shape) -> bool {
        let last = shape.stops().filter_map(|(_, _, asks)| asks).last();
        last.is_some() && self.answers.iter().any(|a| Some(a.at) == last)
    }
}

fn take_in<'a>(answers: &mut Vec<Asked<'a>>, answer: &'a Answer, from_s: u32, cut: Option<u32>) {
    let at = usize::from(answer.index);
    let known = answers.iter_mut().find(|a| a.at == at);
    match (known, answer.extra.as_ref().map(|e| e.to)) {
        (Some(asked), Some(To::Again)) => asked.answer = answer,
        (Some(asked), _) if answer.for_point.is_none() => asked.more.push(answer),
        (Some(_), _) => {}
        (None, _) => answers.push(Asked {
            at,
            from_s,
            answer,
            more: Vec::new(),
            rating: None,
            cut,
        }),
    }
}

impl Asked<'_> {
    fn level(&self) -> Option<Level> {
        let skipped = self.answer.skipped.then_some(Level::NotYet);
        self.rating.map(|r| r.level).or(skipped)
    }

    fn over_s(&self) -> u32 {
        let span = self.answer.window.map(|(min, max)| Span { min, max });
        span.map_or(0, |s| s.over_by(self.answer.length_s))
    }

    fn points(&self) -> usize {
        let marks = self.rating.map_or(&[][..], |r| &r.points);
        marks.iter().filter(|m| **m == Mark::Hit).count()
    }
}

fn parts(
    record: &SittingRecord,
    shape: &Shape,
    talk: &Talk<'_>,
    library: &Library,
) -> Vec<PartLine> {
    let factor = record.head.factor;
    let line = |n: usize| {
        let stretch = &shape.sections[n];
        let planned = deadline(shape, n, factor);
        let before = n.checked_sub(1).map_or(0, |n| deadline(shape, n, factor));
        let of: Vec<&Asked<'_>> = (talk.answers.iter())
            .filter(|a| shape.section_of(a.at) == Some(n))
            .collect();
        PartLine {
            title: stretch.title.clone(),
            planned_s: planned.saturating_sub(before),
            spent_s: talk.course.spent.get(n).copied().unwrap_or(0),
            asked: (of.len(), stretch.asks()),
            levels: of.iter().filter_map(|a| a.level()).collect(),
            tasks: (stretch.stops.iter())
                .filter_map(|stop| task(stop, record, library))
                .collect(),
        }
    };
    (0..shape.sections.len()).map(line).collect()
}

/// What came of a stop that is held on a screen of its own.
fn task(stop: &Stop, record: &SittingRecord, library: &Library) -> Option<TaskLine> {
    match stop {
        Stop::Scenario(id) => {
            let replies = || {
                record.blocks.iter().filter_map(move |b| match b {
                    Block::Reply(reply) if reply.scenario == *id => Some(reply),
                    _ => None,
                })
            };
            let scenario = library.scenarios.get(id.as_str());
            let end = replies().next_back().and_then(|reply| {
                let place = scenario.as_ref().and_then(|s| s.place(&reply.to));
                let made = match place.zip(scenario.as_ref()).map(|(n, s)| &s.nodes[n].turn) {
                    Some(Turn::End(end)) => end.debrief.clone(),
                    _ => String::new(),
                };
                Some((reply.level?, made))
            });
            Some(TaskLine::Talk(replies().count(), end))
        }
        Stop::Items(kind, items) => {
            let answered = |id: &&ItemId| {
                let of = |b: &Block| matches!(b, Block::Item(answer) if answer.item == **id);
                record.blocks.iter().any(of)
            };
            let answered = items.iter().filter(answered).count();
            Some(TaskLine::Items(*kind, answered, items.len()))
        }
        _ => None,
    }
}

fn competencies(talk: &Talk<'_>) -> Vec<(CompetencyId, Vec<Level>)> {
    let mut found: Vec<(CompetencyId, Vec<Level>)> = Vec::new();
    for asked in talk
        .answers
        .iter()
        .filter(|a| a.answer.kind != Kind::Closing)
    {
        let Some(level) = asked.level() else { continue };
        let id = &asked.answer.competency;
        match found.iter_mut().find(|(known, _)| known == id) {
            Some((_, levels)) => levels.push(level),
            None => found.push((id.clone(), vec![level])),
        }
    }
    found
}

fn engagement(talk: &Talk<'_>) -> Option<Level> {
    let mut dimensions = talk
        .answers
        .iter()
        .filter_map(|a| a.rating)
        .flat_map(|r| &r.dimensions);
    dimensions.find_map(|(id, level)| (id.as_str() == "panel-engagement").then_some(*level))
}

/// The best answer, the one that carried least, and what happened to the clock or to an expectation.
fn moments(talk: &Talk<'_>, library: &Library) -> Vec<Moment> {
    let moment = |asked: &Asked<'_>, what| Moment {
        at_s: asked.from_s,
        what,
        question: asked.at,
    };
    let rated = || talk.answers.iter().filter_map(|a| Some((a, a.level()?)));
    let mut moments = Vec::new();
    let best = rated()
        .filter(|(_, level)| level.carries())
        .max_by_key(|(a, level)| (*level, a.points(), std::cmp::Reverse(a.at)));
    if let Some((asked, level)) = best {
        let proof = asked
            .rating
            .and_then(|r| r.proofs.first())
            .map(|(_, words)| words.clone());
        moments.push(moment(asked, What::Best(level, proof)));
    }
    let least = rated()
        .filter(|(_, level)| !level.carries())
        .min_by_key(|(a, level)| (*level, a.points(), a.at));
    if let Some((asked, level)) = least {
        moments.push(moment(asked, What::Least(level, missed(asked, library))));
    }
    let taken: Vec<usize> = moments.iter().map(|m| m.question).collect();
    let mut events: Vec<(u32, Moment)> = (talk.answers.iter())
        .filter_map(|a| {
            event(a)
                .map(|(weight, what)| (weight + u32::from(!taken.contains(&a.at)), moment(a, what)))
        })
        .collect();
    events.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let room = 3 - moments.len();
    moments.extend(events.into_iter().take(room).map(|(_, m)| m));
    moments.sort_by_key(|m| m.at_s);
    moments
}

/// What else happened at an answer, and how much that weighs.
fn event(asked: &Asked<'_>) -> Option<(u32, What)> {
    let answer = asked.answer;
    if let Some(second) = asked.cut {
        return Some((400, What::CutIn(answer.length_s.saturating_sub(second))));
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
fn missed(asked: &Asked<'_>, library: &Library) -> Option<String> {
    let question = library.questions.get(asked.answer.question.as_str())?;
    let marks = &asked.rating?.points;
    let missing = |n: &usize| marks.get(*n).copied().unwrap_or_default() == Mark::Missed;
    let points = || (0..question.strong.len()).filter(missing);
    let first = points()
        .find(|n| question.strong[*n].core)
        .or_else(|| points().next())?;
    Some(question.strong[first].text.clone())
}

/// The figures told before the first answer and after it.
fn nerves(record: &SittingRecord) -> (Option<u32>, Option<u32>) {
    let (mut before, mut after, mut begun) = (None, None, false);
    for block in &record.blocks {
        match block {
            Block::Answer(_) => begun = true,
            Block::Event(e) if e.what == EventKind::Nerves && begun => after = Some(e.seconds),
            Block::Event(e) if e.what == EventKind::Nerves => before = Some(e.seconds),
            _ => {}
        }
    }
    (before, after)
}
