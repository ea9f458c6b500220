//! What an interviewer would take out of a mock: part by part, what they listened for, three moments, one next step.

use super::asked::{Asked, Talk};
use super::course::Written;
use super::moments::{Moment, end, gravest, moments};
use super::pace::deadline;
use crate::domain::id::{CompetencyId, ItemId};
use crate::domain::level::Level;
use crate::domain::library::{ItemKind, ItemTask, Kind, Library};
use crate::domain::practice::assess::{Fit, fit};
use crate::domain::practice::record::{Block, EventKind, SittingRecord};
use crate::domain::practice::shape::{Shape, Stop};

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
    /// How its answers stood.
    pub stood: Stood,
    /// What came of its talks and sets of items, in order.
    pub tasks: Vec<TaskLine>,
}

/// What came of a talk or a set of items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TaskLine {
    /// A talk: how often one replied, and how it ended with what made the difference; `None` when it was left
    /// before its end.
    Talk(usize, Option<(Level, String)>),
    /// Items of a kind. What was answered is nobody else's business.
    Items(ItemsLine),
}

/// What came of a set of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ItemsLine {
    /// Of which kind.
    pub kind: ItemKind,
    /// Items that were answered.
    pub answered: usize,
    /// Items of the set.
    pub of: usize,
    /// Situations in which something was chosen otherwise than the key has it.
    pub otherwise: usize,
}

/// How some answers stood.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stood {
    /// Their levels, in order.
    pub levels: Vec<Level>,
    /// Questions that were skipped: they have no level.
    pub skipped: usize,
    /// Answers that were given and are not rated.
    pub unrated: usize,
}

impl Stood {
    /// Takes one answer in; one that is not rated yet counts nowhere.
    fn take(&mut self, asked: &Asked<'_>) {
        self.levels.extend(asked.level());
        self.unrated += usize::from(!asked.answer.skipped && asked.level().is_none());
        self.skipped += usize::from(asked.answer.skipped);
    }

    /// Whether there is nothing to say of them.
    pub const fn is_empty(&self) -> bool {
        self.levels.is_empty() && self.skipped == 0
    }

    /// Whether there are several, and each of them carried.
    pub fn carried(&self) -> bool {
        self.skipped + self.unrated == 0
            && self.levels.len() >= 2
            && self.levels.iter().all(|l| l.carries())
    }

    /// `Solid, Partly, 2 skipped`.
    pub fn words(&self) -> String {
        let mut words: Vec<String> = self.levels.iter().map(|l| l.word().to_owned()).collect();
        if self.unrated > 0 && !(words.is_empty() && self.skipped == 0) {
            words.push(format!("{} not rated", self.unrated));
        }
        match (self.skipped, words.is_empty()) {
            (0, true) => words.push("not rated".to_owned()),
            (0, false) => {}
            (1, true) => words.push("skipped".to_owned()),
            (n, _) => words.push(format!("{n} skipped")),
        }
        words.join(", ")
    }
}

impl PartLine {
    /// Minutes taken.
    pub const fn minutes(&self) -> u32 {
        (self.spent_s + 30) / 60
    }

    /// Minutes that it ran over, where that is worth a word: from half a minute on.
    pub fn over_minutes(&self) -> Option<u32> {
        let over = self.spent_s.checked_sub(self.planned_s)?;
        (over >= 30).then(|| ((over + 30) / 60).max(1))
    }
}

/// A question that was recorded several times.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Takes {
    /// Its place in the plan.
    pub question: usize,
    /// Seconds of the take that counts.
    pub kept_s: u32,
    /// Seconds of those before it, in order.
    pub before_s: Vec<u32>,
}

/// What an interviewer would take out of a mock.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Debrief {
    /// Parts in order.
    pub parts: Vec<PartLine>,
    /// How answers stood by competency, in the order asked.
    pub competencies: Vec<(CompetencyId, Stood)>,
    /// At most three moments, in order of time.
    pub moments: Vec<Moment>,
    /// The gravest answer that says what to put in.
    pub gravest: Option<Moment>,
    /// Questions that were recorded several times.
    pub takes: Vec<Takes>,
    /// How the whole table was spoken to.
    pub engagement: Option<Level>,
    /// Nerves before and after, 0 to 10.
    pub nerves: (Option<u32>, Option<u32>),
    /// What was typed in it and counts by its words.
    pub written: Written,
    /// Whether it was ended before its last stop.
    pub ended_early: bool,
}

impl Debrief {
    /// Seconds taken: those of the parts together, as they are told.
    pub fn seconds(&self) -> u32 {
        let told = |part: &PartLine| match part.spent_s {
            short @ 0..60 => short,
            _ => part.minutes() * 60,
        };
        self.parts.iter().map(told).sum()
    }

    /// Seconds that went by here, where that is another time: some of it was typed and counts by its words.
    pub fn here_s(&self) -> Option<u32> {
        let Written { spoken_s, here_s } = self.written;
        let clock: u32 = self.parts.iter().map(|part| part.spent_s).sum();
        (spoken_s > 0).then(|| (clock + here_s).saturating_sub(spoken_s))
    }

    /// Its sets of items, in order.
    pub fn items(&self) -> impl Iterator<Item = &ItemsLine> {
        let tasks = self.parts.iter().flat_map(|part| &part.tasks);
        tasks.filter_map(|task| match task {
            TaskLine::Items(items) => Some(items),
            TaskLine::Talk(..) => None,
        })
    }

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
        moments: moments(record, &talk, library),
        gravest: gravest(&talk, library),
        takes: talk.answers.iter().filter_map(takes).collect(),
        engagement: engagement(&talk),
        nerves: nerves(&record.blocks),
        written: talk.course.written,
        ended_early: talk.course.done < shape.stops().count() && !talk.asked_last(shape),
    })
}

fn takes(asked: &Asked<'_>) -> Option<Takes> {
    let before = asked.takes.iter().map(|a| a.clock_s());
    (!asked.takes.is_empty()).then(|| Takes {
        question: asked.at,
        kept_s: asked.answer.clock_s(),
        before_s: before.collect(),
    })
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
            stood: stood(of.iter().copied()),
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
            let of = |b: &&Block| matches!(b, Block::Reply(reply) if reply.scenario == *id);
            let replies = record.blocks.iter().filter(of).count();
            Some(TaskLine::Talk(replies, end(id, record, library)))
        }
        Stop::Items(kind, items) => {
            Some(TaskLine::Items(items_line(*kind, items, record, library)))
        }
        _ => None,
    }
}

fn items_line(
    kind: ItemKind,
    items: &[ItemId],
    record: &SittingRecord,
    library: &Library,
) -> ItemsLine {
    let answer = |id: &ItemId| {
        record.blocks.iter().rev().find_map(|b| match b {
            Block::Item(answer) if answer.item == *id => Some(answer),
            _ => None,
        })
    };
    let otherwise = |id: &&ItemId| {
        let item = library.items.get(id.as_str());
        match (item.as_ref().map(|i| &i.task), answer(id)) {
            (Some(ItemTask::Judgment(judgment)), Some(answer)) => {
                fit(judgment, &answer.response).is_some_and(|fit| fit != Fit::Same)
            }
            _ => false,
        }
    };
    ItemsLine {
        kind,
        answered: items.iter().filter(|id| answer(id).is_some()).count(),
        of: items.len(),
        otherwise: items.iter().filter(otherwise).count(),
    }
}

fn stood<'a>(asked: impl IntoIterator<Item = &'a Asked<'a>>) -> Stood {
    let mut stood = Stood::default();
    asked.into_iter().for_each(|a| stood.take(a));
    stood
}

fn competencies(talk: &Talk<'_>) -> Vec<(CompetencyId, Stood)> {
    let mut found: Vec<(CompetencyId, Stood)> = Vec::new();
    for asked in (talk.answers.iter()).filter(|a| a.answer.kind != Kind::Closing) {
        let id = &asked.answer.competency;
        match found.iter_mut().find(|(known, _)| known == id) {
            Some((_, stood)) => stood.take(asked),
            None => found.push((id.clone(), stood([asked]))),
        }
    }
    found.retain(|(_, stood)| !stood.is_empty());
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

/// The figures for nerves, told before the first answer and after it.
pub fn nerves(blocks: &[Block]) -> (Option<u32>, Option<u32>) {
    let (mut before, mut after, mut begun) = (None, None, false);
    for block in blocks {
        match block {
            Block::Answer(_) => begun = true,
            Block::Event(e) if e.what == EventKind::Nerves && begun => after = Some(e.seconds),
            Block::Event(e) if e.what == EventKind::Nerves => before = Some(e.seconds),
            _ => {}
        }
    }
    (before, after)
}
