//! Facts that survive leaving a pane, cut by domain.

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::content::packs::Listed;
use crate::domain::ahead;
use crate::domain::checks::Checks;
use crate::domain::id::{ApplicationId, QuestionId, SittingId};
use crate::domain::journal::Entry;
use crate::domain::journey::{Application, Round};
use crate::domain::library::{Library, told_setup};
use crate::domain::order::InOrder;
use crate::domain::practice::hearing::Hearing;
use crate::domain::practice::history::History;
use crate::domain::practice::ladder::Ladder;
use crate::domain::practice::past::Pasts;
use crate::domain::practice::record::{SittingHead, SittingRecord};
use crate::domain::practice::results::is_begun;
use crate::domain::practice::sitting::Sitting;
use crate::domain::practice::solo::Solo;
use crate::domain::settings::{Config, Profile};
use crate::domain::time::Wall;
use crate::problem::Problem;
use crate::store::draft_file::Draft;
use crate::store::layout;

use super::effect::Everything;
use super::guest::Guest;
pub use super::journal::Journal;
use super::mask::Mask;
use super::met::{Met, There};
use super::stories::Stories;
use super::{undo, unsaved::Unsaved, voice::Voice};

/// How much of the home has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Loaded {
    /// Nothing yet.
    #[default]
    Nothing,
    /// Profile, applications and drafts.
    Small,
    /// Everything.
    All,
}

/// The running sitting and everything practiced before.
#[derive(Debug, Default)]
pub struct Practice {
    /// The sitting that runs now.
    pub sitting: Option<Box<Sitting>>,
    /// The talk or the set of items that runs now.
    pub solo: Option<Box<Solo>>,
    /// Facts of past answers, without their words.
    pub history: History,
    /// Talks and sets of items that were held before.
    pub past: Pasts,
    /// Heads of past drills, oldest first.
    pub sittings: Vec<SittingHead>,
    /// Sittings that were left or killed before their end, newest last.
    pub open: Vec<SittingRecord>,
    /// The sitting that ended last, or whose page was opened since, with its words.
    pub shown: Option<Box<SittingRecord>>,
    /// How far the ladder was climbed.
    pub ladder: Ladder,
    /// What is rated from the interviewer's seat, by its question: a rating that was left waits.
    pub hearings: HashMap<QuestionId, Hearing>,
    /// Whether answers start at once, without a moment to expect.
    pub straight: bool,
}

impl Practice {
    /// A sitting's file got another name than the sitting began with.
    pub fn rename(&mut self, from: &SittingId, to: &SittingId) {
        if let Some(sitting) = self.sitting.as_mut().filter(|s| s.head().id == *from) {
            sitting.rename(to.clone());
        }
        if let Some(solo) = self.solo.as_mut().filter(|s| s.head().id == *from) {
            solo.rename(to.clone());
        }
        self.past.rename(from, to);
        let shown = self.shown.as_mut().map(|r| &mut r.head);
        for head in self
            .sittings
            .iter_mut()
            .chain(shown)
            .filter(|h| h.id == *from)
        {
            head.id = to.clone();
        }
    }

    /// The running sitting is over: it joins what was practiced before.
    pub fn finish(&mut self, record: SittingRecord) {
        self.sitting = None;
        self.history.learn([&record]);
        // One that was rated to its end later is known already.
        let is_new = !self.sittings.iter().any(|h| h.id == record.head.id);
        if is_new && is_begun(&record) {
            self.ladder.learn(&record);
            self.sittings.push(record.head.clone());
        }
        self.shown = Some(Box::new(record));
    }

    /// The running talk or set is over: it joins what was held before.
    pub fn close(&mut self) -> Option<SittingId> {
        let record = self.solo.take()?.record().clone();
        let id = record.head.id.clone();
        // What I answered to a friend counts as in any sitting.
        self.history.learn([&record]);
        self.past.learn([&record]);
        self.shown = Some(Box::new(record));
        Some(id)
    }

    /// How many sittings wait besides the one that is gone on with first.
    pub fn others_left(&self) -> usize {
        let runs = self.sitting.is_some() || self.solo.is_some();
        self.open.len().saturating_sub(usize::from(!runs))
    }

    /// Whether this sitting is the one that runs.
    pub fn runs(&self, id: &SittingId) -> bool {
        let sitting = self.sitting.as_ref().map(|s| &s.head().id);
        let solo = self.solo.as_ref().map(|s| &s.record().head.id);
        sitting.or(solo) == Some(id)
    }

    /// Whether a name is that of a sitting.
    pub fn knows(&self, id: &SittingId) -> bool {
        let heads = self
            .sittings
            .iter()
            .chain(self.open.iter().map(|r| &r.head));
        heads.into_iter().any(|head| head.id == *id) || self.past.has(id)
    }
}

/// Applications.
#[derive(Debug, Default)]
pub struct Journey {
    /// In the order they were added.
    pub applications: Vec<Application>,
}

impl Journey {
    /// One application.
    pub fn get(&self, id: &ApplicationId) -> Option<&Application> {
        self.applications.iter().find(|a| a.id == *id)
    }

    /// The job that an entry is about.
    pub fn job_of(&self, entry: &Entry) -> Option<&Application> {
        self.get(entry.application.as_ref()?)
    }

    /// Puts an application in its place; returns what stood there.
    pub fn put(&mut self, application: Application) -> Option<Application> {
        if let Some(old) = self
            .applications
            .iter_mut()
            .find(|a| a.id == application.id)
        {
            return Some(std::mem::replace(old, application));
        }
        self.applications.push(application);
        None
    }

    /// Takes an application away.
    pub fn remove(&mut self, id: &ApplicationId) -> Option<Application> {
        let at = self.applications.iter().position(|a| a.id == *id)?;
        Some(self.applications.remove(at))
    }

    /// Those that are not closed.
    pub fn open(&self) -> impl Iterator<Item = &Application> {
        self.applications.iter().filter(|a| !a.closed)
    }

    /// Those that are closed, the one that ended last first.
    pub fn closed(&self) -> Vec<&Application> {
        let mut closed: Vec<_> = self.applications.iter().filter(|a| a.closed).collect();
        closed.order_by_key(|a| std::cmp::Reverse(a.ended_on().max(Some(a.since))));
        closed
    }

    /// Those to choose from for what belongs to one of them: the open ones, then those that are closed. A no has its
    /// notes, too.
    pub fn choices(&self) -> impl Iterator<Item = &Application> {
        self.open().chain(self.closed())
    }
}

/// Everything that panes share.
#[derive(Debug, Default)]
pub struct Model {
    /// Questions, stages and all else that is read.
    pub library: Library,
    /// The packs of the home, also those that could not be read.
    pub packs: Vec<Listed>,
    /// Looks and manners.
    pub config: Config,
    /// Who practices.
    pub profile: Profile,
    /// Who would speak for them, and their papers.
    pub checks: Checks,
    /// Sittings.
    pub practice: Practice,
    /// Applications.
    pub journey: Journey,
    /// Entries.
    pub journal: Journal,
    /// Stories.
    pub stories: Stories,
    /// Half-typed text from before.
    pub drafts: Vec<Draft>,
    /// What is wrong in the home, in words.
    pub problems: Vec<Problem>,
    /// How much has been read.
    pub loaded: Loaded,
    /// What could not be written.
    pub unsaved: Unsaved,
    /// Writes that are still under way.
    pub saving: usize,
    /// Whether names of people and employers are hidden.
    pub names_hidden: bool,
    /// Whose names were met in this run.
    pub met: Met,
    /// What stands for them.
    pub mask: Arc<Mask>,
    /// Sound.
    pub voice: Voice,
    /// Whether the sample world is open.
    pub sample: bool,
    /// The friend whose home is open.
    pub friend: Option<Guest>,
    /// Where the files are.
    pub home: PathBuf,
    /// The name of that folder, where it is not the usual one.
    pub folder: Option<String>,
    /// What can be taken back.
    pub undo: undo::History,
    /// What can be taken back in the user's own home, while the sample world is open.
    pub own_undo: undo::History,
    /// Where the seeds of sittings come from.
    pub seed: u64,
}

impl Model {
    /// Whose files are open, where that is not plain: who has several folders must see which one this is.
    pub fn whose(&self) -> Option<&str> {
        let shown = !self.names_hidden && !self.sample;
        self.folder.as_deref().filter(|_| shown)
    }

    /// Remembers every name that is there now, hidden or not: it may be gone when names are hidden.
    pub fn meet(&mut self) {
        let new = self.met.learn(&There {
            applications: &self.journey.applications,
            entries: &self.journal.entries,
            stories: &self.stories.list,
            friends: &self.friends(),
            referees: &self.checks.referees,
        });
        if new {
            self.mask = Arc::new(Mask::over(&self.met));
        }
    }

    /// A text in which names of employers and people are letters and numbers while names are hidden.
    pub fn hide(&self, text: &str) -> String {
        if self.names_hidden {
            self.mask.hide(text)
        } else {
            text.to_owned()
        }
    }

    /// Takes in the home as it has been read; problems of the settings stay.
    pub fn take(&mut self, everything: Everything) {
        self.profile = everything.profile;
        self.checks = everything.checks;
        self.journey.applications = everything.applications;
        self.journal.entries = everything.entries;
        self.stories.list = everything.stories;
        self.practice.history = everything.history;
        self.practice.past = everything.past;
        self.practice.sittings = everything.heads;
        self.practice.open = everything.open;
        self.practice.open.order_by_key(|r| r.head.started);
        self.practice.ladder = everything.ladder;
        self.drafts = everything.drafts;
        self.problems.retain(|p| p.file == layout::CONFIG);
        self.problems.extend(everything.problems);
        self.library = everything.library;
        self.packs = everything.packs;
        self.loaded = Loaded::All;
        self.meet();
    }

    /// Changes between the user's own home and the sample world. Nothing of one reaches the other: neither a
    /// sitting nor a change that is taken back.
    pub fn change_worlds(&mut self, sample: bool) {
        if sample == self.sample {
            return;
        }
        self.sample = sample;
        self.practice.leave();
        if sample {
            self.own_undo = std::mem::take(&mut self.undo);
        } else {
            self.undo = std::mem::take(&mut self.own_undo);
            self.undo
                .note("leaving the sample world", undo::Step::Sample(true));
        }
    }

    /// The next interview of an application.
    pub fn next_round<'a>(&self, application: &'a Application, at: Wall) -> Option<&'a Round> {
        ahead::next_round(application, &self.journal.entries, at)
    }

    /// The next interview of all, with its application.
    pub fn next_interview(&self, at: Wall) -> Option<(&Application, &Round)> {
        ahead::next_of_all(&self.journey.applications, &self.journal.entries, at)
    }

    /// The employer that practice at a moment is about, as it may be shown: that of the next interview, else the only one.
    fn employer_at(&self, at: Wall) -> Option<String> {
        let next = self.next_interview(at).map(|(application, _)| application);
        let mut open = self.journey.open();
        let only = open.next().filter(|_| open.next().is_none());
        next.or(only).map(|application| self.employer(application))
    }

    /// The situation of what is asked in a sitting; empty where there is none.
    pub fn setup_of<'a>(&self, sitting: &'a Sitting) -> Cow<'a, str> {
        let Some(prompt) = sitting.prompt() else {
            return Cow::default();
        };
        let employer = self.employer_at(sitting.head().started);
        let beginner = self.profile.is_beginner();
        told_setup(prompt.setup, prompt.kind, employer.as_deref(), beginner)
    }

    /// A seed for the next draw; the same start gives the same row of seeds.
    pub fn next_seed(&mut self) -> u64 {
        let seed = self.seed;
        self.seed = self
            .seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        seed
    }

    /// Whether nothing has been written yet by the user.
    pub fn is_empty(&self) -> bool {
        self.practice.sittings.is_empty()
            && self.practice.open.is_empty()
            && self.practice.past.is_empty()
            && self.journey.applications.is_empty()
            && self.journal.entries.is_empty()
            && self.stories.list.is_empty()
            && self.checks == Checks::default()
    }

    /// The employer's name as it may be shown: with names hidden, a letter that stays the same.
    pub fn employer(&self, application: &Application) -> String {
        if !self.names_hidden {
            return application.employer.clone();
        }
        self.met.letter(&application.id)
    }
}
