//! Which past answers the card takes words from.

use chrono::{Duration, NaiveDate};

use super::line::Kept;
use super::words::Said;
use crate::domain::id::{QuestionId, SittingId};
use crate::domain::level::Level;
use crate::domain::library::{Kind, Library, StageId};
use crate::domain::order::InOrder;
use crate::domain::practice::history::{Fact, History, Source};
use crate::domain::practice::record::{Input, SittingRecord};
use crate::domain::practice::results::counted;

/// The kinds whose first sentence is worth a place on it, in the order of a talk, and how many answers of each are read:
/// one may be about another employer.
const KINDS: [(Kind, usize); 3] = [
    (Kind::Opener, 2),
    (Kind::Motivation, 3),
    (Kind::Behavioral, 3),
];

/// Days after which an answer is no longer in the mouth.
const FRESH: i64 = 90;

/// An answer whose words are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    /// The sitting that holds it.
    pub sitting: SittingId,
    /// Its place there.
    pub index: u16,
    /// The question.
    pub question: QuestionId,
}

/// The newest typed answers that went Solid or Strong, to what is asked first; those to questions of the stage come first.
pub fn picks(history: &History, library: &Library, stage: StageId, today: NaiveDate) -> Vec<Pick> {
    let since = today - Duration::days(FRESH);
    let good = |fact: &&Fact| {
        let rated = fact.level.is_some_and(Level::carries);
        let own = fact.source == Source::Practice && fact.input == Input::Typed;
        let first = KINDS.iter().any(|(kind, _)| *kind == fact.kind);
        rated && own && first && !fact.skipped
    };
    let facts = history.facts().iter().rev();
    let mut found: Vec<(Kind, bool, Pick)> = Vec::new();
    for fact in facts.take_while(|fact| fact.day >= since).filter(good) {
        let question = history.text(fact.question);
        let known = found
            .iter()
            .any(|(_, _, p)| p.question.as_str() == question);
        let Some(card) = library.card(question).filter(|_| !known) else {
            continue;
        };
        let pick = Pick {
            sitting: SittingId::new(history.text(fact.origin)),
            index: fact.index,
            question: card.id.clone(),
        };
        found.push((fact.kind, card.stages.contains(&stage), pick));
    }
    found.order_by_key(|(_, here, _)| !here);
    let of_kind = |(kind, most): (Kind, usize)| {
        let all = found.iter().filter(move |(k, ..)| *k == kind);
        all.take(most).map(|(.., pick)| pick.clone())
    };
    KINDS.into_iter().flat_map(of_kind).collect()
}

/// The words of such an answer, out of its sitting.
pub fn said(record: &SittingRecord, pick: &Pick, library: &Library) -> Option<Said> {
    Some(Said {
        about: about(pick, library),
        text: counted(record, pick.index)?.text.clone(),
        figure: String::new(),
        kept: Kept::Question(pick.question.clone()),
    })
}

/// What an answer is about: what it shows, or else its kind.
fn about(pick: &Pick, library: &Library) -> String {
    let Some(card) = library.card(pick.question.as_str()) else {
        return String::new();
    };
    match (card.kind, card.competencies.first()) {
        (Kind::Behavioral, Some(competency)) => library.competency_title(competency.as_str()),
        (Kind::Opener, _) => "About me".to_owned(),
        (Kind::Motivation, _) => "Why here".to_owned(),
        (kind, _) => kind.word().to_owned(),
    }
}
