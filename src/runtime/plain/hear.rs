//! The interviewer's seat, line by line.

use std::sync::Arc;

use super::page::Said;
use super::seat::Seat;
use super::steps::{self, in_turn};
use crate::domain::id::QuestionId;
use crate::domain::level::Level;
use crate::domain::library::Dimension;
use crate::domain::practice::bench::Line;
use crate::domain::practice::hearing::Hearing;
use crate::panes::bench::page::{THEIRS, listen};
use crate::panes::seat::{page, save};
use crate::panes::seats;
use crate::widgets::prose::MEASURE;
use crate::widgets::stops::Stops;

/// Chooses a question and rates the answers to it.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    seat.page.say(seats::ABOUT);
    let rows = seats::rows(&seat.model);
    let line = |row: &seats::Row| match row.fact() {
        none if none.is_empty() => row.text.clone(),
        fact => format!("{} ({fact})", row.text),
    };
    let lines: Vec<String> = rows.iter().map(line).collect();
    let which = |seat: &mut Seat<'_>| {
        seat.page.say("Which question?");
        seat.page.pick(&lines, Some(0))
    };
    steps::choose(seat, which, |seat, chosen| match rows.get(chosen) {
        Some(row) => hear(seat, &row.id),
        None => Ok(()),
    })
}

fn hear(seat: &mut Seat<'_>, id: &QuestionId) -> Said<()> {
    let model = &seat.model;
    let Some(mut hearing) = Hearing::of(id, &model.library, &model.profile.sampled) else {
        return Ok(());
    };
    loop {
        let (at, of) = hearing.position();
        seat.page.gap();
        seat.page.say(&format!("Answer {at} of {of}."));
        tell(seat, |page| listen(hearing.bench(), THEIRS, page));
        rate(seat, &mut hearing)?;
        if let Some(rated) = hearing.on() {
            seat.desk(|desk| save(rated, desk))?;
        }
        let (library, sampled) = (&seat.model.library, &seat.model.profile.sampled);
        let mut both = Stops::new(MEASURE);
        page::beside(&hearing, library, sampled, &mut both);
        tell(seat, |page| *page = both);
        if hearing.is_last() {
            seat.page.say("That was the last one.");
            return Ok(());
        }
        seat.page.ask("Enter leads to the next answer:")?;
        hearing.on();
    }
}

/// Reads a page out.
fn tell(seat: &mut Seat<'_>, write: impl FnOnce(&mut Stops)) {
    let mut page = Stops::new(MEASURE);
    write(&mut page);
    for line in page.text().lines().filter(|line| !line.is_empty()) {
        seat.page.say(line);
    }
}

/// What is ticked of an answer, by the rows of the points and then by those of the red flags.
#[derive(Default)]
struct Ticked {
    heard: Vec<usize>,
    half: Vec<usize>,
    flags: Vec<usize>,
}

/// Asks for one part of a rating.
type Part = fn(&mut Seat<'_>, &mut Hearing, &mut Ticked) -> Said<()>;

/// Which points were said, which in part, which red flags were seen, and then the words.
fn rate(seat: &mut Seat<'_>, hearing: &mut Hearing) -> Said<()> {
    let mut ticked = Ticked::default();
    let mut parts: Vec<Part> = vec![heard, half];
    if !hearing.question().red_flags.is_empty() {
        parts.push(flags);
    }
    parts.push(words);
    in_turn(seat, parts.len(), |seat, at| {
        parts[at](seat, hearing, &mut ticked)
    })
}

fn heard(seat: &mut Seat<'_>, hearing: &mut Hearing, ticked: &mut Ticked) -> Said<()> {
    let points = &hearing.question().strong;
    let texts: Vec<&str> = points.iter().map(|point| point.text.as_str()).collect();
    seat.page.say("What should be in it:");
    seat.page.choices(&texts);
    let asks = "Which did they say? Numbers; nothing for none";
    ticked.heard = seat.page.choose_some(asks, points.len(), &[])?;
    Ok(())
}

fn half(seat: &mut Seat<'_>, hearing: &mut Hearing, ticked: &mut Ticked) -> Said<()> {
    let asks = "Which did they say only in part? Numbers; nothing for none";
    let points = hearing.question().strong.len();
    ticked.half = seat.page.choose_some(asks, points, &[])?;
    Ok(())
}

fn flags(seat: &mut Seat<'_>, hearing: &mut Hearing, ticked: &mut Ticked) -> Said<()> {
    let flags = &hearing.question().red_flags;
    let texts: Vec<&str> = flags.iter().map(|flag| flag.text.as_str()).collect();
    seat.page.say("Did any of this happen?");
    seat.page.choices(&texts);
    let asks = "Which? Numbers; nothing for none";
    ticked.flags = seat.page.choose_some(asks, flags.len(), &[])?;
    Ok(())
}

/// Puts the ticks in their places, from the beginning.
fn tick(hearing: &mut Hearing, ticked: &Ticked) {
    hearing.again();
    hearing.on();
    let points = hearing.question().strong.len();
    let half = ticked.half.iter().filter(|row| !ticked.heard.contains(row));
    let half: Vec<usize> = half.copied().collect();
    // Half heard comes after heard.
    let twice = half.iter().chain(&half).copied();
    let flags = ticked.flags.iter().map(|row| points + row);
    let rows = ticked.heard.iter().copied().chain(twice).chain(flags);
    rows.for_each(|row| hearing.bench_mut().tick(row));
    hearing.on();
}

/// Each dimension gets its word, by what the words mean there.
fn words(seat: &mut Seat<'_>, hearing: &mut Hearing, ticked: &mut Ticked) -> Said<()> {
    tick(hearing, ticked);
    let kind = hearing.question().kind;
    let dimensions = hearing.bench().words().filter_map(|(line, _)| match line {
        Line::Dimension(dimension) => Some(Arc::clone(dimension)),
        Line::Whole => None,
    });
    let dimensions: Vec<Arc<Dimension>> = dimensions.collect();
    in_turn(seat, dimensions.len(), |seat, row| {
        let reading = dimensions[row].reading_for(kind);
        seat.page.say(&format!("{}:", reading.title));
        let anchors = Level::ALL.iter().zip(&reading.anchors);
        let anchors = anchors.map(|(level, anchor)| format!("{}: {anchor}", level.word()));
        let anchors: Vec<String> = anchors.collect();
        seat.page.choices(&anchors);
        let level = seat.page.choose("Which word?", Level::ALL.len(), None)?;
        hearing.bench_mut().rate(row, Level::ALL[level]);
        Ok(())
    })
}
