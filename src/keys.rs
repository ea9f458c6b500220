//! Keys: their names, the table of commands, and which key gives which command where.

mod overlay;
mod retold;
mod shipped;

pub mod command;
pub mod context;
pub mod key;
pub mod keymap;

pub use command::{Command, Flag};
pub use context::Context;
pub use key::{Arrows, Code, Key, pair};
pub use keymap::{Found, Hint, Keymap, Row};
