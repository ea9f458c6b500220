//! The outer loop: clock, terminal, input, effects.

pub mod clock;
pub mod input;
pub mod painter;
pub mod screen;
#[cfg(unix)]
pub mod signals;
mod tty;
