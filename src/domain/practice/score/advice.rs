//! What follows from a level: one next step, the follow-up question, and one point to try again at once.

use std::cmp::Reverse;

use super::evidence::{Evidence, Rated};
use super::judge::Verdict;
use super::line::Line;
use crate::domain::id::DimensionId;
use crate::domain::library::{Part, Probe, When};
use crate::domain::practice::clock::Span;
use crate::domain::practice::record::Mark;
use crate::domain::time::clock_text;

/// The window of a second try at one point, in seconds.
pub const SECOND_TRY: Span = Span { min: 30, max: 45 };

/// Seconds: a fact that is asked for so short an answer is said once it is said; nobody should pad it.
const SHORT: u32 = 45;

/// The one thing to do differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// One sentence.
    pub text: String,
    /// The dimension that it comes from, if one.
    pub dimension: Option<DimensionId>,
    /// The point (from 1) that it comes from, if one.
    pub point: Option<u8>,
}

/// The next step: the event itself or a missed core point, or any where too few were said; else from the lowest
/// dimension, or, when all of them carry, another missed point; where the time alone holds the level down, from that. A
/// short answer is never told to become shorter.
///
/// `None` only where nothing was rated and nothing was missed.
pub fn next_step(seen: &Evidence<'_>, verdict: &Verdict) -> Option<NextStep> {
    if let Some(n) = first_of_all(seen) {
        return Some(from_point(seen, n));
    }
    // Where too few points were said, how they were said is not what holds it down.
    let thin = seen.first(false, Mark::Missed);
    if let Some(n) = thin.filter(|_| matches!(verdict.line, Line::Thin)) {
        return Some(from_point(seen, n));
    }
    let lowest = lowest(&verdict.rated);
    if let Some(low) = lowest.filter(|r| !r.level.carries()) {
        return Some(from_dimension(seen, low));
    }
    if matches!(verdict.line, Line::OffTime | Line::TooLong) {
        return seen
            .span()
            .map(|span| from_time(seen.answer.clock_s(), span));
    }
    match seen.first(false, Mark::Missed) {
        Some(n) => Some(from_point(seen, n)),
        None => match seen.span() {
            Some(span) if seen.answer.clock_s() < span.min && span.max > SHORT => {
                Some(from_time(seen.answer.clock_s(), span))
            }
            _ => lowest.map(|low| from_dimension(seen, low)),
        },
    }
}

fn from_point(seen: &Evidence<'_>, n: usize) -> NextStep {
    NextStep {
        text: format!("Add this: {}.", as_told(&seen.question.strong[n].text)),
        dimension: None,
        point: from_one(n),
    }
}

/// How the points that ship begin, each with what a candidate does. Of other words in s nobody can tell: `Numbers of the
/// last year`, `Focus on the team`.
const DOES: &str = "\
    Accepts Accuses Addresses Adds Admits Advises Agrees Announces Answers Apologizes Arrives Asks Assigns Backs \
    Begins Blames Books Breaks Brings Builds Calls Catches Changes Checks Chooses Cleans Clears Closes Collects \
    Combines Comes Compares Confirms Connects Copes Copies Corrects Counts Credits Cuts Deals Decides Declines \
    Defines Describes Did Divides Does Doubts Drafts Drives Drops Ends Enters Escalates Expects Explains Fills \
    Finds Finishes Fits Fixes Follows Freezes Gathers Gets Gives Goes Grades Grants Greets Hands Has Hears Helps \
    Holds Isolates Keeps Knocks Knows Lays Leads Learns Leaves Lets Limits Links Listens Lists Looks Makes Maps \
    Marks Matches Measures Mentions Minds Misses Moves Multiplies Names Narrows Notes Notices Offers Opens Owns \
    Passes Pays Picks Pins Plans Points Posts Praises Prepares Promises Proposes Protects Proves Puts Quotes \
    Raises Ranks Reaches Reads Recommends Records Refuses Removes Repairs Repeats Replies Reports Rests Rounds \
    Runs Saves Says Screens Searches Sees Sends Separates Sets Settles Shares Shows Shuts Signs Sizes Solves Sorts \
    Speaks Splits Stands Starts States Stays Stops Stores Supports Takes Talks Tells Tests Thanks Thinks Throws \
    Ties Traces Treats Tries Turns Unplugs Updates Uses Waits Walks Wants Warns Watches Weighs Withdraws Withholds \
    Works Writes";

/// A point as the middle of a sentence: points are written of a candidate, `Says what they do now`; other words are
/// quoted.
pub fn as_told(point: &str) -> String {
    let point = point.trim_end_matches('.');
    let word = point.split_whitespace().next().unwrap_or_default();
    let word = word.trim_end_matches(',');
    let verb = DOES.split(' ').any(|does| does == word);
    let mut letters = point.chars();
    match letters.next().filter(|_| verb) {
        Some(first) => format!(
            "a strong candidate {}{}",
            first.to_lowercase(),
            letters.as_str()
        ),
        None => format!("\"{point}\""),
    }
}

fn from_time(length_s: u32, span: Span) -> NextStep {
    let clock = |seconds: u32| clock_text(u64::from(seconds));
    let text = if length_s < span.min {
        let min = clock(span.min);
        format!("Take the time there is, at least {min}: add one detail, or what came of it.")
    } else {
        let max = clock(span.max);
        format!("Say it in {max}: leave out what nobody asked for.")
    };
    NextStep {
        text,
        dimension: None,
        point: None,
    }
}

/// The lowest rated dimension; of equals the one with more weight, then the first asked.
fn lowest(rated: &[Rated]) -> Option<&Rated> {
    rated
        .iter()
        .min_by_key(|r| (r.level, Reverse(r.dimension.weight)))
}

/// Advice of a low dimension asks for what is missing. Where every point was said nothing is: it would ask for what was
/// ticked, so the description that was chosen is named instead.
fn from_dimension(seen: &Evidence<'_>, rated: &Rated) -> NextStep {
    let said = seen.said();
    let whole = said.total() > 0 && said.hit == said.total();
    let text = if whole && !rated.level.carries() {
        let reading = rated.dimension.reading_for(seen.question.kind);
        let (title, chosen) = (&reading.title, &reading.anchors[rated.level.step()]);
        format!(
            "Every point is said. What holds it down is what you chose for \"{title}\": {chosen}"
        )
    } else {
        rated
            .dimension
            .advice(rated.level, seen.question)
            .to_owned()
    };
    NextStep {
        text,
        dimension: Some(rated.dimension.id.clone()),
        point: None,
    }
}

/// The point (from 0) without which there is no answer: the event, where none was told, since everything else is built
/// on it; else the first core one missed.
fn first_of_all(seen: &Evidence<'_>) -> Option<usize> {
    let untold = seen.part(Part::Event) == Some(false);
    let mut points = seen.question.strong.iter();
    let event = points.position(|p| p.part == Some(Part::Event));
    event
        .filter(|_| untold)
        .or_else(|| seen.first(true, Mark::Missed))
}

/// The point (from 1) that is worth a second try: the event or the first core one missed, else the first missed, else
/// the first half said.
pub fn point_to_retry(seen: &Evidence<'_>) -> Option<u8> {
    if let Some(n) = first_of_all(seen) {
        return from_one(n);
    }
    let wanted = [
        (false, Mark::Missed),
        (true, Mark::Half),
        (false, Mark::Half),
    ];
    wanted
        .into_iter()
        .find_map(|(core, mark)| seen.first(core, mark))
        .and_then(from_one)
}

/// The follow-up that opens what was missed; where nothing was, one that fits a strong answer or any.
pub fn probe_for<'a>(seen: &Evidence<'a>) -> Option<&'a Probe> {
    probe_among(seen, &[])
}

/// The same, past those that were asked already.
pub fn probe_among<'a>(seen: &Evidence<'a>, asked: &[&str]) -> Option<&'a Probe> {
    let fresh = |p: &&Probe| !asked.contains(&p.text.as_str());
    let probes = || seen.question.probes.iter().filter(fresh);
    let with = |when: When| probes().find(|p| p.when == when);
    let points = 0..seen.question.strong.len();
    let missed = |core: bool| {
        points
            .clone()
            .filter(move |n| seen.question.strong[*n].core == core)
            .filter(|n| seen.mark(*n) == Mark::Missed)
            .find_map(|n| with(When::Missing(from_one(n)?)))
    };
    missed(true)
        .or_else(|| missed(false))
        .or_else(|| with(When::Strong).filter(|_| point_to_retry(seen).is_none()))
        .or_else(|| with(When::Always))
}

fn from_one(n: usize) -> Option<u8> {
    u8::try_from(n + 1).ok()
}
