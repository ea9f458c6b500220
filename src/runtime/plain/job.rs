//! A new job that one is after: asked for question by question, and kept while it is half entered.

use chrono::{NaiveDate, NaiveTime};

use super::page::{Away, Said};
use super::seat::Seat;
use super::steps::{in_turn, known};
use super::when;
use crate::desk::undo::Step;
use crate::desk::{Effect, Msg};
use crate::domain::dates::Toward;
use crate::domain::library::StageId;
use crate::panes::application_form::{ApplicationForm, DATE, EMPLOYER, ROLE, STAGE, TIME};
use crate::panes::formed::Formed as _;
use crate::panes::library_words::family_title;
use crate::panes::rounds::{self, blank, set_round};
use crate::panes::{drafting, work};
use crate::widgets::editor::Editor;
use crate::widgets::form::Value;

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
    let [employer, role] = [EMPLOYER, ROLE].map(|at| text(&mut pane, at));
    if asked.is_err() && !employer.is_empty() {
        seat.page.say("Kept. jobs goes on with it.");
    }
    asked?;
    let stage = StageId::ALL[pane.form().fields[STAGE].chosen()];
    let (date, time) = day(seat, &mut pane);
    let mut application = seat.desk(|desk| blank(&employer, &role, stage, desk))?;
    set_round(&mut application, date, time);
    let step = Step::NoApplication(application.id.clone());
    seat.perform(&Effect::AddApplication(Box::new(application)))?;
    seat.desk(|desk| drafting::forget(pane.key(), desk))?;
    seat.model
        .undo
        .note(format!("the new job at {employer}"), step);
    seat.page.say("Saved. u takes it back.");
    take_field(seat, &role)?;
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

/// The field of work and the level that the role names, where nobody has said other ones.
fn take_field(seat: &mut Seat<'_>, role: &str) -> Said<()> {
    let family = work::guess(&seat.model, role);
    let lacks = seat.model.profile.lacks_field() && family != seat.model.profile.family;
    let family = lacks.then_some(family);
    let level = work::guess_level(&seat.model, role);
    let title = family.as_ref().map(|f| family_title(&seat.model, f));
    seat.desk(|desk| work::keep_all(family, level, desk))?;
    if let Some(taken) = work::taken(title.as_deref(), level) {
        seat.page.say(&taken);
    }
    Ok(())
}
