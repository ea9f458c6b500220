//! Dates as people write them: `today`, `-1d`, `mon`, `12 mar`, `2026-03-12`.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// Which way a day without a year, or a weekday, is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// Journal entries: the last one, today included.
    Past,
    /// Interviews: the next one, today included.
    Future,
}

impl Toward {
    /// What may be written, for hints.
    pub const fn forms(self) -> &'static str {
        match self {
            Self::Past => "today, -1d, mon, 12 mar, 2026-03-12",
            Self::Future => "today, +1w, thu, 12 mar, 2026-03-12",
        }
    }
}

/// Reads a date.
///
/// # Errors
/// A sentence that says what to write instead; `03/04` is refused because half of the world reads it the other way.
pub fn read(text: &str, today: NaiveDate, toward: Toward) -> Result<NaiveDate, String> {
    let text = text.trim().to_lowercase();
    if text.contains('/') {
        return Err("Write the month as a word: 3 apr, or 2026-04-03.".to_owned());
    }
    simple(&text, today)
        .or_else(|| shifted(&text, today))
        .or_else(|| spoken(&text, today, toward))
        .or_else(|| weekday(&text, today, toward))
        .or_else(|| NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok())
        .or_else(|| day_month(&text, today, toward))
        .ok_or_else(|| format!("Not a date. Write {}.", toward.forms()))
}

/// Reads a date that may have a time of day behind it: `thursday 14:00`, `3 dec at 2 pm`.
///
/// # Errors
/// As [`read`].
pub fn read_with_time(
    text: &str,
    today: NaiveDate,
    toward: Toward,
) -> Result<(NaiveDate, Option<NaiveTime>), String> {
    let text = text.trim().to_lowercase();
    let split = |(at, _): (usize, char)| {
        let (date, time) = text.split_at_checked(at)?;
        let time = time.trim();
        // `3 dec 14` may be a year that was cut short.
        let told = time.starts_with("at ") || time.contains([':', '.', 'h', 'm']);
        let time = read_time(time.trim_start_matches("at ")).filter(|_| told)?;
        let date = read(date.trim_end_matches(','), today, toward).ok()?;
        Some((date, Some(time)))
    };
    let whole = read(&text, today, toward).map(|date| (date, None));
    whole.or_else(|why| {
        text.match_indices(' ')
            .map(|(at, _)| (at, ' '))
            .find_map(split)
            .ok_or(why)
    })
}

/// What to write instead of what is no time of day.
pub const NO_TIME: &str = "Write a time: 10:00 or 2 pm.";

/// Reads a time of day: `10`, `10:30`, `2 pm`, `14.15`.
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let text = text.trim().to_lowercase().replace(['.', 'h'], ":");
    let (text, shift) = match (text.strip_suffix("pm"), text.strip_suffix("am")) {
        (Some(t), _) => (t.trim().to_owned(), Some(12)),
        (_, Some(t)) => (t.trim().to_owned(), Some(0)),
        _ => (text, None),
    };
    let (hour, minute) = text.split_once(':').unwrap_or((text.as_str(), "0"));
    let (hour, minute): (u32, u32) = (
        hour.trim().parse().ok()?,
        minute.trim().parse().unwrap_or(60),
    );
    let hour = match shift {
        Some(_) if hour == 0 || hour > 12 => return None,
        Some(shift) => hour % 12 + shift,
        None => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

fn simple(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match text {
        "" | "today" => Some(today),
        "yesterday" => today.checked_sub_days(Days::new(1)),
        "tomorrow" => today.checked_add_days(Days::new(1)),
        _ => None,
    }
}

/// `-1d`, `+2w`.
fn shifted(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let back = text.starts_with('-');
    let rest = text.strip_prefix(['-', '+'])?;
    let unit = match rest.chars().next_back()? {
        'd' => 1,
        'w' => 7,
        _ => return None,
    };
    let number: u64 = rest.get(..rest.len() - 1)?.parse().ok()?;
    let days = Days::new(number.checked_mul(unit)?);
    if back {
        today.checked_sub_days(days)
    } else {
        today.checked_add_days(days)
    }
}

/// `next wednesday`, `thursday week`, `last week`, `in two weeks`, `by friday`.
fn spoken(text: &str, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let (word, rest) = text.split_once(' ')?;
    let rest = rest.trim();
    match (word, rest) {
        ("next", "week") => shifted("+1w", today),
        ("last", "week") => shifted("-1w", today),
        (day, "week") => weekday(day, today, Toward::Future)?.checked_add_days(Days::new(7)),
        ("next", day) => weekday(day, today.succ_opt()?, Toward::Future),
        ("last", day) => weekday(day, today.pred_opt()?, Toward::Past),
        ("on" | "by" | "until" | "this" | "the", rest) => read(rest, today, toward).ok(),
        ("in", rest) => {
            let (number, unit) = rest.split_once(' ')?;
            let number = match number {
                "a" | "one" => "1",
                "two" => "2",
                "three" => "3",
                figure => figure,
            };
            let unit = match unit {
                "day" | "days" => "d",
                "week" | "weeks" => "w",
                _ => return None,
            };
            shifted(&format!("+{number}{unit}"), today)
        }
        _ => None,
    }
}

fn weekday(text: &str, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let day: Weekday = text.parse().ok()?;
    let ahead = (i64::from(day.num_days_from_monday())
        - i64::from(today.weekday().num_days_from_monday()))
    .rem_euclid(7);
    let ahead = u64::try_from(ahead).ok()?;
    match toward {
        Toward::Future => today.checked_add_days(Days::new(ahead)),
        Toward::Past => today.checked_sub_days(Days::new((7 - ahead) % 7)),
    }
}

/// `12 mar`, `mar 12`, `12 mar 2027`; without a year the nearest one that way.
fn day_month(text: &str, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let words: Vec<&str> = text
        .split([' ', ',', '.'])
        .filter(|w| !w.is_empty())
        .collect();
    let month_at = words
        .iter()
        .position(|w| w.len() >= 3 && MONTHS.iter().any(|m| w.starts_with(m)))?;
    let month = MONTHS.iter().position(|m| words[month_at].starts_with(m))?;
    let month = u32::try_from(month).ok()? + 1;
    let mut numbers = words
        .iter()
        .enumerate()
        .filter(|(i, _)| *i != month_at)
        .map(|(_, w)| w.parse::<i32>());
    let day = u32::try_from(numbers.next()?.ok()?).ok()?;
    if let Some(year) = numbers.next() {
        let year = year.ok().filter(|year| (1900..=9999).contains(year))?;
        return NaiveDate::from_ymd_opt(year, month, day);
    }
    let years = match toward {
        Toward::Future => [today.year(), today.year() + 1, today.year() + 4],
        Toward::Past => [today.year(), today.year() - 1, today.year() - 4],
    };
    years
        .into_iter()
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .find(|date| match toward {
            Toward::Future => *date >= today,
            Toward::Past => *date <= today,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date in a test")
    }

    #[test]
    fn reads_what_people_write() {
        let today = day("2026-03-12"); // a Thursday
        let table = [
            ("today", Toward::Past, "2026-03-12"),
            ("", Toward::Past, "2026-03-12"),
            ("-1d", Toward::Past, "2026-03-11"),
            ("+2w", Toward::Future, "2026-03-26"),
            ("mon", Toward::Past, "2026-03-09"),
            ("mon", Toward::Future, "2026-03-16"),
            ("thursday", Toward::Future, "2026-03-12"),
            ("12 mar", Toward::Past, "2026-03-12"),
            ("Mar 13", Toward::Past, "2025-03-13"),
            ("11 march", Toward::Future, "2027-03-11"),
            ("3 april 2027", Toward::Past, "2027-04-03"),
            ("2026-12-31", Toward::Past, "2026-12-31"),
            ("29 feb", Toward::Future, "2028-02-29"),
            ("next wednesday", Toward::Future, "2026-03-18"),
            ("next thursday", Toward::Future, "2026-03-19"),
            ("Thursday week", Toward::Future, "2026-03-19"),
            ("on friday week", Toward::Future, "2026-03-20"),
            ("last thursday", Toward::Past, "2026-03-05"),
            ("by friday", Toward::Future, "2026-03-13"),
            ("next week", Toward::Future, "2026-03-19"),
            ("in two weeks", Toward::Future, "2026-03-26"),
            ("in 3 days", Toward::Future, "2026-03-15"),
        ];
        for (text, toward, want) in table {
            if text == "29 feb" {
                assert_eq!(read(text, day("2027-03-01"), toward), Ok(day(want)));
            } else {
                assert_eq!(read(text, today, toward), Ok(day(want)), "{text}");
            }
        }
    }

    #[test]
    fn a_time_may_stand_behind_the_date() {
        let today = day("2026-03-12");
        let both = |text| {
            let read = read_with_time(text, today, Toward::Future).ok()?;
            Some((read.0, read.1.map(|t| t.format("%H:%M").to_string())))
        };
        let at = |date, time: &str| Some((day(date), Some(time.to_owned())));
        assert_eq!(both("thursday 14:00"), at("2026-03-12", "14:00"));
        assert_eq!(both("18 mar, 2 pm"), at("2026-03-18", "14:00"));
        assert_eq!(both("mon at 9"), at("2026-03-16", "09:00"));
        assert_eq!(both("18 mar"), Some((day("2026-03-18"), None)));
        assert_eq!(both("soon 14:00"), None);
        assert!(read("soon", today, Toward::Future).is_err_and(|words| !words.contains("-1d")));
    }

    #[test]
    fn refuses_what_can_be_read_two_ways() {
        let answer = read("03/04", day("2026-03-12"), Toward::Past);
        assert!(answer.is_err_and(|words| words.contains("3 apr")));
        assert!(read("soon", day("2026-03-12"), Toward::Past).is_err());
        assert!(read("31 feb", day("2026-03-12"), Toward::Past).is_err());
    }

    #[test]
    fn reads_times_of_day() {
        let time = |text| read_time(text).map(|t| t.format("%H:%M").to_string());
        assert_eq!(time("10").as_deref(), Some("10:00"));
        assert_eq!(time("2:30 pm").as_deref(), Some("14:30"));
        assert_eq!(time("12am").as_deref(), Some("00:00"));
        assert_eq!(time("14.15").as_deref(), Some("14:15"));
        assert_eq!(time("25"), None);
        assert_eq!(time("half past"), None);
    }
}
