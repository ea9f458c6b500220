//! Preparation steps that are ticked, for one application or, without one, for the user.

use std::sync::Arc;

use crate::desk::{Desk, Effect, Model, undo};
use crate::domain::ahead::is_stage_near;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Tick};
use crate::domain::library::{Ask, StageId};
use crate::domain::prepare::{Prepared, prepared};
use crate::domain::text::beginning;
use crate::domain::time::Now;

/// Whether a step is ticked.
pub fn is_ticked(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    step: &str,
) -> bool {
    match application {
        Some(a) => a.has_ticked(stage, step),
        None => model
            .profile
            .ticks
            .iter()
            .any(|(s, text)| s == stage.id() && text == step),
    }
}

/// Whether a step of preparation is done for the next interview at a stage.
pub fn is_done(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    step: &str,
    now: Now,
) -> bool {
    match application {
        Some(a) => a.is_prepared(stage, step, now.date()),
        None => is_ticked(model, stage, None, step),
    }
}

/// What is ticked for a new application: with the first one, what was prepared before there was any.
pub fn to_begin_with(model: &Model) -> Vec<Tick> {
    if !model.journey.applications.is_empty() {
        return Vec::new();
    }
    let ticks = model.profile.ticks.iter();
    let known = ticks.map(|(stage, step)| Some(Tick::of(StageId::from_id(stage)?, step.clone())));
    known.flatten().collect()
}

/// Whether the last evening before an interview of this stage has begun, or its day.
pub fn is_near(model: &Model, stage: StageId, application: Option<&Application>, now: Now) -> bool {
    let entries = &model.journal.entries;
    application.is_some_and(|a| is_stage_near(a, stage, entries, now.wall))
}

/// How far the preparation for a stage is; on the last evening, of the steps that still fit in.
pub fn count(
    model: &Model,
    stage: StageId,
    application: Option<&Application>,
    now: Now,
) -> Prepared {
    let Some(sheet) = model.library.stage(stage) else {
        return Prepared::default();
    };
    let near = is_near(model, stage, application, now);
    let is_done = |step: &str| is_done(model, stage, application, step, now);
    prepared(&sheet, application, near, is_done)
}

/// The questions that were kept to be asked at a stage: one's own, then the others in the order in which its page has them.
pub fn to_ask(model: &Model, stage: StageId, application: Option<&Application>) -> Vec<String> {
    let own = application.map_or(&[][..], |a| &a.asks).iter();
    let own = own
        .filter(|(at, _)| *at == stage)
        .map(|(_, own)| own.clone());
    let kept = |ask: &Arc<Ask>| is_ticked(model, stage, application, &ask.text);
    let asks = asks(model, stage, application).into_iter().filter(kept);
    own.chain(asks.map(|ask| ask.text.clone())).collect()
}

/// What is said of a question that was kept before.
pub const THERE: &str = "That question is there already.";

/// Keeps a question of one's own in place of what was kept of it before; one without words goes. `false` where another one
/// has these words already: that one stays as it is.
pub fn ask(
    desk: &mut Desk<'_>,
    stage: StageId,
    application: &ApplicationId,
    (before, words): (&str, &str),
) -> bool {
    let Some(mut after) = desk.model.journey.get(application).cloned() else {
        return false;
    };
    if before == words {
        return true;
    }
    let there = |asks: &[(StageId, String)], words: &str| {
        asks.iter()
            .position(|(at, own)| *at == stage && own == words)
    };
    let is_new = there(&after.asks, words).is_none();
    match there(&after.asks, before) {
        Some(at) if words.is_empty() || !is_new => {
            after.asks.remove(at);
        }
        Some(at) => words.clone_into(&mut after.asks[at].1),
        None if words.is_empty() || !is_new => return is_new,
        None => after.asks.push((stage, words.to_owned())),
    }
    desk.perform(Effect::SaveApplication(Box::new(after.clone())));
    desk.model.journey.put(after);
    is_new
}

/// Keeps one more question of one's own, which one step back lets go; `false` where it is there already.
pub fn add(
    desk: &mut Desk<'_>,
    stage: StageId,
    application: &ApplicationId,
    question: &str,
) -> bool {
    let before = desk.model.journey.get(application).cloned();
    let added = ask(desk, stage, application, ("", question));
    if let Some(before) = before.filter(|_| added) {
        note_question(before, desk);
    }
    added
}

/// Notes the job as it was before a question of one's own.
pub fn note_question(before: Application, desk: &mut Desk<'_>) {
    desk.model
        .undo
        .note("the question", undo::Step::put(before));
}

/// What can be asked at a stage: what is asked by people this far along and in the user's field of work stands first,
/// and what was kept stays, also when the field is another now.
pub fn asks(model: &Model, stage: StageId, application: Option<&Application>) -> Vec<Arc<Ask>> {
    model.library.asks_at(stage, |ask| {
        ask.is_for(&model.profile.family, model.profile.seniority)
            || is_ticked(model, stage, application, &ask.text)
    })
}

/// Keeps a question to be asked, or lets it go; whether it is kept then. One of another stage counts as one's own.
pub fn keep(
    desk: &mut Desk<'_>,
    stage: StageId,
    application: &ApplicationId,
    question: &str,
) -> bool {
    let Some(job) = desk.model.journey.get(application) else {
        return false;
    };
    let kept = to_ask(desk.model, stage, Some(job));
    let is_kept = kept.iter().any(|words| words == question);
    let here = asks(desk.model, stage, Some(job));
    if is_kept || here.iter().any(|ask| ask.text == question) {
        toggle(desk, stage, Some(application), question);
    } else {
        add(desk, stage, application, question);
    }
    !is_kept
}

/// Ticks a step, or takes the tick away. A step that was ticked for an interview before this one is ticked anew.
pub fn toggle(
    desk: &mut Desk<'_>,
    stage: StageId,
    application: Option<&ApplicationId>,
    step: &str,
) {
    let is_on = is_on(desk, stage, application, step);
    let words = words(desk.model, stage, application, step, is_on);
    if let Some(before) = application
        .and_then(|id| desk.model.journey.get(id))
        .cloned()
    {
        let mut after = before.clone();
        let own = (stage, step.to_owned());
        if after.asks.contains(&own) {
            after.asks.retain(|ask| *ask != own);
        } else {
            after.ticks.retain(|tick| !tick.is_at(stage, step));
            let on = Some(desk.now.date());
            let tick = || Tick {
                on,
                ..Tick::of(stage, step)
            };
            after.ticks.extend((!is_on).then(tick));
        }
        desk.perform(Effect::SaveApplication(Box::new(after.clone())));
        desk.model.journey.put(after);
        desk.model.undo.note(words, undo::Step::put(before));
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

/// Whether a question is kept, or a step is done for this interview.
fn is_on(desk: &Desk<'_>, stage: StageId, job: Option<&ApplicationId>, step: &str) -> bool {
    let model = &desk.model;
    let job = job.and_then(|id| model.journey.get(id));
    if is_ask(model, stage, job, step) {
        is_ticked(model, stage, job, step)
    } else {
        is_done(model, stage, job, step, desk.now)
    }
}

fn is_ask(model: &Model, stage: StageId, job: Option<&Application>, step: &str) -> bool {
    asks(model, stage, job).iter().any(|ask| ask.text == step)
}

/// What is done to a step or a question by its tick.
fn words(
    model: &Model,
    stage: StageId,
    job: Option<&ApplicationId>,
    step: &str,
    is_on: bool,
) -> String {
    let job = job.and_then(|id| model.journey.get(id));
    let did = match (is_ask(model, stage, job, step), is_on) {
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
