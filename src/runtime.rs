//! The outer loop: clock, terminal, input, effects.

pub mod chance;
pub mod clock;
pub mod editor;
pub mod here;
mod incoming;
pub mod input;
pub mod keeper;
pub mod load;
pub mod painter;
pub mod plain;
pub mod sample;
pub mod screen;
#[cfg_attr(not(unix), path = "runtime/signals_none.rs")]
pub mod signals;
#[cfg_attr(not(unix), path = "runtime/stderr_none.rs")]
mod stderr;
pub mod studio;
pub mod tty;
#[cfg(unix)]
pub mod typed;
pub mod voice;
mod watch;
