//! Sittings: begun, added to block by block, and read year by year.

use super::{Home, Saved, Texts};
use crate::domain::id::SittingId;
use crate::domain::practice::record::{Block, SittingHead, SittingRecord};
use crate::domain::time::Wall;
use crate::problem::Problem;
use crate::store::error::StoreError;
use crate::store::{
    Hold, ItemKind, Result, Trust, ends_complete, layout, recover, sitting_file, toml_in,
};

/// Where an appended block went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The file, relative to the home folder.
    pub path: String,
    /// What had to be mended before: the torn end of the file, set aside.
    pub mended: Option<Problem>,
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

impl Home {
    /// Makes the file of a sitting, under the next free name when two begin in the same minute.
    ///
    /// # Errors
    ///
    /// What the store says; there is no file then.
    pub fn begin_sitting(&self, head: &SittingHead) -> Result<Saved<SittingId>> {
        let path_of = |name: &str| layout::sitting(&SittingId::new(name));
        let text = sitting_file::head_text(head);
        let (id, path, _) = self.create_free(head.id.as_str(), path_of, text.as_bytes())?;
        Ok(Saved {
            id: SittingId::new(id),
            path,
            beside: None,
        })
    }

    /// Appends a block to the file of a sitting. A torn end is set aside before.
    ///
    /// # Errors
    ///
    /// What the store says; the file ends with its last complete block then.
    pub fn append_block(&self, id: &SittingId, block: &Block, at: Wall) -> Result<Appended> {
        let path = self.sitting_path(id);
        if let Some(&format) = self.known().newer.get(&path) {
            return Err(StoreError::Newer { file: path, format });
        }
        let text = sitting_file::block_text(block);
        let mended = match self.store.append(&path, text.as_bytes()) {
            Err(StoreError::Torn { .. }) => {
                let mended = recover::mend(self.store(), &path, at)?;
                self.store.append(&path, text.as_bytes())?;
                Some(mended)
            }
            other => other.map(|()| None)?,
        };
        Ok(Appended { path, mended })
    }

    fn sitting_path(&self, id: &SittingId) -> String {
        self.real_path(layout::sitting(id))
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
            self.read_into(&mut year, &path, texts);
        }
        year.sittings.reverse();
        year
    }

    /// Reads the file of a sitting into its year; tells whether there is nothing to be said of it.
    pub(super) fn read_into(&self, year: &mut Year, path: &str, texts: Texts) -> bool {
        match self.store().look(path, Trust::OWN) {
            Ok(bytes) => self.add_sitting(year, path, &bytes, texts),
            Err(error) => {
                year.problems.push(error.into_problem());
                false
            }
        }
    }

    fn add_sitting(&self, year: &mut Year, path: &str, bytes: &[u8], texts: Texts) -> bool {
        let id = SittingId::new(layout::stem(path));
        let usual = layout::sitting(&id);
        let mut plain = usual == path;
        let (record, format) = match sitting_file::read(path, id.clone(), bytes, texts) {
            Ok(read) => read,
            Err(problem) => {
                plain = false;
                // The complete blocks before the mistake still count.
                let whole = recover::whole_part(bytes);
                let torn = whole.is_some() && !ends_complete(bytes);
                year.problems.push(if torn {
                    recover::torn(path, *problem)
                } else {
                    *problem
                });
                let Some(Ok(read)) = whole.map(|part| sitting_file::read(path, id, part, texts))
                else {
                    return false;
                };
                if torn {
                    year.torn.push(path.to_owned());
                }
                read
            }
        };
        if format > toml_in::FORMAT {
            plain = false;
            year.problems.push(toml_in::newer(path, format));
            self.known().newer.insert(path.to_owned(), format);
        }
        if usual != path {
            self.known().elsewhere.insert(usual, path.to_owned());
        }
        year.sittings.push(record);
        plain
    }

    /// Holds a sitting as long as it is open here; `None` while it is open in another studio.
    pub fn hold_sitting(&self, id: &SittingId) -> Option<Hold> {
        self.store().hold(&self.sitting_path(id))
    }

    /// Reads one sitting with all its words.
    ///
    /// # Errors
    ///
    /// What the store says, or the problem of the file.
    pub fn read_sitting(&self, id: &SittingId) -> Result<SittingRecord> {
        let path = self.sitting_path(id);
        let bytes = self.store().look(&path, Trust::OWN)?;
        let read = |part: &[u8]| sitting_file::read(&path, id.clone(), part, Texts::Kept);
        let found = read(&bytes).or_else(|mistake| {
            let whole = recover::whole_part(&bytes);
            whole.map_or(Err(mistake), read)
        });
        found.map(|(record, _)| record).map_err(StoreError::Broken)
    }
}
