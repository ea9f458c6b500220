//! A home in memory and a fixed moment, for tests of commands.

use std::cell::{Cell, RefCell};
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveTime;

use super::{Env, Outside, run_in};
use crate::domain::id::ApplicationId;
use crate::domain::journey::Outcome;
use crate::domain::library::StageId;
use crate::domain::practice::record::EventKind;
use crate::domain::time::{Mono, Now};
use crate::store::home::Home;
use crate::store::layout::Places;
use crate::store::memory::Memory;
use crate::store::{Store, samples};

/// What a command printed, and its exit code.
#[derive(Debug)]
pub struct Done {
    pub code: u8,
    pub out: String,
    pub err: String,
}

impl Done {
    /// What was said on standard error, in one line.
    pub fn said(&self) -> String {
        self.err.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Seconds between two looks at the clock.
const SECONDS: u64 = 5;

/// A user's computer that exists only while the test runs.
pub struct Trial {
    memory: Arc<Memory>,
    env: Vec<(&'static str, &'static str)>,
    input: RefCell<Vec<u8>>,
    now: Now,
    looks: Cell<u64>,
}

impl Trial {
    /// An empty home on the evening of Monday, 23 November 2026.
    pub fn new() -> Self {
        Self {
            memory: Arc::default(),
            env: Vec::new(),
            looks: Cell::default(),
            input: RefCell::default(),
            now: Now {
                mono: Mono::default(),
                wall: samples::at(3600),
            },
        }
    }

    pub fn with_env(mut self, name: &'static str, value: &'static str) -> Self {
        self.env.push((name, value));
        self
    }

    /// Puts a file into the home.
    pub fn put(&self, path: &str, text: &str) {
        self.memory.meddle(path, text);
    }

    /// The records of the home, for tests that fill it.
    pub fn home(&self) -> Home {
        let store: Arc<dyn Store> = self.memory.clone();
        Home::new(Arc::clone(&store), store)
    }

    /// Leaves a sitting with one answer and its rating; gives its path.
    pub fn sit(&self) -> String {
        let home = self.home();
        let head = samples::head();
        let saved = home.begin_sitting(&head).expect("memory takes it");
        for block in [
            samples::answer(0, "We kept the queue."),
            samples::rating(0),
            samples::event(EventKind::Finished),
        ] {
            home.append_block(&head.id, &block, head.started)
                .expect("memory takes it");
        }
        saved.path
    }

    /// Has a panel interview at ten the next morning.
    pub fn interview_tomorrow(&self, employer: &str) {
        let mut application = samples::application("acme-engineer");
        employer.clone_into(&mut application.employer);
        application.rounds.truncate(1);
        let round = &mut application.rounds[0];
        round.stage = StageId::Panel;
        round.outcome = Outcome::Pending;
        round.date = self.now.date().succ_opt();
        round.time = NaiveTime::from_hms_opt(10, 0, 0);
        application.closed = false;
        self.home()
            .save_application(&application)
            .expect("memory takes it");
    }

    /// Has written down an earlier talk of today, with one person.
    pub fn debriefed_today(&self, employer: &str, person: &str) {
        let mut entry = samples::debrief();
        entry.date = self.now.date();
        entry.stage = Some(StageId::Screening);
        entry.application = Some(ApplicationId::new(format!(
            "{}-engineer",
            employer.to_lowercase()
        )));
        entry.tags.clear();
        let debrief = entry.debrief.as_mut().expect("it has one");
        debrief.people.truncate(1);
        person.clone_into(&mut debrief.people[0].name);
        self.home().save_entry(&entry).expect("memory takes it");
    }

    pub fn text(&self, path: &str) -> String {
        self.memory.text(path).unwrap_or_default()
    }

    pub fn files(&self) -> Vec<String> {
        self.memory.paths()
    }

    /// Lets every save fail from now on.
    pub fn full_disk(&self) {
        self.memory.fail_always(Some(ErrorKind::StorageFull));
    }

    /// Says these bytes on standard input to the next command.
    pub fn says(&self, input: &[u8]) {
        *self.input.borrow_mut() = input.to_vec();
    }

    /// The clock of this computer: a few seconds go by between two looks.
    fn later(&self) -> Now {
        let looks = self.looks.get();
        self.looks.set(looks + 1);
        self.now
            .after(std::time::Duration::from_secs(looks * SECONDS))
    }

    pub fn run(&self, words: &[&str]) -> Done {
        self.looks.set(0);
        let home = self.home();
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let env = Env::new(self.env.iter().map(|(k, v)| ((*k).into(), (*v).into())));
        let input = self.input.take();
        let mut outside = Outside {
            env: &env,
            clock: &|| self.later(),
            terminal: None,
            input: &mut input.as_slice(),
            out: &mut out,
            err: &mut err,
        };
        let args = ["greenroom"].iter().chain(words).map(Into::into);
        let places = Places {
            home: PathBuf::from("/home/sam/greenroom"),
            settings: PathBuf::from("/home/sam/greenroom"),
        };
        let code = run_in(args, &mut outside, |_, _| Ok((home, places)));
        let text = |bytes| String::from_utf8(bytes).expect("commands print UTF-8");
        Done {
            code,
            out: text(out),
            err: text(err),
        }
    }
}
