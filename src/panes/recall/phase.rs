//! The steps of the recall drill, and its ways out.

/// Where the drill stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Phase {
    /// Before the clock runs.
    #[default]
    Intro,
    /// A question.
    Asking,
    /// What would have fitted.
    Missed,
    /// None of them fits.
    NoneFits,
    /// All were asked.
    Done,
}

/// What the pause sheet offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Door {
    /// The drill goes on.
    GoOn,
    /// It is left.
    Leave,
}
