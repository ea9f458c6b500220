//! What a new story starts from: a question that fits what is missing, another one, or none.

use std::sync::Arc;

use crate::desk::Model;
use crate::desk::go::StoryStart;
use crate::domain::id::CompetencyId;
use crate::domain::library::StoryPrompt;
use crate::widgets::sheet::Sheet;

/// The questions that often lead to a story about a competency.
pub fn prompts(model: &Model, competency: &CompetencyId) -> Vec<Arc<StoryPrompt>> {
    let all = model.library.story_prompts.iter();
    all.filter(|prompt| prompt.competencies.contains(competency))
        .collect()
}

/// The choice of one; those that fit first.
pub fn sheet(model: &Model, competency: Option<&CompetencyId>) -> Sheet<StoryStart> {
    let fits = |prompt: &StoryPrompt| competency.is_some_and(|c| prompt.competencies.contains(c));
    let shows: Vec<CompetencyId> = competency.cloned().into_iter().collect();
    let row = |prompt: Arc<StoryPrompt>| {
        let start = StoryStart {
            prompt: Some(prompt.id.clone()),
            shows: if fits(&prompt) {
                shows.clone()
            } else {
                Vec::new()
            },
        };
        (prompt.text.clone(), start)
    };
    let all = model.library.story_prompts.iter();
    let (fitting, others): (Vec<_>, Vec<_>) = all.partition(|prompt| fits(prompt));
    let none = (
        "Without a question: I know which one".to_owned(),
        StoryStart::default(),
    );
    let fitting = fitting.into_iter().map(row);
    let rows = fitting.chain([none]).chain(others.into_iter().map(row));
    let mut sheet = Sheet::new("Start from", rows.collect());
    if let Some(competency) = competency {
        let title = model.library.competency_title(competency.as_str());
        sheet.fact = title.to_lowercase();
    }
    sheet
}
