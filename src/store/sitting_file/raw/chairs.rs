//! Two friends at one laptop as serde reads them.

use serde::Deserialize;

use super::End;
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::practice::record::{Act, Mark, Noted, Pair, Seat, Swap, Who};
use crate::store::toml_in::{Moment, shown};

/// `chairs = { … }`
#[derive(Deserialize)]
pub(super) struct RawPair {
    me: String,
    friend: String,
    #[serde(default)]
    first: Who,
    #[serde(default)]
    swap: Swap,
}

/// `[[noted]]`
#[derive(Deserialize)]
pub(super) struct RawNoted {
    index: u16,
    seat: Seat,
    at: Moment,
    second: u32,
    what: Act,
    #[serde(default)]
    n: u8,
    mark: Option<Mark>,
    dimension: Option<String>,
    level: Option<Level>,
    #[serde(default)]
    text: String,
    #[serde(rename = "end")]
    _end: End,
}

impl RawPair {
    /// As it is used.
    pub(super) fn lower(self) -> Pair {
        Pair {
            me: shown(self.me),
            friend: shown(self.friend),
            first: self.first,
            swap: self.swap,
        }
    }
}

impl RawNoted {
    /// As it is used.
    pub(super) fn lower(self) -> Noted {
        Noted {
            index: self.index,
            seat: self.seat,
            at: self.at.0,
            second: self.second,
            what: self.what,
            n: self.n,
            mark: self.mark,
            dimension: self.dimension.map(|id| DimensionId::new(shown(id))),
            level: self.level,
            text: shown(self.text),
        }
    }
}
