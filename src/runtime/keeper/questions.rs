//! One's own changes to a question: other words, or out of the way; they stand in the overlay.

use std::path::PathBuf;

use super::{Keeper, not_saved};
use crate::content::overlay::own::{self, Own};
use crate::desk::effect::{Loss, Wrote};
use crate::desk::{Effect, Outcome};
use crate::domain::id::QuestionId;
use crate::domain::time::Now;
use crate::store::error::StoreError;
use crate::store::layout;

impl Keeper {
    /// Changes what the overlay says of a question; the home is to be read again afterward.
    pub(super) fn change_question(&self, effect: &Effect, now: Now) -> Vec<Outcome> {
        let (id, is_step_back) = match effect {
            Effect::Reword(id, ..) | Effect::HideQuestion(id, _) => (id, false),
            Effect::PutQuestion(id, _) => (id, true),
            _ => return Vec::new(),
        };
        let wanted = |before: &Own| match effect {
            Effect::Reword(_, words, kind) => {
                let own = kind.map_or_else(|| before.clone(), |kind| before.of_kind(kind));
                Own {
                    text: words.clone().or(own.text),
                    ..own
                }
            }
            Effect::PutQuestion(_, own) => own.clone(),
            _ => Own {
                hidden: matches!(effect, Effect::HideQuestion(_, true)),
                ..before.clone()
            },
        };
        match self.overlay(id, wanted, now) {
            Ok(_) if is_step_back => vec![Outcome::PacksChanged],
            Ok((before, after)) => {
                let changed = Outcome::QuestionChanged(id.clone(), before, after);
                let saved = Wrote::Question(id.clone());
                vec![
                    changed,
                    Outcome::Saved(saved, PathBuf::from(layout::OVERLAY)),
                ]
            }
            // Its form is still open.
            Err(error) if matches!(effect, Effect::Reword(..)) => {
                not_saved(Wrote::Question(id.clone()), &error)
            }
            Err(error) => vec![Outcome::Failed(Loss::from(&error).sentence())],
        }
    }

    /// Writes a change of a question; gives what the overlay said before, and says now.
    fn overlay(
        &self,
        id: &QuestionId,
        wanted: impl Fn(&Own) -> Own,
        now: Now,
    ) -> Result<(Own, Own), StoreError> {
        let (mut before, mut after) = (Own::default(), Own::default());
        self.home()
            .change_file(layout::OVERLAY, Some(now.wall), |old| {
                before = own::of(layout::OVERLAY, old, id.as_str())?;
                after = wanted(&before);
                own::put(layout::OVERLAY, old, id.as_str(), &after).map(Some)
            })
            .map(|_| (before, after))
    }
}
