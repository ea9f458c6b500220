//! Phrases that several screens say the same way.

use chrono::{NaiveDate, NaiveTime, Timelike};

use crate::desk::Model;
use crate::domain::practice::clock::Pacing;
use crate::domain::practice::record::{Block, EventKind};
use crate::domain::text::capital;
pub use crate::domain::text::number;
use crate::domain::time::{clock_text, day_and_date};
use crate::widgets::canvas::cells;

/// What pages about a job say where there is none.
pub const NO_JOB: &str = "There is no job here yet. On the Roadmap, n adds the one you are after.";

/// What a page says to the key that opens it.
pub const HERE: &str = "You are there.";

/// How the extra time is called where it is chosen.
pub const EXTRA_TIME: &str = "Extra time";

/// The clocks with their words, as forms offer them.
pub const CLOCKS: [(Pacing, &str); 3] = [
    (Pacing::Window, "counts up, never cuts you off"),
    (Pacing::Hard, "ends the answer when its time is up"),
    (Pacing::None, "no clock"),
];

/// Over notes and answers that came with a question; they are shown only after the attempt.
pub const KEPT: &str = "Kept with the question";

/// The fact beside the text of a line. In little room a short one (a level, a day) stands whole and a long one only where
/// it costs the text nothing: what the line is about is worth more.
pub fn fact_beside<'a>(text: &str, fact: &'a str, width: u16) -> &'a str {
    const SHORT: u16 = 12;
    const LITTLE: u16 = 60;
    let whole = cells(text) + 2 + cells(fact) <= width;
    if whole || width >= LITTLE || cells(fact) <= SHORT {
        fact
    } else {
        ""
    }
}

/// From so many days on, three whole months of any length, they are counted in months, from so many months on in years.
const LONG: i64 = 92;
const LONG_MONTHS: i64 = 24;

/// `four months`, `ten years`.
fn long(days: i64) -> String {
    let (count, what) = match days * 12 / 365 {
        LONG_MONTHS.. => (days / 365, "years"),
        months => (months, "months"),
    };
    format!(
        "{} {what}",
        number(usize::try_from(count).unwrap_or(usize::MAX))
    )
}

/// `today`, `tomorrow`, `in six days`, `three days ago`, `ten years ago`.
pub fn in_days(date: NaiveDate, today: NaiveDate) -> String {
    let days = (date - today).num_days();
    let count = |n: i64| number(usize::try_from(n).unwrap_or(usize::MAX));
    match days {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        -1 => "yesterday".to_owned(),
        LONG.. => format!("in {}", long(days)),
        _ if days <= -LONG => format!("{} ago", long(-days)),
        2.. => format!("in {} days", count(days)),
        _ => format!("{} days ago", count(-days)),
    }
}

/// How a date that was typed was understood: `Fri 20 Nov, ten days ago`.
pub fn read_back(date: NaiveDate, today: NaiveDate) -> String {
    format!("{}, {}", day_and_date(date, today), in_days(date, today))
}

/// `Good evening`, by the hour.
pub fn greeting(time: NaiveTime) -> &'static str {
    match time.hour() {
        5..12 => "Good morning",
        12..18 => "Good afternoon",
        _ => "Good evening",
    }
}

/// `1 answer`, `3 answers`.
pub fn count(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

/// `ask-first` as words: `Ask first`.
pub fn skill(id: &str) -> String {
    capital(&id.replace('-', " "))
}

/// A text in which names of employers and people are letters and numbers while names are hidden.
pub fn hide_names(model: &Model, text: &str) -> String {
    model.hide(text)
}

/// A title, or the id with a capital where there is none.
pub fn named(id: &str, title: &str) -> String {
    if !title.is_empty() {
        return title.to_owned();
    }
    capital(&id.replace('-', " "))
}

/// `Paused (asleep), 12:00; not counted.` for a block that notes sleep of the computer.
pub fn slept_words(block: &Block) -> Option<String> {
    match block {
        Block::Event(e) if e.what == EventKind::Slept => Some(format!(
            "Paused (asleep), {}; it is not counted.",
            clock_text(u64::from(e.seconds))
        )),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_days_in_words() {
        let day = |d| NaiveDate::from_ymd_opt(2026, 3, d).expect("a date in a test");
        assert_eq!(in_days(day(18), day(12)), "in six days");
        assert_eq!(in_days(day(12), day(12)), "today");
        assert_eq!(in_days(day(9), day(12)), "three days ago");
        assert_eq!(in_days(day(30), day(2)), "in 28 days");
        let since = |text: &str| in_days(text.parse().expect("a day"), day(12));
        assert_eq!(since("2025-11-05"), "four months ago");
        assert_eq!(since("2016-03-10"), "ten years ago");
        assert_eq!(since("2025-12-11"), "91 days ago");
        assert_eq!(since("2025-12-10"), "three months ago");
    }
}
