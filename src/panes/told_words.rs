//! Stories by their names, as they may be shown.

use chrono::NaiveDate;

use super::words;
use crate::desk::Model;
use crate::domain::id::StoryId;
use crate::domain::journal::Asked;
use crate::domain::level::Level;
use crate::domain::library::Group;
use crate::domain::practice::record::{SittingHead, Why};
use crate::domain::practice::sitting::Sitting;
use crate::domain::story::{Story, fitting};
use crate::domain::text::full_stop;
use crate::domain::time::{clock_text, day_and_date};

/// All of them, in the order of the ledger.
pub fn named(model: &Model) -> Vec<(StoryId, String)> {
    let named = |story: &Story| (story.id.clone(), name(story, model));
    model.stories.list.iter().map(named).collect()
}

/// What one is called.
pub fn name(story: &Story, model: &Model) -> String {
    words::hide_names(model, &story.name())
}

/// Why a question stands there that was drawn for a story: `Drawn for your story: The night rota.`
pub fn drawn_for(why: &Why, model: &Model) -> Option<String> {
    let Why::Story(id) = why else { return None };
    let story = model.stories.get(id)?;
    Some(full_stop(&format!(
        "Drawn for your story: {}",
        name(story, model)
    )))
}

/// How a story was told the last time in practice: `Told in practice on Mon 30 Nov, 0:52: Solid.`
pub fn practiced(story: &Story, model: &Model, today: NaiveDate) -> Option<String> {
    let drawn = |head: &&SittingHead| {
        let mut whys = head.plan.iter().map(|planned| &planned.why);
        whys.any(|why| matches!(why, Why::Story(id) if *id == story.id))
    };
    let history = &model.practice.history;
    let answer = |head: &SittingHead| {
        let mut facts = history.facts().iter().rev();
        facts.find(|f| !f.skipped && history.text(f.origin) == head.id.as_str())
    };
    let fact = (model.practice.sittings.iter().rev().filter(drawn)).find_map(answer)?;
    let level = fact.level.map_or("not rated yet", Level::word);
    let length = clock_text(fact.length_s.into());
    let day = day_and_date(fact.day, today);
    Some(format!("Told in practice on {day}, {length}: {level}."))
}

/// The story that was told to a remembered question: `story: The night rota`.
pub fn told_to(asked: &Asked, model: &Model) -> Option<String> {
    let story = model.stories.get(asked.story.as_ref()?)?;
    Some(format!("story: {}", story.name()))
}

/// Most stories that a hint names.
const NAMED: usize = 3;

/// The stories of one's own that fit the question in hand, each with its first sentence, as a hint; `None` where none does,
/// or where the question asks for something else than a story.
pub fn fitting_words(sitting: &Sitting, model: &Model) -> Option<String> {
    let prompt = sitting
        .prompt()
        .filter(|p| p.kind.group() == Group::Story)?;
    let fits = fitting(&model.stories.list, prompt.competencies);
    let one = |(at, story, _): &(usize, &Story, _)| {
        let first = match story.first_sentence.trim() {
            "" => String::new(),
            words => format!(", \"{words}\""),
        };
        format!("{} {}{first}", at + 1, story.name())
    };
    let named: Vec<String> = fits.iter().take(NAMED).map(one).collect();
    let words = format!("Your stories: {}", named.join("; "));
    (!named.is_empty()).then(|| words::hide_names(model, &words))
}

/// What somebody else would change about the last answer to the question; in a mock nobody says so.
pub fn advice(sitting: &Sitting, model: &Model) -> Option<String> {
    let planned = sitting
        .planned()
        .filter(|_| sitting.head().shape.is_none())?;
    let advice = model.practice.history.advice(planned.question.as_str())?;
    let said = format!("{}: {}", advice.who, full_stop(&advice.change));
    Some(words::hide_names(model, &said))
}
