//! What is pressed and typed goes to the step that it is for.

use super::{
    Room, after, anchors, asking, evidence, keeping, opened, ready, sitting, stops, whole,
};
use crate::desk::{Desk, Go, Model, Msg};
use crate::domain::practice::record::Input;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::keys::Command;

impl Room {
    pub(super) fn command(&mut self, command: Command, desk: &mut Desk<'_>) {
        if self.sheet.is_some() {
            return self.in_sheet(command, desk);
        }
        if self.keeping.waits() && command != Command::Pause {
            return desk.say(keeping::WORDS);
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
        self.act(desk, Sitting::start_answer) && !matches!(msg, Msg::Type(' '))
    }
}
