//! The shipped keymap as rows that were written when the program was built.

use super::command::Command;
use super::context::Context;
use super::key::{Code, Key};

/// What a bare printable key does where the table does not bind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letters {
    /// Letters are commands; an unbound one does nothing.
    Command,
    /// Goes into the text.
    Text,
    /// Jumps to the matching choice.
    Search,
    /// Nothing: only Enter and Esc count here.
    Dead,
    /// Starts the next line.
    NextLine,
}

impl Letters {
    /// Whether the text rule holds: no bare printable key is ever bound.
    pub const fn text_rule(self) -> bool {
        !matches!(self, Self::Command)
    }
}

/// What one hint stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hinted {
    /// One command.
    One(Command),
    /// Two that belong together: `↑↓`.
    Pair(Command, Command),
    /// A row of digits: `1-4`.
    Range(Command, Command),
}

/// One context's table.
#[derive(Debug)]
pub struct Table {
    /// Never active alone.
    pub layer: bool,
    /// What other keys do.
    pub letters: Letters,
    /// Layers underneath, nearest first.
    pub inherits: &'static [Context],
    /// Keys that work and are not shown.
    pub aliases: &'static [Key],
    /// Sentences for this context.
    pub says: &'static [(Command, &'static str)],
    /// The hint line, most important first.
    pub hints: &'static [(Hinted, &'static str)],
    /// Keys, the one to show first.
    pub bindings: &'static [(Key, Command)],
}

/// The table of a context.
pub fn table(context: Context) -> &'static Table {
    &TABLES[context as usize]
}

include!(concat!(env!("OUT_DIR"), "/keymap.rs"));

/// The key that terminals send for one that is never bound.
pub fn sent_for(key: Key) -> Option<Key> {
    NEVER
        .iter()
        .find(|never| never.0 == key)
        .map(|never| never.1)
}

/// Whether somebody around the program may take a key first, so that none of its own is bound to it.
#[cfg(test)]
pub fn is_avoided(key: Key) -> bool {
    AVOID.contains(&key)
}

/// Keys that mean one command only.
pub fn only(key: Key) -> Option<Command> {
    ONLY.iter().find(|o| o.0 == key).map(|o| o.1)
}

/// Whether a printable key may be bound in a context under the text rule.
pub fn excepted(context: Context, key: Key) -> bool {
    TEXT_EXCEPTIONS
        .iter()
        .any(|(c, keys)| *c == context && keys.contains(&key))
}
