//! The handbook: letters, checklists, questions to ask, voices; found by any word and read out.

use super::list::List;
use super::page::Said;
use super::seat::Seat;
use crate::domain::letter::About;
use crate::panes::handbook::{self, Leaf, Part, leaves_for, text};

/// Asks for a part, lists its pages and reads those that are chosen.
///
/// # Errors
/// When the user goes away.
pub fn choose(seat: &mut Seat<'_>) -> Said<()> {
    let mut parts = vec!["All of it"];
    parts.extend(Part::ALL.map(Part::word));
    let part = seat.page.pick(&parts, Some(0))?;
    let part = part.checked_sub(1).and_then(|n| Part::ALL.get(n));
    let pages: Vec<Leaf> = (leaves_for(&seat.model).into_iter())
        .filter(|leaf| part.is_none_or(|part| leaf.part == *part))
        .collect();
    let row = |leaf: &Leaf| (leaf.title.clone(), text(&seat.model, leaf));
    let mut list = List::new(pages.iter().map(row));
    while let Some(at) = list.choose(seat)? {
        if let Some(leaf) = pages.get(at) {
            read(seat, leaf, None);
        }
    }
    Ok(())
}

/// Reads a page; a letter with what is known for it.
pub fn read(seat: &mut Seat<'_>, leaf: &Leaf, about: Option<&About>) {
    for (words, _) in handbook::told(&seat.model, leaf, about, seat.now()) {
        if words.is_empty() {
            seat.page.gap();
        } else {
            seat.page.say(&words);
        }
    }
    seat.page.gap();
}
