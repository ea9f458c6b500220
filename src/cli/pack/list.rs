//! `greenroom pack list`: the packs of the home, with what they hold and what is wrong with them.

use serde::Serialize;

use super::Installed;
use crate::cli::args::JsonArgs;
use crate::cli::words::{count, hanging, wrapped};
use crate::cli::world::{Exit, World};
use crate::content::layers::{self, Layers};
use crate::content::packs::Listed;
use crate::problem::Problem;

/// Most problems of one pack that are told here.
const FEW: usize = 3;

/// Said where there are none.
const NONE: &str = "You have no packs yet. `greenroom pack new` writes one, `greenroom pack add FILE` takes one that \
                    somebody gave you, `greenroom import FILE` makes one of a list of questions.";

/// Lists the packs.
pub fn run(args: &JsonArgs, world: &mut World<'_, '_>) -> Exit {
    let Installed {
        packs, problems, ..
    } = Installed::read(&world.home);
    let Layers { packs, .. } = layers::stack(packs, None, &mut Vec::new());
    if args.json {
        world.print_json(&Listing {
            format: 1,
            packs: packs.iter().map(Row::of).collect(),
        });
    } else {
        for pack in &packs {
            show(pack, world);
        }
        let said = if packs.is_empty() {
            NONE.to_owned()
        } else {
            format!("{}.", count(packs.len(), "pack"))
        };
        world.err.line(wrapped(&said, 0));
    }
    world.warn(&problems);
    if problems.is_empty() && !packs.iter().any(Listed::is_broken) {
        Exit::Done
    } else {
        Exit::Found
    }
}

/// One pack in a few lines.
fn show(pack: &Listed, world: &mut World<'_, '_>) {
    let head = &pack.head;
    let said = [
        head.title.as_str(),
        &head.version,
        &head.author,
        &head.license,
    ];
    let said: Vec<&str> = said.into_iter().filter(|word| !word.is_empty()).collect();
    world
        .out
        .line(hanging("", &format!("{}  {}", head.id, said.join(", ")), 0));
    if !pack.records.is_empty() {
        world.out.line(wrapped(&pack.holds(), 2));
    }
    world.out.line(wrapped(&pack.name, 2));
    if pack.is_broken() {
        world
            .out
            .line(wrapped("It cannot be used before this is mended:", 2));
    }
    for problem in pack.problems.iter().take(FEW) {
        world.out.line(hanging("- ", &problem.to_string(), 2));
    }
    if let Some(more) = pack.problems.len().checked_sub(FEW).filter(|n| *n > 0) {
        let more = format!("{more} more: `greenroom check` tells them.");
        world.out.line(wrapped(&more, 2));
    }
}

#[derive(Serialize)]
struct Listing<'a> {
    format: u8,
    packs: Vec<Row<'a>>,
}

/// One pack for programs; fields are only ever added.
#[derive(Serialize)]
struct Row<'a> {
    id: &'a str,
    title: &'a str,
    version: &'a str,
    author: &'a str,
    license: &'a str,
    description: &'a str,
    files: &'a [String],
    usable: bool,
    records: serde_json::Map<String, serde_json::Value>,
    problems: Vec<String>,
}

impl<'a> Row<'a> {
    fn of(pack: &'a Listed) -> Self {
        let records = pack.records.iter();
        Self {
            id: &pack.head.id,
            title: &pack.head.title,
            version: &pack.head.version,
            author: &pack.head.author,
            license: &pack.head.license,
            description: &pack.head.description,
            files: &pack.files,
            usable: !pack.is_broken(),
            records: records
                .map(|(array, n)| ((*array).to_owned(), (*n).into()))
                .collect(),
            problems: pack.problems.iter().map(Problem::to_string).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::cli::trial::Trial;

    /// A home with a pack, a twin of it, and one that is broken.
    fn home() -> Trial {
        let trial = Trial::new();
        trial.put(
            "packs/nights.toml",
            "questions = [\"Why nights?\", \"Who covers?\"]\n",
        );
        trial.put("packs/x/nights.toml", "questions = [\"Why?\"]\n");
        trial.put("packs/odd.toml", "questions = [\"Why?\",\nid = \n");
        trial
    }

    #[test]
    fn each_pack_says_what_it_holds_or_where_it_is_broken() {
        let done = home().run(&["pack", "list"]);
        assert_eq!((done.code, done.err.as_str()), (1, "3 packs.\n"));
        for words in [
            "nights  nights\n  2 questions\n  packs/nights.toml\n",
            "odd  odd.toml\n  packs/odd.toml\n  It cannot be used before this is mended:\n  - packs/odd.toml:1:",
            "Another pack has the id `nights` already",
        ] {
            assert!(done.out.contains(words), "{words}\n{}", done.out);
        }
    }

    #[test]
    fn programs_get_every_part() {
        let done = home().run(&["pack", "list", "--json"]);
        let told: Value = serde_json::from_str(&done.out).expect("it is JSON");
        assert_eq!(told["packs"][0]["records"]["question"], 2);
        assert_eq!(told["packs"][1]["usable"], false);
        assert_eq!(told["packs"][2]["files"][0], "packs/x/nights.toml");
    }

    #[test]
    fn no_pack_is_no_failure() {
        let done = Trial::new().run(&["pack", "list"]);
        assert_eq!((done.code, done.out.as_str()), (0, ""));
        assert!(
            done.said().starts_with("You have no packs yet."),
            "{}",
            done.err
        );
    }
}
