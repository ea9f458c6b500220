//! L18 enough of everything, L19 the right mix: the figures that the library must reach.

use std::fmt;

use super::book::Book;
use super::out::Out;
use crate::content::found::At;

mod competencies;
mod families;
mod mix;
mod others;
mod table;
mod targets;

pub use table::table;

/// Runs the rules.
pub fn check(book: &Book, out: &mut Out<'_>) {
    families::check(book, out);
    competencies::check(book, out);
    mix::check(book, out);
    others::check(book, out);
}

/// A cell may fall short of its target by a tenth.
const fn needed(target: usize) -> usize {
    (target * 9).div_ceil(10)
}

/// Tells a figure that is not reached, in the file that has records of the array.
fn tell(book: &Book, out: &mut Out<'_>, rule: &'static str, array: &str, what: impl fmt::Display) {
    out.leave(book.file_of(array));
    out.error(
        rule,
        &At::top(array),
        what,
        "Write or retag records until the figure is reached.",
    );
}

/// Tells a count that is too small.
fn least(
    book: &Book,
    out: &mut Out<'_>,
    array: &str,
    (has, needs): (usize, usize),
    what: impl fmt::Display,
) {
    if has < needs {
        let what = format_args!("Too few {what}: {has} of {needs}.");
        tell(book, out, "L18", array, what);
    }
}
