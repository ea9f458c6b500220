//! What comes in from outside: from the terminal, and as signals of the system.

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
