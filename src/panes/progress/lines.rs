//! What practice of a span has come to: a line for each competency, and the sums around them.

use chrono::NaiveDate;

use crate::desk::Model;
use crate::domain::id::CompetencyId;
use crate::domain::level::Level;
use crate::domain::practice::history::{Fact, Name, Source};
use crate::domain::progress::{self, Discipline, Expected, Eyes, Tally, Totals};

/// How far back the page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// Thirty days.
    Month,
    /// Ninety days.
    #[default]
    Quarter,
    /// A year.
    Year,
}

impl Span {
    const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// Days.
    pub const fn days(self) -> i64 {
        match self {
            Self::Month => 30,
            Self::Quarter => 90,
            Self::Year => 365,
        }
    }

    /// The next longer or shorter one; `None` at the end.
    pub fn turned(self, longer: bool) -> Option<Self> {
        let at = Self::ALL.iter().position(|s| *s == self)?;
        let to = if longer { at + 1 } else { at.checked_sub(1)? };
        Self::ALL.get(to).copied()
    }

    /// `last 90 days`, on a screen without room for it `90 days`.
    pub fn words(self, width: u16) -> String {
        let days = self.days();
        if (72..100).contains(&width) {
            format!("{days} days")
        } else {
            format!("last {days} days")
        }
    }
}

/// Everything on the page that is worked out from answers, kept until the page comes up again.
#[derive(Debug, Default)]
pub struct Summary {
    /// The competency practiced last at the top.
    pub lines: Vec<Line>,
    /// Answers, sittings and time.
    pub totals: Totals,
    /// How answers kept to their windows.
    pub kept: Discipline,
    /// What was expected against what it came to.
    pub expected: Expected,
    /// Other looks at the same answers, as far as there are any.
    pub looks: Vec<(&'static str, Eyes)>,
}

impl Summary {
    /// Works it out.
    pub fn of(model: &Model, today: NaiveDate, span: Span) -> Self {
        let history = &model.practice.history;
        let facts: Vec<&Fact> = progress::span(history, today, span.days()).collect();
        let facts = || facts.iter().copied();
        let looks = [
            ("Second look", Eyes::second_look(facts())),
            ("Your partner", Eyes::others(facts())),
            ("Your coach", Eyes::coach(facts())),
        ];
        Self {
            lines: lines(model, today, span),
            totals: progress::totals(facts()),
            kept: Discipline::of(facts()),
            expected: Expected::of(facts()),
            looks: looks.into_iter().filter(|(_, e)| e.total() > 0).collect(),
        }
    }
}

/// One competency.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub competency: CompetencyId,
    /// Its title.
    pub title: String,
    /// Rated answers of the span by level, lowest first.
    pub counts: [usize; 4],
    /// The last answers, which say how it usually goes whatever the span is.
    pub tally: Tally,
}

impl Line {
    /// Rated answers of the span.
    pub fn total(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// Whether anything was ever answered in practice.
pub fn any(model: &Model) -> bool {
    let facts = model.practice.history.facts();
    facts.iter().any(is_rated)
}

/// Whether an answer counts: given in practice, and rated.
fn is_rated(fact: &Fact) -> bool {
    fact.source == Source::Practice && fact.level.is_some()
}

/// The rated answers of a span, newest first.
pub fn rated(model: &Model, today: NaiveDate, span: Span) -> impl Iterator<Item = (&Fact, Level)> {
    let facts: Vec<&Fact> = progress::span(&model.practice.history, today, span.days()).collect();
    (facts.into_iter().rev()).filter_map(|f| Some((f, f.level?)))
}

/// The lines of a span, the competency practiced last at the top.
fn lines(model: &Model, today: NaiveDate, span: Span) -> Vec<Line> {
    let history = &model.practice.history;
    let mut found: Vec<(Name, [usize; 4])> = Vec::new();
    let shown = rated(model, today, span).filter_map(|(f, level)| Some((f.shown()?, level)));
    for (competency, level) in shown {
        let place = found.iter().position(|(name, _)| *name == competency);
        let place = place.unwrap_or_else(|| {
            found.push((competency, [0; 4]));
            found.len() - 1
        });
        found[place].1[level.step()] += 1;
    }
    let tallies = progress::competencies(history, today);
    let line = |(name, counts): (Name, [usize; 4])| {
        let id = history.text(name);
        let tally = tallies.iter().find(|(known, _)| *known == id);
        Line {
            competency: CompetencyId::new(id),
            title: model.library.competency_title(id),
            counts,
            tally: tally.map(|(_, t)| t.clone()).unwrap_or_default(),
        }
    };
    found.into_iter().map(line).collect()
}
