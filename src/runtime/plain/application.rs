//! A new application: the employer, where it stands, and when the next talk is.

use super::page::Said;
use super::seat::Seat;
use crate::desk::Effect;
use crate::domain::dates::{self, Toward};
use crate::domain::library::StageId;
use crate::panes::application_form::{blank, set_round};
use crate::panes::library_words::family_title;
use crate::panes::work;

/// Asks for it and saves it.
///
/// # Errors
/// When the user goes away.
pub fn add(seat: &mut Seat<'_>) -> Said<()> {
    let employer = seat.page.ask("Which employer?")?;
    if employer.is_empty() {
        seat.page.say("Nothing was written.");
        return Ok(());
    }
    let role = seat.page.ask("For which job? It may stay empty:")?;
    seat.page.say("Where does it stand?");
    let stages = StageId::ALL.map(StageId::short);
    seat.page.choices(&stages);
    let stage = StageId::ALL[seat.page.choose("Choice", stages.len(), Some(0))?];
    let date = date(seat)?;
    let time = match date {
        Some(_) => dates::read_time(&seat.page.ask("At what time? (10:00, 2 pm)")?),
        None => None,
    };
    let mut application = seat.desk(|desk| blank(&employer, &role, stage, desk))?;
    (application.employer, application.role) = (employer, role.clone());
    set_round(&mut application, date, time);
    seat.perform(&Effect::AddApplication(Box::new(application)))?;
    seat.page.say("Saved.");
    take_field(seat, &role)?;
    seat.page.gap();
    seat.read();
    Ok(())
}

/// The field of work that the role names, where nobody has said another one.
fn take_field(seat: &mut Seat<'_>, role: &str) -> Said<()> {
    let family = work::guess(&seat.model, role);
    if !seat.model.profile.lacks_field() || family == seat.model.profile.family {
        return Ok(());
    }
    let title = family_title(&seat.model, &family);
    seat.model.profile.family = family;
    let profile = Box::new(seat.model.profile.clone());
    seat.perform(&Effect::SaveProfile(profile))?;
    seat.page.say(&format!(
        "Your field of work is now {title}, from the role; \"Say what work you do\" changes it."
    ));
    Ok(())
}

fn date(seat: &mut Seat<'_>) -> Said<Option<chrono::NaiveDate>> {
    let today = seat.now().date();
    loop {
        let question = format!(
            "When is the next talk? ({}, or nothing)",
            Toward::Future.forms()
        );
        let said = seat.page.ask(&question)?;
        if said.is_empty() {
            return Ok(None);
        }
        match dates::read(&said, today, Toward::Future) {
            Ok(date) => {
                seat.page.say(&date.format("%A %-d %B %Y.").to_string());
                return Ok(Some(date));
            }
            Err(words) => seat.page.say(&words),
        }
    }
}
