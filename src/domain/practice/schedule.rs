//! When a question comes back: spaced repetition by the FSRS model, aimed at the next interview.
//!
//! The unit is the question; wordings rotate, so that evidence is retrieved and not a text. Nothing is stored:
//! the schedule is worked out from the ratings that were written down, as of today. A day without practice
//! therefore needs no repair, and no count of what was not done is ever offered.

mod grade;
mod plan;

pub use grade::{Grade, Review};
pub use plan::{Aim, Due, Memory, Schedule, next_day};

#[cfg(test)]
mod tests;
