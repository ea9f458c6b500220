//! Which stories there are for what interviews ask for.

use std::collections::HashMap;

use super::{Mark, Part, Story};
use crate::domain::id::{CompetencyId, FamilyId};
use crate::domain::library::{Card, Group, Kind, Library, StageId};
use crate::domain::order::InOrder;
use crate::domain::practice::history::History;
use crate::domain::practice::pick::Filter;

/// What carries a competency.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Carried {
    /// Nothing.
    Hole,
    /// Stories that only touch it.
    Touched,
    /// Stories that are to show it, none of them written as far as what came of it: the place of the first.
    Begun(usize),
    /// One story alone: its place in the list.
    Only(usize),
    /// So many stories that show it.
    By(usize),
}

impl Carried {
    /// The words on the screen; stories are numbered from 1.
    pub fn words(self) -> String {
        match self {
            Self::Hole => "no story yet".to_owned(),
            Self::Touched => "only touched".to_owned(),
            Self::Begun(at) => format!("story {} begun", at + 1),
            Self::Only(at) => format!("only story {}", at + 1),
            Self::By(n) => format!("{n} stories"),
        }
    }

    /// Whether a story is missing.
    pub const fn is_hole(self) -> bool {
        matches!(self, Self::Hole | Self::Touched)
    }

    /// Whether a story that can be told carries it.
    pub const fn is_covered(self) -> bool {
        matches!(self, Self::Only(_) | Self::By(_))
    }
}

/// One competency against all stories.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cover {
    /// Which.
    pub competency: CompetencyId,
    /// What each story says about it, in the order of the stories.
    pub marks: Vec<Mark>,
    carried: Carried,
}

impl Cover {
    /// Of one competency.
    pub fn of(competency: CompetencyId, stories: &[Story]) -> Self {
        let marks: Vec<Mark> = (stories.iter())
            .map(|s| s.mark(competency.as_str()))
            .collect();
        let showing = || {
            let all = stories.iter().zip(&marks).enumerate();
            all.filter(|(_, (_, mark))| **mark == Mark::Shows)
                .map(|(at, (story, _))| (at, story))
        };
        let told: Vec<usize> = showing()
            .filter(|(_, story)| can_be_told(story))
            .map(|(at, _)| at)
            .collect();
        let carried = match (told.as_slice(), showing().next()) {
            ([one], _) => Carried::Only(*one),
            ([], Some((at, _))) => Carried::Begun(at),
            ([], None) if marks.contains(&Mark::Touches) => Carried::Touched,
            ([], None) => Carried::Hole,
            (several, _) => Carried::By(several.len()),
        };
        Self {
            competency,
            marks,
            carried,
        }
    }

    /// What carries it.
    pub const fn carried(&self) -> Carried {
        self.carried
    }
}

/// A story is proof once it says what was done and what came of it; a title and a tick are not.
fn can_be_told(story: &Story) -> bool {
    !story.lacks(Part::Actions) && !story.lacks(Part::Result)
}

/// Every competency against all stories: first what is asked for, in that order, then the rest of the library.
pub fn cover(stories: &[Story], asked: &[CompetencyId], library: &Library) -> Vec<Cover> {
    let known = library.competencies.ids().map(CompetencyId::new);
    let rest = known.filter(|c| !asked.contains(c));
    let all = asked.iter().cloned().chain(rest);
    all.map(|c| Cover::of(c, stories)).collect()
}

/// What no story shows yet of what is asked for, in that order.
pub fn holes<'a>(stories: &[Story], asked: &'a [CompetencyId]) -> Vec<&'a CompetencyId> {
    let shown = |c: &CompetencyId| stories.iter().any(|s| s.mark(c.as_str()) == Mark::Shows);
    asked.iter().filter(|c| !shown(c)).collect()
}

/// The stories that fit a question, with their places: those that show what it asks for first.
pub fn fitting<'a>(
    stories: &'a [Story],
    competencies: &[CompetencyId],
) -> Vec<(usize, &'a Story, Mark)> {
    let all = stories.iter().enumerate();
    let mut fitting: Vec<_> = all
        .map(|(at, story)| (at, story, story.fits(competencies)))
        .filter(|(.., mark)| *mark != Mark::Neither)
        .collect();
    fitting.order_by_key(|(at, _, mark)| (std::cmp::Reverse(*mark), *at));
    fitting
}

/// How many competencies an interview asks for; more than that nobody prepares for one day.
const ASKED: usize = 7;

/// What stories are asked for at a stage in a field of work, what is asked most often first.
pub fn asked_at(library: &Library, stage: StageId, family: &FamilyId) -> Vec<CompetencyId> {
    let filter = Filter {
        stage: Some(stage),
        kinds: told_kinds(),
        family: Some(family.clone()),
        ..Filter::default()
    };
    most_asked(library, &filter.matches(library, &History::default()))
}

/// The kinds of questions that are answered with a story.
pub fn told_kinds() -> Vec<Kind> {
    let all = Kind::ALL.iter().copied();
    all.filter(|kind| kind.group() == Group::Story).collect()
}

/// The competencies of questions, the most frequent first; what a question asks for most counts twice.
fn most_asked(library: &Library, cards: &[&Card]) -> Vec<CompetencyId> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for card in cards {
        for (at, competency) in card.competencies.iter().enumerate() {
            *counts.entry(competency.as_str()).or_default() += if at == 0 { 2 } else { 1 };
        }
    }
    let known = library.competencies.ids();
    let mut asked: Vec<(&str, usize)> = known
        .filter_map(|id| Some((id, *counts.get(id)?)))
        .collect();
    asked.order_by_key(|(_, count)| std::cmp::Reverse(*count));
    asked.truncate(ASKED);
    let asked = asked.into_iter();
    asked.map(|(id, _)| CompetencyId::new(id)).collect()
}

/// Of questions that a story fits, those that ask most of all for what it shows first; where there are none, all of them.
pub fn for_its_first<'a>(story: &Story, cards: Vec<&'a Card>) -> Vec<&'a Card> {
    let first = story.shows.first();
    let asks = |card: &&Card| card.competencies.first() == first;
    let (own, others): (Vec<_>, Vec<_>) = cards.into_iter().partition(asks);
    if own.is_empty() { others } else { own }
}

/// The questions that a story fits best: those that ask most for what it shows and are asked at a stage, else those of any
/// stage, else those that it touches.
pub fn asking<'a>(
    story: &Story,
    library: &'a Library,
    stage: Option<StageId>,
    family: &FamilyId,
) -> Vec<&'a Card> {
    let filter = Filter {
        kinds: told_kinds(),
        family: Some(family.clone()),
        ..Filter::default()
    };
    let all = filter.matches(library, &History::default());
    let fits = |mark: Mark| -> Vec<&'a Card> {
        let fits = |card: &&&Card| story.fits(&card.competencies) == mark;
        all.iter().filter(fits).copied().collect()
    };
    // What it shows first outranks the stage.
    let shows = for_its_first(story, fits(Mark::Shows));
    let (there, elsewhere): (Vec<_>, Vec<_>) = shows
        .into_iter()
        .partition(|card| stage.is_none_or(|stage| card.stages.contains(&stage)));
    let tried = [there, elsewhere, fits(Mark::Touches)];
    let mut tried = tried.into_iter();
    tried.find(|cards| !cards.is_empty()).unwrap_or_default()
}
