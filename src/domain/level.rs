//! The one scale of four words that is used wherever a person rates.

use serde::{Deserialize, Serialize};

/// How an answer, a dimension or a whole interview went.
///
/// There is no number behind it: levels are compared, never added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Would not carry: the listener would have to start again.
    NotYet,
    /// Answers, with a gap that has to be probed.
    Partly,
    /// Carries: what a good hire gives.
    Solid,
    /// Carries, with proof beyond what was asked.
    Strong,
}

impl Level {
    /// All four, lowest first; the order of the keys 1 to 4.
    pub const ALL: [Self; 4] = [Self::NotYet, Self::Partly, Self::Solid, Self::Strong];

    /// The word on the screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotYet => "Not yet",
            Self::Partly => "Partly",
            Self::Solid => "Solid",
            Self::Strong => "Strong",
        }
    }

    /// The word in files and on the command line.
    pub const fn id(self) -> &'static str {
        match self {
            Self::NotYet => "not-yet",
            Self::Partly => "partly",
            Self::Solid => "solid",
            Self::Strong => "strong",
        }
    }

    /// Reads the word of a file.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|l| l.id() == id)
    }

    /// Steps up from the lowest level, 0 to 3.
    pub const fn step(self) -> usize {
        self as usize
    }

    /// Whether the answer carries (Solid or Strong).
    pub const fn carries(self) -> bool {
        matches!(self, Self::Solid | Self::Strong)
    }
}
