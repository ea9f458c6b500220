//! A set of assessment items: judgment questions with their reasons after, or statements about oneself.
//!
//! ```text
//! Intro ─ Asking ─┬─ Reasons ─┬─ next item: Asking …
//!            └────┘           └─ Finished
//! ```
//!
//! One clock runs over the whole set, as in the tests of employers. Nothing is scored: of a judgment question it is
//! said how it lies to this program's key, whose reasons are shown, and of statements where two that say the
//! opposite disagree.

mod draw;
mod keeping;
mod machine;
mod parts;
mod picks;
mod readout;
mod view;

pub use super::record::{Agreement, ItemAnswer, Response};
pub use draw::{Wanted, draw};
pub use machine::Set;
pub use parts::{Draft, Phase, Rules, Slot, seconds_of};
pub use picks::Picks;
pub use readout::{Agreements, Fit, Mirrored, agreements, ends, fit};
pub use view::{Mark, Shown};

#[cfg(test)]
mod tests;
