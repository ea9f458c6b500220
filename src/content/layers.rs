//! The whole library of a person: what ships, packs, their own bank, their changes, laid one over the other.

use std::collections::HashSet;

use super::found::Named;
use super::packs::{self, Bundle, Listed, MINE, Pack};
use super::{overlay, shipped};
use crate::domain::library::Library;
use crate::problem::Problem;

/// A pack that was read, or everything that is wrong with it.
#[derive(Debug)]
pub struct Read {
    /// What it is and holds, and what is wrong with it.
    pub listed: Listed,
    /// Its records; `None` when it cannot be used.
    pub pack: Option<Pack>,
}

impl Read {
    /// A pack that need not be read.
    pub fn known(bundle: &Bundle<'_>, pack: Pack) -> Self {
        Self {
            listed: Listed::whole(bundle, &pack),
            pack: Some(pack),
        }
    }
}

/// Everything of a person that questions are drawn from.
#[derive(Debug, Default)]
pub struct Layers {
    /// The library with packs, bank and overlay laid over it.
    pub library: Library,
    /// The packs, in the order of their files, without the own bank.
    pub packs: Vec<Listed>,
}

/// Reads packs and bank.
pub fn read(packs: &[Bundle<'_>], mine: Option<Named<'_>>) -> Vec<Read> {
    let packs = packs.iter().map(|bundle| {
        let pack = packs::load_all(&bundle.files);
        read_as(bundle, pack)
    });
    let mine = mine.into_iter().map(|(name, text)| {
        let pack = packs::load_mine(name, text);
        read_as(&Bundle::file((name, text)), pack)
    });
    packs.chain(mine).collect()
}

fn read_as(bundle: &Bundle<'_>, pack: Result<Pack, Vec<Problem>>) -> Read {
    match pack {
        Ok(pack) => Read::known(bundle, pack),
        Err(wrong) => Read {
            listed: Listed::broken(bundle, wrong),
            pack: None,
        },
    }
}

/// What is wrong inside of packs and bank.
pub fn told(read: &[Read]) -> impl Iterator<Item = Problem> {
    read.iter()
        .flat_map(|one| one.listed.problems.iter().cloned())
}

/// Lays packs and overlay over the library, and tells what they do to each other.
pub fn stack(read: Vec<Read>, overlay: Option<Named<'_>>, problems: &mut Vec<Problem>) -> Layers {
    let mut library = shipped::library();
    let mut ids = HashSet::new();
    let (mut laid, mut listed) = (Vec::with_capacity(read.len()), Vec::new());
    for Read {
        listed: mut pack_listed,
        pack,
    } in read
    {
        let id = pack.as_ref().map(|pack| pack.head.id.clone());
        if id.is_some_and(|id| !ids.insert(id)) {
            let twin = twin(&pack_listed);
            pack_listed.problems.push(twin.clone());
            problems.push(twin);
        } else if let Some(mut pack) = pack {
            packs::add(&mut library, &mut pack);
            laid.push(pack);
        }
        listed.push(pack_listed);
    }
    listed.retain(|pack| pack.head.id != MINE);
    if let Some((name, text)) = overlay {
        problems.append(&mut overlay::lay_over(&mut library, &laid, name, text));
    }
    Layers {
        library,
        packs: listed,
    }
}

fn twin(pack: &Listed) -> Problem {
    let (name, id) = (pack.name.as_str(), &pack.head.id);
    let what = format!("Another pack has the id `{id}` already; this one was left out.");
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

    /// One file each, with an own bank and an overlay; gives what came of it and what was told.
    fn layered(
        files: &[Named<'_>],
        mine: Option<Named<'_>>,
        overlay: Option<Named<'_>>,
    ) -> (Layers, Vec<Problem>) {
        let bundles = packs::inside("packs", files);
        let read = read(&bundles, mine);
        let mut problems: Vec<Problem> = told(&read).collect();
        let layers = stack(read, overlay, &mut problems);
        (layers, problems)
    }

    #[test]
    fn one_broken_file_leaves_the_others_in_place() {
        let (layers, problems) = layered(
            &[
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
        );
        let library = layers.library;
        assert_eq!(
            problems.iter().map(|p| p.file.as_str()).collect::<Vec<_>>(),
            ["packs/b.toml"]
        );
        assert!(library.cards.iter().any(|c| c.pack.as_deref() == Some("a")));
        assert_eq!(
            library.questions.get("mine/q").expect("mine").notes,
            "Slowly."
        );
        let [a, b] = layers.packs.as_slice() else {
            panic!("two packs, and the own bank is none");
        };
        assert_eq!(
            (a.head.id.as_str(), a.records.len(), a.is_broken()),
            ("a", 1, false)
        );
        assert_eq!((b.head.id.as_str(), b.name.as_str()), ("b", "packs/b.toml"));
        assert!(b.is_broken() && b.problems == problems);
    }

    #[test]
    fn two_packs_of_one_name_are_not_mixed() {
        let pack = "questions = [\"Why?\"]";
        let files = [("packs/a.toml", pack), ("packs/x/a.toml", pack)];
        let (layers, problems) = layered(&files, None, None);
        let cards = layers.library.cards;
        assert_eq!(cards.iter().filter(|c| c.pack.is_some()).count(), 1);
        assert_eq!(problems[0].file, "packs/x/a.toml");
        assert_eq!(
            layers.packs[1].problems, problems,
            "the second says why it is left out"
        );
    }
}
