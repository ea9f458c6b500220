//! The end of a sitting: what was asked, how it went, and what has most to gain.

use super::page::{Away, Said};
use super::parts::{self, Parts};
use super::seat::Seat;
use super::whole;
use crate::desk::Effect;
use crate::domain::practice::mock::PageLine;
use crate::domain::practice::record::{Event, EventKind, SittingRecord};
use crate::domain::practice::results::{ResultRow, Results};
use crate::domain::progress;
use crate::domain::text::{capital, full_stop};
use crate::domain::time::clock_text;
use crate::panes::ended;
use crate::panes::library_words::asked_text;
use crate::panes::words::count;
use crate::widgets::prose::MEASURE;

/// Prints the results; the sitting joins what was practiced before. What was held of talks and items can be read on.
///
/// # Errors
/// When the user goes away; everything is saved by then.
pub fn show(seat: &mut Seat<'_>) -> Said<()> {
    let Some(sitting) = seat.model.practice.sitting.take() else {
        return Ok(());
    };
    let record = sitting.record().clone();
    let results = Results::of(&record);
    seat.page.say(&full_stop(&format!(
        "The sitting is over: {}",
        record.head.title
    )));
    let whole = record.head.shape.is_some();
    let rows = rows(seat, &results, whole);
    let mut parts = Parts::of(seat, &record);
    if whole {
        parts.begin(seat);
        let skipped = results.rows.iter().filter(|row| row.skipped).count();
        let skipped = match skipped {
            0 => String::new(),
            n => format!(", {n} skipped"),
        };
        parts.add(format!("The questions{skipped}"), rows);
        parts.add(TURNS.to_owned(), turns(seat, &record));
    } else {
        for (row, n) in rows.iter().zip(1..) {
            if let PageLine::Item(words) = row {
                seat.page.hanging(&format!("{n}. "), words);
            }
        }
    }
    let id = record.head.id.clone();
    seat.model.practice.finish(record);
    tell_sums(seat, &results);
    if whole {
        let nerves = match whole::nerves(seat) {
            Err(Away::Back | Away::Undo) => None,
            nerves => nerves?,
        };
        if let Some(nerves) = nerves {
            let block = Event::block(EventKind::Nerves, nerves.figure(), seat.now());
            seat.perform(&Effect::Append(id, Box::new(block)))?;
            seat.page.say(&nerves.words());
        }
        parts.read(seat)?;
    }
    Ok(())
}

/// The part of a mock that tells its talks and items.
pub const TURNS: &str = "The talks and items, turn by turn";

/// The talks and items of a mock; nothing where it had none.
pub fn turns(seat: &Seat<'_>, record: &SittingRecord) -> Vec<PageLine> {
    let shape = record.head.shape.as_ref();
    if shape.is_some_and(|s| s.stops().any(|(_, stop, _)| stop.is_task())) {
        let page = ended::stops(record, &seat.model, seat.now(), MEASURE);
        return parts::lines(&page.text());
    }
    Vec::new()
}

/// What was asked, each with how it went; of a whole mock without what was skipped.
fn rows(seat: &Seat<'_>, results: &Results, whole: bool) -> Vec<PageLine> {
    let row = |row: &ResultRow| {
        let text = asked_text(&seat.model, row.question.as_str(), row.wording);
        PageLine::Item(format!("{text} {}", row_words(row)))
    };
    let rows = results.rows.iter().filter(|row| !(whole && row.skipped));
    rows.map(row).collect()
}

fn tell_sums(seat: &mut Seat<'_>, results: &Results) {
    let (inside, windows) = results.inside();
    if windows > 0 {
        seat.page
            .say(&format!("Within the target time: {inside} of {windows}."));
    }
    if let Some(row) = results.most_to_gain() {
        let title = row.title(&seat.model.library);
        seat.page
            .say(&format!("Lowest this time: {}.", title.to_lowercase()));
    }
    let today = seat.now().date();
    let week = progress::week(&seat.model.practice.history, today);
    let minutes: u32 = week.iter().map(|d| d.minutes).sum();
    let answers = week
        .iter()
        .find(|d| d.date == today)
        .map_or(0, |d| d.answers);
    let answers = count(answers as usize, "answer", "answers");
    let minutes = count(minutes as usize, "minute", "minutes");
    seat.page
        .say(&format!("Saved. {answers} today, {minutes} this week."));
    seat.page.gap();
}

/// `Partly, 1:04, in the window.`
fn row_words(row: &ResultRow) -> String {
    if row.skipped {
        return format!("{}.", capital(row.word()));
    }
    let edge = (row.edge).map_or_else(String::new, |e| format!(", {}", e.words()));
    let again = if row.retries > 0 {
        ", one point tried again"
    } else {
        ""
    };
    let length = clock_text(row.length_s.into());
    format!("{}, {length}{edge}{again}.", row.word())
}
