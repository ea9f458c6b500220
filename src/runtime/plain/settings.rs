//! Who practices and how: name, field of work, the clock with extra time, the pace.

use super::form;
use super::page::Said;
use super::seat::Seat;
use crate::panes::settings::{OF_PRACTICE, Settings};

/// What is said at the end; each is kept at once.
const SAVED: &str = "Saved. It holds from the next sitting on.";

/// Reads the settings and changes those that are asked for; each is kept at once.
///
/// # Errors
/// When the user goes away, or they cannot be saved and the user gives up.
pub fn change(seat: &mut Seat<'_>) -> Said<()> {
    form::fill(seat, &mut Settings::default(), OF_PRACTICE, SAVED)?;
    seat.page.say(SAVED);
    Ok(())
}
