//! A note: some lines, saved before anything else is said.

use super::dots;
use super::page::{Away, Said};
use super::seat::Seat;
use crate::desk::undo::Step;
use crate::domain::id::EntryId;
use crate::domain::journal::Entry;
use crate::domain::text::beginning;
use crate::store::layout;

/// What a line can ask for.
pub const WORDS: &str =
    "A line with only a dot ends it. .r reads what you have, .z takes the last line off.";

/// Takes a note and saves it.
///
/// # Errors
/// When the user quits, or it cannot be saved and the user gives up.
pub fn write(seat: &mut Seat<'_>) -> Said<()> {
    seat.page.say(&format!("Write the note. {WORDS}"));
    let body = lines(seat, "")?;
    if body.is_empty() {
        seat.page.say("Nothing was written.");
        return Ok(());
    }
    keep(seat, body)
}

/// Saves a note.
///
/// # Errors
/// When it cannot be saved and the user gives up.
pub fn keep(seat: &mut Seat<'_>, body: String) -> Said<()> {
    let now = seat.now();
    let id = EntryId::new(layout::note_name(now.date(), &body));
    let mut entry = Entry::note(id, body, now);
    seat.save(&mut entry, true)?;
    let words = format!("the note \"{}\"", beginning(&entry.body));
    seat.model.undo.note(words, Step::NoEntry(entry.id));
    seat.page.say("Saved. u takes it back.");
    Ok(())
}

/// Takes lines until one holds only a dot, after those that are there.
///
/// # Errors
/// When nothing can be read any more and nothing was written; words that were written are given back.
pub fn lines(seat: &mut Seat<'_>, before: &str) -> Said<String> {
    let mut text = before.trim_end().to_owned();
    loop {
        let line = match seat.page.line() {
            Err(Away::Quit) if !text.is_empty() => break,
            line => line?,
        };
        match line.trim_end() {
            "." => break,
            "?" | ".?" => seat.page.say(WORDS),
            dots::SO_FAR => seat.page.say(&format!("So far: {text}")),
            dots::LAST_OFF => {
                let (rest, off) = dots::last_off(&text);
                let (rest, off) = (rest.to_owned(), dots::off_words(off));
                text = rest;
                seat.page.say(&off);
            }
            line if dots::is_way(line) || dots::is_word(line) => {
                seat.page.say(&dots::not_taken(line, WORDS));
            }
            line => {
                let gap = if text.is_empty() { "" } else { "\n" };
                text = format!("{text}{gap}{line}");
            }
        }
    }
    Ok(text.trim().to_owned())
}
