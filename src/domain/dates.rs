//! Dates as people write them: `today`, `-1d`, `mon`, `12 mar`, `wed 2 dec`, `2.12.`, `2026-03-12`.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

/// Days that a date without a year may have gone by before it is one of next year.
const JUST_PAST: u64 = 60;

/// Which way a day without a year, or a weekday, is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toward {
    /// Journal entries: the last one, today included.
    Past,
    /// Interviews: the next one, today included.
    Future,
    /// An interview that had this day: where that is past, the one nearest to it or to today, else the next one.
    Near(NaiveDate),
    /// Decisions, which are told after a talk: the next one, today left out.
    After,
}

impl Toward {
    /// For the day of an interview that may have had one.
    pub fn interview(known: Option<NaiveDate>) -> Self {
        known.map_or(Self::Future, Self::Near)
    }

    /// What may be written, for hints.
    pub const fn forms(self) -> &'static str {
        match self {
            Self::Past => "today, -1d, mon, 12 mar, 2026-03-12",
            Self::Future | Self::Near(_) | Self::After => "today, +1w, thu, 12 mar, 2026-03-12",
        }
    }
}

/// Reads a date.
///
/// # Errors
/// A sentence that says what to write instead; `03/04` is refused because half of the world reads it the other way,
/// and a weekday that is not the one of its date, because one of the two is wrong.
pub fn read(text: &str, today: NaiveDate, toward: Toward) -> Result<NaiveDate, String> {
    let text = text.trim().to_lowercase();
    if text.contains('/') {
        return Err("Write the month as a word: 3 apr, or 2026-04-03.".to_owned());
    }
    let text = without_lead(&text);
    simple(text, today)
        .or_else(|| shifted(text, today))
        .or_else(|| spoken(text, today))
        .or_else(|| weekday(text, today, toward))
        .map_or_else(|| calendar(text, today, toward), Ok)
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
    let split = |(at, _): (usize, &str)| {
        let (date, time) = text.split_at_checked(at)?;
        let time = time.trim();
        // `3 dec 14` may be a year that was cut short.
        let told = time.starts_with("at ") || time.contains([':', '.', 'h', 'm']);
        // `fri 10.12` is a day first, and a wrong one where that is no Friday.
        let is_day = day_of_week(date).is_some() && day_month(time, today, toward).is_some();
        let time = read_time(time.trim_start_matches("at ")).filter(|_| told && !is_day)?;
        Some((date.trim_end_matches(','), time))
    };
    let whole = read(&text, today, toward).map(|date| (date, None));
    whole.or_else(|why| match text.match_indices(' ').find_map(split) {
        Some((date, time)) => Ok((read(date, today, toward)?, Some(time))),
        None => Err(why),
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

/// A date without the small words that may stand before it.
fn without_lead(text: &str) -> &str {
    let lead = |text: &str| {
        let (word, rest) = text.split_once(' ')?;
        let small = matches!(word, "on" | "by" | "until" | "this" | "the");
        small.then(|| text.len() - rest.trim_start().len())
    };
    match lead(text).and_then(|at| text.get(at..)) {
        Some(rest) => without_lead(rest),
        None => text,
    }
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

/// `next wednesday`, `thursday week`, `last week`, `in two weeks`.
fn spoken(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (word, rest) = text.split_once(' ')?;
    let rest = rest.trim();
    match (word, rest) {
        ("next", "week") => shifted("+1w", today),
        ("last", "week") => shifted("-1w", today),
        (day, "week") => weekday(day, today, Toward::Future)?.checked_add_days(Days::new(7)),
        ("next", day) => of_next_week(day, today),
        ("last", day) => weekday(day, today.pred_opt()?, Toward::Past),
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

/// `next friday` is the one of the week after this one, whatever day it is today: weeks begin on Monday.
fn of_next_week(day: &str, today: NaiveDate) -> Option<NaiveDate> {
    let monday = today.week(Weekday::Mon).checked_first_day()?;
    weekday(day, monday.checked_add_days(Days::new(7))?, Toward::Future)
}

/// The day of the week with this name, or the beginning of it: `thurs`.
fn day_of_week(word: &str) -> Option<Weekday> {
    let word = word.trim_end_matches('.');
    let named = |(name, _): &&(&str, Weekday)| word.len() >= 3 && name.starts_with(word);
    WEEKDAYS.iter().find(named).map(|(_, day)| *day)
}

fn weekday(text: &str, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let day = day_of_week(text)?;
    let ahead = (i64::from(day.num_days_from_monday())
        - i64::from(today.weekday().num_days_from_monday()))
    .rem_euclid(7);
    let ahead = u64::try_from(ahead).ok()?;
    match toward {
        Toward::After if ahead == 0 => today.checked_add_days(Days::new(7)),
        Toward::Future | Toward::Near(_) | Toward::After => {
            today.checked_add_days(Days::new(ahead))
        }
        Toward::Past => today.checked_sub_days(Days::new((7 - ahead) % 7)),
    }
}

/// A day of the calendar, with its weekday before it or without: `2026-12-02`, `wed 2 dec`, `2.12.`.
fn calendar(text: &str, today: NaiveDate, toward: Toward) -> Result<NaiveDate, String> {
    let first = text.split_once([' ', ',']);
    let named = first.and_then(|(word, rest)| Some((day_of_week(word)?, rest)));
    let (day, rest) = named.map_or((None, text), |(day, rest)| (Some(day), rest.trim()));
    let date = NaiveDate::parse_from_str(rest, "%Y-%m-%d").ok();
    let date = date.or_else(|| day_month(rest, today, toward));
    let date = date.ok_or_else(|| format!("Not a date. Write {}.", toward.forms()))?;
    match day.filter(|day| *day != date.weekday()) {
        Some(_) => Err(format!("{}.", date.format("%-d %B %Y is a %A"))),
        None => Ok(date),
    }
}

/// `12 mar`, `mar 12`, `2.12.`, `12 mar 2027`; without a year the nearest one that way.
fn day_month(text: &str, today: NaiveDate, toward: Toward) -> Option<NaiveDate> {
    let words = text.split([' ', ',', '.']).filter(|w| !w.is_empty());
    let mut words: Vec<&str> = words.filter(|w| *w != "of").collect();
    let month = match words.iter().position(|w| month(w).is_some()) {
        Some(at) => month(words.remove(at))?,
        // Only dots say which of two figures is the month.
        None if text.contains('.') && words.len() >= 2 => words.remove(1).parse().ok()?,
        None => return None,
    };
    let mut numbers = words.into_iter();
    let day = numbers.next()?.trim_end_matches(char::is_alphabetic);
    let day: u32 = day.parse().ok()?;
    if let Some(year) = numbers.next() {
        if numbers.next().is_some() {
            return None;
        }
        return NaiveDate::from_ymd_opt(self::year(year, today)?, month, day);
    }
    // A leap day is four years away at most.
    let years = today.year() - 4..=today.year() + 4;
    let mut dates = years.filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
    match toward {
        Toward::Past => dates.rfind(|date| *date <= today),
        Toward::Near(known) if known < today => {
            let far = |date: &NaiveDate, from: NaiveDate| (*date - from).num_days().abs();
            dates.min_by_key(|date| far(date, known).min(far(date, today)))
        }
        Toward::Future | Toward::Near(_) | Toward::After => {
            let soonest = today.checked_sub_days(Days::new(JUST_PAST))?;
            dates.find(|date| *date >= soonest)
        }
    }
}

/// A year in four figures, or in two where it is about now: those of a time of day are none.
fn year(figures: &str, today: NaiveDate) -> Option<i32> {
    let year: i32 = figures.parse().ok()?;
    let near = today.year() - 1..=today.year() + 1;
    match figures.len() {
        4 => Some(year).filter(|year| *year >= 1900),
        2 => Some(2000 + year).filter(|year| near.contains(year)),
        _ => None,
    }
}

/// The number of the month with this name, or the beginning of it.
fn month(word: &str) -> Option<u32> {
    let at = MONTHS
        .iter()
        .position(|m| word.len() >= 3 && m.starts_with(word))?;
    u32::try_from(at + 1).ok()
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
            ("11 march", Toward::Future, "2026-03-11"),
            ("11 jan", Toward::Future, "2026-01-11"),
            ("10 jan", Toward::Future, "2027-01-10"),
            ("fri 13 mar", Toward::Future, "2026-03-13"),
            ("Friday, 13th of March", Toward::Future, "2026-03-13"),
            ("by fri 2026-03-13", Toward::Future, "2026-03-13"),
            ("2.4.", Toward::Future, "2026-04-02"),
            ("02.04.2027", Toward::Future, "2027-04-02"),
            ("thu 2. 4.", Toward::Future, "2026-04-02"),
            ("2.4.26", Toward::Future, "2026-04-02"),
            ("2 apr 27", Toward::Future, "2027-04-02"),
            ("thu. 2 apr.", Toward::Future, "2026-04-02"),
            ("Mon.", Toward::Future, "2026-03-16"),
            ("thurs", Toward::After, "2026-03-19"),
            ("fri", Toward::After, "2026-03-13"),
            ("next monday", Toward::Future, "2026-03-16"),
            ("next friday", Toward::Future, "2026-03-20"),
            ("next sun", Toward::Future, "2026-03-22"),
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
    fn the_day_of_an_interview_that_was_there_is_near_it_or_near_today() {
        let near = |known| Toward::interview(Some(day(known)));
        let today = day("2026-11-30");
        for (text, known, want) in [
            ("28 sep", "2026-09-20", "2026-09-28"),
            ("10 dec", "2026-01-20", "2026-12-10"),
            ("20 jan", "2026-09-28", "2027-01-20"),
            ("5 jan", "2026-12-02", "2027-01-05"),
            ("10 jun", "2026-12-02", "2027-06-10"),
            ("1 dec", "2026-12-02", "2026-12-01"),
            ("fri", "2026-09-20", "2026-12-04"),
        ] {
            assert_eq!(read(text, today, near(known)), Ok(day(want)), "{text}");
        }
        let unknown = read("28 sep", today, Toward::interview(None));
        assert_eq!(unknown, Ok(day("2027-09-28")));
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
        assert_eq!(both("wed 18.3. 14.15"), at("2026-03-18", "14:15"));
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
        assert!(read("3 apr 26 or so", day("2026-03-12"), Toward::Future).is_err());
        // Half past two, or a year long gone?
        assert!(read("3 apr 14", day("2026-03-12"), Toward::Future).is_err());
    }

    #[test]
    fn a_weekday_that_is_not_the_one_of_its_date_is_told() {
        let today = day("2026-11-30");
        let told = Err("2 December 2026 is a Wednesday.".to_owned());
        assert_eq!(read("tue 2 dec", today, Toward::Future), told);
        for text in ["tue 2 dec 14:00", "tue 2.12", "tue. 2.12."] {
            let with_time = read_with_time(text, today, Toward::Future);
            assert_eq!(with_time.map(|(day, _)| day), told, "{text}");
        }
        let time = read_with_time("tue 14.30", today, Toward::Future);
        assert_eq!(time.ok(), Some((day("2026-12-01"), read_time("14:30"))));
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
