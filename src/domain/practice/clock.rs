//! The clock of one answer as the user set it: pacing and time factor.

use serde::{Deserialize, Serialize};

/// What the clock does at the end of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pacing {
    /// Counts up against the window and cuts nobody off.
    #[default]
    Window,
    /// Ends the answer at the upper edge of the window, as one-way formats do; said before the start.
    Hard,
    /// No clock at all.
    None,
}

/// Extra time. Windows are shown already multiplied and nothing is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Factor {
    /// As written.
    #[default]
    #[serde(rename = "1")]
    X1,
    /// A quarter more.
    #[serde(rename = "1.25")]
    X125,
    /// Half more.
    #[serde(rename = "1.5")]
    X15,
    /// Twice.
    #[serde(rename = "2")]
    X2,
}

impl Factor {
    /// All, in the order shown.
    pub const ALL: [Self; 4] = [Self::X1, Self::X125, Self::X15, Self::X2];

    /// `x1.25`.
    pub const fn label(self) -> &'static str {
        match self {
            Self::X1 => "x1",
            Self::X125 => "x1.25",
            Self::X15 => "x1.5",
            Self::X2 => "x2",
        }
    }

    /// Seconds times the factor, rounded to the nearest whole second.
    pub const fn apply(self, seconds: u32) -> u32 {
        let hundredths = match self {
            Self::X1 => 100,
            Self::X125 => 125,
            Self::X15 => 150,
            Self::X2 => 200,
        };
        (seconds * hundredths + 50) / 100
    }
}
