//! What to ask next, and why.
//!
//! The same seed, library and filter draw the same questions on every machine. What was practiced before
//! steers a draw, too; who passes a seed on draws with an empty history, and so does `--seed`.

mod blend;
mod draw;
mod filter;
mod mock;
mod occasion;
mod opening;
mod plan;
mod rare;
mod setup;
mod steer;
mod trade;
mod why;

pub use draw::{Draw, Order};
pub use filter::{Filter, LastTime, MINE, SHIPPED};
pub use mock::{five_minute_mock, warm_up};
pub use occasion::{
    SOME_LIVES, fits_every_life, is_asked_in, needs_a_panel, needs_a_recording, presumes_a_life,
};
pub use setup::{Setup, drill_name, minutes, typical, was_set_up};
pub use steer::Steer;
pub use trade::other_trades;
pub use why::why_words;

#[cfg(test)]
mod tests;
