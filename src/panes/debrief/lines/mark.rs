//! The marks of a line: how it went, how they took it, and with which story, where there are stories. None has to be given.

use super::{Asking, Did, Lines};
use crate::domain::journal::Reaction;
use crate::domain::level::Level;
use crate::keys::Command;

/// The keys of the four words.
const LEVELS: [Command; 4] = [
    Command::Level1,
    Command::Level2,
    Command::Level3,
    Command::Level4,
];

/// Which number a key is, from 0.
pub fn number(command: Command) -> Option<usize> {
    let of = |keys: &[Command]| keys.iter().position(|key| *key == command);
    of(&LEVELS).or_else(|| of(&Command::PICKS))
}

impl Lines {
    pub(super) fn mark(&mut self, asking: Asking, command: Command) -> Did {
        let last = self.answers(asking).saturating_sub(1);
        let number = match command {
            Command::Main => self.shown,
            command => number(command),
        };
        match command {
            Command::Left => self.shown = Some(self.shown.map_or(last, |s| s.saturating_sub(1))),
            Command::Right => self.shown = Some(self.shown.map_or(0, |s| (s + 1).min(last))),
            Command::Back => {
                self.asking = None;
                self.open(self.at);
            }
            Command::ClearMark => return self.clear(asking),
            Command::Up | Command::Down => {
                self.asking = None;
                let to = if command == Command::Up {
                    self.at.saturating_sub(1)
                } else {
                    self.at + 1
                };
                self.open(to.min(self.rows.len()));
            }
            Command::Main if number.is_none() => return self.next_mark(asking),
            _ => {}
        }
        let Some(number) = number.filter(|number| *number <= last) else {
            return Did::Nothing;
        };
        if let Some(row) = self.rows.get_mut(self.at) {
            match asking {
                Asking::Level => row.asked.level = Level::ALL.get(number).copied(),
                Asking::Reaction => row.asked.reaction = Reaction::ALL.get(number).copied(),
                Asking::Story => {
                    let story = self.stories.get(number);
                    row.asked.story = story.map(|(id, _)| id.clone());
                }
            }
        }
        self.next_mark(asking)
    }

    /// How many numbers name a story, while one is asked for.
    pub fn picks(&self) -> Option<usize> {
        let asks = self.asking == Some(Asking::Story);
        asks.then(|| self.stories.len().min(Command::PICKS.len()))
    }

    /// How many answers there are.
    const fn answers(&self, asking: Asking) -> usize {
        match asking {
            Asking::Level => Level::ALL.len(),
            Asking::Reaction => Reaction::ALL.len(),
            Asking::Story => self.stories.len(),
        }
    }

    /// The marks are asked for anew; a story is none, and that was the last thing.
    fn clear(&mut self, asking: Asking) -> Did {
        let Some(row) = self.rows.get_mut(self.at) else {
            return Did::Nothing;
        };
        if asking == Asking::Story {
            row.asked.story = None;
            return self.next_mark(asking);
        }
        (row.asked.level, row.asked.reaction) = (None, None);
        self.asking = Some(Asking::Level);
        Did::Kept
    }

    fn next_mark(&mut self, asking: Asking) -> Did {
        self.shown = None;
        self.asking = match asking {
            Asking::Level => Some(Asking::Reaction),
            Asking::Reaction => self.asks_story().then_some(Asking::Story),
            Asking::Story => None,
        };
        if self.asking.is_none() {
            // Whoever went back to mark the lines has the next one without a mark before them.
            match self.next_bare().or_else(|| self.next_waiting()) {
                Some(next) => self.ask(next),
                None => self.open(self.rows.len()),
            }
        }
        Did::Kept
    }

    /// Whoever skips the marks is in a hurry and is not asked for a story either.
    fn asks_story(&self) -> bool {
        let asked = self.rows.get(self.at).map(|row| &row.asked);
        let marked = asked.is_some_and(|a| a.level.is_some() || a.reaction.is_some());
        marked && !self.stories.is_empty()
    }
}
