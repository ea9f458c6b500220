//! Sitting a drill: what is asked, the clock, the answer, the rating and what follows from it.

pub mod clock;
pub mod record;
