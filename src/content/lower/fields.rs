//! Readers of single fields: text made safe, words of closed lists, ids.

use std::ops::RangeInclusive;

use super::kinds::Word;
use crate::content::found::{At, Sink};
use crate::content::hint::did_you_mean;
use crate::content::raw::{self, Levels};
use crate::domain::library::Law;
use crate::domain::text::{clean, one_line};
use crate::problem::Severity;

/// Longest text that is taken at all, in characters; rules set tighter limits.
pub const MAX_TEXT: usize = 4_000;

/// Most entries of a list that is not a list of records.
pub const MAX_LIST: usize = 64;

/// A text on one line.
pub fn line(sink: &mut Sink, at: &At<'_>, text: String) -> String {
    if plain(&text) && text.len() <= MAX_TEXT {
        return text;
    }
    cut(sink, at, one_line(&text))
}

/// A text that may have several lines; blanks before the first word stay where it is set in, as code is.
pub fn prose(sink: &mut Sink, at: &At<'_>, text: &str) -> String {
    cut(sink, at, clean(text.trim_end().trim_start_matches('\n')))
}

/// A text without which the record is of no use.
pub fn required(sink: &mut Sink, at: &At<'_>, text: String) -> String {
    let text = line(sink, at, text);
    if text.is_empty() {
        sink.error(
            at,
            format_args!("`{at}` is missing or empty."),
            "Write it: the record cannot be used without.",
        );
    }
    text
}

/// Lists of texts, each on one line.
pub fn lines(sink: &mut Sink, at: &At<'_>, texts: Vec<String>) -> Vec<String> {
    capped(sink, at, texts)
        .enumerate()
        .map(|(i, text)| line(sink, &at.item(i), text))
        .collect()
}

/// The entries of a list, as many as are taken.
pub fn capped<T>(sink: &mut Sink, at: &At<'_>, list: Vec<T>) -> impl Iterator<Item = T> + use<T> {
    let taken = measured(sink, at, &list).len();
    list.into_iter().take(taken)
}

/// The records of a list, each lowered at its own place.
pub fn each<T, U>(
    sink: &mut Sink,
    at: &At<'_>,
    list: Vec<T>,
    mut lower: impl FnMut(&mut Sink, &At<'_>, T) -> U,
) -> Vec<U> {
    let list: Vec<T> = capped(sink, at, list).collect();
    let list = list.into_iter().enumerate();
    list.map(|(i, one)| lower(sink, &at.item(i), one)).collect()
}

/// A number inside a span; one outside is told, and the nearest edge stands in.
pub fn number(sink: &mut Sink, at: &At<'_>, number: u32, span: RangeInclusive<u32>) -> u32 {
    if !span.contains(&number) {
        sink.error(
            at,
            format_args!("`{at}` is {number}."),
            format_args!("Use {} to {}.", span.start(), span.end()),
        );
    }
    number.clamp(*span.start(), *span.end())
}

/// The part of a list that is taken; a list that is longer than anybody writes is told.
pub fn measured<'t, T>(sink: &mut Sink, at: &At<'_>, list: &'t [T]) -> &'t [T] {
    if list.len() > MAX_LIST {
        let what = format_args!(
            "`{at}` has {} entries, at most {MAX_LIST} are taken.",
            list.len()
        );
        sink.error(at, what, "Shorten the list.");
    }
    list.get(..MAX_LIST).unwrap_or(list)
}

/// The four texts of a scale, lowest first.
pub fn levels(sink: &mut Sink, at: &At<'_>, levels: Levels) -> [String; 4] {
    let Levels {
        not_yet,
        partly,
        solid,
        strong,
    } = levels;
    [
        line(sink, &at.key("not-yet"), not_yet),
        line(sink, &at.key("partly"), partly),
        line(sink, &at.key("solid"), solid),
        line(sink, &at.key("strong"), strong),
    ]
}

/// A word of a closed list; `None` and a finding when it is another one.
pub fn word<T: Word>(sink: &mut Sink, at: &At<'_>, text: &str) -> Option<T> {
    let found = T::read(text);
    if found.is_none() {
        let what = format_args!("`{at}` cannot be {:?}.", one_line(text));
        sink.rule(
            ("L01", Severity::Error),
            at,
            what,
            did_you_mean(text, T::ids()),
        );
    }
    found
}

/// The words of a list, those that are known.
pub fn words<T: Word>(sink: &mut Sink, at: &At<'_>, texts: &[String]) -> Vec<T> {
    let taken = measured(sink, at, texts);
    taken
        .iter()
        .enumerate()
        .filter_map(|(i, text)| word(sink, &at.item(i), text))
        .collect()
}

/// Ids of other records, in the type of what they name.
pub fn ids<'t, T>(
    sink: &mut Sink,
    at: &At<'_>,
    texts: &'t [String],
    make: impl Fn(&'t String) -> T,
) -> Vec<T> {
    let taken = measured(sink, at, texts);
    taken.iter().map(make).collect()
}

/// An id of another record; nothing when it is empty.
pub fn id<'t, T>(text: &'t str, make: impl Fn(&'t str) -> T) -> Option<T> {
    (!text.is_empty()).then(|| make(text))
}

/// One line of ASCII with nothing to clean and nothing to trim.
fn plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|b| (b' '..=b'~').contains(b))
        && bytes.first() != Some(&b' ')
        && bytes.last() != Some(&b' ')
}

/// Cuts a text that is too long to be taken, and says so.
fn cut(sink: &mut Sink, at: &At<'_>, text: String) -> String {
    if text.chars().count() <= MAX_TEXT {
        return text;
    }
    sink.error(
        at,
        format_args!("`{at}` has more than {MAX_TEXT} characters."),
        "Shorten it.",
    );
    text.chars().take(MAX_TEXT).collect()
}

/// Where what a record says on the law holds; `None` for one that says nothing on it.
pub fn law(
    sink: &mut Sink,
    at: &At<'_>,
    jurisdiction: Vec<String>,
    reviewed: Option<raw::Date>,
) -> Option<Law> {
    let places = lines(sink, &at.key("jurisdiction"), jurisdiction);
    let reviewed = reviewed.map_or_else(String::new, |day| day.0);
    (!places.is_empty()).then_some(Law { places, reviewed })
}
