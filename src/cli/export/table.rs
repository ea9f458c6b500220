//! Rows of a table: one for each question, or for each answer.

use std::sync::Arc;

use super::Wordings;
use crate::content::import::own;
use crate::domain::library::{Card, Library, Question};
use crate::domain::practice::record::{Answer, Block, SittingRecord};
use crate::domain::practice::results::{counted, counting};
use crate::store::home::Loaded;

/// Names of columns, and rows with as many cells.
pub struct Table {
    /// The names.
    pub head: Vec<&'static str>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// The questions with what is kept with them, in the columns that `greenroom import` knows again.
pub fn questions(library: &Library, cards: &[&Card]) -> Table {
    let row = |(card, question): (&Card, Arc<Question>)| {
        own::row(&question, card.pack.as_deref().unwrap_or_default())
    };
    Table {
        head: own::COLUMNS.to_vec(),
        rows: opened(library, cards).map(row).collect(),
    }
}

/// The questions of some cards, opened.
pub fn opened<'a>(
    library: &'a Library,
    cards: &'a [&Card],
) -> impl Iterator<Item = (&'a Card, Arc<Question>)> {
    let open = |card: &&'a Card| Some((*card, library.questions.get(card.id.as_str())?));
    cards.iter().filter_map(open)
}

/// An answer with the words it was asked in and its level.
pub struct Given<'a> {
    /// The sitting.
    pub sitting: &'a SittingRecord,
    /// The answer.
    pub answer: &'a Answer,
    /// What was asked.
    pub asked: String,
    /// The level that counts, as a word; empty where there is none.
    pub level: String,
    /// A line to oneself.
    pub note: &'a str,
}

/// Every answer that was given; those that were skipped are none.
pub fn given<'a>(loaded: &'a Loaded, wordings: &Wordings) -> Vec<Given<'a>> {
    let mut out = Vec::new();
    for sitting in &loaded.sittings {
        for block in &sitting.blocks {
            let Block::Answer(answer) = block else {
                continue;
            };
            if answer.skipped {
                continue;
            }
            let rating = counted(sitting, answer.index)
                .filter(|own| *own == answer)
                .and_then(|_| counting(sitting, answer.index));
            let asked = wordings.get(&answer.question, answer.wording);
            out.push(Given {
                sitting,
                answer,
                asked: asked.unwrap_or_else(|| answer.question.to_string()),
                level: rating.map_or_else(String::new, |r| r.level.word().to_owned()),
                note: rating.map_or("", |r| &r.note),
            });
        }
    }
    out
}

/// The answers with their levels.
pub fn answers(loaded: &Loaded, wordings: &Wordings) -> Table {
    let head = vec![
        "at",
        "sitting",
        "question",
        "answer",
        "level",
        "seconds",
        "words",
        "kind",
        "note",
        "question_id",
    ];
    let row = |given: Given<'_>| {
        vec![
            given.answer.at.format("%Y-%m-%d %H:%M").to_string(),
            given.sitting.head.title.clone(),
            given.asked,
            given.answer.text.clone(),
            given.level,
            given.answer.length_s.to_string(),
            given.answer.words.to_string(),
            given.answer.kind.id().to_owned(),
            given.note.to_owned(),
            given.answer.question.to_string(),
        ]
    };
    Table {
        head,
        rows: given(loaded, wordings).into_iter().map(row).collect(),
    }
}
