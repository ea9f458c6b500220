//! What rules on completeness say again and again: this is empty, this list is too short, that is no word for it.

use std::ops::RangeInclusive;

use crate::content::check::out::Out;
use crate::content::found::At;
use crate::content::raw::Levels;

/// Tells which of these are empty.
pub fn needed(out: &mut Out<'_>, at: &At<'_>, fields: &[(&str, &str)]) {
    for (name, value) in fields {
        if value.trim().is_empty() {
            let at = at.key(name);
            out.error(
                "L02",
                &at,
                format_args!("`{at}` is missing or empty."),
                "Write it.",
            );
        }
    }
}

/// Tells a list that is too short or too long.
pub fn size(
    out: &mut Out<'_>,
    at: &At<'_>,
    name: &str,
    entries: usize,
    allowed: RangeInclusive<usize>,
) {
    if !allowed.contains(&entries) {
        let at = at.key(name);
        let what = format_args!("`{at}` has {entries} entries.");
        out.error(
            "L02",
            &at,
            what,
            format_args!("Write {} to {}.", allowed.start(), allowed.end()),
        );
    }
}

/// Tells levels without a text.
pub fn scale(out: &mut Out<'_>, at: &At<'_>, name: &str, levels: &Levels) {
    let scale = at.key(name);
    for (level, text) in levels.each() {
        if text.trim().is_empty() {
            let what = format_args!("`{}` is missing or empty.", scale.key(level));
            out.error(
                "L02",
                &scale.key(level),
                what,
                "Write one observable text for each of the four levels.",
            );
        }
    }
}

/// Tells a word that is not of a closed list.
pub fn one_of(out: &mut Out<'_>, at: &At<'_>, name: &str, value: &str, allowed: &[&str]) {
    if !allowed.contains(&value) {
        let at = at.key(name);
        out.error(
            "L02",
            &at,
            format_args!("`{at}` cannot be {value:?}."),
            format_args!("Use one of: {}.", allowed.join(", ")),
        );
    }
}
