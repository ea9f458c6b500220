//! A branching talk: a briefing, then line after line of the other side, each answered in own words before the
//! nearest of the written replies is picked.
//!
//! ```text
//! Briefing ─ Own ─ Choosing ─┬─ Heard ─┬─ next line: Own …
//!             └────┘         └─────────┴─ Ended
//! ```
//!
//! Own words come first because remembering is what the real talk asks for; the written replies only show where
//! the own one lies. What moves is told in words and never as a number.
//!
//! Commands return the blocks to append. Where a talk stands follows from its blocks alone, so that a talk of its
//! own and one inside of a mock are gone on with in the same way.

mod machine;
mod meters;
mod parts;
mod view;

pub use super::record::{Reply, StepBack};
pub use machine::Talk;
pub use meters::{moved, standing};
pub use parts::{Draft, Phase, Rules};

#[cfg(test)]
mod tests;
