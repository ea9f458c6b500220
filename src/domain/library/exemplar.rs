//! Calibration answers: what an answer of a level sounds like.

use crate::domain::id::{DimensionId, ExemplarId, QuestionId};
use crate::domain::level::Level;

/// A sample answer with the levels that raters agreed on. It comes in a set of three at different levels.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exemplar {
    /// Id.
    pub id: ExemplarId,
    /// The question that it answers.
    pub question: QuestionId,
    /// The level of the whole.
    pub level: Level,
    /// The answer, as it was spoken.
    pub text: String,
    /// The agreed level of each dimension that was rated.
    pub levels: Vec<(DimensionId, Level)>,
    /// Points that were said, from 1.
    pub hit: Vec<u8>,
    /// Points that were half said, from 1.
    pub half: Vec<u8>,
    /// Red flags that were seen, from 1.
    pub flags: Vec<u8>,
    /// Why a dimension stands where it does.
    pub why: Vec<(DimensionId, String)>,
}
