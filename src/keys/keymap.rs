//! Which key gives which command, where: the shipped table under the user's own lines.

use super::command::{Command, Flag};
use super::context::Context;
use super::key::{Arrows, Key, pair};
use super::shipped::{Hinted, Letters, table};

/// What a key press means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// A command.
    Command(Command),
    /// A character for the text.
    Text(char),
    /// A character to look for among choices.
    Search(char),
    /// A character that starts the next line.
    NextLine(char),
    /// A character that does nothing here on purpose: only Enter and Esc count.
    Dead,
    /// No command; the status line says what to press.
    Unbound,
}

/// One hint: a command, its keys as shown, and one or two words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The command; of a pair or a range the first.
    pub command: Command,
    /// Its keys as shown: `Ctrl+S`, `↑↓`, `1-4`.
    pub keys: String,
    /// What it does.
    pub label: &'static str,
}

/// One line of help: a command with its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The command.
    pub command: Command,
    /// Its keys, the one to show first; those of this context only, never shadowed ones.
    pub keys: Vec<Key>,
    /// What it does here.
    pub sentence: &'static str,
    /// The table it comes from: the context itself or a layer under it.
    pub from: Context,
}

impl Row {
    /// Whether it speaks of this context: bound in its own table, or named there in words of its own.
    pub fn is_of(&self, context: Context) -> bool {
        self.from == context || table(context).says.iter().any(|s| s.0 == self.command)
    }
}

/// One accepted line of the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Own {
    pub context: Context,
    pub key: Key,
    /// `None` takes the key away.
    pub command: Option<Command>,
}

/// The keymap: shipped rows, with the user's lines on top of each table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keymap {
    pub(super) own: Vec<Own>,
}

impl Keymap {
    /// What a key means in a context.
    pub fn find(&self, context: Context, key: Key) -> Found {
        let letters = table(context).letters;
        let key = match key.without_altgr() {
            // A letter with Ctrl and Alt is a real chord on some systems, and only in text harmless.
            Some(typed) if letters.text_rule() || !is_ascii_letter(typed) => typed,
            _ => key,
        };
        match (self.binding(context, key), key.printable()) {
            (Some(command), _) => Found::Command(command),
            (None, None) => Found::Unbound,
            (None, Some(c)) => match letters {
                Letters::Command => Found::Unbound,
                Letters::Text => Found::Text(c),
                Letters::Search => Found::Search(c),
                Letters::NextLine => Found::NextLine(c),
                Letters::Dead => Found::Dead,
            },
        }
    }

    /// Whether a key is ignored while a screen that came by itself settles.
    ///
    /// Printable keys are, so that what was meant for the last screen is no command on this one, and begins no
    /// answer. Text never loses a letter, nor does the next line that a letter or digit starts.
    pub fn waits(&self, context: Context, key: Key) -> bool {
        match (table(context).letters, key.printable()) {
            (Letters::Text, Some(_)) => context == Context::Think,
            (_, None) | (Letters::NextLine, _) => false,
            (_, Some(_)) => true,
        }
    }

    /// The hint line, most important first. What the user has left without a key is left out.
    pub fn hints(&self, context: Context, arrows: Arrows) -> Vec<Hint> {
        let hint = |(what, label): &(Hinted, &'static str)| {
            let keys = self.hinted(context, *what, arrows)?;
            let (Hinted::One(command) | Hinted::Pair(command, _) | Hinted::Range(command, _)) =
                *what;
            Some(Hint {
                command,
                keys,
                label,
            })
        };
        table(context).hints.iter().filter_map(hint).collect()
    }

    /// The first key of a command as shown; empty when it has none here.
    pub fn first_key(&self, context: Context, command: Command, arrows: Arrows) -> String {
        self.shown(context, command, arrows).unwrap_or_default()
    }

    /// What to say when a key did nothing here.
    pub fn unbound_words(
        &self,
        context: Context,
        arrows: Arrows,
        can: impl Fn(Command) -> bool,
    ) -> String {
        let say = |hint: Hint| format!("{} {}", hint.keys, hint.label);
        let mut hints = self.hints(context, arrows);
        hints.retain(|hint| can(hint.command));
        if table(context).letters == Letters::Dead {
            let ways: Vec<String> = hints.into_iter().map(say).collect();
            return format!("{}.", ways.join(", "));
        }
        let mut ways: Vec<_> = hints.into_iter().take(2).map(say).collect();
        if let Some(key) = self.shown(context, Command::Help, arrows) {
            ways.push(format!("{key} all keys"));
        }
        format!("No command on that key: {}.", ways.join(", "))
    }

    /// Whether a command can be reached in a context, by a key or, where it has none anywhere, by the palette.
    pub fn reaches(&self, context: Context, command: Command) -> bool {
        command.is(Flag::Keyless) || !self.keys_for(context, command).is_empty() || {
            let shipped = Self::default();
            !shipped.keys_for(context, command).is_empty() || goes(context, command)
        }
    }

    fn shown(&self, context: Context, command: Command, arrows: Arrows) -> Option<String> {
        let keys = self.keys_for(context, command);
        let aliases = table(context).aliases;
        let key = keys.iter().find(|k| !aliases.contains(k)).or(keys.first());
        key.map(|k| k.label(arrows))
    }

    /// All keys of a command here, the one to show first.
    pub fn keys_for(&self, context: Context, command: Command) -> Vec<Key> {
        let mut out = Vec::new();
        for (key, bound, _) in self.listed(context) {
            if bound == command
                && self.binding(context, key) == Some(command)
                && !out.contains(&key)
            {
                out.push(key);
            }
        }
        out
    }

    /// What a command does in a context.
    pub fn sentence(&self, context: Context, command: Command) -> &'static str {
        let say = table(context).says.iter().find(|s| s.0 == command);
        say.map_or(command.sentence(), |s| s.1)
    }

    /// Every command with a key here, those of the context itself first, then layer by layer.
    pub fn rows(&self, context: Context) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for (key, command, from) in self.listed(context) {
            if self.binding(context, key) != Some(command) {
                continue;
            }
            match rows.iter_mut().find(|r| r.command == command) {
                Some(row) if row.keys.contains(&key) => {}
                Some(row) => row.keys.push(key),
                None => rows.push(Row {
                    command,
                    keys: vec![key],
                    sentence: self.sentence(context, command),
                    from,
                }),
            }
        }
        rows
    }

    /// The command of a key in a context, its layers included; the nearest table that knows the key decides.
    pub(super) fn binding(&self, context: Context, key: Key) -> Option<Command> {
        for layer in stack(context) {
            let own = self.own.iter().find(|o| o.context == layer && o.key == key);
            if let Some(own) = own {
                return own.command;
            }
            if let Some(shipped) = table(layer).bindings.iter().find(|b| b.0 == key) {
                return Some(shipped.1);
            }
        }
        None
    }

    /// The keys of every table under a context in the order in which they are shown, hidden ones included.
    fn listed(&self, context: Context) -> impl Iterator<Item = (Key, Command, Context)> {
        stack(context).into_iter().flat_map(move |layer| {
            let own = self.own.iter().filter(move |o| o.context == layer);
            let own = own.filter_map(|o| Some((o.key, o.command?)));
            let shipped = table(layer).bindings.iter().copied();
            own.chain(shipped)
                .map(move |(key, command)| (key, command, layer))
        })
    }

    fn hinted(&self, context: Context, what: Hinted, arrows: Arrows) -> Option<String> {
        let shown = |command| self.shown(context, command, arrows);
        match what {
            Hinted::One(command) => shown(command),
            Hinted::Range(first, last) => Some(format!("{}-{}", shown(first)?, shown(last)?)),
            Hinted::Pair(first, second) => Some(pair(&shown(first)?, &shown(second)?)),
        }
    }
}

/// A context and all layers under it, nearest first.
pub(super) fn stack(context: Context) -> Vec<Context> {
    let mut out = vec![context];
    let mut at = 0;
    while let Some(&layer) = out.get(at) {
        at += 1;
        for &under in table(layer).inherits {
            if !out.contains(&under) {
                out.push(under);
            }
        }
    }
    out
}

/// Whether a command is a place that can be gone to from here: from every screen that is no sitting and no field.
fn goes(context: Context, command: Command) -> bool {
    let place = table(Context::Goto).bindings.iter().any(|b| b.1 == command);
    place && stack(context).contains(&Context::Nav)
}

impl Context {
    /// Whether a bare letter goes into a text, a search or the next line, so that it is never a command.
    pub fn takes_text(self) -> bool {
        matches!(
            table(self).letters,
            Letters::Text | Letters::Search | Letters::NextLine
        )
    }

    /// Whether a bare letter goes on with what is being written. Before an answer it would begin one.
    pub fn is_written(self) -> bool {
        matches!(table(self).letters, Letters::Text | Letters::NextLine) && self != Self::Think
    }

    /// Whether the text rule holds here: no bare printable key is a command.
    pub fn text_rule(self) -> bool {
        table(self).letters.text_rule()
    }

    /// Whether it is never active alone.
    pub fn is_layer(self) -> bool {
        table(self).layer
    }

    /// Whether a clock may be running here.
    pub fn is_sitting(self) -> bool {
        matches!(
            self,
            Self::Think | Self::Answer | Self::Ownwords | Self::Cover
        ) || stack(self).contains(&Self::Room)
    }

    /// Whether what is done here is taken back here: no step outside of it is.
    pub fn has_own_undo(self) -> bool {
        let rates = matches!(self, Self::Evidence | Self::Anchors | Self::After);
        rates || self.takes_text() || self.is_sitting()
    }
}

fn is_ascii_letter(key: Key) -> bool {
    key.printable().is_some_and(|c| c.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests;
