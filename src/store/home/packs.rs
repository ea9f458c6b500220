//! Packs of the home: put there, put in the place of an older one, taken away. Their texts are never changed.

use super::Home;
use crate::domain::time::Wall;
use crate::store::error::StoreError;
use crate::store::trash::{self, TrashEntry};
use crate::store::{Result, Trust};

/// A file of a pack, as it is to lie in the home.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackFile {
    /// Its path, relative to the home folder.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Home {
    /// Puts the files of a pack in the place of those that it had, whose old texts go to the trash. A file that is
    /// the same stays untouched.
    ///
    /// # Errors
    ///
    /// [`StoreError::Exists`] when a name is taken by something that is not among the `old` files, and what the
    /// store says. Each file is the old or the new one then; adding the pack again does the rest.
    pub fn put_pack(&self, new: &[PackFile], old: &[String], at: Wall) -> Result<()> {
        for file in new {
            self.put_pack_file(file, old.contains(&file.path), at)?;
        }
        let gone = old
            .iter()
            .filter(|path| !new.iter().any(|file| file.path == **path));
        for path in gone {
            match trash::trash(self.store(), path, at) {
                Err(StoreError::Missing { .. }) | Ok(_) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    fn put_pack_file(&self, file: &PackFile, replaces: bool, at: Wall) -> Result<()> {
        let (store, path, bytes) = (self.store(), file.path.as_str(), file.text.as_bytes());
        match store.read(path, Trust::PACK) {
            Err(StoreError::Missing { .. }) => {}
            _ if !replaces => return Err(StoreError::Exists { file: path.into() }),
            Ok((known, _)) if known == bytes => return Ok(()),
            Ok((known, stamp)) => {
                trash::back_up(store, path, &known, at)?;
                return store.write(path, bytes, Some(&stamp)).map(drop);
            }
            // A link, or a file too large to be read: what stands there is moved, not opened.
            Err(_) => {
                trash::trash(store, path, at)?;
            }
        }
        store.create(path, bytes).map(drop)
    }

    /// Moves the files of a pack into the trash, all or none.
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn trash_pack(&self, paths: &[String], at: Wall) -> Result<Vec<TrashEntry>> {
        let mut moved = Vec::with_capacity(paths.len());
        for path in paths {
            match trash::trash(self.store(), path, at) {
                Ok(entry) => moved.push(entry),
                Err(error) => {
                    // What was moved goes back; what cannot is in the trash, where it can be found.
                    drop(self.restore_pack(&moved));
                    return Err(error);
                }
            }
        }
        Ok(moved)
    }

    /// Puts back what was moved into the trash last of each of these files; gives where they lie now.
    ///
    /// # Errors
    ///
    /// [`StoreError::Missing`] when one of them is not in the trash, and what the store says.
    pub fn restore_last(&self, paths: &[String]) -> Result<Vec<String>> {
        let trashed = self.trashed()?;
        let last = |path: &String| {
            let found = trashed.iter().find(|entry| entry.from == *path);
            found
                .cloned()
                .ok_or_else(|| StoreError::Missing { file: path.clone() })
        };
        let entries: Vec<TrashEntry> = paths.iter().map(last).collect::<Result<_>>()?;
        self.restore_pack(&entries)
    }

    /// Puts the files of a pack back from the trash; gives where they lie now.
    ///
    /// # Errors
    ///
    /// What the store says; files that could not be moved stay in the trash.
    pub fn restore_pack(&self, entries: &[TrashEntry]) -> Result<Vec<String>> {
        let back = entries
            .iter()
            .map(|entry| trash::restore(self.store(), entry));
        back.collect()
    }
}

#[cfg(test)]
mod tests {
    use std::io::ErrorKind;
    use std::sync::Arc;

    use super::*;
    use crate::store::memory::Memory;
    use crate::store::samples;

    fn home() -> (Arc<Memory>, Home) {
        let memory = Arc::new(Memory::new());
        let home = Home::new(memory.clone(), memory.clone());
        (memory, home)
    }

    fn file(path: &str, text: &str) -> PackFile {
        PackFile {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    #[test]
    fn an_update_keeps_the_old_text_and_takes_away_what_it_dropped() {
        let (memory, home) = home();
        let old = [file("packs/a/one.toml", "1"), file("packs/a/two.toml", "2")];
        home.put_pack(&old, &[], samples::at(0))
            .expect("memory takes it");
        let known: Vec<String> = old.iter().map(|file| file.path.clone()).collect();
        let new = [
            file("packs/a/one.toml", "one"),
            file("packs/a/three.toml", "3"),
        ];
        home.put_pack(&new, &known, samples::at(60))
            .expect("memory takes it");
        assert_eq!(memory.text("packs/a/one.toml").as_deref(), Some("one"));
        assert_eq!(memory.text("packs/a/three.toml").as_deref(), Some("3"));
        let trashed: Vec<String> = home
            .trashed()
            .expect("listed")
            .into_iter()
            .map(|e| e.from)
            .collect();
        assert_eq!(trashed, ["packs/a/two.toml", "packs/a/one.toml"]);
        let before = memory.writes();
        home.put_pack(
            &new,
            &[new[0].path.clone(), new[1].path.clone()],
            samples::at(90),
        )
        .expect("the same again");
        assert_eq!(memory.writes(), before, "nothing is written");
    }

    #[test]
    fn a_file_of_something_else_is_not_written_over() {
        let (memory, home) = home();
        memory.meddle("packs/a.toml", "mine");
        let taken = home.put_pack(&[file("packs/a.toml", "other")], &[], samples::at(0));
        assert!(matches!(taken, Err(StoreError::Exists { .. })));
        assert_eq!(memory.text("packs/a.toml").as_deref(), Some("mine"));
    }

    #[test]
    fn a_pack_of_several_files_goes_and_comes_back_whole() {
        let (memory, home) = home();
        let files = ["packs/a/one.toml", "packs/a/two.toml"].map(str::to_owned);
        for path in &files {
            memory.meddle(path, "x");
        }
        memory.fail_at(2, ErrorKind::StorageFull);
        assert!(home.trash_pack(&files, samples::at(0)).is_err());
        assert_eq!(memory.paths(), files, "nothing was moved");
        let moved = home.trash_pack(&files, samples::at(0)).expect("moved");
        assert!(memory.paths().iter().all(|path| path.starts_with("trash/")));
        assert_eq!(moved.len(), 2);
        assert_eq!(home.restore_last(&files).expect("back"), files);
        assert!(home.restore_last(&files).is_err(), "the trash is empty");
    }
}
