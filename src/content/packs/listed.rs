//! A pack as it is listed: what it is and holds, or what keeps it from being used.

use super::{Bundle, Head, Pack};
use crate::domain::id::slug;
use crate::problem::{Problem, Severity};

/// A pack of the home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// What it says about itself; id and title are made from the name of its file where it could not be read.
    pub head: Head,
    /// The file or folder that it lies in.
    pub name: String,
    /// Its files.
    pub files: Vec<String>,
    /// How many records of each array it has, questions first; none where it could not be read.
    pub records: Vec<(&'static str, usize)>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

impl Listed {
    /// A pack that was read.
    pub fn whole(bundle: &Bundle<'_>, pack: &Pack) -> Self {
        Self {
            head: pack.head.clone(),
            records: pack.records(),
            problems: pack.warnings.clone(),
            ..Self::named(bundle)
        }
    }

    /// A pack that could not be read.
    pub fn broken(bundle: &Bundle<'_>, problems: Vec<Problem>) -> Self {
        let last = bundle.name.trim_end_matches('/').rsplit('/').next();
        let last = last.unwrap_or_default();
        Self {
            head: Head {
                id: slug(last.strip_suffix(".toml").unwrap_or(last), "pack"),
                title: last.to_owned(),
                ..Head::default()
            },
            problems,
            ..Self::named(bundle)
        }
    }

    fn named(bundle: &Bundle<'_>) -> Self {
        let files = bundle.files.iter();
        Self {
            name: bundle.name.to_owned(),
            files: files.map(|(name, _)| (*name).to_owned()).collect(),
            ..Self::default()
        }
    }

    /// Whether nothing of it can be used.
    pub fn is_broken(&self) -> bool {
        self.problems.iter().any(|p| p.severity == Severity::Error)
    }

    /// How many questions it holds; `None` when it has none.
    pub fn questions(&self) -> Option<usize> {
        let questions = self.records.iter().find(|(array, _)| *array == "question");
        questions.map(|(_, count)| *count)
    }

    /// What it holds, in words: `14 questions, 1 checklist`.
    pub fn holds(&self) -> String {
        let words = self
            .records
            .iter()
            .map(|(array, count)| match (count, word(array)) {
                (1, (one, _)) => format!("1 {one}"),
                (n, (_, many)) => format!("{n} {many}"),
            });
        words.collect::<Vec<_>>().join(", ")
    }
}

/// What one record of an array is called by people, and what several are.
fn word(array: &'static str) -> (&'static str, &'static str) {
    match array {
        "question" => ("question", "questions"),
        "competency" => ("competency", "competencies"),
        "dimension" => ("line of the rubric", "lines of the rubric"),
        "family" => ("field of work", "fields of work"),
        "framework" => ("shape of an answer", "shapes of answers"),
        "topic" => ("topic", "topics"),
        "checklist" => ("checklist", "checklists"),
        "perspective" => ("voice", "voices"),
        "ask" => ("question to ask them", "questions to ask them"),
        "persona" => ("interviewer", "interviewers"),
        "item" => ("assessment item", "assessment items"),
        "exemplar" => ("sample answer", "sample answers"),
        "scenario" => ("talk to play", "talks to play"),
        "panel" => ("panel", "panels"),
        "blueprint" => ("whole mock", "whole mocks"),
        "template" => ("letter", "letters"),
        "plan" => ("plan", "plans"),
        "story_prompt" => ("nudge to a story", "nudges to stories"),
        other => (other, other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::packed::SHELVES;

    #[test]
    fn what_a_pack_holds_is_told_in_words() {
        let listed = Listed {
            records: vec![("question", 2), ("competency", 1), ("ask", 3)],
            ..Listed::default()
        };
        assert_eq!(
            listed.holds(),
            "2 questions, 1 competency, 3 questions to ask them"
        );
        for array in SHELVES.into_iter().filter(|array| *array != "stage") {
            assert_ne!(word(array).0, word(array).1, "{array} has a word");
        }
    }
}
