//! A paper that an employer may ask for: whether I have it, where it lies, how long it holds.

use chrono::NaiveDate;

use crate::domain::id::DocumentId;
use crate::domain::time::short_date;

/// A paper. What stands on it, such as its number, is none of this.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Its name in the file.
    pub id: DocumentId,
    /// What it is.
    pub title: String,
    /// Whether I have it.
    pub have: bool,
    /// When it was asked for; of one that I have, when a new one was.
    pub asked: Option<NaiveDate>,
    /// Where it lies, in own words.
    pub lies: String,
    /// The last day on which it holds.
    pub until: Option<NaiveDate>,
}

impl Document {
    /// A paper of which only the name is known.
    pub fn called(id: DocumentId, title: &str) -> Self {
        Self {
            id,
            title: title.to_owned(),
            have: false,
            asked: None,
            lies: String::new(),
            until: None,
        }
    }

    /// Whether a new one is on its way.
    pub const fn is_renewed(&self) -> bool {
        self.have && self.asked.is_some()
    }

    /// Where it stands: `I have it`, `asked for, 2 Mar`, `to ask for`.
    pub fn stands(&self, today: NaiveDate) -> String {
        match (self.have, self.asked) {
            (true, None) => "I have it".to_owned(),
            (true, Some(on)) => format!("I have it; new one asked for, {}", short_date(on, today)),
            (false, Some(on)) => format!("asked for, {}", short_date(on, today)),
            (false, None) => "to ask for".to_owned(),
        }
    }

    /// How long it holds: `until 3 Jan`, `ran out on 3 Jan`; nothing where nobody said so.
    pub fn holds(&self, today: NaiveDate) -> Option<String> {
        let until = self.until?;
        let day = short_date(until, today);
        Some(if until < today {
            format!("ran out on {day}")
        } else {
            format!("until {day}")
        })
    }
}
