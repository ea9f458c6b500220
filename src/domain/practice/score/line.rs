//! The lines of the rule table, each with the sentence that names its fact.

use super::evidence::Evidence;
use crate::domain::level::Level;
use crate::domain::practice::clock::Edge;
use crate::domain::practice::record::Mark;
use crate::domain::text::{capital, number};
use crate::domain::time::clock_text;

/// The line of the table that decided, in the order in which they are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// n1: blank, skipped or given up.
    Blank,
    /// n2: a critical red flag (from 1).
    Critical(u8),
    /// n3: the points were opened, so it was read, not recalled.
    Read,
    /// n4: a red flag (from 1) says that no event was told.
    NoEvent(u8),
    /// n4: not one point even half said.
    Nothing,
    /// n5: no core point even half said, and under a third of all.
    Sparse,
    /// n6: another question was answered.
    OffQuestion,
    /// n6: half or more of the rated dimensions are not there yet.
    MostNotYet,
    /// p1: a core point (from 0) was missed.
    CoreMissed(usize),
    /// p1: no point that tells the event was even half said.
    EventMissed,
    /// p2: the outline was opened.
    Outline,
    /// p3: under three in five of the points.
    Thin,
    /// p4: two or more red flags.
    Flags(u8),
    /// p5: a rated dimension (its place) is not there yet.
    OneNotYet(usize),
    /// p5: fewer than half of the rated dimensions carry.
    FewCarry,
    /// p6: longer than the window by more than a quarter, and by more than 20 seconds.
    TooLong,
    /// s1: everything that Strong asks for.
    Strong,
    /// d1: everything that Strong asks for, but for the time.
    OffTime,
    /// d1: everything else.
    Solid,
}

impl Line {
    /// The name in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Blank => "n1",
            Self::Critical(_) => "n2",
            Self::Read => "n3",
            Self::NoEvent(_) | Self::Nothing => "n4",
            Self::Sparse => "n5",
            Self::OffQuestion | Self::MostNotYet => "n6",
            Self::CoreMissed(_) | Self::EventMissed => "p1",
            Self::Outline => "p2",
            Self::Thin => "p3",
            Self::Flags(_) => "p4",
            Self::OneNotYet(_) | Self::FewCarry => "p5",
            Self::TooLong => "p6",
            Self::Strong => "s1",
            Self::OffTime | Self::Solid => "d1",
        }
    }

    /// The level it gives.
    pub const fn level(self) -> Level {
        match self {
            Self::Blank
            | Self::Critical(_)
            | Self::Read
            | Self::NoEvent(_)
            | Self::Nothing
            | Self::Sparse
            | Self::OffQuestion
            | Self::MostNotYet => Level::NotYet,
            Self::CoreMissed(_)
            | Self::EventMissed
            | Self::Outline
            | Self::Thin
            | Self::Flags(_)
            | Self::OneNotYet(_)
            | Self::FewCarry
            | Self::TooLong => Level::Partly,
            Self::Strong => Level::Strong,
            Self::OffTime | Self::Solid => Level::Solid,
        }
    }

    /// One sentence that names the fact.
    pub fn sentence(self, seen: &Evidence<'_>) -> String {
        match self {
            Self::Blank => "Nothing was answered.".to_owned(),
            Self::Critical(n) => format!(
                "One red flag is enough: \"{}\".",
                seen.flag(n).map_or("", |f| &f.text)
            ),
            Self::Read => "The points were open, so it was read, not recalled.".to_owned(),
            Self::NoEvent(n) => format!(
                "There was no single event to build on: \"{}\".",
                seen.flag(n).map_or("", |f| &f.text)
            ),
            Self::Nothing => "None of the points is in it yet.".to_owned(),
            Self::Sparse => format!("No core point is in it yet; {}.", seen.said().words()),
            Self::OffQuestion => "Another question was answered than the one asked.".to_owned(),
            Self::MostNotYet => "Half or more of what you rated is Not yet.".to_owned(),
            Self::CoreMissed(_) => core_missed(seen),
            Self::EventMissed => "What happened is not in it yet.".to_owned(),
            Self::Outline => "The outline was opened before or during the answer.".to_owned(),
            Self::Thin => format!("Too little of it was there: {}.", seen.said().words()),
            Self::Flags(n) => format!("{n} red flags were seen."),
            Self::OneNotYet(n) => format!("{} is not there yet.", title(seen, n)),
            Self::FewCarry => "Fewer than half of what you rated is Solid or Strong.".to_owned(),
            Self::TooLong => format!(
                "It ran {} over the target time.",
                clock_text(u64::from(
                    seen.span().map_or(0, |s| s.over_by(seen.answer.clock_s()))
                ))
            ),
            Self::Strong => strong(seen),
            Self::OffTime => off_time(seen),
            Self::Solid => "The core points are there and nothing holds it down.".to_owned(),
        }
    }
}

/// How many core points there are still to say; which, the next step tells.
fn core_missed(seen: &Evidence<'_>) -> String {
    let points = seen.question.strong.iter().enumerate();
    let open = points.filter(|(n, p)| p.core && seen.mark(*n) == Mark::Missed);
    match open.count() {
        1 => "One core point is not in it yet.".to_owned(),
        n => format!("{} core points are not in it yet.", capital(&number(n))),
    }
}

/// Why it is more than Solid.
fn strong(seen: &Evidence<'_>) -> String {
    let said = seen.said();
    let inside = seen.span().map(|_| Edge::Inside.words());
    let window = inside.map_or_else(String::new, |words| format!(", {words}"));
    format!(
        "Every core point, {} of {} in all{window}, without a hint or a red flag.",
        said.hit,
        said.total()
    )
}

/// What the time held down.
fn off_time(seen: &Evidence<'_>) -> String {
    let length = seen.answer.clock_s();
    let clock = |seconds: u32| clock_text(u64::from(seconds));
    let Some(span) = seen.span() else {
        return String::new();
    };
    let (side, edge) = if length < span.min {
        ("shorter", span.min)
    } else {
        ("longer", span.max)
    };
    format!(
        "All of it is there. At {} it was {side} than {}; that alone holds it at Solid.",
        clock(length),
        clock(edge)
    )
}

/// The title of a rated dimension, as it reads for this kind.
fn title<'a>(seen: &'a Evidence<'_>, n: usize) -> &'a str {
    seen.rated.get(n).map_or("A dimension", |r| {
        &r.dimension.reading_for(seen.question.kind).title
    })
}
