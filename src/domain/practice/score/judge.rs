//! The rule table itself, and the gates before it.

use super::evidence::{Evidence, Rated};
use super::line::Line;
use crate::domain::level::Level;
use crate::domain::library::{Kind, Part};
use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::{Hint, Input, Mark};

/// Seconds over the target time that alone never hold an answer down.
const LITTLE: u32 = 20;

/// A dimension that stands where a gate stops it, and why it cannot stand higher.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Place among the rated dimensions.
    pub at: usize,
    /// Why, one sentence.
    pub why: &'static str,
}

/// What the table gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// The level.
    pub level: Level,
    /// The line that decided.
    pub line: Line,
    /// The sentence of that line.
    pub reason: String,
    /// Levels of the dimensions after the gates.
    pub rated: Vec<Rated>,
    /// Which of them a gate stops.
    pub held: Vec<Held>,
}

impl Verdict {
    /// Which dimension cannot stand higher, and why, a sentence for each.
    pub fn held_words(&self, kind: Kind) -> impl Iterator<Item = String> {
        self.held.iter().filter_map(move |held| {
            let rated = self.rated.get(held.at)?;
            let title = &rated.dimension.reading_for(kind).title;
            let (level, why) = (rated.level.word(), held.why);
            Some(format!("{title} counts as {level} at most. {why}"))
        })
    }
}

/// Works out the level of one answer.
pub fn judge(seen: &Evidence<'_>) -> Verdict {
    let (rated, held) = gate(seen);
    let gated = Evidence {
        rated: &rated,
        ..*seen
    };
    let line = decide(&gated);
    let (level, reason) = (line.level(), line.sentence(&gated));
    Verdict {
        level,
        line,
        reason,
        rated,
        held,
    }
}

/// The first line that fits.
fn decide(seen: &Evidence<'_>) -> Line {
    not_yet(seen).or_else(|| partly(seen)).unwrap_or_else(|| {
        let inside = (seen.span()).is_none_or(|s| s.edge(seen.answer.clock_s()) == Edge::Inside);
        match (strong(seen), inside) {
            (true, true) => Line::Strong,
            (true, false) => Line::OffTime,
            (false, _) => Line::Solid,
        }
    })
}

/// Lines n1 to n6.
fn not_yet(seen: &Evidence<'_>) -> Option<Line> {
    let answer = seen.answer;
    let blank = match answer.input {
        Input::Typed => answer.words == 0,
        Input::Aloud => answer.seconds == 0,
    };
    if answer.skipped || blank {
        return Some(Line::Blank);
    }
    if let Some(n) = seen.critical() {
        return Some(Line::Critical(n));
    }
    if seen.opened(Hint::Points) {
        return Some(Line::Read);
    }
    if let Some(n) = seen.flagged(NO_EVENT).filter(|_| asks_event(seen)) {
        return Some(Line::NoEvent(n));
    }
    let said = seen.said();
    if said.total() > 0 && said.hit == 0 && said.half == 0 {
        return Some(Line::Nothing);
    }
    let points = &seen.question.strong;
    let mut core = points.iter().enumerate().filter(|(_, p)| p.core).peekable();
    if core.peek().is_some()
        && core.all(|(n, _)| seen.mark(n) == Mark::Missed)
        && !seen.said().covers(1, 3)
    {
        return Some(Line::Sparse);
    }
    let off = |r: &Rated| r.dimension.id.as_str() == "relevance" && r.level == Level::NotYet;
    if seen.rated.iter().any(off) {
        return Some(Line::OffQuestion);
    }
    let low = seen.rated.iter().filter(|r| r.level == Level::NotYet);
    (!seen.rated.is_empty() && low.count() * 2 >= seen.rated.len()).then_some(Line::MostNotYet)
}

/// The shared code of a red flag that says that nothing was told that happened.
const NO_EVENT: &str = "no-event";

/// Whether the question asks for something that happened.
fn asks_event(seen: &Evidence<'_>) -> bool {
    seen.question.kind == Kind::Behavioral
}

/// Lines p1 to p6.
fn partly(seen: &Evidence<'_>) -> Option<Line> {
    if let Some(n) = seen.first(true, Mark::Missed) {
        return Some(Line::CoreMissed(n));
    }
    if asks_event(seen) && seen.part(Part::Event) == Some(false) {
        return Some(Line::EventMissed);
    }
    if seen.opened(Hint::Outline) {
        return Some(Line::Outline);
    }
    if !seen.said().covers(3, 5) {
        return Some(Line::Thin);
    }
    if seen.flags.len() >= 2 {
        return Some(Line::Flags(
            u8::try_from(seen.flags.len()).unwrap_or(u8::MAX),
        ));
    }
    let at = |r: &Rated| r.level == Level::NotYet;
    if let Some(n) = seen.rated.iter().position(at) {
        return Some(Line::OneNotYet(n));
    }
    let carry = seen.rated.iter().filter(|r| r.level.carries()).count();
    if carry * 2 < seen.rated.len() {
        return Some(Line::FewCarry);
    }
    (seen.span())
        .is_some_and(|s| too_long(s.over_by(seen.answer.clock_s()), s.max))
        .then_some(Line::TooLong)
}

/// Over the upper edge by more than a quarter, and by more than the few seconds that nobody in a room notices.
fn too_long(over: u32, max: u32) -> bool {
    over > LITTLE && u64::from(over) * 4 > u64::from(max)
}

/// Line s1, but for the time.
fn strong(seen: &Evidence<'_>) -> bool {
    let core = seen.question.strong.iter().enumerate();
    let key = seen.rated.iter().map(|r| r.dimension.weight).max();
    seen.said().total() > 0
        && core
            .filter(|(_, p)| p.core)
            .all(|(n, _)| seen.mark(n) == Mark::Hit)
        && seen.said().covers(4, 5)
        && seen.flags.is_empty()
        && !seen.rated.is_empty()
        && seen.rated.iter().all(|r| {
            r.level.carries() && (Some(r.dimension.weight) != key || r.level == Level::Strong)
        })
        && seen.answer.hints.is_empty()
}

/// The levels that picked anchors are held to when the ticked evidence does not bear them.
fn gate(seen: &Evidence<'_>) -> (Vec<Rated>, Vec<Held>) {
    let mut rated = seen.rated.to_vec();
    let mut held = Vec::new();
    for (at, one) in rated.iter_mut().enumerate() {
        let cap = caps(seen, one.dimension.id.as_str())
            .into_iter()
            .flatten()
            .min_by_key(|(level, _)| *level);
        if let Some((level, why)) = cap.filter(|(level, _)| *level <= one.level) {
            held.push(Held { at, why });
            one.level = level;
        }
    }
    (rated, held)
}

/// The gates of one dimension that are shut.
fn caps(seen: &Evidence<'_>, dimension: &str) -> [Option<(Level, &'static str)>; 2] {
    let no = |part| seen.part(part) == Some(false);
    let shut = |is: bool, level, why| is.then_some((level, why));
    match dimension {
        "specificity" => [
            shut(
                no(Part::Event),
                Level::Partly,
                "No single event was ticked.",
            ),
            None,
        ],
        "impact" => [
            shut(
                no(Part::Action),
                Level::Partly,
                "No action of your own was ticked.",
            ),
            shut(no(Part::Result), Level::Solid, "No result was ticked."),
        ],
        "structure" => [
            shut(
                far_outside(seen),
                Level::Solid,
                "The length was more than half off the target time.",
            ),
            None,
        ],
        _ => [None, None],
    }
}

/// Under half of the lower edge, or over one and a half of the upper one.
fn far_outside(seen: &Evidence<'_>) -> bool {
    let doubled = u64::from(seen.answer.clock_s()) * 2;
    seen.span()
        .is_some_and(|s| doubled < u64::from(s.min) || doubled > u64::from(s.max) * 3)
}
