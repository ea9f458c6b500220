//! Where a story was told: the interviews that took place, the last one first; a tick says so.

use crate::desk::{Desk, Model, stories};
use crate::domain::id::StoryId;
use crate::domain::order::InOrder;
use crate::domain::story::{Story, Told};
use crate::domain::time::Now;
use crate::panes::story_words::told_place;
use crate::widgets::sheet::Sheet;

/// How many interviews are offered.
const MOST: usize = 8;

/// The interviews to choose from.
pub fn sheet(model: &Model, story: &Story, now: Now) -> Sheet<Told> {
    let row = |(ticked, place, told): (bool, String, Told)| {
        let tick = if ticked { "[x]" } else { "[ ]" };
        (format!("{tick} {place}"), told)
    };
    let rows = places(model, story, now).into_iter().map(row);
    Sheet::new("Where it was told", rows.collect())
}

/// The interviews that took place, the last one first, and somewhere else: whether it was told there, what is said of it.
pub fn places(model: &Model, story: &Story, now: Now) -> Vec<(bool, String, Told)> {
    let today = now.date();
    let applications = model.journey.applications.iter();
    let rounds = applications.flat_map(|a| a.rounds.iter().map(move |r| (a, r)));
    let mut held: Vec<Told> = rounds
        .filter(|(_, round)| round.date.is_some_and(|day| day <= today))
        .map(|(application, round)| Told::in_round(application, round, today))
        .collect();
    held.order_by_key(|told| std::cmp::Reverse(told.day));
    held.truncate(MOST);
    held.push(Told {
        day: today,
        ..Told::default()
    });
    let row = |told: Told| {
        let ticked = find(story, &told).is_some();
        let place = match told.application {
            Some(_) => told_place(model, &told, today),
            None => "somewhere else, today".to_owned(),
        };
        (ticked, place, told)
    };
    held.into_iter().map(row).collect()
}

/// The place of what was written of that interview.
fn find(story: &Story, told: &Told) -> Option<usize> {
    let same = |other: &Told| {
        (&other.application, other.stage, other.day) == (&told.application, told.stage, told.day)
    };
    story.told.iter().position(same)
}

/// Notes that it was told there, or takes that away again.
pub fn turn(desk: &mut Desk<'_>, id: &StoryId, told: &Told) {
    let Some(story) = desk.model.stories.get(id) else {
        return;
    };
    let before = find(story, told);
    stories::change(desk, id, "where a story was told", |story| match before {
        Some(at) => drop(story.told.remove(at)),
        None => story.told.push(told.clone()),
    });
    desk.say_undoable(match (before, &told.application) {
        (Some(_), _) => "Not told there. u takes it back.",
        (None, Some(_)) => {
            "Told there: Stories warns you when they sit in the room again. u takes it back."
        }
        // Nobody is known who could sit there again.
        (None, None) => "Told there. u takes it back.",
    });
}
