//! Time as an argument: two readings taken once for each event.
//!
//! The monotonic reading measures, the wall reading dates. A laptop that slept shows in their difference.

use std::ops::{Add, Sub};
use std::time::Duration;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};

/// A reading of the monotonic clock: time since the program started.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Mono(pub Duration);

impl Mono {
    /// Time from `earlier` to here; zero when `earlier` lies ahead.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

impl Add<Duration> for Mono {
    type Output = Self;

    fn add(self, rhs: Duration) -> Self {
        Self(self.0.saturating_add(rhs))
    }
}

impl Sub<Duration> for Mono {
    type Output = Self;

    fn sub(self, rhs: Duration) -> Self {
        Self(self.0.saturating_sub(rhs))
    }
}

/// Wall time with its offset from UTC.
pub type Wall = DateTime<FixedOffset>;

/// The time of one event. Made in `runtime` and nowhere else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// For measuring.
    pub mono: Mono,
    /// For dates on the screen and in files.
    pub wall: Wall,
}

impl Now {
    /// The date where the user is.
    pub fn date(self) -> NaiveDate {
        self.wall.date_naive()
    }

    /// The time of day where the user is.
    pub fn time(self) -> NaiveTime {
        self.wall.time()
    }

    /// Both readings as they were `by` ago.
    #[must_use]
    pub fn ago(self, by: Duration) -> Self {
        let wall = chrono::Duration::from_std(by)
            .ok()
            .and_then(|by| self.wall.checked_sub_signed(by))
            .unwrap_or(self.wall);
        Self {
            mono: self.mono - by,
            wall,
        }
    }

    /// Both readings as they will be `by` from here.
    #[must_use]
    pub fn after(self, by: Duration) -> Self {
        let wall = chrono::Duration::from_std(by)
            .ok()
            .and_then(|by| self.wall.checked_add_signed(by))
            .unwrap_or(self.wall);
        Self {
            mono: self.mono + by,
            wall,
        }
    }
}

/// Whole seconds as `m:ss`, hours as `h:mm:ss`.
pub fn clock_text(seconds: u64) -> String {
    let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if h > 0 {
        format!("{h}:{m:02}:{s:02}")
    } else {
        format!("{m}:{s:02}")
    }
}

/// `12 Mar`; with the year when it is another one than today's.
pub fn short_date(date: NaiveDate, today: NaiveDate) -> String {
    if date.year() == today.year() {
        date.format("%-d %b").to_string()
    } else {
        date.format("%-d %b %Y").to_string()
    }
}

/// `Thu 12 Mar`; with the year when it is another one than today's.
pub fn day_and_date(date: NaiveDate, today: NaiveDate) -> String {
    format!("{} {}", date.format("%a"), short_date(date, today))
}
/// `today`, `tomorrow`, `Thursday`, `Thu 10 Dec`.
pub fn day_words(date: NaiveDate, today: NaiveDate) -> String {
    match (date - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        2..=6 => date.format("%A").to_string(),
        _ => day_and_date(date, today),
    }
}
