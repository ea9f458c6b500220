//! `greenroom pack remove`: a pack goes into the trash; what was practiced with it and the overlay stay.

use super::Installed;
use crate::cli::args::PackRemoveArgs;
use crate::cli::words::{count, wrapped};
use crate::cli::world::{Exit, World};
use crate::content::hint::did_you_mean;

/// Moves the packs that are named.
pub fn run(args: &PackRemoveArgs, world: &mut World<'_, '_>) -> Exit {
    let known = Installed::read(&world.home);
    let unknown = args.ids.iter().find(|id| known.find(id).is_none());
    if let Some(id) = unknown {
        let ids = known.packs.iter().map(|read| read.listed.head.id.as_str());
        let help = if known.packs.is_empty() {
            "You have no packs.".to_owned()
        } else {
            did_you_mean(id, ids)
        };
        return world.refuse(&format!(
            "There is no pack `{id}`. Nothing was removed. {help}"
        ));
    }
    for pack in args.ids.iter().filter_map(|id| known.find(id)) {
        let listed = &pack.listed;
        match world.home.trash_pack(&listed.files, world.now.wall) {
            Ok(moved) => {
                let files = match moved.as_slice() {
                    [one] => one.path.clone(),
                    more => count(more.len(), "file"),
                };
                let words = format!(
                    "{} is in the trash for thirty days ({files}). What you practiced with it stays, and so do your \
                     changes to it.",
                    listed.head.id
                );
                world.out.line(wrapped(&words, 0));
            }
            Err(error) => return world.fail(&error),
        }
    }
    Exit::Done
}

#[cfg(test)]
mod tests {
    use crate::cli::trial::Trial;

    const NIGHTS: &str = "questions = [\"Why nights?\"]\n";

    #[test]
    fn a_pack_goes_into_the_trash_and_the_changes_to_it_stay() {
        let trial = Trial::new();
        trial.put("packs/nights.toml", NIGHTS);
        trial.put("overlay.toml", "format = 1\n");
        let done = trial.run(&["pack", "remove", "nights"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""));
        assert!(
            done.out.contains("What you practiced with it stays"),
            "{}",
            done.out
        );
        let files = trial.files();
        assert_eq!(files.len(), 2, "{files:?}");
        assert!(files[1].starts_with("trash/") && files[1].ends_with("/packs/nights.toml"));
        assert_eq!(trial.text(&files[1]), NIGHTS);
    }

    #[test]
    fn a_broken_pack_goes_by_the_name_of_its_file() {
        let trial = Trial::new();
        trial.put("packs/odd one.toml", "id = [\n");
        assert_eq!(trial.run(&["pack", "remove", "odd-one"]).code, 0);
        assert_eq!(trial.files().len(), 1);
    }

    #[test]
    fn a_name_that_nobody_knows_removes_nothing() {
        let trial = Trial::new();
        trial.put("packs/nights.toml", NIGHTS);
        let done = trial.run(&["pack", "remove", "nights", "night"]);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(
            done.said().contains("Did you mean `nights`?"),
            "{}",
            done.said()
        );
        assert_eq!(trial.files(), ["packs/nights.toml"]);
        let done = Trial::new().run(&["pack", "remove", "x"]);
        assert!(
            done.said().contains("You have no packs."),
            "{}",
            done.said()
        );
    }

    #[test]
    fn r3_a_disk_that_refuses_leaves_the_pack_where_it_is() {
        let trial = Trial::new();
        trial.put("packs/nights.toml", NIGHTS);
        trial.full_disk();
        let done = trial.run(&["pack", "remove", "nights"]);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert_eq!(trial.files(), ["packs/nights.toml"]);
    }
}
