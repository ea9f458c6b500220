//! How much time there is on the evening before an interview: what does not fit leaves the page.

use chrono::NaiveDate;

use super::ahead::Ahead;
use super::row::{Act, Part, Row};
use crate::desk::{Desk, Effect, Model};

/// The choices, in minutes.
const CHOICES: [u16; 3] = [20, 40, 60];

/// The line, on the day before an interview.
pub fn row(model: &Model, ahead: &Ahead, today: NaiveDate) -> Option<Row> {
    ahead.is_eve().then(|| {
        let minutes = now(model, today);
        let text = "Your time for it today".to_owned();
        let fact = format!("Enter: {} minutes", after(minutes));
        let middle = format!("{minutes} min");
        Row::new(Part::Next, text, middle, fact, Act::Tonight)
    })
}

/// Chooses the next one.
pub fn turn(desk: &mut Desk<'_>) {
    let today = desk.now.date();
    let minutes = after(now(desk.model, today));
    desk.model.profile.tonight = Some((today, minutes));
    let profile = Box::new(desk.model.profile.clone());
    desk.perform(Effect::SaveProfile(profile));
}

fn now(model: &Model, today: NaiveDate) -> u16 {
    let profile = &model.profile;
    profile.tonight_on(today).unwrap_or(profile.minutes_a_day)
}

/// The choice that follows so many minutes; after the longest the shortest.
fn after(minutes: u16) -> u16 {
    let longer = CHOICES.into_iter().find(|choice| *choice > minutes);
    longer.unwrap_or(CHOICES[0])
}
