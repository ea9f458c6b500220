//! The interviews of an application in its form: a line for each, which opens a form of its own.

use super::{ApplicationForm, ROUNDS};
use crate::desk::{Desk, Go, Place};
use crate::panes::rounds;

impl ApplicationForm {
    /// The interviews as they are now; one may have been added or changed in its own form.
    pub(super) fn show_rounds(&mut self, desk: &Desk<'_>) {
        let Some(before) = self.before(desk.model) else {
            return;
        };
        let rows = rounds::fields(before, desk.now.date(), desk.model);
        let notes = self.notes();
        self.paper.form.fields.splice(ROUNDS..notes, rows);
        self.paper.form.at = self.paper.form.at.min(self.notes());
    }

    /// Opens the interview that is marked, or a new one.
    pub(super) fn open_round(&mut self, desk: &mut Desk<'_>) {
        let Some(before) = self.before(desk.model) else {
            return;
        };
        let at = self.paper.form.at.checked_sub(ROUNDS);
        let at = at.and_then(|at| before.by_day().get(at).map(|(place, _)| *place));
        let place = Place::EditRound(before.id.clone(), at);
        self.paper.keep(desk);
        desk.go(Go::Open(place));
    }
}
