//! What a question is found by, in the studio and on the command line.

use std::collections::HashMap;

use super::collection::Library;
use super::question::{Card, Question};
use crate::domain::id::{CompetencyId, FamilyId};
use crate::domain::search::Whose;

/// Titles that thousands of questions share: each is opened once, when the first word is typed.
#[derive(Debug)]
pub struct FoundBy<'a> {
    library: &'a Library,
    competencies: HashMap<String, String>,
    families: HashMap<String, String>,
}

impl<'a> FoundBy<'a> {
    /// Opens them.
    pub fn of(library: &'a Library) -> Self {
        let competencies = library.competencies.iter();
        let families = library.families.iter();
        Self {
            library,
            competencies: competencies
                .map(|c| (c.id.to_string(), c.title.clone()))
                .collect(),
            families: families
                .map(|f| (f.id.to_string(), f.title.clone()))
                .collect(),
        }
    }

    /// All words that find a question. What only its record says is left out for the questions of a pack: they would
    /// have to be opened, all ten thousand of them.
    pub fn words(&self, card: &Card) -> String {
        let mut out = format!("{}\n{} {}", card.listed(), card.kind.word(), card.id);
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
        let opened = || self.library.questions.get(card.id.as_str());
        let own = card.pack.is_none().then(opened).flatten();
        if let Some(question) = &own {
            say(&without_figures(&question.setup));
            wordings(question).for_each(say);
        }
        out
    }
}

/// For whom a question is, seen from a field of work.
pub fn whose(card: &Card, family: &FamilyId) -> Whose {
    match &card.roles {
        roles if roles.contains(family) => Whose::Own,
        roles if roles.iter().any(|role| role.as_str() == "general") => Whose::Everybody,
        _ => Whose::Others,
    }
}

/// The facts before a question without their figures: sheets are full of them, and nobody looks for one.
fn without_figures(facts: &str) -> String {
    let is_word = |word: &&str| !word.starts_with(|c: char| c.is_ascii_digit());
    let line = |line: &str| {
        line.split(' ')
            .filter(is_word)
            .collect::<Vec<_>>()
            .join(" ")
    };
    facts.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// What is said beside the text of a question: the facts before it, its other wordings, and the words of the trade that
/// it is filed under. The points of an answer are left out: long lists of them have any two words, and tell too much.
pub fn said(question: &Question) -> impl Iterator<Item = &str> {
    let setup = std::iter::once(question.setup.as_str()).filter(|setup| !setup.is_empty());
    setup.chain(wordings(question))
}

/// Its other wordings and its search names.
fn wordings(question: &Question) -> impl Iterator<Item = &str> {
    let wordings = question.variants.iter().chain(&question.tags);
    wordings.map(String::as_str)
}
