//! People met on the way: interviewers, recruiters, referees.

use serde::{Deserialize, Serialize};

/// Somebody who was there, or who has to be written to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Person {
    /// As written on the card.
    pub name: String,
    /// What they do.
    pub title: String,
    /// Mail address, number or whatever reaches them.
    pub contact: String,
}
