//! What the journal and the jobs ask practice to do.

use crate::domain::id::{CompetencyId, QuestionId, TopicId};

/// What the journal and the jobs ask practice to do.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Steer {
    /// Questions of real interviews that are due now, each with the name of the employer.
    pub asked: Vec<(QuestionId, String)>,
    /// Competencies that somebody doubted.
    pub competencies: Vec<CompetencyId>,
    /// Competencies that the advert of the job asks for.
    pub advert: Vec<CompetencyId>,
    /// Questions that came in a warm-up: it leaves no trace in what is known of a person, but they were seen.
    pub warmed_up: Vec<QuestionId>,
    /// Topics of other trades than the role of the job names: they come last.
    pub other_trades: Vec<TopicId>,
}
