//! How old something is, counted from the content date and never from today: an old checkout still builds.

use chrono::{Datelike, NaiveDate};

/// Whole months from one day to another; `None` when either is no date. Negative for a day still to come.
pub fn months_between(earlier: &str, later: &str) -> Option<i32> {
    let (from, to) = (day(earlier)?, day(later)?);
    let months =
        (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed();
    Some(if to.day() < from.day() {
        months - 1
    } else {
        months
    })
}

fn day(text: &str) -> Option<NaiveDate> {
    text.get(..10)
        .and_then(|day| NaiveDate::parse_from_str(day, "%Y-%m-%d").ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_months_count() {
        assert_eq!(months_between("2025-05-24", "2026-11-24"), Some(18));
        assert_eq!(months_between("2025-05-25", "2026-11-24"), Some(17));
        assert_eq!(months_between("2026-12-24", "2026-11-24"), Some(-1));
        assert_eq!(months_between("soon", "2026-11-24"), None);
    }
}
