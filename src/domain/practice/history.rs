//! What is remembered of past answers: a few dozen bytes for each, no words of the user's.
//!
//! Twenty thousand answers take about two megabytes, so all of it stays in memory, and every question about
//! the past (what is due, what is weak, how it usually goes) is answered without reading a file.

mod fact;
mod ledger;
mod names;

pub use fact::{Fact, Source, moment};
pub use ledger::{Advice, Asked, History};
pub use names::Name;

#[cfg(test)]
mod tests;
