//! Changes a file that holds library records: the user's own questions, or a pack that they add to.

use super::Home;
use crate::domain::time::Wall;
use crate::problem::Problem;
use crate::store::error::StoreError;
use crate::store::{Result, Trust, layout, toml_in, trash};

/// What a change came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// There was nothing to change.
    Nothing,
    /// The file was made.
    Made,
    /// The file was replaced.
    Replaced,
}

impl Home {
    /// Gives the text of a file to `change` and writes what comes back, or nothing when nothing does. The old text
    /// is copied into the trash first where a time is given; where none is, a step back knows it.
    ///
    /// # Errors
    ///
    /// What `change` says, and what the store says; the file is whole and as it was then.
    pub fn change_file(
        &self,
        path: &str,
        trash_at: Option<Wall>,
        change: impl FnOnce(Option<&str>) -> std::result::Result<Option<String>, Box<Problem>>,
    ) -> Result<Changed> {
        let trust = if path == layout::MINE || path == layout::OVERLAY {
            Trust::OWN
        } else {
            Trust::PACK
        };
        let changed = |old: Option<&str>| change(old).map_err(StoreError::Broken);
        match self.store.read(path, trust) {
            Err(StoreError::Missing { .. }) => match changed(None)? {
                None => Ok(Changed::Nothing),
                Some(new) => {
                    let made = self.store.create(path, new.as_bytes());
                    made.map(|_| Changed::Made)
                }
            },
            Err(error) => Err(error),
            Ok((bytes, stamp)) => {
                let old = toml_in::utf8(path, &bytes).map_err(StoreError::Broken)?;
                let Some(new) = changed(Some(old))? else {
                    return Ok(Changed::Nothing);
                };
                if let Some(at) = trash_at {
                    trash::back_up(self.store(), path, &bytes, at)?;
                }
                let written = self.store.write(path, new.as_bytes(), Some(&stamp));
                written.map(|_| Changed::Replaced)
            }
        }
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

    const MINE: &str = layout::MINE;

    #[test]
    fn what_is_replaced_lies_in_the_trash() {
        let (memory, home) = home();
        memory.meddle(MINE, "old");
        let done = home.change_file(MINE, Some(samples::at(0)), |old| {
            assert_eq!(old, Some("old"));
            Ok(Some("new".to_owned()))
        });
        assert_eq!(done, Ok(Changed::Replaced));
        assert_eq!(memory.text(MINE).as_deref(), Some("new"));
        let kept = home.trashed().expect("a trash");
        assert_eq!(memory.text(&kept[0].path).as_deref(), Some("old"));
    }

    #[test]
    fn what_a_step_back_knows_is_not_put_into_the_trash() {
        let (memory, home) = home();
        memory.meddle(MINE, "old");
        let done = home.change_file(MINE, None, |_| Ok(Some("new".to_owned())));
        assert_eq!(done, Ok(Changed::Replaced));
        assert_eq!(memory.text(MINE).as_deref(), Some("new"));
        assert_eq!(home.trashed().expect("a trash"), []);
    }

    #[test]
    fn nothing_is_written_when_nothing_changes() {
        let (memory, home) = home();
        memory.meddle(MINE, "old");
        let done = home.change_file(MINE, Some(samples::at(0)), |_| Ok(None));
        assert_eq!((done, memory.writes()), (Ok(Changed::Nothing), 0));
        let done = home.change_file("packs/a.toml", Some(samples::at(0)), |_| Ok(None));
        assert_eq!((done, memory.writes()), (Ok(Changed::Nothing), 0));
    }

    #[test]
    fn a_full_disk_leaves_the_old_text() {
        let (memory, home) = home();
        memory.meddle(MINE, "old");
        memory.fail_at(2, ErrorKind::StorageFull);
        let done = home.change_file(MINE, Some(samples::at(0)), |_| Ok(Some("new".to_owned())));
        assert!(done.is_err());
        assert_eq!(memory.text(MINE).as_deref(), Some("old"));
    }
}
