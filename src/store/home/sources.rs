//! The files that hold library records: the user's own questions, packs, the overlay. They are handed on as
//! text, since reading them is the content room's craft.

use std::sync::Arc;

use super::Home;
use super::load::toml_files;
use crate::domain::library::Pile;
use crate::problem::Problem;
use crate::store::error::StoreError;
use crate::store::{ItemKind, Store, Trust, layout, toml_in};

/// Most bytes that all packs may have together.
pub const ALL_PACKS: u64 = 64 << 20;

/// Most levels of folders below `packs`.
const DEPTH: usize = 2;

/// Most files that are looked at in the packs folder.
const MOST_FILES: usize = 20_000;

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
            packs: packs(self.store(), layout::PACKS, problems),
            overlay: self.load_own(layout::OVERLAY, problems),
        }
    }

    /// The packs as they were pressed the last time; nothing where there is no file that can be opened.
    pub fn pressed_packs(&self) -> Option<Arc<dyn Pile>> {
        let trust = Trust {
            limit: ALL_PACKS,
            ..Trust::PACK
        };
        let path = layout::pressed(layout::PACKS);
        self.store().pile(&path, trust).ok()
    }

    /// Keeps pressed packs for the next start, to be written by [`Home::press`].
    pub fn keep_pressed_packs(&self, bytes: Vec<u8>) {
        self.press_later(layout::PACKS, Some(bytes));
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
}

/// Reads the packs of a folder: regular files of at most 1 MiB, 64 MiB together, no links.
pub(in crate::store) fn packs(
    store: &dyn Store,
    folder: &str,
    problems: &mut Vec<Problem>,
) -> Vec<SourceFile> {
    let mut paths = Vec::new();
    pack_paths(store, folder, DEPTH, &mut paths, problems);
    let (mut packs, mut left) = (Vec::new(), ALL_PACKS);
    for path in paths {
        let trust = Trust {
            limit: Trust::PACK.limit.min(left),
            ..Trust::PACK
        };
        match store.look(&path, trust) {
            Ok(bytes) => {
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
    store: &dyn Store,
    folder: &str,
    depth: usize,
    paths: &mut Vec<String>,
    problems: &mut Vec<Problem>,
) {
    paths.extend(toml_files(store, folder, problems));
    if paths.len() > MOST_FILES {
        paths.truncate(MOST_FILES);
        problems.push(too_much(folder));
        return;
    }
    let items = store.list(folder).unwrap_or_default();
    for item in items {
        let path = layout::in_folder(folder, &item.name);
        match item.kind {
            ItemKind::Folder if item.name.starts_with('.') => {}
            ItemKind::Folder if depth > 0 => {
                pack_paths(store, &path, depth - 1, paths, problems);
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

/// A file as text; a problem when it is none.
pub(in crate::store) fn source(
    path: &str,
    bytes: &[u8],
    problems: &mut Vec<Problem>,
) -> Option<SourceFile> {
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
        "The packs folder holds more than 64 MiB or 20,000 files. This and what follows was not loaded.",
        "Take some packs out.",
    )
}
