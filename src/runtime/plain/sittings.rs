//! Past sittings: every one that came to its end, with what was asked, said and rated in it.

use super::list::List;
use super::page::Said;
use super::parts::Parts;
use super::seat::Seat;
use super::{again, results, talk};
use crate::domain::id::SittingId;
use crate::domain::practice::mock::PageLine;
use crate::domain::text::full_stop;
use crate::domain::time::day_and_date;
use crate::panes::ended;
use crate::panes::past;
use crate::widgets::prose::MEASURE;

/// Lists them, the newest first, and reads those that are chosen.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let past = past::rows(&seat.model);
    if past.is_empty() {
        seat.page.say("Nothing was sat to its end yet.");
        return Ok(());
    }
    List::new(rows(seat, &past)).read(seat, |seat, at| {
        if let Some(row) = past.get(at) {
            read(seat, &row.id)?;
        }
        Ok(false)
    })
}

/// A line for each, with all the words that it is found by.
pub fn rows(seat: &Seat<'_>, past: &[past::Row]) -> Vec<(String, String)> {
    let today = seat.now().date();
    let row = |row: &past::Row| {
        let day = day_and_date(row.started.date_naive(), today);
        let gap = if row.went.is_empty() { "" } else { ", " };
        let line = full_stop(&format!("{day}: {}{gap}{}", row.title, row.went));
        (line, row.findable())
    };
    past.iter().map(row).collect()
}

/// Reads one of them.
///
/// # Errors
/// When the user goes away.
pub fn read(seat: &mut Seat<'_>, id: &SittingId) -> Said<()> {
    let Some(record) = seat.recorded(id)? else {
        return Ok(());
    };
    seat.page.gap();
    let told = again::answers(seat, &record, |_| true);
    if record.head.shape.is_some() {
        let mut parts = Parts::of(seat, &record);
        parts.begin(seat);
        let said = |(asked, said)| [PageLine::Item(asked), PageLine::Mark(said)];
        let skipped = again::skipped(&record);
        let title = format!("What you said. {skipped}");
        parts.add(
            title.trim_end_matches([' ', '.']).to_owned(),
            told.into_iter().flat_map(said).collect(),
        );
        parts.add(results::TURNS.to_owned(), results::turns(seat, &record));
        return parts.read(seat);
    }
    if told.is_empty() {
        let page = ended::stops(&record, &seat.model, seat.now(), MEASURE);
        talk::tell(seat, &page.text());
    }
    again::tell(seat, told);
    seat.page.gap();
    Ok(())
}
