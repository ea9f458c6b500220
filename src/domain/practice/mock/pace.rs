//! The clock of a mock, kept honest as an interviewer keeps it: what runs over shortens what comes next, and the
//! closing always comes.

use crate::domain::dice::Dice;
use crate::domain::practice::clock::{Factor, Span};
use crate::domain::practice::shape::Shape;

/// The window of a follow-up, in seconds.
pub const FOLLOW_UP: Span = Span { min: 15, max: 45 };

/// What a question needs, and what speaks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Need {
    /// Seconds that it usually takes, thinking included.
    pub seconds: u32,
    /// Whether it comes whatever the clock says: set by the format, in a section that keeps its time, or the only
    /// one of a kind that must come.
    pub always: bool,
}

/// Seconds from the beginning at which a section should be over, extra time included.
pub fn deadline(shape: &Shape, section: usize, factor: Factor) -> u32 {
    let minutes: u32 = (shape.sections.iter().take(section + 1))
        .map(|s| s.minutes)
        .sum();
    factor.apply(minutes.saturating_mul(60))
}

/// Whether an interviewer would still ask: at least half of the answer would fit before the section is over.
pub const fn comes(spent: u32, deadline: u32, need: Need) -> bool {
    need.always || spent.saturating_add(need.seconds / 2) <= deadline
}

/// Seconds that they come late: two to five minutes, a seventh of a short talk at most.
pub fn late_s(seed: u64, total_s: u32) -> u32 {
    let minutes = u32::try_from(Dice::stream(seed, "late", 0).below(4)).unwrap_or(0) + 2;
    (minutes * 60).min(total_s / 7)
}
