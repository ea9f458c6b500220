//! What a sitting came to, from what was written down.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::id::{DimensionId, QuestionId};
use crate::domain::level::Level;
use crate::domain::library::{Kind, Library};
use crate::domain::practice::clock::{Edge, Span};
use crate::domain::practice::record::{Answer, Block, Rater, Rating, SittingRecord, Theirs, To};

/// One question of a finished sitting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultRow {
    /// Place in the plan, from 0.
    pub index: u16,
    /// Which question.
    pub question: QuestionId,
    /// In which of its wordings it was asked: 0 is the question itself.
    pub wording: u8,
    /// Length that the window judged, in seconds.
    pub length_s: u32,
    /// Seconds over the window.
    pub over_s: u32,
    /// Where it lay in the window; `None` without a clock or when skipped.
    pub edge: Option<Edge>,
    /// The level; `None` when it was not rated, and when it was skipped.
    pub level: Option<Level>,
    /// How it was expected to go.
    pub expected: Option<Level>,
    /// Skipped or given up.
    pub skipped: bool,
    /// Second tries.
    pub retries: u8,
    /// Whether what was tried again last is said now, as one's own ear had it.
    pub now: Option<bool>,
    /// How often it was recorded; the last take counts.
    pub takes: u8,
    /// The line to oneself.
    pub note: String,
}

impl ResultRow {
    /// How it stood: its level, `skipped` or `not rated`.
    pub fn word(&self) -> &'static str {
        let skipped = self.skipped.then_some("skipped");
        let level = self.level.map(Level::word).or(skipped);
        level.unwrap_or("not rated")
    }
}

/// How often a dimension stood at each level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionRow {
    /// Which.
    pub dimension: DimensionId,
    /// Of which kinds the answers were: it reads in another way for some.
    pub kinds: BTreeSet<Kind>,
    /// Answers at each level, lowest first.
    pub counts: [u16; 4],
}

impl DimensionRow {
    /// How often it was rated.
    pub fn total(&self) -> u16 {
        self.counts.iter().sum()
    }

    /// Its name as it was rated, where that was one; where it reads in another way for other answers, its general one.
    pub fn title(&self, library: &Library) -> String {
        let Some(dimension) = library.dimensions.get(self.dimension.as_str()) else {
            return self.dimension.to_string();
        };
        let read = |kind: &Kind| dimension.reading_for(*kind).title.as_str();
        let names: BTreeSet<&str> = self.kinds.iter().map(read).collect();
        match names.first().filter(|_| names.len() == 1) {
            Some(name) => (*name).to_owned(),
            None => dimension.reading.title.clone(),
        }
    }
}

/// What a sitting came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Results {
    /// The questions that were asked, in order.
    pub rows: Vec<ResultRow>,
    /// The dimensions, in the order rated.
    pub dimensions: Vec<DimensionRow>,
    /// Seconds spent thinking and answering, second tries included.
    pub spent_s: u32,
}

impl Results {
    /// Reads them out of a record.
    pub fn of(record: &SittingRecord) -> Self {
        let mut results = Self::default();
        let mut kinds = BTreeMap::new();
        let mut tried = None;
        for block in &record.blocks {
            match block {
                Block::Answer(answer) => {
                    let spent = answer.think_s.saturating_add(answer.seconds);
                    results.spent_s = results.spent_s.saturating_add(spent);
                    kinds.insert(answer.index, answer.kind);
                    results.take_in(answer);
                    tried = answer.for_point.map(|_| answer.index);
                }
                Block::Event(event) => {
                    let row = tried.and_then(|index| results.row(index));
                    if let Some((row, now)) = row.zip(event.what.said_now()) {
                        row.now = Some(now);
                    }
                }
                _ => {}
            }
        }
        for rating in latest_ratings(record) {
            if let Some(row) = results.row(rating.index) {
                row.level = Some(rating.level);
                row.note.clone_from(&rating.note);
            }
            let kind = kinds.get(&rating.index).copied();
            for (dimension, level) in &rating.dimensions {
                results.count(dimension, kind, *level);
            }
        }
        results
    }

    /// Answers that carry, and answers with a level.
    pub fn carried(&self) -> (usize, usize) {
        let levels = || self.rows.iter().filter_map(|r| r.level);
        (levels().filter(|l| l.carries()).count(), levels().count())
    }

    /// Questions that were answered, and those that were skipped.
    pub fn given(&self) -> (usize, usize) {
        let skipped = self.rows.iter().filter(|r| r.skipped).count();
        (self.rows.len() - skipped, skipped)
    }

    /// Answers inside the window, and answers that had one.
    pub fn inside(&self) -> (usize, usize) {
        let edges = || self.rows.iter().filter_map(|r| r.edge);
        let inside = edges().filter(|e| *e == Edge::Inside).count();
        (inside, edges().count())
    }

    /// The dimension with most to gain: most answers that do not carry, the lowest first; rated at least twice.
    pub fn most_to_gain(&self) -> Option<&DimensionRow> {
        let short = |d: &DimensionRow| (d.counts[0] + d.counts[1], d.counts[0]);
        self.dimensions
            .iter()
            .rev()
            .filter(|d| d.total() >= 2 && short(d).0 > 0)
            .max_by_key(|d| short(d))
    }

    /// A first answer is a row; another take of it stands in its place, and a second try is counted with it.
    fn take_in(&mut self, answer: &Answer) {
        let again = answer.extra.as_ref().is_some_and(|e| e.to == To::Again);
        match self.row(answer.index) {
            Some(old) if again => {
                let takes = old.takes.saturating_add(1);
                *old = ResultRow {
                    takes,
                    ..row(answer)
                };
            }
            Some(old) if answer.for_point.is_some() => {
                old.retries = old.retries.saturating_add(1);
                old.now = None;
            }
            Some(_) => {}
            None => self.rows.push(row(answer)),
        }
    }

    fn row(&mut self, index: u16) -> Option<&mut ResultRow> {
        self.rows.iter_mut().find(|r| r.index == index)
    }

    fn count(&mut self, dimension: &DimensionId, kind: Option<Kind>, level: Level) {
        let known = (self.dimensions.iter()).position(|d| d.dimension == *dimension);
        let at = known.unwrap_or_else(|| {
            self.dimensions.push(DimensionRow {
                dimension: dimension.clone(),
                kinds: BTreeSet::new(),
                counts: [0; 4],
            });
            self.dimensions.len() - 1
        });
        self.dimensions[at].kinds.extend(kind);
        self.dimensions[at].counts[level.step()] += 1;
    }
}

fn row(answer: &Answer) -> ResultRow {
    let span = answer.window.map(|(min, max)| Span { min, max });
    ResultRow {
        index: answer.index,
        question: answer.question.clone(),
        wording: answer.wording,
        length_s: answer.clock_s(),
        over_s: span.map_or(0, |s| s.over_by(answer.clock_s())),
        edge: span
            .filter(|_| !answer.skipped)
            .map(|s| s.edge(answer.clock_s())),
        level: None,
        expected: answer.expected,
        skipped: answer.skipped,
        retries: 0,
        now: None,
        takes: 1,
        note: String::new(),
    }
}

/// Whether anything came of it, be it that a question was skipped: what was ended before that is no practice.
pub fn is_begun(record: &SittingRecord) -> bool {
    record.blocks.iter().any(|block| match block {
        Block::Answer(_) | Block::Reply(_) | Block::Item(_) => true,
        Block::Theirs(theirs) => matches!(**theirs, Theirs::Answer(_)),
        Block::Rating(_)
        | Block::Event(_)
        | Block::Back(_)
        | Block::Comment(_)
        | Block::Noted(_) => false,
    })
}

/// The last rating of an answer by the user (or the one both agreed on, which outranks it).
pub fn counting(record: &SittingRecord, index: u16) -> Option<&Rating> {
    latest_ratings(record)
        .into_iter()
        .find(|r| r.index == index)
}

/// The answer that a question is rated by: the last one to the question itself.
pub fn counted(record: &SittingRecord, index: u16) -> Option<&Answer> {
    let answers = record.blocks.iter().rev().filter_map(|b| match b {
        Block::Answer(answer) => Some(answer),
        _ => None,
    });
    let mut own = answers.filter(|a| a.index == index);
    own.find(|a| a.counts())
}

/// The rating of each answer that counts.
fn latest_ratings(record: &SittingRecord) -> Vec<&Rating> {
    let mut kept: Vec<&Rating> = Vec::new();
    for block in &record.blocks {
        let Block::Rating(rating) = block else {
            continue;
        };
        if !matches!(rating.rater, Rater::Now | Rater::Agreed) {
            continue;
        }
        match kept.iter_mut().find(|r| r.index == rating.index) {
            Some(old) if rating.rater >= old.rater => *old = rating,
            Some(_) => {}
            None => kept.push(rating),
        }
    }
    kept
}
