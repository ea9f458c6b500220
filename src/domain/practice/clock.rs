//! The clock of one answer as the user set it, and what it is held against: pacing, extra time, window.

use serde::{Deserialize, Serialize};

use crate::domain::time::clock_text;

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

    /// What stands behind a time that it has made longer: ` (x2, your time)`; empty where it has not.
    pub fn note(self) -> String {
        match self {
            Self::X1 => String::new(),
            more => format!(" ({}, your time)", more.label()),
        }
    }

    /// Minutes times the factor, a begun one being a whole one.
    pub fn minutes(self, minutes: u32) -> u32 {
        self.apply(minutes.saturating_mul(60)).div_ceil(60)
    }

    /// Seconds times the factor, rounded to the nearest whole second.
    pub fn apply(self, seconds: u32) -> u32 {
        let hundredths = match self {
            Self::X1 => 100,
            Self::X125 => 125,
            Self::X15 => 150,
            Self::X2 => 200,
        };
        let long = (u64::from(seconds) * hundredths + 50) / 100;
        u32::try_from(long).unwrap_or(u32::MAX)
    }
}

/// How often a running clock repaints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Announce {
    /// Each second.
    #[default]
    Seconds,
    /// Each minute.
    Minutes,
    /// Only at the edges of the window.
    Marks,
}

/// The window that an answer is held against, in seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    /// Lower edge.
    pub min: u32,
    /// Upper edge.
    pub max: u32,
}

/// Where a length lies in its window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edge {
    /// Below the lower edge.
    Before,
    /// Between the edges, both included.
    Inside,
    /// Above the upper edge.
    Over,
}

impl Edge {
    /// In words: `within the target time`.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Before => "under the target time",
            Self::Inside => "within the target time",
            Self::Over => "over the target time",
        }
    }
}

impl Span {
    /// The length to aim for, in words: `1:00 to 2:10`, `up to 10:00`.
    pub fn words(self) -> String {
        let [min, max] = [self.min, self.max].map(|seconds| clock_text(u64::from(seconds)));
        if self.min == 0 {
            format!("up to {max}")
        } else {
            format!("{min} to {max}")
        }
    }

    /// The window with extra time: it moves the upper edge and leaves the lower one, so that extra time
    /// never turns a good answer into a short one.
    #[must_use]
    pub fn with(self, factor: Factor) -> Self {
        Self {
            min: self.min,
            max: factor.apply(self.max),
        }
    }

    /// The window where somebody has heard enough at a second of it, and so many more are left to come to an end.
    #[must_use]
    pub const fn ends_at(self, second: u32, more: u32) -> Self {
        let min = if self.min < second { self.min } else { second };
        let max = second.saturating_add(more);
        let max = if self.max < max { self.max } else { max };
        Self { min, max }
    }

    /// Where `seconds` lie.
    pub const fn edge(self, seconds: u32) -> Edge {
        if seconds < self.min {
            Edge::Before
        } else if seconds <= self.max {
            Edge::Inside
        } else {
            Edge::Over
        }
    }

    /// Seconds above the upper edge; 0 inside and below.
    pub const fn over_by(self, seconds: u32) -> u32 {
        seconds.saturating_sub(self.max)
    }
}

/// Speaking pace while the user's own is not known, in words a minute.
pub const USUAL_PACE: u16 = 140;

/// Seconds that `words` take when spoken at `pace` words a minute, rounded to the nearest second.
pub fn spoken_seconds(words: u32, pace: u16) -> u32 {
    let pace = u64::from(if pace == 0 { USUAL_PACE } else { pace });
    let seconds = (u64::from(words) * 60 + pace / 2) / pace;
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hundred_and_forty_words_are_one_minute() {
        assert_eq!(spoken_seconds(140, 140), 60);
        assert_eq!(spoken_seconds(149, 140), 64);
        assert_eq!(spoken_seconds(100, 0), spoken_seconds(100, USUAL_PACE));
    }

    #[test]
    fn a_window_from_nothing_goes_up_to_its_end() {
        assert_eq!(Span { min: 60, max: 130 }.words(), "1:00 to 2:10");
        assert_eq!(Span { min: 0, max: 600 }.words(), "up to 10:00");
    }

    #[test]
    fn extra_time_never_makes_an_answer_short() {
        let span = Span { min: 60, max: 130 };
        for factor in Factor::ALL {
            assert_eq!(span.with(factor).edge(60), Edge::Inside);
            assert_eq!(span.with(factor).edge(59), Edge::Before);
        }
        assert_eq!(span.with(Factor::X15).edge(195), Edge::Inside);
        assert_eq!(span.with(Factor::X15).edge(196), Edge::Over);
        assert_eq!(span.with(Factor::X15).over_by(200), 5);
    }
}
