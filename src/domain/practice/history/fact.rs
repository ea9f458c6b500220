//! One past answer in numbers.

use chrono::{NaiveDate, NaiveTime};

use super::names::Name;
use crate::domain::level::Level;
use crate::domain::library::Kind;
use crate::domain::practice::clock::{Edge, Span};
use crate::domain::practice::record::{Answer, Hint, Input, Mark};
use crate::domain::practice::score::Said;

/// Where an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// In a sitting.
    Practice,
    /// In a real interview, as the journal tells it.
    Interview,
}

/// One past answer. Small on purpose: there are tens of thousands of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fact {
    /// Seconds since 1970 by the clock on the wall, for the order in time.
    pub at: i64,
    /// The day where the user was.
    pub day: NaiveDate,
    /// Which question.
    pub question: Name,
    /// Primary competency at the time.
    pub competency: Name,
    /// The sitting, or the journal entry of an interview.
    pub origin: Name,
    /// The fact before this one about the same question.
    pub(super) previous: u32,
    /// Place in the plan.
    pub index: u16,
    /// Seconds of thinking and answering, second tries included.
    pub spent_s: u16,
    /// Seconds that the window judged.
    pub length_s: u16,
    /// Kind at the time.
    pub kind: Kind,
    /// In which of its wordings it was asked: 0 is the question itself.
    pub wording: u8,
    /// Where it was given.
    pub source: Source,
    /// The level that counts; `None` while it is not rated, and for what was skipped.
    pub level: Option<Level>,
    /// The user's own level right after the answer.
    pub own: Option<Level>,
    /// The user's own level later, given blind.
    pub cold: Option<Level>,
    /// A partner's level.
    pub other: Option<Level>,
    /// A coach's level.
    pub coach: Option<Level>,
    /// Whether both settled on the level that counts.
    pub agreed: bool,
    /// How it was expected to go.
    pub expected: Option<Level>,
    /// Where the length lay in the window; `None` without a clock.
    pub edge: Option<Edge>,
    /// Points said.
    pub said: Said,
    /// The furthest hint that was opened.
    pub hint: Option<Hint>,
    /// Typed or aloud.
    pub input: Input,
    /// Skipped or given up.
    pub skipped: bool,
    /// Whether a missed point was tried again at once.
    pub retried: bool,
    /// Levels of up to six dimensions, packed: number of the dimension times four, plus the level.
    pub(super) rated: [u8; 6],
}

/// An unused place in [`Fact::rated`].
pub(super) const UNRATED: u8 = u8::MAX;

impl Fact {
    /// The fact of an answer that is not rated yet.
    pub(super) fn of(answer: &Answer, question: Name, competency: Name, origin: Name) -> Self {
        let span = answer.window.map(|(min, max)| Span { min, max });
        Self {
            at: moment(answer.at.date_naive(), Some(answer.at.time())),
            day: answer.at.date_naive(),
            question,
            competency,
            origin,
            previous: u32::MAX,
            index: answer.index,
            spent_s: short(answer.think_s.saturating_add(answer.seconds)),
            length_s: short(answer.clock_s()),
            kind: answer.kind,
            wording: answer.wording,
            source: Source::Practice,
            level: None,
            own: None,
            cold: None,
            other: None,
            coach: None,
            agreed: false,
            expected: answer.expected,
            edge: span
                .filter(|_| !answer.skipped)
                .map(|s| s.edge(answer.clock_s())),
            said: Said::default(),
            hint: answer.hints.iter().copied().max(),
            input: answer.input,
            skipped: answer.skipped,
            retried: false,
            rated: [UNRATED; 6],
        }
    }

    /// The competency that it tells of; `None` where questions of its kind tell of none.
    pub fn shown(&self) -> Option<Name> {
        self.kind.shows_competency().then_some(self.competency)
    }

    /// What is told of it: its level, or that it was skipped; nothing while it is not rated.
    pub fn told(&self) -> Option<&'static str> {
        let skipped = self.skipped.then_some("skipped");
        self.level.map(Level::word).or(skipped)
    }

    /// Takes the points of a rating.
    pub(super) fn count_points(&mut self, points: &[Mark]) {
        self.said = Said::of(points.iter().copied());
    }

    /// Levels of the dimensions by their number in the history.
    pub(super) fn packed(&self) -> impl Iterator<Item = (usize, Level)> {
        self.rated
            .into_iter()
            .filter(|r| *r != UNRATED)
            .map(|r| (usize::from(r >> 2), Level::ALL[usize::from(r & 3)]))
    }
}

/// A moment of a day for the order in time. Journal entries know no offset from UTC, so none is taken from answers.
pub fn moment(day: NaiveDate, time: Option<NaiveTime>) -> i64 {
    let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default();
    day.and_time(time.unwrap_or(last)).and_utc().timestamp()
}

/// Seconds in sixteen bits: eighteen hours are enough for one answer.
pub(super) fn short(seconds: u32) -> u16 {
    u16::try_from(seconds).unwrap_or(u16::MAX)
}
