//! The whole library: one shelf for each type of record.

use std::sync::Arc;

use super::blueprint::Blueprint;
use super::exemplar::Exemplar;
use super::item::Item;
use super::kind::Seniority;
use super::panel::{Interviewer, Panel};
use super::plan::{Plan, StoryPrompt};
use super::question::{Card, Question};
use super::records::{
    Ask, Checklist, Competency, Dimension, Family, Framework, Perspective, Topic,
};
use super::scenario::Scenario;
use super::shelf::Shelf;
use super::stage::{Stage, StageId};
use super::template::Template;
use crate::domain::id::FamilyId;

/// Everything that can be practiced with and read: the shipped library, packs and the user's own bank.
#[derive(Debug, Clone, Default)]
pub struct Library {
    /// Content version, such as `1.0.0`.
    pub version: String,
    /// The facts of every question, in the order of the library.
    pub cards: Vec<Card>,
    /// The facts of questions that the user took out of the way.
    pub taken_out: Vec<Card>,
    /// Questions.
    pub questions: Shelf<Question>,
    /// The eight stages.
    pub stages: Shelf<Stage>,
    /// Competencies.
    pub competencies: Shelf<Competency>,
    /// Dimensions of the rubric.
    pub dimensions: Shelf<Dimension>,
    /// Role families.
    pub families: Shelf<Family>,
    /// Frameworks.
    pub frameworks: Shelf<Framework>,
    /// Topics.
    pub topics: Shelf<Topic>,
    /// Checklists.
    pub checklists: Shelf<Checklist>,
    /// Perspectives.
    pub perspectives: Shelf<Perspective>,
    /// Questions to ask.
    pub asks: Shelf<Ask>,
    /// Manners of interviewers.
    pub personas: Shelf<Interviewer>,
    /// Assessment items.
    pub items: Shelf<Item>,
    /// Sample answers.
    pub exemplars: Shelf<Exemplar>,
    /// Branching talks.
    pub scenarios: Shelf<Scenario>,
    /// Panels.
    pub panels: Shelf<Panel>,
    /// Plans of whole mocks.
    pub blueprints: Shelf<Blueprint>,
    /// Letters with blanks.
    pub templates: Shelf<Template>,
    /// Plans of preparation.
    pub plans: Shelf<Plan>,
    /// Nudges to find a story.
    pub story_prompts: Shelf<StoryPrompt>,
}

impl Library {
    /// The sheet of a stage.
    pub fn stage(&self, id: StageId) -> Option<Arc<Stage>> {
        self.stages.get(id.id())
    }

    /// The panel of a mock: one that is for everybody is held by people of the user's field of work, where there are
    /// such, and of those by people who choose somebody `who` is this far along.
    pub fn panel_of(
        &self,
        mock: &Blueprint,
        field: &FamilyId,
        who: Option<Seniority>,
    ) -> Option<Arc<Panel>> {
        let named = mock.panel.as_ref()?;
        let own = || {
            let fits = |panel: &Arc<Panel>| {
                panel.family.as_ref() == Some(field) && Seniority::fits(&panel.seniority, who)
            };
            let found: Vec<_> = self.panels.iter().filter(fits).collect();
            let closest = found.iter().find(|panel| !panel.seniority.is_empty());
            closest.or(found.first()).cloned()
        };
        let own = mock.families.is_empty().then(own).flatten();
        own.or_else(|| self.panels.get(named.as_str()))
    }

    /// Questions to ask at a stage: first those for some that are `wanted`, of these the ones that only leaders ask, then
    /// those on the sheet of the stage.
    pub fn asks_at(&self, stage: StageId, wanted: impl Fn(&Ask) -> bool) -> Vec<Arc<Ask>> {
        let fits = |ask: &Ask| ask.is_for_some() && ask.stages.contains(&stage) && wanted(ask);
        let mut found: Vec<Arc<Ask>> = self.asks.iter().filter(|ask| fits(ask)).collect();
        found.sort_by_key(|ask| (!ask.is_for_leaders(), ask.roles.is_empty()));
        let sheet = self.stage(stage);
        let listed = sheet.iter().flat_map(|sheet| &sheet.asks);
        for ask in listed.filter_map(|id| self.asks.get(id.as_str())) {
            if found.iter().all(|own| own.id != ask.id) {
                found.push(ask);
            }
        }
        found
    }

    /// The title of a competency; its id where it is unknown.
    pub fn competency_title(&self, id: &str) -> String {
        self.competencies
            .get(id)
            .map_or_else(|| id.to_owned(), |c| c.title.clone())
    }

    /// A question as it is rated: one that came without points has those of its framework.
    pub fn rated_question(&self, id: &str) -> Option<Arc<Question>> {
        let question = self.questions.get(id)?;
        if !question.strong.is_empty() {
            return Some(question);
        }
        Some(match self.frameworks.get(question.framework.as_str()) {
            Some(framework) => Arc::new(Question {
                strong: framework.points.clone(),
                ..Arc::unwrap_or_clone(question)
            }),
            None => question,
        })
    }

    /// The words in which a question was asked, behind its short name: one of its wordings, 0 is the question itself.
    /// `None` for one that is in no pack any more.
    pub fn asked(&self, id: &str, wording: u8) -> Option<String> {
        if wording == 0 {
            return self.card(id).map(|card| card.listed().into_owned());
        }
        let question = self.questions.get(id)?;
        Some(question.listed(wording).into_owned())
    }

    /// The card of a question.
    pub fn card(&self, id: &str) -> Option<&Card> {
        self.cards.iter().find(|c| c.id.as_str() == id)
    }
}
