//! The state machine of a sitting: one question after another, each through the same steps.
//!
//! ```text
//! Ready ─ Answering ─┬─ Evidence ─ Flags ─ Anchors ─ After ─┬─ next question … Finished
//!                    │                              Retry ──┘
//!                    └─ rated at the end: all ratings follow the last answer
//! ```
//!
//! The order of the steps is the method: evidence first, then red flags, then anchors without their level
//! words, and only then the level, what the question was about and what a strong answer has. Nothing hands
//! those out before.
//!
//! Commands return the blocks to append to the file of the sitting. Where a sitting stands follows from its
//! blocks alone, which is why a killed one resumes at the right step.

mod answering;
mod closing;
mod draft;
mod item;
mod looks;
mod parts;
mod rating;
mod results;
mod settle;
mod state;
mod view;

pub use looks::{After, AnchorView, FlagView, PointView, Prompt};
pub use parts::{Draft, Manner, Phase, Refusal, Step};
pub use results::{DimensionRow, ResultRow, Results};
pub use state::Sitting;

#[cfg(test)]
mod robot;
#[cfg(test)]
mod tests;
