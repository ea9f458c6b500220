//! Recordings that have lain for the days that the settings say.

use chrono::NaiveDate;

use crate::desk::Outcome;
use crate::desk::voice::Heard;
use crate::store::home::Home;

/// Removes them; says how many there were, or why they stay.
pub(super) fn forget(home: &Home, today: NaiveDate) -> Option<Outcome> {
    let days = home.load_config().0.sound.kept_days;
    let words = match home.forget_recordings(days, today) {
        Ok(0) => return None,
        Ok(1) => format!("One recording that was older than {days} days was removed."),
        Ok(count) => format!("{count} recordings that were older than {days} days were removed."),
        Err(error) => error.to_string(),
    };
    Some(Outcome::Sound(Heard::Told(words)))
}
