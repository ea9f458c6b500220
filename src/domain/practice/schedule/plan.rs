//! The schedule of every question that was ever rated.

use std::collections::{HashMap, HashSet};

use chrono::{Days, NaiveDate};
use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState};

use super::grade::{Grade, Review, reviews};
use crate::domain::ahead::next_of_all;
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::level::Level;
use crate::domain::library::{Library, StageId};
use crate::domain::practice::history::{History, Name};
use crate::domain::practice::record::Why;
use crate::domain::time::Wall;

/// How likely an answer should still be there when it comes back.
const RETENTION: f32 = 0.85;

/// Longest first interval in days.
const FIRST: u64 = 3;

/// Longest interval in days while an interview date is set.
const WITH_DATE: u64 = 21;

/// Failures from which another story or a narrower drill helps more than repetition.
const LEECH: u16 = 4;

/// The interview that practice is aimed at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aim {
    /// Its day.
    pub date: NaiveDate,
    /// Its stage; questions of this stage come back before the day.
    pub stage: StageId,
}

impl Aim {
    /// The soonest round that is to come.
    pub fn of(applications: &[Application], entries: &[Entry], at: Wall) -> Option<Self> {
        let (_, round) = next_of_all(applications, entries, at)?;
        Some(Self {
            date: round.date?,
            stage: round.stage,
        })
    }
}

/// What is known about one question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// The day it comes back.
    pub due: NaiveDate,
    /// The day it was last answered.
    pub last: NaiveDate,
    /// How often it was rated.
    pub reviews: u16,
    /// How often it failed.
    pub lapses: u16,
}

impl Memory {
    /// Whether repetition alone does not help any more.
    pub const fn is_leech(&self) -> bool {
        self.lapses >= LEECH
    }
}

/// A question whose time has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due<'a> {
    /// Which, by id.
    pub question: &'a str,
    /// Its level the last time; `None` when it was skipped.
    pub level: Option<Level>,
    /// The day it was meant for.
    pub since: NaiveDate,
}

impl Due<'_> {
    /// Why it is asked again.
    pub fn why(&self) -> Why {
        self.level.map_or(Why::Skipped, Why::Due)
    }
}

/// When each question comes back.
#[derive(Debug, Clone, Default)]
pub struct Schedule {
    memories: HashMap<Name, Memory>,
}

impl Schedule {
    /// Works it out from the ratings so far; an aim that has gone by is none.
    pub fn of(history: &History, library: &Library, aim: Option<Aim>, today: NaiveDate) -> Self {
        let model = FSRS::default();
        let aim = aim.filter(|a| a.date >= today);
        let stage = aim.map(|a| of_stage(library, a.stage)).unwrap_or_default();
        let mut memories = HashMap::new();
        for (question, reviews) in reviews(history) {
            let before = aim
                .filter(|_| stage.contains(history.text(question)))
                .map(|a| a.date);
            if let Some(memory) = memory(&model, &reviews, aim.is_some(), before) {
                memories.insert(question, memory);
            }
        }
        Self { memories }
    }

    /// What is known about a question.
    pub fn memory(&self, history: &History, question: &str) -> Option<Memory> {
        let name = history.of(question).next()?.question;
        self.memories.get(&name).copied()
    }

    /// Questions whose time has come: those that were skipped and the lowest level first, then the longest waiting. A list
    /// to draw from, never a number to show.
    pub fn due<'a>(&self, history: &'a History, today: NaiveDate) -> Vec<Due<'a>> {
        let mut due: Vec<Due<'a>> = (history.newest())
            .filter_map(|fact| {
                let memory = self.memories.get(&fact.question)?;
                let question = history.text(fact.question);
                let level = history.newest_told(question)?.level;
                (memory.due <= today).then_some(Due {
                    question,
                    level,
                    since: memory.due,
                })
            })
            .collect();
        due.sort_by(|a, b| (a.level, a.since, a.question).cmp(&(b.level, b.since, b.question)));
        due
    }
}

/// The questions that are asked at a stage.
fn of_stage(library: &Library, stage: StageId) -> HashSet<&str> {
    library
        .cards
        .iter()
        .filter(|c| c.stages.contains(&stage))
        .map(|c| c.id.as_str())
        .collect()
}

/// The day on which something that was asked so is to be asked again; before this day, where one is set. `None` for what was
/// never asked.
pub fn next_day(reviews: &[Review], before: Option<NaiveDate>) -> Option<NaiveDate> {
    memory(&FSRS::default(), reviews, before.is_some(), before).map(|memory| memory.due)
}

/// The state after all reviews of one question.
fn memory(
    model: &FSRS,
    reviews: &[Review],
    with_date: bool,
    before: Option<NaiveDate>,
) -> Option<Memory> {
    let last = reviews.last()?;
    let mut interval = interval(model, state(model, reviews)?, RETENTION);
    if reviews.len() == 1 {
        interval = interval.min(FIRST);
    }
    if with_date {
        interval = interval.min(WITH_DATE);
    }
    if last.retried {
        interval = 1;
    }
    let tomorrow = last.day + Days::new(1);
    let mut due = last.day + Days::new(interval);
    if let Some(date) = before {
        due = due.min(date - Days::new(1)).max(tomorrow);
    }
    let lapses = reviews.iter().filter(|r| r.grade == Grade::Again).count();
    Some(Memory {
        due,
        last: last.day,
        reviews: u16::try_from(reviews.len()).unwrap_or(u16::MAX),
        lapses: u16::try_from(lapses).unwrap_or(u16::MAX),
    })
}

/// What the model makes of the reviews. A day that lies before the one ahead of it (another time zone) counts as
/// the same day.
pub(super) fn state(model: &FSRS, reviews: &[Review]) -> Option<MemoryState> {
    let mut before = reviews.first()?.day;
    let reviews = reviews.iter().map(|review| {
        let days = (review.day - before).num_days();
        before = before.max(review.day);
        FSRSReview {
            rating: review.grade as u32,
            delta_t: u32::try_from(days).unwrap_or_default(),
        }
    });
    let item = FSRSItem {
        reviews: reviews.collect(),
    };
    model.memory_state(item, None).ok()
}

/// Whole days until the answer would be there with this likelihood, at least one.
pub(super) fn interval(model: &FSRS, state: MemoryState, retention: f32) -> u64 {
    // Which rating is passed matters only for a question without a state.
    let days = model.next_interval(Some(state.stability), retention, Grade::Good as u32);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to a hundred years first"
    )]
    let days = days.round().clamp(1.0, 36_500.0) as u64;
    days
}
