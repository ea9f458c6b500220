//! Who has heard a story already. Told twice to the same person, the best one sounds learned by heart.

use chrono::NaiveDate;

use super::{Mark, Story, Told};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::search::fold;

/// Somebody who will be in the room has heard it, or somebody at that employer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Who of those in the room; empty where only the employer is known.
    pub people: Vec<String>,
    /// Where.
    pub application: Option<ApplicationId>,
    /// At which stage.
    pub stage: Option<StageId>,
    /// When.
    pub day: NaiveDate,
}

/// Whether a story was heard by somebody who is in the room of an interview: who, and when last. Where no name is known
/// the employer stands for everybody there.
pub fn heard(story: &Story, application: &Application, round: &Round) -> Option<Heard> {
    let times = story
        .told
        .iter()
        .filter(|told| !is_this(told, application, round));
    let mut found: Vec<Heard> = times
        .filter_map(|told| in_room(told, application, round))
        .collect();
    // A name says more than an employer.
    found.sort_by_key(|heard| (!heard.people.is_empty(), heard.day));
    found.pop()
}

/// Whether it was told in that very interview; afterward it is no warning.
fn is_this(told: &Told, application: &Application, round: &Round) -> bool {
    told.application.as_ref() == Some(&application.id)
        && told.stage == Some(round.stage)
        && Some(told.day) == round.date
}

fn in_room(told: &Told, application: &Application, round: &Round) -> Option<Heard> {
    let there = round.people.iter().filter(|p| p.is_named());
    let people: Vec<String> = there
        .filter(|person| told.people.iter().any(|name| same(name, &person.name)))
        .map(|person| person.name.clone())
        .collect();
    let unknown = told.people.is_empty() || round.people.is_empty();
    let employer = unknown && told.application.as_ref() == Some(&application.id);
    (employer || !people.is_empty()).then(|| Heard {
        people,
        application: told.application.clone(),
        stage: told.stage,
        day: told.day,
    })
}

/// Whether two names are of one person: `J. Moreau` is `Jean Moreau`, and `Moreau` alone is enough.
fn same(one: &str, other: &str) -> bool {
    let parts = |name: &str| -> Vec<String> {
        let folded = fold(name);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        words.filter(|w| !w.is_empty()).map(str::to_owned).collect()
    };
    let (one, other) = (parts(one), parts(other));
    let (Some((last, first)), Some((other_last, other_first))) =
        (one.split_last(), other.split_last())
    else {
        return false;
    };
    let initial = |words: &[String]| words.first().and_then(|w| w.chars().next());
    let agree = match (initial(first), initial(other_first)) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    };
    last == other_last && agree
}

/// Another story for a competency that nobody in the room has heard: one that shows it before one that touches it, and
/// what was told least.
pub fn instead<'a>(
    stories: &'a [Story],
    not: &Story,
    competency: &str,
    (application, round): (&Application, &Round),
) -> Option<(usize, &'a Story, Mark)> {
    let others = stories.iter().enumerate().filter(|(_, s)| s.id != not.id);
    let fitting = others.map(|(at, story)| (at, story, story.mark(competency)));
    let new = fitting.filter(|(_, story, mark)| {
        *mark != Mark::Neither && heard(story, application, round).is_none()
    });
    new.min_by_key(|(at, story, mark)| (std::cmp::Reverse(*mark), story.told.len(), *at))
}
