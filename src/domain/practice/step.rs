//! What comes of a command to something that runs: blocks to append, or why it was not carried out.

use super::record::Block;

/// Why a command was not carried out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// It belongs to another step.
    NotNow,
    /// A strict sitting has no pause.
    StrictPause,
    /// A strict sitting has no skip.
    StrictSkip,
    /// A strict sitting has no hints.
    StrictHints,
    /// Nothing was written.
    Blank,
    /// All hints are open.
    NoMoreHints,
    /// The level may be lowered, not raised.
    NotHigher,
    /// No point was missed.
    NothingMissed,
    /// There is no second try.
    NotTried,
    /// The descriptions are chosen.
    Described,
    /// They would ask nothing more.
    NothingAsked,
    /// There is no such line.
    NoSuchLine,
    /// Nobody there could say that.
    NoSuchFact,
    /// The question has no facts to ask for.
    NoFacts,
    /// No reply was given that could be taken back.
    NothingBack,
    /// Nothing is written, where no question is skipped.
    StrictBlank,
    /// A hard clock has run out.
    NoTime,
    /// An item is only half answered.
    HalfAnswered,
    /// There is no earlier item, or the format does not go back.
    NoWayBack,
    /// The clock has not run for a second yet.
    JustBegan,
    /// A dimension has no word yet.
    NoWord,
    /// Nothing was ticked or tapped here that could be taken back.
    NoTap,
}

impl Refusal {
    /// The sentence on the screen.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::NotNow => "Not at this step.",
            Self::StrictPause => "This sitting is strict: the clock has no pause.",
            Self::StrictSkip => "This sitting is strict: no question is skipped.",
            Self::StrictHints => "This sitting is strict: there are no hints.",
            Self::Blank => "Nothing is written yet. The pause sheet can skip the question.",
            Self::StrictBlank => "Nothing is written yet, and this sitting skips nothing.",
            Self::NoMoreHints => "All hints are open.",
            Self::NotHigher => "A level can be lowered, not raised.",
            Self::NothingMissed => "No point was missed.",
            Self::NotTried => "There is no second try to rate. Try it again first.",
            Self::Described => "The descriptions are chosen. u goes back to the last one.",
            Self::NothingAsked => "They would ask nothing more here.",
            Self::NoSuchLine => "There is no such line.",
            Self::NoSuchFact => {
                "They cannot tell you that. Other words may help; Down shows what they know."
            }
            Self::NoFacts => "This question has no facts to ask for.",
            Self::NothingBack => "There is no reply to take back.",
            Self::NoTime => "They do not wait any longer. Pick the reply that comes nearest.",
            Self::HalfAnswered => "This one is only half answered. The pause sheet can skip it.",
            Self::NoWayBack => "There is nothing before this one to go back to.",
            Self::JustBegan => "The clock has just begun. Enter stops it after the answer.",
            Self::NoWord => "This line has no word yet: 1 Not yet, 2 Partly, 3 Solid, 4 Strong.",
            Self::NoTap => "There is no tap or tick here to take back.",
        }
    }
}

/// The blocks that a command appended, or why it did nothing.
pub type Step = Result<Vec<Block>, Refusal>;
