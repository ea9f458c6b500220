//! How long an interview takes, out of words such as `1 h 30 min`.

/// Words for hours and for minutes.
const HOURS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];
const MINUTES: [&str; 6] = ["", "m", "min", "mins", "minute", "minutes"];

/// The minutes that words such as `45 min`, `1.5 hours`, `1 h 30 min` or `1:30` say; where they say more, nobody counts.
pub fn minutes_in(words: &str) -> Option<u32> {
    let words = words.to_lowercase();
    let mut rest = words.trim();
    let mut told: Vec<(f64, &str)> = Vec::new();
    while !rest.is_empty() {
        let behind = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let figure = rest.strip_suffix(behind)?.trim_end_matches('.');
        let next = behind.trim_start_matches(|c: char| !c.is_ascii_digit());
        let unit = behind.strip_suffix(next)?.trim().trim_end_matches('.');
        told.push((figure.parse().ok()?, unit));
        rest = next;
    }
    let minutes = match told.as_slice() {
        [(hours, unit)] if HOURS.contains(unit) => hours * 60.0,
        [(minutes, unit)] if MINUTES.contains(unit) => *minutes,
        [(hours, ":"), (minutes, unit)] if HOURS.contains(unit) || unit.is_empty() => {
            hours * 60.0 + minutes
        }
        [(hours, of_hours), (minutes, unit)]
            if HOURS.contains(of_hours) && MINUTES.contains(unit) =>
        {
            hours * 60.0 + minutes
        }
        _ => return None,
    };
    let minutes = format!("{minutes:.0}").parse().ok()?;
    (1..=24 * 60).contains(&minutes).then_some(minutes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_read_as_people_write_it() {
        for (words, minutes) in [
            ("45 min", Some(45)),
            ("45", Some(45)),
            ("1 h", Some(60)),
            ("1.5 hours", Some(90)),
            ("90 minutes", Some(90)),
            ("45 min.", Some(45)),
            ("1 h 30 min", Some(90)),
            ("1h30", Some(90)),
            ("1:30", Some(90)),
            ("2 x 45 min", None),
            ("45-60 min", None),
            ("half a day, 3 talks", None),
            ("about an hour", None),
            ("", None),
            ("0", None),
        ] {
            assert_eq!(minutes_in(words), minutes, "{words}");
        }
    }
}
