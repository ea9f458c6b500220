//! Loading: the small files first, then entries, then sittings year by year, the newest first.
//!
//! A file that cannot be read becomes a problem and the others load. Nothing is changed while loading.

use std::collections::HashSet;

use super::{Home, Sources, Texts};
use crate::domain::checks::Checks;
use crate::domain::id::{ApplicationId, EntryId, StoryId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::order::InOrder;
use crate::domain::practice::record::SittingRecord;
use crate::domain::settings::{Config, Profile};
use crate::domain::story::Story;
use crate::domain::text::clean;
use crate::problem::Problem;
use crate::store::draft_file::Draft;
use crate::store::error::StoreError;
use crate::store::holds::Holds;
use crate::store::weave::Edited;
use crate::store::{Item, ItemKind, Result, Stamp, Store, Trust, config_file, layout, toml_in};

/// What the first screen shows.
#[derive(Debug, Default)]
pub struct Small {
    /// Who practices; the default where there is no file.
    pub profile: Profile,
    /// Whether there is a profile at all.
    pub has_profile: bool,
    /// Who would speak for them, and their papers.
    pub checks: Checks,
    /// Applications, by name of their file.
    pub applications: Vec<Application>,
    /// Stories, the oldest first.
    pub stories: Vec<Story>,
    /// Drafts that were left, the latest first.
    pub drafts: Vec<Draft>,
    /// What did not load.
    pub problems: Vec<Problem>,
}

/// The journal.
#[derive(Debug, Default)]
pub struct Entries {
    /// Entries, the newest first.
    pub entries: Vec<Entry>,
    /// What did not load.
    pub problems: Vec<Problem>,
}

/// Everything.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Looks and manners.
    pub config: Config,
    /// Who practices.
    pub profile: Profile,
    /// Who would speak for them, and their papers.
    pub checks: Checks,
    /// Applications.
    pub applications: Vec<Application>,
    /// Stories, the oldest first.
    pub stories: Vec<Story>,
    /// Entries, the newest first.
    pub entries: Vec<Entry>,
    /// Sittings, the newest first.
    pub sittings: Vec<SittingRecord>,
    /// The user's own questions, packs and overlay, as text.
    pub sources: Sources,
    /// Drafts, the latest first.
    pub drafts: Vec<Draft>,
    /// What did not load.
    pub problems: Vec<Problem>,
}

impl Entries {
    /// The same with the newest first.
    pub(super) fn in_order(mut self) -> Self {
        self.entries.sort_by_cached_key(Entry::order);
        self
    }
}

impl Home {
    /// Reads the settings; what cannot be understood is told and the rest counts.
    pub fn load_config(&self) -> (Config, Vec<Problem>) {
        let (config, problems) = match self.settings.read(layout::CONFIG, Trust::OWN) {
            Ok((bytes, _)) => config_file::read(layout::CONFIG, &bytes),
            Err(StoreError::Missing { .. }) => (Config::default(), Vec::new()),
            Err(error) => (Config::default(), vec![error.into_problem()]),
        };
        self.known().config = Some(config.clone());
        (config, problems)
    }

    /// The theme that the settings named when they were last read or written here.
    pub fn known_theme(&self) -> Option<String> {
        let known = self.known();
        known.config.as_ref().map(|config| config.theme.clone())
    }

    /// The text of a file as it is now; nothing where it cannot be read.
    pub fn text_of(&self, path: &str) -> Option<String> {
        let store = if path == layout::CONFIG {
            &self.settings
        } else {
            &self.store
        };
        let (bytes, _) = store.read(path, Trust::OWN).ok()?;
        toml_in::utf8(path, &bytes).ok().map(str::to_owned)
    }

    /// Everything that is wrong in the profile, checks, applications, stories and entries: each file is read once more, and what kept
    /// one from being opened at all is told by loading it.
    pub fn proofs(&self) -> Vec<Problem> {
        let mut known = Vec::new();
        let mut paths = vec![layout::PROFILE.to_owned(), layout::CHECKS.to_owned()];
        paths.append(&mut self.files(layout::APPLICATIONS, &mut known));
        paths.append(&mut self.files(layout::STORIES, &mut known));
        paths.append(&mut self.files_in_years(layout::JOURNAL, &mut known));
        let proof = |path: String| {
            let (bytes, _) = self.store.read(&path, Trust::OWN).ok()?;
            Holds::at(&path)?.proof(&path, &bytes)
        };
        paths.into_iter().filter_map(proof).flatten().collect()
    }

    /// Reads profile, checks, applications, stories and drafts.
    pub fn load_small(&self) -> Small {
        let mut small = Small::default();
        match self.read_edited_file::<Profile>(layout::PROFILE, &mut small.problems) {
            Ok(Some((profile, _))) => {
                self.known().profile = Some(profile.clone());
                small.profile = profile;
                small.has_profile = true;
            }
            Ok(None) => {}
            Err(problem) => small.problems.push(*problem),
        }
        match self.read_edited_file::<Checks>(layout::CHECKS, &mut small.problems) {
            Ok(read) => small.checks = read.map_or_else(Checks::default, |(checks, _)| checks),
            Err(problem) => small.problems.push(*problem),
        }
        let paths = self.files(layout::APPLICATIONS, &mut small.problems);
        let path_of = |name: &str| layout::application(&ApplicationId::new(name));
        small.applications = self.load_records(paths, path_of, &mut small.problems);
        let paths = self.files(layout::STORIES, &mut small.problems);
        let path_of = |name: &str| layout::story(&StoryId::new(name));
        small.stories = self.load_records(paths, path_of, &mut small.problems);
        small.stories.order_by_cached_key(Story::order);
        small.drafts = self.load_drafts(&mut small.problems);
        small
    }

    /// Reads the journal.
    pub fn load_entries(&self) -> Entries {
        let mut found = Entries::default();
        let paths = self.files_in_years(layout::JOURNAL, &mut found.problems);
        let path_of = |name: &str| layout::entry(&EntryId::new(name));
        found.entries = self.load_records(paths, path_of, &mut found.problems);
        found.in_order()
    }

    /// One entry as the disk has it now, such as one that came back from the trash.
    ///
    /// # Errors
    ///
    /// What the store says, or the problem of the file.
    pub fn read_entry(&self, path: &str) -> Result<Entry> {
        let mut warnings = Vec::new();
        match self.read_edited_file::<Entry>(path, &mut warnings) {
            Ok(Some((entry, stamp))) => {
                self.known().stamps.insert(path.to_owned(), stamp);
                Ok(entry)
            }
            Ok(None) => Err(StoreError::Missing { file: path.into() }),
            Err(problem) => Err(StoreError::Broken(problem)),
        }
    }

    /// Reads everything at once, for commands that need it all.
    pub fn load_all(&self, texts: Texts) -> Loaded {
        let (config, mut problems) = self.load_config();
        let mut small = self.load_small();
        let mut journal = self.load_entries();
        let sources = self.load_sources(&mut problems);
        let mut sittings = Vec::new();
        match self.practice_folders() {
            Ok(folders) => {
                for folder in folders {
                    let mut year = self.load_year(&folder, texts);
                    sittings.append(&mut year.sittings);
                    problems.append(&mut year.problems);
                }
            }
            Err(error) => problems.push(error.into_problem()),
        }
        problems.append(&mut small.problems);
        problems.append(&mut journal.problems);
        Loaded {
            config,
            profile: small.profile,
            checks: small.checks,
            applications: small.applications,
            stories: small.stories,
            entries: journal.entries,
            sittings,
            sources,
            drafts: small.drafts,
            problems,
        }
    }

    /// Reads records and remembers what their files held and where they lie.
    fn load_records<T: Edited>(
        &self,
        paths: Vec<String>,
        path_of: impl Fn(&str) -> String,
        problems: &mut Vec<Problem>,
    ) -> Vec<T> {
        let mut records = Vec::with_capacity(paths.len());
        let mut seen = HashSet::new();
        for path in paths {
            let (record, stamp) = match self.read_edited_file::<T>(&path, problems) {
                Ok(Some(found)) => found,
                Ok(None) => continue,
                Err(problem) => {
                    problems.push(*problem);
                    continue;
                }
            };
            let usual = path_of(layout::stem(&path));
            if self.remember(&path, usual, stamp, &mut seen, problems) {
                records.push(record);
            }
        }
        records
    }

    /// Remembers what the file of a record held and where it lies; not when another file has the same name.
    pub(super) fn remember(
        &self,
        path: &str,
        usual: String,
        stamp: Stamp,
        seen: &mut HashSet<String>,
        problems: &mut Vec<Problem>,
    ) -> bool {
        if !seen.insert(usual.clone()) {
            problems.push(twice(path));
            return false;
        }
        let mut known = self.known();
        if usual == path {
            known.elsewhere.remove(&usual);
        } else {
            known.elsewhere.insert(usual, path.to_owned());
        }
        known.stamps.insert(path.to_owned(), stamp);
        true
    }

    pub(super) fn read_edited_file<T: Edited>(
        &self,
        path: &str,
        problems: &mut Vec<Problem>,
    ) -> std::result::Result<Option<(T, Stamp)>, Box<Problem>> {
        let (bytes, stamp) = match self.store().read(path, Trust::OWN) {
            Ok(read) => read,
            Err(StoreError::Missing { .. }) => return Ok(None),
            Err(error) => return Err(Box::new(error.into_problem())),
        };
        let (record, format) = T::read(path, &bytes)?;
        if format > toml_in::FORMAT {
            problems.push(toml_in::newer(path, format));
        }
        Ok(Some((record, stamp)))
    }

    /// The files of the folders in a folder, then its own.
    fn files_in_years(&self, folder: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let years = self.years(folder).into_iter();
        years.flat_map(|year| self.files(&year, problems)).collect()
    }

    /// The folders in a folder, then itself.
    pub(super) fn years(&self, folder: &str) -> Vec<String> {
        let items = self.store().list(folder).unwrap_or_default().into_iter();
        items
            .filter(|item| item.kind == ItemKind::Folder && !item.name.starts_with('.'))
            .map(|item| format!("{folder}/{}", item.name))
            .chain([folder.to_owned()])
            .collect()
    }

    /// The TOML files of a folder, sorted; copies made by sync tools are told and left out.
    pub(super) fn files(&self, folder: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        toml_files(self.store(), folder, problems)
    }
}

/// The TOML files of a folder of any store, sorted.
pub(in crate::store) fn toml_files(
    store: &dyn Store,
    folder: &str,
    problems: &mut Vec<Problem>,
) -> Vec<String> {
    let items = match store.list(folder) {
        Ok(items) => items.into_iter().map(|item| (item, ())).collect(),
        Err(error) => {
            problems.push(error.into_problem());
            return Vec::new();
        }
    };
    let files = toml_in_list(folder, items, problems);
    files.into_iter().map(|(path, ())| path).collect()
}

/// The TOML files in the list of a folder, each with what is known of it.
pub(in crate::store) fn toml_in_list<T>(
    folder: &str,
    items: Vec<(Item, T)>,
    problems: &mut Vec<Problem>,
) -> Vec<(String, T)> {
    let mut paths = Vec::new();
    for (item, seen) in items {
        let path = layout::in_folder(folder, &item.name);
        if item.kind == ItemKind::Folder || item.name.starts_with('.') {
        } else if layout::is_conflict_copy(&item.name) {
            problems.push(copy(&path));
        } else if layout::is_toml(&item.name) {
            if clean(&item.name) != item.name || item.name.contains('\u{fffd}') {
                problems.push(odd_name(&path));
            } else {
                paths.push((path, seen));
            }
        }
    }
    paths
}

fn copy(path: &str) -> Problem {
    left_out(
        path,
        "This is a second copy that a sync tool or an editor made. It was not loaded.",
        "Compare it with the file it was made from, keep what you want, then delete it.",
    )
}

fn twice(path: &str) -> Problem {
    left_out(
        path,
        "Another file has the same name. This one was not loaded.",
        "Rename one of them.",
    )
}

fn odd_name(path: &str) -> Problem {
    left_out(
        path,
        "The name of this file has characters that cannot be shown. It was not loaded.",
        "Rename it.",
    )
}

/// A file that was left out: an error, since what is in it counts nowhere.
fn left_out(path: &str, what: &str, hint: &str) -> Problem {
    Problem::in_file(toml_in::visible(path), what, hint)
}
