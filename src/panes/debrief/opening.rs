//! How a debrief opens: which interview it is about, what is known of it, what was begun before.

use super::lines::Lines;
use super::whose::{Ask, Said};
use super::{FileState, Step, Talk, drafted, fresh, rest, same};
use crate::desk::{Desk, Go, Msg};
use crate::domain::journal::Entry;
use crate::panes::told_words;
use crate::widgets::editor::Editor;

impl Talk {
    pub(super) fn fill(&mut self, desk: &mut Desk<'_>) {
        if let Some(entry) = &self.entry {
            return rest::show_told(&mut self.form, entry, desk.model);
        }
        if self.ask.is_some() {
            return;
        }
        if self.editing.is_none() {
            self.ask = Ask::of(self.wanted.as_ref(), desk.model, desk.now);
        }
        if self.ask.is_none() {
            self.open(fresh::entry(self.wanted.as_ref(), desk), desk);
        }
    }

    /// Hears which interview was meant.
    pub(super) fn in_ask(&mut self, msg: &Msg, desk: &mut Desk<'_>) {
        let said = self.ask.as_mut().map(|ask| ask.take(msg, desk));
        match said {
            None | Some(Said::Open) => {}
            Some(Said::Closed) => desk.go(Go::Back),
            Some(Said::Of(fresh)) => {
                self.ask = None;
                self.open(*fresh, desk);
            }
        }
    }

    /// Opens the entry that is edited or was begun before, else a fresh one.
    fn open(&mut self, fresh: Entry, desk: &mut Desk<'_>) {
        if self.editing.is_none() {
            self.editing = fresh::begun(&fresh, desk.model).map(|e| e.id.clone());
            if self.editing.is_some() {
                desk.say(fresh::GOES_ON);
            }
        }
        let known = self
            .editing
            .as_ref()
            .and_then(|id| desk.model.journal.get(id))
            .cloned();
        self.before.clone_from(&known);
        let drafted = match &known {
            Some(_) => None,
            None => drafted::find(self.editing.take().as_ref(), &fresh, desk.model)
                .filter(|drafted| drafted::says_more(drafted, &fresh)),
        };
        let is_drafted = drafted.is_some();
        let entry = known.or(drafted).unwrap_or(fresh);
        self.opened = (entry.date, entry.time);
        self.near = same::known(&desk.model.library);
        self.feeling = Editor::single(&entry.feeling);
        let asked = entry.debrief.as_ref();
        self.lines = Lines::new(
            asked.map_or_else(Vec::new, |d| d.questions.clone()),
            entry.stage,
            told_words::named(desk.model),
        );
        (self.form, self.ids) = rest::form(&entry, desk.model, desk.now);
        if is_drafted {
            self.step = Step::Questions;
            desk.say(drafted::GOES_ON);
        } else if self.editing.is_none() {
            self.given = entry.debrief.as_deref().cloned().unwrap_or_default();
        } else {
            self.file = FileState::There;
            self.step = Step::Questions;
        }
        self.entry = Some(Box::new(entry));
    }

    /// The draft that it goes on with, if any, is in the entry now, or not wanted any more.
    pub(super) fn forget_draft(&self, desk: &mut Desk<'_>) {
        if let Some(entry) = &self.entry {
            drafted::forget(&entry.id, desk);
        }
    }
}
