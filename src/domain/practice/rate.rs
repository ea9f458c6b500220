//! How much of a rating is asked: the points alone, or the descriptions as well.

use serde::{Deserialize, Serialize};

/// How an answer is rated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rating {
    /// By the points after a mock, where many answers wait at once; with the descriptions in a drill.
    #[default]
    Fitting,
    /// By the points and red flags.
    Short,
    /// With the descriptions.
    Full,
}

impl Rating {
    /// Whether an answer of a mock, or of a drill, is rated by its points alone.
    pub const fn is_short(self, mock: bool) -> bool {
        match self {
            Self::Fitting => mock,
            Self::Short => true,
            Self::Full => false,
        }
    }
}

/// Seconds that the rating of one answer takes.
const fn seconds(short: bool) -> usize {
    if short { 40 } else { 90 }
}

/// About how many minutes the rating of so many answers takes.
pub const fn minutes(answers: usize, short: bool) -> usize {
    (answers * seconds(short)).div_ceil(60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seven_answers_of_a_panel_are_rated_while_the_kettle_boils() {
        assert_eq!(minutes(7, Rating::Fitting.is_short(true)), 5);
        assert_eq!(minutes(7, Rating::Full.is_short(true)), 11);
        assert_eq!(minutes(0, true), 0);
    }
}
