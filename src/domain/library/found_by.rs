//! What a question is found by.

use std::collections::HashMap;

use super::collection::Library;
use super::question::{Card, Question};
use crate::domain::id::{CompetencyId, FamilyId};

/// Titles that thousands of questions share: each is opened once, when the first word is typed.
pub struct Titles {
    competencies: HashMap<String, String>,
    families: HashMap<String, String>,
}

impl Titles {
    /// Opens them.
    pub fn of(library: &Library) -> Self {
        let competencies = library.competencies.iter();
        let families = library.families.iter();
        Self {
            competencies: competencies
                .map(|c| (c.id.to_string(), c.title.clone()))
                .collect(),
            families: families
                .map(|f| (f.id.to_string(), f.title.clone()))
                .collect(),
        }
    }

    /// What a question is found by. The other wordings of a pack's question are left out: they would have to be
    /// opened, all ten thousand of them.
    pub fn haystack(&self, card: &Card, library: &Library) -> String {
        let mut out = format!("{} {} {}", card.text, card.kind.word(), card.id);
        let mut say = |words: &str| {
            out.push('\n');
            out.push_str(words);
        };
        for id in card.competencies.iter().map(CompetencyId::as_str) {
            say(self.competencies.get(id).map_or(id, String::as_str));
        }
        for stage in card.stages.iter() {
            say(stage.short());
        }
        for id in card.roles.iter().map(FamilyId::as_str) {
            say(self.families.get(id).map_or(id, String::as_str));
        }
        if let Some(topic) = &card.topic {
            say(&topic.as_str().replace('-', " "));
        }
        let ships = card.pack.is_none();
        let own = ships.then(|| library.questions.get(card.id.as_str()));
        for words in own.flatten().iter().flat_map(|own| wordings(own)) {
            say(words);
        }
        out
    }
}

/// What is said beside the text of a question: the facts before it, and its other wordings.
pub fn wordings(question: &Question) -> impl Iterator<Item = &str> {
    let setup = std::iter::once(question.setup.as_str()).filter(|setup| !setup.is_empty());
    setup.chain(question.variants.iter().map(String::as_str))
}
