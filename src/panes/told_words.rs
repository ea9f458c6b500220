//! Stories by their names, as they may be shown.

use super::words;
use crate::desk::Model;
use crate::domain::id::StoryId;
use crate::domain::journal::Asked;
use crate::domain::story::Story;

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
