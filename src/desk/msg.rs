//! What a pane is told.

use super::effect::Outcome;
use crate::keys::Command;

/// One message to the pane that has the focus (outcomes: to every pane that is open).
#[derive(Debug, Clone)]
pub enum Msg {
    /// A command that can run now.
    Command(Command),
    /// A character typed into a text field.
    Type(char),
    /// A block of text, pasted: one undo step, no command.
    Paste(String),
    /// A letter typed on a choice: looks for a value.
    Search(char),
    /// What became of an effect.
    Outcome(Outcome),
    /// A moment that `next_wake` asked for.
    Wake,
    /// The program is about to be left or stopped: half-typed text is to be kept now.
    Leaving,
    /// The pane came to the front (again).
    Shown,
}
