//! What the journal and the advert ask practice to do.

use crate::domain::id::{CompetencyId, QuestionId};

/// What the journal and the advert ask practice to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steer {
    /// Questions of real interviews that are due now, each with the name of the employer.
    pub asked: Vec<(QuestionId, String)>,
    /// Competencies that somebody doubted.
    pub competencies: Vec<CompetencyId>,
    /// Competencies that the advert of the job asks for.
    pub advert: Vec<CompetencyId>,
}
