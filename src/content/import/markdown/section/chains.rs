//! Lists that were broken off by their answers.

use crate::content::import::markdown::body;
use crate::content::import::markdown::lists::{self, Count, Holds};
use crate::content::import::tree::Block;

/// Lists that were broken off by their answers, judged as one.
pub struct Chains(Vec<(usize, Holds)>);

impl Chains {
    /// Judges the lists of a section.
    pub fn of(blocks: &[Block], promised: bool) -> Self {
        let mut out = Vec::new();
        for numbered in [true, false] {
            let own = |b: &&Block| {
                lists::of(b).is_some_and(|l| l.start.is_some() == numbered && !body::is_options(l))
            };
            let places: Vec<usize> = (0..blocks.len()).filter(|i| own(&&blocks[*i])).collect();
            let chains = if is_chain(blocks, &places) {
                vec![places]
            } else {
                counted_on(blocks, &places)
            };
            for chain in chains {
                let mut count = Count::default();
                chain
                    .iter()
                    .filter_map(|i| lists::of(&blocks[*i]))
                    .for_each(|list| count.add(list, promised));
                let holds = lists::holds(&count, promised);
                out.extend(chain.into_iter().map(|i| (i, holds)));
            }
        }
        Self(out)
    }

    /// What the list at a place holds, if it is part of a chain.
    pub fn holds(&self, at: usize) -> Option<Holds> {
        self.0
            .iter()
            .find(|(i, _)| *i == at)
            .map(|(_, holds)| *holds)
    }
}

/// The lists of which each goes on with the count of the one before, several at a time.
fn counted_on(blocks: &[Block], places: &[usize]) -> Vec<Vec<usize>> {
    let ends = |at: usize| {
        let list = lists::of(&blocks[at])?;
        Some(list.start? + list.items.len() as u64)
    };
    let goes_on = |one: &usize, next: &usize| {
        ends(*one).is_some_and(|end| lists::of(&blocks[*next]).and_then(|l| l.start) == Some(end))
    };
    let runs = places.chunk_by(goes_on).filter(|run| run.len() > 1);
    runs.map(<[usize]>::to_vec).collect()
}

/// Whether lists are one list with something in between: numbers go on, or each has one item.
fn is_chain(blocks: &[Block], places: &[usize]) -> bool {
    let lists: Vec<_> = places
        .iter()
        .filter_map(|i| lists::of(&blocks[*i]))
        .collect();
    let goes_on = lists
        .iter()
        .skip(1)
        .filter(|l| l.start.is_some_and(|s| s > 1))
        .count();
    let single = lists.iter().filter(|l| l.items.len() == 1).count();
    lists.len() >= 2
        && (goes_on * 2 >= lists.len() - 1 && goes_on > 0 || single * 10 >= lists.len() * 8)
}
