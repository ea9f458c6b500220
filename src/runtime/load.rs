//! Reads the home and lays packs and the user's own questions over the library.

use std::panic::resume_unwind;
use std::thread;

use crate::content::layers::{self, Layers};
use crate::content::packs;
use crate::desk::effect::Everything;
use crate::domain::flow_back::all_asked;
use crate::domain::journal::Entry;
use crate::domain::library::Question;
use crate::domain::practice::history::History;
use crate::domain::practice::ladder::Ladder;
use crate::domain::practice::past::Pasts;
use crate::domain::practice::record::{Form, SittingRecord};
use crate::problem::Problem;
use crate::store::home::{Home, Small, SourceFile, Sources, Texts};
use crate::store::layout;

/// Everything in a home. Sittings and packs, which take longest, are read side by side.
pub fn everything(home: &Home) -> Everything {
    let (practiced, rest) = beside(|| Practiced::read(home), || Rest::read(home));
    let Practiced {
        sittings,
        mut problems,
    } = practiced;
    problems.splice(0..0, rest.problems);
    let mut history = History::default();
    history.learn(sittings.iter().filter(|s| !s.is_thrown_away()));
    let mut past = Pasts::default();
    past.learn(sittings.iter().filter(|s| !s.is_thrown_away()));
    history.hear_asked(all_asked(&rest.entries, &rest.layers.library));
    let open = sittings
        .iter()
        .filter(|s| !s.is_over())
        .filter_map(|s| home.read_sitting(&s.head.id).ok())
        .collect();
    let mut ladder = Ladder::default();
    for record in sittings
        .iter()
        .filter(|s| s.is_over() && !s.is_thrown_away() && s.head.form == Form::Drill)
    {
        ladder.learn(record);
    }
    let heads = sittings
        .into_iter()
        .filter(|s| s.is_over() && !s.is_thrown_away() && s.head.form == Form::Drill)
        .map(|s| s.head)
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

/// All sittings, oldest first.
struct Practiced {
    sittings: Vec<SittingRecord>,
    problems: Vec<Problem>,
}

impl Practiced {
    fn read(home: &Home) -> Self {
        let (mut sittings, mut problems) = (Vec::new(), Vec::new());
        match home.practice_folders() {
            Ok(folders) => {
                for folder in folders {
                    let mut year = home.load_year(&folder, Texts::Left);
                    sittings.append(&mut year.sittings);
                    problems.append(&mut year.problems);
                }
            }
            Err(error) => problems.push(error.into_problem()),
        }
        sittings.reverse();
        Self { sittings, problems }
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
