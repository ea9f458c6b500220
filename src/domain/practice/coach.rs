//! Answers that are handed in to a coach, and what comes back: plain values that two files carry.
//!
//! The client's own ratings are not handed in, so that the coach rates blind.

mod attach;
mod review;

pub use attach::{Attached, attach};
pub use review::{Coaching, Words};

use super::record::{Answer, Block, Input, Mark, SittingRecord};
use super::results::counted;
use crate::domain::id::DimensionId;
use crate::domain::level::Level;
use crate::domain::library::{Kind, Library, Point, RedFlag};
use crate::domain::time::Wall;

/// Answers of one sitting for somebody else to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HandIn {
    /// When the sitting began, by which it is found again: its name may tell an employer.
    pub sitting: Wall,
    /// What the sitting is called.
    pub title: String,
    /// Who hands in; may be empty.
    pub from: String,
    /// When it was handed in.
    pub at: Wall,
    /// What they want to know; may be empty.
    pub ask: String,
    /// The answers, in the order in which they were given.
    pub answers: Vec<Handed>,
}

/// One answer with its question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handed {
    /// Place in the plan of the sitting, from 0.
    pub index: u16,
    /// When it was finished.
    pub at: Wall,
    /// Kind of the question, which says what it is rated by.
    pub kind: Kind,
    /// The question as it was asked.
    pub asked: String,
    /// Facts given before.
    pub setup: String,
    /// Points of a strong answer.
    pub points: Vec<Point>,
    /// Reasons to say no.
    pub flags: Vec<RedFlag>,
    /// Typed, or spoken with notes.
    pub input: Input,
    /// How long it is when spoken, in seconds.
    pub seconds: u32,
    /// The window that was aimed at, in seconds.
    pub window: Option<(u32, u32)>,
    /// The words, or the notes.
    pub text: String,
    /// What was asked beyond the question, with what was said to it.
    pub more: Vec<(String, String)>,
}

/// What comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// When the sitting began.
    pub sitting: Wall,
    /// What it is called.
    pub title: String,
    /// Who looked at it.
    pub coach: String,
    /// When the answer was written.
    pub at: Wall,
    /// A word to all of it.
    pub text: String,
    /// What is said to each answer.
    pub answers: Vec<Looked>,
}

/// What is said to one answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Looked {
    /// Place in the plan of the sitting, from 0.
    pub index: u16,
    /// When the answer was finished.
    pub answered: Wall,
    /// The question, to be read.
    pub asked: String,
    /// A mark for each point.
    pub points: Vec<Mark>,
    /// Red flags seen, from 1.
    pub flags: Vec<u8>,
    /// Level of each dimension rated.
    pub dimensions: Vec<(DimensionId, Level)>,
    /// The word for the whole answer; `None` where it is not rated.
    pub level: Option<Level>,
    /// Keep this.
    pub keep: String,
    /// Change this.
    pub change: String,
    /// Anything else.
    pub text: String,
}

/// What is said of a file whose sitting is not here.
pub fn not_here(returned: &Returned) -> String {
    format!(
        "This is about a sitting of {} that is not in this home, so nothing was changed. Another person's folder is named \
         with --home; a sitting that lies in the trash can be put back there.",
        returned.sitting.format("%-d %B %Y, %H:%M")
    )
}

/// The answers of a sitting that can be handed in: those to the questions themselves that were not skipped, with what
/// the library says of their questions.
pub fn to_hand_in(record: &SittingRecord, library: &Library) -> Vec<Handed> {
    let mut seen: Vec<u16> = Vec::new();
    let answers = record.blocks.iter().filter_map(|block| match block {
        Block::Answer(answer) => Some(answer),
        _ => None,
    });
    let answers: Vec<&Answer> = answers.collect();
    for answer in &answers {
        if !seen.contains(&answer.index) {
            seen.push(answer.index);
        }
    }
    let counted = seen.into_iter().filter_map(|n| counted(record, n));
    let given = counted.filter(|answer| !answer.skipped);
    let handed = given.map(|answer| {
        let more = (answers.iter())
            .filter(|a| a.index == answer.index && !a.counts() && a.for_point.is_none())
            .filter_map(|a| Some((a.extra.as_ref()?.asked.clone(), a.told_words().to_owned())));
        let question = library.rated_question(answer.question.as_str());
        let question = question.as_deref();
        Handed {
            index: answer.index,
            at: answer.at,
            kind: answer.kind,
            asked: question.map_or_else(
                || answer.question.to_string(),
                |q| q.wording(answer.wording).to_owned(),
            ),
            setup: question.map_or_else(String::new, |q| q.setup.clone()),
            points: question.map_or_else(Vec::new, |q| q.strong.clone()),
            flags: question.map_or_else(Vec::new, |q| q.red_flags.clone()),
            input: answer.input,
            seconds: answer.clock_s(),
            window: answer.window,
            text: answer.text.clone(),
            more: more.collect(),
        }
    });
    handed.collect()
}

impl HandIn {
    /// The same with every text as `hide` shows it.
    #[must_use]
    pub fn masked(mut self, hide: impl Fn(&str) -> String) -> Self {
        let mut mask = |text: &mut String| *text = hide(text);
        mask(&mut self.title);
        mask(&mut self.ask);
        for answer in &mut self.answers {
            let (asked, said): (Vec<_>, Vec<_>) = answer
                .more
                .iter_mut()
                .map(|(asked, said)| (asked, said))
                .unzip();
            let points = answer.points.iter_mut().map(|point| &mut point.text);
            let flags = answer.flags.iter_mut().map(|flag| &mut flag.text);
            let own = [&mut answer.asked, &mut answer.setup, &mut answer.text];
            let all = own.into_iter().chain(points).chain(flags);
            all.chain(asked).chain(said).for_each(&mut mask);
        }
        self
    }
}
