//! The files that hold library records: the user's own questions, packs, the overlay. They are handed on as
//! text, since reading them is the content room's craft.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::sync::Arc;

use super::Home;
use super::load::toml_in_list;
use crate::domain::library::Pile;
use crate::problem::Problem;
use crate::store::error::StoreError;
use crate::store::{Item, ItemKind, Sight, Store, Trust, layout, toml_in};

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

/// The files of packs in a folder, seen from outside.
#[derive(Debug, Default)]
pub struct PacksSeen {
    files: Vec<(String, Option<Sight>)>,
    /// The pressed packs that lie beside them.
    pressed: Option<Sight>,
}

impl PacksSeen {
    /// Bytes of all files.
    pub fn bytes(&self) -> u64 {
        let sights = self.files.iter().filter_map(|(_, sight)| sight.as_ref());
        sights.map(|sight| sight.size).sum()
    }

    /// How many files there are.
    pub const fn count(&self) -> usize {
        self.files.len()
    }

    /// Tells these files from all others, as far as that shows from outside; `None` where one cannot be seen.
    pub fn looks(&self) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        for (path, sight) in &self.files {
            let Sight { size, modified, .. } = sight.as_ref()?;
            (path, size, modified).hash(&mut hasher);
        }
        Some(hasher.finish())
    }

    /// Whether nothing was done to any of them since packs were pressed.
    pub fn is_untouched(&self) -> bool {
        let older = |sight: &Option<Sight>, pressed| {
            sight.is_some_and(|sight| sight.is_older_than(pressed))
        };
        (self.pressed.as_ref())
            .is_some_and(|pressed| self.files.iter().all(|(_, sight)| older(sight, pressed)))
    }

    fn look_into(
        &mut self,
        store: &dyn Store,
        folder: &str,
        depth: usize,
        problems: &mut Vec<Problem>,
    ) {
        let items = store.survey(folder).unwrap_or_else(|error| {
            problems.push(error.into_problem());
            Vec::new()
        });
        if depth == DEPTH {
            let mut pressed = items.iter();
            let pressed = pressed.find(|(item, _)| item.name == layout::PRESSED_NAME);
            self.pressed = pressed.and_then(|(_, sight)| *sight);
        }
        let all: Vec<Item> = items.iter().map(|(item, _)| item.clone()).collect();
        self.files.extend(toml_in_list(folder, items, problems));
        if self.files.len() > MOST_FILES {
            self.files.truncate(MOST_FILES);
            problems.push(too_much(folder));
            return;
        }
        for item in all {
            let path = layout::in_folder(folder, &item.name);
            match item.kind {
                ItemKind::Folder if item.name.starts_with('.') => {}
                ItemKind::Folder if depth > 0 => self.look_into(store, &path, depth - 1, problems),
                ItemKind::Link if !layout::is_toml(&item.name) => problems.push(
                    StoreError::NotPlain {
                        file: toml_in::visible(&path),
                    }
                    .into_problem(),
                ),
                _ => {}
            }
        }
    }
}

impl Home {
    /// Reads the user's own questions, the packs and the overlay.
    pub fn load_sources(&self, problems: &mut Vec<Problem>) -> Sources {
        let seen = self.survey_packs(problems);
        Sources {
            packs: self.load_packs(&seen, problems),
            ..self.load_own_sources(problems)
        }
    }

    /// Reads the user's own questions and the overlay.
    pub fn load_own_sources(&self, problems: &mut Vec<Problem>) -> Sources {
        Sources {
            mine: self.load_own(layout::MINE, problems),
            packs: Vec::new(),
            overlay: self.load_own(layout::OVERLAY, problems),
        }
    }

    /// Looks at the packs without opening them.
    pub fn survey_packs(&self, problems: &mut Vec<Problem>) -> PacksSeen {
        survey(self.store(), layout::PACKS, problems)
    }

    /// Reads packs that were seen.
    pub fn load_packs(&self, seen: &PacksSeen, problems: &mut Vec<Problem>) -> Vec<SourceFile> {
        read(self.store(), seen, problems)
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
    read(store, &survey(store, folder, problems), problems)
}

fn read(store: &dyn Store, seen: &PacksSeen, problems: &mut Vec<Problem>) -> Vec<SourceFile> {
    let (mut packs, mut left) = (Vec::new(), ALL_PACKS);
    for (path, _) in &seen.files {
        let trust = Trust {
            limit: Trust::PACK.limit.min(left),
            ..Trust::PACK
        };
        match store.look(path, trust) {
            Ok(bytes) => {
                left -= bytes.len() as u64;
                packs.extend(source(path, &bytes, problems));
            }
            Err(StoreError::TooLarge { .. }) if trust.limit < Trust::PACK.limit => {
                problems.push(too_much(path));
                break;
            }
            Err(error) => problems.push(error.into_problem()),
        }
    }
    packs
}

fn survey(store: &dyn Store, folder: &str, problems: &mut Vec<Problem>) -> PacksSeen {
    let mut seen = PacksSeen::default();
    seen.look_into(store, folder, DEPTH, problems);
    seen
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
