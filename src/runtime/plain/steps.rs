//! One step back: to the question before, or to the choice that led here.

use super::page::{Away, Said};
use super::seat::Seat;

/// Where going back leads nowhere.
const NOTHING_BEFORE: &str =
    "There is nothing before this to go back to. b again leaves it for later.";

/// Asks for something and puts it into what is being told.
pub type Part<T> = fn(&mut Seat<'_>, &mut T) -> Said<()>;

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

/// A step of a sitting before which nothing is to go back to: that is told, and the step is asked for again; going back
/// with the next line leaves the sitting. `told`: how many lines had been asked for when it was told.
///
/// # Errors
/// When the user goes away.
pub fn or_again(seat: &mut Seat<'_>, went: Said<()>, told: &mut Option<usize>) -> Said<()> {
    match went {
        Err(Away::Back | Away::Undo) => {
            let asked = seat.page.asked;
            if told.replace(asked).is_some_and(|then| then + 1 == asked) {
                return Err(Away::Later);
            }
            seat.page.say(NOTHING_BEFORE);
            Ok(())
        }
        went => went,
    }
}

/// Waits until Enter; going back goes on.
///
/// # Errors
/// When the user goes away.
pub fn rest(seat: &mut Seat<'_>) -> Said<()> {
    match seat.page.ask("Paused. Enter goes on:") {
        Ok(_) | Err(Away::Back | Away::Undo) => Ok(()),
        Err(away) => Err(away),
    }
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

/// Asks for a line; Enter keeps what was typed there before, and `none` empties it.
///
/// # Errors
/// When the user goes away.
pub fn known(seat: &mut Seat<'_>, question: &str, known: &str) -> Said<String> {
    if known.is_empty() {
        return seat.page.ask(question);
    }
    let question = format!("{question} Enter keeps {known}, none empties it:");
    Ok(match seat.page.ask(&question)?.as_str() {
        "" => known.to_owned(),
        "none" => String::new(),
        said => said.to_owned(),
    })
}

/// Asks for rows of a list, each by its text and then by what else there is to it, until a text is empty. Going back from
/// a text leads to the row before, which is asked for once more and stays with Enter; one that is emptied is taken out.
/// The `given` first ones are let be.
///
/// # Errors
/// When the user goes away; what was typed of the row in hand is in the list by then.
pub fn rows<T: Default>(
    seat: &mut Seat<'_>,
    list: &mut Vec<T>,
    given: usize,
    label: &str,
    text: fn(&mut T) -> &mut String,
    more: &[Part<T>],
) -> Said<()> {
    let mut at = list.len();
    loop {
        let mut row = if at < list.len() {
            std::mem::take(&mut list[at])
        } else {
            list.push(T::default());
            T::default()
        };
        let stood = !text(&mut row).is_empty();
        let question = format!("{label}{}:", at - given + 1);
        let asked = in_turn(seat, 1 + more.len(), |seat, part| {
            let told = text(&mut row).clone();
            match part.checked_sub(1) {
                None if told.is_empty() => {
                    *text(&mut row) = seat.page.one_more(&question)?.unwrap_or_default();
                    Ok(())
                }
                None => {
                    *text(&mut row) = known(seat, &question, &told)?;
                    Ok(())
                }
                Some(_) if told.is_empty() => Ok(()),
                Some(part) => more[part](seat, &mut row),
            }
        });
        let ends = text(&mut row).is_empty();
        if ends {
            list.remove(at);
        } else {
            list[at] = row;
        }
        match asked {
            Ok(()) if ends && stood => {}
            Ok(()) if ends => return Ok(()),
            Ok(()) => at += 1,
            Err(Away::Back | Away::Undo) if at > given => at -= 1,
            Err(Away::Undo) => return Err(Away::Back),
            Err(away) => return Err(away),
        }
    }
}
