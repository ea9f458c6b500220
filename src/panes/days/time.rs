//! How much time there is: minutes a day, and days that are free.

use chrono::NaiveDate;

use crate::desk::{Desk, Effect, Model, undo};
use crate::domain::next::{Day, Days, Part};
use crate::domain::settings::Profile;

/// The choices of minutes a day.
pub const CHOICES: [u16; 5] = [15, 30, 45, 60, 90];

/// Takes the next choice of minutes a day, or the one before.
pub fn turn(more: bool, desk: &mut Desk<'_>) {
    let minutes = desk.model.profile.minutes_a_day;
    let next = if more {
        CHOICES.into_iter().find(|choice| *choice > minutes)
    } else {
        CHOICES.into_iter().rev().find(|choice| *choice < minutes)
    };
    if let Some(next) = next {
        set(next, desk);
    }
}

/// Whether more minutes a day make more room: there are more to choose, and a day that is not a free one.
pub fn can_be_more(model: &Model, days: &Days) -> bool {
    let before = |day: &Day| day.part == Part::Before && day.limit > 0;
    let minutes = model.profile.minutes_a_day;
    days.list.iter().any(before) && CHOICES.into_iter().any(|choice| choice > minutes)
}

/// Sets the minutes of a day.
pub fn set(minutes: u16, desk: &mut Desk<'_>) {
    keep("minutes a day", desk, |profile| {
        profile.minutes_a_day = minutes;
    });
}

/// Makes a day a free one, or takes that back.
pub fn turn_free(day: NaiveDate, desk: &mut Desk<'_>) {
    let today = desk.now.date();
    let free = desk.model.profile.minutes_on(day) == Some(0);
    keep("the free day", desk, |profile| {
        profile.say_minutes(day, (!free).then_some(0), today);
    });
}

fn keep(words: &str, desk: &mut Desk<'_>, change: impl FnOnce(&mut Profile)) {
    let before = desk.model.profile.clone();
    change(&mut desk.model.profile);
    let profile = Box::new(desk.model.profile.clone());
    desk.perform(Effect::SaveProfile(profile));
    let step = undo::Step::Profile(Box::new(before));
    desk.model.undo.note(words, step);
}
