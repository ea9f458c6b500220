//! The blocks of talks and of items as serde reads them.

use serde::Deserialize;

use super::End;
use crate::domain::id::{ItemId, ScenarioId};
use crate::domain::level::Level;
use crate::domain::practice::assess::{Agreement, ItemAnswer, Response};
use crate::domain::practice::talk::{Reply, StepBack};
use crate::store::toml_in::{Moment, shown};

#[derive(Deserialize)]
pub(super) struct RawReply {
    scenario: String,
    node: String,
    at: Moment,
    seconds: u32,
    limit_s: Option<u32>,
    choice: u8,
    #[serde(default)]
    apart: bool,
    skill: String,
    to: String,
    level: Option<Level>,
    text: String,
    #[serde(rename = "end")]
    _end: End,
}

#[derive(Deserialize)]
pub(super) struct RawBack {
    scenario: String,
    at: Moment,
    turn: u16,
    #[serde(rename = "end")]
    _end: End,
}

#[derive(Deserialize)]
pub(super) struct RawItem {
    index: u16,
    item: String,
    at: Moment,
    seconds: u32,
    #[serde(flatten)]
    response: RawResponse,
    #[serde(rename = "end")]
    _end: End,
}

/// The ways to answer an item, told apart by their keys.
#[derive(Deserialize)]
#[serde(untagged)]
enum RawResponse {
    BestWorst { best: u8, worst: u8 },
    Rank { order: Vec<u8> },
    Rate { levels: Vec<Level> },
    Agree { agree: Agreement },
}

impl RawReply {
    pub(super) fn lower(self) -> Reply {
        Reply {
            scenario: ScenarioId::new(shown(self.scenario)),
            node: shown(self.node),
            at: self.at.0,
            seconds: self.seconds,
            limit: self.limit_s,
            choice: self.choice,
            apart: self.apart,
            skill: shown(self.skill),
            to: shown(self.to),
            level: self.level,
            text: shown(self.text),
        }
    }
}

impl RawBack {
    pub(super) fn lower(self) -> StepBack {
        StepBack {
            scenario: ScenarioId::new(shown(self.scenario)),
            at: self.at.0,
            turn: self.turn,
        }
    }
}

impl RawItem {
    pub(super) fn lower(self) -> ItemAnswer {
        ItemAnswer {
            index: self.index,
            item: ItemId::new(shown(self.item)),
            at: self.at.0,
            seconds: self.seconds,
            response: match self.response {
                RawResponse::BestWorst { best, worst } => Response::BestWorst { best, worst },
                RawResponse::Rank { order } => Response::Rank(order),
                RawResponse::Rate { levels } => Response::Rate(levels),
                RawResponse::Agree { agree } => Response::Agree(agree),
            },
        }
    }
}
