//! The interviewer's seat, line by line.

use super::page::Said;
use super::seat::Seat;
use super::steps::{self, in_turn};
use crate::domain::id::QuestionId;
use crate::domain::level::Level;
use crate::domain::practice::hearing::Hearing;
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
        tell(seat, |page| page::listen(&hearing, page));
        in_turn(seat, 2, |seat, part| {
            if part == 0 {
                points(seat, &mut hearing)
            } else {
                words(seat, &mut hearing)
            }
        })?;
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

/// What was heard, by half as well, and which red flags were seen.
fn points(seat: &mut Seat<'_>, hearing: &mut Hearing) -> Said<()> {
    hearing.again();
    hearing.on();
    let question = hearing.question();
    let points: Vec<String> = question.strong.iter().map(|p| p.text.clone()).collect();
    let flags: Vec<String> = question.red_flags.iter().map(|f| f.text.clone()).collect();
    let some =
        |seat: &mut Seat<'_>, asks: &str, of: &[String]| seat.page.choose_some(asks, of.len(), &[]);
    seat.page.say("What should be in it:");
    seat.page.choices(&points);
    let heard = some(
        seat,
        "Which did they say? Numbers; nothing for none",
        &points,
    )?;
    let half = some(seat, "Which by half? Numbers; nothing for none", &points)?;
    for row in half.iter().filter(|row| !heard.contains(row)) {
        (0..2).for_each(|_| hearing.tick(*row));
    }
    for row in &heard {
        hearing.tick(*row);
    }
    if !flags.is_empty() {
        seat.page.say("Did any of this happen?");
        seat.page.choices(&flags);
        let seen = some(seat, "Which? Numbers; nothing for none", &flags)?;
        for row in seen {
            hearing.tick(points.len() + row);
        }
    }
    hearing.on();
    Ok(())
}

/// Each dimension gets its word, by what the words mean there.
fn words(seat: &mut Seat<'_>, hearing: &mut Hearing) -> Said<()> {
    let kind = hearing.question().kind;
    let dimensions = hearing.words(&seat.model.library);
    in_turn(seat, dimensions.len(), |seat, row| {
        let reading = dimensions[row].0.reading_for(kind);
        seat.page.say(&format!("{}:", reading.title));
        let anchors = Level::ALL.iter().zip(&reading.anchors);
        let anchors = anchors.map(|(level, anchor)| format!("{}: {anchor}", level.word()));
        let anchors: Vec<String> = anchors.collect();
        seat.page.choices(&anchors);
        let level = seat.page.choose("Which word?", Level::ALL.len(), None)?;
        hearing.rate(row, Level::ALL[level]);
        Ok(())
    })
}
