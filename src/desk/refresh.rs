//! What another program changed in the home, taken in while the studio is open.

use std::collections::HashMap;
use std::hash::Hash;

use super::effect::{Everything, SettingsRead, Wrote};
use super::model::Model;
use super::undo::Step;
use crate::problem::{Problem, Severity};
use crate::store::layout;

impl Model {
    /// Takes in the home as it is now. What this studio could not write yet stays, and so do half-typed text and the
    /// sittings that were left here; a step back that would undo what somebody else wrote is forgotten.
    pub fn refresh(&mut self, mut new: Everything) {
        self.refresh_profile(&new);
        if let Some(read) = new.settings.take() {
            self.refresh_settings(read);
        }
        if self.checks != new.checks {
            self.checks = std::mem::take(&mut new.checks);
            self.undo.forget(|step| matches!(step, Step::Checks(_)));
        }
        if !self.unsaved.any(|w| matches!(w, Wrote::Application(_))) {
            let old = std::mem::replace(&mut self.journey.applications, new.applications);
            let changed = changed(
                &old,
                &self.journey.applications,
                |a| a.id.clone(),
                Wrote::Application,
            );
            self.undo.forget_of(&changed);
        }
        if !self.unsaved.any(|w| matches!(w, Wrote::Entry(_))) {
            let old = std::mem::replace(&mut self.journal.entries, new.entries);
            let changed = changed(&old, &self.journal.entries, |e| e.id.clone(), Wrote::Entry);
            self.undo.forget_of(&changed);
        }
        if !self.unsaved.any(|w| matches!(w, Wrote::Story(_))) {
            let old = std::mem::replace(&mut self.stories.list, new.stories);
            let changed = changed(&old, &self.stories.list, |s| s.id.clone(), Wrote::Story);
            self.undo.forget_of(&changed);
        }
        if !self
            .unsaved
            .any(|w| matches!(w, Wrote::Sitting(_) | Wrote::Block(_)))
        {
            self.practice.history = new.history;
            self.practice.past = new.past;
            self.practice.sittings = new.heads;
            self.practice.ladder = new.ladder;
            let is_open = |id| new.open.iter().any(|r| r.head.id == id);
            self.practice.open.retain(|r| is_open(r.head.id.clone()));
        }
        self.problems.retain(|p| p.file == layout::CONFIG);
        self.problems.extend(new.problems);
        self.library = new.library;
        self.packs = new.packs;
    }

    /// Takes in the settings; while something in the file cannot be read, what held so far goes on.
    fn refresh_settings(&mut self, read: SettingsRead) {
        if self.unsaved.has(&Wrote::Config) {
            return;
        }
        let is_broken = |problem: &Problem| problem.severity == Severity::Error;
        if !read.problems.iter().any(is_broken) {
            let old = std::mem::replace(&mut self.config, read.config);
            if !read.is_other_theme {
                self.config.theme.clone_from(&old.theme);
            }
            if old != self.config {
                self.undo.forget(|step| matches!(step, Step::Config(_)));
            }
        }
        self.problems
            .retain(|problem| problem.file != layout::CONFIG);
        self.problems.splice(0..0, read.problems);
    }

    fn refresh_profile(&mut self, new: &Everything) {
        if !self.unsaved.has(&Wrote::Profile) && self.profile != new.profile {
            self.profile = new.profile.clone();
            self.undo.forget(|step| matches!(step, Step::Profile(_)));
        }
    }
}

/// What is not in both lists as it was.
fn changed<T: PartialEq, Id: Hash + Eq>(
    old: &[T],
    new: &[T],
    id: impl Fn(&T) -> Id,
    what: fn(Id) -> Wrote,
) -> Vec<Wrote> {
    let before: HashMap<Id, &T> = old.iter().map(|one| (id(one), one)).collect();
    let after: HashMap<Id, &T> = new.iter().map(|one| (id(one), one)).collect();
    let all = old.iter().chain(new).map(&id);
    let other = |id: &Id| before.get(id) != after.get(id);
    all.filter(other).map(what).collect()
}
