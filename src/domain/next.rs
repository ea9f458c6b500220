//! The one best thing to do now, and why; then the next best ones.

mod doubted;
mod left;
mod near;
mod rank;
mod storied;
mod thing;
mod words;

pub use left::{Left, left_words, unasked};
pub use rank::{FIVE_MINUTES, Outlook, next_up, to_debrief};
pub use thing::{Thing, Todo};
pub use words::{coming, coming_briefly, days_words, talk, when};

#[cfg(test)]
mod tests;
