//! A pack as it is listed: what it is and holds, or what keeps it from being used.

use super::Pack;
use crate::domain::id::slug;
use crate::problem::{Problem, Severity};

/// A pack of the home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// Its id; made from the name of its file where it could not be read.
    pub id: String,
    /// Its title; the name of its file where it could not be read.
    pub title: String,
    /// Its version; may be empty.
    pub version: String,
    /// Who wrote it; may be empty.
    pub author: String,
    /// Under which license it may be used; may be empty.
    pub license: String,
    /// What it is about; may be empty.
    pub description: String,
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
            id: pack.id.clone(),
            title: pack.title.clone(),
            version: pack.version.clone(),
            author: pack.author.clone(),
            license: pack.license.clone(),
            description: pack.description.clone(),
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
            id: slug(last.strip_suffix(".toml").unwrap_or(last), "pack"),
            title: last.to_owned(),
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
