//! Everything that is wrong in the files of a person: what keeps them from being read, and what in them means nothing.

use std::collections::HashSet;

use crate::cli::named;
use crate::cli::studio::theme_hint;
use crate::cli::world::World;
use crate::content::hint::nearest;
use crate::content::place;
use crate::domain::library::Library;
use crate::domain::settings::{Config, Profile};
use crate::domain::story::Story;
use crate::keys::Keymap;
use crate::problem::{Problem, Severity};
use crate::store::home::Loaded;
use crate::store::{Edited, layout};

/// What is wrong in the files of a home, apart from packs and own questions.
pub fn problems(loaded: &Loaded, world: &World<'_, '_>) -> Vec<Problem> {
    let mut proofs = world.home.proofs();
    if let Some(text) = world.home.text_of(layout::CONFIG) {
        proofs.extend(config(layout::CONFIG, &text));
    }
    if let Some(text) = world.home.text_of(layout::PROFILE) {
        proofs.extend(fields(layout::PROFILE, &text, &library(world)));
    }
    if !loaded.stories.is_empty() {
        let library = library(world);
        for story in &loaded.stories {
            let path = layout::story(&story.id);
            if let Some(text) = world.home.text_of(&path) {
                proofs.extend(of_story(&path, &text, &library));
            }
        }
    }
    // Reading tells one mistake of a file, its proof all of them.
    let told: HashSet<&str> = (proofs.iter())
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| problem.file.as_str())
        .collect();
    let mut problems = loaded.problems.clone();
    problems.retain(|problem| {
        let again = problem.severity == Severity::Error && problem.place.line > 0;
        let told = again && told.contains(problem.file.as_str());
        !told && !proofs.contains(problem)
    });
    problems.append(&mut proofs);
    problems
}

/// The library as this person has it.
pub fn library(world: &World<'_, '_>) -> Library {
    named::library(&world.home).0
}

/// Everything that is wrong in the settings: keys that clash and a theme that is not there, too.
pub fn config(name: &str, text: &str) -> Vec<Problem> {
    let mut problems = Config::proof(name, text.as_bytes());
    let Ok((config, _)) = Config::read(name, text.as_bytes()) else {
        return problems;
    };
    problems.extend(Keymap::with(name, &config.keys).1);
    if let Some(hint) = theme_hint(&config.theme) {
        let what = format!(
            "There is no theme `{}`; the usual one is used.",
            config.theme
        );
        problems.push(place::at_field(name, text, "theme", &what, &hint));
    }
    problems
}

/// What of a profile names something that is not there.
pub fn fields(name: &str, text: &str, library: &Library) -> Vec<Problem> {
    let Ok((profile, _)) = Profile::read(name, text.as_bytes()) else {
        return Vec::new();
    };
    let family = profile.family.as_str();
    if library.families.get(family).is_some() {
        return Vec::new();
    }
    let known: Vec<&str> = library.families.ids().collect();
    let hint = match nearest(family, known.iter().copied()) {
        Some(near) => format!("Did you mean `{near}`?"),
        None => "`greenroom questions --role x` lists them all.".to_owned(),
    };
    let what = format!("There is no field of work `{family}`; only general questions are asked.");
    vec![place::at_field(name, text, "family", &what, &hint)]
}

/// What of a story means nothing.
pub fn of_story(name: &str, text: &str, library: &Library) -> Vec<Problem> {
    let Ok((story, _)) = Story::read(name, text.as_bytes()) else {
        return Vec::new();
    };
    let mut problems = competencies(name, text, &story, library);
    problems.extend(lengths(name, text, &story));
    problems
}

/// What names a competency that is not there: the ledger has no line for it.
fn competencies(name: &str, text: &str, story: &Story, library: &Library) -> Vec<Problem> {
    let lists = [("shows", &story.shows), ("touches", &story.touches)];
    let named = lists
        .into_iter()
        .flat_map(|(field, ids)| ids.iter().map(move |id| (field, id)));
    let known: Vec<&str> = library.competencies.ids().collect();
    let unknown = named.filter(|(_, id)| !library.competencies.has(id.as_str()));
    unknown
        .map(|(field, id)| {
            let hint = match nearest(id.as_str(), known.iter().copied()) {
                Some(near) => format!("Did you mean `{near}`?"),
                None => "`greenroom questions --competency x` lists them all.".to_owned(),
            };
            let what = format!("There is no competency `{id}`; it stands nowhere in the ledger.");
            place::at_field(name, text, field, &what, &hint)
        })
        .collect()
}

/// What stands under a length that is none: nothing asks for it.
fn lengths(name: &str, text: &str, story: &Story) -> Vec<Problem> {
    let others = story.other_lengths.iter();
    let told = others.map(|(length, _)| {
        let what =
            format!("`{length}` is no length of a story; what stands there is shown nowhere.");
        let hint = "Write it under 30, 60, 90 or 180, as seconds.";
        place::at_path(name, text, &["lengths", length], &what, hint)
    });
    told.collect()
}
