//! Stories by their names, as they may be shown.

use super::words;
use crate::desk::Model;
use crate::domain::id::StoryId;
use crate::domain::journal::Asked;
use crate::domain::library::Group;
use crate::domain::practice::sitting::Sitting;
use crate::domain::story::{Story, fitting};

/// All of them, in the order of the ledger.
pub fn named(model: &Model) -> Vec<(StoryId, String)> {
    let named = |story: &Story| (story.id.clone(), name(story, model));
    model.stories.list.iter().map(named).collect()
}

/// What one is called.
pub fn name(story: &Story, model: &Model) -> String {
    words::hide_names(model, &story.name())
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
