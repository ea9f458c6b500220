//! What is pressed and typed goes to the step that it is for.

use std::time::Duration;

use super::{
    Room, after, anchors, asking, evidence, keeping, opened, ready, sitting, stops, whole,
};
use crate::desk::{Desk, Go, Model, Msg};
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::domain::time::Now;
use crate::keys::Command;

/// Between two signs of one word.
const ONE_WORD: Duration = Duration::from_millis(500);

impl Room {
    pub(super) fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.sheet.is_some() {
            return self.in_sheet(command, desk);
        }
        if self.keeping.waits() && command != Command::Pause {
            return desk.say(keeping::WORDS);
        }
        if self.sounds(command, desk) {
            return;
        }
        if self.reads_question(desk.model) {
            return whole::command(self, command, desk);
        }
        if self.opened(desk.model) {
            return opened::command(self, command, desk);
        }
        if self.asking.is_some() && command != Command::Pause {
            return asking::take(self, &Msg::Command(command), desk);
        }
        let Some(sitting) = sitting(desk.model) else {
            return desk.go(Go::Back);
        };
        let (phase, input) = (sitting.phase(), sitting.input());
        match phase {
            Phase::Ready if !self.notes_open => self.in_ready(command, desk),
            phase if phase.is_answering() && input == Input::Aloud && !self.notes_open => {
                self.in_aloud(command, desk);
            }
            Phase::Ready | Phase::Answering | Phase::Retry | Phase::FollowUp => {
                self.in_answer(&Msg::Command(command), desk);
            }
            Phase::Turn | Phase::Keep | Phase::Aside => stops::command(self, command, desk),
            Phase::Evidence | Phase::Flags => evidence::command(self, command, desk),
            Phase::Anchors { .. } => anchors::command(self, command, desk),
            Phase::After => after::command(self, command, desk),
            Phase::Finished => self.follow(desk),
        }
    }

    pub(super) fn reads_question(&self, model: &Model) -> bool {
        sitting(model).is_some_and(|s| whole::is_open(self, s))
    }

    pub(super) fn text(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        if self.asking.is_some() {
            asking::take(self, msg, desk);
        } else if let Some(line) = &mut self.line {
            match msg {
                Msg::Type(c) => line.type_char(*c),
                Msg::Paste(text) => line.paste(text),
                _ => {}
            }
        } else if self.begins(msg, desk) {
            self.in_answer(msg, desk);
        }
    }

    /// Somebody who simply types while thinking has begun to answer: the letter is the first one of it, where the
    /// clock of the format leaves that to them. Whether there are words for the answer.
    fn begins(&mut self, msg: &Msg, desk: &mut Desk<'_>) -> bool {
        if self.keeping.waits() {
            desk.say(keeping::WORDS);
            return false;
        }
        let thinking = sitting(desk.model).filter(|s| s.phase() == Phase::Ready);
        let Some(thinking) = thinking.filter(|_| !self.notes_open) else {
            return true;
        };
        if let Some(words) = ready::holds_back(thinking) {
            desk.say(words);
            return false;
        }
        let figure = self.typed_on(msg, desk.now);
        if figure.is_some() {
            self.act(desk, |s, _| s.expect(None));
        }
        let begun = self.act(desk, Sitting::start_answer);
        if let Some(figure) = figure {
            self.editor.type_char(figure);
            return begun;
        }
        begun && !matches!(msg, Msg::Type(' '))
    }

    /// The figure that was no choice of a word but the first sign of the answer: `3 years`, `2nd`. No word goes on with
    /// a space or a sign, nor within the time from one letter to the next.
    fn typed_on(&mut self, msg: &Msg, now: Now) -> Option<char> {
        let (figure, at) = self.figure.take()?;
        let Msg::Type(c) = msg else { return None };
        let goes_on = !c.is_alphabetic() || now.mono.since(at) < ONE_WORD;
        goes_on.then_some(figure)
    }
}
