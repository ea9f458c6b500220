//! Toasts: one line of words above the hints for a few seconds, kept as messages afterward.

use std::time::Duration;

use crate::domain::time::{Mono, Now, Wall};

/// How long a plain toast stays.
const PLAIN: Duration = Duration::from_secs(4);

/// How long a letter takes to be read; a long toast stays until it is.
const LETTER: Duration = Duration::from_millis(60);

/// How long a toast stays that offers undo.
const UNDOABLE: Duration = Duration::from_secs(8);

/// How many messages are kept.
const KEPT: usize = 200;

/// A short message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// The words.
    pub words: String,
    /// Whether the undo key takes it back.
    pub undoable: bool,
}

impl Toast {
    /// Says something.
    pub fn plain(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            undoable: false,
        }
    }

    /// Says something that can be undone.
    pub fn undoable(words: impl Into<String>) -> Self {
        Self {
            words: words.into(),
            undoable: true,
        }
    }
}

/// The toast on the screen and the messages so far.
#[derive(Debug, Default)]
pub struct Toasts {
    current: Option<(Toast, Mono)>,
    since: Mono,
    past: Vec<(Wall, Toast)>,
    /// What waits until the toast on the screen has had its time.
    behind: Option<Toast>,
}

impl Toasts {
    /// Shows a toast in the place of the one before.
    pub fn push(&mut self, toast: Toast, now: Now) {
        let letters = u32::try_from(toast.words.chars().count()).unwrap_or(u32::MAX);
        let least = if toast.undoable { UNDOABLE } else { PLAIN };
        let stays = least.max(LETTER.saturating_mul(letters));
        if self.past.len() >= KEPT {
            self.past.remove(0);
        }
        self.past.push((now.wall, toast.clone()));
        self.since = now.mono;
        self.current = Some((toast, now.mono + stays));
    }

    /// Says something that must not cover what was said just now.
    pub fn push_behind(&mut self, toast: Toast, now: Now) {
        if self.current.is_some() {
            self.behind = Some(toast);
        } else {
            self.push(toast, now);
        }
    }

    /// What waits comes up where nothing else was said; after an event, since what it says itself comes first.
    pub fn bring_up(&mut self, now: Now) {
        if self.current.is_none()
            && let Some(next) = self.behind.take()
        {
            self.push(next, now);
        }
    }

    /// What waits is not so any more.
    pub fn forget_behind(&mut self) {
        self.behind = None;
    }

    /// Takes the toast away where these are its words: they are not so any more.
    pub fn unsay(&mut self, words: &str) {
        if self.current().is_some_and(|toast| toast.words == words) {
            self.current = None;
        }
    }

    /// Takes the toast away once its time is over; `true` when it changed.
    pub fn settle(&mut self, now: Now) -> bool {
        let over = self
            .current
            .as_ref()
            .is_some_and(|(_, until)| now.mono >= *until);
        if over {
            self.current = None;
        }
        over
    }

    /// Takes a toast of an earlier event away: it spoke of the screen before.
    pub fn hide_before(&mut self, now: Now) {
        if self.since < now.mono {
            self.current = None;
        }
    }

    /// When the toast ends.
    pub fn next_wake(&self) -> Option<Mono> {
        self.current.as_ref().map(|(_, until)| *until)
    }

    /// The toast on the screen.
    pub fn current(&self) -> Option<&Toast> {
        self.current.as_ref().map(|(toast, _)| toast)
    }

    /// Earlier messages, oldest first.
    pub fn past(&self) -> &[(Wall, Toast)] {
        &self.past
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::sample::at;

    fn waiting() -> Toasts {
        let mut toasts = Toasts::default();
        toasts.push(Toast::plain("Saved."), at(0.0));
        toasts.push_behind(Toast::plain("mine.toml needs a look."), at(0.0));
        toasts
    }

    fn shown(toasts: &Toasts) -> Option<&str> {
        toasts.current().map(|toast| toast.words.as_str())
    }

    #[test]
    fn what_waits_is_not_covered_by_the_words_of_the_key_that_brings_it_up() {
        let mut toasts = waiting();
        toasts.hide_before(at(1.0));
        toasts.push(Toast::plain("Names are hidden."), at(1.0));
        toasts.bring_up(at(1.0));
        assert_eq!(shown(&toasts), Some("Names are hidden."));
        assert!(toasts.settle(at(9.0)));
        toasts.bring_up(at(9.0));
        assert_eq!(shown(&toasts), Some("mine.toml needs a look."));
    }

    #[test]
    fn what_is_mended_meanwhile_is_not_told() {
        let mut toasts = waiting();
        toasts.forget_behind();
        toasts.hide_before(at(1.0));
        toasts.bring_up(at(1.0));
        assert_eq!(shown(&toasts), None);
    }
}
