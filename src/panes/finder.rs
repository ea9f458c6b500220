//! Finding in a list: the folded texts are prepared once, marks are counted in cells.

use crate::domain::search::{Haystack, Query};
use crate::widgets::canvas::cells;

/// The texts of a list, prepared when they are first looked through.
#[derive(Default)]
pub struct Finder {
    stack: Option<Haystack>,
}

impl Finder {
    /// The texts changed.
    pub fn forget(&mut self) {
        self.stack = None;
    }

    /// The places of the texts that have all the words, in order.
    pub fn find(
        &mut self,
        query: &Query,
        len: usize,
        text: impl Fn(usize) -> String,
    ) -> Vec<usize> {
        self.stack
            .get_or_insert_with(|| Haystack::new((0..len).map(text)))
            .find(query)
    }
}

/// Where the words stand in a text: first cell and number of cells.
pub fn marks(query: &Query, text: &str) -> Vec<(u16, u16)> {
    let width = |range: std::ops::Range<usize>| cells(text.get(range).unwrap_or_default());
    query
        .ranges(text)
        .into_iter()
        .map(|r| (width(0..r.start), width(r)))
        .collect()
}
