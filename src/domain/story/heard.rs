//! Who has heard a story already. Told twice to the same person, the best one sounds learned by heart.

use chrono::NaiveDate;

use super::{Mark, Story, Told};
use crate::domain::id::ApplicationId;
use crate::domain::journey::{Application, Round};
use crate::domain::library::StageId;
use crate::domain::order::InOrder;
use crate::domain::person::{is_name, is_title, names};
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
    found.order_by_key(|heard| (!heard.people.is_empty(), heard.day));
    found.pop()
}

/// Whether it was told in that very interview; afterward it is no warning.
fn is_this(told: &Told, application: &Application, round: &Round) -> bool {
    told.application.as_ref() == Some(&application.id)
        && told.stage == Some(round.stage)
        && Some(told.day) == round.date
}

fn in_room(told: &Told, application: &Application, round: &Round) -> Option<Heard> {
    let there = names(&round.people);
    let unknown = there.is_empty() || !told.people.iter().any(|name| is_name(name));
    let heard = |there: &String| told.people.iter().any(|name| same(name, there));
    let people: Vec<String> = there.into_iter().filter(heard).collect();
    let employer = unknown && told.application.as_ref() == Some(&application.id);
    (employer || !people.is_empty()).then(|| Heard {
        people,
        application: told.application.clone(),
        stage: told.stage,
        day: told.day,
    })
}

/// The words of a name, without what stands before it and without the brackets that say how it is spoken:
/// `Dr. Beate Kuhn (KOON)` is `beate`, `kuhn`.
fn parts(name: &str) -> Vec<String> {
    let (before, rest) = name.split_once('(').unwrap_or((name, ""));
    let behind = rest.split_once(')').map_or("", |(_, behind)| behind);
    let folded = fold(&format!("{before} {behind}"));
    let words = folded.split(|c: char| !c.is_alphanumeric());
    let own = words.filter(|word| !word.is_empty() && !is_title(word));
    own.map(str::to_owned).collect()
}

/// Whether two names are of one person: `J. Moreau` is `Jean Moreau`, and `Moreau` alone is enough.
fn same(one: &str, other: &str) -> bool {
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
