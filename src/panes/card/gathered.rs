//! The card of an interview, out of everything that is known: what the page, plain mode and paper show.

use crate::desk::{Go, Model, Place, Section};
use crate::domain::card::{
    Kept, Line, Part, Pick, Said, Sources, after, in_last_hour, lines, meant, names_another, picks,
    ready,
};
use crate::domain::checks::readiness;
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Criterion, Round, Slot, Which};
use crate::domain::library::StageId;
use crate::domain::next::{talk, when};
use crate::domain::order::InOrder;
use crate::domain::scorecard;
use crate::domain::story::Cover;
use crate::domain::text::full_stop;
use crate::domain::time::Now;
use crate::panes::leaflet::{self, Leaflet};
use crate::panes::ticks;
use crate::panes::words::hide_names;
use crate::store::layout;

/// What the card is called.
pub const TITLE: &str = "The last ten minutes";

/// What is said where no first sentence stands on it, and what brings one.
pub const SILENT: &str = "No first sentence yet: a story that fits and is new to them brings one, or a typed answer that you rate Solid.";

/// Lines that every interview needs, and where each is written down.
const NEEDED: [(Part, Kept); 4] = [
    (Part::Where, Kept::Round),
    (Part::Who, Kept::Round),
    (Part::Ask, Kept::Asks),
    (Part::Bring, Kept::Round),
];

/// The interview that is meant: the next one of all, or one of a job.
pub type Wanted = Option<(ApplicationId, Which)>;

/// The card of one interview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// The application.
    pub application: ApplicationId,
    /// Its place among the interviews there.
    pub at: usize,
    /// Which one it is.
    pub slot: Slot,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Those that are still to be written; none in the last hour, when there is no time for it.
    open: Vec<Line>,
}

/// The application and the interview that are meant.
pub fn of<'a>(model: &'a Model, wanted: &Wanted, now: Now) -> Option<(&'a Application, usize)> {
    let (journey, entries) = (&model.journey.applications, &model.journal.entries);
    let wanted = wanted.as_ref().map(|(id, which)| (id, *which));
    meant(journey, entries, wanted, now.wall)
}

/// The interview to come after this one, where there is another.
pub fn next(model: &Model, of: (&ApplicationId, Slot), now: Now) -> Wanted {
    let (journey, entries) = (&model.journey.applications, &model.journal.entries);
    let (application, round) = after(journey, entries, of, now.wall)?;
    Some((application.id.clone(), Which::At(round.slot())))
}

/// The same interview, also once its day or its hour was changed where it stands at this place.
pub fn still(model: &Model, wanted: Wanted, at: Option<usize>) -> Wanted {
    let (id, which) = wanted?;
    let there = model.journey.get(&id).zip(at);
    let moved = there.and_then(|(job, at)| match which {
        Which::At(slot) if job.round_at(slot).is_none() => job.rounds.get(at),
        _ => None,
    });
    Some((id, moved.map_or(which, |round| Which::At(round.slot()))))
}

/// The answers whose words are wanted for it.
pub fn wanted_words(model: &Model, wanted: &Wanted, now: Now) -> Vec<Pick> {
    let round = of(model, wanted, now).and_then(|(a, at)| a.rounds.get(at));
    round.map_or_else(Vec::new, |round| {
        let history = &model.practice.history;
        picks(history, &model.library, round.stage, now.date())
    })
}

/// The card, with the words of answers that were read.
pub fn card(model: &Model, wanted: &Wanted, said: &[Said], now: Now) -> Option<Card> {
    let (application, at) = of(model, wanted, now)?;
    let round = application.rounds.get(at)?;
    let others = || {
        let others = model.journey.applications.iter();
        let others = others.filter(|a| a.id != application.id);
        others.map(|a| a.employer.as_str())
    };
    let here = |said: &&Said| !names_another(&said.text, &application.employer, others());
    let family = &model.profile.family;
    let asked = scorecard::asked(Some(application), &model.library, round.stage, family);
    let stories = ready(&model.stories.list, &asked, (application, round));
    let evidence = evidence(model, application);
    let said = stories.iter().chain(&evidence).chain(said);
    let said: Vec<Said> = said.filter(here).cloned().collect();
    let lines = lines(&Sources {
        application,
        round,
        entries: &model.journal.entries,
        wanted: (application.scorecard.iter())
            .map(|point| model.library.competency_title(point.competency.as_str()))
            .collect(),
        ready: ready_for(model, application, round, now),
        asks: ticks::to_ask(model, round.stage, Some(application)),
        said: &said,
        today: now.date(),
    });
    Some(Card {
        application: application.id.clone(),
        at,
        slot: round.slot(),
        open: if in_last_hour(round, now.wall) {
            Vec::new()
        } else {
            open(&lines)
        },
        lines,
    })
}

/// What is ready for the checks of a job, and what is missing; for other interviews that is not asked.
fn ready_for(model: &Model, job: &Application, round: &Round, now: Now) -> Vec<String> {
    if round.stage != StageId::Checks {
        return Vec::new();
    }
    let lines = readiness(&model.checks, job, now.date()).into_iter();
    lines.map(|line| line.words).collect()
}

/// The lines that were written down for a point of the scorecard which no story shows.
fn evidence(model: &Model, application: &Application) -> Vec<Said> {
    let holes = application.scorecard.iter().filter(|point| {
        let cover = Cover::of(point.competency.clone(), &model.stories.list);
        !point.evidence.trim().is_empty() && !cover.carried().is_covered()
    });
    let said = |point: &Criterion| Said {
        about: model.library.competency_title(point.competency.as_str()),
        text: full_stop(&point.evidence),
        figure: String::new(),
        kept: Kept::Scorecard,
    };
    holes.map(said).collect()
}

/// What every interview needs and nobody wrote down yet.
fn open(lines: &[Line]) -> Vec<Line> {
    let lacks = |part: Part| lines.iter().all(|line| line.part != part);
    let needed = NEEDED.into_iter().filter(|(part, _)| lacks(*part));
    let line = |(part, kept)| Line {
        part,
        about: String::new(),
        words: String::new(),
        kept,
    };
    needed.map(line).collect()
}

/// `Acme, panel tomorrow at 10:00`.
pub fn about(model: &Model, card: &Card, now: Now) -> String {
    let Some((application, _)) = round(model, card) else {
        return String::new();
    };
    let stage = card.slot.stage.short().to_lowercase();
    let whole = format!(
        "{}, {stage} {}",
        model.employer(application),
        briefly(model, card, now)
    );
    whole.trim_end().to_owned()
}

/// `tomorrow at 10:00`.
pub fn briefly(model: &Model, card: &Card, now: Now) -> String {
    let when = round(model, card).and_then(|(_, round)| when(round, now.date()));
    when.unwrap_or_default()
}

fn round<'a>(model: &'a Model, card: &Card) -> Option<(&'a Application, &'a Round)> {
    let application = model.journey.get(&card.application)?;
    Some((application, application.rounds.get(card.at)?))
}

impl Card {
    /// The first sentences, each with what it is about.
    pub fn sentences(&self) -> Vec<(String, String)> {
        let first = self.lines.iter().filter(|line| line.part == Part::First);
        first.map(|l| (l.about.clone(), l.words.clone())).collect()
    }

    /// The name of its page: the day of the interview and the employer, as it may be shown.
    pub fn page_name(&self, model: &Model, now: Now) -> String {
        let job = model.journey.get(&self.application);
        let day = job.and_then(|job| job.rounds.get(self.at)?.date);
        let whose = job.map_or_else(String::new, |job| model.employer(job));
        layout::entry_name(
            day.unwrap_or(now.date()),
            &format!("{whose} last ten minutes"),
        )
    }

    /// Its lines with those that are still to be written, each in its place; paper has none of these.
    pub fn with_open(&self) -> Vec<Line> {
        let mut all: Vec<Line> = self.lines.iter().chain(&self.open).cloned().collect();
        all.order_by_key(|line| line.part);
        all
    }

    /// The card as a page for paper.
    pub fn leaflet(&self, model: &Model) -> Leaflet {
        let about = round(model, self).map_or_else(String::new, |(application, _)| {
            heading(model, application, self.slot.stage)
        });
        let mut parts: Vec<leaflet::Part> = Vec::new();
        for line in &self.lines {
            let words = hide_names(model, &line.told());
            match parts.last_mut().filter(|p| p.title == line.part.title()) {
                Some(part) => part.lines.push(words),
                None => parts.push(leaflet::Part::new(line.part.title(), vec![words])),
            }
        }
        Leaflet {
            title: TITLE.to_owned(),
            about,
            parts,
        }
    }
}

/// `Acme, Senior Engineer: panel interview`.
pub fn heading(model: &Model, application: &Application, stage: StageId) -> String {
    format!("{}: {}", title_of(model, application), talk(stage))
}

/// `Acme, Senior Engineer`.
pub fn title_of(model: &Model, application: &Application) -> String {
    match application.role.as_str() {
        "" => model.employer(application),
        role => format!("{}, {role}", model.employer(application)),
    }
}

/// What is said where there is no interview to make a card for, and where `e` leads then.
pub fn none(model: &Model, wanted: &Wanted) -> (&'static str, Go) {
    let mut open = model.journey.open();
    let only = open.next().filter(|_| open.next().is_none());
    let job = wanted.as_ref().map(|(id, _)| id).or(only.map(|a| &a.id));
    match job {
        Some(id) if model.journey.get(id).is_some_and(|a| a.rounds.is_empty()) => (
            "No interview is written down there yet. e adds one, with its day.",
            Go::Open(Place::EditRound(id.clone(), None)),
        ),
        Some(id) => (
            "No interview is to come. e adds the next one, with its day.",
            Go::Open(Place::EditRound(id.clone(), None)),
        ),
        None if model.journey.applications.is_empty() => (
            "No interview yet. e adds the job you are after, with its day.",
            Go::Open(Place::EditApplication(None)),
        ),
        None => (
            "No interview is to come. e leads to the Roadmap, where one is added to a job.",
            Go::Section(Section::Roadmap),
        ),
    }
}
