//! The whole library of a person: what ships, packs, their own bank, their changes, laid one over the other.

use std::collections::HashSet;

use super::packs::{self, Pack};
use super::{overlay, shipped};
use crate::domain::library::Library;
use crate::problem::Problem;

/// A file: its name as it may be shown, and its text.
pub type Named<'a> = (&'a str, &'a str);

/// The library with everything laid over it. A file that cannot be used is told and left out.
pub fn library<'a>(
    packs: impl IntoIterator<Item = Named<'a>>,
    mine: Option<Named<'a>>,
    overlay: Option<Named<'_>>,
    problems: &mut Vec<Problem>,
) -> Library {
    let read = read(packs, mine, problems);
    stack(read, overlay, problems)
}

/// Reads packs and bank, and tells what is wrong inside each.
pub fn read<'a>(
    packs: impl IntoIterator<Item = Named<'a>>,
    mine: Option<Named<'a>>,
    problems: &mut Vec<Problem>,
) -> Vec<(&'a str, Pack)> {
    let packs = packs
        .into_iter()
        .map(|(name, text)| (name, packs::load(name, text)));
    let mine = mine
        .into_iter()
        .map(|(name, text)| (name, packs::load_mine(name, text)));
    let mut read = Vec::new();
    for (name, pack) in packs.chain(mine) {
        match pack {
            Ok(pack) => {
                problems.extend_from_slice(&pack.warnings);
                read.push((name, pack));
            }
            Err(mut wrong) => problems.append(&mut wrong),
        }
    }
    read
}

/// Lays packs and overlay over the library, and tells what they do to each other.
pub fn stack(
    read: Vec<(&str, Pack)>,
    overlay: Option<Named<'_>>,
    problems: &mut Vec<Problem>,
) -> Library {
    let mut library = shipped::library();
    let mut ids = HashSet::new();
    let mut laid = Vec::with_capacity(read.len());
    for (name, pack) in read {
        if ids.insert(pack.id.clone()) {
            packs::add(&mut library, &pack);
            laid.push(pack);
        } else {
            problems.push(twin(name, &pack));
        }
    }
    if let Some((name, text)) = overlay {
        problems.append(&mut overlay::lay_over(&mut library, &laid, name, text));
    }
    library
}

fn twin(name: &str, pack: &Pack) -> Problem {
    let what = format!(
        "Another pack has the id `{}` already; this file was left out.",
        pack.id
    );
    let mut problem = Problem::in_file(
        name,
        what,
        "Give one of the two another id, or take it away.",
    );
    problem.rule = Some("L34");
    problem.place.line = 1;
    problem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_broken_file_leaves_the_others_in_place() {
        let mut problems = Vec::new();
        let library = library(
            [
                ("packs/a.toml", "questions = [\"Why nights?\"]"),
                ("packs/b.toml", "id = ["),
            ],
            Some((
                "questions/mine.toml",
                "format = 1\n[[question]]\nid = \"q\"\ntext = \"Why us?\"\n",
            )),
            Some((
                "overlay.toml",
                "[[question]]\nid = \"mine/q\"\nnote = \"Slowly.\"\n",
            )),
            &mut problems,
        );
        assert_eq!(
            problems.iter().map(|p| p.file.as_str()).collect::<Vec<_>>(),
            ["packs/b.toml"]
        );
        assert!(library.cards.iter().any(|c| c.pack.as_deref() == Some("a")));
        assert_eq!(
            library.questions.get("mine/q").expect("mine").notes,
            "Slowly."
        );
    }

    #[test]
    fn two_packs_of_one_name_are_not_mixed() {
        let mut problems = Vec::new();
        let pack = "questions = [\"Why?\"]";
        let library = library(
            [("packs/a.toml", pack), ("packs/x/a.toml", pack)],
            None,
            None,
            &mut problems,
        );
        assert_eq!(library.cards.iter().filter(|c| c.pack.is_some()).count(), 1);
        assert_eq!(problems[0].file, "packs/x/a.toml");
    }
}
