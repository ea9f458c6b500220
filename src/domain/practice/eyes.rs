//! What others, and one's own second look, say to an answer, beside one's own first word for it.

use super::record::{Block, Comment, Rater, Rating, SittingRecord};
use crate::domain::level::Level;
use crate::domain::time::Wall;

/// One other look at an answer.
#[derive(Debug, Clone, Copy)]
pub struct Eye<'a> {
    /// As whom.
    pub rater: Rater,
    /// Their name; may be empty.
    by: &'a str,
    /// Its rating, where it rated.
    pub rating: Option<&'a Rating>,
    /// Its words, where it said something.
    pub comment: Option<&'a Comment>,
}

/// The looks at an answer, one for each person who looked.
pub fn eyes(record: &SittingRecord, index: u16) -> Vec<Eye<'_>> {
    let mut eyes: Vec<Eye<'_>> = Vec::new();
    for block in &record.blocks {
        let Block::Rating(rating) = block else {
            continue;
        };
        if rating.index != index || matches!(rating.rater, Rater::Now | Rater::Agreed) {
            continue;
        }
        let by = who_rated(record, rating);
        eye_of(&mut eyes, rating.rater, by).rating = Some(rating);
    }
    for comment in comments(record, Some(index)) {
        eye_of(&mut eyes, comment.rater, &comment.by).comment = Some(comment);
    }
    eyes
}

/// The look of somebody, which is begun where they have none yet.
fn eye_of<'e, 'a>(eyes: &'e mut Vec<Eye<'a>>, rater: Rater, by: &'a str) -> &'e mut Eye<'a> {
    let known = eyes.iter().position(|e| (e.rater, e.by) == (rater, by));
    let at = known.unwrap_or(eyes.len());
    if known.is_none() {
        eyes.push(Eye {
            rater,
            by,
            rating: None,
            comment: None,
        });
    }
    &mut eyes[at]
}

/// Who gave a rating: it has no name of its own, and the words of the same moment do.
fn who_rated<'a>(record: &'a SittingRecord, rating: &Rating) -> &'a str {
    let by = record.blocks.iter().find_map(|block| match block {
        Block::Comment(c) if c.index == Some(rating.index) => {
            ((c.rater, c.at) == (rating.rater, rating.at)).then_some(c.by.as_str())
        }
        _ => None,
    });
    by.unwrap_or("")
}

/// The last words of each person to an answer; to the sitting as a whole without a place.
pub fn comments(record: &SittingRecord, index: Option<u16>) -> Vec<&Comment> {
    let mut kept: Vec<&Comment> = Vec::new();
    for block in &record.blocks {
        let Block::Comment(comment) = block else {
            continue;
        };
        if comment.index != index {
            continue;
        }
        let who = |c: &Comment| (c.rater, c.by.clone());
        match kept.iter_mut().find(|c| who(c) == who(comment)) {
            Some(old) => *old = comment,
            None => kept.push(comment),
        }
    }
    kept
}

impl Eye<'_> {
    /// When.
    pub fn at(&self) -> Option<Wall> {
        let rated = self.rating.map(|r| r.at);
        rated.max(self.comment.map(|c| c.at))
    }

    /// Who looked: `Ines, your coach`.
    pub fn who(&self) -> String {
        if let Some(comment) = self.comment {
            return comment.who();
        }
        match self.rater {
            Rater::Partner => "Your practice partner",
            Rater::Outcome => "What came of it",
            Rater::Coach => "Your coach",
            Rater::Cold | Rater::Now | Rater::Agreed => "Your second look",
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
}

/// `Your first word was Solid, one higher.`
pub fn gap(own: Level, other: Level) -> String {
    let by = if own == other {
        "too"
    } else {
        apart(other, own)
    };
    format!("Your first word was {}, {by}.", own.word())
}

/// How a word lies to the one that was there before: `two lower`.
pub const fn apart(before: Level, other: Level) -> &'static str {
    match (
        other.step().abs_diff(before.step()),
        other.step() > before.step(),
    ) {
        (0, _) => "the same",
        (1, true) => "one higher",
        (1, false) => "one lower",
        (2, true) => "two higher",
        (2, false) => "two lower",
        (_, true) => "three higher",
        (_, false) => "three lower",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::practice::sample;

    fn at(hours: i64) -> Wall {
        sample::at(0.0).wall + chrono::Duration::hours(hours)
    }

    fn rated(rater: Rater, level: Level, hours: i64) -> Block {
        let record = sample::sitting("q-0", 0, level);
        let mut ratings = record.blocks.into_iter().filter_map(|block| match block {
            Block::Rating(rating) => Some(rating),
            _ => None,
        });
        let rating = ratings.next().expect("a rating");
        Block::Rating(Rating {
            rater,
            at: at(hours),
            level,
            ..rating
        })
    }

    fn said(by: &str, keep: &str, hours: i64) -> Block {
        Block::Comment(Comment {
            index: Some(0),
            rater: Rater::Coach,
            by: by.to_owned(),
            at: at(hours),
            keep: keep.to_owned(),
            change: String::new(),
            text: String::new(),
        })
    }

    #[test]
    fn how_far_a_word_lies_from_another_is_told_from_either_side() {
        let (low, high) = (Level::NotYet, Level::Solid);
        assert_eq!(apart(low, high), "two higher");
        assert_eq!(apart(high, low), "two lower");
        assert_eq!(gap(high, low), "Your first word was Solid, two higher.");
        assert_eq!(gap(low, low), "Your first word was Not yet, too.");
    }

    #[test]
    fn each_person_who_looked_has_one_look_with_their_word_and_their_last_words() {
        let mut record = sample::sitting("q-0", 0, Level::Solid);
        record.blocks.extend([
            rated(Rater::Coach, Level::Partly, 20),
            said("Ines", "the number", 20),
            rated(Rater::Cold, Level::NotYet, 22),
            rated(Rater::Coach, Level::Strong, 24),
            said("Tom", "", 24),
            said("Ines", "the ending", 30),
        ]);
        let told: Vec<_> = (eyes(&record, 0).iter())
            .map(|eye| (eye.who(), eye.rating.map(|r| r.level)))
            .collect();
        let ines = ("Ines, your coach".to_owned(), Some(Level::Partly));
        let own = ("Your second look".to_owned(), Some(Level::NotYet));
        let tom = ("Tom, your coach".to_owned(), Some(Level::Strong));
        assert_eq!(told, [ines, own, tom]);
        let last = eyes(&record, 0)[0].comment.map(|c| c.keep.as_str());
        assert_eq!(last, Some("the ending"));
    }
}
