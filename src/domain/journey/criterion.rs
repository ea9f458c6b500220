//! One point of an employer's scorecard, as the user read it out of the advert.

use crate::domain::id::CompetencyId;

/// One competency that the advert asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Criterion {
    /// Which.
    pub competency: CompetencyId,
    /// What shows it, in a line of the user's own; may be empty.
    pub evidence: String,
}
