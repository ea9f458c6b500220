//! Closed lists of words, and what stands in where a short record says nothing.

use crate::domain::level::Level;
use crate::domain::library::{
    Channel, Condition, DecisionRole, Facet, Feedback, ItemKind, ItemMode, Kind, Letter, LifeArea,
    Meter, ScenarioGroup, Seniority, StageId, StepKind, Tone, Voice,
};

/// A word of a closed list.
pub trait Word: Copy + 'static {
    /// All of the list, in its order.
    const ALL: &'static [Self];

    /// The word in files.
    fn id(self) -> &'static str;

    /// The ids of all.
    fn ids() -> impl Iterator<Item = &'static str> + Clone {
        Self::ALL.iter().map(|word| word.id())
    }

    /// Reads the word of a file.
    fn read(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.id() == id)
    }
}

/// Lists that know their own words.
macro_rules! words {
    ($($list:ident: $all:expr,)+) => {$(
        impl Word for $list {
            const ALL: &'static [Self] = $all;

            fn id(self) -> &'static str {
                Self::id(self)
            }
        }
    )+};
}

words! {
    Kind: Self::ALL,
    StageId: &Self::ALL,
    Seniority: &Self::ALL,
    Level: &Self::ALL,
    ItemKind: Self::ALL,
    ItemMode: Self::ALL,
    Facet: Self::ALL,
    ScenarioGroup: Self::ALL,
    Meter: Self::ALL,
    DecisionRole: Self::ALL,
    Feedback: Self::ALL,
    Condition: Self::ALL,
    Letter: Self::ALL,
    Channel: Self::ALL,
    Tone: Self::ALL,
    StepKind: Self::ALL,
    LifeArea: Self::ALL,
}

impl Word for Voice {
    const ALL: &'static [Self] = &[Self::Seeker, Self::Manager];

    fn id(self) -> &'static str {
        match self {
            Self::Seeker => "seeker",
            Self::Manager => "manager",
        }
    }
}

/// The competency that a question of a kind shows when it names none.
pub const fn default_competency(kind: Kind) -> &'static str {
    match kind {
        Kind::Opener | Kind::Logistics | Kind::Behavioral | Kind::Presentation => "communication",
        Kind::Motivation | Kind::Closing => "motivation",
        Kind::Strengths | Kind::Sensitive | Kind::Inappropriate => "self-awareness",
        Kind::Situational => "decision-making",
        Kind::Culture => "culture",
        Kind::Knowledge | Kind::Technical => "expertise",
        Kind::Design => "problem-solving",
        Kind::Case => "analysis",
        Kind::RolePlay => "interpersonal",
        Kind::Negotiation => "influence",
    }
}
