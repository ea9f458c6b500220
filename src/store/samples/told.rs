//! What an employer asks for, was told and offers, for the tests.

use super::day;
use crate::domain::id::CompetencyId;
use crate::domain::journey::{About, Criterion, Mark, Offer, Says, Statement, Terms};
use crate::domain::library::StageId;

/// Two points of a scorecard, one with a line.
pub(super) fn scorecard() -> Vec<Criterion> {
    vec![
        Criterion {
            competency: CompetencyId::new("conflict"),
            evidence: "Two guests, one room".into(),
        },
        Criterion {
            competency: CompetencyId::new("collaboration"),
            evidence: String::new(),
        },
    ]
}

/// Two statements, one with everything.
pub(super) fn told() -> Vec<Statement> {
    vec![
        Statement {
            about: About::Pay,
            words: "52,000".into(),
            to: "Lee T.".into(),
            stage: Some(StageId::Screening),
            date: Some(day("2026-11-10")),
            sent: false,
        },
        Statement {
            about: About::Promised,
            words: "The talk link".into(),
            to: String::new(),
            stage: None,
            date: None,
            sent: true,
        },
    ]
}

/// An offer with everything.
pub(super) fn offer() -> Offer {
    Offer {
        came: Some(day("2026-12-01")),
        by: "Lee T.".into(),
        answer_by: Some(day("2026-12-08")),
        written: true,
        says: vec![
            Says {
                about: "Pay".into(),
                words: "50,000 and a bonus".into(),
                mark: Mark::NotGood,
            },
            Says {
                about: "Leave".into(),
                words: "30 days".into(),
                mark: Mark::Unknown,
            },
        ],
    }
}

/// What is wanted of the talk, with everything.
pub(super) fn terms() -> Terms {
    Terms {
        target: "54,000".into(),
        no_below: "51,000".into(),
        first: "54,000 to 57,000".into(),
        reason: "Two teams, one rota".into(),
        instead: "Stay till summer".into(),
        instead_on: Some(day("2026-12-10")),
        trade: "The first day".into(),
    }
}
