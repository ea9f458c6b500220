//! How much time there is on the evening before an interview: a mock or a drill that does not fit leaves the list.

use chrono::NaiveDate;

use super::ahead::Ahead;
use super::row::{Act, Part, Row};
use crate::desk::{Desk, Effect, Model, undo};

/// The choices, in minutes; without one the list is what it is on any other day.
const CHOICES: [u16; 3] = [20, 40, 60];

/// The line, on the day before an interview.
pub fn row(model: &Model, ahead: &Ahead, today: NaiveDate) -> Option<Row> {
    ahead.is_eve().then(|| {
        let chosen = model.profile.minutes_on(today);
        let text = "Your time for it today".to_owned();
        let middle = chosen.map_or_else(|| AS_USUAL.to_owned(), |minutes| format!("{minutes} min"));
        let next = after(chosen).map_or_else(
            || AS_USUAL.to_owned(),
            |minutes| format!("{minutes} minutes"),
        );
        let fact = format!("Enter: {next}");
        Row::new(Part::Next, text, middle, fact, Act::Tonight)
    })
}

/// What it is called where nothing is chosen.
const AS_USUAL: &str = "as usual";

/// Chooses the next one.
pub fn turn(desk: &mut Desk<'_>) {
    let today = desk.now.date();
    let before = desk.model.profile.clone();
    let next = after(before.minutes_on(today));
    desk.model.profile.say_minutes(today, next, today);
    let profile = Box::new(desk.model.profile.clone());
    desk.perform(Effect::SaveProfile(profile));
    let step = undo::Step::Profile(Box::new(before));
    desk.model.undo.note("your time for today", step);
}

/// The choice that follows; after the longest none.
fn after(chosen: Option<u16>) -> Option<u16> {
    let longer = |choice: &u16| chosen.is_none_or(|minutes| *choice > minutes);
    CHOICES.into_iter().find(longer)
}
