//! What the user wrote down after real interviews about a question: it stands beside what a strong answer has, and
//! opens after an attempt as that does.

use super::words::hide_names;
use crate::content::mine;
use crate::desk::Model;
use crate::domain::id::QuestionId;
use crate::domain::journal::Entry;

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

fn of_entry(model: &Model, entry: &Entry, id: &QuestionId) -> Vec<String> {
    let Some(debrief) = entry.debrief.as_deref() else {
        return Vec::new();
    };
    let there = place(model, Some(entry));
    let replied = debrief.concerns.iter().filter(|c| !c.reply.is_empty());
    let replied = replied
        .filter(|concern| mine::doubt_id(&concern.text) == *id)
        .map(|concern| format!("What you replied {there}: {}", concern.reply));
    let asked = debrief
        .questions
        .iter()
        .any(|q| q.card.as_ref() == Some(id));
    let slipped = debrief.slipped.iter().filter(|_| asked).take(MOST);
    let slipped = slipped.map(|line| format!("Where it slipped {there}: {line}"));
    replied.chain(slipped).collect()
}
