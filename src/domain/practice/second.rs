//! The second look: an answer of an earlier day is rated again without its first rating. Nobody rates truly right after
//! an answer; a night between makes one's own ear a stranger's.

use std::sync::Arc;

use chrono::NaiveDate;

use super::bench::{Bench, Line};
use super::history::{Fact, History, Source};
use super::record::{Input, Rater, Rating, SittingRecord};
use super::results::counted;
use crate::domain::id::{QuestionId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::{Library, Question};
use crate::domain::time::Wall;

/// Answers that are looked at in one go, and that are offered however few there are.
const MOST: usize = 2;

/// Of so many answers one is offered for a second look, as a rule.
const ONE_OF: usize = 5;

/// Days after which an answer is not looked at again.
const DAYS: i64 = 14;

/// About how many minutes one takes.
pub const MINUTES: u32 = 2;

/// An answer that can be looked at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Second {
    /// The sitting.
    pub sitting: SittingId,
    /// Its place in it.
    pub index: u16,
    /// Its question.
    pub question: QuestionId,
}

/// Typed and rated answers of the last days before today.
fn typed(history: &History, today: NaiveDate) -> impl Iterator<Item = &Fact> {
    let facts = history.facts().iter().rev();
    facts.filter(move |f| {
        let days = (today - f.day).num_days();
        let given = f.source == Source::Practice && f.input == Input::Typed && !f.skipped;
        given && f.own.is_some() && (1..=DAYS).contains(&days)
    })
}

/// Answers that can be looked at again, the newest first, a few at once.
pub fn ready(history: &History, library: &Library, today: NaiveDate) -> Vec<Second> {
    let open = typed(history, today).filter(|f| f.cold.is_none());
    let known = open.filter(|f| library.card(history.text(f.question)).is_some());
    let second = known.map(|f| Second {
        sitting: SittingId::new(history.text(f.origin)),
        index: f.index,
        question: QuestionId::new(history.text(f.question)),
    });
    second.take(MOST).collect()
}

/// How many of them a day proposes: a share of what was answered, so that it stays small.
pub fn due(history: &History, library: &Library, today: NaiveDate) -> usize {
    let (all, seen) = typed(history, today).fold((0, 0), |(all, seen), f| {
        (all + 1, seen + usize::from(f.cold.is_some()))
    });
    let wanted = (all / ONE_OF).max(MOST).saturating_sub(seen);
    ready(history, library, today).len().min(wanted)
}

impl Second {
    /// The question and one's own words, with nothing ticked; `None` where either is no more.
    pub fn bench(&self, record: &SittingRecord, library: &Library) -> Option<Bench> {
        let answer = counted(record, self.index)?;
        let question = library.rated_question(self.question.as_str())?;
        let question = Question {
            text: question.wording(answer.wording).to_owned(),
            ..(*question).clone()
        };
        let lines = vec![Line::Whole];
        Some(Bench::new(Arc::new(question), answer.text.clone(), lines))
    }

    /// The rating that is kept, once the answer has its word.
    pub fn rating(&self, bench: &Bench, at: Wall) -> Option<Rating> {
        let level: Level = bench.words().next()?.1?;
        Some(Rating {
            index: self.index,
            question: self.question.clone(),
            rater: Rater::Cold,
            at,
            points: bench.sheet().marks().to_vec(),
            proofs: Vec::new(),
            flags: bench.sheet().seen(),
            dimensions: Vec::new(),
            computed: level,
            line: String::new(),
            level,
            note: String::new(),
        })
    }
}
