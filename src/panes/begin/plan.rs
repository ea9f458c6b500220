//! What a drill draws: what the journal asks for, the jobs, and what was seen already.

use super::{advert, flow, schedule};
use crate::desk::{Desk, Model};
use crate::domain::ahead::next_of_all;
use crate::domain::id::TopicId;
use crate::domain::practice::pick::{self, Draw, Setup, Steer};
use crate::domain::practice::record::Planned;
use crate::domain::time::Now;

/// The role of the job whose interview is the next one; without an interview, those of all open jobs.
fn roles(model: &Model, now: Now) -> Vec<&str> {
    let jobs = &model.journey.applications;
    match next_of_all(jobs, &model.journal.entries, now.wall) {
        Some((job, _)) => vec![job.role.as_str()],
        None => (jobs.iter().filter(|job| !job.closed))
            .map(|job| job.role.as_str())
            .collect(),
    }
}

/// Topics of other trades than those of the jobs that are ahead.
pub fn other_trades(model: &Model, now: Now) -> Vec<TopicId> {
    pick::other_trades(&model.library, roles(model, now))
}

/// Draws the questions of a set-up.
pub(super) fn plan(setup: &Setup, seed: u64, desk: &Desk<'_>) -> Vec<Planned> {
    let model = &desk.model;
    let today = desk.now.date();
    let schedule = schedule(model, desk.now);
    let warm_ups = model.practice.sittings.iter().filter(|head| head.warm_up);
    let steer = Steer {
        warmed_up: (warm_ups.flat_map(|head| &head.plan))
            .map(|planned| planned.question.clone())
            .collect(),
        advert: advert(setup, model, desk.now),
        other_trades: other_trades(model, desk.now),
        ..flow(model, today).steer
    };
    let draw = Draw {
        library: &model.library,
        history: &model.practice.history,
        schedule: &schedule,
        steer: &steer,
        filter: &setup.filter,
        order: setup.order,
        count: setup.count,
        seed,
        today,
    };
    draw.plan()
}
