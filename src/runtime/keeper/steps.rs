//! Steps back and forward: what became of each record that they put back or took away.

use super::{Keeper, not_saved};
use crate::desk::effect::Wrote;
use crate::desk::{Effect, Outcome};
use crate::domain::time::Now;
use crate::store::error::StoreError;
use crate::store::layout;

impl Keeper {
    /// Carries out all parts of a step back, or none where somebody else has changed what one of them is about. After one
    /// that could not be written the rest does not follow.
    pub(super) fn whole_step(&mut self, parts: &[Effect], now: Now) -> Vec<Outcome> {
        let refused = parts.iter().find(|part| self.refuses(part));
        if let Some(asked) = refused.and_then(Effect::steps) {
            return vec![Outcome::NotStepped(asked)];
        }
        let mut out = Vec::new();
        for part in parts {
            let done = self.carry(part, now);
            let failed = |o: &Outcome| matches!(o, Outcome::NotStepped(_) | Outcome::NotSaved(..));
            let ends = part.steps().is_some() && done.iter().any(failed);
            out.extend(done);
            if ends {
                break;
            }
        }
        out
    }

    /// Whether somebody else has changed what a part of a step back is about.
    fn refuses(&self, part: &Effect) -> bool {
        let path = match part.steps() {
            Some(Wrote::Application(id)) => layout::application(&id),
            Some(Wrote::Entry(id)) => layout::entry(&id),
            Some(Wrote::Story(id)) => layout::story(&id),
            _ => return false,
        };
        let puts = matches!(
            part,
            Effect::PutApplication(_) | Effect::PutEntry(_) | Effect::PutStory(_)
        );
        self.home().is_changed(path, puts)
    }

    /// Puts a record back as it was, or takes it away again.
    pub(super) fn step(&self, effect: &Effect, now: Now) -> Vec<Outcome> {
        let home = self.home();
        let Some(asked) = effect.steps() else {
            return Vec::new();
        };
        let done = match effect {
            Effect::PutApplication(a) => home.put_application(a).map(Wrote::Application),
            Effect::PutEntry(entry) => home.put_entry(entry).map(Wrote::Entry),
            Effect::PutStory(story) => home.put_story(story).map(Wrote::Story),
            Effect::TakeStory(id) => {
                let taken = home.take_story(id, now.wall);
                taken.map(|()| asked.clone())
            }
            Effect::TakeApplication(id) => {
                let taken = home.take_application(id, now.wall);
                taken.map(|()| asked.clone())
            }
            Effect::TakeEntry(id) => {
                let taken = home.take_entry(id, now.wall);
                taken.map(|()| asked.clone())
            }
            _ => return Vec::new(),
        };
        match done {
            Ok(now_called) => vec![Outcome::Stepped(asked, now_called)],
            Err(StoreError::Conflict { .. }) => vec![Outcome::NotStepped(asked)],
            Err(error) => not_saved(asked, &error),
        }
    }
}
