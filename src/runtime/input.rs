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

/// Something that came in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Incoming {
    /// A key was pressed.
    Key(Key),
    /// A text was pasted; lines end in `\n`.
    Paste(String),
    /// The main button of the mouse was pressed at a cell.
    Click {
        /// Column, from 0.
        x: u16,
        /// Row, from 0.
        y: u16,
    },
    /// The wheel was turned.
    Wheel {
        /// Away from the user.
        up: bool,
    },
    /// The window has another size.
    Resized,
    /// Save and end, with this exit status.
    Stop(i32),
    /// Somebody asks to be given the terminal for a while.
    Suspend,
    /// The process was stopped and goes on; the terminal may show and be set to anything.
    Continued,
}

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
