//! What somebody else says to an answer, or to a sitting as a whole.

use serde::Serialize;

use super::Rater;
use crate::domain::time::Wall;

/// Words that come with a rating of somebody else, or stand without one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Comment {
    /// Place in the plan of the answer; `None` where all of them are meant.
    pub index: Option<u16>,
    /// Who says it.
    pub rater: Rater,
    /// Their name; may be empty.
    pub by: String,
    /// When. A rating that came with it has the same moment.
    pub at: Wall,
    /// What to keep, in one line.
    pub keep: String,
    /// What to change, in one line: the next try at that question shows it.
    pub change: String,
    /// Anything else.
    pub text: String,
}

impl Comment {
    /// `Ines, your coach`; without the name where none is known.
    pub fn who(&self) -> String {
        let role = match self.rater {
            Rater::Coach => "coach",
            Rater::Partner => "practice partner",
            Rater::Now | Rater::Cold | Rater::Agreed | Rater::Outcome => "own second look",
        };
        match self.by.as_str() {
            "" => format!("Your {role}"),
            by => format!("{by}, your {role}"),
        }
    }
}
