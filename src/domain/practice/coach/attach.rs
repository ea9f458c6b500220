//! What a coach gave back, laid to the answers that it is about.

use super::{Looked, Returned};
use crate::domain::level::Level;
use crate::domain::practice::record::{Answer, Block, Comment, Rater, Rating, SittingRecord};

/// What becomes of a file that came back.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Attached {
    /// What joins the file of the sitting, in order.
    pub blocks: Vec<Block>,
    /// Answers that something new is said to.
    pub answers: usize,
    /// Answers to which all of it was there already.
    pub known: usize,
    /// Questions whose answers are not in the sitting.
    pub gone: Vec<String>,
}

impl Attached {
    /// What came of it, in a sentence or two.
    pub fn words(&self, coach: &str) -> String {
        let who = if coach.is_empty() {
            "Your coach"
        } else {
            coach
        };
        let answers = |n: usize| match n {
            1 => "1 answer".to_owned(),
            n => format!("{n} answers"),
        };
        let mut said = match (self.answers, self.blocks.is_empty()) {
            (0, true) if self.known > 0 => {
                format!("What {who} says was here already; nothing changed.")
            }
            (0, true) => {
                format!("{who} says nothing about answers that are here; nothing changed.")
            }
            (0, false) => format!("A word from {who} stands with the sitting now."),
            (n, _) => format!("What {who} says to {} stands with them now.", answers(n)),
        };
        let mut gone = self.gone.iter();
        if let Some(first) = gone.next() {
            let more = match gone.len() {
                0 => String::new(),
                n => format!(", and {n} more"),
            };
            let what = format!(" Not here any more, or given anew: \"{first}\"{more}.");
            said.push_str(&what);
        }
        said
    }
}

/// Works out what joins a sitting; the same file once more adds nothing.
pub fn attach(record: &SittingRecord, returned: &Returned) -> Attached {
    let mut attached = Attached::default();
    for looked in &returned.answers {
        let Some(answer) = answer(record, looked) else {
            attached.gone.push(looked.asked.clone());
            continue;
        };
        let said = [
            looked
                .level
                .map(|level| rating(answer, looked, level, returned)),
            comment(looked, returned),
        ];
        let said: Vec<Block> = said.into_iter().flatten().collect();
        let before = attached.blocks.len();
        let new = said.iter().filter(|block| !is_there(record, block));
        attached.blocks.extend(new.cloned());
        if attached.blocks.len() > before {
            attached.answers += 1;
        } else if !said.is_empty() {
            attached.known += 1;
        }
    }
    let whole = Block::Comment(words(None, "", "", &returned.text, returned));
    let lies_here = attached.answers + attached.known > 0;
    if lies_here && !returned.text.is_empty() && !is_there(record, &whole) {
        attached.blocks.push(whole);
    }
    attached
}

/// The very answer that was looked at: one that was given again since, or cut out of the file, is not it.
fn answer<'a>(record: &'a SittingRecord, looked: &Looked) -> Option<&'a Answer> {
    record.blocks.iter().find_map(|block| match block {
        Block::Answer(answer) => {
            let same = answer.index == looked.index && answer.at == looked.answered;
            same.then_some(answer)
        }
        _ => None,
    })
}

fn rating(answer: &Answer, looked: &Looked, level: Level, returned: &Returned) -> Block {
    Block::Rating(Rating {
        index: answer.index,
        question: answer.question.clone(),
        rater: Rater::Coach,
        at: returned.at,
        points: looked.points.clone(),
        proofs: Vec::new(),
        flags: looked.flags.clone(),
        dimensions: looked.dimensions.clone(),
        computed: level,
        line: String::new(),
        level,
        note: String::new(),
    })
}

/// What is said to one answer; nothing where there is no word. Where it is only rated, who rated it is kept.
fn comment(looked: &Looked, returned: &Returned) -> Option<Block> {
    let said = [&looked.keep, &looked.change, &looked.text];
    let is_said = looked.level.is_some() || said.into_iter().any(|words| !words.is_empty());
    is_said.then(|| {
        let (keep, change) = (&looked.keep, &looked.change);
        let comment = words(Some(looked.index), keep, change, &looked.text, returned);
        Block::Comment(comment)
    })
}

fn words(index: Option<u16>, keep: &str, change: &str, text: &str, returned: &Returned) -> Comment {
    Comment {
        index,
        rater: Rater::Coach,
        by: returned.coach.clone(),
        at: returned.at,
        keep: keep.to_owned(),
        change: change.to_owned(),
        text: text.to_owned(),
    }
}

/// Whether the same coach said this at the same moment already.
fn is_there(record: &SittingRecord, new: &Block) -> bool {
    record.blocks.iter().any(|old| match (old, new) {
        (Block::Rating(old), Block::Rating(new)) => {
            (old.index, old.rater, old.at) == (new.index, new.rater, new.at)
        }
        (Block::Comment(old), Block::Comment(new)) => {
            let of = |c: &Comment| (c.index, c.rater, c.at);
            of(old) == of(new) && old.by == new.by
        }
        _ => false,
    })
}
