//! What others, and one's own second look, say to an answer, beside one's own first word for it.

use super::record::{Comment, Mark, Rater, Rating};
use super::review::Review;
use crate::domain::level::Level;
use crate::domain::time::Wall;

/// One other look at an answer.
#[derive(Debug, Clone, Copy)]
pub struct Eye<'a> {
    /// Its rating, where it rated.
    pub rating: Option<&'a Rating>,
    /// Its words, where it said something.
    pub comment: Option<&'a Comment>,
}

/// The looks at an answer, one for each person who looked.
pub fn eyes<'a>(review: &Review<'a>) -> Vec<Eye<'a>> {
    let same = |r: &Rating, c: &Comment| (r.rater, r.at) == (c.rater, c.at);
    let comment = |r: &Rating| review.comments.iter().copied().find(|c| same(r, c));
    let rated = review.others.iter().map(|rating| Eye {
        rating: Some(rating),
        comment: comment(rating),
    });
    let alone = |c: &&Comment| !review.others.iter().any(|r| same(r, c));
    let said = review.comments.iter().copied().filter(alone);
    let said = said.map(|comment| Eye {
        rating: None,
        comment: Some(comment),
    });
    rated.chain(said).collect()
}

impl Eye<'_> {
    /// When.
    pub fn at(&self) -> Option<Wall> {
        let rated = self.rating.map(|r| r.at);
        rated.or(self.comment.map(|c| c.at))
    }

    /// Who looked: `Ines, your coach`.
    pub fn who(&self) -> String {
        if let Some(comment) = self.comment {
            return comment.who();
        }
        match self.rating.map(|r| r.rater) {
            Some(Rater::Partner) => "Your practice partner",
            Some(Rater::Outcome) => "What came of it",
            Some(Rater::Coach) => "Your coach",
            Some(Rater::Cold | Rater::Now | Rater::Agreed) | None => "Your second look",
        }
        .to_owned()
    }

    /// Their word beside one's own, in one sentence: `Partly. Your own word: Solid, one higher.`
    pub fn beside(&self, own: Option<Level>) -> Option<String> {
        let theirs = self.rating?.level;
        let Some(own) = own else {
            return Some(format!("{}.", theirs.word()));
        };
        Some(format!("{}. {}", theirs.word(), gap(own, theirs)))
    }

    /// What they heard otherwise than oneself did: each point with their mark and one's own.
    pub fn otherwise<'r>(&self, review: &'r Review<'_>) -> Vec<(&'r str, Mark, Mark)> {
        let Some(theirs) = self.rating.map(|r| &r.points) else {
            return Vec::new();
        };
        let own = review.points();
        if own.len() != theirs.len() {
            return Vec::new();
        }
        let both = own.into_iter().zip(theirs);
        let other = both.filter(|(own, theirs)| own.mark != **theirs);
        other
            .map(|(own, theirs)| (own.text, *theirs, own.mark))
            .collect()
    }
}

/// `Your first word was Solid, one higher.`
pub fn gap(own: Level, other: Level) -> String {
    let by = match own.step().abs_diff(other.step()) {
        0 => return format!("Your first word was {}, too.", own.word()),
        1 => "one",
        2 => "two",
        _ => "three",
    };
    let side = if own > other { "higher" } else { "lower" };
    format!("Your first word was {}, {by} {side}.", own.word())
}
