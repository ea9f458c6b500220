//! What an employer asks for and was told, for the tests.

use super::day;
use crate::domain::id::CompetencyId;
use crate::domain::journey::{About, Criterion, Statement};
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
