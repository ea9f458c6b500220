//! What a new story starts from: a question that fits what is missing, another one, or none.

use std::sync::Arc;

use super::Ledger;
use super::board::Choice;
use crate::desk::go::StoryStart;
use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::CompetencyId;
use crate::domain::library::StoryPrompt;
use crate::store::draft_file::Owner;
use crate::widgets::sheet::Sheet;

/// The choice to start from nothing.
pub const WITHOUT: &str = "Without a question: I know which one";

/// Whether a new story was begun and left.
pub fn is_begun(model: &Model) -> bool {
    model.drafts.iter().any(|d| d.owner == Owner::NewStory)
}

impl Ledger {
    /// Goes on with a story that was begun, or asks what a new one starts from: what is missing at the mark, else what
    /// is missing first.
    pub(super) fn new_story(&mut self, is_grid: bool, desk: &mut Desk<'_>) {
        if is_begun(desk.model) {
            return desk.go(Go::Open(Place::NewStory(StoryStart::default())));
        }
        let cover = self.board.covers.get(self.cursor.at);
        let marked = cover.filter(|c| is_grid && c.carried().is_hole());
        let hole = marked.map(|c| &c.competency).or(self.board.first_hole());
        self.sheet = Some(sheet(desk.model, hole));
    }
}

/// The questions that often lead to a story about a competency.
pub fn prompts(model: &Model, competency: &CompetencyId) -> Vec<Arc<StoryPrompt>> {
    let all = model.library.story_prompts.iter();
    all.filter(|prompt| prompt.competencies.contains(competency))
        .collect()
}

/// How a story begins that is to show this: with the first question that often leads to one.
pub fn start_for(model: &Model, competency: &CompetencyId) -> StoryStart {
    let prompt = prompts(model, competency).into_iter().next();
    StoryStart {
        prompt: prompt.map(|prompt| prompt.id.clone()),
        shows: vec![competency.clone()],
        ..StoryStart::default()
    }
}

/// The choice of one; those that fit first.
pub fn sheet(model: &Model, competency: Option<&CompetencyId>) -> Sheet<Choice> {
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
            answer: None,
        };
        (prompt.text.clone(), Choice::Start(start))
    };
    let all = model.library.story_prompts.iter();
    let (fitting, others): (Vec<_>, Vec<_>) = all.partition(|prompt| fits(prompt));
    let none = (WITHOUT.to_owned(), Choice::Start(StoryStart::default()));
    let fitting = fitting.into_iter().map(row);
    let rows = fitting.chain([none]).chain(others.into_iter().map(row));
    let mut sheet = Sheet::new("Start from", rows.collect());
    if let Some(competency) = competency {
        let title = model.library.competency_title(competency.as_str());
        sheet.fact = title.to_lowercase();
    }
    sheet
}
