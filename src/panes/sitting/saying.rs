//! Before and during the answer: what is expected, what is typed or tapped, which hints are opened.

use super::{Room, asking, sitting, whole};
use crate::desk::{Desk, Effect, Msg, Outcome};
use crate::domain::level::Level;
use crate::domain::practice::sitting::{Phase, Sitting};
use crate::keys::Command;
use crate::panes::Reason;
use crate::panes::told_words::fitting_words;

/// Most bytes of one answer: with more its file could not be read again.
const MOST: usize = 4 << 20;

impl Room {
    /// Why an answer is not taken that could not be read again.
    pub(super) fn too_long(&self) -> Option<Reason> {
        let told = "This answer is longer than four million letters. Cut it, and save again.";
        (self.editor.text().len() > MOST).then(|| told.to_owned())
    }

    /// The text changed: the machine has it at once, the disk within two seconds.
    pub(super) fn typed(&mut self, desk: &mut Desk<'_>) {
        let text = self.editor.text().to_owned();
        self.kept = false;
        self.drafting.touch(desk.now);
        self.act(desk, |s, now| s.set_text(&text, now));
    }

    pub(super) fn resume(desk: &mut Desk<'_>) {
        let now = desk.now;
        if let Some(sitting) = desk.model.practice.sitting.as_mut()
            && sitting.is_paused()
        {
            drop(sitting.resume(now));
        }
    }

    pub(super) fn finish_answer(&mut self, desk: &mut Desk<'_>) {
        let key = Self::key(desk.model);
        let before = sitting(desk.model);
        let said = match before.map(Sitting::phase) {
            Some(Phase::Retry) => Some("Your second try is kept beside the first."),
            _ if before.is_some_and(Sitting::is_beside) => Some("Your answer to that is kept."),
            _ => None,
        };
        self.drafting.take();
        if self.act(desk, Sitting::finish_answer) {
            self.fresh(desk.now);
            Self::drop_draft(key, desk);
            if let Some(words) = said {
                desk.say(words);
            }
        }
    }

    pub(super) fn in_answer(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.editor.type_char(*c),
            Msg::Paste(text) => self.editor.paste(text),
            Msg::Outcome(Outcome::Edited(text)) => self.editor.set(text),
            Msg::Command(Command::Save | Command::Back) if self.notes_open => {
                return self.notes_open = false;
            }
            Msg::Command(Command::Save) => return self.finish_answer(desk),
            Msg::Command(Command::Pause) => return self.pause(desk),
            Msg::Command(Command::Record) => return self.speak(desk),
            Msg::Command(Command::Ask) => return asking::open(self),
            Msg::Command(Command::View) => return whole::open(self),
            Msg::Command(Command::EditOutside) => {
                self.keep_draft(desk);
                return desk.perform(Effect::OpenEditor(self.editor.text().to_owned()));
            }
            Msg::Command(command)
                if !self
                    .editor
                    .command(*command, crate::panes::text_width(desk.screen)) =>
            {
                return;
            }
            Msg::Command(_) => {}
            _ => return,
        }
        self.typed(desk);
    }

    pub(super) fn speak(&mut self, desk: &mut Desk<'_>) {
        self.act(desk, |s, _| s.switch_input());
        self.notes_open = false;
    }

    pub(super) fn in_aloud(&mut self, command: Command, desk: &mut Desk<'_>) {
        match command {
            Command::Main => self.finish_answer(desk),
            Command::TapFiller => {
                self.act(desk, |s, _| s.tap_filler());
            }
            Command::Undo => {
                self.act(desk, |s, _| s.untap_filler());
            }
            Command::NextPane => self.notes_open = true,
            Command::Record => self.speak(desk),
            Command::Show => self.hint(desk),
            Command::Ask => asking::open(self),
            Command::View => whole::open(self),
            Command::TapStep => {
                self.act(desk, |s, _| s.tap_step());
            }
            Command::Pause => self.pause(desk),
            _ => {}
        }
    }

    pub(super) fn in_ready(&mut self, command: Command, desk: &mut Desk<'_>) {
        let expected = sitting(desk.model).and_then(Sitting::expected);
        let step = |by: isize| {
            let at = expected.map_or(if by > 0 { 0 } else { 3 }, |l| {
                l.step().saturating_add_signed(by).min(3)
            });
            Level::ALL[at]
        };
        self.figure = figure(command).map(|figure| (figure, desk.now.mono));
        let level = match command {
            Command::Level1 => Level::NotYet,
            Command::Level2 => Level::Partly,
            Command::Level3 => Level::Solid,
            Command::Level4 => Level::Strong,
            Command::Left => step(-1),
            Command::Right => step(1),
            Command::Undo => {
                self.act(desk, |s, _| s.expect(None));
                return;
            }
            Command::Main => {
                self.act(desk, Sitting::start_answer);
                return;
            }
            Command::Record => return self.speak(desk),
            Command::Show => return self.hint(desk),
            Command::Ask => return asking::open(self),
            Command::View | Command::Down | Command::PageDown => return whole::open(self),
            Command::NextPane => return self.notes_open = true,
            Command::Pause => return self.pause(desk),
            _ => return,
        };
        self.act(desk, |s, _| s.expect(Some(level)));
    }

    pub(super) fn hint(&mut self, desk: &mut Desk<'_>) {
        let fits = sitting(desk.model).is_some_and(|s| fitting_words(s, desk.model).is_some());
        if self.act(desk, |s, _| s.open_hint(fits)) {
            self.keep_draft(desk);
        }
    }
}

/// The figure on the key that chooses a word.
const fn figure(command: Command) -> Option<char> {
    match command {
        Command::Level1 => Some('1'),
        Command::Level2 => Some('2'),
        Command::Level3 => Some('3'),
        Command::Level4 => Some('4'),
        _ => None,
    }
}
