//! What the user wrote down after real interviews about a question: it stands beside what a strong answer has, and
//! opens after an attempt as that does.

use super::words::hide_names;
use crate::content::{mine, near};
use crate::desk::Model;
use crate::domain::id::QuestionId;
use crate::domain::journal::{Asked, Entry};
use crate::domain::level::Level;

/// Notes on one interview that are shown at most.
const MOST: usize = 3;

/// What they are called.
pub const HEADING: &str = "What you wrote after the interview";

/// Each note as a sentence, those on the last interview first.
pub fn about(model: &Model, id: &QuestionId) -> Vec<String> {
    let entries = model.journal.entries.iter();
    let notes = entries.flat_map(|entry| of_entry(model, entry, id));
    notes.map(|words| hide_names(model, &words)).collect()
}

/// Where an entry's interview was, in words that go on a sentence: `at Northline`.
pub fn place(model: &Model, entry: Option<&Entry>) -> String {
    let application = entry.and_then(|e| model.journey.get(e.application.as_ref()?));
    application.map_or_else(
        || "in an interview".to_owned(),
        |a| format!("at {}", model.employer(a)),
    )
}

/// Whether a line has a word of weight in common with a question, as it was asked or as it is known.
fn is_about(line: &str, model: &Model, asked: &Asked) -> bool {
    let card = (asked.card.as_ref()).and_then(|id| model.library.card(id.as_str()));
    let known = card.map_or("", |card| &card.text);
    [asked.text.as_str(), known]
        .into_iter()
        .any(|words| near::share_a_word(line, words))
}

fn of_entry(model: &Model, entry: &Entry, id: &QuestionId) -> Vec<String> {
    let Some(debrief) = entry.debrief.as_deref() else {
        return Vec::new();
    };
    let there = place(model, Some(entry));
    let replied = debrief.concerns.iter().filter(|c| !c.reply.is_empty());
    let replied = replied
        .filter(|concern| mine::doubt_id(&concern.text) == *id)
        .map(|concern| format!("What you replied {there}: {}", concern.reply));
    let asked = (debrief.questions.iter()).find(|q| q.card.as_ref() == Some(id));
    // What went well is not what slipped.
    let asked = asked.filter(|q| !q.level.is_some_and(Level::carries));
    let alone = debrief.questions.len() == 1;
    let slipped = (debrief.slipped.iter())
        .filter(|line| asked.is_some_and(|q| alone || is_about(line, model, q)))
        .take(MOST);
    let slipped = slipped.map(|line| format!("Where it slipped {there}: {line}"));
    replied.chain(slipped).collect()
}
