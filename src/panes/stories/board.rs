//! What the ledger is made of: for which interview, what that asks for, and which story covers it.

use crate::desk::Model;
use crate::desk::go::StoryStart;
use crate::domain::ahead::to_come;
use crate::domain::id::{ApplicationId, CompetencyId};
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::next::talk;
use crate::domain::scorecard;
use crate::domain::story::{Carried, Cover, cover};
use crate::domain::text::listed;
use crate::domain::time::{Now, day_and_date};
use crate::panes::story_words;

/// For which interview the ledger stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Whom {
    /// The next one; where none is to come, what most interviews ask for.
    #[default]
    Next,
    /// One that is to come: whose, and its place among the rounds there.
    At(ApplicationId, usize),
    /// None: all competencies in the order of the library.
    Nobody,
}

/// What a sheet over the ledger offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// For which interview it stands.
    Whom(Whom),
    /// What a new story starts from.
    Start(StoryStart),
}

/// The lines of the ledger.
#[derive(Debug, Default)]
pub struct Board {
    /// For which interview.
    pub whom: Whom,
    /// What it asks for, first.
    pub asked: usize,
    /// A line for each competency.
    pub covers: Vec<Cover>,
    /// Whose interview it is.
    room: Option<(ApplicationId, usize)>,
    /// Their advert was read: what it asks for comes first.
    by_advert: bool,
    /// That interview asks for no story, so that what most ask for stands here.
    asks_for_none: bool,
}

impl Board {
    /// Works the lines out anew.
    pub fn refresh(&mut self, model: &Model, now: Now) {
        let found = match &self.whom {
            Whom::Nobody => None,
            Whom::Next => model.next_interview(now.wall),
            Whom::At(id, at) => ahead(model, now).into_iter().find(|(application, round)| {
                application.id == *id && place(application, round) == Some(*at)
            }),
        };
        self.room = found.and_then(|(application, round)| {
            Some((application.id.clone(), place(application, round)?))
        });
        let stage = match (&self.whom, found) {
            (_, Some((_, round))) => Some(round.stage),
            (Whom::Nobody, None) => None,
            _ => Some(StageId::InPerson),
        };
        let family = &model.profile.family;
        let application = found.map(|(application, _)| application);
        self.by_advert = application.is_some_and(|a| !a.scorecard.is_empty());
        let asked_at = |stage| scorecard::asked(application, &model.library, stage, family);
        let mut asked: Vec<CompetencyId> = stage.map(asked_at).unwrap_or_default();
        self.asks_for_none = stage.is_some() && asked.is_empty();
        if self.asks_for_none {
            asked = asked_at(StageId::InPerson);
        }
        self.asked = asked.len();
        self.covers = cover(&model.stories.list, &asked, &model.library);
    }

    /// The interview, where there is one.
    pub fn room<'a>(&self, model: &'a Model) -> Option<(&'a Application, &'a Round)> {
        let (id, at) = self.room.as_ref()?;
        let application = model.journey.get(id)?;
        Some((application, application.rounds.get(*at)?))
    }

    /// How many minutes that takes; `None` where it is not known, and where no interview is meant.
    pub fn minutes(&self, model: &Model) -> Option<u32> {
        let (_, round) = self.room(model)?;
        story_words::minutes(model, round)
    }

    /// What stands above the lines.
    pub fn title(&self, model: &Model) -> String {
        match (self.room(model), &self.whom) {
            (Some((application, _)), _) if self.by_advert => {
                format!(
                    "What the advert of {} asks for",
                    model.employer(application)
                )
            }
            (Some((_, round)), _) if self.asks_for_none => format!(
                "What most interviews ask for; the {} asks for none",
                talk(round.stage)
            ),
            (Some((application, round)), _) => format!(
                "What the {} {} asks for",
                model.employer(application),
                talk(round.stage)
            ),
            (None, Whom::Nobody) => "All competencies".to_owned(),
            (None, _) => "What most interviews ask for".to_owned(),
        }
    }

    /// The lines of what is asked for.
    pub fn asked_for(&self) -> &[Cover] {
        self.covers.get(..self.asked).unwrap_or_default()
    }

    /// The lines that are counted: what is asked for, and all where nothing is.
    pub fn counted(&self) -> &[Cover] {
        match self.asked_for() {
            [] => &self.covers,
            asked => asked,
        }
    }

    /// How much of what is asked for is covered, where nothing is asked of all; the longest words first.
    pub fn sums(&self, model: &Model) -> [String; 3] {
        let lines = self.counted();
        let count = |is: fn(Carried) -> bool| lines.iter().filter(|c| is(c.carried())).count();
        let covered = count(Carried::is_covered);
        let covered = format!("{covered} of {} covered", lines.len());
        let more = [
            (count(|c| matches!(c, Carried::Begun(_))), "begun"),
            (count(|c| c == Carried::Touched), "only touched"),
        ];
        let more = more.into_iter().filter(|(n, _)| *n > 0);
        let more = more.map(|(n, words)| format!("{n} {words}"));
        let parts: Vec<String> = std::iter::once(covered.clone()).chain(more).collect();
        let longer = parts.join(", ");
        let missing = self.asked_for().iter();
        let missing: Vec<String> = missing
            .filter(|c| c.carried() == Carried::Hole)
            .map(|c| model.library.competency_title(c.competency.as_str()))
            .map(|title| title.to_lowercase())
            .collect();
        let longest = match missing.as_slice() {
            [] => longer.clone(),
            some => format!("{longer}; missing: {}", listed(some)),
        };
        [longest, longer, covered]
    }

    /// What is asked for and has no story, in that order.
    pub fn holes(&self) -> impl Iterator<Item = &CompetencyId> {
        let holes = self.asked_for().iter().filter(|c| c.carried().is_hole());
        holes.map(|c| &c.competency)
    }
}

/// The place of a round among those of its application; two of one stage and day are two.
fn place(application: &Application, round: &Round) -> Option<usize> {
    let mut rounds = application.rounds.iter();
    rounds.position(|other| std::ptr::eq(other, round))
}

/// Every interview that is to come.
fn ahead(model: &Model, now: Now) -> Vec<(&Application, &Round)> {
    to_come(
        &model.journey.applications,
        &model.journal.entries,
        now.wall,
    )
}

/// What can be chosen: each interview that is to come, and none.
pub fn choices(model: &Model, now: Now) -> Vec<(String, Choice)> {
    let today = now.date();
    let rounds = ahead(model, now).into_iter();
    let rows = rounds.filter_map(|(application, round)| {
        let day = round.date.map(|day| day_and_date(day, today));
        let parts = [
            Some(model.employer(application)),
            Some(round.stage.short().to_lowercase()),
            day,
        ];
        let words: Vec<String> = parts.into_iter().flatten().collect();
        let whom = Whom::At(application.id.clone(), place(application, round)?);
        Some((words.join(", "), Choice::Whom(whom)))
    });
    let mut rows: Vec<_> = rows.collect();
    if rows.is_empty() {
        rows.push((
            "What most interviews ask for".to_owned(),
            Choice::Whom(Whom::Next),
        ));
    }
    rows.push((
        "All competencies, for no interview".to_owned(),
        Choice::Whom(Whom::Nobody),
    ));
    rows
}
