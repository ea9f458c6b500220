//! The state machine of a sitting: one question after another, each through the same steps.
//!
//! ```text
//! Ready ─ Answering ─┬─ Evidence ─ Flags ─ Anchors ─ After ─┬─ next question … Finished
//!                    │                              Retry ──┘
//!                    └─ rated at the end: all ratings follow the last answer
//! ```
//!
//! A whole mock adds, after an answer and before the next question:
//!
//! ```text
//! Answering ─ Keep (another take?) ─ FollowUp (second half) ─ Turn (silence, talk) ─ FollowUp … ─ next stop
//! Aside: a break, a checklist, a talk or items on a screen of their own
//! ```
//!
//! The order of the steps is the method: evidence first, then red flags, then anchors without their level
//! words, and only then the level, what the question was about and what a strong answer has. Nothing hands
//! those out before.
//!
//! Commands return the blocks to append to the file of the sitting. Where a sitting stands follows from its
//! blocks alone, which is why a killed one resumes at the right step.

mod anew;
mod answering;
mod asking;
mod closing;
mod draft;
mod item;
mod later;
mod looks;
mod onstage;
mod parts;
mod rating;
mod scene;
mod settle;
mod state;
mod turns;
mod view;

pub use super::step::{Refusal, Step};
pub use looks::{After, AnchorView, FlagView, PointView, Prompt};
pub use onstage::{Stage, TurnView};
pub use parts::{Draft, Manner, Phase};

pub use state::Sitting;

#[cfg(test)]
mod mock_clock_tests;
#[cfg(test)]
mod mock_robot;
#[cfg(test)]
mod mock_talk_tests;
#[cfg(test)]
mod mock_tests;
#[cfg(test)]
mod robot;
#[cfg(test)]
mod tests;
