//! What is picked of an item so far, and when it is enough for an answer.

use serde::{Deserialize, Serialize};

use crate::domain::level::Level;
use crate::domain::library::{Item, ItemMode, ItemTask};
use crate::domain::practice::record::{Agreement, Response};

/// An answer under way. Options are named by their place in the record, from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Picks {
    /// The best act and the worst.
    BestWorst {
        /// The best one.
        best: Option<u8>,
        /// The worst one.
        worst: Option<u8>,
    },
    /// Acts in order, the best first.
    Rank(Vec<u8>),
    /// A level for each act.
    Rate(Vec<Option<Level>>),
    /// How much the statement is like oneself.
    Agree(Option<Agreement>),
}

impl Picks {
    /// Nothing picked yet.
    pub fn none(item: &Item) -> Self {
        match &item.task {
            ItemTask::Statement(_) => Self::Agree(None),
            ItemTask::Judgment(judgment) => match judgment.mode {
                ItemMode::BestWorst => Self::BestWorst {
                    best: None,
                    worst: None,
                },
                ItemMode::Rank => Self::Rank(Vec::new()),
                ItemMode::Rate => Self::Rate(vec![None; judgment.options.len()]),
            },
        }
    }

    /// What was picked for an answer that was given.
    pub fn of(response: &Response) -> Self {
        match response {
            Response::BestWorst { best, worst } => Self::BestWorst {
                best: Some(*best),
                worst: Some(*worst),
            },
            Response::Rank(order) => Self::Rank(order.clone()),
            Response::Rate(levels) => Self::Rate(levels.iter().copied().map(Some).collect()),
            Response::Agree(agreement) => Self::Agree(Some(*agreement)),
        }
    }

    /// Picks an option: the best, then the worst; or the next in order. Picked again it is taken back; in an order what
    /// came after it moves up. The last one of an order needs no key, and goes with the first that is taken back.
    pub fn pick(&mut self, option: u8, options: usize) -> bool {
        match self {
            Self::BestWorst { best, worst } => {
                if *best == Some(option) {
                    *best = None;
                } else if *worst == Some(option) {
                    *worst = None;
                } else if best.is_none() {
                    *best = Some(option);
                } else {
                    *worst = Some(option);
                }
            }
            Self::Rank(order) => {
                if let Some(at) = order.iter().position(|o| *o == option) {
                    if order.len() == options {
                        order.truncate((options - 1).max(at + 1));
                    }
                    order.remove(at);
                    return true;
                }
                order.push(option);
                if order.len() + 1 == options {
                    let all = 1..=u8::try_from(options).unwrap_or(u8::MAX);
                    order.extend(all.filter(|o| !order.contains(o)).collect::<Vec<_>>());
                }
            }
            Self::Rate(_) | Self::Agree(_) => return false,
        }
        true
    }

    /// Gives an option its level.
    pub fn rate(&mut self, option: u8, level: Level) -> bool {
        let Self::Rate(levels) = self else {
            return false;
        };
        let place = usize::from(option).checked_sub(1);
        place
            .and_then(|at| levels.get_mut(at))
            .map(|slot| *slot = Some(level))
            .is_some()
    }

    /// Says how much the statement is like oneself.
    pub fn agree(&mut self, agreement: Agreement) -> bool {
        let Self::Agree(picked) = self else {
            return false;
        };
        *picked = Some(agreement);
        true
    }

    /// Takes the last pick back; `false` when there is none.
    pub fn take_back(&mut self, options: usize) -> bool {
        match self {
            Self::BestWorst { best, worst } => worst.take().or_else(|| best.take()).is_some(),
            Self::Rank(order) => {
                if order.len() == options {
                    // The last one came by itself.
                    order.pop();
                }
                order.pop().is_some()
            }
            Self::Rate(levels) => {
                let last = levels.iter_mut().rev().find(|l| l.is_some());
                last.and_then(Option::take).is_some()
            }
            Self::Agree(picked) => picked.take().is_some(),
        }
    }

    /// Whether nothing is picked.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::BestWorst { best, worst } => best.is_none() && worst.is_none(),
            Self::Rank(order) => order.is_empty(),
            Self::Rate(levels) => levels.iter().all(Option::is_none),
            Self::Agree(picked) => picked.is_none(),
        }
    }

    /// The answer, once it is whole.
    pub fn response(&self, options: usize) -> Option<Response> {
        match self {
            Self::BestWorst { best, worst } => Some(Response::BestWorst {
                best: (*best)?,
                worst: (*worst)?,
            }),
            Self::Rank(order) => (order.len() == options).then(|| Response::Rank(order.clone())),
            Self::Rate(levels) => {
                let levels: Option<Vec<Level>> = levels.iter().copied().collect();
                levels.map(Response::Rate)
            }
            Self::Agree(picked) => picked.map(Response::Agree),
        }
    }
}
