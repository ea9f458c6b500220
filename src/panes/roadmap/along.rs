//! An application moves along its road, or leaves it.

use super::Roadmap;
use crate::desk::{Desk, Effect, Go, Place, undo};
use crate::domain::ahead::{move_to, to_come};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Which};
use crate::domain::library::StageId;
use crate::domain::time::day_and_date;
use crate::panes::debrief::fresh;

impl Roadmap {
    /// Opens the debrief of an application: on its road the one of the marked stage, where that had its interview.
    pub(super) fn debrief(&self, application: Option<Application>, desk: &mut Desk<'_>) {
        let stage = Some(self.marked_stage()).filter(|_| !self.is_all());
        let today = desk.now.date();
        let wanted = application.map(|a| {
            let slot = stage.and_then(|stage| fresh::last_of_stage(&a, stage, today));
            (a.id, slot)
        });
        desk.go(Go::Open(Place::Debrief(None, wanted)));
    }

    /// The interview of an application that is meant: on its road the one of the marked stage, where one is to come there.
    pub(super) fn meant(
        &self,
        application: Option<Application>,
        desk: &Desk<'_>,
    ) -> Option<(ApplicationId, Which)> {
        let application = application?;
        let stage = self.marked_stage();
        let jobs = std::slice::from_ref(&application);
        let coming = to_come(jobs, &desk.model.journal.entries, desk.now.wall);
        let there = !self.is_all() && coming.iter().any(|(_, r)| r.stage == stage);
        let which = if there { Which::Of(stage) } else { Which::Next };
        Some((application.id, which))
    }
}

/// The application stands at a stage from now on.
pub fn stand_at(application: &Application, to: StageId, desk: &mut Desk<'_>) {
    let name = desk.model.employer(application);
    if to == application.stage {
        return desk.say(format!("{name} stands there already."));
    }
    let mut moved = application.clone();
    let along = move_to(&mut moved, to, desk.now);
    desk.perform(Effect::SaveApplication(Box::new(moved.clone())));
    if let Some(before) = desk.model.journey.put(moved) {
        (desk.model.undo).note(format!("moving {name}"), undo::Step::put(before));
    }
    let today = desk.now.date();
    let along = along.map_or_else(String::new, |day| {
        format!(", the interview of {} with it", day_and_date(day, today))
    });
    desk.say_undoable(format!(
        "{name} stands at: {}{along}. u takes it back.",
        to.short()
    ));
}

/// The application goes into the trash.
pub fn remove(application: Application, desk: &mut Desk<'_>) {
    let name = desk.model.employer(&application);
    desk.model.journey.remove(&application.id);
    desk.perform(Effect::TrashApplication(application.id.clone()));
    let words = format!("removing {name}");
    desk.model.undo.note(words, undo::Step::put(application));
    desk.say_undoable(format!("{name} is in the trash. u takes it back."));
}
