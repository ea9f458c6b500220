//! Looking through all applications, open or closed.

use super::table::Row;
use super::{Roadmap, Shows};
use crate::desk::{Desk, Go, Model, Msg, Place, Section};
use crate::keys::Command;
use crate::widgets::list::Cursor;

impl Roadmap {
    /// Looks through all of them, the closed ones too; where there is none, through the questions, as elsewhere.
    pub(super) fn find(&mut self, desk: &mut Desk<'_>) {
        let elsewhere = if desk.model.journey.applications.is_empty() {
            Go::Open(Place::Library)
        } else if self.is_alone() {
            Go::Section(Section::Roadmap)
        } else {
            self.shows = Shows::All;
            self.find_again(desk.model);
            return self.finder.open();
        };
        desk.go(elsewhere);
        desk.go(Go::Run(Command::Find));
    }

    pub(super) fn in_find(&mut self, msg: &Msg, desk: &Desk<'_>) {
        let rows = self.rows(desk.model).len();
        let before = self.finder.words().to_owned();
        self.finder.take(msg, &mut self.row, rows);
        if self.finder.words().is_empty() {
            self.show_found(desk.model);
        } else if self.finder.words() != before {
            self.row = Cursor::default();
        }
    }

    /// What was found stays marked among all of them.
    pub(super) fn show_found(&mut self, model: &Model) {
        let held = self.held.as_ref().and_then(|id| model.journey.get(id));
        self.unfolded |= held.is_some_and(|a| a.closed);
        self.find_again(model);
    }

    /// What stands above the keys while all of them are in sight.
    pub(super) fn status_of_all(&self, model: &Model) -> String {
        match self.row(model) {
            _ if !self.finder.words().is_empty() => "Esc shows all of them again.".to_owned(),
            Some(Row::Closed(_)) => {
                let how = if self.unfolded { "folds" } else { "lists" };
                format!("Enter {how} the closed ones. / finds one. v: one road at a time.")
            }
            _ => "/ finds one. v shows one road at a time.".to_owned(),
        }
    }
}
