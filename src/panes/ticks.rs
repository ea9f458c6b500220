//! Preparation steps that are ticked, for one application or, without one, for the user.

use std::sync::Arc;

use crate::desk::{Desk, Effect, Model, undo};
use crate::domain::id::ApplicationId;
use crate::domain::journey::Application;
use crate::domain::library::{Ask, StageId};
use crate::domain::text::beginning;

/// Whether a step is ticked.
pub fn is_ticked(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    step: &str,
) -> bool {
    match application {
        Some(a) => a.ticks.iter().any(|(s, text)| *s == stage && text == step),
        None => model
            .profile
            .ticks
            .iter()
            .any(|(s, text)| s == stage.id() && text == step),
    }
}

/// What is ticked for a new application: with the first one, what was prepared before there was any.
pub fn to_begin_with(model: &Model) -> Vec<(StageId, String)> {
    if !model.journey.applications.is_empty() {
        return Vec::new();
    }
    let ticks = model.profile.ticks.iter();
    let known = ticks.map(|(stage, step)| Some((StageId::from_id(stage)?, step.clone())));
    known.flatten().collect()
}

/// How many of the steps of a stage are ticked, and how many there are.
pub fn count(model: &Model, stage: StageId, application: Option<&Application>) -> (usize, usize) {
    let Some(sheet) = model.library.stage(stage) else {
        return (0, 0);
    };
    let done = sheet
        .steps
        .iter()
        .filter(|s| is_ticked(model, stage, application, s))
        .count();
    (done, sheet.steps.len())
}

/// The questions that were kept to be asked at a stage, in the order in which its page has them.
pub fn to_ask(model: &Model, stage: StageId, application: Option<&Application>) -> Vec<String> {
    let kept = |ask: &Arc<Ask>| is_ticked(model, stage, application, &ask.text);
    let asks = asks(model, stage, application).into_iter().filter(kept);
    asks.map(|ask| ask.text.clone()).collect()
}

/// What can be asked at a stage: what is asked in the user's field of work stands first, and what was kept stays, also
/// when the field is another now.
pub fn asks(model: &Model, stage: StageId, application: Option<&Application>) -> Vec<Arc<Ask>> {
    model.library.asks_at(stage, |ask| {
        ask.roles.contains(&model.profile.family) || is_ticked(model, stage, application, &ask.text)
    })
}

/// Ticks a step, or takes the tick away.
pub fn toggle(
    desk: &mut Desk<'_>,
    stage: StageId,
    application: Option<&ApplicationId>,
    step: &str,
) {
    let words = words(desk.model, stage, application, step);
    if let Some(before) = application
        .and_then(|id| desk.model.journey.get(id))
        .cloned()
    {
        let mut after = before.clone();
        flip(&mut after.ticks, (stage, step.to_owned()));
        desk.perform(Effect::SaveApplication(Box::new(after.clone())));
        desk.model.journey.put(after);
        let before = undo::Step::Application(Box::new(before));
        desk.model.undo.note(words, before);
    } else {
        let before = desk.model.profile.clone();
        flip(
            &mut desk.model.profile.ticks,
            (stage.id().to_owned(), step.to_owned()),
        );
        desk.perform(Effect::SaveProfile(Box::new(desk.model.profile.clone())));
        let before = undo::Step::Profile(Box::new(before));
        desk.model.undo.note(words, before);
    }
}

/// What is done to a step or a question by its tick.
fn words(model: &Model, stage: StageId, job: Option<&ApplicationId>, step: &str) -> String {
    let job = job.and_then(|id| model.journey.get(id));
    let ask = asks(model, stage, job).iter().any(|ask| ask.text == step);
    let did = match (ask, is_ticked(model, stage, job, step)) {
        (false, false) => "the tick at",
        (false, true) => "taking the tick off",
        (true, false) => "keeping",
        (true, true) => "letting go of",
    };
    format!("{did} \"{}\"", beginning(step))
}

fn flip<T: PartialEq>(ticks: &mut Vec<T>, tick: T) {
    match ticks.iter().position(|t| *t == tick) {
        Some(at) => {
            ticks.remove(at);
        }
        None => ticks.push(tick),
    }
}
