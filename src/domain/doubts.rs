//! Doubts that an employer had in earlier interviews, for the ones to come.

use super::id::ApplicationId;
use super::journal::{Cleared, Concern, Entry};

use crate::domain::order::InOrder;

/// A doubt that was not cleared, as a debrief tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt<'a> {
    /// The debrief.
    pub entry: &'a Entry,
    /// Its place among the doubts of that debrief.
    pub at: usize,
    /// What it was, and what was replied.
    pub concern: &'a Concern,
}

/// The doubts of an employer that are still open, those of the last interview first.
pub fn open<'a>(entries: &'a [Entry], application: &ApplicationId) -> Vec<Doubt<'a>> {
    let mut own: Vec<&Entry> = (entries.iter())
        .filter(|e| e.application.as_ref() == Some(application))
        .collect();
    own.order_by_key(|e| std::cmp::Reverse((e.date, e.time)));
    let doubts = own.into_iter().flat_map(|entry| {
        let concerns = entry
            .debrief
            .iter()
            .flat_map(|d| d.concerns.iter().enumerate());
        concerns.map(move |(at, concern)| Doubt { entry, at, concern })
    });
    doubts
        .filter(|d| d.concern.cleared != Cleared::Yes)
        .collect()
}
