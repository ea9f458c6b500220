//! A day and a time of day: asked until they are understood, then read back.

use chrono::{NaiveDate, NaiveTime};

use super::page::Said;
use super::seat::Seat;
use super::steps::in_turn;
use crate::domain::dates::{self, NO_TIME, Toward};
use crate::panes::words::in_days;

/// Asks for the day of a decision; nothing keeps the known one.
///
/// # Errors
/// When the user goes away.
pub fn decision(
    seat: &mut Seat<'_>,
    question: &str,
    known: Option<NaiveDate>,
) -> Said<Option<NaiveDate>> {
    let (date, _) = day_and_time(seat, question, known, Toward::After)?;
    read_back(seat, date, None);
    Ok(date)
}

/// Asks for a day that was; nothing means today.
///
/// # Errors
/// When the user goes away.
pub fn was(seat: &mut Seat<'_>, question: &str) -> Said<NaiveDate> {
    let (date, _) = day_and_time(seat, question, None, Toward::Past)?;
    let date = date.unwrap_or_else(|| seat.now().date());
    read_back(seat, Some(date), None);
    Ok(date)
}

/// Asks for the day and the time of an interview; nothing keeps what is known.
///
/// # Errors
/// When the user goes away.
pub fn interview(
    seat: &mut Seat<'_>,
    known: (Option<NaiveDate>, Option<NaiveTime>),
) -> Said<(Option<NaiveDate>, Option<NaiveTime>)> {
    let (mut date, mut told) = (known.0, None);
    let toward = Toward::interview(known.0);
    in_turn(seat, 2, |seat, at| {
        if at == 0 {
            (date, told) = day_and_time(seat, "When is the interview?", date, toward)?;
        } else if date.is_some() && told.is_none() {
            told = time(seat, known.1)?;
        }
        Ok(())
    })?;
    let time = told.filter(|_| date.is_some());
    read_back(seat, date, time);
    Ok((date, time))
}

fn read_back(seat: &mut Seat<'_>, date: Option<NaiveDate>, time: Option<NaiveTime>) {
    if let Some(date) = date {
        let at = time.map_or_else(String::new, |t| t.format(" at %H:%M").to_string());
        let distance = in_days(date, seat.now().date());
        seat.page
            .say(&format!("{}{at}, {distance}.", date.format(LONG)));
    }
}

/// How a day is read back.
const LONG: &str = "%A %-d %B %Y";

fn day_and_time(
    seat: &mut Seat<'_>,
    question: &str,
    known: Option<NaiveDate>,
    toward: Toward,
) -> Said<(Option<NaiveDate>, Option<NaiveTime>)> {
    let today = seat.now().date();
    let forms = toward.forms();
    let end = match known {
        Some(day) => format!("Enter keeps {}, none takes it away", day.format(LONG)),
        None => "or nothing".to_owned(),
    };
    loop {
        let said = (seat.page).ask_for(
            &format!("{question} ({forms}; {end})"),
            &format!("Type a day: {forms}."),
        )?;
        match said.as_str() {
            "" => return Ok((known, None)),
            "none" => return Ok((None, None)),
            _ => {}
        }
        match dates::read_with_time(&said, today, toward) {
            Ok((date, time)) => return Ok((Some(date), time)),
            Err(words) => seat.page.say(&words),
        }
    }
}

fn time(seat: &mut Seat<'_>, known: Option<NaiveTime>) -> Said<Option<NaiveTime>> {
    let end = match known {
        Some(time) => format!("Enter keeps {}, none takes it away", time.format("%H:%M")),
        None => "or nothing".to_owned(),
    };
    loop {
        let said = (seat.page).ask_for(&format!("At what time? (9:45, 2 pm; {end})"), NO_TIME)?;
        match (said.as_str(), dates::read_time(&said)) {
            ("", _) => return Ok(known),
            ("none", _) => return Ok(None),
            (_, Some(time)) => return Ok(Some(time)),
            (_, None) => seat.page.say(&format!("Not a time: {said}. {NO_TIME}")),
        }
    }
}
