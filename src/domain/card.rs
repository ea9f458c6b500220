//! The last ten minutes: one page for one interview, only from the user's own words.

mod gather;
mod labeled;
mod line;
mod picks;
mod stories;
mod which;
mod words;

pub use gather::{Sources, lines, told_in_notes};
pub use line::{Kept, Line, Part};
pub use picks::{Pick, picks, said};
pub use stories::ready;
pub use which::{after, in_last_hour, last_hour, meant};
pub use words::{Said, names_another};

#[cfg(test)]
mod tests;
