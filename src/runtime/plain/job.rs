//! A new job that one is after: asked for question by question, and kept while it is half entered.

use chrono::{NaiveDate, NaiveTime};

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps::{in_turn, known};
use super::when;
use crate::desk::Msg;
use crate::domain::dates::Toward;
use crate::domain::library::StageId;
use crate::keys::Command;
use crate::panes::application_form::{ApplicationForm, DATE, EMPLOYER, ROLE, STAGE, TIME};
use crate::panes::formed::Formed as _;
use crate::panes::{drafting, rounds};
use crate::widgets::editor::Editor;
use crate::widgets::form::Value;

/// What is said where it is left half entered.
const KEPT: &str = "Kept. jobs goes on with it.";

/// Asks for it and saves it; what is half entered is kept and comes back here.
///
/// # Errors
/// When the user goes away.
pub fn add(seat: &mut Seat<'_>) -> Said<()> {
    let mut pane = ApplicationForm::new(None);
    seat.tell(&mut pane, &Msg::Shown)?;
    let first = seat.model.journey.applications.is_empty();
    seat.page.say(if first {
        "No job yet. Add the one you are after."
    } else {
        "One more job that you are after."
    });
    let asked = in_turn(seat, 4, |seat, at| {
        let asked = part(seat, &mut pane, at);
        seat.tell(&mut pane, &Msg::Leaving)?;
        asked
    });
    let begun = !text(&mut pane, EMPLOYER).is_empty();
    if asked.is_err() && begun && seat.model.unsaved.is_empty() {
        seat.page.say(KEPT);
    }
    asked?;
    // The studio has the same form: what was typed there of it is part of the job.
    let going = seat.tell(&mut pane, &Msg::Command(Command::Save))?;
    if going.is_empty() {
        seat.page.say(KEPT);
        return Err(Away::Back);
    }
    seat.page.gap();
    seat.read();
    Ok(())
}

/// Asks for one thing of it and puts it into the form.
fn part(seat: &mut Seat<'_>, pane: &mut ApplicationForm, at: usize) -> Said<()> {
    let line = |text: &str| Value::Line(Editor::single(text));
    match at {
        0 => {
            let employer = known(seat, "Which employer?", &text(pane, EMPLOYER))?;
            if employer.is_empty() {
                pane.form().fields[EMPLOYER].value = line("");
                seat.desk(|desk| drafting::forget(pane.key(), desk))?;
                seat.page.say("Nothing was written.");
                return Err(Away::Back);
            }
            put(seat, pane, EMPLOYER, line(&employer))?;
        }
        1 => {
            let role = text(pane, ROLE);
            let empty = if role.is_empty() {
                " It may stay empty:"
            } else {
                ""
            };
            let role = known(seat, &format!("For which job?{empty}"), &role)?;
            put(seat, pane, ROLE, line(&role))?;
        }
        2 => {
            seat.page.say("Where does it stand?");
            let stages = StageId::ALL.map(StageId::short);
            let usual = pane.form().fields[STAGE].chosen();
            let stage = seat.page.pick(&stages, Some(usual))?;
            let stages = stages.map(str::to_owned).to_vec();
            put(seat, pane, STAGE, Value::Choice(stages, stage))?;
        }
        _ => {
            let known = day(seat, pane);
            let (date, time) = when::interview(seat, known)?;
            let date = date.map_or_else(String::new, |date| date.to_string());
            let time = time.map_or_else(String::new, |time| time.format("%H:%M").to_string());
            put(seat, pane, DATE, line(&date))?;
            put(seat, pane, TIME, line(&time))?;
        }
    }
    Ok(())
}

/// What is typed in a field.
fn text(pane: &mut ApplicationForm, at: usize) -> String {
    pane.form().fields[at].text().trim().to_owned()
}

/// The day and the hour that are typed.
fn day(seat: &Seat<'_>, pane: &mut ApplicationForm) -> (Option<NaiveDate>, Option<NaiveTime>) {
    let fields = &pane.form().fields[DATE..=TIME];
    let read = rounds::when(fields, seat.now().date(), Toward::Future);
    read.unwrap_or_default()
}

/// Has a field of the form hold something else.
fn put(seat: &mut Seat<'_>, pane: &mut ApplicationForm, at: usize, value: Value) -> Said<()> {
    pane.form().fields[at].value = value;
    pane.form().at = at;
    seat.desk(|desk| pane.filled_in(desk))
}
