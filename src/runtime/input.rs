//! What comes in from the terminal, as one kind of message.
//!
//! Bytes are read and joined into keys here, not by a library: only so can a torn sequence wait for its rest,
//! a late answer of the terminal be swallowed whole, and a flood of letters be told from typing. (Where the
//! system itself reports keys, as Windows does, they are taken from there.)

mod burst;
#[cfg(any(not(unix), test))]
mod console;
mod gate;
#[cfg(any(unix, test))]
mod parse;
#[cfg_attr(not(unix), path = "input/reader_console.rs")]
mod reader;

pub use reader::Reader;

use crate::keys::Key;

/// What bytes or events mean, before bursts are told from typing.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Parsed {
    /// A key.
    Key(Key),
    /// A paste that the terminal marked as one.
    Paste(String),
    /// A click at a cell, from 0.
    Click(u16, u16),
    /// The wheel; `true` is up.
    Wheel(bool),
}
