//! The library as this person has it, and the names in it that stand on the command line.

mod interview;

use super::words::list;
use crate::content::hint::{did_you_mean, nearest};
use crate::domain::id::{
    ApplicationId, BlueprintId, CompetencyId, FamilyId, QuestionId, ScenarioId,
};
use crate::domain::journey::Application;
use crate::domain::library::Library;
use crate::domain::practice::pick::{MINE, SHIPPED};
use crate::domain::search::fold;
use crate::problem::Problem;
use crate::runtime::load;
use crate::store::home::Home;

pub use interview::{interview, name_of};

/// The shipped library with the user's packs, own questions and changes, and what is wrong with those.
pub fn library(home: &Home) -> (Library, Vec<Problem>) {
    let mut problems = Vec::new();
    let library = load::layers(home, &mut problems).library;
    (library, problems)
}

/// The competencies with these ids.
///
/// # Errors
///
/// A sentence about the first one that is not there.
pub fn competencies(library: &Library, ids: &[String]) -> Result<Vec<CompetencyId>, String> {
    let known = |id: &String| match library.competencies.get(id) {
        Some(competency) => Ok(competency.id.clone()),
        None => Err(unknown("competency", id, library.competencies.ids())),
    };
    ids.iter().map(known).collect()
}

/// The questions with these ids.
///
/// # Errors
///
/// A sentence about the first one that is not there.
pub fn questions(library: &Library, ids: &[String]) -> Result<Vec<QuestionId>, String> {
    let all = || library.cards.iter().map(|card| card.id.as_str());
    let known = |id: &String| match library.card(id) {
        Some(card) => Ok(card.id.clone()),
        None => Err(unknown("question", id, all())),
    };
    ids.iter().map(known).collect()
}

/// The packs with these ids; `greenroom` is the library, `mine` the own questions.
///
/// # Errors
///
/// A sentence about the first one that is not there.
pub fn packs(library: &Library, ids: &[String]) -> Result<Vec<String>, String> {
    let mut known = vec![SHIPPED, MINE];
    for id in library.cards.iter().filter_map(|card| card.pack.as_deref()) {
        if known.last() != Some(&id) {
            known.push(id);
        }
    }
    match ids.iter().find(|id| !known.contains(&id.as_str())) {
        Some(id) => Err(unknown("pack", id, known.into_iter())),
        None => Ok(ids.to_vec()),
    }
}

/// The field of work with this id.
///
/// # Errors
///
/// A sentence when it is not there.
pub fn family(library: &Library, id: &str) -> Result<FamilyId, String> {
    match library.families.get(id) {
        Some(family) => Ok(family.id.clone()),
        None => Err(unknown("field of work", id, library.families.ids())),
    }
}

/// The mock with this id.
///
/// # Errors
///
/// A sentence when it is not there.
pub fn blueprint(library: &Library, id: &str) -> Result<BlueprintId, String> {
    match library.blueprints.get(id) {
        Some(blueprint) => Ok(blueprint.id.clone()),
        None => Err(unknown("mock", id, library.blueprints.ids())),
    }
}

/// The talk with this id.
///
/// # Errors
///
/// A sentence when it is not there.
pub fn scenario(library: &Library, id: &str) -> Result<ScenarioId, String> {
    if library.scenarios.has(id) {
        return Ok(ScenarioId::new(id));
    }
    Err(unknown("talk", id, library.scenarios.ids()))
}

/// The application that was named: by its id, or by the employer where that leaves no doubt.
///
/// # Errors
///
/// A sentence about what may be meant; `option` is what it was named with.
pub fn application(
    wanted: &str,
    applications: &[Application],
    option: &str,
) -> Result<ApplicationId, String> {
    let folded = fold(wanted.trim());
    let exact = applications.iter().find(|a| a.id.as_str() == folded);
    if let Some(application) = exact {
        return Ok(application.id.clone());
    }
    let like = |a: &&Application| {
        fold(&a.employer).starts_with(&folded) || a.id.as_str().starts_with(&folded)
    };
    let found: Vec<&Application> = applications.iter().filter(like).collect();
    match found.as_slice() {
        [only] => Ok(only.id.clone()),
        [] => Err(no_application(wanted, applications, option)),
        many => {
            let ids: Vec<&str> = many.iter().map(|a| a.id.as_str()).collect();
            let ids = ids.join(", ");
            Err(format!("`{wanted}` may mean {ids}. Name one of them."))
        }
    }
}

fn no_application(wanted: &str, applications: &[Application], option: &str) -> String {
    let ids = applications.iter().map(|a| a.id.as_str());
    let help = match nearest(wanted, ids.clone()) {
        Some(close) => format!("Did you mean {close}?"),
        None if applications.is_empty() => format!("There are none yet; leave {option} out."),
        None => format!("There are {}.", list(ids)),
    };
    format!("There is no application `{wanted}`. {help}")
}

fn unknown<'a>(what: &str, id: &str, known: impl Iterator<Item = &'a str>) -> String {
    let known: Vec<&str> = known.collect();
    let help = did_you_mean(id, known.iter().copied());
    if help.starts_with("Did you mean") {
        return format!("There is no {what} `{id}`. {help}");
    }
    // This is where the ids can be looked up, so all of them stand here.
    let all: Vec<String> = known.iter().map(|id| format!("`{id}`")).collect();
    format!("There is no {what} `{id}`. Use one of: {}.", all.join(", "))
}
