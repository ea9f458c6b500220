//! The one best thing to do now, and why; then the next best ones.

mod days;
mod doubted;
mod left;
mod near;
mod offered;
mod outlook;
mod rank;
mod storied;
mod thing;
mod undebriefed;
pub(super) mod words;

pub use days::{Day, Days, Done, Kind, Part, STORIES, Step};
pub use left::{Left, left_words, unasked};
pub use outlook::{FIVE_MINUTES, Outlook};
pub use rank::next_up;
pub use thing::{Thing, Todo};
pub use undebriefed::to_debrief;
pub use words::{coming, coming_at_once, coming_briefly, days_words, talk, when};

#[cfg(test)]
mod tests;
