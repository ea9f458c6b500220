//! What an employer was told, in lines: read, added to, changed, ticked as sent.

use super::form;
use super::page::Said;
use super::seat::Seat;
use super::steps;
use crate::domain::id::ApplicationId;
use crate::domain::journey::statement::line;
use crate::domain::journey::{Application, in_order};
use crate::panes::statement_form::StatementForm;
use crate::panes::statements::sent;
use crate::panes::words::count;

/// The way there, with how much there is.
pub fn way(job: &Application) -> String {
    match job.told.len() {
        0 => "What you told them: pay, notice, promises.".to_owned(),
        lines => format!("What you told them: {}.", count(lines, "line", "lines")),
    }
}

/// Reads all of it; one line can be changed or ticked as sent, and a new one added.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    loop {
        once(seat, id)?;
    }
}

fn once(seat: &mut Seat<'_>, id: &ApplicationId) -> Said<()> {
    let which = |seat: &mut Seat<'_>| {
        let now = seat.now();
        let told = seat.model.journey.get(id).map(|job| job.told.clone());
        let told = told.unwrap_or_default();
        let places = in_order(&told);
        let mut lines: Vec<String> = places
            .iter()
            .map(|at| line(&told, *at, now.date()))
            .collect();
        lines.push("Add a line.".to_owned());
        let at = seat.page.pick(&lines, Some(places.len()))?;
        let place = places.get(at).copied();
        let open = place.is_some_and(|at| told[at].is_open());
        Ok((place, open))
    };
    steps::choose(seat, which, |seat, (at, open)| {
        if let Some(at) = at.filter(|_| open)
            && seat.page.yes("Is it sent?", false)?
        {
            return seat.desk(|desk| sent(id, at, desk));
        }
        let mut pane = StatementForm::new(id.clone(), at);
        form::fill(seat, &mut pane, usize::MAX, form::NOT_SAVED)?;
        Ok(())
    })
}
