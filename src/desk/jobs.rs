//! Changes of a job that are made at once, from wherever it is in sight.

use super::{Desk, Effect, Model, undo};
use crate::domain::id::ApplicationId;
use crate::domain::journey::Application;
use crate::domain::time::Now;

/// The job that is meant: this one; else that of the next interview, or the one that was added last.
pub fn meant<'a>(
    model: &'a Model,
    wanted: Option<&ApplicationId>,
    now: Now,
) -> Option<&'a Application> {
    match wanted {
        Some(id) => model.journey.get(id),
        None => (model.next_interview(now.wall).map(|(job, _)| job))
            .or_else(|| model.journey.open().max_by_key(|job| job.since)),
    }
}

/// Changes a job on the screen and on the disk, with no step back yet; gives it as it was, where that changed it.
pub fn put(
    desk: &mut Desk<'_>,
    id: &ApplicationId,
    change: impl FnOnce(&mut Application),
) -> Option<Application> {
    let mut job = desk.model.journey.get(id).cloned()?;
    let before = job.clone();
    change(&mut job);
    if job == before {
        return None;
    }
    desk.perform(Effect::SaveApplication(Box::new(job.clone())));
    desk.model.journey.put(job)
}

/// The same in one step back; `words` say what was done to it.
pub fn change(
    desk: &mut Desk<'_>,
    id: &ApplicationId,
    words: &str,
    change: impl FnOnce(&mut Application),
) {
    if let Some(before) = put(desk, id, change) {
        note(before, words, desk);
    }
}

/// Notes a job as it was.
pub fn note(before: Application, words: &str, desk: &mut Desk<'_>) {
    let step = undo::Step::put(before);
    desk.model.undo.note(words, step);
}
