//! Reads the home and lays packs and the user's own questions over the library.

use std::panic::resume_unwind;
use std::thread;

use crate::content::layers::{self, Layers};
use crate::content::packs;
use crate::desk::effect::Everything;
use crate::domain::flow_back::all_asked;
use crate::domain::id::SittingId;
use crate::domain::journal::Entry;
use crate::domain::library::Question;
use crate::domain::practice::history::History;
use crate::domain::practice::ladder::Ladder;
use crate::domain::practice::past::Pasts;
use crate::domain::practice::record::{Form, SittingHead, SittingRecord};
use crate::problem::Problem;
use crate::store::home::{Home, Small, SourceFile, Sources, Texts};
use crate::store::layout;

/// Everything in a home. Sittings and packs, which take longest, are read side by side.
pub fn everything(home: &Home) -> Everything {
    let (practiced, rest) = beside(|| Practiced::read(home), || Rest::read(home));
    let Practiced {
        mut history,
        past,
        ladder,
        heads,
        open,
        mut problems,
    } = practiced;
    problems.splice(0..0, rest.problems);
    history.hear_asked(all_asked(&rest.entries, &rest.layers.library));
    let open = open
        .iter()
        .filter_map(|id| home.read_sitting(id).ok())
        .collect();
    Everything {
        library: rest.layers.library,
        packs: rest.layers.packs,
        profile: rest.small.profile,
        applications: rest.small.applications,
        entries: rest.entries,
        history,
        past,
        heads,
        open,
        ladder,
        drafts: rest.small.drafts,
        problems,
    }
}

/// What is remembered of all sittings; the sittings themselves are let go year by year.
#[derive(Default)]
struct Practiced {
    history: History,
    past: Pasts,
    ladder: Ladder,
    /// Heads of drills and mocks that have an end, oldest first.
    heads: Vec<SittingHead>,
    /// Those without an end, oldest first.
    open: Vec<SittingId>,
    /// What did not load, the newest year first.
    problems: Vec<Problem>,
}

impl Practiced {
    fn read(home: &Home) -> Self {
        let mut practiced = Self::default();
        match home.practice_folders() {
            Ok(folders) => {
                for folder in folders.iter().rev() {
                    let year = home.load_year(folder, Texts::Left);
                    practiced.problems.splice(0..0, year.problems);
                    practiced.learn(year.sittings);
                }
            }
            Err(error) => practiced.problems.push(error.into_problem()),
        }
        practiced
    }

    /// Takes in the sittings of a year, which come the newest first.
    fn learn(&mut self, mut sittings: Vec<SittingRecord>) {
        sittings.retain(|sitting| !sitting.is_thrown_away());
        sittings.reverse();
        self.history.learn(&sittings);
        self.past.learn(&sittings);
        for sitting in sittings {
            if !sitting.is_over() {
                self.open.push(sitting.head.id);
            } else if sitting.head.form == Form::Drill {
                self.ladder.learn(&sitting);
                self.heads.push(sitting.head);
            }
        }
    }
}

/// Everything else.
struct Rest {
    small: Small,
    entries: Vec<Entry>,
    layers: Layers,
    problems: Vec<Problem>,
}

impl Rest {
    fn read(home: &Home) -> Self {
        let mut small = home.load_small();
        let mut entries = home.load_entries();
        let mut problems = std::mem::take(&mut small.problems);
        problems.append(&mut entries.problems);
        let sources = home.load_sources(&mut problems);
        let layers = layers(&sources, &mut problems);
        Self {
            small,
            entries: entries.entries,
            layers,
            problems,
        }
    }
}

/// The library with the user's packs, questions and changes laid over it.
pub fn layers(sources: &Sources, problems: &mut Vec<Problem>) -> Layers {
    let files: Vec<_> = sources.packs.iter().map(named).collect();
    let bundles = packs::inside(layout::PACKS, &files);
    let mine = sources.mine.as_ref().map(named);
    let (first, second) = bundles.split_at(bundles.len() / 2);
    let read = if first.is_empty() {
        layers::read(second, mine)
    } else {
        let (mut one, other) = beside(|| layers::read(first, None), || layers::read(second, mine));
        one.extend(other);
        one
    };
    problems.extend(layers::told(&read));
    let overlay = sources.overlay.as_ref().map(named);
    layers::stack(read, overlay, problems)
}

/// Does two things at once; one after the other where no second thread can be had.
fn beside<A: Send, B>(one: impl Fn() -> A + Sync, other: impl FnOnce() -> B) -> (A, B) {
    thread::scope(
        |scope| match thread::Builder::new().spawn_scoped(scope, &one) {
            Ok(thread) => {
                let other = other();
                let one = thread.join();
                (one.unwrap_or_else(|panic| resume_unwind(panic)), other)
            }
            Err(_) => (one(), other()),
        },
    )
}

fn named(file: &SourceFile) -> (&str, &str) {
    (&file.path, &file.text)
}

/// The questions of the user's own bank; none when it cannot be read, which loading it tells.
pub fn bank(path: &str, text: &str) -> Vec<Question> {
    packs::load_mine(path, text).map_or_else(|_| Vec::new(), |bank| bank.questions())
}
