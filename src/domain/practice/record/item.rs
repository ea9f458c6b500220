//! What a set of assessment items writes down: one block for each item that was answered.

use serde::{Deserialize, Serialize};

use crate::domain::id::ItemId;
use crate::domain::level::Level;
use crate::domain::time::Wall;

/// How much a statement is like oneself: four steps, in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// The lowest step.
    NotLikeMe,
    /// Rather not.
    ALittle,
    /// Rather.
    Mostly,
    /// The highest step.
    VeryLikeMe,
}

impl Agreement {
    /// All four, lowest first; the order of the keys 1 to 4.
    pub const ALL: [Self; 4] = [
        Self::NotLikeMe,
        Self::ALittle,
        Self::Mostly,
        Self::VeryLikeMe,
    ];

    /// The words on the screen.
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotLikeMe => "Not like me",
            Self::ALittle => "A little like me",
            Self::Mostly => "Mostly like me",
            Self::VeryLikeMe => "Very like me",
        }
    }

    /// Steps up from the lowest, 0 to 3.
    pub const fn step(self) -> u8 {
        self as u8
    }

    /// Whether it is one of the upper two.
    pub const fn agrees(self) -> bool {
        matches!(self, Self::Mostly | Self::VeryLikeMe)
    }
}

/// What was answered. Options are named by their place in the record, from 1, however they were shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Response {
    /// The best act and the worst.
    BestWorst {
        /// The best one.
        best: u8,
        /// The worst one.
        worst: u8,
    },
    /// All acts, the best first.
    Rank(Vec<u8>),
    /// A level for each act, in the order of the record.
    Rate(Vec<Level>),
    /// How much the statement is like oneself.
    Agree(Agreement),
}

/// One item, answered. A later block for the same place takes the place of the earlier one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemAnswer {
    /// Place in the set, from 0.
    pub index: u16,
    /// Which item.
    pub item: ItemId,
    /// When.
    pub at: Wall,
    /// Seconds that it took; pauses and sleep are not in it.
    pub seconds: u32,
    /// What was answered.
    pub response: Response,
}
