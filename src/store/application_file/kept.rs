//! What is kept beside the interviews of an application: its scorecard, and what they were told.

use serde::Deserialize;

use crate::domain::id::CompetencyId;
use crate::domain::journey::{About, Criterion, Statement};
use crate::domain::library::StageId;
use crate::store::toml_in::{Day, shown};
use crate::store::toml_out::{Lines, day, word};

/// The lines of one point of the scorecard.
pub(super) fn criterion(criterion: &Criterion) -> Lines {
    Lines::new()
        .put("competency", criterion.competency.as_str())
        .text("evidence", &criterion.evidence)
}

/// The lines of one statement.
pub(super) fn statement(statement: &Statement) -> Lines {
    let to = Some(statement.to.as_str()).filter(|to| !to.is_empty());
    Lines::new()
        .put("about", word(statement.about))
        .put("words", statement.words.as_str())
        .maybe("to", to)
        .maybe("stage", statement.stage.map(StageId::id))
        .maybe("date", statement.date.map(day))
        .maybe("sent", statement.sent.then_some(true))
}

#[derive(Deserialize)]
pub(super) struct RawCriterion {
    competency: String,
    #[serde(default)]
    evidence: String,
}

impl RawCriterion {
    pub(super) fn lower(self) -> Criterion {
        Criterion {
            competency: CompetencyId::new(shown(self.competency)),
            evidence: shown(self.evidence),
        }
    }
}

#[derive(Deserialize)]
pub(super) struct RawStatement {
    about: About,
    words: String,
    #[serde(default)]
    to: String,
    stage: Option<StageId>,
    date: Option<Day>,
    #[serde(default)]
    sent: bool,
}

impl RawStatement {
    pub(super) fn lower(self) -> Statement {
        Statement {
            about: self.about,
            words: shown(self.words),
            to: shown(self.to),
            stage: self.stage,
            date: self.date.map(|d| d.0),
            sent: self.sent,
        }
    }
}
