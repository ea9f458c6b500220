//! The last ten minutes as lines: the card is read, its first sentences are said, and it is written into a file.

use super::page::Said;
use super::seat::Seat;
use crate::desk::Effect;
use crate::domain::card::{self, Line};
use crate::panes::card::gathered::{self, Card, TITLE, Wanted, wanted_words};
use crate::panes::words::hide_names;

/// What fills lines that are still to be written.
const OPEN: &str = "jobs adds what is not written yet.";

/// What is done with it.
const WAYS: [&str; 2] = [
    "Say the first sentences aloud, one minute; nothing is rated.",
    "Write it into a file.",
];

/// The way to the other cards, where there are some.
const NEXT: &str = "The card of the next interview:";

/// Reads it, then asks what to do with it.
///
/// # Errors
/// When the user goes away.
pub fn read(seat: &mut Seat<'_>, wanted: &Wanted) -> Said<()> {
    let now = seat.now();
    let mut words = Vec::new();
    for pick in wanted_words(&seat.model, wanted, now) {
        let record = seat.recorded(&pick.sitting)?;
        words.extend(record.and_then(|r| card::said(&r, &pick, &seat.model.library)));
    }
    let Some(card) = gathered::card(&seat.model, wanted, &words, now) else {
        seat.page
            .say("No interview is to come. jobs adds one, with its day.");
        return Ok(());
    };
    let next = gathered::next(&seat.model, (&card.application, card.slot), now);
    let ways = ways(seat, &next);
    tell(seat, &card, &ways);
    loop {
        match seat.page.which("What with it? Enter leaves:", &ways)? {
            Some(0) => aloud(seat, &card)?,
            Some(1) => write(seat, &card)?,
            Some(_) => return read(seat, &next),
            None => return Ok(()),
        }
    }
}

/// What can be done, with the way to the card of the next interview.
fn ways(seat: &Seat<'_>, next: &Wanted) -> Vec<String> {
    let mut ways = WAYS.map(str::to_owned).to_vec();
    let now = seat.now();
    let other = next.is_some();
    let card = other.then(|| gathered::card(&seat.model, next, &[], now));
    ways.extend(card.flatten().map(|card| {
        let about = gathered::about(&seat.model, &card, now);
        format!("{NEXT} {about}.")
    }));
    ways
}

fn tell(seat: &mut Seat<'_>, card: &Card, ways: &[String]) {
    let about = gathered::about(&seat.model, card, seat.now());
    seat.page.gap();
    seat.page.say(&format!("{TITLE}: {about}."));
    let mut before = None;
    let lines = card.with_open();
    for line in &lines {
        let words = hide_names(&seat.model, &line.told());
        let head = format!("{}: ", line.part.title());
        let begins = before.replace(line.part) != Some(line.part);
        seat.page.hanging(if begins { &head } else { "- " }, &words);
    }
    if lines.iter().any(Line::is_open) {
        seat.page.say(OPEN);
    }
    if card.sentences().is_empty() {
        seat.page.say(gathered::SILENT);
    }
    seat.page.gap();
    seat.page.choices(ways);
}

/// One sentence after another, each until Enter.
fn aloud(seat: &mut Seat<'_>, card: &Card) -> Said<()> {
    let sentences = card.sentences();
    if sentences.is_empty() {
        seat.page.say(gathered::SILENT);
        return Ok(());
    }
    seat.page.say("Say each one aloud, slowly.");
    for (about, words) in sentences {
        let words = hide_names(&seat.model, &words);
        seat.page.gap();
        if !about.is_empty() {
            seat.page
                .say(&format!("{}:", hide_names(&seat.model, &about)));
        }
        seat.page.say(&words);
        seat.page.ask("Enter goes on:")?;
    }
    seat.page.say("Said. Nothing was rated.");
    Ok(())
}

fn write(seat: &mut Seat<'_>, card: &Card) -> Said<()> {
    let name = card.page_name(&seat.model, seat.now());
    let text = card.leaflet(&seat.model).markdown();
    seat.perform(&Effect::WritePage(name, text))?;
    let home = seat.model.home.display().to_string();
    seat.page.say(&format!("Your folder is {home}."));
    Ok(())
}
