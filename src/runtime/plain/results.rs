//! The end of a sitting: what was asked, how it went, and what has most to gain.

use super::page::{Away, Said};
use super::seat::Seat;
use super::{talk, whole};
use crate::desk::Effect;
use crate::domain::practice::mock::{self, PageLine};
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
    tell_page(seat, &record);
    for (row, n) in results.rows.iter().zip(1..) {
        let text = asked_text(&seat.model, row.question.as_str(), row.wording);
        seat.page
            .hanging(&format!("{n}. "), &format!("{text} {}", row_words(row)));
    }
    let parts = ended::stops(&record, &seat.model, seat.now(), MEASURE).text();
    let held = record.head.shape.as_ref();
    let whole = held.is_some();
    let held = held.is_some_and(|s| s.stops().any(|(_, stop, _)| stop.is_task()));
    let id = record.head.id.clone();
    seat.model.practice.finish(record);
    tell_sums(seat, &results);
    if held
        && seat
            .page
            .yes("Read the talks and items turn by turn?", false)?
    {
        talk::tell(seat, &parts);
    }
    let nerves = match whole.then(|| whole::nerves(seat)).transpose() {
        Err(Away::Back | Away::Undo) => None,
        nerves => nerves?.flatten(),
    };
    if let Some(nerves) = nerves {
        let block = Event::block(EventKind::Nerves, nerves.figure(), seat.now());
        seat.perform(&Effect::Append(id, Box::new(block)))?;
        seat.page.say(&nerves.words());
    }
    Ok(())
}

/// The page of a whole mock, as an interviewer's debrief would give it.
pub fn tell_page(seat: &mut Seat<'_>, record: &SittingRecord) {
    for line in mock::page(record, &seat.model.library).unwrap_or_default() {
        match line {
            PageLine::Heading(words) => {
                seat.page.gap();
                seat.page.say(&format!("{words}:"));
            }
            PageLine::Mark(words) => seat.page.say(&words),
            PageLine::Command(words) => seat.page.tell(&format!("`{words}`")),
            PageLine::Item(words) => seat.page.hanging("- ", &words),
        }
    }
    if record.head.shape.is_some() {
        seat.page.gap();
    }
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
