//! Two mocks side by side, in words: what they listened for, the parts, what ran over, what was left with.

use super::debrief::{Debrief, PartLine, Stood, debrief};
use super::leaving::{About, Leaving, leaving};
use crate::domain::id::CompetencyId;
use crate::domain::level::Level;
use crate::domain::library::{Kind, Library};
use crate::domain::practice::record::{Block, SittingRecord};

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BesideLine {
    /// A heading.
    Heading(&'static str),
    /// Something of both.
    Both {
        /// What.
        what: String,
        /// In the mock that is looked at.
        here: String,
        /// In the one beside it.
        there: String,
    },
}

/// What is said where the other mock had nothing of the kind.
const NOTHING: &str = "did not come up";

/// What is said of answers that wait for their rating.
const UNRATED: &str = "not rated yet";

/// Puts two mocks side by side; nothing where one of them is a drill.
pub fn beside(
    here: &SittingRecord,
    there: &SittingRecord,
    library: &Library,
) -> Option<Vec<BesideLine>> {
    let (a, b) = (debrief(here, library)?, debrief(there, library)?);
    let mut lines = Vec::new();
    let mut part = |title, rows: Vec<BesideLine>| {
        if !rows.is_empty() {
            lines.push(BesideLine::Heading(title));
            lines.extend(rows);
        }
    };
    part(
        "What they listened for",
        competencies((here, &a), (there, &b), library),
    );
    let kin = |r: &SittingRecord| r.head.shape.as_ref().map(|s| s.blueprint.clone());
    if kin(here) == kin(there) {
        part("Part by part", parts(&a, &b));
    }
    part("Time", vec![both("Ran over", over(&a), over(&b))]);
    let closed = left_with(&leaving(here, library), &leaving(there, library));
    part("What to leave with", closed);
    part("Nerves", nerves(&a, &b));
    Some(lines)
}

/// The lines as text; `other` says when the one beside it was: before, or later.
pub fn beside_words(lines: &[BesideLine], other: &str) -> Vec<String> {
    let words = |line: &BesideLine| match line {
        BesideLine::Heading(words) => (*words).to_owned(),
        BesideLine::Both { what, here, there } => {
            format!("{what}: {here}. {other}: {there}.")
        }
    };
    lines.iter().map(words).collect()
}

fn both(what: impl Into<String>, here: String, there: String) -> BesideLine {
    BesideLine::Both {
        what: what.into(),
        here,
        there,
    }
}

/// A mock with what was found in it.
type Found<'a> = (&'a SittingRecord, &'a Debrief);

/// Every competency of either, those of the mock that is looked at first.
fn competencies(here: Found<'_>, there: Found<'_>, library: &Library) -> Vec<BesideLine> {
    let levels = |(record, found): Found<'_>, id: &CompetencyId| {
        let known = found.competencies.iter().find(|(known, _)| known == id);
        let unrated = || {
            if came_up(record, id) {
                UNRATED
            } else {
                NOTHING
            }
        };
        known.map_or_else(|| unrated().to_owned(), |(_, stood)| stood.words())
    };
    let (a, b) = (here.1, there.1);
    let only_there =
        |(id, _): &&(CompetencyId, Stood)| a.competencies.iter().all(|(known, _)| known != id);
    let all = (a.competencies.iter()).chain(b.competencies.iter().filter(only_there));
    let mut rows: Vec<BesideLine> = all
        .map(|(id, _)| {
            let title = library.competency_title(id.as_str());
            both(title, levels(here, id), levels(there, id))
        })
        .collect();
    if a.engagement.is_some() || b.engagement.is_some() {
        let word = |level: Option<Level>| level.map_or("not rated", Level::word).to_owned();
        let (here, there) = (word(a.engagement), word(b.engagement));
        rows.push(both("Speaking to the whole table", here, there));
    }
    rows
}

/// Whether something was answered that looks for a competency.
fn came_up(record: &SittingRecord, id: &CompetencyId) -> bool {
    let looks = |b: &Block| matches!(b, Block::Answer(a) if a.competency == *id && a.kind != Kind::Closing && !a.skipped);
    record.blocks.iter().any(looks)
}

fn parts(a: &Debrief, b: &Debrief) -> Vec<BesideLine> {
    let rated = |(a, b): &(&PartLine, &PartLine)| !a.stood.is_empty() || !b.stood.is_empty();
    let pairs = a.parts.iter().zip(&b.parts).filter(rated);
    pairs
        .map(|(a, b)| both(&a.title, a.stood.words(), b.stood.words()))
        .collect()
}

/// The parts that ran over, with the minutes.
fn over(found: &Debrief) -> String {
    let long = found.parts.iter().filter_map(|part| {
        let over = part.over_minutes()?;
        let minutes = if over == 1 { "minute" } else { "minutes" };
        Some(format!("{} by {over} {minutes}", part.title))
    });
    let long: Vec<String> = long.collect();
    if long.is_empty() {
        return "nothing".to_owned();
    }
    long.join(", ")
}

fn left_with(a: &[Leaving], b: &[Leaving]) -> Vec<BesideLine> {
    let words = |lines: &[Leaving], text: &str| {
        let known = lines.iter().find(|l| l.text == text);
        let unknown = "not known";
        let words = known.map_or(NOTHING, |l| l.heard_words().unwrap_or(unknown));
        words.to_owned()
    };
    let only_there = |l: &&Leaving| a.iter().all(|known| known.text != l.text);
    let all = a.iter().chain(b.iter().filter(only_there));
    let what = |l: &Leaving| match l.about {
        About::Interest => "Saying that you want the job".to_owned(),
        _ => format!("\"{}\"", l.text),
    };
    let told = |l: &&Leaving| {
        let mut both = a.iter().chain(b).filter(|known| known.text == l.text);
        both.any(|known| known.heard.is_some())
    };
    all.filter(told)
        .map(|l| both(what(l), words(a, &l.text), words(b, &l.text)))
        .collect()
}

fn nerves(a: &Debrief, b: &Debrief) -> Vec<BesideLine> {
    let words = |(before, after): (Option<u32>, Option<u32>)| match (before, after) {
        (Some(before), Some(after)) => format!("{before} of 10, then {after}"),
        (Some(before), None) => format!("{before} of 10 to begin with"),
        (None, Some(after)) => format!("{after} of 10 at the end"),
        (None, None) => "not told".to_owned(),
    };
    if a.nerves == (None, None) && b.nerves == (None, None) {
        return Vec::new();
    }
    vec![both("Nerves", words(a.nerves), words(b.nerves))]
}
