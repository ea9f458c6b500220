//! Carries out the effects that touch files, one after the other, and says what became of each.
//!
//! In the studio it works on a thread of its own, so that a slow disk never stops a key; in tests it is called
//! directly.

mod bank;
mod friend;
mod late;
mod look;
mod mocks;
mod open;
mod post;
mod questions;
mod sound;
mod steps;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use late::Late;

use super::load;
use crate::desk::effect::Wrote;
use crate::desk::{Effect, Outcome};
use crate::domain::checks::Change;
use crate::domain::id::SittingId;
use crate::domain::practice::record::{Block, SittingHead};
use crate::domain::settings::{Config, Profile};
use crate::domain::time::Now;
use crate::store::Hold;
use crate::store::draft_file::{Draft, Owner};
use crate::store::error::StoreError;
use crate::store::home::{Home, Saved};

/// The user's home, and the sample world while it is open.
pub struct Keeper {
    own: Arc<Home>,
    sample: Option<Arc<Home>>,
    /// The sample world that was left, until the program ends or a new one is opened.
    left: Option<Arc<Home>>,
    /// What keeps the home of a friend while that is open: nothing that waits in one is written into the other.
    friend: Option<Box<Self>>,
    /// Whether this run has cleared up after earlier ones.
    tidied: bool,
    /// Sittings whose file got another name than they began with, until the studio calls them by it.
    renamed: HashMap<SittingId, SittingId>,
    /// Sittings that are open here.
    held: HashMap<SittingId, Hold>,
    /// What could not be written of sittings, in order.
    late: Vec<Late>,
    /// Half-typed text that could not be written.
    late_drafts: Vec<Draft>,
    /// What the folder looked like when this studio last read or wrote it.
    pulse: Option<u64>,
    /// Somebody else changed it since.
    behind: bool,
    /// The profile that could not be written.
    late_profile: Option<Box<Profile>>,
    /// The settings that could not be written.
    late_config: Option<Box<Config>>,
}

impl Keeper {
    /// Keeps a home.
    pub fn new(own: Arc<Home>) -> Self {
        Self {
            own,
            sample: None,
            left: None,
            friend: None,
            tidied: false,
            renamed: HashMap::new(),
            held: HashMap::new(),
            late: Vec::new(),
            late_drafts: Vec::new(),
            pulse: None,
            behind: false,
            late_profile: None,
            late_config: None,
        }
    }

    fn home(&self) -> &Home {
        self.sample.as_ref().unwrap_or(&self.own)
    }

    /// Carries out one effect; those that are not about files give nothing.
    pub fn carry_out(&mut self, effect: &Effect, now: Now) -> Vec<Outcome> {
        if let Effect::Friend(name) = effect {
            return self.friend(name.as_deref(), now);
        }
        if let Some(friend) = &mut self.friend {
            return friend.carry_out(effect, now);
        }
        if !look::renews(effect) {
            return self.carry(effect, now);
        }
        // Its own changes are no news, but what somebody else changed before them is.
        self.notice();
        let out = self.carry(effect, now);
        self.pulse = Some(self.beat());
        out
    }

    fn carry(&mut self, effect: &Effect, now: Now) -> Vec<Outcome> {
        if let Effect::Step(parts) = effect {
            return self.whole_step(parts, now);
        }
        if late::sitting_of(effect).is_some() {
            return self.in_turn(effect, now);
        }
        if matches!(effect, Effect::CatchUp) {
            return self.try_again(now);
        }
        let mut out = self.catch_up(now);
        out.extend(match effect {
            Effect::SaveDraft(draft) => self.keep_draft(draft),
            Effect::DropDraft(key) => {
                self.late_drafts.retain(|late| late.key() != *key);
                failed(self.home().drop_draft(key, now.wall))
            }
            Effect::Sample(open) => self.sample(*open, now),
            Effect::SampleAgain => self.sample_again(now),
            Effect::Look { again, after } => self.look(*again, *after),
            Effect::SaveProfile(profile) => self.keep_profile(profile),
            Effect::SaveConfig(config) => self.keep_config(config),
            other => self.write(other, now),
        });
        out
    }

    /// Does what may wait until nobody waits for anything: what spares the next start some reading.
    pub fn rest(&self) {
        self.own.press();
    }

    /// What cannot be written is tried again with whatever is written next.
    fn keep_profile(&mut self, profile: &Profile) -> Vec<Outcome> {
        let done = self.home().save_profile(profile);
        let own = self.sample.is_none();
        self.late_profile = (done.is_err() && own).then(|| Box::new(profile.clone()));
        saved(Wrote::Profile, done, |()| Wrote::Profile)
    }

    /// The same for the settings.
    fn keep_config(&mut self, config: &Config) -> Vec<Outcome> {
        let done = self.own.save_config(config);
        self.late_config = done.is_err().then(|| Box::new(config.clone()));
        saved(Wrote::Config, done, |()| Wrote::Config)
    }

    /// A change of referees and papers that cannot be written is to be made once more.
    fn keep_checks(&self, change: &Change) -> Vec<Outcome> {
        let done = self.home().save_checks(change);
        saved(Wrote::Checks, done, |()| Wrote::Checks)
    }

    fn begin(&mut self, head: &SittingHead) -> Vec<Outcome> {
        let begun = self.home().begin_sitting(head);
        if let Ok(saved) = &begun {
            self.holds(&saved.id);
            if saved.id != head.id {
                self.renamed.insert(head.id.clone(), saved.id.clone());
            }
        }
        saved(Wrote::Sitting(head.id.clone()), begun, Wrote::Sitting)
    }

    /// The name of a sitting's file; what was sent before the studio learned of it still finds its way.
    fn named(&mut self, id: &SittingId) -> SittingId {
        if let Some(name) = self.renamed.get(id) {
            return name.clone();
        }
        self.renamed.retain(|_, name| name != id);
        id.clone()
    }

    fn append(&mut self, id: &SittingId, block: &Block, now: Now) -> Vec<Outcome> {
        let id = self.named(id);
        match self.home().append_block(&id, block, now.wall) {
            Ok(done) => {
                let mut out = vec![Outcome::Saved(
                    Wrote::Block(id.clone()),
                    PathBuf::from(done.path),
                )];
                out.extend(self.elsewhere(&id, block));
                out
            }
            Err(error) => not_saved(Wrote::Block(id), &error),
        }
    }

    fn keep_draft(&mut self, draft: &Draft) -> Vec<Outcome> {
        let mut named = draft.clone();
        if let Owner::Answer { sitting, .. } = &mut named.owner {
            *sitting = self.named(sitting);
        }
        self.late_drafts.retain(|late| late.key() != named.key());
        match self.home().save_draft(&named) {
            Ok(path) => vec![Outcome::Saved(
                Wrote::Draft(named.key()),
                PathBuf::from(path),
            )],
            Err(error) => {
                let words = not_saved(Wrote::Draft(named.key()), &error);
                self.late_drafts.push(named);
                words
            }
        }
    }

    /// Reads the home; the first time what earlier runs left behind is cleared up afterward.
    fn read(&mut self, now: Now) -> Vec<Outcome> {
        let mut everything = load::everything(self.home());
        let mut told = None;
        if !std::mem::replace(&mut self.tidied, true) {
            everything.problems.extend(self.own.tidy(now.date()));
            told = sound::forget(&self.own, now.date());
        }
        let mut out = vec![Outcome::Loaded(Box::new(everything))];
        out.extend(told);
        out
    }

    fn write(&mut self, effect: &Effect, now: Now) -> Vec<Outcome> {
        let home = self.home();
        match effect {
            Effect::Load => self.read(now),
            Effect::ReadSitting(id) => match home.read_sitting(id) {
                Ok(record) => vec![Outcome::SittingRead(Box::new(record))],
                Err(error) => vec![Outcome::Failed(error.to_string())],
            },
            Effect::AddApplication(application) => saved(
                Wrote::Application(application.id.clone()),
                home.add_application(application),
                Wrote::Application,
            ),
            Effect::AddEntry(entry) => saved(
                Wrote::Entry(entry.id.clone()),
                home.add_entry(entry),
                Wrote::Entry,
            ),
            Effect::SaveApplication(application) => {
                let asked = Wrote::Application(application.id.clone());
                saved(
                    asked,
                    home.save_application(application),
                    Wrote::Application,
                )
            }
            Effect::SaveEntry(entry) => saved(
                Wrote::Entry(entry.id.clone()),
                home.save_entry(entry),
                Wrote::Entry,
            ),
            Effect::AddStory(story) => saved(
                Wrote::Story(story.id.clone()),
                home.add_story(story),
                Wrote::Story,
            ),
            Effect::SaveStory(story) => saved(
                Wrote::Story(story.id.clone()),
                home.save_story(story),
                Wrote::Story,
            ),
            Effect::SaveChecks(change) => self.keep_checks(change),
            Effect::ChangeBank(change) => self.to_bank(change),
            Effect::WritePage(name, text) => match home.write_page(name, text) {
                Ok(path) => vec![Outcome::PageWritten(path)],
                Err(error) => vec![Outcome::Failed(error.to_string())],
            },
            Effect::SaveMock(_) | Effect::RemoveMock(_) => self.change_mocks(effect),
            Effect::Reword(..) | Effect::HideQuestion(..) | Effect::PutQuestion(..) => {
                self.change_question(effect, now)
            }
            Effect::PutApplication(_)
            | Effect::PutEntry(_)
            | Effect::PutStory(_)
            | Effect::TakeStory(_)
            | Effect::TakeApplication(_)
            | Effect::TakeEntry(_) => self.step(effect, now),
            other => self.in_trash(other, now),
        }
    }

    /// Puts something in the trash, shows what is there, or takes it out; the rest is about a coach.
    fn in_trash(&self, effect: &Effect, now: Now) -> Vec<Outcome> {
        let home = self.home();
        match effect {
            Effect::TrashEntry(id) => failed(home.trash_entry(id, now.wall).map(drop)),
            Effect::TrashApplication(id) => failed(home.trash_application(id, now.wall).map(drop)),
            Effect::TrashStory(id) => failed(home.trash_story(id, now.wall).map(drop)),
            Effect::TrashSitting(id) => failed(home.trash_sitting(id, now.wall).map(drop)),
            Effect::RestoreSitting(id) => failed(home.restore_sitting(id)),
            Effect::TrashPack(files) => match home.trash_pack(files, now.wall) {
                Ok(_) => vec![Outcome::PacksChanged],
                Err(error) => vec![Outcome::Failed(error.to_string())],
            },
            Effect::RestorePack(files) => match home.restore_last(files) {
                Ok(_) => vec![Outcome::PacksChanged],
                Err(error) => vec![Outcome::Failed(error.to_string())],
            },
            Effect::ListTrash => match home.trashed() {
                Ok(items) => vec![Outcome::Trash(items)],
                Err(error) => vec![Outcome::Failed(error.to_string())],
            },
            Effect::Restore(entry) => match home.restore(entry, now.wall) {
                Ok((path, swapped)) => {
                    let told = if swapped {
                        format!("{path} is as it was then; what stood there waits here.")
                    } else {
                        format!("Back as {path}.")
                    };
                    vec![Outcome::TrashChanged(told)]
                }
                Err(error) => vec![Outcome::Failed(error.to_string())],
            },
            Effect::Purge(entry) => match home.purge(entry) {
                Ok(()) => vec![Outcome::TrashChanged("Removed for good.".to_owned())],
                Err(error) => vec![Outcome::Failed(error.to_string())],
            },
            other => self.post(other, now),
        }
    }

    /// Opens a new sample world in memory, or leaves it; the user's own files are not touched by either.
    fn sample(&mut self, open: bool, now: Now) -> Vec<Outcome> {
        let world = match open.then(|| super::sample::home(now)).transpose() {
            Ok(world) => world.map(Arc::new),
            Err(error) => return vec![Outcome::Failed(error.to_string())],
        };
        self.left = self.sample.take();
        self.enter(world)
    }

    /// Opens the sample world that was left, as it was.
    fn sample_again(&mut self, now: Now) -> Vec<Outcome> {
        match self.left.take() {
            Some(world) => self.enter(Some(world)),
            None => self.sample(true, now),
        }
    }

    fn enter(&mut self, sample: Option<Arc<Home>>) -> Vec<Outcome> {
        self.sample = sample;
        self.renamed.clear();
        self.held.clear();
        vec![
            Outcome::Loaded(Box::new(load::everything(self.home()))),
            Outcome::Sample(self.sample.is_some()),
        ]
    }
}

fn saved<Id>(
    asked: Wrote,
    done: Result<Saved<Id>, StoreError>,
    name: impl Fn(Id) -> Wrote,
) -> Vec<Outcome> {
    match done {
        Ok(saved) => {
            let path = PathBuf::from(&saved.path);
            let got = name(saved.id);
            let mut out = Vec::new();
            if got != asked {
                out.push(Outcome::Renamed(asked, got.clone()));
            }
            out.push(match saved.beside {
                Some(_) => Outcome::KeptBoth(got, path),
                None => Outcome::Saved(got, path),
            });
            out
        }
        Err(error) => not_saved(asked, &error),
    }
}

fn not_saved(what: Wrote, error: &StoreError) -> Vec<Outcome> {
    vec![Outcome::NotSaved(what, error.into())]
}

fn failed(done: Result<(), StoreError>) -> Vec<Outcome> {
    match done {
        Ok(()) => Vec::new(),
        Err(error) => vec![Outcome::Failed(error.to_string())],
    }
}

#[cfg(test)]
mod tests;
