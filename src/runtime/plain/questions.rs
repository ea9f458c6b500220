//! The questions: found by any word, read, and answered at once where one wants to.

use super::drill;
use super::list::List;
use super::page::Said;
use super::seat::Seat;
use crate::domain::id::QuestionId;
use crate::domain::library::{Card, FoundBy, whose};
use crate::domain::practice::record::Why;
use crate::domain::search::Whose;
use crate::panes::library::own_first;
use crate::panes::{begin, question};

/// Lists the questions, those of one's own field first, and reads those that are chosen.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let ids = ids(seat);
    let mut list = List::new(rows(seat)).whose(all_whose(seat));
    list.read(seat, |seat, at| match ids.get(at) {
        Some(id) => one(seat, id),
        None => Ok(false),
    })
}

/// The questions, those of one's own field first.
fn cards(seat: &Seat<'_>) -> Vec<Card> {
    let cards = &seat.model.library.cards;
    let mut order: Vec<usize> = (0..cards.len()).collect();
    own_first(&mut order, &seat.model);
    order.iter().map(|at| cards[*at].clone()).collect()
}

/// A line for each, with all the words that it is found by.
pub fn rows(seat: &Seat<'_>) -> Vec<(String, String)> {
    let found_by = FoundBy::of(&seat.model.library);
    let row = |card: &Card| (card.listed().into_owned(), found_by.words(card));
    cards(seat).iter().map(row).collect()
}

/// For whom each is, in the same order.
pub fn all_whose(seat: &Seat<'_>) -> Vec<Whose> {
    let family = &seat.model.profile.family;
    let cards = cards(seat);
    cards.iter().map(|card| whose(card, family)).collect()
}

/// Their names, in the same order.
pub fn ids(seat: &Seat<'_>) -> Vec<QuestionId> {
    cards(seat).into_iter().map(|card| card.id).collect()
}

/// Reads a question, and sits it where one wants to, which leaves the list.
///
/// # Errors
/// When the user goes away.
pub fn one(seat: &mut Seat<'_>, id: &QuestionId) -> Said<bool> {
    let today = seat.now().date();
    for (words, _) in question::told(&seat.model, id, today) {
        if !words.is_empty() {
            seat.page.say(&words);
        }
    }
    if !seat.page.yes("Answer it now?", false)? {
        return Ok(false);
    }
    seat.desk(|desk| begin::these(vec![id.clone()], &Why::Picked, "One question", desk))?;
    drill::stay(seat)?;
    Ok(true)
}
