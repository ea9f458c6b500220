//! Answers of sittings that are over and wait for their rating.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::history::{Fact, History, Name, Source};
use super::record::SittingHead;
use crate::domain::library::Library;
use crate::domain::text::number;

/// Days in which ratings that wait are brought back to mind.
pub const DAYS: i64 = 14;

/// A sitting with answers that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Waiting<'a> {
    /// Which.
    pub head: &'a SittingHead,
    /// How many wait.
    pub left: usize,
    /// How many of it are rated.
    pub rated: usize,
}

impl Waiting<'_> {
    /// `Rate the other six`, of which the rest says of what.
    pub fn words(&self) -> String {
        match (self.rated, self.left) {
            (0, 1) => "Rate your answer".to_owned(),
            (0, left) => format!("Rate your {} answers", number(left)),
            (_, 1) => "Rate the other answer".to_owned(),
            (_, left) => format!("Rate the other {}", number(left)),
        }
    }
}

/// Sittings with answers that wait, the newest first; with a day only those from that day on.
pub fn waiting<'a>(
    sittings: &'a [SittingHead],
    history: &History,
    library: &Library,
    from: Option<NaiveDate>,
) -> Vec<Waiting<'a>> {
    let young = |head: &&SittingHead| from.is_none_or(|day| head.started.date_naive() >= day);
    let mut heads: Vec<&SittingHead> = (sittings.iter())
        .filter(|h| !h.warm_up)
        .filter(young)
        .collect();
    heads.sort_by_key(|head| std::cmp::Reverse(head.started));
    let Some(first) = heads.last().map(|head| head.started.date_naive()) else {
        return Vec::new();
    };
    let given = |f: &&Fact| f.source == Source::Practice && !f.skipped && f.day >= first;
    let mut counts: HashMap<Name, (usize, usize)> = HashMap::new();
    for fact in history.facts().iter().filter(given) {
        let (left, rated) = counts.entry(fact.origin).or_default();
        match fact.level {
            Some(_) => *rated += 1,
            None if library.card(history.text(fact.question)).is_some() => *left += 1,
            None => {}
        }
    }
    let counts: HashMap<&str, (usize, usize)> = (counts.into_iter())
        .map(|(origin, counts)| (history.text(origin), counts))
        .collect();
    let count = |head: &'a SittingHead| {
        let (left, rated) = *counts.get(head.id.as_str())?;
        (left > 0).then_some(Waiting { head, left, rated })
    };
    heads.into_iter().filter_map(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::level::Level;
    use crate::domain::practice::sample;

    fn waits(rated: usize, left: usize) -> String {
        let head = sample::head(&["q-0"]);
        let head = &head;
        Waiting { head, left, rated }.words()
    }

    #[test]
    fn what_waits_is_counted_in_words() {
        assert_eq!(waits(0, 1), "Rate your answer");
        assert_eq!(waits(0, 7), "Rate your seven answers");
        assert_eq!(waits(1, 6), "Rate the other six");
        assert_eq!(waits(2, 1), "Rate the other answer");
    }

    #[test]
    fn a_sitting_whose_answers_are_rated_does_not_wait() {
        let record = sample::sitting("q-0", 0, Level::Solid);
        let mut history = History::default();
        history.learn([&record]);
        let question = sample::question("q-0", crate::domain::library::Kind::Behavioral);
        let library = sample::library(&[question]);
        let heads = [record.head.clone()];
        assert_eq!(waiting(&heads, &history, &library, None), []);
        let mut open = record;
        open.blocks.truncate(1);
        let mut history = History::default();
        history.learn([&open]);
        let found = waiting(&heads, &history, &library, None);
        assert_eq!(
            found.iter().map(|w| (w.left, w.rated)).collect::<Vec<_>>(),
            [(1, 0)]
        );
        let later = heads[0].started.date_naive().succ_opt();
        assert_eq!(waiting(&heads, &history, &library, later), []);
        assert_eq!(waiting(&heads, &history, &Library::default(), None), []);
    }
}
