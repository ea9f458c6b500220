//! An answer that was given, kept as a story: its words in the parts where they most likely belong.

use chrono::NaiveDate;

use super::{Mark, Story};
use crate::domain::id::{CompetencyId, StoryId};
use crate::domain::practice::proof::sentences;
use crate::domain::text::{beginning, has_words};

/// Words of a sentence that says what was learned, in lower case.
const LEARNED: [&str; 6] = [
    "next time",
    "learned",
    "taught me",
    "i took from it",
    "now i",
    "i now",
];

/// The same where the speaker tells of themselves: what has been otherwise since then is what came of it.
const SINCE: [&str; 2] = ["since then", "ever since"];

/// Puts the words of an answer into a story: what stands before the first deed is the situation, each sentence that
/// tells of the speaker is a deed, what follows the last deed is what came of it. How it begins is the first sentence
/// alone, unless that is a deed or may not begin it. No word is left out; where none tells of a deed, all the rest is the situation. What the question asks for most is what the story shows.
pub fn from_answer(
    id: StoryId,
    (said, opens): (&str, bool),
    competencies: &[CompetencyId],
    today: NaiveDate,
) -> Story {
    let mut story = Story::new(id, today);
    let all = sentences(said);
    if let Some(first) = all.first() {
        let title = beginning(first);
        title
            .trim_end_matches([' ', '…', '.'])
            .clone_into(&mut story.title);
        if opens {
            (*first).clone_into(&mut story.first_sentence);
        }
    }
    let mut told = all;
    if opens && told.first().is_some_and(|first| !is_deed(first)) {
        told.remove(0);
    }
    let learned = told
        .iter()
        .rposition(|s| !is_learned(s))
        .map_or(0, |at| at + 1);
    let learned = told.split_off(learned);
    let first = told.iter().position(|s| is_deed(s)).unwrap_or(told.len());
    let last = told
        .iter()
        .rposition(|s| is_deed(s))
        .map_or(first, |at| at + 1);
    for sentence in told.get(first..last).unwrap_or_default() {
        match story.actions.last_mut() {
            // What nobody did belongs to the deed before it.
            Some(before) if !is_deed(sentence) => *before = format!("{before} {sentence}"),
            _ => story.actions.push((*sentence).to_owned()),
        }
    }
    story.situation = told.get(..first).unwrap_or_default().join(" ");
    story.result = told.get(last..).unwrap_or_default().join(" ");
    story.learning = learned.join(" ");
    for (at, competency) in competencies.iter().enumerate() {
        let mark = if at == 0 { Mark::Shows } else { Mark::Touches };
        story.set_mark(competency, mark);
    }
    story
}

fn is_learned(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    let says = |words: &&str| has_words(&lower, words);
    LEARNED.iter().any(says) || SINCE.iter().any(says) && is_deed(sentence)
}

/// Whether it tells what the speaker did; `I was` and `I had` tell where they stood.
fn is_deed(sentence: &str) -> bool {
    const STOOD: [&str; 6] = ["was", "am", "had", "have", "worked", "were"];
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    let told = words.by_ref().any(|word| word == "I");
    let verb = words.find(|word| !word.is_empty());
    told && verb.is_some_and(|verb| !STOOD.contains(&verb.to_lowercase().as_str()))
}
