//! When somebody cuts in on an answer.

use crate::domain::dice::Dice;
use crate::domain::practice::shape::Shape;

/// No earlier than at this share of the window, in percent.
const FROM: u32 = 60;

/// Over how many percent of the window the moments are spread.
const SPREAD: usize = 31;

/// Seconds for the one sentence that is left to say once somebody has cut in.
pub const ONE_SENTENCE: u32 = 15;

/// The second of an answer at which somebody cuts in, for an interviewer who does so `interrupts` times in a section;
/// `None` when the question is left in peace. `max` is the upper edge of its window.
pub fn cut_in(shape: &Shape, seed: u64, question: usize, interrupts: u8, max: u32) -> Option<u32> {
    let section = shape.section_of(question)?;
    let first = (shape.stops()).find_map(|(n, _, asks)| asks.filter(|_| n == section))?;
    let asks = shape.sections.get(section)?.asks();
    let order = Dice::stream(seed, "who is cut off", section as u64).order(asks);
    let turn = order.iter().position(|n| first + n == question)?;
    if turn >= usize::from(interrupts) {
        return None;
    }
    let more = Dice::stream(seed, "cut", question as u64).below(SPREAD);
    let percent = FROM + u32::try_from(more).unwrap_or(0);
    u32::try_from(u64::from(max) * u64::from(percent) / 100).ok()
}
