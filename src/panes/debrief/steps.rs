//! The three steps of a debrief: what a key does in each, and how one leads to the next.

use super::lines::Did;
use super::{Step, Talk};
use crate::desk::{Desk, Go, Msg, Place};
use crate::keys::Command;
use crate::panes::text_width;
use crate::widgets::form::Did as FormDid;

impl Talk {
    pub(super) fn line_did(&mut self, did: Did, desk: &mut Desk<'_>) {
        match did {
            Did::Nothing => {}
            Did::Changed => self.drafting.touch(desk.now),
            Did::Kept => self.keep(desk),
            Did::Before => {
                self.drafting.touch(desk.now);
                self.step = Step::Feeling;
            }
            Did::GoOn => self.step = Step::Rest,
            Did::Back => self.leave(desk),
        }
    }

    pub(super) fn in_feeling(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) => self.feeling.type_char(*c),
            Msg::Paste(text) => self.feeling.paste(text),
            Msg::Command(Command::NextField | Command::CaretDown) => {
                return self.step = Step::Questions;
            }
            Msg::Command(Command::Back) => return self.leave(desk),
            Msg::Command(command) if !self.feeling.command(*command, 60) => return,
            Msg::Command(_) => {}
            _ => return,
        }
        self.drafting.touch(desk.now);
    }

    pub(super) fn in_rest(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        match msg {
            Msg::Type(c) if self.form.type_char(*c) => {}
            Msg::Paste(text) if self.form.paste(text) => {}
            Msg::Search(c) => self.form.search(*c),
            Msg::Command(Command::Back) if !self.form.is_listing() => {
                self.keep(desk);
                return self.step = Step::Questions;
            }
            Msg::Command(command) => match self.form.command(*command, text_width(desk.screen)) {
                FormDid::Changed => {}
                FormDid::Pressed => return self.tell(desk),
                FormDid::Moved | FormDid::Nothing => return self.collect(desk),
            },
            _ => return,
        }
        self.drafting.touch(desk.now);
    }

    /// Opens the form for what they were told in this interview; it is kept with the job.
    fn tell(&mut self, desk: &mut Desk<'_>) {
        self.keep(desk);
        let Some(entry) = &self.entry else { return };
        match &entry.application {
            Some(job) => {
                let place = Place::TellOf(job.clone(), entry.date, entry.stage);
                desk.go(Go::Open(place));
            }
            None => desk.say("It is kept with a job: choose the application above first."),
        }
    }
}
