//! Checks and references: who would speak for me, and the papers that an employer asks for.
//!
//! Both are kept once for the whole job hunt. What belongs to one job, such as whether somebody knows that this employer
//! may call, stands with the person whom it is about.

mod document;
mod due;
mod ready;
mod referee;
mod usual;

use super::id::{DocumentId, RefereeId, slug};

pub use document::Document;
pub use due::{RunsOut, ToBrief, runs_out, to_brief, wants_references};
pub use ready::{Ready, readiness};
pub use referee::{Answer, Call, Referee, Step};
pub use usual::{USUAL, Usual, usual_for};

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Checks {
    /// Who would speak for me, in the order of their names in the file.
    pub referees: Vec<Referee>,
    /// Papers, in the same order.
    pub documents: Vec<Document>,
}

/// A change of them. Only what is another one in it than before is written, so that nobody undoes what somebody else wrote.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Change {
    /// Before it.
    pub before: Checks,
    /// After it.
    pub now: Checks,
}

impl Checks {
    /// One referee.
    pub fn referee(&self, id: &RefereeId) -> Option<&Referee> {
        self.referees.iter().find(|one| one.id == *id)
    }

    /// One paper.
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        self.documents.iter().find(|one| one.id == *id)
    }

    /// Those who said yes: the only ones whose names are handed on.
    pub fn speakers(&self) -> impl Iterator<Item = &Referee> {
        self.referees.iter().filter(|one| one.answer == Answer::Yes)
    }

    /// The same with a change.
    #[must_use]
    pub fn with(&self, change: impl FnOnce(&mut Self)) -> Change {
        let mut now = self.clone();
        change(&mut now);
        Change {
            before: self.clone(),
            now,
        }
    }

    /// Puts a referee in its place.
    pub fn put_referee(&mut self, referee: Referee) {
        self.referees.retain(|one| one.id != referee.id);
        let at = self.referees.partition_point(|one| one.id < referee.id);
        self.referees.insert(at, referee);
    }

    /// The same for a paper.
    pub fn put_document(&mut self, document: Document) {
        self.documents.retain(|one| one.id != document.id);
        let at = self.documents.partition_point(|one| one.id < document.id);
        self.documents.insert(at, document);
    }

    /// A free name for somebody in the file.
    pub fn name_for(&self, words: &str) -> RefereeId {
        let free = |name: &str| self.referees.iter().all(|one| one.id.as_str() != name);
        RefereeId::new(free_name(&slug(words, "referee"), free))
    }

    /// A free name for a paper in the file.
    pub fn name_of_paper(&self, words: &str) -> DocumentId {
        let free = |name: &str| self.documents.iter().all(|one| one.id.as_str() != name);
        DocumentId::new(free_name(&slug(words, "paper"), free))
    }
}

/// The first of `name`, `name-2`, `name-3` that is free.
fn free_name(name: &str, free: impl Fn(&str) -> bool) -> String {
    if free(name) {
        return name.to_owned();
    }
    let mut names = (2..).map(|n: usize| format!("{name}-{n}"));
    names.find(|name| free(name)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
