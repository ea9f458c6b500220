//! What a new story starts from: a question that fits what is missing, another one, or none.

use std::sync::Arc;

use super::Ledger;
use super::board::Choice;
use crate::desk::go::StoryStart;
use crate::desk::{Desk, Go, Model, Place};
use crate::domain::id::CompetencyId;
use crate::domain::library::StoryPrompt;
use crate::domain::order::InOrder;
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
        let sees_lines = is_grid && !desk.model.stories.list.is_empty();
        let marked = cover.filter(|c| sees_lines && c.carried().is_hole());
        let marked = marked.map(|c| &c.competency);
        let first = self.board.holes().next();
        self.sheet = Some(sheet(desk.model, marked, first));
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

/// The choice of one: each question with what it asks for, those for what is missing first, then by what they ask for.
/// Whoever came from a line of the grid fills that one with any of them; else a story is to show what its question asks
/// for.
fn sheet(
    model: &Model,
    marked: Option<&CompetencyId>,
    first: Option<&CompetencyId>,
) -> Sheet<Choice> {
    let missing = marked.or(first);
    let fits = |prompt: &StoryPrompt| missing.is_some_and(|c| prompt.competencies.contains(c));
    let title = |c: &CompetencyId| model.library.competency_title(c.as_str());
    let start = |prompt: Option<&StoryPrompt>, asks: Option<&CompetencyId>| {
        Choice::Start(StoryStart {
            prompt: prompt.map(|prompt| prompt.id.clone()),
            shows: marked.or(asks).cloned().into_iter().collect(),
            answer: None,
            told: String::new(),
        })
    };
    let row = |prompt: &Arc<StoryPrompt>| {
        let asks = marked.filter(|_| fits(prompt));
        let asks = asks.or(prompt.competencies.first());
        let words = asks.map_or_else(String::new, |c| format!("{}: ", title(c)));
        (format!("{words}{}", prompt.text), start(Some(prompt), asks))
    };
    let all = model.library.story_prompts.iter();
    let (fitting, mut others): (Vec<_>, Vec<_>) = all.partition(|prompt| fits(prompt));
    others.order_by_key(|prompt| prompt.competencies.first().map(title));
    let none = (WITHOUT.to_owned(), start(None, None));
    let rows = fitting.iter().map(row).chain([none]);
    Sheet::new("Start from", rows.chain(others.iter().map(row)).collect()).finding()
}
