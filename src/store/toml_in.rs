//! Reading the user's TOML files: dates, cleaned text, and mistakes told with their place.

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone as _};
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, Error as _, MapAccess, Visitor};
use toml::value::Datetime;

use crate::content::from_toml::{self, Slip};
use crate::content::{moment, place, proof};
use crate::domain::text;
use crate::domain::time::Wall;
use crate::problem::{Problem, Severity};

/// The number that every file starts with.
pub const FORMAT: i64 = 1;

/// A file as serde reads it, with its format number.
pub trait Formatted: DeserializeOwned {
    /// The number.
    fn format(&self) -> i64;
}

/// Reads a file and its format number; a newer format is read as far as it can be understood.
///
/// # Errors
///
/// A [`Problem`] with the line, for bytes that are not UTF-8, not TOML, or lack a key.
pub fn open<T: Formatted>(file: &str, bytes: &[u8]) -> Result<(T, i64), Box<Problem>> {
    let text = utf8(file, bytes)?;
    match from_toml::read::<T>(text) {
        Ok(raw) => {
            let format = raw.format();
            Ok((raw, format))
        }
        Err(error) => Err(Box::new(match stated_format(text) {
            Some(format) if format > FORMAT => newer(file, format),
            _ => first::<T>(file, text, &error),
        })),
    }
}

/// Whether a file can be read, without looking for what is wrong where it cannot: that takes long.
pub fn opens<T: Formatted>(bytes: &[u8]) -> bool {
    utf8("", bytes).is_ok_and(|text| from_toml::read::<T>(text).is_ok())
}

/// The first mistake of a file in the order of its lines.
fn first<T: Formatted>(file: &str, text: &str, error: &Slip) -> Problem {
    let mut all = proof::proof::<T>(file, text).into_iter();
    all.find(|problem| problem.severity == Severity::Error)
        .unwrap_or_else(|| place::mistake(file, text, error))
}

/// Everything that is wrong in a file, in the order of its lines; of a newer format only what keeps it from being read.
pub fn proof<T: Formatted>(file: &str, bytes: &[u8]) -> Vec<Problem> {
    match utf8(file, bytes) {
        Ok(text) if stated_format(text).is_some_and(|format| format > FORMAT) => Vec::new(),
        Ok(text) => proof::proof::<T>(file, text),
        Err(problem) => vec![*problem],
    }
}

/// Says that a file comes from a newer version.
pub fn newer(file: &str, format: i64) -> Problem {
    Problem {
        severity: Severity::Warning,
        ..Problem::in_file(
            file,
            format!(
                "This file was made by a newer Greenroom (format {format}, this one knows {FORMAT})."
            ),
            "It is left as it is. Update Greenroom to change it.",
        )
    }
}

/// The format number of a file that may be broken further down.
pub fn stated_format(text: &str) -> Option<i64> {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.starts_with('#'))?;
    let (key, value) = line.split_once('=')?;
    let value = value.split('#').next()?.trim();
    (key.trim() == "format").then(|| value.parse().ok())?
}

/// The text of a file, without the mark that some editors put before it.
///
/// # Errors
///
/// A [`Problem`] with the line where the text stops being UTF-8.
pub fn utf8<'a>(file: &str, bytes: &'a [u8]) -> Result<&'a str, Box<Problem>> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let lines = good.split(|b| *b == b'\n').count();
            let mut problem = Problem::in_file(
                file,
                "This file is not UTF-8 text.",
                "Save it as UTF-8 in your editor.",
            );
            problem.place.line = count(lines);
            Err(Box::new(problem))
        }
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// A line of a file or a name, with controls made visible, cut to a readable length.
pub fn visible(line: &str) -> String {
    let start: String = line.chars().take(160).collect();
    text::visible(&start)
}

/// Text of a file as it may be shown. Every string of the user's files passes here.
pub fn shown(text: String) -> String {
    text::clean_owned(text)
}

/// Lines of a file as they may be shown.
pub fn all_shown(texts: Vec<String>) -> Vec<String> {
    texts.into_iter().map(shown).collect()
}

/// A date, as TOML's own or as a string.
#[derive(Debug, Clone, Copy)]
pub struct Day(pub NaiveDate);

/// A time of day, as TOML's own or as a string.
#[derive(Debug, Clone, Copy)]
pub struct Clock(pub NaiveTime);

/// A moment with its offset from UTC; without an offset it is UTC.
#[derive(Debug, Clone, Copy)]
pub struct Moment(pub Wall);

/// A seed; numbers that TOML cannot hold are strings.
#[derive(Debug, Clone, Copy)]
pub struct Seed(pub u64);

fn day(value: Datetime) -> Option<NaiveDate> {
    let date = value.date?;
    NaiveDate::from_ymd_opt(
        i32::from(date.year),
        u32::from(date.month),
        u32::from(date.day),
    )
}

fn clock(value: Datetime) -> Option<NaiveTime> {
    let time = value.time?;
    NaiveTime::from_hms_nano_opt(
        u32::from(time.hour),
        u32::from(time.minute),
        u32::from(time.second.unwrap_or(0)).min(59),
        time.nanosecond.unwrap_or(0),
    )
}

fn at(value: Datetime) -> Option<Wall> {
    let minutes = match value.offset {
        Some(toml::value::Offset::Custom { minutes }) => i32::from(minutes),
        Some(toml::value::Offset::Z) | None => 0,
    };
    FixedOffset::east_opt(minutes * 60)?
        .from_local_datetime(&day(value)?.and_time(clock(value)?))
        .single()
}

/// What is wrong with a text that is no date, and how to mend it.
type Odd = fn(&str) -> (String, String);

fn odd_moment(text: &str) -> (String, String) {
    (
        format!("`{text}` is no moment that can be read"),
        "write it as 2026-11-23T18:30:00+01:00".to_owned(),
    )
}

/// TOML's own date or a text; what is needed, and what to say of another text.
struct DatetimeOrText(&'static str, Odd);

impl<'de> Visitor<'de> for DatetimeOrText {
    type Value = Datetime;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Datetime, E> {
        text.parse().map_err(|_unread| {
            let (what, hint) = self.1(text);
            E::custom(format_args!("{}; {hint}", what.trim_end_matches('.')))
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Datetime, A::Error> {
        Datetime::deserialize(serde::de::value::MapAccessDeserializer::new(map))
    }
}

macro_rules! moments {
    ($($name:ident, $read:ident, $wanted:literal, $odd:expr, $words:literal;)+) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = deserializer.deserialize_any(DatetimeOrText($wanted, $odd))?;
                $read(value).map(Self).ok_or_else(|| D::Error::custom($words))
            }
        }
    )+};
}

moments! {
    Day, day, "a date", moment::day, "this is no date; write it as 2026-11-23";
    Clock, clock, "a time of day", moment::time, "this is no time of day; write it as 18:30";
    Moment, at, "a moment", odd_moment, "this is no moment; write it as 2026-11-23T18:30:00+01:00";
}

impl<'de> Deserialize<'de> for Seed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = u64;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a whole number from 0 on")
            }

            fn visit_i64<E: serde::de::Error>(self, n: i64) -> Result<u64, E> {
                u64::try_from(n).map_err(E::custom)
            }

            fn visit_u64<E: serde::de::Error>(self, n: u64) -> Result<u64, E> {
                Ok(n)
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<u64, E> {
                text.parse().map_err(E::custom)
            }
        }
        deserializer.deserialize_any(Number).map(Self)
    }
}
