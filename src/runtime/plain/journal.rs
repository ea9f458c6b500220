//! The journal: the entries, the newest first, found by any word and read out.

use super::list::List;
use super::page::Said;
use super::seat::Seat;
use crate::domain::time::day_and_date;
use crate::panes::journal::{findable, read_out, title};

/// Lists the entries and reads those that are chosen.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let today = seat.now().date();
    let entries = seat.model.journal.entries.clone();
    if entries.is_empty() {
        seat.page
            .say("Nothing is written yet. note writes a note, debrief tells of an interview.");
        return Ok(());
    }
    let rows = entries.iter().map(|entry| {
        let line = format!(
            "{}: {}",
            day_and_date(entry.date, today),
            title(entry, &seat.model)
        );
        (line, findable(entry, &seat.model))
    });
    let mut list = List::new(rows);
    list.read(seat, |seat, at| {
        let lines = entries
            .get(at)
            .map_or_else(Vec::new, |e| read_out(e, &seat.model, today));
        seat.page.gap();
        for line in lines {
            seat.page.say(&line);
        }
        seat.page.gap();
        Ok(false)
    })
}
