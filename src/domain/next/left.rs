//! How much of a sitting is left that was begun and not finished.

use std::collections::BTreeSet;

use crate::domain::practice::mock::Course;
use crate::domain::practice::record::{Block, Form, SittingHead, SittingRecord, Theirs};

/// A sitting that was left or killed.
#[derive(Debug, Clone, Copy)]
pub struct Left<'a> {
    /// Which.
    pub head: &'a SittingHead,
    /// How many questions were not asked yet, or stops of a mock.
    pub left: usize,
    /// Minutes that a mock has left, which are its own; a drill has as many as its questions take.
    pub minutes: Option<u32>,
    /// Whether anything was answered. What was only opened is nobody's first task.
    pub begun: bool,
}

impl<'a> Left<'a> {
    /// What is left of a sitting.
    pub fn of(record: &'a SittingRecord) -> Self {
        let given = |b: &Block| match b {
            Block::Answer(_) | Block::Item(_) | Block::Reply(_) => true,
            other => is_theirs(other),
        };
        Self {
            head: &record.head,
            left: unasked(record),
            minutes: minutes_left(record),
            begun: record.blocks.iter().any(given),
        }
    }
}

/// Minutes of a mock that are not used yet.
fn minutes_left(record: &SittingRecord) -> Option<u32> {
    let shape = record.head.shape.as_ref()?;
    let whole = record.head.factor.minutes(shape.minutes());
    let used = Course::after(&record.head, &record.blocks).total() / 60;
    Some(whole.saturating_sub(used))
}

/// Questions or items of a sitting that have no answer yet; of a mock the stops that are still to come.
pub fn unasked(record: &SittingRecord) -> usize {
    if let Form::Items(items) = &record.head.form {
        let answered: BTreeSet<u16> = (record.blocks.iter())
            .filter_map(|b| match b {
                Block::Item(answer) => Some(answer.index),
                _ => None,
            })
            .collect();
        return items.len().saturating_sub(answered.len());
    }
    if let Some(shape) = &record.head.shape {
        let done = Course::after(&record.head, &record.blocks).done;
        return shape.stops().count().saturating_sub(done);
    }
    let answered = |b: &&Block| match b {
        Block::Answer(answer) => answer.take <= 1,
        other => is_theirs(other),
    };
    let answered = record.blocks.iter().filter(answered).count();
    record.head.plan.len().saturating_sub(answered)
}

/// Whether it is an answer of the other one of two friends.
fn is_theirs(block: &Block) -> bool {
    matches!(block, Block::Theirs(theirs) if matches!(**theirs, Theirs::Answer(_)))
}

/// The same in words, without a full stop.
pub fn left_words(head: &SittingHead, left: usize) -> String {
    match (&head.form, left) {
        (Form::Talk(_), _) => "the talk was left in the middle".to_owned(),
        (Form::Drill, n) if n > 0 && head.shape.is_some() => {
            "the mock was left in the middle".to_owned()
        }
        (Form::Drill | Form::Chairs(_), 0) => "only the rating is left".to_owned(),
        // Statements are no questions.
        (Form::Items(_), 1) => "one is left".to_owned(),
        (Form::Items(_), n) => format!("{n} are left"),
        (_, 1) => "one question is left".to_owned(),
        (_, n) => format!("{n} questions are left"),
    }
}
