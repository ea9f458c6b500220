//! The outer loop: clock, terminal, input, effects.

pub mod clock;
pub mod input;
pub mod painter;
pub mod screen;
#[cfg_attr(not(unix), path = "runtime/signals_none.rs")]
pub mod signals;
#[cfg_attr(not(unix), path = "runtime/stderr_none.rs")]
mod stderr;
mod tty;
