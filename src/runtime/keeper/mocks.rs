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
use crate::store::layout;

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
        let wrote = Wrote::Mock(id.clone());
        let mut refused = None;
        let done = self.change_mine(|old| {
            change(old).map_err(|problem| {
                old.and_then(broken).unwrap_or_else(|| {
                    refused = Some(not_made(&problem));
                    problem
                })
            })
        });
        match (done, refused) {
            (Ok(None), _) => vec![Outcome::PacksChanged],
            (Ok(Some(_)), _) => vec![
                Outcome::Saved(wrote, PathBuf::from(layout::MINE)),
                Outcome::PacksChanged,
            ],
            (Err(_), Some(loss)) => vec![Outcome::NotSaved(wrote, loss)],
            (Err(error), None) => not_saved(wrote, &error),
        }
    }
}

/// What is wrong with the file as it is.
fn broken(text: &str) -> Option<Box<Problem>> {
    load::bank(layout::MINE, text).err()
}

/// The mock is not made as it should be: that is told without a line, for nobody who filled in a form wrote one.
fn not_made(problem: &Problem) -> Loss {
    Loss {
        place: layout::MINE.to_owned(),
        words: format!("{} {}", problem.what, problem.hint),
        broken: false,
    }
}
