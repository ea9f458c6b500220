//! What the ledger is made of: for which interview, what that asks for, and which story covers it.

use crate::desk::Model;
use crate::desk::go::StoryStart;
use crate::domain::ahead::to_come;
use crate::domain::id::{ApplicationId, CompetencyId};
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::next::talk;
use crate::domain::story::{Cover, asked_at, cover};
use crate::domain::time::{Now, day_and_date};

/// For which interview the ledger stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Whom {
    /// The next one; where none is to come, what most interviews ask for.
    #[default]
    Next,
    /// One that is to come.
    At(ApplicationId, StageId),
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
}

impl Board {
    /// Works the lines out anew.
    pub fn refresh(&mut self, model: &Model, now: Now) {
        let found = match &self.whom {
            Whom::Nobody => None,
            Whom::Next => model.next_interview(now.wall),
            Whom::At(id, stage) => ahead(model, now)
                .into_iter()
                .find(|(application, round)| application.id == *id && round.stage == *stage),
        };
        self.room = found.and_then(|(application, round)| {
            let at = application.rounds.iter().position(|r| r == round)?;
            Some((application.id.clone(), at))
        });
        let stage = match (&self.whom, found) {
            (_, Some((_, round))) => Some(round.stage),
            (Whom::Nobody, None) => None,
            _ => Some(StageId::InPerson),
        };
        let family = &model.profile.family;
        let asked = stage.map(|stage| asked_at(&model.library, stage, family));
        let asked: Vec<CompetencyId> = asked.unwrap_or_default();
        self.asked = asked.len();
        self.covers = cover(&model.stories.list, &asked, &model.library);
    }

    /// The interview, where there is one.
    pub fn room<'a>(&self, model: &'a Model) -> Option<(&'a Application, &'a Round)> {
        let (id, at) = self.room.as_ref()?;
        let application = model.journey.get(id)?;
        Some((application, application.rounds.get(*at)?))
    }

    /// What stands above the lines.
    pub fn title(&self, model: &Model) -> String {
        match (self.room(model), &self.whom) {
            (Some((application, round)), _) => format!(
                "What the {} {} asks for",
                model.employer(application),
                talk(round.stage)
            ),
            (None, Whom::Nobody) => "All competencies".to_owned(),
            (None, _) => "What most interviews ask for".to_owned(),
        }
    }

    /// How many competencies a story shows.
    pub fn covered(&self) -> usize {
        let shown = self.covers.iter().filter(|c| !c.carried().is_hole());
        shown.count()
    }

    /// The first competency without a story, of those that are asked for.
    pub fn first_hole(&self) -> Option<&CompetencyId> {
        let asked = self.covers.iter().take(self.asked);
        let mut holes = asked.filter(|c| c.carried().is_hole());
        holes.next().map(|c| &c.competency)
    }
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
    let rows = rounds.map(|(application, round)| {
        let day = round.date.map(|day| day_and_date(day, today));
        let parts = [
            Some(model.employer(application)),
            Some(round.stage.short().to_lowercase()),
            day,
        ];
        let words: Vec<String> = parts.into_iter().flatten().collect();
        let whom = Whom::At(application.id.clone(), round.stage);
        (words.join(", "), Choice::Whom(whom))
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
