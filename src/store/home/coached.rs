//! What goes to a coach and what comes back.

use super::Home;
use crate::domain::id::SittingId;
use crate::domain::practice::coach::{Attached, Returned, attach};
use crate::domain::time::Wall;
use crate::store::sitting_file::Texts;
use crate::store::{ItemKind, Result, layout};

impl Home {
    /// Writes answers for a coach under the next free name; the same ones again are not written twice. Gives the file,
    /// relative to the home folder.
    ///
    /// # Errors
    ///
    /// What the store says; there is no new file then.
    pub fn write_hand_in(&self, name: &str, text: &str) -> Result<String> {
        self.write_export(layout::exported, name, text)
    }

    /// Files for a coach, and from one, in the folder for such files; relative to the home folder.
    pub fn posts(&self) -> Vec<String> {
        let items = self.store().list(layout::EXPORTS).unwrap_or_default();
        let files = items.into_iter().filter(|i| i.kind == ItemKind::File);
        let posts = files.filter(|i| layout::is_post(&i.name));
        posts
            .map(|i| format!("{}/{}", layout::EXPORTS, i.name))
            .collect()
    }

    /// Lays what a coach gave back to the answers of the sitting that it is about; `None` where that sitting is not
    /// here. `dry` only looks what that would come to.
    ///
    /// # Errors
    ///
    /// What the store says. What was written up to there stays, and the same file once more adds the rest.
    pub fn take_return(
        &self,
        returned: &Returned,
        dry: bool,
        at: Wall,
    ) -> Result<Option<(SittingId, Attached)>> {
        let Some(id) = self.sitting_of(returned.sitting)? else {
            return Ok(None);
        };
        let attached = attach(&self.read_sitting(&id)?, returned);
        for block in attached.blocks.iter().filter(|_| !dry) {
            self.append_block(&id, block, at)?;
        }
        Ok(Some((id, attached)))
    }

    /// The sitting that began at this moment.
    fn sitting_of(&self, started: Wall) -> Result<Option<SittingId>> {
        for folder in self.practice_folders()? {
            let year = self.load_year(&folder, Texts::Left);
            let mut sittings = year.sittings.into_iter();
            let found = sittings.find(|r| r.head.started == started && !r.is_thrown_away());
            if let Some(record) = found {
                return Ok(Some(record.head.id));
            }
        }
        Ok(None)
    }
}
