//! One step back: to the question before, or to the choice that led here.

use super::page::{Away, Said};
use super::seat::Seat;

/// Asks one question after the other, by their places; going back asks the one before again, and from the first it
/// leads out.
///
/// # Errors
/// When the user goes away.
pub fn in_turn(
    seat: &mut Seat<'_>,
    count: usize,
    mut ask: impl FnMut(&mut Seat<'_>, usize) -> Said<()>,
) -> Said<()> {
    let mut at = 0;
    while at < count {
        match ask(seat, at) {
            Ok(()) => at += 1,
            // The last change is the answer before.
            Err(Away::Back | Away::Undo) if at > 0 => at -= 1,
            other => return other,
        }
    }
    Ok(())
}

/// Asks for a choice and goes where it leads; going back from there asks again.
///
/// # Errors
/// When the user goes away.
pub fn choose<C>(
    seat: &mut Seat<'_>,
    mut ask: impl FnMut(&mut Seat<'_>) -> Said<C>,
    mut go: impl FnMut(&mut Seat<'_>, C) -> Said<()>,
) -> Said<()> {
    loop {
        let chosen = ask(seat)?;
        match go(seat, chosen) {
            Err(Away::Back) => {}
            other => return other,
        }
    }
}
