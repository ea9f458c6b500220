//! Reads the home and lays packs and the user's own questions over the library.

use crate::content::{layers, packs};
use crate::desk::effect::Everything;
use crate::domain::flow_back::asked_facts;
use crate::domain::library::{Library, Question};
use crate::domain::practice::history::History;
use crate::domain::practice::record::{Block, EventKind, SittingRecord};
use crate::problem::Problem;
use crate::store::home::{Home, SourceFile, Sources, Texts};

/// Everything in a home.
pub fn everything(home: &Home) -> Everything {
    let small = home.load_small();
    let entries = home.load_entries();
    let mut problems = small.problems;
    problems.extend(entries.problems);
    let sources = home.load_sources(&mut problems);
    let library = library(&sources, &mut problems);
    let mut sittings = Vec::new();
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
    let mut history = History::default();
    history.learn(sittings.iter().filter(|s| !is_thrown_away(s)));
    for entry in &entries.entries {
        history.hear_asked(asked_facts(entry, &library));
    }
    let open = sittings
        .iter()
        .filter(|s| is_open(s))
        .filter_map(|s| home.read_sitting(&s.head.id).ok())
        .collect();
    let heads = sittings
        .into_iter()
        .filter(|s| !is_open(s) && !is_thrown_away(s))
        .map(|s| s.head)
        .collect();
    Everything {
        library,
        profile: small.profile,
        applications: small.applications,
        entries: entries.entries,
        history,
        heads,
        open,
        drafts: small.drafts,
        problems,
    }
}

/// The library with the user's packs, questions and changes laid over it.
pub fn library(sources: &Sources, problems: &mut Vec<Problem>) -> Library {
    let packs = sources.packs.iter().map(named);
    let mine = sources.mine.as_ref().map(named);
    let overlay = sources.overlay.as_ref().map(named);
    layers::library(packs, mine, overlay, problems)
}

fn named(file: &SourceFile) -> (&str, &str) {
    (&file.path, &file.text)
}

/// The questions of the user's own bank; none when it cannot be read, which loading it tells.
pub fn bank(path: &str, text: &str) -> Vec<Question> {
    packs::load_mine(path, text).map_or_else(|_| Vec::new(), |bank| bank.questions())
}

fn last_event(record: &SittingRecord) -> Option<EventKind> {
    record.blocks.iter().rev().find_map(|b| match b {
        Block::Event(e) => Some(e.what),
        _ => None,
    })
}

fn is_open(record: &SittingRecord) -> bool {
    !matches!(
        last_event(record),
        Some(EventKind::Finished | EventKind::ThrownAway)
    )
}

fn is_thrown_away(record: &SittingRecord) -> bool {
    last_event(record) == Some(EventKind::ThrownAway)
}
