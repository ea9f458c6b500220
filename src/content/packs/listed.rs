//! A pack as it is listed: what it is and holds, or what keeps it from being used.

use super::{Head, Pack};
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
    pub fn whole(name: String, pack: &Pack) -> Self {
        Self {
            head: pack.head.clone(),
            name,
            files: pack.files.clone(),
            records: pack.records(),
            problems: pack.warnings.clone(),
        }
    }

    /// A pack that could not be read.
    pub fn broken(name: String, files: Vec<String>, problems: Vec<Problem>) -> Self {
        let last = name.trim_end_matches('/').rsplit('/').next();
        let last = last.unwrap_or_default();
        Self {
            head: Head {
                id: slug(last.strip_suffix(".toml").unwrap_or(last), "pack"),
                title: last.to_owned(),
                ..Head::default()
            },
            name,
            files,
            problems,
            ..Self::default()
        }
    }

    /// Whether nothing of it can be used.
    pub fn is_broken(&self) -> bool {
        self.problems.iter().any(|p| p.severity == Severity::Error)
    }

    /// How many questions it has.
    pub fn questions(&self) -> usize {
        let questions = self.records.iter().find(|(array, _)| *array == "question");
        questions.map_or(0, |(_, count)| *count)
    }
}
