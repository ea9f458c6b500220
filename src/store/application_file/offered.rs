//! What an employer offers, and what the user wants of the talk about its terms.

use serde::Deserialize;

use crate::domain::journey::{Offer, Terms};
use crate::store::says::{RawSays, says};
use crate::store::toml_in::{Day, shown};
use crate::store::toml_out::{Lines, day, on_lines};

/// The lines of an offer.
pub(super) fn offer(offer: &Offer) -> Lines {
    let said = (!offer.says.is_empty()).then(|| on_lines(offer.says.iter().map(says)));
    Lines::new()
        .maybe("came", offer.came.map(day))
        .text("by", &offer.by)
        .maybe("answer_by", offer.answer_by.map(day))
        .put("written", offer.written)
        .maybe("says", said)
}

/// The lines of what is wanted of the talk.
pub(super) fn terms(terms: &Terms) -> Lines {
    Lines::new()
        .text("target", &terms.target)
        .text("no_below", &terms.no_below)
        .text("first", &terms.first)
        .text("reason", &terms.reason)
        .text("instead", &terms.instead)
        .maybe("instead_on", terms.instead_on.map(day))
        .text("trade", &terms.trade)
}

#[derive(Deserialize)]
pub(super) struct RawOffer {
    came: Option<Day>,
    #[serde(default)]
    by: String,
    answer_by: Option<Day>,
    #[serde(default)]
    written: bool,
    #[serde(default)]
    says: Vec<RawSays>,
}

impl RawOffer {
    pub(super) fn lower(self) -> Offer {
        Offer {
            came: self.came.map(|d| d.0),
            by: shown(self.by),
            answer_by: self.answer_by.map(|d| d.0),
            written: self.written,
            says: self.says.into_iter().map(RawSays::lower).collect(),
        }
    }
}

#[derive(Deserialize, Default)]
#[serde(default)]
pub(super) struct RawTerms {
    target: String,
    no_below: String,
    first: String,
    reason: String,
    instead: String,
    instead_on: Option<Day>,
    trade: String,
}

impl RawTerms {
    pub(super) fn lower(self) -> Terms {
        Terms {
            target: shown(self.target),
            no_below: shown(self.no_below),
            first: shown(self.first),
            reason: shown(self.reason),
            instead: shown(self.instead),
            instead_on: self.instead_on.map(|d| d.0),
            trade: shown(self.trade),
        }
    }
}
