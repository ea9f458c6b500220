//! `greenroom pack add`: a pack is checked, then put into the home, in the place of an older one of the same id.

use std::path::{Path, PathBuf};

use super::{Installed, named};
use crate::cli::args::PackAddArgs;
use crate::cli::words::{self, count, hanging, wrapped};
use crate::cli::world::{Exit, World};
use crate::content::layers::Read;
use crate::content::packs::{self, Bundle, Changes, Pack};
use crate::content::{check, report};
use crate::problem::{Problem, Severity};
use crate::store::home::{ALL_PACKS, PackFile};
use crate::store::{layout, outside};

/// Most ids that are named of each kind of change.
const FEW: usize = 6;

/// Most packs that are added from one folder.
const MOST: usize = 500;

/// Adds every pack that is named, and goes on after one that cannot be added.
pub fn run(args: &PackAddArgs, world: &mut World<'_, '_>) -> Exit {
    let paths: Vec<&Path> = args.paths.iter().map(PathBuf::as_path).collect();
    from(&paths, world)
}

/// Adds the packs that paths are or hold.
pub fn from(paths: &[&Path], world: &mut World<'_, '_>) -> Exit {
    let mut known = Installed::read(&world.home);
    let mut exit = Exit::Done;
    for path in paths {
        if at(path, &mut known, world) != Exit::Done {
            exit = Exit::Found;
        }
    }
    exit
}

fn at(path: &Path, known: &mut Installed, world: &mut World<'_, '_>) -> Exit {
    let mut problems = Vec::new();
    let files = outside::pack(path, &mut problems);
    if !problems.is_empty() {
        return refuse(&problems, world);
    }
    let files: Vec<_> = files.iter().map(named).collect();
    let folder = words::path(path);
    let bundles = packs::at(&folder, &files);
    if bundles.is_empty() {
        return world.refuse(&format!("{folder}: There is no pack (a .toml file) in it."));
    }
    if bundles.len() > MOST {
        let many = bundles.len();
        return world.refuse(&format!(
            "{folder}: There are {many} packs in it; {MOST} are added at once at most. Nothing was added. \
             Name fewer of them."
        ));
    }
    let mut exit = Exit::Done;
    for bundle in &bundles {
        if one(bundle, known, world) != Exit::Done {
            exit = Exit::Found;
        }
    }
    exit
}

fn one(bundle: &Bundle<'_>, known: &mut Installed, world: &mut World<'_, '_>) -> Exit {
    let pack = match packs::load_all(&bundle.files) {
        Ok(pack) => pack,
        Err(problems) => return refuse(&problems, world),
    };
    let bytes: usize = bundle.files.iter().map(|(_, text)| text.len()).sum();
    if known.bytes + bytes as u64 > ALL_PACKS {
        return world
            .refuse("All packs together may have 64 MiB. Nothing was added. Remove one first.");
    }
    let old = known.find(&pack.head.id);
    let files = placed(bundle, &pack);
    let before = old.map_or(&[][..], |old| &old.listed.files);
    if let Err(error) = world.home.put_pack(&files, before, world.now.wall) {
        return world.fail(&error);
    }
    tell(bundle, &pack, old, world);
    known.put(&files, pack);
    Exit::Done
}

/// Says what is wrong, and that nothing came of it.
fn refuse(problems: &[Problem], world: &mut World<'_, '_>) -> Exit {
    world.err.text(report::human(problems));
    world.refuse("Nothing was added.")
}

/// Where the files of a pack lie in the home.
fn placed(bundle: &Bundle<'_>, pack: &Pack) -> Vec<PackFile> {
    let id = &pack.head.id;
    let file = |(name, text): &(&str, &str)| {
        let inside = name.strip_prefix(bundle.name.trim_end_matches('/'));
        let path = match inside.map(|rest| rest.trim_start_matches('/')) {
            Some(part) if !part.is_empty() => layout::pack_part(id, part),
            _ => layout::pack(id),
        };
        PackFile {
            path,
            text: (*text).to_owned(),
        }
    };
    bundle.files.iter().map(file).collect()
}

/// Says what was added or what an update brought, and what is worth mending.
fn tell(bundle: &Bundle<'_>, pack: &Pack, old: Option<&Read>, world: &mut World<'_, '_>) {
    let head = &pack.head;
    let title = [head.title.as_str(), &head.version].join(" ");
    let title = title.trim();
    match old.map(|old| old.pack.as_ref()) {
        None => {
            let holds = packs::Listed::whole(bundle, pack).holds();
            let words = format!("Added {}: {title}. It has {holds}.", head.id);
            world.out.line(wrapped(&words, 0));
            if !pack.cards().is_empty() {
                world.out.line(words::practice(&head.id));
            }
        }
        Some(None) => {
            let words = format!("{title} is in the place of what could not be read.");
            world.out.line(wrapped(&words, 0));
        }
        Some(Some(before)) => changed(title, &Changes::between(before, pack), world),
    }
    let advice = check::bundle(bundle);
    let advice = report::count(&advice, Severity::Warning);
    if advice > 0 {
        let name = bundle.name;
        let words = format!(
            "{}: `greenroom check {name}` tells them.",
            count(advice, "warning")
        );
        world.err.line(wrapped(&words, 0));
    }
}

fn changed(title: &str, changes: &Changes, world: &mut World<'_, '_>) {
    if *changes == Changes::default() {
        let words = format!("{title} is there already; no record differs.");
        return world.out.line(wrapped(&words, 0));
    }
    world.out.line(wrapped(&format!("Updated to {title}."), 0));
    let kinds = [
        (&changes.new, "new"),
        (&changes.changed, "changed"),
        (&changes.gone, "gone"),
    ];
    for (ids, kind) in kinds.into_iter().filter(|(ids, _)| !ids.is_empty()) {
        let mut named: Vec<&str> = ids.iter().take(FEW).map(String::as_str).collect();
        if ids.len() > FEW {
            named.push("…");
        }
        let head = format!("{} {kind}: ", ids.len());
        world.out.line(hanging(&head, &named.join(", "), 2));
    }
    if !changes.gone.is_empty() {
        let words = "What you practiced with those that are gone stays, and is shown as retired.";
        world.out.line(wrapped(words, 2));
    }
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use tempfile::TempDir;

    use crate::cli::trial::{Done, Trial};
    use crate::store::outside;

    /// A folder outside of the home.
    struct Elsewhere(TempDir);

    impl Elsewhere {
        fn new() -> Self {
            Self(tempfile::tempdir().expect("a folder"))
        }

        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }

        /// Writes files and gives the path of one of them.
        fn put(&self, name: &str, text: &str) -> String {
            outside::create(&self.path(name), text.as_bytes()).expect("made");
            self.named(name)
        }

        fn named(&self, name: &str) -> String {
            self.path(name).to_str().expect("plain").to_owned()
        }
    }

    const HEAD: &str = "[pack]\nformat = 1\nid = \"nights\"\ntitle = \"Nights\"\nversion = \"1.0.0\"\nauthor = \"A\"\nlicense = \"private\"\nlanguage = \"en\"\n";

    fn add(trial: &Trial, path: &str) -> Done {
        trial.run(&["pack", "add", path])
    }

    #[test]
    fn a_bare_list_of_sentences_is_added_as_it_is() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        let text = "# mine\r\nquestions = [ 'Why nights?' ] # one\r\n";
        let done = add(&trial, &folder.put("Night shift.toml", text));
        assert_eq!(done.code, 0, "{}", done.err);
        assert_eq!(
            done.out,
            "Added night-shift: Night shift. It has 1 question.\n\
             Practice with it: `greenroom drill --pack night-shift`\n"
        );
        assert_eq!(trial.text("packs/night-shift.toml"), text);
        let listed = trial.run(&["questions", "--search", "nights?"]);
        assert!(
            listed.out.contains("night-shift/q-why-nights-"),
            "{}",
            listed.out
        );
    }

    #[test]
    fn a_folder_is_added_whole() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        folder.put("n/head.toml", HEAD);
        folder.put("n/more/one.toml", "questions = [\"Why nights?\"]\n");
        let done = add(&trial, &folder.named("n"));
        assert_eq!(done.code, 0, "{}", done.err);
        assert_eq!(
            trial.files(),
            ["packs/nights/head.toml", "packs/nights/more/one.toml"]
        );
        assert!(trial.run(&["pack", "list"]).out.contains("1 question\n"));
    }

    #[test]
    fn an_update_says_what_changed_and_keeps_history_and_overlay() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        let record =
            |id: &str, text: &str| format!("[[question]]\nid = \"{id}\"\ntext = \"{text}\"\n");
        let old = format!("{HEAD}{}{}", record("a", "Why?"), record("b", "Who?"));
        add(&trial, &folder.put("one.toml", &old));
        trial.put(
            "overlay.toml",
            "[[question]]\nid = \"nights/a\"\nnote = \"Slowly.\"\n",
        );
        let new =
            HEAD.replace("1.0.0", "1.1.0") + &record("a", "Why nights?") + &record("c", "When?");
        let done = add(&trial, &folder.put("two.toml", &new));
        assert_eq!(
            done.out,
            "Updated to Nights 1.1.0.\n  1 new: c\n  1 changed: a\n  1 gone: b\n  \
             What you practiced with those that are gone stays, and is shown as retired.\n"
        );
        assert_eq!(trial.text("packs/nights.toml"), new);
        let files = trial.files();
        assert!(
            files.iter().any(|f| f.starts_with("trash/")),
            "the old text is kept: {files:?}"
        );
        let shown = trial.run(&["questions", "--search", "nights?"]);
        assert!(shown.out.contains("nights/a  "), "{}", shown.out);
        assert!(
            !shown.err.contains("overlay"),
            "it still fits: {}",
            shown.err
        );
        let done = add(&trial, &folder.named("two.toml"));
        assert_eq!(
            done.out,
            "Nights 1.1.0 is there already; no record differs.\n"
        );
    }

    #[test]
    fn what_is_wrong_is_told_with_place_and_mend_and_nothing_is_added() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        let path = folder.put(
            "bad.toml",
            "questions = [\"Why?\"]\nid = \"../x\u{202e}\"\n",
        );
        let done = add(&trial, &path);
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(done.err.contains("bad.toml:2:1"), "{}", done.err);
        assert!(done.said().ends_with("Nothing was added."), "{}", done.err);
        assert!(!done.err.contains('\u{202e}'));
        assert_eq!(trial.files(), Vec::<String>::new());
        let done = add(&trial, &folder.named("none.toml"));
        assert!(done.err.contains("none.toml"), "{}", done.err);
    }

    #[test]
    fn a_folder_of_packs_is_added_pack_by_pack_but_not_without_end() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        for n in 0..3 {
            folder.put(&format!("few/{n}.toml"), "questions = [\"Why?\"]\n");
        }
        folder.put("few/odd.toml", "questions = 3\n");
        let done = add(&trial, &folder.named("few"));
        assert_eq!(done.code, 1, "one of them is broken");
        assert_eq!(done.out.matches("Added ").count(), 3, "{}", done.out);
        assert_eq!(trial.files().len(), 3);
        for n in 0..=super::MOST {
            folder.put(&format!("many/{n}.toml"), "questions = [\"Why?\"]\n");
        }
        let done = add(&trial, &folder.named("many"));
        assert!(
            done.said().contains("501 packs in it; 500 are added"),
            "{}",
            done.said()
        );
        assert_eq!(trial.files().len(), 3);
    }

    #[test]
    fn a_mended_pack_takes_the_place_of_the_broken_one() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        trial.put("packs/nights.toml", "questions = [\n");
        let done = add(
            &trial,
            &folder.put("nights.toml", "questions = [\"Why?\"]\n"),
        );
        assert_eq!(done.code, 0, "{}", done.err);
        assert!(done.out.contains("in the place of"), "{}", done.out);
        assert!(trial.text("packs/nights.toml").contains("Why?"));
    }

    #[test]
    #[cfg(unix)]
    fn links_and_what_a_folder_hides_behind_them_are_refused() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        folder.put("real.toml", "questions = [\"Why?\"]\n");
        folder.put("n/good.toml", "questions = [\"Why?\"]\n");
        std::os::unix::fs::symlink(folder.path("real.toml"), folder.path("link.toml"))
            .expect("made");
        std::os::unix::fs::symlink(folder.path("real.toml"), folder.path("n/link.toml"))
            .expect("made");
        for name in ["link.toml", "n"] {
            let done = add(&trial, &folder.named(name));
            assert_eq!(done.code, 1);
            assert!(done.err.contains("not a plain file"), "{}", done.err);
        }
        assert_eq!(trial.files(), Vec::<String>::new());
    }

    #[test]
    fn r3_a_full_disk_adds_nothing_and_says_so() {
        let (trial, folder) = (Trial::new(), Elsewhere::new());
        trial.full_disk();
        let done = add(&trial, &folder.put("a.toml", "questions = [\"Why?\"]\n"));
        assert_eq!((done.code, done.out.as_str()), (1, ""));
        assert!(done.said().contains("the disk is full"), "{}", done.said());
    }
}
