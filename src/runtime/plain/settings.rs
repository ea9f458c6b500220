//! Who practices and how: name, field of work, the clock with extra time, the pace.

use super::form;
use super::page::Said;
use super::seat::Seat;
use crate::panes::settings::{OF_PRACTICE, Settings};

/// Reads the settings and changes those that are asked for; each is kept at once.
///
/// # Errors
/// When the user goes away, or they cannot be saved and the user gives up.
pub fn change(seat: &mut Seat<'_>) -> Said<()> {
    form::fill(seat, &mut Settings::default(), OF_PRACTICE)?;
    seat.page.say("Saved. It holds from the next sitting on.");
    Ok(())
}
