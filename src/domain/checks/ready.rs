//! What is ready for the checks of a job, and what is missing.

use chrono::NaiveDate;

use super::{Answer, Checks, Document, Referee};
use crate::domain::journey::Application;

/// One line of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    /// `Ms. Okafor: said yes, knows about Acme`.
    pub words: String,
    /// Whether nothing is missing there.
    pub is_ready: bool,
}

/// All of it, people first; whoever would rather not is nobody's any more.
pub fn readiness(checks: &Checks, job: &Application, today: NaiveDate) -> Vec<Ready> {
    let person = |one: &Referee| Ready {
        words: format!(
            "{}: {}",
            one.person.name,
            one.stands(Some((&job.id, &job.employer)), today)
        ),
        is_ready: one.knows(&job.id),
    };
    let paper = |one: &Document| {
        let holds = one.holds(today).map(|words| format!(", {words}"));
        Ready {
            words: format!(
                "{}: {}{}",
                one.title,
                one.stands(today),
                holds.unwrap_or_default()
            ),
            is_ready: one.have && one.until.is_none_or(|until| until >= today),
        }
    };
    let people = checks.referees.iter();
    let people = people.filter(|one| one.answer != Answer::RatherNot);
    let papers = checks.documents.iter().map(paper);
    people.map(person).chain(papers).collect()
}
