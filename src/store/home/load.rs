//! Loading: the small files first, then entries, then sittings year by year, the newest first.
//!
//! A file that cannot be read becomes a problem and the others load. Nothing is changed while loading.

use super::{Home, Sources};
use crate::domain::id::{ApplicationId, EntryId, SittingId};
use crate::domain::journal::Entry;
use crate::domain::journey::Application;
use crate::domain::practice::record::SittingRecord;
use crate::domain::settings::{Config, Profile};
use crate::problem::{Problem, Severity};
use crate::store::draft_file::Draft;
use crate::store::error::StoreError;
use crate::store::sitting_file::{self, Texts};
use crate::store::weave::Edited;
use crate::store::{ItemKind, Result, Stamp, Store, Trust, config_file, layout, recover, toml_in};

/// What the first screen shows.
#[derive(Debug, Default)]
pub struct Small {
    /// Who practices; the default where there is no file.
    pub profile: Profile,
    /// Whether there is a profile at all.
    pub has_profile: bool,
    /// Applications, by name of their file.
    pub applications: Vec<Application>,
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

/// The sittings of one year.
#[derive(Debug, Default)]
pub struct Year {
    /// Sittings, the newest first.
    pub sittings: Vec<SittingRecord>,
    /// Files with a torn end; their complete blocks are in `sittings`.
    pub torn: Vec<String>,
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
    /// Applications.
    pub applications: Vec<Application>,
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

    /// Reads profile, applications and drafts.
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
        for path in self.files(layout::APPLICATIONS, &mut small.problems) {
            let read = self.load_edited(
                &path,
                |id| layout::application(&ApplicationId::new(id)),
                &mut small.problems,
            );
            small.applications.extend(read);
        }
        small.drafts = self.load_drafts(&mut small.problems);
        small
    }

    /// Reads the journal.
    pub fn load_entries(&self) -> Entries {
        let mut found = Entries::default();
        for path in self.files_in_years(layout::JOURNAL, &mut found.problems) {
            let read = self.load_edited(
                &path,
                |id| layout::entry(&EntryId::new(id)),
                &mut found.problems,
            );
            found.entries.extend(read);
        }
        let newest = |e: &Entry| std::cmp::Reverse((e.date, e.time, e.id.clone()));
        found.entries.sort_by_cached_key(newest);
        found
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

    /// The folders of sittings, the newest first, for [`Home::load_year`].
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn practice_folders(&self) -> Result<Vec<String>> {
        let items = self.store().list(layout::PRACTICE)?;
        let folders = items
            .into_iter()
            .filter(|i| i.kind == ItemKind::Folder && !i.name.starts_with('.'))
            .map(|i| format!("{}/{}", layout::PRACTICE, i.name));
        let mut folders: Vec<String> = folders.collect();
        folders.reverse();
        folders.push(layout::PRACTICE.to_owned());
        Ok(folders)
    }

    /// Reads the sittings of one folder of [`Home::practice_folders`].
    pub fn load_year(&self, folder: &str, texts: Texts) -> Year {
        let mut year = Year::default();
        for path in self.files(folder, &mut year.problems) {
            match self.store().read(&path, Trust::OWN) {
                Ok((bytes, _)) => self.add_sitting(&mut year, path, &bytes, texts),
                Err(error) => year.problems.push(error.into_problem()),
            }
        }
        year.sittings.reverse();
        year
    }

    fn add_sitting(&self, year: &mut Year, path: String, bytes: &[u8], texts: Texts) {
        let id = SittingId::new(layout::stem(&path));
        let usual = layout::sitting(&id);
        let (record, format) = match sitting_file::read(&path, id.clone(), bytes, texts) {
            Ok(read) => read,
            Err(problem) => {
                // The complete blocks before the mistake still count.
                let whole = recover::whole_part(bytes);
                let torn = !crate::store::ends_complete(bytes);
                year.problems.push(if torn {
                    recover::torn(&path, *problem)
                } else {
                    *problem
                });
                let Some(Ok(read)) = whole.map(|part| sitting_file::read(&path, id, part, texts))
                else {
                    return;
                };
                if torn {
                    year.torn.push(path.clone());
                }
                read
            }
        };
        if format > toml_in::FORMAT {
            year.problems.push(toml_in::newer(&path, format));
            self.known().newer.insert(path.clone(), format);
        }
        if usual != path {
            self.known().elsewhere.insert(usual, path);
        }
        year.sittings.push(record);
    }

    /// Reads one sitting with all its words.
    ///
    /// # Errors
    ///
    /// What the store says, or the problem of the file.
    pub fn read_sitting(&self, id: &SittingId) -> Result<SittingRecord> {
        let path = self.sitting_path(id);
        let (bytes, _) = self.store().read(&path, Trust::OWN)?;
        let whole = recover::whole_part(&bytes).unwrap_or(&bytes);
        sitting_file::read(&path, id.clone(), whole, Texts::Kept)
            .map(|(record, _)| record)
            .map_err(StoreError::Broken)
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
            applications: small.applications,
            entries: journal.entries,
            sittings,
            sources,
            drafts: small.drafts,
            problems,
        }
    }

    /// Reads a record and remembers what its file held.
    fn load_edited<T: Edited>(
        &self,
        path: &str,
        usual: impl Fn(&str) -> String,
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        match self.read_edited_file::<T>(path, problems) {
            Ok(found) => {
                let (record, stamp) = found?;
                let usual = usual(layout::stem(path));
                let mut known = self.known();
                if usual != path && known.elsewhere.insert(usual, path.to_owned()).is_some() {
                    problems.push(twice(path));
                    return None;
                }
                known.stamps.insert(path.to_owned(), stamp);
                Some(record)
            }
            Err(problem) => {
                problems.push(*problem);
                None
            }
        }
    }

    fn read_edited_file<T: Edited>(
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

    /// The files of a folder and of the folders in it.
    fn files_in_years(&self, folder: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        let mut paths = self.files(folder, problems);
        for item in self.store().list(folder).unwrap_or_default() {
            if item.kind == ItemKind::Folder && !item.name.starts_with('.') {
                paths.extend(self.files(&format!("{folder}/{}", item.name), problems));
            }
        }
        paths
    }

    /// The TOML files of a folder, sorted; copies made by sync tools are told and left out.
    pub(super) fn files(&self, folder: &str, problems: &mut Vec<Problem>) -> Vec<String> {
        toml_files(self.store(), folder, problems)
    }
}

fn toml_files(store: &dyn Store, folder: &str, problems: &mut Vec<Problem>) -> Vec<String> {
    let items = match store.list(folder) {
        Ok(items) => items,
        Err(error) => {
            problems.push(error.into_problem());
            return Vec::new();
        }
    };
    let mut paths = Vec::new();
    for item in items {
        let path = format!("{folder}/{}", item.name);
        if item.kind == ItemKind::Folder || item.name.starts_with('.') {
        } else if layout::is_conflict_copy(&item.name) {
            problems.push(copy(&path));
        } else if layout::is_toml(&item.name) {
            if item.name.chars().any(|c| c.is_control() || c == '\u{fffd}') {
                problems.push(odd_name(&path));
            } else {
                paths.push(path);
            }
        }
    }
    paths
}

fn copy(path: &str) -> Problem {
    warning(
        path,
        "This is a second copy that a sync tool or an editor made. It was not loaded.",
        "Compare it with the file it was made from, keep what you want, then delete it.",
    )
}

fn twice(path: &str) -> Problem {
    warning(
        path,
        "Another file has the same name. This one was not loaded.",
        "Rename one of them.",
    )
}

fn odd_name(path: &str) -> Problem {
    warning(
        path,
        "The name of this file has characters that cannot be shown. It was not loaded.",
        "Rename it.",
    )
}

fn warning(path: &str, what: &str, hint: &str) -> Problem {
    Problem {
        severity: Severity::Warning,
        ..Problem::in_file(toml_in::visible(path), what, hint)
    }
}
