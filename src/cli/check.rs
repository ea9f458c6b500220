//! `greenroom check`: looks for mistakes and changes nothing.

use std::path::Path;

use super::args::{CheckArgs, Format};
use super::report;
use super::studio::unknown_theme;
use super::words::count;
use super::world::{Exit, World};
use crate::content::packs;
use crate::keys::Keymap;
use crate::problem::{Problem, Severity};
use crate::runtime::load;
use crate::store::home::{Loaded, SourceFile, Texts};
use crate::store::{layout, outside};

/// Checks what was named, or everything.
pub fn run(args: &CheckArgs, world: &mut World<'_, '_>) -> Exit {
    let (problems, looked_at) = if args.paths.is_empty() {
        everything(world)
    } else {
        named(&args.paths)
    };
    report::print(&problems, args.format, world);
    if args.format == Format::Human && problems.is_empty() {
        world
            .out
            .line(format_args!("{looked_at}: nothing is wrong."));
    }
    if report::of(&problems, Severity::Error) == 0 {
        Exit::Done
    } else {
        Exit::Found
    }
}

/// The library, the packs and every file of the user.
fn everything(world: &World<'_, '_>) -> (Vec<Problem>, String) {
    let loaded = world.home.load_all(Texts::Left);
    let mut problems = Vec::new();
    let mut add = |found: Vec<Problem>| {
        for problem in found {
            if !problems.contains(&problem) {
                problems.push(problem);
            }
        }
    };
    let mut laid = Vec::new();
    let library = load::library(&loaded.sources, &mut laid);
    let sources = &loaded.sources;
    add(laid);
    add(settings(&loaded));
    let questions = count(library.cards.len(), "question");
    let (packs, files) = (count(sources.packs.len(), "pack"), files(&loaded));
    add(loaded.problems);
    problems.sort_by(|a, b| (&a.file, a.place).cmp(&(&b.file, b.place)));
    (problems, format!("{questions}, {packs}, {files} of yours"))
}

/// Keys that clash and a theme that is not there.
fn settings(loaded: &Loaded) -> Vec<Problem> {
    let (_, mut problems) = Keymap::with(layout::CONFIG, &loaded.config.keys);
    problems.extend(unknown_theme(&loaded.config.theme).map(|what| Problem {
        severity: Severity::Warning,
        ..Problem::in_file(layout::CONFIG, what, "The usual one is used.")
    }));
    problems
}

fn files(loaded: &Loaded) -> String {
    let records = loaded.applications.len() + loaded.entries.len() + loaded.sittings.len();
    count(records + loaded.drafts.len(), "file")
}

/// Packs that lie anywhere.
fn named(paths: &[impl AsRef<Path>]) -> (Vec<Problem>, String) {
    let mut problems = Vec::new();
    let mut files: Vec<SourceFile> = Vec::new();
    for path in paths {
        files.extend(outside::sources(path.as_ref(), &mut problems));
    }
    for file in &files {
        match packs::load(&file.path, &file.text) {
            Ok(mut pack) => problems.append(&mut pack.warnings),
            Err(mut wrong) => problems.append(&mut wrong),
        }
    }
    (problems, count(files.len(), "file"))
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use crate::cli::trial::Trial;
    use crate::store::outside;

    #[test]
    fn an_empty_home_is_fine() {
        let done = Trial::new().run(&["check"]);
        assert_eq!((done.code, done.err.as_str()), (0, ""), "{}", done.out);
        assert!(
            done.out
                .contains("0 packs, 0 files of yours: nothing is wrong."),
            "{}",
            done.out
        );
    }

    /// A home with a slip in a pack, in an entry and in the keys.
    fn broken() -> Trial {
        let trial = Trial::new();
        trial.sit();
        trial.put("packs/a.toml", "questions = [\"Why?\"\n\u{1b}[31m");
        trial.put(
            "journal/2026/2026-01-01-x.toml",
            "format = 1\ndate = yesterday\n",
        );
        trial.put(
            "config.toml",
            "format = 1\ntheme = \"darc\"\n[keys.journal]\n\"f8\" = \"no-such\"\n",
        );
        trial
    }

    #[test]
    fn r5_every_broken_file_is_named_with_its_line_and_nothing_steers_the_terminal() {
        for format in ["human", "short"] {
            let done = broken().run(&["check", "--format", format]);
            assert_eq!(done.code, 1);
            for place in [
                "packs/a.toml:2",
                "journal/2026/2026-01-01-x.toml:2",
                "config.toml:4",
            ] {
                assert!(done.out.contains(place), "{place}\n{}", done.out);
            }
            assert!(done.out.contains("Did you mean `dark`?"), "{}", done.out);
            assert!(!done.out.contains('\u{1b}'));
            assert!(done.err.contains(" errors, "), "{}", done.err);
        }
    }

    #[test]
    fn programs_get_every_part_of_a_problem() {
        let done = broken().run(&["check", "--format", "json"]);
        let told: Value = serde_json::from_str(&done.out).expect("it is JSON");
        let problems = told["problems"].as_array().expect("a list");
        assert_eq!(
            told["errors"].as_u64().unwrap() + told["warnings"].as_u64().unwrap(),
            problems.len() as u64
        );
        let entry = problems
            .iter()
            .find(|p| p["file"] == "journal/2026/2026-01-01-x.toml");
        let entry = entry.expect("it is told");
        assert_eq!(
            (entry["severity"].as_str(), entry["line"].as_u64()),
            (Some("error"), Some(2))
        );
        assert!(entry["hint"].as_str().is_some_and(|h| !h.is_empty()));
    }

    #[test]
    fn a_check_changes_nothing() {
        let trial = broken();
        let before = trial.files();
        trial.run(&["check"]);
        assert_eq!(trial.files(), before);
    }

    #[test]
    fn packs_can_be_checked_before_they_are_added() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str, text: &str| {
            let path = folder.path().join(name);
            outside::create(&path, text.as_bytes()).expect("written");
            path.to_str().expect("plain").to_owned()
        };
        let good = at("good.toml", "questions = [\"Why do you want nights?\"]\n");
        let bad = at("bad.toml", "questions = 3\n");
        let trial = Trial::new();
        assert_eq!(trial.run(&["check", &good]).code, 0);
        let done = trial.run(&["check", &good, &bad, "--format", "short"]);
        assert_eq!(done.code, 1);
        assert!(done.out.contains(&format!("{bad}:1")), "{}", done.out);
        let done = trial.run(&["check", "no-such-pack.toml"]);
        assert_eq!(done.code, 1);
        assert!(done.out.contains("no-such-pack.toml"), "{}", done.out);
    }
}
