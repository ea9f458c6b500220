//! What could not be written of a sitting, in order: it is tried again before anything else is written.
//!
//! The answer has left the screen by then, so it must not depend on the user pressing save once more.

use super::Keeper;
use crate::desk::effect::{Loss, Wrote};
use crate::desk::{Effect, Outcome};
use crate::domain::id::SittingId;
use crate::domain::time::Now;
use crate::store::draft_file::Owner;

/// One effect that waits, and why.
#[derive(Debug, Clone)]
pub(super) struct Late {
    effect: Effect,
    loss: Loss,
}

impl Keeper {
    /// Carries out an effect about the file of a sitting, or puts it behind those that wait.
    pub(super) fn in_turn(&mut self, effect: &Effect, now: Now) -> Vec<Outcome> {
        let mut out = self.catch_up(now);
        let waits = sitting_of(effect).and_then(|id| self.why_late(id));
        match (waits, effect) {
            (Some(loss), _) => {
                out.extend(not_yet(effect, &loss));
                self.wait_with(effect.clone(), loss);
            }
            (None, Effect::BeginSitting(head)) => {
                let got = self.begin(head);
                out.extend(self.noted(effect, got));
            }
            (None, Effect::Append(id, block)) => {
                let got = self.append(id, block, now);
                out.extend(self.noted(effect, got));
            }
            (None, other) => self.forget(other, now),
        }
        out
    }

    /// Removes the draft of an answer that is written. One that stays is refused when it is offered, so nothing is
    /// said about it.
    fn forget(&mut self, effect: &Effect, now: Now) {
        if let Effect::DropDraft(key) = effect {
            let mut key = key.clone();
            if let Owner::Answer { sitting, .. } = &mut key.0 {
                *sitting = self.named(sitting);
            }
            self.late_drafts.retain(|late| late.key() != key);
            drop(self.home().drop_draft(&key, now.wall));
        }
    }

    /// Tries everything that waits once more; that it still cannot be written was said when it failed first.
    pub(super) fn catch_up(&mut self, now: Now) -> Vec<Outcome> {
        let mut out = self.try_again(now);
        out.retain(|outcome| reason(outcome).is_none());
        out
    }

    /// Whether something cannot be written even now.
    pub(super) fn still_waits(&mut self, now: Now) -> bool {
        self.catch_up(now);
        let blocks = self.late.is_empty() && self.late_drafts.is_empty();
        !blocks || self.late_profile.is_some() || self.late_config.is_some()
    }

    /// The same; tells where a sitting cannot be written for another reason by now.
    pub(super) fn try_again(&mut self, now: Now) -> Vec<Outcome> {
        let mut out = Vec::new();
        if self.sample.is_some() {
            return out;
        }
        let mut tried = Vec::new();
        for draft in std::mem::take(&mut self.late_drafts) {
            tried.extend(self.keep_draft(&draft));
        }
        if let Some(profile) = self.late_profile.take() {
            tried.extend(self.keep_profile(&profile));
        }
        if let Some(config) = self.late_config.take() {
            tried.extend(self.keep_config(&config));
        }
        // It was said when it failed first.
        out.extend(
            tried
                .into_iter()
                .filter(|o| matches!(o, Outcome::Saved(..))),
        );
        if self.late.is_empty() {
            return out;
        }
        for late in std::mem::take(&mut self.late) {
            let stuck = sitting_of(&late.effect).is_some_and(|id| self.why_late(id).is_some());
            let got = match &late.effect {
                _ if stuck => {
                    self.late.push(late);
                    continue;
                }
                Effect::BeginSitting(head) => self.begin(head),
                Effect::Append(id, block) => self.append(id, block, now),
                other => {
                    self.forget(other, now);
                    Vec::new()
                }
            };
            let got = self.noted(&late.effect, got);
            let is_news = |o: &Outcome| reason(o) != Some(&late.loss);
            out.extend(got.into_iter().filter(is_news));
        }
        if self.late.is_empty() {
            out.push(Outcome::CaughtUp);
        }
        out
    }

    /// What waits, in order.
    pub fn waiting(&self) -> Vec<Effect> {
        let late = self.late.iter().map(|late| late.effect.clone());
        let drafts = self.late_drafts.iter();
        let drafts = drafts.map(|draft| Effect::SaveDraft(Box::new(draft.clone())));
        late.chain(drafts).collect()
    }

    /// Keeps an effect that failed.
    fn noted(&mut self, effect: &Effect, got: Vec<Outcome>) -> Vec<Outcome> {
        if let Some(loss) = got.iter().find_map(reason) {
            self.wait_with(effect.clone(), loss.clone());
        }
        got
    }

    fn wait_with(&mut self, effect: Effect, loss: Loss) {
        self.late.push(Late { effect, loss });
    }

    /// Why something of this sitting waits; the file may have got another name in the meantime.
    fn why_late(&self, id: &SittingId) -> Option<Loss> {
        let name = |id: &SittingId| self.renamed.get(id).unwrap_or(id).clone();
        let same = |late: &&Late| sitting_of(&late.effect).is_some_and(|i| name(i) == name(id));
        self.late.iter().find(same).map(|late| late.loss.clone())
    }
}

/// The sitting whose file an effect is about. A half-typed answer that is done with belongs to it too: it stays
/// until the answer is written.
pub(super) fn sitting_of(effect: &Effect) -> Option<&SittingId> {
    match effect {
        Effect::BeginSitting(head) => Some(&head.id),
        Effect::Append(id, _) => Some(id),
        Effect::DropDraft((Owner::Answer { sitting, .. }, _)) => Some(sitting),
        _ => None,
    }
}

fn reason(outcome: &Outcome) -> Option<&Loss> {
    match outcome {
        Outcome::NotSaved(Wrote::Sitting(_) | Wrote::Block(_), loss) => Some(loss),
        _ => None,
    }
}

/// What is said about an effect that has to wait.
fn not_yet(effect: &Effect, loss: &Loss) -> Option<Outcome> {
    match effect {
        Effect::Append(id, _) => Some(Outcome::NotSaved(Wrote::Block(id.clone()), loss.clone())),
        _ => None,
    }
}
