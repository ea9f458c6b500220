//! The five-minute mock: where somebody new begins.

use super::occasion::{fits_every_life, needs_a_panel, needs_a_recording};
use crate::domain::dice::Dice;
use crate::domain::id::FamilyId;
use crate::domain::library::{Card, Kind, Library, StageId};
use crate::domain::practice::history::History;
use crate::domain::practice::record::{Planned, Why};

/// Two questions that a recruiter would ask: who are you, and why this or what are you good at.
///
/// Those that everybody is asked are preferred, and those asked least often before.
pub fn five_minute_mock(
    library: &Library,
    history: &History,
    family: &FamilyId,
    seed: u64,
) -> Vec<Planned> {
    let mut dice = Dice::stream(seed, "five-minute mock", 0);
    let first = best(library, history, family, &[Kind::Opener], None, &mut dice);
    let second = [Kind::Motivation, Kind::Strengths];
    let second = best(library, history, family, &second, first, &mut dice);
    let any = Kind::ALL;
    let first = first.or_else(|| best(library, history, family, any, second, &mut dice));
    let second = second.or_else(|| best(library, history, family, any, first, &mut dice));
    planned(first.into_iter().chain(second))
}

/// Two questions to warm up with before an interview: who you are, and why here or what you are good at. First come those
/// that went well, then those that everybody asks; what was weak is left alone.
pub fn warm_up(library: &Library, history: &History, family: &FamilyId, seed: u64) -> Vec<Planned> {
    let mut dice = Dice::stream(seed, "warm-up", 0);
    let mut easy = |kinds: &[Kind]| {
        let fits = |c: &&Card| kinds.contains(&c.kind) && is_for_all(c, family);
        let mut cards: Vec<&Card> = library.cards.iter().filter(fits).collect();
        dice.shuffle(&mut cards);
        cards.into_iter().min_by_key(|c| {
            let last = history.last(c.id.as_str());
            let known = match last.map(|(level, _)| level.carries()) {
                Some(true) => 0,
                None => 1,
                Some(false) => 2,
            };
            (known, !c.standard, c.difficulty)
        })
    };
    let first = easy(&[Kind::Opener]);
    let second = easy(&[Kind::Motivation, Kind::Strengths]);
    planned(first.into_iter().chain(second))
}

fn planned<'a>(cards: impl Iterator<Item = &'a Card>) -> Vec<Planned> {
    let planned = cards.map(|card| Planned {
        question: card.id.clone(),
        wording: 0,
        why: Why::Drawn,
    });
    planned.collect()
}

/// Whether a question can be asked of anybody in a field, by one person and without a recording.
fn is_for_all(card: &Card, family: &FamilyId) -> bool {
    card.kind != Kind::Inappropriate
        && fits_every_life(card)
        && !needs_a_panel(card)
        && !needs_a_recording(card)
        && (card.roles.iter()).any(|r| r == family || r.as_str() == "general")
}

/// One card of these kinds, the most fitting first.
fn best<'a>(
    library: &'a Library,
    history: &History,
    family: &FamilyId,
    kinds: &[Kind],
    but: Option<&Card>,
    dice: &mut Dice,
) -> Option<&'a Card> {
    let fits = |c: &&Card| {
        kinds.contains(&c.kind) && is_for_all(c, family) && but.is_none_or(|b| b.id != c.id)
    };
    let mut cards: Vec<&Card> = library.cards.iter().filter(fits).collect();
    dice.shuffle(&mut cards);
    cards.into_iter().min_by_key(|c| {
        (
            history.times(c.id.as_str()),
            !c.stages.contains(&StageId::Screening),
            !c.standard,
            c.difficulty,
        )
    })
}
