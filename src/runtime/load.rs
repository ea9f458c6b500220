//! Reads the home and lays packs and the user's own questions over the library.

use std::collections::HashSet;
use std::panic::resume_unwind;
use std::thread;

use crate::content::layers::{self, Layers, Read};
use crate::content::packs::pressed::{self, Pressed};
use crate::content::packs::{self, Bundle};
use crate::desk::effect::{Everything, SettingsRead};
use crate::domain::flow_back::all_asked;
use crate::domain::id::SittingId;
use crate::domain::journal::Entry;
use crate::domain::library::Question;
use crate::domain::practice::history::History;
use crate::domain::practice::ladder::Ladder;
use crate::domain::practice::past::Pasts;
use crate::domain::practice::record::{Form, SittingHead, SittingRecord};
use crate::domain::practice::results::is_begun;
use crate::problem::{Problem, Severity};
use crate::store::home::{Home, PacksSeen, Small, SourceFile, Sources};
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
        checks: rest.small.checks,
        applications: rest.small.applications,
        stories: rest.small.stories,
        entries: rest.entries,
        history,
        past,
        heads,
        open,
        ladder,
        drafts: rest.small.drafts,
        problems,
        settings: None,
    }
}

/// The settings as they are now.
pub fn settings(home: &Home) -> SettingsRead {
    let before = home.known_theme();
    let (config, problems) = home.load_config();
    SettingsRead {
        is_other_theme: before.is_some_and(|before| before != config.theme),
        config,
        problems,
    }
}

/// What is remembered of all sittings; the sittings themselves are let go year by year.
#[derive(Default)]
struct Practiced {
    history: History,
    past: Pasts,
    ladder: Ladder,
    /// Heads of drills and mocks that have an end, oldest first; only the last one with its plan.
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
                    let year = home.recall_year(folder);
                    practiced.problems.splice(0..0, year.problems);
                    practiced.learn(year.sittings);
                }
            }
            Err(error) => practiced.problems.push(error.into_problem()),
        }
        practiced.heads.shrink_to_fit();
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
            } else if sitting.head.form == Form::Drill && is_begun(&sitting) {
                self.ladder.learn(&sitting);
                // Of the last one only it matters what was asked: how long the next one like it is.
                if let Some(before) = self.heads.last_mut() {
                    before.plan = Vec::new();
                }
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
        let mut entries = home.recall_entries();
        let mut problems = std::mem::take(&mut small.problems);
        problems.append(&mut entries.problems);
        let layers = layers(home, &mut problems);
        Self {
            small,
            entries: entries.entries,
            layers,
            problems,
        }
    }
}

/// The library with the user's packs, questions and changes laid over it.
///
/// Packs that did not change since they were read the last time are taken as they were pressed then.
pub fn layers(home: &Home, problems: &mut Vec<Problem>) -> Layers {
    let seen = home.survey_packs(problems);
    let own = home.load_own_sources(problems);
    let packs = if seen.bytes() < pressed::WORTH {
        let files = home.load_packs(&seen, problems);
        read_all(&files)
    } else {
        read_or_pressed(home, &seen, problems)
    };
    lay(packs, &own, problems)
}

/// The same of texts that were read before.
pub fn layers_of(sources: &Sources, problems: &mut Vec<Problem>) -> Layers {
    lay(read_all(&sources.packs), sources, problems)
}

fn read_all(files: &[SourceFile]) -> Vec<Read> {
    let files: Vec<_> = files.iter().map(named).collect();
    layers::read(&packs::inside(layout::PACKS, &files), None)
}

fn lay(mut read: Vec<Read>, own: &Sources, problems: &mut Vec<Problem>) -> Layers {
    let mine = own.mine.as_ref().map(named);
    read.extend(layers::read(&[], mine));
    problems.extend(layers::told(&read));
    let overlay = own.overlay.as_ref().map(named);
    layers::stack(read, overlay, problems)
}

/// Takes pressed packs, reads the others, and presses anew where something changed. Where nothing was done to any
/// file since, none is opened.
fn read_or_pressed(home: &Home, seen: &PacksSeen, problems: &mut Vec<Problem>) -> Vec<Read> {
    let pressed = home.pressed_packs().map(Pressed::open);
    let pressed = pressed.unwrap_or_default();
    let looks = seen.looks().filter(|_| seen.is_untouched());
    if let Some(all) = looks.and_then(|looks| pressed.all(looks)) {
        let read = all.into_iter();
        return read
            .map(|(bundle, pack)| Read::known(&bundle, pack))
            .collect();
    }
    let mut files = home.load_packs(seen, problems);
    if let Some(read) = read_beside(home, seen, &mut files, &pressed) {
        return read;
    }
    // What was pressed is whole and yet cannot be opened, and texts were let go for it.
    files = home.load_packs(seen, &mut Vec::new());
    read_beside(home, seen, &mut files, &Pressed::default()).unwrap_or_default()
}

/// Reads the packs that are not pressed; `None` where a pressed one cannot be opened.
///
/// The texts of pressed ones are let go before, so that what comes of them has their room.
fn read_beside(
    home: &Home,
    seen: &PacksSeen,
    files: &mut [SourceFile],
    pressed: &Pressed,
) -> Option<Vec<Read>> {
    let texts: Vec<_> = files.iter().map(named).collect();
    let bundles = packs::inside(layout::PACKS, &texts);
    let digests: Vec<u64> = bundles.iter().map(pressed::digest).collect();
    let known = (bundles.iter().zip(&digests)).filter(|(_, key)| pressed.has(**key));
    let known =
        known.flat_map(|(bundle, _)| bundle.files.iter().map(|(name, _)| (*name).to_owned()));
    let known: HashSet<String> = known.collect();
    for file in files.iter_mut().filter(|file| known.contains(&file.path)) {
        file.text = String::new();
    }
    let texts: Vec<_> = files.iter().map(named).collect();
    let bundles = packs::inside(layout::PACKS, &texts);
    let changed: Vec<Bundle<'_>> = (bundles.iter().zip(&digests))
        .filter(|(_, key)| !pressed.has(**key))
        .map(|(bundle, _)| bundle.clone())
        .collect();
    let (first, second) = changed.split_at(changed.len() / 2);
    let (one, other) = beside(|| layers::read(first, None), || layers::read(second, None));
    let mut fresh = one.into_iter().chain(other);
    let read: Option<Vec<Read>> = (bundles.iter().zip(&digests))
        .map(|(bundle, key)| {
            if pressed.has(*key) {
                let pack = pressed.pack(*key)?;
                Some(Read::known(bundle, pack))
            } else {
                fresh.next()
            }
        })
        .collect();
    let read = read?;
    let whole: Vec<_> = (digests.iter().zip(&bundles).zip(&read))
        .filter_map(|((key, bundle), read)| Some((*key, bundle, read.pack.as_ref()?)))
        .collect();
    let keys: Vec<u64> = whole.iter().map(|(key, ..)| *key).collect();
    let in_whole: usize = whole.iter().map(|(_, bundle, _)| bundle.files.len()).sum();
    let is_all = in_whole == seen.count();
    let looks = seen.looks().filter(|_| is_all);
    // Pressed as soon as a file came, they may be as old as it, which the next start cannot tell from older.
    let is_late = looks.is_some() && !seen.is_untouched();
    if is_late || !pressed.holds(&keys, looks) {
        home.keep_pressed_packs(pressed::press(&whole, looks));
    }
    Some(read)
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

/// The questions of the user's own bank.
///
/// # Errors
///
/// The first of its mistakes: one is enough that none of its questions is asked.
pub fn bank(path: &str, text: &str) -> Result<Vec<Question>, Box<Problem>> {
    let found = packs::load_mine(path, text).map(|bank| bank.questions());
    found.map_err(|problems| {
        let mistake = |p: &Problem| p.severity == Severity::Error;
        let at = problems.iter().position(mistake).unwrap_or(0);
        let first = problems.into_iter().nth(at);
        Box::new(first.unwrap_or_else(|| Problem::in_file(path, "It cannot be read.", "")))
    })
}

#[cfg(test)]
mod tests;
