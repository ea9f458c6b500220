//! Dates and times as people write them, and how the program reads them.

use chrono::NaiveDate;

/// How a date is written.
const DATE: &str = "Write a date as 2026-12-10: year, month, day.";

/// How a time of day is written.
const TIME: &str = "Write a time as 09:30, from 00:00 to 23:59.";

/// Names under which a date stands, besides those that end with `date` or `_on`.
const DAYS: [&str; 4] = ["since", "ended", "created", "day"];

/// What is wrong with something that was meant as a date, and how to mend it.
pub fn day(written: &str) -> (String, String) {
    let parts = numbers(written);
    match parts.as_deref() {
        Some([year, month, day]) if *year > 999 => of_calendar(*year, *month, *day),
        // Which of two numbers before a year is the month, nobody can tell, unless they are parted by dots.
        Some([day, month, year]) if *year > 999 && written.contains('.') => {
            of_calendar(*year, *month, *day)
        }
        _ if written.contains(':') => (
            format!("`{written}` is a time of day, and a date is needed."),
            DATE.to_owned(),
        ),
        _ => (
            format!("`{written}` is no date that can be read."),
            DATE.to_owned(),
        ),
    }
}

fn of_calendar(year: u32, month: u32, day: u32) -> (String, String) {
    let first = |year, month| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, 1);
    let Some(start) = first(year, month) else {
        return (format!("There is no month {month}."), DATE.to_owned());
    };
    let next = if month == 12 {
        first(year + 1, 1)
    } else {
        first(year, month + 1)
    };
    let days = next.map_or(0, |next| (next - start).num_days());
    if i64::from(day) > days || day == 0 {
        let name = start.format("%B");
        return (
            format!("There is no {day} {name} {year}."),
            format!("{name} has {days} days then; its last one is {year:04}-{month:02}-{days:02}."),
        );
    }
    (
        "This date is not in the form that is read.".to_owned(),
        format!("Write it as {year:04}-{month:02}-{day:02}."),
    )
}

/// What is wrong with something that was meant as a time of day, and how to mend it.
pub fn time(written: &str) -> (String, String) {
    match numbers(written).as_deref() {
        Some([hour, minute] | [hour, minute, _]) if *hour < 24 && *minute < 60 => (
            "This time is not in the form that is read.".to_owned(),
            format!("Write it as {hour:02}:{minute:02}."),
        ),
        Some([_, _] | [_, _, _]) if written.contains(':') => (
            format!("There is no time {written} in a day."),
            TIME.to_owned(),
        ),
        _ => (
            format!("`{written}` is no time of day that can be read."),
            TIME.to_owned(),
        ),
    }
}

/// What is wrong with a value without quotation marks that was meant as a date or a time; nothing for others.
pub fn meant(name: &str, written: &str) -> Option<(String, String)> {
    if name == "time" {
        return Some(time(written));
    }
    if name.ends_with("date") || name.ends_with("_on") || DAYS.contains(&name) {
        return Some(day(written));
    }
    match numbers(written)?.as_slice() {
        [_, _] | [_, _, _] if written.contains(':') => Some(time(written)),
        [_, _, _] => Some(day(written)),
        _ => None,
    }
}

/// The numbers of a date or a time; nothing where other signs stand between them.
fn numbers(written: &str) -> Option<Vec<u32>> {
    let parts = written.split(['-', '.', '/', ':']);
    parts.map(|part| part.trim().parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_a_number_is_asked_for_as_a_date_at_once() {
        for name in ["since", "ended", "created", "day", "decision_date"] {
            assert!(meant(name, "yesterday").is_some(), "{name}");
        }
    }

    fn said((what, hint): (String, String)) -> String {
        format!("{what} {hint}")
    }

    #[test]
    fn a_day_that_is_not_in_the_calendar_is_named() {
        for (written, told) in [
            (
                "2026-02-30",
                "There is no 30 February 2026. February has 28 days then; its last one is 2026-02-28.",
            ),
            (
                "2026-12-32",
                "There is no 32 December 2026. December has 31 days then; its last one is 2026-12-31.",
            ),
            (
                "2026-13-45",
                "There is no month 13. Write a date as 2026-12-10: year, month, day.",
            ),
        ] {
            assert_eq!(said(day(written)), told);
        }
    }

    #[test]
    fn another_form_is_written_as_it_is_read() {
        for (written, told) in [
            ("2026-1-5", "Write it as 2026-01-05."),
            ("30.11.2026", "Write it as 2026-11-30."),
            ("11/30/2026", DATE),
            ("30 Nov", DATE),
        ] {
            assert_eq!(day(written).1, told, "{written}");
        }
        for (written, told) in [
            ("9:30", "Write it as 09:30."),
            ("10.30", "Write it as 10:30."),
            ("25:00:00", TIME),
            ("half past nine", TIME),
        ] {
            assert_eq!(time(written).1, told, "{written}");
        }
    }

    #[test]
    fn a_number_is_no_date() {
        assert_eq!(meant("minutes", "5.5.5x"), None);
        assert_eq!(meant("minutes", "90"), None);
        assert!(meant("asked_on", "soon").is_some());
    }
}
