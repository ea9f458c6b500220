//! What goes to a coach and what comes back.

use std::path::{Path, PathBuf};

use super::Keeper;
use crate::desk::touches::Touches;
use crate::desk::{Effect, Outcome};
use crate::domain::practice::coach::{Returned, not_here};
use crate::domain::time::Now;
use crate::store::coach_file::{self, Post};
use crate::store::error::StoreError;
use crate::store::{Trust, layout, outside};

impl Keeper {
    /// Carries out what is about such files.
    pub(super) fn post(&self, effect: &Effect, now: Now) -> Vec<Outcome> {
        let done = match effect {
            Effect::FindPosts(home) => Ok(Outcome::PostsFound(self.posts(home))),
            Effect::ReadPost(path) => read(path),
            Effect::TakeReturn(returned) => self.take(returned, now),
            Effect::WriteHandIn(name, text) => {
                let written = self.home().write_hand_in(name, text);
                written.map(Outcome::PageWritten)
            }
            Effect::WriteReturn(beside, text) => {
                let written =
                    outside::write_beside(&whole(beside), &layout::return_name(beside), text);
                written.map(Outcome::ReturnWritten)
            }
            other => {
                let is_no_file = other.touches() == Touches::Nothing;
                debug_assert!(is_no_file, "nobody carries this out: {other:?}");
                return Vec::new();
            }
        };
        vec![done.unwrap_or_else(|error| Outcome::Failed(error.to_string()))]
    }

    /// Those of the home, and those of the folder in which the program was started, each with who signed it.
    fn posts(&self, home: &Path) -> Vec<(PathBuf, String)> {
        let by_own = |path: &str| {
            let (bytes, _) = self.home().store().read(path, Trust::PACK).ok()?;
            signed(layout::name(path), &bytes)
        };
        let own = self.home().posts().into_iter();
        let own = own.map(|path| (home.join(&path), by_own(&path).unwrap_or_default()));
        let by_other = |path: &Path| {
            let (name, bytes) = outside::post(path).ok()?;
            signed(&name, &bytes)
        };
        let there = outside::posts_here().into_iter().map(|path| {
            let by = by_other(&path).unwrap_or_default();
            (path, by)
        });
        let mut all: Vec<(PathBuf, String)> = own.chain(there).collect();
        all.sort();
        all.dedup_by(|one, other| one.0 == other.0);
        all
    }

    fn take(&self, returned: &Returned, now: Now) -> Result<Outcome, StoreError> {
        let taken = self.home().take_return(returned, false, now.wall)?;
        Ok(match taken {
            Some((id, attached)) => Outcome::Returned(id, attached.words(&returned.coach)),
            None => Outcome::Failed(not_here(returned)),
        })
    }
}

/// Who signed a file; `None` where it cannot be read.
fn signed(name: &str, bytes: &[u8]) -> Option<String> {
    Some(match coach_file::read(name, bytes).ok()? {
        Post::HandIn(hand_in) => hand_in.from,
        Post::Returned(returned) => returned.coach,
    })
}

fn read(path: &Path) -> Result<Outcome, StoreError> {
    let (name, bytes) = outside::post(&whole(path))?;
    let post = coach_file::read(&name, &bytes).map_err(StoreError::Broken)?;
    Ok(Outcome::PostRead(path.to_owned(), Box::new(post)))
}

/// A path as it was typed: a shell would have put in what `~` stands for.
fn whole(path: &Path) -> PathBuf {
    let folder = std::env::home_dir();
    match (path.strip_prefix("~"), folder) {
        (Ok(rest), Some(folder)) => folder.join(rest),
        _ => path.to_owned(),
    }
}
