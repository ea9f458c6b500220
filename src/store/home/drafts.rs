//! Drafts: half-typed text, kept every few seconds and offered by the next start.

use std::collections::HashMap;

use super::Home;
use crate::domain::order::InOrder;
use crate::domain::time::Wall;
use crate::problem::Problem;
use crate::store::draft_file::{self, Draft, DraftKey};
use crate::store::error::StoreError;
use crate::store::{Result, Stamp, Trust, layout, trash};

/// The drafts this studio knows.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    /// Those it writes, with what they hold.
    own: HashMap<DraftKey, (String, Stamp)>,
    /// Those it found: of an earlier run, or of another studio that is still open.
    left: HashMap<DraftKey, Vec<String>>,
}

impl Home {
    /// Keeps half-typed text. A draft that was found under the same key goes to the trash, since its text may
    /// be another one; two studios that type at the same place keep two drafts.
    ///
    /// # Errors
    ///
    /// What the store says; the last kept text stays.
    pub fn save_draft(&self, draft: &Draft) -> Result<String> {
        let key = draft.key();
        let text = draft_file::text(draft);
        let path_of = |name: &str| format!("{}/{name}.toml", layout::DRAFTS);
        Trust::DRAFT.holds(&path_of(&draft_file::name(&key)), text.len())?;
        let own = self.known().drafts.own.get(&key).cloned();
        let written = own.map(|(path, stamp)| {
            let stamp = self.store.write(&path, text.as_bytes(), Some(&stamp))?;
            Ok((path, stamp))
        });
        let (path, stamp) = match written {
            None | Some(Err(StoreError::Conflict { .. })) => {
                let (_, path, stamp) =
                    self.create_free(&draft_file::name(&key), path_of, text.as_bytes())?;
                (path, stamp)
            }
            Some(other) => other?,
        };
        self.known()
            .drafts
            .own
            .insert(key.clone(), (path.clone(), stamp));
        // The text is safe. What could not be moved is offered again by the next start.
        let _ = self.put_away(&key, draft.saved_at);
        Ok(path)
    }

    /// Removes a draft whose text is saved or not wanted any more; none is fine. One that was found and not
    /// gone on with goes to the trash.
    ///
    /// # Errors
    ///
    /// What the store says.
    pub fn drop_draft(&self, key: &DraftKey, at: Wall) -> Result<()> {
        let own = self.known().drafts.own.remove(key);
        if let Some((path, _)) = own {
            ignore_missing(self.store.remove(&path))?;
        }
        self.put_away(key, at)
    }

    fn put_away(&self, key: &DraftKey, at: Wall) -> Result<()> {
        let left = self.known().drafts.left.remove(key).unwrap_or_default();
        left.iter()
            .try_for_each(|path| ignore_missing(trash::trash(self.store(), path, at).map(drop)))
    }

    /// Reads the drafts, the latest first: those that were left, and those this studio has written itself, so that
    /// what was put aside an hour ago is offered like what was left yesterday.
    pub(super) fn load_drafts(&self, problems: &mut Vec<Problem>) -> Vec<Draft> {
        let mut drafts: Vec<Draft> = Vec::new();
        self.known().drafts.left.clear();
        for path in self.files(layout::DRAFTS, problems) {
            let same = |(own, _): &(String, Stamp)| *own == path;
            let mine = self.known().drafts.own.values().any(same);
            match self.read_draft(&path) {
                Ok(draft) => {
                    if !mine {
                        let mut known = self.known();
                        known.drafts.left.entry(draft.key()).or_default().push(path);
                    }
                    drafts.push(draft);
                }
                Err(problem) => problems.push(*problem),
            }
        }
        drafts.order_by_key(|draft| std::cmp::Reverse(draft.saved_at));
        drafts
    }

    fn read_draft(&self, path: &str) -> std::result::Result<Draft, Box<Problem>> {
        match self.store.read(path, Trust::DRAFT) {
            Ok((bytes, _)) => draft_file::read(path, &bytes),
            Err(error) => Err(Box::new(error.into_problem())),
        }
    }
}

fn ignore_missing(result: Result<()>) -> Result<()> {
    match result {
        Err(StoreError::Missing { .. }) => Ok(()),
        other => other,
    }
}
