//! From a key to a command or to text, and what every screen does the same way.

use super::notice::Notice;
use super::{App, HELD, INTERRUPTED, SETTLE, TWICE, TWICE_LOSING};
use crate::desk::{Desk, Effect, Go, Msg, Place, Section, undo};
use crate::domain::time::Now;
use crate::keys::{Command, Context, Flag, Found, Key};
use crate::panes::Pane;
use crate::panes::words::hide_names;

/// Exit code after leaving while something could not be written.
const LOST: i32 = 1;

/// Whether a command belongs to typing and stays in its field, so that it works where nothing can be seen. Up and down
/// lead to other fields at the edges of a text.
fn writes(command: Command) -> bool {
    matches!(
        command,
        Command::NewLine
            | Command::DeleteLeft
            | Command::DeleteRight
            | Command::DeleteWordLeft
            | Command::DeleteLineStart
            | Command::DeleteLineEnd
            | Command::CaretLeft
            | Command::CaretRight
            | Command::WordLeft
            | Command::WordRight
            | Command::LineStart
            | Command::LineEnd
            | Command::TextStart
            | Command::TextEnd
    )
}

/// Whether an effect writes what was typed.
fn keeps_words(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::SaveDraft(_)
            | Effect::AddEntry(_)
            | Effect::SaveEntry(_)
            | Effect::AddStory(_)
            | Effect::SaveStory(_)
    )
}

impl App {
    /// Takes one key.
    pub(super) fn key(&mut self, key: Key, now: Now, effects: &mut Vec<Effect>) {
        let context = self.context();
        let found = self.keymap.find(context, key);
        if self.deaf_until.is_some() && self.keymap.waits(context, key) {
            // A hand that types on has not looked up yet.
            self.deaf_until = Some(now.mono + SETTLE);
            return;
        }
        self.take(found, context, now, effects);
        if self.context() != context {
            let here = self.context();
            if matches!(found, Found::Text(_)) && (!here.takes_text() || here == Context::Think) {
                // Time was up between two letters: a command is not what they are meant for.
                self.deaf_until = Some(now.mono + SETTLE);
            }
            // What was said of the step before says nothing of this one.
            self.toasts.hide_before(now);
        }
        // Where it takes rows of the page it goes with the next key.
        if !Notice::has_own_row(self.size) {
            self.toasts.hide_before(now);
        }
    }

    fn take(&mut self, found: Found, context: Context, now: Now, effects: &mut Vec<Effect>) {
        match found {
            Found::Command(command) => self.run(command, now, effects),
            Found::Text(c) | Found::NextLine(c) => {
                self.warned = false;
                self.tell(&Msg::Type(c), now, effects);
            }
            Found::Search(c) => self.tell(&Msg::Search(c), now, effects),
            Found::Dead | Found::Unbound => {
                let can = |command| {
                    let pane = self.front();
                    pane.is_none_or(|p| p.unavailable(command, &self.model).is_none())
                };
                let words = (self.keymap).unbound_words(context, self.look.arrows(), can);
                self.say(words, now);
            }
        }
    }

    /// Runs a command, if it can run now; says why not otherwise.
    pub(super) fn run(&mut self, command: Command, now: Now, effects: &mut Vec<Effect>) {
        let before = self.context();
        if command != Command::Cancel {
            self.leaving_until = None;
        }
        self.warned &= command == Command::Close;
        if command.is(Flag::Destructive) && self.is_held(now) {
            return;
        }
        if let Some(reason) = self
            .front()
            .and_then(|pane| pane.unavailable(command, &self.model))
        {
            self.say(reason, now);
            return;
        }
        if !self.common(command, now, effects) {
            self.tell(&Msg::Command(command), now, effects);
        }
        if before.takes_text()
            && !self.context().takes_text()
            && !matches!(command, Command::Back | Command::Cancel)
        {
            self.deaf_until = Some(now.mono + SETTLE);
        }
    }

    /// Whether a key that takes something away is still held down from the last time.
    fn is_held(&mut self, now: Now) -> bool {
        let before = self.removed_at.replace(now.mono);
        before.is_some_and(|at| now.mono.since(at) < HELD)
    }

    /// What every screen does the same way; `true` when the command was one of these.
    fn common(&mut self, command: Command, now: Now, effects: &mut Vec<Effect>) -> bool {
        match command {
            Command::Cancel => self.cancel(now, effects),
            Command::Redraw => effects.push(Effect::Redraw),
            // One line is all there is: nothing opens unseen.
            Command::Close if self.too_small() => self.quit(now, effects),
            // Unless an undo stays in a text, nobody sees what it takes back.
            Command::Undo | Command::Redo if self.too_small() && self.context().has_own_undo() => {
                return false;
            }
            Command::Save if self.too_small() => {
                self.say("What you typed is kept. Ctrl+S needs a larger window.", now);
            }
            _ if self.too_small() && !writes(command) => {
                self.say("This needs a larger window.", now);
            }
            Command::Palette => self.open_palette(),
            Command::Help => self.open_help(),
            Command::Goto => self.open_goto(),
            Command::Suspend => effects.push(Effect::Suspend),
            Command::HideNames => self.hide_names(now),
            Command::Copy => self.copy(now, effects),
            Command::Find if !self.finds() => {
                let going = vec![Go::Open(Place::Library), Go::Run(Command::Find)];
                self.navigate(going, now, effects);
            }
            Command::Undo if self.at_rest() => {
                let step = undo::undo(&mut self.model);
                self.step(step, "There is nothing to take back.", now, effects);
            }
            Command::Redo if self.at_rest() => {
                let step = undo::redo(&mut self.model);
                self.step(step, "There is nothing to do again.", now, effects);
            }
            Command::Today => self.navigate(vec![Go::Section(Section::Today)], now, effects),
            Command::Roadmap => self.navigate(vec![Go::Section(Section::Roadmap)], now, effects),
            Command::PracticeHome => {
                self.navigate(vec![Go::Section(Section::Practice)], now, effects);
            }
            Command::Journal => self.navigate(vec![Go::Section(Section::Journal)], now, effects),
            Command::Stories => self.navigate(vec![Go::Section(Section::Stories)], now, effects),
            Command::Progress => self.navigate(vec![Go::Section(Section::Progress)], now, effects),
            _ => return self.open_common(command, now, effects),
        }
        true
    }

    /// Whether neither a text nor a sitting nor a rating has an undo of its own.
    fn at_rest(&self) -> bool {
        let takes_back = |pane: &dyn Pane| pane.takes_back(&self.model);
        !self.context().has_own_undo() && !self.front().is_some_and(takes_back)
    }

    fn cancel(&mut self, now: Now, effects: &mut Vec<Effect>) {
        if self.leaving_until.is_some() {
            effects.push(Effect::Quit(INTERRUPTED));
            return;
        }
        self.leaving_until = Some(now.mono + TWICE);
        self.overlay = None;
        let before = effects.len();
        self.tell_all(&Msg::Leaving, now, effects);
        let written = effects.iter().skip(before).any(keeps_words);
        let typing = self.context().takes_text() || self.context().is_sitting();
        let words = if written || typing && !self.model.drafts.is_empty() {
            "Press Ctrl+C again to quit. Your draft is saved."
        } else {
            "Press Ctrl+C again to quit."
        };
        self.say(words, now);
        self.warn_of_loss(now);
    }

    /// Takes the promise back, if something is not on disk while somebody is about to leave.
    pub(super) fn warn_of_loss(&mut self, now: Now) {
        if self.leaving_until.is_some() && !self.model.unsaved.is_empty() {
            self.leaving_until = Some(now.mono + TWICE_LOSING);
            self.say(
                "Your words could NOT be saved. Ctrl+C again leaves and loses them.",
                now,
            );
        }
    }

    /// Leaves; where that loses something it asks first and tries to write it once more.
    pub(super) fn quit(&mut self, now: Now, effects: &mut Vec<Effect>) {
        if self.model.unsaved.is_empty() {
            effects.push(Effect::Quit(0));
        } else if self.warned {
            effects.push(Effect::Quit(LOST));
        } else {
            self.warned = true;
            effects.push(Effect::CatchUp);
            let words = "Your words could NOT be saved. The same key again leaves and loses them.";
            self.say(words, now);
        }
    }

    fn copy(&mut self, now: Now, effects: &mut Vec<Effect>) {
        match self.front().and_then(|pane| pane.copied(&self.view(now))) {
            Some(text) => effects.push(Effect::Copy(hide_names(&self.model, &text))),
            None => self.say("There is nothing to copy here.", now),
        }
    }

    /// Whether the screen in front has something to search.
    fn finds(&self) -> bool {
        matches!(
            self.context(),
            Context::Practice
                | Context::Roadmap
                | Context::Mocks
                | Context::Past
                | Context::Library
                | Context::Handbook
                | Context::Letter
                | Context::Journal
                | Context::Stories
                | Context::Help
        )
    }

    /// Says what a step back or forward did: where files have to follow, once they have.
    fn step(
        &mut self,
        step: Option<(String, Vec<Effect>)>,
        none: &str,
        now: Now,
        effects: &mut Vec<Effect>,
    ) {
        let Some((words, todo)) = step else {
            return self.say(none, now);
        };
        let parts = todo.iter().flat_map(Effect::parts);
        let waits: Vec<_> = parts.filter_map(Effect::steps).collect();
        if waits.is_empty() {
            self.say(words, now);
        } else {
            self.steps.push((waits, words));
        }
        effects.extend(todo);
    }

    fn hide_names(&mut self, now: Now) {
        let hidden = !self.model.names_hidden;
        self.model.names_hidden = hidden;
        let (words, what) = if hidden {
            ("Names are hidden.", "hiding the names")
        } else {
            ("Names are shown.", "showing the names")
        };
        self.model.undo.note(what, undo::Step::Names(!hidden));
        self.say(words, now);
    }

    /// Says something in one line.
    pub(super) fn say(&mut self, words: impl Into<String>, now: Now) {
        let mut desk = Desk {
            model: &mut self.model,
            now,
            screen: self.size,
            notice: 0,
            effects: &mut Vec::new(),
            toasts: &mut self.toasts,
            going: &mut Vec::new(),
        };
        desk.say(words);
    }
}
