//! The files that hold library records: the user's own questions, packs, the overlay. They are handed on as
//! text, since reading them is the content room's craft.

use super::Home;
use crate::problem::Problem;
use crate::store::error::StoreError;
use crate::store::{ItemKind, Trust, layout, toml_in};

/// Most bytes that all packs may have together.
pub const ALL_PACKS: u64 = 64 << 20;

/// Most levels of folders below `packs`.
const DEPTH: usize = 2;

/// Most files that are looked at in the packs folder.
const MOST_FILES: usize = 2_000;

/// A file as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its path, relative to the home folder, as it may be shown.
    pub path: String,
    /// Its text, without a byte order mark.
    pub text: String,
}

/// Files that hold library records.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    /// `questions/mine.toml`.
    pub mine: Option<SourceFile>,
    /// Packs, by name.
    pub packs: Vec<SourceFile>,
    /// `overlay.toml`.
    pub overlay: Option<SourceFile>,
}

impl Home {
    /// Reads the user's own questions, the packs and the overlay.
    pub fn load_sources(&self, problems: &mut Vec<Problem>) -> Sources {
        Sources {
            mine: self.load_own(layout::MINE, problems),
            packs: self.load_packs(problems),
            overlay: self.load_own(layout::OVERLAY, problems),
        }
    }

    fn load_own(&self, path: &str, problems: &mut Vec<Problem>) -> Option<SourceFile> {
        match self.store().read(path, Trust::OWN) {
            Ok((bytes, stamp)) => {
                self.known().stamps.insert(path.to_owned(), stamp);
                source(path, &bytes, problems)
            }
            Err(StoreError::Missing { .. }) => None,
            Err(error) => {
                problems.push(error.into_problem());
                None
            }
        }
    }

    /// Reads the packs: regular files of at most 1 MiB, 64 MiB together, no links.
    fn load_packs(&self, problems: &mut Vec<Problem>) -> Vec<SourceFile> {
        let mut paths = Vec::new();
        self.pack_paths(layout::PACKS, DEPTH, &mut paths, problems);
        let (mut packs, mut left) = (Vec::new(), ALL_PACKS);
        for path in paths {
            let trust = Trust {
                limit: Trust::PACK.limit.min(left),
                ..Trust::PACK
            };
            match self.store().read(&path, trust) {
                Ok((bytes, _)) => {
                    left -= bytes.len() as u64;
                    packs.extend(source(&path, &bytes, problems));
                }
                Err(StoreError::TooLarge { .. }) if trust.limit < Trust::PACK.limit => {
                    problems.push(too_much(&path));
                    break;
                }
                Err(error) => problems.push(error.into_problem()),
            }
        }
        packs
    }

    fn pack_paths(
        &self,
        folder: &str,
        depth: usize,
        paths: &mut Vec<String>,
        problems: &mut Vec<Problem>,
    ) {
        paths.extend(self.files(folder, problems));
        if paths.len() > MOST_FILES {
            paths.truncate(MOST_FILES);
            problems.push(too_much(folder));
            return;
        }
        let items = self.store().list(folder).unwrap_or_default();
        for item in items {
            let path = format!("{folder}/{}", item.name);
            match item.kind {
                ItemKind::Folder if item.name.starts_with('.') => {}
                ItemKind::Folder if depth > 0 => {
                    self.pack_paths(&path, depth - 1, paths, problems);
                }
                ItemKind::Link if !layout::is_toml(&item.name) => {
                    problems.push(
                        StoreError::NotPlain {
                            file: toml_in::visible(&path),
                        }
                        .into_problem(),
                    );
                }
                _ => {}
            }
        }
    }
}

fn source(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<SourceFile> {
    match toml_in::utf8(path, bytes) {
        Ok(text) => Some(SourceFile {
            path: path.to_owned(),
            text: text.to_owned(),
        }),
        Err(problem) => {
            problems.push(*problem);
            None
        }
    }
}

fn too_much(path: &str) -> Problem {
    Problem::in_file(
        toml_in::visible(path),
        "The packs folder holds more than 64 MiB or 2,000 files. This and what follows was not loaded.",
        "Take some packs out.",
    )
}
