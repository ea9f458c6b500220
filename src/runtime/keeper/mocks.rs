//! Mocks of the user's own: written into their bank, or taken out of it.

use std::path::PathBuf;

use super::{Keeper, not_saved};
use crate::content::check::Beside;
use crate::content::mine::mocks;
use crate::desk::effect::{Loss, Wrote};
use crate::desk::{Effect, Outcome};
use crate::domain::id::BlueprintId;
use crate::problem::Problem;
use crate::runtime::load;
use crate::store::error::StoreError;
use crate::store::{Trust, layout, toml_in};

impl Keeper {
    /// Writes or removes one mock; the home is to be read again afterward.
    pub(super) fn change_mocks(&self, effect: &Effect) -> Vec<Outcome> {
        match effect {
            Effect::SaveMock(mock) => {
                let beside = self.beside();
                self.change_bank(&mock.id, |text| mocks::put(text, mock, &beside).map(Some))
            }
            Effect::RemoveMock(id) => self.change_bank(id, |text| match text {
                Some(text) => mocks::take(text, id),
                None => Ok(None),
            }),
            _ => Vec::new(),
        }
    }

    /// What the packs of the home hold; what is wrong with them is told where the home is read.
    fn beside(&self) -> Beside {
        let mut untold = Vec::new();
        let layers = load::layers(self.home(), &mut untold);
        Beside::of(&layers.library)
    }

    fn change_bank(
        &self,
        id: &BlueprintId,
        change: impl FnOnce(Option<&str>) -> Result<Option<String>, Box<Problem>>,
    ) -> Vec<Outcome> {
        let store = self.home().store();
        let (text, stamp) = match store.read(layout::MINE, Trust::OWN) {
            Ok((bytes, stamp)) => match toml_in::utf8(layout::MINE, &bytes) {
                Ok(text) => (Some(text.to_owned()), Some(stamp)),
                Err(problem) => return broken(id, &problem),
            },
            Err(StoreError::Missing { .. }) => (None, None),
            Err(error) => return not_saved(Wrote::Mock(id.clone()), &error),
        };
        let new = match change(text.as_deref()) {
            Ok(Some(new)) => new,
            Ok(None) => return vec![Outcome::PacksChanged],
            Err(problem) => return refused(id, &problem, text.as_deref()),
        };
        // One mistake elsewhere in the file keeps the whole bank out of every list.
        if let Err(problem) = load::bank(layout::MINE, &new) {
            return broken(id, &problem);
        }
        let done = match stamp {
            Some(stamp) => store.write(layout::MINE, new.as_bytes(), Some(&stamp)),
            None => store.create(layout::MINE, new.as_bytes()),
        };
        match done {
            Ok(_) => vec![
                Outcome::Saved(Wrote::Mock(id.clone()), PathBuf::from(layout::MINE)),
                Outcome::PacksChanged,
            ],
            Err(error) => not_saved(Wrote::Mock(id.clone()), &error),
        }
    }
}

/// The file is broken, or else the mock is not made as it should be: that is told without a line, for nobody who
/// filled in a form wrote one.
fn refused(id: &BlueprintId, problem: &Problem, text: Option<&str>) -> Vec<Outcome> {
    if let Some(Err(found)) = text.map(|text| load::bank(layout::MINE, text)) {
        return broken(id, &found);
    }
    let loss = Loss {
        place: layout::MINE.to_owned(),
        words: format!("{} {}", problem.what, problem.hint),
        broken: false,
    };
    vec![Outcome::NotSaved(Wrote::Mock(id.clone()), loss)]
}

fn broken(id: &BlueprintId, problem: &Problem) -> Vec<Outcome> {
    let loss = Loss::broken(problem);
    vec![Outcome::NotSaved(Wrote::Mock(id.clone()), loss)]
}
