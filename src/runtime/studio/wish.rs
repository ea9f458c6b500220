//! What is to begin at once, as the command line asks for it.

use crate::desk::go::{MockWish, SetupFor};
use crate::domain::id::{CompetencyId, FamilyId, QuestionId, ScenarioId};
use crate::domain::library::{ItemKind, Kind, StageId};

/// A drill asked for on the command line.
#[derive(Debug, Clone, Default)]
pub struct DrillWish {
    /// Stage.
    pub stage: Option<StageId>,
    /// Kinds; empty is any.
    pub kinds: Vec<Kind>,
    /// Field of work.
    pub role: Option<FamilyId>,
    /// Competencies; empty is any.
    pub competencies: Vec<CompetencyId>,
    /// Packs; empty is any.
    pub packs: Vec<String>,
    /// Exactly these questions; empty is any.
    pub questions: Vec<QuestionId>,
    /// Number of questions.
    pub count: Option<usize>,
    /// Minutes it may take; the number of questions follows from it.
    pub minutes: Option<u32>,
    /// A whole mock instead.
    pub mock: Option<MockWish>,
    /// A talk instead of questions.
    pub scenario: Option<ScenarioId>,
    /// Items of this kind instead of questions.
    pub items: Option<ItemKind>,
}

impl From<DrillWish> for SetupFor {
    fn from(wish: DrillWish) -> Self {
        Self {
            stage: wish.stage,
            job: None,
            kinds: wish.kinds,
            family: wish.role,
            competencies: wish.competencies,
            packs: wish.packs,
            count: wish.count.or(wish
                .minutes
                .map(|m| usize::try_from(m / 3).unwrap_or(1).max(1))),
            questions: wish.questions,
            mock: wish.mock,
            scenario: wish.scenario,
            items: wish.items,
        }
    }
}
