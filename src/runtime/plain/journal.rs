//! The journal: the entries, the newest first, found by any word and read out.

use super::list::List;
use super::page::Said;
use super::seat::Seat;
use crate::domain::journal::Entry;
use crate::domain::time::day_and_date;
use crate::panes::journal::{findable, read_out, title};

/// Lists the entries and reads those that are chosen.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let rows = rows(seat);
    if rows.is_empty() {
        seat.page
            .say("Nothing is written yet. note writes a note, debrief tells of an interview.");
        return Ok(());
    }
    List::new(rows).read(seat, |seat, at| {
        read(seat, at);
        Ok(false)
    })
}

/// A line for each entry, with all the words that it is found by.
pub fn rows(seat: &Seat<'_>) -> Vec<(String, String)> {
    let today = seat.now().date();
    let row = |entry: &Entry| {
        let day = day_and_date(entry.date, today);
        let line = format!("{day}: {}", title(entry, &seat.model));
        (line, findable(entry, &seat.model))
    };
    seat.model.journal.entries.iter().map(row).collect()
}

/// Reads the entry at this place.
pub fn read(seat: &mut Seat<'_>, at: usize) {
    let today = seat.now().date();
    let entry = seat.model.journal.entries.get(at);
    let lines = entry.map_or_else(Vec::new, |e| read_out(e, &seat.model, today));
    seat.page.gap();
    for line in lines {
        seat.page.say(&line);
    }
    seat.page.gap();
}
