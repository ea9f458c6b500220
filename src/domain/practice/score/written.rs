//! A rating as it is written down: what somebody saw in an answer, with the level that the rule table gives for it.

use super::evidence::Evidence;
use super::judge::judge;
use crate::domain::practice::record::{Rater, Rating};
use crate::domain::time::Now;

/// Judges an answer by what somebody saw in it.
pub fn written(seen: &Evidence<'_>, rater: Rater, now: Now) -> Rating {
    let verdict = judge(seen);
    let levels = verdict.rated.iter();
    Rating {
        index: seen.answer.index,
        question: seen.question.id.clone(),
        rater,
        at: now.wall,
        points: seen.marks.to_vec(),
        proofs: Vec::new(),
        flags: seen.flags.to_vec(),
        dimensions: levels.map(|r| (r.dimension.id.clone(), r.level)).collect(),
        computed: verdict.level,
        line: verdict.line.id().to_owned(),
        level: verdict.level,
        note: String::new(),
    }
}
