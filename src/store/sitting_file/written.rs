//! Single values exactly as this version writes them; each gives nothing for any other way to write them.

use std::borrow::Cow;

use chrono::{FixedOffset, NaiveDate, TimeZone as _};
use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

use super::raw::{RawPlanned, RawWhy};
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::time::Wall;
use crate::store::toml_in::shown;

/// A whole number as this version writes it: digits without a zero before them.
pub fn number<T: std::str::FromStr>(text: &str) -> Option<T> {
    let written =
        text.bytes().all(|b| b.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    written.then(|| text.parse().ok())?
}

/// A string between single or double quotes in which nothing is escaped.
pub fn plain(value: &str) -> Option<&str> {
    let inner = match value.strip_prefix('"') {
        Some(inner) => inner.strip_suffix('"')?,
        None => value.strip_prefix('\'')?.strip_suffix('\'')?,
    };
    let quote = value.as_bytes().first()?;
    let clean = inner
        .bytes()
        .all(|b| b != *quote && (b != b'\\' || *quote == b'\''));
    clean.then_some(inner)
}

/// A word of a closed list.
pub fn word<T: for<'de> Deserialize<'de>>(text: &str) -> Option<T> {
    T::deserialize(StrDeserializer::<Error>::new(text)).ok()
}

/// `2026-11-23T18:30:00+01:00`, and nothing shorter or longer.
pub fn moment(text: &str) -> Option<Wall> {
    let bytes: &[u8; 25] = text.as_bytes().try_into().ok()?;
    let digits = |at: usize, n: usize| {
        bytes.get(at..at + n)?.iter().try_fold(0_u32, |sum, b| {
            b.is_ascii_digit().then(|| sum * 10 + u32::from(b - b'0'))
        })
    };
    let marks = [
        (4, b'-'),
        (7, b'-'),
        (10, b'T'),
        (13, b':'),
        (16, b':'),
        (22, b':'),
    ];
    if marks.iter().any(|(at, mark)| bytes[*at] != *mark) {
        return None;
    }
    let minutes = i32::try_from(digits(20, 2)? * 60 + digits(23, 2)?).ok()?;
    let offset = match bytes[19] {
        b'+' => minutes,
        b'-' => -minutes,
        _ => return None,
    };
    if digits(20, 2)? > 23 || digits(23, 2)? > 59 {
        return None;
    }
    let year = i32::try_from(digits(0, 4)?).ok()?;
    let local = NaiveDate::from_ymd_opt(year, digits(5, 2)?, digits(8, 2)?)?.and_hms_opt(
        digits(11, 2)?,
        digits(14, 2)?,
        digits(17, 2)?,
    )?;
    FixedOffset::east_opt(offset * 60)?
        .from_local_datetime(&local)
        .single()
}

/// A text between triple quotes with the escapes that this version writes.
pub fn unescaped(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains('\\') {
        return Some(Cow::Borrowed(text));
    }
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split('\\');
    out.push_str(parts.next()?);
    while let Some(part) = parts.next() {
        if part.is_empty() {
            // A backslash, written twice: what follows the second is plain again.
            out.push('\\');
            out.push_str(parts.next()?);
        } else if let Some(after) = part.strip_prefix('"') {
            out.push('"');
            out.push_str(after);
        } else {
            return None;
        }
    }
    Some(Cow::Owned(out))
}

/// The inside of `{ … }`.
pub fn inside(row: &str) -> Option<&str> {
    row.strip_prefix("{ ")?.strip_suffix(" }")
}

/// A key with a plain string at the start of a row, and what follows.
pub fn pair<'a>(row: &'a str, key: &str) -> Option<(&'a str, &'a str)> {
    let value = row.strip_prefix(key)?.strip_prefix(" = ")?;
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (inner, after) = value.get(1..)?.split_once(quote)?;
    let clean = quote == '\'' || !inner.contains('\\');
    clean.then_some((inner, after))
}

pub fn planned(row: &str) -> Option<RawPlanned> {
    let (question, rest) = pair(inside(row)?, "question")?;
    let (wording, rest) = rest.strip_prefix(", wording = ")?.split_once(", ")?;
    let (why, rest) = pair(rest, "why")?;
    let about = match rest {
        "" => "",
        rest => match pair(rest.strip_prefix(", ")?, "about")? {
            (about, "") => about,
            _ => return None,
        },
    };
    Some(RawPlanned {
        question: question.to_owned(),
        wording: number(wording)?,
        why: word::<RawWhy>(why)?,
        about: about.to_owned(),
    })
}

pub fn proof(row: &str) -> Option<(u8, String)> {
    let (point, rest) = inside(row)?.strip_prefix("point = ")?.split_once(", ")?;
    match pair(rest, "words")? {
        (words, "") => Some((number(point)?, shown(words.to_owned()))),
        _ => None,
    }
}

pub fn dimension(row: &str) -> Option<(DimensionId, Level)> {
    let (id, rest) = pair(inside(row)?, "id")?;
    match pair(rest.strip_prefix(", ")?, "level")? {
        (level, "") => Some((DimensionId::new(shown(id.to_owned())), word(level)?)),
        _ => None,
    }
}
