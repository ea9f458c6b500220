//! What the form writes down: a new application, and the round of its stage with day, time and mock.

use chrono::{NaiveDate, NaiveTime};

use crate::content::mine::mocks as own;
use crate::desk::{Desk, Model};
use crate::domain::id::{ApplicationId, BlueprintId};
use crate::domain::journey::{Application, Outcome as Ending, Round};
use crate::domain::library::StageId;
use crate::store::layout;

/// The mocks for this person's field, their own first, with titles and the place of the one that was chosen; before
/// them stands the choice of none.
pub fn mocks_for(
    model: &Model,
    chosen: Option<&BlueprintId>,
) -> (Vec<BlueprintId>, Vec<String>, usize) {
    let family = &model.profile.family;
    let mut mocks: Vec<_> = (model.library.blueprints.iter())
        .filter(|b| b.is_for(family) || Some(&b.id) == chosen)
        .collect();
    mocks.sort_by_key(|b| (!own::is_own(&b.id), b.stage.order()));
    let mut titles = vec!["no mock chosen".to_owned()];
    titles.extend(mocks.iter().map(|b| b.title.clone()));
    let place = mocks.iter().position(|b| Some(&b.id) == chosen);
    let ids = mocks.iter().map(|b| b.id.clone()).collect();
    (ids, titles, place.map_or(0, |n| n + 1))
}

/// Puts the chosen mock into the round of the current stage; one without a date yet is made for it.
pub fn set_mock(application: &mut Application, mock: Option<&BlueprintId>) {
    let stage = application.stage;
    let here = |r: &&mut Round| r.stage == stage;
    if let Some(round) = application.rounds.iter_mut().rev().find(here) {
        round.mock = mock.cloned();
    } else if mock.is_some() {
        application.rounds.push(Round {
            mock: mock.cloned(),
            ..round(stage, None, None)
        });
    }
}

/// A round of which only stage and time are known.
const fn round(stage: StageId, date: Option<NaiveDate>, time: Option<NaiveTime>) -> Round {
    Round {
        stage,
        date,
        time,
        people: Vec::new(),
        mock: None,
        note: String::new(),
        level: None,
        outcome: Ending::Pending,
    }
}

/// A new application, with a name that is free.
pub fn blank(employer: &str, role: &str, stage: StageId, desk: &Desk<'_>) -> Application {
    let taken = |id: &str| desk.model.journey.get(&ApplicationId::new(id)).is_some();
    let name = layout::free_name(&layout::application_name(employer, role), taken);
    Application {
        id: ApplicationId::new(name),
        employer: String::new(),
        role: String::new(),
        stage,
        since: desk.now.date(),
        closed: false,
        outcome: Ending::Pending,
        rounds: Vec::new(),
        ticks: Vec::new(),
        notes: String::new(),
        moves: Vec::new(),
    }
}

/// Puts date and time into the round of the current stage.
pub fn set_round(application: &mut Application, date: Option<NaiveDate>, time: Option<NaiveTime>) {
    let stage = application.stage;
    match application
        .rounds
        .iter_mut()
        .rev()
        .find(|r| r.stage == stage)
    {
        Some(round) => (round.date, round.time) = (date, time),
        None if date.is_some() => application.rounds.push(round(stage, date, time)),
        None => {}
    }
}
